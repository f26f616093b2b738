// Which rows are one person, and which are not.

import Personnel
import Testing

@testable import Transform

@Suite("Deduplicator") struct DeduplicatorTests {
    enum Outcome { case same, review, apart }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var one: InventedRow
        var other: InventedRow
        var outcome: Outcome

        init(_ description: String, _ one: InventedRow, _ other: InventedRow, _ outcome: Outcome) {
            testDescription = description
            self.one = one
            self.other = other
            self.outcome = outcome
        }
    }

    static let pairs = [
        Case(
            "an equal identity number with equal name and birth date",
            InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123),
            InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123), .same),
        Case(
            "an equal identity number joins a row without accents and with the year alone",
            InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123),
            InventedRow("Lo Van Pang", "1985", id: 11_085_000_123), .same),
        Case(
            "an equal identity number does not join two people of other name and birth date",
            InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123, gender: .male),
            InventedRow("Cà Thị Hặc", "1991-11-30", id: 11_085_000_123, gender: .female), .apart),
        Case(
            "equal name, full birth date and unit",
            InventedRow("Quàng Thị Inh", "1989-08-25", unit: "UBND xã Nà Sáy"),
            InventedRow("Quàng Thị Inh", "1989-08-25", unit: "UBND xã Nà Sáy"), .same),
        Case(
            "an equal old number",
            InventedRow("Quàng Thị Inh", "1989-08-25", oldID: 41_452_553),
            InventedRow("QUÀNG THỊ INH", "1989", oldID: 41_452_553), .same),
        Case(
            "name and year of birth are no identity: a person decides",
            InventedRow("Lò Thị Hạnh", "1984"), InventedRow("Lò Thị Hạnh", "1984"), .review),
        Case(
            "nor are name and 1 January",
            InventedRow("Lò Thị Hạnh", "1984-01-01"), InventedRow("Lò Thị Hạnh", "1984-01-01"), .review),
        Case(
            "different numbers that agree with their own rows forbid a merge",
            InventedRow(
                "Lò Thị Hạnh", "1984-02-10", id: 11_184_006_400, gender: .female, unit: "Trường Mầm non Nà Sáy"),
            InventedRow(
                "Lò Thị Hạnh", "1984-02-10", id: 11_184_017_921, gender: .female, unit: "Trường Mầm non Nà Sáy"),
            .apart),
        Case(
            "numbers one digit apart go to review",
            InventedRow("Lò Thị Hạnh", "1984-02-10", id: 11_184_006_400, gender: .female),
            InventedRow("Lò Thị Hạnh", "1984-02-10", id: 11_184_006_500, gender: .female), .review),
        Case(
            "numbers with two neighbouring digits swapped go to review",
            InventedRow("Lò Thị Hạnh", "1984-02-10", id: 11_184_006_470, gender: .female),
            InventedRow("Lò Thị Hạnh", "1984-02-10", id: 11_184_006_740, gender: .female), .review),
        Case(
            "a number that contradicts its own row does not keep rows apart",
            InventedRow("Lò Văn Dính", "1990-02-20", id: 11_090_029_222, gender: .male, unit: "Phòng Nội vụ"),
            InventedRow("Lò Văn Dính", "1990-02-20", id: 11_098_029_222, gender: .male, unit: "Phòng Nội vụ"), .same),
        Case(
            "day and month swapped, all else equal",
            InventedRow("Tráng Nỏ Páo", "1981-11-02", gender: .male, unit: "UBND xã Na Sang", position: "Chủ tịch"),
            InventedRow("Tráng Nỏ Páo", "1981-02-11", gender: .male, unit: "UBND xã Na Sang", position: "Chủ tịch"),
            .same),
        Case(
            "a middle name left out, all else equal",
            InventedRow("Lê Minh Tùng", "1972-03-23", unit: "UBND phường Mường Thanh", position: "Bí thư Đảng ủy"),
            InventedRow("Lê Tùng", "1972-03-23", unit: "UBND phường Mường Thanh", position: "Bí thư Đảng ủy"), .same),
        Case(
            "i for y", InventedRow("Lý Văn Chía", "1988-02-15", unit: "TT VHTT"),
            InventedRow("Lí Văn Chía", "1988-02-15", unit: "TT VHTT"), .same),
        Case(
            "other sex and other year of birth",
            InventedRow("Vàng A Pao", "1982-08-22", oldID: 49_001_474, gender: .male),
            InventedRow("Vàng A Pao", "1983-08-22", oldID: 49_001_474, gender: .female), .apart),
    ]

    @Test("two rows of two lists", arguments: pairs)
    func twoLists(pair: Case) {
        let clustering = Deduplicator().cluster(
            register([InventedList("a/1.csv", [pair.one]), InventedList("b/2.csv", [pair.other])]))
        let outcome: Outcome =
            clustering.clusters.count == 1 ? .same : clustering.reviews.isEmpty ? .apart : .review
        #expect(outcome == pair.outcome)
    }

    @Test("a list numbers two namesakes apart, but lists some people twice")
    func oneList() {
        let namesakes = InventedList(
            "a/1.csv",
            [
                InventedRow("Lò Văn Cường", "1985-12-02", unit: "UBND xã Nà Sáy", position: "Công chức"),
                InventedRow("Lò Văn Cường", "1985-12", unit: "UBND xã Nà Sáy", position: "Công chức"),
            ])
        #expect(Deduplicator().cluster(register([namesakes])).clusters == [[0], [1]])
        let twice = InventedList(
            "a/1.csv",
            [
                InventedRow("Lò Văn Cường", "1985-12-02", unit: "UBND xã Nà Sáy"),
                InventedRow("Lò Văn Cường", "1985-12-02", unit: "UBND xã Nà Sáy"),
            ])
        #expect(Deduplicator().cluster(register([twice])).clusters == [[0, 1]])
    }

    @Test("a row that fits two people does not make them one")
    func noBridge() {
        let clustering = Deduplicator().cluster(
            register([
                InventedList(
                    "a/1.csv",
                    [
                        InventedRow("Lò Thị Hạnh", "1984-02-10", id: 11_184_006_400, unit: "UBND xã Nà Sáy"),
                        InventedRow("Lò Thị Hạnh", "1984-02-10", id: 11_184_017_921, unit: "UBND xã Nà Tòng"),
                    ]),
                InventedList("b/2.csv", [InventedRow("Lò Thị Hạnh", "1984-02-10", unit: "UBND xã Nà Tòng")]),
            ]))
        #expect(clustering.clusters == [[0], [1, 2]])
    }

    private static let apart = [
        InventedList("a/1.csv", [InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123, gender: .male)]),
        InventedList("b/2.csv", [InventedRow("Cà Thị Hặc", "1991-11-30", id: 11_191_000_456, gender: .female)]),
        InventedList("c/3.csv", [InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123, gender: .male)]),
    ]

    @Test("what people decided stands above evidence and constraints")
    func decisions() {
        let register = register(Self.apart)
        #expect(Deduplicator().cluster(register).clusters == [[0, 2], [1]])
        let same = Deduplicator().cluster(register, decisions: PairDecisions(same: [(1, 0)]))
        #expect(same.clusters.contains([0, 1]) || same.clusters == [[0, 1, 2]])
        #expect(same.joins.contains { $0.isDecided })
        let different = Deduplicator().cluster(register, decisions: PairDecisions(different: [(2, 0)]))
        #expect(different.clusters == [[0], [1], [2]])
        #expect(different.reviews.isEmpty)
    }

    @Test("of decisions that contradict each other, different counts, and the other is told")
    func contradictoryDecisions() {
        let register = register(Self.apart)
        let decisions = PairDecisions(same: [(0, 1), (1, 2)], different: [(0, 2)])
        let clustering = Deduplicator().cluster(register, decisions: decisions)
        #expect(clustering.clusters.count == 2)
        #expect(clustering.contradicted.count == 1)
        #expect(!clustering.clusters.contains { $0.contains(0) && $0.contains(2) })
    }

    @Test("evidence comes one line a comparison, in stable order")
    func evidence() throws {
        let clustering = Deduplicator().cluster(
            register([
                InventedList("a/1.csv", [InventedRow("Lý Văn Chía", "1988-02-15", id: 11_088_017_848, gender: .male)]),
                InventedList("b/2.csv", [InventedRow("Ly Van Chia", "1988", id: 11_088_017_848, gender: .male)]),
            ]))
        let join = try #require(clustering.joins.first)
        #expect(
            join.evidence.lines == [
                "full_name: equal without accents", "birth_date: same year", "national_id: equal", "gender: equal",
            ])
        #expect(join.probability > 0.99)
    }
}
