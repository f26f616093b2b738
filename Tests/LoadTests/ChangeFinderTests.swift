// What the report of changes rests on: two databases of invented people compared.

import GRDB
import Load
import Personnel
import Testing

@Suite("Changes between two runs") struct ChangeFinderTests {
    /// The invented run a night later: one person gone, one merged, a value, a unit and a place changed, an issue solved.
    private static func nextNight() -> Consolidation {
        var next = InventedRun.consolidation()
        next.people[0].values.salaryStep = 4
        next.people[1].values.oldUnit = 1
        next.assignments[2] = Assignment(status: .assigned, newUnit: "03256", rule: "plan", basis: "Phương án")
        next.register.issues.removeAll { $0.code == .columnUnknown }
        next.history.predecessor = InventedRun.facts.runID
        next.history.generation = 2
        next.history.changes = [
            IdentityChange(.new, id: 1003), IdentityChange(.merged, id: 1002, other: 1001),
            IdentityChange(.split, id: 1004, other: 1001),
        ]
        return next
    }

    private static func compared(in place: Workplace) throws -> DatabaseQueue {
        let (before, after) = (try place.database("before.sqlite"), try place.database("after.sqlite", nextNight()))
        let counts = try ChangeFinder(path: after, before: before).write(nextNight().history.changes)
        #expect(counts == ["new": 1, "merged": 1, "split": 1, "unit": 1, "assignment": 1, "value": 1])
        #expect(try DatabaseCheck.run(path: after).isEmpty)
        return try DatabaseQueue(path: after)
    }

    @Test("who came, was merged and split is told first, then units, places and values with what they were")
    func changes() throws {
        let place = try Workplace()
        let rows = try Self.compared(in: place).read { db in
            try Row.fetchAll(
                db, sql: "SELECT kind, person_id, other_person_id, field, before, after FROM change ORDER BY change_id")
        }
        #expect(
            rows.map { row in
                "\(row[0] as String) \(row[1] as Int) \(row[2] as Int? ?? 0) \(row[3] as String? ?? "") "
                    + "\(row[4] as String? ?? "") > \(row[5] as String? ?? "")"
            } == [
                "new 1003 0   > ", "merged 1002 1001   > ", "split 1004 1001   > ",
                "unit 1002 0  Thị trấn Tuần Giáo > Xã Quài Nưa",
                "assignment 1003 0  review|Xã Tuần Giáo > assigned|Xã Quài Tở", "value 1001 0 salary_step 3 > 4",
            ])
    }

    @Test("issues are counted by sender and code: how many came, how many went")
    func issues() throws {
        let place = try Workplace()
        let rows = try Self.compared(in: place).read { db in
            try Row.fetchAll(db, sql: "SELECT sender, code, before, appeared, resolved, after FROM issue_change")
        }
        #expect(rows.map { "\($0[0] as String) \($0[1] as String)" } == ["tuan-giao column.unknown"])
        #expect(rows.first.map { [$0[2], $0[3], $0[4], $0[5]] as [Int] } == [1, 0, 1, 0])
    }

    @Test("two published databases are compared without a mark in either")
    func comparison() throws {
        let place = try Workplace()
        let (before, after) = (
            try place.database("before.sqlite"), try place.database("after.sqlite", Self.nextNight())
        )
        let (people, issues) = try RunComparison(from: before, to: after).changes()
        #expect(people.map(\.kind) == ["unit", "assignment", "value"])
        #expect(issues.map(\.resolved) == [1])
        let written = try DatabaseQueue(path: after).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM change") }
        #expect(written == 0)
    }
}

@Suite("The ledger of identities") struct LedgerReaderTests {
    @Test("what a run writes of its people is what the next one reads")
    func reads() throws {
        let place = try Workplace()
        var run = InventedRun.consolidation()
        run.history.generation = 3
        run.history.since = [1, 1, 2, 3, 3, 3]
        run.history.fingerprints = (1...7).map { UInt64($0) }
        run.history.retired = [
            RetiredIdentity(id: 7, since: 1, successor: 1001), RetiredIdentity(id: 9, since: 2, successor: nil),
        ]
        run.history.formerRows = [FormerRow(id: 9, fingerprint: 5, nationalID: .max, nameAndBirth: 6)]
        run.history.corrections = [RowCorrection(from: 1, to: 2)]
        let reader = try LedgerReader(path: place.database("ledger.sqlite", run))
        let ledger = try reader.ledger()
        #expect(ledger.run == InventedRun.facts.runID)
        #expect(ledger.generation == 3)
        #expect(ledger.identities.map(\.id) == [7, 9] + (1001...1006).map { Int64($0) })
        #expect(ledger.identities[0].state == .merged(into: 1001))
        #expect(ledger.identities[1].state == .gone)
        #expect(ledger.rows.map(\.fingerprint) == [1, 2, 3, 4, 5, 6, 7])
        #expect(ledger.rows.map(\.owner) == [2, 3, 4, 5, 2, 6, 7])
        #expect(ledger.formerRows == run.history.formerRows)
        #expect(ledger.corrections == run.history.corrections)
        let trace = try reader.traces(of: [ledger.rows[0].rowID]) { ContentHash.of($0) }
        let expected = RowTrace(
            path: "tuan-giao/cap-xa.csv", sheet: "", row: 4, name: ContentHash.of("Lò Văn Ánh"),
            birth: PartialDate(year: 1980, month: 3, day: 5), nationalID: CitizenID(number: 11_080_000_123),
            oldNationalID: nil, unit: 0)
        #expect(trace == [expected])
    }
}
