// Which rows are one person, and which are not.

import Testing

@testable import Transform

@Suite("Deduplicator") struct DeduplicatorTests {
    private let deduplicator = Deduplicator(model: .invented)

    @Test("a list numbers two namesakes apart, but lists some people twice")
    func oneList() {
        let namesakes = InventedList(
            "a/1.csv",
            [
                InventedRow("Lò Văn Cường", "1985-12-02", unit: "UBND xã Nà Sáy", position: "Công chức"),
                InventedRow("Lò Văn Cường", "1985-12", unit: "UBND xã Nà Sáy", position: "Công chức"),
            ])
        #expect(deduplicator.cluster(register([namesakes])).clusters == [[0], [1]])
        let twice = InventedList(
            "a/1.csv",
            [
                InventedRow("Lò Văn Cường", "1985-12-02", unit: "UBND xã Nà Sáy"),
                InventedRow("Lò Văn Cường", "1985-12-02", unit: "UBND xã Nà Sáy"),
            ])
        #expect(deduplicator.cluster(register([twice])).clusters == [[0, 1]])
    }

    @Test("a row that fits two people does not make them one")
    func noBridge() {
        let clustering = deduplicator.cluster(
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

    @Test("evidence may outweigh a doubt, but first all that is beyond doubt finds together")
    func outweighedDoubt() {
        var model = MatchModel.invented
        model.constraints[2].below = 30
        let right = InventedRow(
            "Lò Thị Hạnh", "1984-02-10", id: 11_184_006_400, unit: "UBND xã Nà Sáy", position: "Kế toán")
        var slip = right
        slip.id = 11_184_006_500
        let poor = InventedRow("Lò Thị Hạnh", "1984-02", id: 11_184_006_500)
        let other = InventedRow("Lò Thị Hạnh", "1984-02-11", id: 11_184_006_400)
        func clusters(_ lists: [[InventedRow]]) -> ClusterList {
            let lists = lists.enumerated().map { InventedList("a/\($0.offset).csv", $0.element) }
            return Deduplicator(model: model).cluster(register(lists)).clusters
        }
        #expect(clusters([[right], [slip]]) == [[0, 1]])
        #expect(clusters([[right], [poor]]) == [[0], [1]])
        // The slip is most like the right row; its own list numbers it apart from another row of the right number.
        #expect(clusters([[right], [slip, other]]) == [[0, 2], [1]])
    }

    private static let apart = [
        InventedList("a/1.csv", [InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123, gender: .male)]),
        InventedList("b/2.csv", [InventedRow("Cà Thị Hặc", "1991-11-30", id: 11_191_000_456, gender: .female)]),
        InventedList("c/3.csv", [InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123, gender: .male)]),
    ]

    @Test("what people decided stands above evidence and constraints")
    func decisions() {
        let register = register(Self.apart)
        #expect(deduplicator.cluster(register).clusters == [[0, 2], [1]])
        let same = deduplicator.cluster(register, decisions: PairDecisions(same: [(1, 0)]))
        #expect(same.clusters.contains([0, 1]) || same.clusters == [[0, 1, 2]])
        #expect(same.joins.contains { $0.isDecided })
        let different = deduplicator.cluster(register, decisions: PairDecisions(different: [(2, 0)]))
        #expect(different.clusters == [[0], [1], [2]])
        #expect(different.reviews.isEmpty)
    }

    @Test("of decisions that contradict each other, different counts, and the other is told")
    func contradictoryDecisions() {
        let register = register(Self.apart)
        let decisions = PairDecisions(same: [(0, 1), (1, 2)], different: [(0, 2)])
        let clustering = deduplicator.cluster(register, decisions: decisions)
        #expect(clustering.clusters.count == 2)
        #expect(clustering.contradicted.count == 1)
        #expect(!clustering.clusters.contains { $0.contains(0) && $0.contains(2) })
    }

    @Test("evidence comes one line a comparison, in stable order")
    func evidence() throws {
        let clustering = deduplicator.cluster(
            register([
                InventedList("a/1.csv", [InventedRow("Lý Văn Chía", "1988-02-15", id: 11_088_017_848, gender: .male)]),
                InventedList("b/2.csv", [InventedRow("Ly Van Chia", "1988", id: 11_088_017_848, gender: .male)]),
            ]))
        let join = try #require(clustering.joins.first)
        #expect(
            clustering.lines(of: join) == [
                "full_name: equal without accents", "birth_date: same year", "national_id: equal", "gender: equal",
            ])
        #expect(join.probability > 0.99)
    }
}
