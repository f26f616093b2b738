import Personnel
import Testing

@testable import Pipeline

@Suite("Tables of a pipeline")
struct PipelineFolderTests {
    @Test("are read with their lines; blank rows and remarks are left out")
    func reads() throws {
        let text = "\u{FEFF}code,title\r\n# a remark,\r\n\r\n01.003, Chuyên viên \r\n\"01.\n004\",Cán sự\r\n"
        let table = try ReferenceTable(csv: Array(text.utf8), path: "ranks.csv")
        #expect(table.columns == ["code", "title"])
        #expect(table.rows.map(\.line) == [4, 5])
        #expect(table.rows[0].cells == ["01.003", "Chuyên viên"])
    }

    @Test("are parted by what parts their heading, whatever stands in remarks above it")
    func remarkAbove() throws {
        let text = "# commas; or semicolons\r\n\"# a remark; too\"\r\n\r\ncode,title\r\n01.003,Chuyên viên; cán sự\r\n"
        let table = try ReferenceTable(csv: Array(text.utf8), path: "ranks.csv")
        #expect(table.columns == ["code", "title"])
        #expect(table.rows[0].cells == ["01.003", "Chuyên viên; cán sự"])
    }

    @Test(
        "with a mistake say where",
        arguments: [
            ("code,title\n01.003\n", 2, "2 cells"), ("code,code\n", 1, "each once"), ("", 1, "a heading row"),
            ("code,\n", 1, "a heading for each column"),
        ])
    func mistakes(text: String, line: Int, words: String) {
        let mistake = #expect(throws: ReferenceError.self) {
            try ReferenceTable(csv: Array(text.utf8), path: "ranks.csv")
        }
        #expect(mistake?.line == line)
        #expect(mistake?.expected.contains(words) == true)
    }

    @Test("in another encoding than UTF-8 are refused")
    func otherEncoding() {
        let mistake = #expect(throws: ReferenceError.self) {
            try ReferenceTable(csv: [0x63, 0xF5, 0x0A], path: "ranks.csv")
        }
        #expect(mistake?.expected.contains("UTF-8") == true)
    }
}
