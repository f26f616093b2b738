import Testing

@testable import Personnel

@Suite("Reference tables")
struct ReferenceTableTests {
    private let table = ReferenceTable(
        path: "Pipelines/dien-bien/vocabulary/ranks.csv", columns: ["code", "title"],
        rows: [ReferenceTable.Row(line: 7, cells: ["01.003", "Chuyên viên"])])

    @Test("say which column is missing, and which there are")
    func missingColumn() throws {
        #expect(try table.column("title") == 1)
        let mistake = #expect(throws: ReferenceError.self) { try table.column("kind") }
        #expect(
            mistake?.description
                == "Pipelines/dien-bien/vocabulary/ranks.csv:1: expected a column named kind, found “code, title”")
    }

    @Test("point at the cell that is wrong")
    func wrongCell() {
        let mistake = table.mistake(in: table.rows[0], column: "code", expected: "a code such as 01.003")
        #expect(mistake.line == 7)
        #expect(mistake.description.hasSuffix("ranks.csv:7: code: expected a code such as 01.003, found “01.003”"))
    }
}
