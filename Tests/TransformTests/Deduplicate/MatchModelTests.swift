// The model of matching as a table that can be read and edited.

import Personnel
import Testing

@testable import Transform

@Suite("Match model") struct MatchModelTests {
    private func table(_ rows: [[String]]) -> ReferenceTable {
        ReferenceTable(
            path: "matching.csv", columns: ["comparison", "level", "m", "u"],
            rows: rows.enumerated().map { ReferenceTable.Row(line: $0.offset + 2, cells: $0.element) })
    }

    @Test("a table changes what it names and leaves the rest as it is")
    func reading() throws {
        let model = try MatchModel(
            table: table([["join", "", "9", ""], ["review", "", "2", ""], ["unit", "equal", "0.5", "0.001"]]))
        #expect(model.joinWeight == 9)
        #expect(model.reviewWeight == 2)
        #expect(model[.unit, .equal] == MatchModel.Probabilities(m: 0.5, u: 0.001))
        #expect(model[.unit, .different] == MatchModel()[.unit, .different])
    }

    @Test(
        "a mistake is told with its line and column",
        arguments: [
            (["height", "equal", "0.5", "0.1"], "comparison"), (["unit", "missing", "0.5", "0.1"], "level"),
            (["unit", "equal", "1.5", "0.1"], "m"), (["unit", "equal", "0.5", "0"], "u"),
            (["join", "", "high", ""], "m"),
        ])
    func mistakes(row: [String], column: String) {
        #expect {
            try MatchModel(table: table([row]))
        } throws: { error in
            let mistake = error as? ReferenceError
            return mistake?.line == 2 && mistake?.column == column
        }
    }
}
