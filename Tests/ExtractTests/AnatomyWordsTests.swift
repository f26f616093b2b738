// The words of a sheet's anatomy: read from a table, compared with their accents.

import Personnel
import Testing

@testable import Extract

@Suite("Words of the anatomy")
struct AnatomyWordsTests {
    @Test("an accent tells words apart; a text without any may be either")
    func accents() throws {
        let words = try Vocabulary.words()
        #expect(words.opening(LineWords("Cộng: 7 người"), .partTotal) == 1)
        #expect(words.opening(LineWords("Cong: 7 nguoi"), .partTotal) == 1)
        #expect(words.opening(LineWords("Công chức"), .partTotal) == nil)
        #expect(words.opening(LineWords("Tòng Thị Mai"), .grandTotal) == nil)
        #expect(words.opening(LineWords("Uỷ ban nhân dân xã"), .place) == 4, "the other placement of the tone mark")
    }

    @Test(
        "a section ranks by what it names",
        arguments: [
            ("XÃ NA SANG", SectionRank.place), ("Trường Mầm non Hoa Ban", .organisation),
            ("Phòng Nội vụ", .organisation),
            ("Tổ Khoa học xã hội", .division), ("CÔNG CHỨC", .category), ("Lò Văn Pâng", .other),
        ])
    func ranks(_ text: String, _ rank: SectionRank) throws {
        #expect(try Vocabulary.words().rank(ofSection: LineWords(text)) == rank)
    }

    @Test(
        "ditto marks are told from words that begin like them",
        arguments: [
            ("nt", true), ("-nt-", true), ("NT", true), ("Như trên", true), ("nhu tren", true), ("NHƯ TRÊN", true),
            ("\"", true), ("''", true), ("“", true), ("n/t", true), ("( nt )", true), ("", false), ("Nam", false),
            ("Nhân viên", false), ("NHÂN VIÊN", false), ("Nhà giáo", false), ("n", false), ("nh", false),
            ("12", false), ("-", false),
        ])
    func ditto(_ text: String, _ isDitto: Bool) throws {
        #expect(try Vocabulary.words().isDitto(text) == isDitto)
    }

    @Test("a mistake in the table names its line and what was expected")
    func mistake() {
        let table = ReferenceTable(
            path: "anatomy.csv", columns: ["kind", "word"], rows: [.init(line: 3, cells: ["totals", "cộng"])])
        #expect {
            try AnatomyWords(table)
        } throws: { error in
            (error as? ReferenceError)?.line == 3 && (error as? ReferenceError)?.column == "kind"
        }
    }

    @Test("a sheet that is no list keeps few of its lines")
    func endlessNotes() throws {
        let read = try read((1...500).map { "Dòng số \($0)" }.joined(separator: "\n"))
        #expect(read.kinds.allSatisfy { $0 == .note })
        #expect(read.list.contexts.count < 50)
    }
}
