// Cells that repeat the value above: ditto marks, merged cells, blanks that merged cells left behind.

import Personnel
import Tabular
import Testing

@testable import Extract

@Suite("Repeated cells")
struct RepeatedCellTests {
    @Test(
        "a ditto mark repeats the value above",
        arguments: [
            "nt", "-nt-", "\"", "''", "//", "như trên", "NT", "- nt -", "”", "\"\"", "(nt)", "“nt”", "…nt…", "n/t",
            "-n.t-",
            "NHƯ TRÊN", "- - nt - -", "-‘’-", "″″", ",,",
        ])
    func ditto(_ mark: String) throws {
        let read = try read(
            """
            STT | Họ và tên | Năm sinh | Đơn vị | Số điện thoại
            1 | Lò Văn Pâng | 1985 | UBND xã Na Sang | 0912345678
            2 | Mùa A Sình | 1980 | \(mark) | \(mark)
            3 | Cà Thị Hoa | 1990 | \(mark) | 0912345679
            """)
        #expect(read.values(.unit) == ["UBND xã Na Sang", "UBND xã Na Sang", "UBND xã Na Sang"])
        #expect(read.values(.phone)[1] == mark, "a telephone number does not repeat")
    }

    @Test("ditto marks repeat in columns of two fields and of ticks as well")
    func combinedDitto() throws {
        let read = try read(
            """
            STT | Họ tên | Năm sinh | Chức vụ, đơn vị công tác | CB
            1 | Lò Văn Pâng | 1985 | Giáo viên, Trường Mầm non Na Sang | Công chức
            2 | Mùa A Sình | 1990 | nt | nt
            """)
        #expect(read.values(.position) == ["Giáo viên", "Giáo viên"])
        #expect(read.values(.unit) == ["Trường Mầm non Na Sang", "Trường Mầm non Na Sang"])
        #expect(read.values(.category) == ["Công chức", "Công chức"])
    }

    @Test(
        "what is no ditto mark is a value", arguments: ["Nam", "Nông dân", "-", "...", "Thái", "nt2"])
    func noDitto(_ text: String) throws {
        #expect(try !Vocabulary.words().isDitto(text))
    }

    @Test("a ditto mark at the top of a table or below a blank repeats nothing")
    func nothingAbove() throws {
        let read = try read(
            """
            STT | Họ và tên | Năm sinh | Dân tộc
            1 | Lò Văn Pâng | 1985 | nt
            2 | Mùa A Sình | 1980 | Mông
            3 | Cà Thị Hoa | 1990 |
            4 | Vì Thị Lan | 1991 | nt
            """)
        #expect(read.values(.ethnicity) == ["", "Mông", "", ""])
    }

    @Test("a merged cell repeats its value where the column is one that repeats")
    func merged() throws {
        var sheet = SheetUnderTest(
            """
            STT | Họ và tên | Ngày sinh | Đơn vị | Ngày tuyển dụng
            1 | Lò Văn Pâng | 12/03/1985 | UBND xã Na Sang | 01/02/2010
            2 | Mùa A Sình | 01/02/1980 | UBND xã Na Sang | 01/02/2010
            """)
        sheet.origins = [[], [], [.own, .own, .own, .mergedFromAbove, .mergedFromAbove]]
        let read = try read([sheet])
        #expect(read.values(.unit) == ["UBND xã Na Sang", "UBND xã Na Sang"])
        #expect(read.values(.recruitedOn) == ["01/02/2010", ""])
    }

    @Test("blanks below a value in blocks are filled down, with one note a block")
    func filledDown() throws {
        let read = try read(
            """
            STT | Họ và tên | Ngày sinh | Đơn vị | Dân tộc
            1 | Lò Văn Pâng | 12/03/1985 | UBND xã Na Sang | Thái
            2 | Mùa A Sình | 01/02/1980 | |
            3 | Cà Thị Hoa | 05/06/1990 | |
            4 | Vì Thị Lan | 05/06/1991 | UBND xã Sa Lông | Thái
            5 | Lò Thị Hoa | 05/06/1992 | |
            """)
        #expect(
            read.values(.unit) == [
                "UBND xã Na Sang", "UBND xã Na Sang", "UBND xã Na Sang", "UBND xã Sa Lông", "UBND xã Sa Lông",
            ])
        #expect(read.values(.ethnicity) == ["Thái", "", "", "Thái", ""], "only unit and department are filled down")
        #expect(read.codes == [.valueFilledDown, .valueFilledDown])
    }

    @Test("a unit may come again after a page break, a blank line, or further down among long blocks")
    func comesAgain() throws {
        let read = try read(
            """
            STT | Họ và tên | Ngày sinh | Đơn vị
            1 | Lò Văn Pâng | 12/03/1985 | UBND xã Na Sang
            2 | Mùa Thị Sua | 05/06/1990 |
            3 | Cà Văn Inh | 01/02/1979 |
            4 | Lò Thị Thu | 03/02/1979 | Đảng ủy xã Na Sang
            5 | Vừ A Lử | 04/02/1979 |
            6 | Vừ A Bằng | 04/05/1979 |
            STT | Họ và tên | Ngày sinh | Đơn vị
            7 | Lò Văn Hặc | 04/02/1981 | Đảng ủy xã Na Sang
            8 | Lò Văn Inh | 04/02/1982 |
            | | |
            9 | Lò Văn Panh | 04/02/1983 | UBND xã Na Sang
            10 | Lò Văn Hom | 04/02/1984 |
            11 | Lò Văn Ánh | 04/02/1986 |
            12 | Lò Văn Chựa | 04/02/1987 | Đảng ủy xã Na Sang
            13 | Lò Văn Tướng | 04/02/1988 |
            14 | Lò Văn Xôm | 04/02/1989 |
            15 | Lò Văn Tỉnh | 04/02/1990 | UBND xã Na Sang
            16 | Lò Văn Én | 04/02/1991 |
            """)
        let (committee, party) = ("UBND xã Na Sang", "Đảng ủy xã Na Sang")
        let blocks = [(committee, 3), (party, 5), (committee, 3), (party, 3), (committee, 2)]
        #expect(read.values(.unit) == blocks.flatMap { Array(repeating: $0.0, count: $0.1) })
    }

    @Test("signers at the foot are no people whose unit is blank")
    func filledDownAboveSigners() throws {
        let read = try read(
            """
            STT | Họ và tên | Chức vụ | Đơn vị | Đối tượng
            1 | Lò Văn Pâng | Hiệu trưởng | Trường Mầm non Na Sang | Viên chức
            2 | Mùa Thị Sua | Giáo viên | | Viên chức
            3 | Cà Văn Inh | Giáo viên | | Viên chức
            | | | | Na Sang, ngày 20 tháng 5 năm 2025
            | NGƯỜI LẬP BIỂU | | | HIỆU TRƯỞNG
            | Lò Thị Thu | | | Lò Văn Pâng
            """)
        #expect(read.values(.unit) == Array(repeating: "Trường Mầm non Na Sang", count: 3))
    }

    @Test("a section begins a new block: nothing is filled down across it")
    func filledDownBySection() throws {
        let read = try read(
            """
            STT | Họ và tên | Chức vụ | Phòng, ban
            I | VĂN PHÒNG | |
            1 | Lò Văn Pâng | Chánh Văn phòng | Lãnh đạo
            2 | Mùa A Sình | Phó Chánh Văn phòng |
            3 | Cà Thị Hoa | Phó Chánh Văn phòng |
            II | PHÒNG NỘI VỤ | |
            1 | Vì Thị Lan | Trưởng phòng |
            """)
        #expect(read.values(.department) == ["Lãnh đạo", "", "", ""], "the second section shows no merged value")
    }

    @Test("gaps in a column where rows have their own values stay blank")
    func gaps() throws {
        let read = try read(
            """
            STT | Họ và tên | Ngày sinh | Bộ phận
            1 | Lò Văn Pâng | 12/03/1985 | Tổ Văn
            2 | Mùa A Sình | 01/02/1980 |
            3 | Cà Thị Hoa | 05/06/1990 | Tổ Toán
            4 | Vì Thị Lan | 05/06/1991 |
            5 | Lò Thị Hoa | 05/06/1992 | Tổ Văn
            6 | Lò Thị Mai | 05/06/1993 |
            """)
        #expect(read.values(.department) == ["Tổ Văn", "", "Tổ Toán", "", "Tổ Văn", ""])
        #expect(read.codes.isEmpty)
    }

    @Test("a ditto mark goes on over a section's line for a person's own facts, not for the unit")
    func dittoAcrossSections() throws {
        let read = try read(
            """
            STT | Họ và tên | Năm sinh | Dân tộc | Đơn vị
            I | Lãnh đạo | | |
            1 | Lò Văn Pâng | 1985 | Thái | UBND xã Hừa Ngài
            II | Công chức | | |
            2 | Cà Thị Én | 1990 | nt | nt
            """)
        #expect(read.values(.ethnicity) == ["Thái", "Thái"])
        #expect(read.values(.unit) == ["UBND xã Hừa Ngài", ""])
    }
}
