// The engine on tables of any kind: what it learns, and that neither order nor threads change what it finds.

import Testing

@testable import Transform

@Suite("Matching engine") struct MatchingEngineTests {
    /// A number that looks random and is the same on every run.
    private static func chance(_ number: Int, _ salt: UInt64) -> UInt64 { mixed(UInt64(number), salt) }

    private static let model = MatchModel(
        name: "planted",
        fields: [
            MatchField(name: "name", kind: .text), MatchField(name: "born", kind: .date),
            MatchField(name: "town", kind: .code),
        ],
        comparisons: [
            comparison(
                "name", [("equal", 0.8, 0.01, nil), ("edits 1", 0.1, 0.01, nil), ("different", 0.1, 0.9, nil)]),
            comparison("born", [("equal", 0.8, 0.01, nil), ("different", 0.2, 0.99, nil)]),
            comparison("town", [("equal", 0.8, 0.1, nil), ("different", 0.2, 0.9, nil)]),
        ],
        blocking: [
            BlockingRule(parts: [BlockingPart("name")], limit: 400),
            BlockingRule(parts: [BlockingPart("born")], limit: 400),
        ],
        isEstimated: true)

    /// 2,000 people of whom every second is there twice: one date of birth in five is retyped wrongly, one town in ten.
    private static func planted(_ count: Int = 2_000) -> (rows: [[String]], truth: [Int32]) {
        var (rows, truth): ([[String]], [Int32]) = ([], [])
        for person in 0..<count {
            let name = "name" + String(chance(person, 1) % 6_000 * 7_919 % 1_000_003, radix: 26)
            let born = "\(1930 + chance(person, 2) % 70)-0\(1 + chance(person, 3) % 9)-\(10 + chance(person, 4) % 18)"
            let town = "town \(chance(person, 5) % 20)"
            rows.append([name, born, town])
            truth.append(Int32(person))
            guard person % 2 == 0 else { continue }
            let wrongBorn = "\(1930 + chance(person, 6) % 70)-11-\(10 + chance(person, 7) % 18)"
            let wrongTown = "town \((chance(person, 5) + 1 + chance(person, 8) % 19) % 20)"
            rows.append([
                name, chance(person, 9) % 5 == 0 ? wrongBorn : born, chance(person, 10) % 10 == 0 ? wrongTown : town,
            ])
            truth.append(Int32(person))
        }
        return (rows, truth)
    }

    private func match(_ rows: [[String]], _ model: MatchModel = Self.model, threads: Int = 1) -> MatchedTable {
        var cells = MatchCells(model)
        for row in rows { cells.add(row) }
        return TableDeduplicator(model: model, threads: threads).match(cells)
    }

    @Test("estimates the probabilities that were planted")
    func estimation() {
        let (rows, truth) = Self.planted()
        let matched = match(rows)
        let model = matched.model
        #expect(abs(model.comparisons[1].levels[0].m - 0.8) < 0.05)
        #expect(abs(model.comparisons[2].levels[0].m - 0.9) < 0.04)
        #expect(abs(model.comparisons[2].levels[0].u - 0.05) < 0.01)
        #expect(model.comparisons[0].levels[0].u < 0.003)
        // A thousand pairs among 3,000 rows.
        let pairs = 3_000.0 * 2_999 / 2
        #expect(abs(pairs / (model.population ?? 1) - 1_000) < 150)
        let quality = ClusterQuality(
            clusters: matched.clusterNumbers(joinWeight: matched.expected.joinWeight), truth: truth)
        #expect(abs(quality.pairPrecision - matched.expected.precision) < 0.05)
        #expect(abs(quality.pairRecall - matched.expected.recall) < 0.05)
    }

    @Test("finds the same people in whatever order the rows come, on however many threads", arguments: [1, 2, 5])
    func order(threads: Int) {
        let rows = Self.planted(400).rows
        func people(_ order: [Int], threads: Int) -> Set<Set<Int>> {
            let clusters = match(order.map { rows[$0] }, threads: threads).clustering().clusters
            return Set(clusters.map { Set($0.map { order[Int($0)] }) })
        }
        let straight = Array(rows.indices)
        let shuffled = straight.sorted { Self.chance($0, 77) < Self.chance($1, 77) }
        // Rows that are alike to the letter are interchangeable: compared by what they say.
        func told(_ people: Set<Set<Int>>) -> [String] {
            people.map { $0.map { rows[$0].joined(separator: "|") }.sorted().joined(separator: "; ") }.sorted()
        }
        #expect(told(people(shuffled, threads: threads)) == told(people(straight, threads: 1)))
    }

    @Test("a block that is too large is split by its further key, and that is said")
    func oversizedBlocks() throws {
        var model = Self.model
        model.blocking = [BlockingRule(parts: [BlockingPart("name")], split: [BlockingPart("town")], limit: 10)]
        model.isEstimated = false
        model.joinWeight = 5
        let rows = (0..<300).map { ["same", "\(1900 + $0)-05-05", "town \($0 % 15)"] }
        let block = try #require(match(rows, model).clustering().blocking.first)
        #expect(block.largestBlock == 300)
        #expect(block.splitBlocks == 1)
        // 15 towns of 20 rows: 190 pairs each, of which each row leaves out what lies more than 10 rows after it.
        #expect(block.pairs + block.pairsLeftOut == 15 * 190)
        #expect(block.pairsLeftOut == 15 * 45)
    }

    @Test("work grows with the rows: a block is never compared row by row as a whole")
    func boundedWork() throws {
        var model = Self.model
        model.blocking = [BlockingRule(parts: [BlockingPart("name")], split: [BlockingPart("town")], limit: 10)]
        model.isEstimated = false
        model.joinWeight = 5
        for count in [500, 5_000] {
            let rows = (0..<count).map { ["same", "\(1900 + $0 % 90)-05-05", "town"] }
            let block = try #require(match(rows, model).clustering().blocking.first)
            #expect(block.pairs <= count * 10)
        }
    }

    @Test("a chain of alike rows does not make one person of its two ends")
    func weakBridge() {
        var model = Self.model
        model.isEstimated = false
        (model.joinWeight, model.population, model.background) = (1, 50, 2_000)
        model.constraints = [MatchConstraint(.forbid, when: [MatchClause("born", .otherYear)])]
        let rows = [["anna", "1980-05-05", "x"], ["anna", "1980", "x"], ["anna", "1990-05-05", "x"]]
        for clustering in [match(rows, model).clustering(), match(rows.reversed(), model).clustering()] {
            #expect(clustering.clusters.count == 2)
        }
    }
}
