// Sections: their marks, how they nest, and rows that only look like one.

import Personnel
import Testing

@testable import Extract

@Suite("Sections")
struct SectionTests {
    private func sections(_ lines: [String]) throws -> [[String]] {
        let rows = lines.enumerated().map { index, line in
            line == "*" ? "\(index) | Lò Văn Pâng | 12/03/1985 | Thái" : line
        }
        return try read("STT | Họ và tên | Ngày sinh | Dân tộc\n" + rows.joined(separator: "\n")).sections
    }

    @Test("a mark replaces the one of its kind, and a deeper one nests")
    func nesting() throws {
        let found = try sections([
            "A | XÃ NÀ SÁY", "I | CÁN BỘ", "*", "II | CÔNG CHỨC", "*", "B | XÃ NA SANG", "I | CÁN BỘ", "*",
        ])
        #expect(
            found == [["A XÃ NÀ SÁY", "I CÁN BỘ"], ["A XÃ NÀ SÁY", "II CÔNG CHỨC"], ["B XÃ NA SANG", "I CÁN BỘ"]])
    }

    @Test("an I that goes on from H is a letter, one below a letter is Roman")
    func ambiguousMarks() throws {
        let found = try sections([
            "H. Phường Him Lam", "I. Trường Tiểu học Him Lam", "*", "I. Xã Thanh Minh", "I. Trường Mầm non Thanh Minh",
            "*",
        ])
        #expect(
            found == [
                ["H Phường Him Lam", "I Trường Tiểu học Him Lam"], ["I Xã Thanh Minh", "I Trường Mầm non Thanh Minh"],
            ])
    }

    @Test("communes stand below the level that opens them, marked or not", arguments: ["II. KHỐI XÃ", "KHỐI XÃ"])
    func levels(_ level: String) throws {
        let found = try sections(["I. KHỐI HUYỆN", "PHÒNG NỘI VỤ", "*", level, "XÃ NA SANG", "*", "XÃ SA LÔNG", "*"])
        let name = level.hasPrefix("II") ? "II KHỐI XÃ" : "KHỐI XÃ"
        #expect(found == [["I KHỐI HUYỆN", "PHÒNG NỘI VỤ"], [name, "XÃ NA SANG"], [name, "XÃ SA LÔNG"]])
    }

    @Test("words without a mark nest by what they name")
    func unmarked() throws {
        let found = try sections([
            "XÃ NÀ SÁY", "CÁN BỘ", "*", "CÔNG CHỨC", "*", "XÃ NA SANG", "CÁN BỘ", "*",
        ])
        #expect(found == [["XÃ NÀ SÁY", "CÁN BỘ"], ["XÃ NÀ SÁY", "CÔNG CHỨC"], ["XÃ NA SANG", "CÁN BỘ"]])
    }

    @Test("numbered units below a Roman mark are sections, not people")
    func numbered() throws {
        let found = try sections([
            "I. KHỐI MẦM NON", "1. Trường Mầm non Hoa Ban", "*", "2 | Trường Mầm non Sơn Ca", "*", "II. KHỐI TIỂU HỌC",
            "*",
        ])
        #expect(
            found == [
                ["I KHỐI MẦM NON", "1 Trường Mầm non Hoa Ban"], ["I KHỐI MẦM NON", "2 Trường Mầm non Sơn Ca"],
                ["II KHỐI TIỂU HỌC"],
            ])
    }

    @Test("a number before a person's name alone is a person, whatever the surname may also mean")
    func nameAlone() throws {
        for name in ["Xa Văn Phương", "Bàn Thị Đoàn", "Tô Văn Ban", "To Thi Doan", "Lò Văn Pâng"] {
            let read = try read(
                "STT | Họ và tên | Ngày sinh | Dân tộc\n1 | \(name) | | \n2 | Cà Văn Inh | 12/03/1985 | Thái")
            #expect(read.values(.fullName) == [name, "Cà Văn Inh"])
        }
    }

    @Test(
        "a section and the person below it are no heading, whatever the person's cells look like",
        arguments: ["011 066 172 566", ""])
    func sectionAbovePerson(number: String) throws {
        let list = try read(
            """
            STT | Họ tên | NTNS | Giới tính | Số CCCD | Dân tộc | Quê quán | Chức vụ | Bậc/Hệ số | Trình độ | |
             | | | | | | | | | Đào tạo | Chuyên ngành | LLCT
             | | | | | | | | | Chuyên môn | |
            I | Cán bộ | | | | | | | | | |
            1 | Lê Quang Lộc | 11/07/1966 | Nam | \(number) | Kinh | Xã Na Sang | Bí thư | 9/4,98 | Đại học | Lâm sinh | Cao cấp
            2 | Hoàng Văn Hợp | 23/05/1969 | Nam | 001 069 896 302 | Thái | Xã Pa Ham | Phó Bí thư | 9/4,98 | Đại học | Luật | Cao cấp
            """)
        #expect(list.kinds == [.heading, .heading, .heading, .section, .person, .person])
        #expect(list.values(.fullName) == ["Lê Quang Lộc", "Hoàng Văn Hợp"])
        #expect(list.sections == [["I Cán bộ"], ["I Cán bộ"]])
    }

    @Test("letters go on past the end of the alphabet")
    func pastZ() throws {
        let found = try sections([
            "Z | Xã Quài Tở", "I | Trường Tiểu học A", "*", "Z26 | Xã Mùn Chung", "I | Trường Tiểu học B", "*",
        ])
        #expect(found[1] == ["Z26 Xã Mùn Chung", "I Trường Tiểu học B"])
    }

    @Test(
        "what counts a section's people is no part of its name",
        arguments: [
            "* Phòng Nội vụ: 2 đồng chí", "Phòng Nội vụ: 02", "PHÒNG NỘI VỤ (2 người)", "Phòng Nội vụ - 2 người",
        ])
    func countedInWords(line: String) throws {
        #expect(try sections([line, "*"])[0].map { $0.lowercased() }.last?.hasSuffix("phòng nội vụ") == true)
        #expect(try sections(["Trường Tiểu học số 2", "*"]) == [["Trường Tiểu học số 2"]])
    }

    @Test("the number of a page alone opens no section")
    func pageNumber() throws {
        let read = try read(
            "STT | Họ và tên | Ngày sinh | Dân tộc\n1 | Lò Văn Pâng | 1985 | Thái\n2 | | |\n2 | Mùa A Sình | 1980 | Mông"
        )
        #expect(read.kinds == [.heading, .person, .note, .person])
    }

    @Test("a section's row may count its people")
    func counted() throws {
        #expect(try sections(["I | PHÒNG NỘI VỤ | 7", "*"]) == [["I PHÒNG NỘI VỤ"]])
    }

    @Test(
        "marks are read in every writing",
        arguments: [
            ("I. CÁN BỘ", "I", "CÁN BỘ"), ("A - Phường Him Lam", "A", "Phường Him Lam"),
            ("1/ Phòng Y tế", "1", "Phòng Y tế"),
            ("a) Lãnh đạo", "a", "Lãnh đạo"), ("II.1. Tổ Văn", "II.1", "Tổ Văn"),
            ("(III) Ban Dân tộc", "III", "Ban Dân tộc"),
            ("Phần I: Khối huyện", "Phần I", "Khối huyện"), ("Z26. Xã Quài Tở", "Z26", "Xã Quài Tở"),
        ])
    func marks(_ text: String, _ mark: String, _ rest: String) throws {
        let found = try #require(ListMark.leading(text))
        #expect(found.mark.text == mark)
        #expect(found.rest == rest)
    }

    @Test(
        "words with a dash inside bear no mark",
        arguments: ["CÁN BỘ - CÔNG CHỨC", "Văn phòng HĐND", "UBND - HĐND", "12/03/1985"])
    func noMark(_ text: String) { #expect(ListMark.leading(text) == nil) }

    @Test("a letter that goes on from no other stands for the word before a unit's name")
    func unitLetters() throws {
        #expect(try sections(["P. Nội vụ", "*", "P.TC-KH", "*"]) == [["P. Nội vụ"], ["P. TC-KH"]])
        #expect(try sections(["X. Na Sang", "*"]) == [["X. Na Sang"]])
        let marked = try sections(["O. Xã Na Sang", "*", "P. Xã Sa Lông", "*"])
        #expect(marked == [["O Xã Na Sang"], ["P Xã Sa Lông"]])
    }

    @Test("a footer with a short date and a deputy who signs opens no section")
    func shortFooter() throws {
        let read = try read(
            """
            TT | Họ và tên | Ngày sinh | Môn dạy
            Tổ KHTN | | |
            1 | Lò Văn Pâng | 1985 | Toán
            Quài Tở, ngày 10/6/2025 | | |
            P. HIỆU TRƯỞNG | | |
            """)
        #expect(read.kinds == [.heading, .section, .person, .note, .note])
        #expect(read.list.listDate == PartialDate(iso: "2025-06-10"))
    }
}
