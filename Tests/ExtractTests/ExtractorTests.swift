// A whole sheet, from letterhead to signatures, and the ways in which sheets depart from the form.

import Personnel
import Tabular
import Testing

@testable import Extract

@Suite("Reading a list")
struct ExtractorTests {
    @Test("a summary below a list counts, and names nobody")
    func summaryBelow() throws {
        let read = try read(
            """
            STT | Họ và tên | Ngày sinh | Chức vụ
            1 | Lò Văn Pâng | 12/03/1985 | Kế toán
            | | |
            STT | Đơn vị | Số người |
            1 | Phòng Nội vụ | 7 |
            | Cộng | 12 |
            STT | Họ và tên | Ngày sinh | Chức vụ
            2 | Mùa A Sình | 12/03/1986 | Kế toán
            """)
        #expect(read.kinds == [.heading, .person, .blank, .note, .note, .total, .heading, .person])
        #expect(read.codes.isEmpty)
    }

    @Test("a second list to the right is not read, and said so")
    func listBeside() throws {
        let read = try read(
            """
            STT | Họ và tên | Ngày sinh | | STT | Họ và tên | Ngày sinh
            1 | Lò Văn Pâng | 12/03/1985 | | 2 | Mùa A Sình | 12/03/1986
            """)
        #expect(read.values(.fullName) == ["Lò Văn Pâng"])
        #expect(read.codes == [.listBeside])
        let parents = try ExtractTests.read(
            "STT | Họ và tên | Ngày sinh | Họ và tên vợ\n1 | Lò Văn Pâng | 1985 | Lò Thị Hoa")
        #expect(!parents.codes.contains(.listBeside))
    }

    @Test("a file in which no list is found says so")
    func noList() throws {
        #expect(try read("BÁO CÁO | \nVề việc rà soát cán bộ | \n | ").codes == [.listNotFound])
        #expect(try read(" | \n | ").codes.isEmpty)
    }

    @Test("every row of an official list is told apart")
    func anatomy() throws {
        let read = try read(
            """
            ỦY BAN NHÂN DÂN | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            HUYỆN MƯỜNG CHÀ | | | Độc lập - Tự do - Hạnh phúc
            | | |
            DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP HUYỆN | | |
            STT | Họ và tên | Ngày, tháng, năm sinh | | Dân tộc
            | | Nam | Nữ |
            (1) | (2) | (3) | (4) | (5)
            I | PHÒNG NỘI VỤ | | |
            1 | Lò Văn Pâng | 12/03/1985 | | Thái
            2 | Mùa Thị Sua | | 05/06/1990 | Mông
            | Cộng: 2 người | | |
            STT | Họ và tên | Ngày, tháng, năm sinh | | Dân tộc
            | | Nam | Nữ |
            II | PHÒNG TƯ PHÁP | | |
            1 | Cà Văn Inh | 1979 | | nt
            Trang 1/2 | | | |
            Tổng cộng: 3 người (Ba người) | | | |
            | | | Mường Chà, ngày 20 tháng 5 năm 2025 |
            NGƯỜI LẬP BIỂU | | | CHỦ TỊCH |
            (Ký, ghi rõ họ tên) | | | (Ký, đóng dấu) |
            | | | |
            Lò Thị Thu | | | Vừ A Lử |
            """)
        #expect(
            read.kinds == [
                .note, .note, .blank, .note, .heading, .heading, .heading, .section, .person, .person, .total, .heading,
                .heading, .section, .person, .note, .total, .note, .note, .note, .blank, .note,
            ])
        #expect(read.values(.fullName) == ["Lò Văn Pâng", "Mùa Thị Sua", "Cà Văn Inh"])
        #expect(read.values(.birthDateMale) == ["12/03/1985", "", "1979"])
        #expect(read.values(.birthDateFemale) == ["", "05/06/1990", ""])
        #expect(read.values(.ethnicity) == ["Thái", "Mông", "Mông"], "a ditto mark goes on below a new section")
        #expect(read.sections == [["I PHÒNG NỘI VỤ"], ["I PHÒNG NỘI VỤ"], ["II PHÒNG TƯ PHÁP"]])
        #expect(read.list.listDate == PartialDate(iso: "2025-05-20"))
        #expect(read.list.totals.map(\.expected) == [2, 3])
        #expect(read.list.totals.map(\.counted) == [2, 3])
        #expect(read.list.totals.map(\.scope) == [.section, .sheet])
        #expect(read.codes.isEmpty)
        let context = read.list.contexts[read.people[0].context]
        #expect(
            context.titles == [
                "ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "HUYỆN MƯỜNG CHÀ",
                "Độc lập - Tự do - Hạnh phúc", "DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP HUYỆN",
            ])
        #expect(context.headings[.birthDateFemale] == "Ngày, tháng, năm sinh / Nữ")
    }

    @Test(
        "a row numbers the columns in any figures",
        arguments: [
            "(1) | (2) | (3) | (4)", "1 | 2 | 3 | 4", "A | B | 1 | 2", "-1 | -2 | -3 | -4", "I | II | III | IV",
            "Cột 1 | Cột 2 | Cột 3 | Cột 4", "0 | 1 | 2 | 3", "(1) | (2) | (3) | (4)=(2)+(3)",
        ])
    func columnNumbers(_ line: String) throws {
        let read = try read(
            "STT | Họ và tên | Ngày sinh | Chức vụ\n\(line)\n1 | Lò Văn Pâng | 12/03/1985 | Chuyên viên")
        #expect(read.kinds == [.heading, .heading, .person])
    }

    @Test("a heading's last row that names one column alone is repeated at a page break, too")
    func loneSubheading() throws {
        let read = try read(
            """
            STT | Họ và tên | Ngày sinh | Trình độ | |
            | | | Đào tạo | | Lý luận
            | | | Chuyên môn | |
            1 | Lò Văn Pâng | 12/03/1985 | Đại học | Luật | Trung cấp
            STT | Họ và tên | Ngày sinh | Trình độ | |
            | | | Đào tạo | | Lý luận
            | | | Chuyên môn | |
            2 | Mùa Thị Sua | 05/06/1990 | Cao đẳng | Kế toán | Sơ cấp
            """)
        #expect(
            read.kinds == [.heading, .heading, .heading, .person, .heading, .heading, .heading, .person])
        #expect(read.sections == [[], []])
    }

    @Test("a section right below the heading is no second row of it")
    func sectionBelowHeading() throws {
        let read = try read(
            """
            Họ và tên | Ngày sinh | | Chức vụ
            | Nam | Nữ |
            I | PHÒNG NỘI VỤ | |
            Lò Văn Pâng | 12/03/1985 | | Chuyên viên
            """)
        #expect(read.kinds == [.heading, .heading, .section, .person])
        #expect(read.values(.birthDateMale) == ["12/03/1985"])
    }

    @Test("the label before a section's name is no part of it")
    func sectionLabel() throws {
        let read = try read(
            "STT | Họ và tên | Ngày sinh\nĐơn vị: Phòng Nội vụ | |\n1 | Lò Văn Pâng | 12/03/1985")
        #expect(read.sections == [["Phòng Nội vụ"]])
    }

    @Test(
        "a line below the people is what it says, not a person",
        arguments: [
            ("| Lò Văn Ánh | | Vừ A Bua", RowKind.note),
            ("Người lập biểu | Phòng Nội vụ | | Chủ tịch UBND huyện", .note),
            ("| | | T/M UBND XÃ", .note), ("1. Cột 3: ghi ngày sinh theo căn cước | | |", .note),
            ("3 | Hồ Công Lâm | |", .person), ("3 | | | Chuyên viên", .person), ("3 | PHÒNG TƯ PHÁP | |", .section),
        ])
    func below(_ line: String, _ kind: RowKind) throws {
        let people = "1 | Lò Văn Pâng | 12/03/1985 | Thái\n2 | Mùa Thị Sua | 05/06/1990 | Mông\n"
        let read = try read("STT | Họ và tên | Ngày sinh | Chức vụ\n" + people + line)
        #expect(read.kinds == [.heading, .person, .person, kind])
    }

    @Test("the look-ahead is bounded and changes nothing", arguments: [20, 50, 200])
    func lookAhead(_ rows: Int) throws {
        let people = (1...90).map { "\($0) | Lò Văn Pâng | 12/03/1985 | Thái" }.joined(separator: "\n")
        let read = try read(
            "STT | Họ và tên | Ngày sinh | Dân tộc\n" + people + "\nTổng cộng: 90 người", lookAhead: rows)
        #expect(read.people.count == 90)
        #expect(read.list.totals.map(\.counted) == [90])
    }

    @Test("a sheet that goes on without a heading keeps the columns of the sheet before")
    func continued() throws {
        let read = try read([
            SheetUnderTest(
                """
                DANH SÁCH CÔNG CHỨC XÃ NA SANG | | |
                TT | Họ tên | Ngày sinh | Số CCCD
                1 | Lò Văn Pâng | 12/03/1985 | 011085001234
                """, name: "1"),
            SheetUnderTest(
                """
                2 | Mùa A Sình | 01/02/1980 | 011080001234
                3 | Cà Thị Hoa | 05/06/1990 | 011190001234
                """, name: "2"),
        ])
        #expect(read.values(.nationalID) == ["011085001234", "011080001234", "011190001234"])
        #expect(read.list.sheets[1].tables[0].columns.allSatisfy { $0.method == .inherited })
        #expect(read.list.contexts.last?.titles == ["DANH SÁCH CÔNG CHỨC XÃ NA SANG"])
    }

    @Test("a list without any heading is read by what its cells certainly are")
    func headless() throws {
        let read = try read(
            """
            1 | Lò Văn Pâng | 12/03/1985 | 011085001234 | UBND xã Na Sang
            2 | Mùa A Sình | 01/02/1980 | 011080001234 | UBND xã Na Sang
            3 | Cà Thị Hoa | 05/06/1990 | 011190001234 | UBND xã Na Sang
            """)
        #expect(read.values(.fullName) == ["Lò Văn Pâng", "Mùa A Sình", "Cà Thị Hoa"])
        #expect(read.values(.birthDate).first == "12/03/1985")
        #expect(read.values(.nationalID).first == "011085001234")
        #expect(read.values(.unit) == ["UBND xã Na Sang", "UBND xã Na Sang", "UBND xã Na Sang"])
    }

    @Test("several tables on a sheet each have their own columns and titles")
    func twoTables() throws {
        let read = try read(
            """
            DANH SÁCH CÁN BỘ | | |
            STT | Họ và tên | Năm sinh | Chức vụ
            1 | Lò Văn Pâng | 1985 | Chủ tịch UBND
            Tổng số: 1 | | |
            | Mường Chà, ngày 20/5/2025 | |
            | CHỦ TỊCH | |
            | | |
            DANH SÁCH HỢP ĐỒNG 68 | | |
            STT | Chức vụ | Họ và tên | Năm sinh
            1 | Lái xe | Cà Văn Inh | 1990
            2 | Bảo vệ | Mùa A Sình | 1991
            Tổng số: 2 | | |
            """)
        #expect(read.values(.fullName) == ["Lò Văn Pâng", "Cà Văn Inh", "Mùa A Sình"])
        #expect(read.values(.position) == ["Chủ tịch UBND", "Lái xe", "Bảo vệ"])
        #expect(read.list.totals.map(\.counted) == [1, 2])
        #expect(read.list.sheets[0].tables.count == 2)
    }

    @Test("a hidden sheet is read and reported")
    func hidden() throws {
        let sheet = SheetUnderTest("STT | Họ tên | Năm sinh\n1 | Lò Văn Pâng | 1985", name: "ẩn", isHidden: true)
        let read = try read([sheet])
        #expect(read.people.count == 1)
        #expect(read.codes == [.sheetHidden])
        #expect(read.list.sheets[0].isHidden)
    }

    @Test("records take their columns from the names of their fields")
    func records() throws {
        var sheet = SheetUnderTest("Lò Văn Pâng | 1985-03-12 | 011085001234 | 4 | O\n | | | |")
        sheet.info.fieldNames = ["HoTen", "NgaySinh", "SoCCCD", "BacLuong", "NhomMau"]
        sheet.info.properties = [SheetInfo.Property(name: "NgayXuat", value: "2024-12-31")]
        let read = try read([sheet])
        #expect(read.kinds == [.person, .blank])
        #expect(read.values(.fullName) == ["Lò Văn Pâng"])
        #expect(read.values(.salaryStep) == ["4"])
        #expect(read.list.listDate == PartialDate(iso: "2024-12-31"))
        #expect(read.codes == [.columnUnknown])
    }

    @Test("a column that nothing knows is kept, and reported once for a file")
    func unknownColumn() throws {
        let grid = "STT | Họ tên | Năm sinh | Nhóm máu | Nơi sinh\n1 | Lò Văn Pâng | 1985 | O | Na Sang"
        let read = try read([SheetUnderTest(grid, name: "a"), SheetUnderTest(grid, name: "b")])
        #expect(read.codes == [.columnUnknown])
        #expect(read.list.issues[0].value == "Nhóm máu")
        #expect(
            read.people[0].extras == [
                ExtraValue(heading: "Nhóm máu", text: "O"), ExtraValue(heading: "Nơi sinh", text: "Na Sang"),
            ])
    }

    @Test("a row without a name is handed on as a person's, to be rejected with its reason")
    func nameless() throws {
        let read = try read(
            """
            STT | Họ tên | Ngày sinh | Số CCCD | Chức vụ
            1 | Lò Văn Pâng | 12/03/1985 | 011085001234 | Chủ tịch
            2 | | 01/02/1980 | 011080001234 | Phó Chủ tịch
            """)
        #expect(read.kinds == [.heading, .person, .person])
        #expect(read.values(.fullName) == ["Lò Văn Pâng", ""])
    }

    @Test("a table that is not of people holds none")
    func statistics() throws {
        let read = try read(
            """
            STT | Đơn vị | Tổng số | Cán bộ | Công chức | Nữ
            1 | UBND xã Na Sang | 12 | 5 | 7 | 3
            2 | UBND xã Sa Lông | 10 | 4 | 6 | 2
            """)
        #expect(read.people.isEmpty)
    }
}
