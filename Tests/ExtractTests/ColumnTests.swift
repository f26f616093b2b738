// Columns in every arrangement: names in two, ticks, two fields in one, old and new numbers, headings of several rows.

import Personnel
import Testing

@testable import Extract

@Suite("Columns")
struct ColumnTests {
    @Test("family name and given name may be two columns, with or without a heading of its own")
    func splitNames() throws {
        for heading in ["Họ đệm | Tên", "Họ và | tên", "Họ và tên |", "HỌ VÀ TÊN ĐỆM | TÊN"] {
            let read = try read(
                """
                TT | \(heading) | Ngày sinh
                1 | Lò Văn | Pâng | 12/03/1985
                2 | Mùa A | Sình | 01/02/1980
                """)
            #expect(read.values(.familyName) == ["Lò Văn", "Mùa A"], "\(heading)")
            #expect(read.values(.givenName) == ["Pâng", "Sình"], "\(heading)")
        }
    }

    @Test("ticks under Nam and Nữ say the gender, ticks under levels the qualification")
    func ticks() throws {
        let read = try read(
            """
            TT | Họ và tên | Ngày sinh | Giới tính | | Trình độ chuyên môn | |
            | | | Nam | Nữ | ThS | ĐH | CĐ
            1 | Lò Văn Pâng | 12/03/1985 | x | | | x |
            2 | Mùa Thị Sua | 01/02/1980 | | x | x | |
            """)
        #expect(read.values(.gender) == ["Nam", "Nữ"])
        #expect(read.values(.qualification) == ["Đại học", "Thạc sĩ"])
    }

    @Test("columns headed Nam and Nữ hold birth dates where dates stand in them, ticks otherwise")
    func sexColumns() throws {
        let dates = try read("TT | Họ và tên | Nam | Nữ | Chức vụ\n1 | Lò Văn Pâng | 1985 | | Chủ tịch")
        #expect(dates.values(.birthDateMale) == ["1985"])
        let ticks = try read("TT | Họ và tên | Nam | Nữ | Năm sinh\n1 | Lò Thị Hoa | | x | 1985")
        #expect(ticks.values(.gender) == ["Nữ"])
    }

    @Test(
        "whoever is not ticked in a lone column of women is a man",
        arguments: ["Nữ (x)", "Nữ", "Là nữ", "Nữ đánh dấu x"])
    func tickedWomen(heading: String) throws {
        let read = try read(
            """
            TT | Họ và tên | \(heading) | Năm sinh
            1 | Lò Văn Pâng | | 1985
            2 | Lò Thị Hoa | x | 1986
            3 | Vừ A Bằng | | 1987
            """)
        #expect(read.values(.gender).map { $0 == "x" ? "Nữ" : $0 } == ["Nam", "Nữ", "Nam"])
    }

    @Test("where nobody is ticked, a blank says nothing")
    func nobodyTicked() throws {
        let read = try read("TT | Họ và tên | Nữ (x) | Năm sinh\n1 | Lò Văn Pâng | | 1985\n2 | Lò Thị Hoa | | 1986")
        #expect(read.values(.gender) == ["", ""])
    }

    @Test(
        "a position and a unit in one cell are cut where the unit's name begins",
        arguments: [
            ("Công chức Văn hóa - Xã hội, Phường Na Lay", "Công chức Văn hóa - Xã hội", "Phường Na Lay"),
            ("Công chức Văn hóa - Xã hội - xã Hừa Ngài", "Công chức Văn hóa - Xã hội", "xã Hừa Ngài"),
            ("Văn phòng - Thống kê (xã Huổi Lèng)", "Văn phòng - Thống kê", "xã Huổi Lèng"),
            ("Chủ tịch UBND xã Na Sang", "Chủ tịch UBND", "xã Na Sang"),
            ("Phó Hiệu trưởng Trường Mầm non Hoa Ban", "Phó Hiệu trưởng", "Trường Mầm non Hoa Ban"),
            ("Công chức Văn hóa - Xã hội", "Công chức Văn hóa - Xã hội", ""), ("Bí thư xã đoàn", "Bí thư xã đoàn", ""),
            ("Kế toán", "Kế toán", ""),
        ])
    func positionAndUnit(cell: String, position: String, unit: String) throws {
        let read = try read("TT | Họ và tên | Chức vụ, đơn vị công tác | Năm sinh\n1 | Lò Văn Pâng | \(cell) | 1985")
        #expect(read.values(.position) == [position])
        #expect(read.values(.unit) == [unit])
    }

    @Test("one cell may end a heading: words in brackets or in small letters", arguments: ["(cao nhất)", "chính trị"])
    func oneCellBelow(cell: String) throws {
        let read = try read(
            """
            TT | Họ và tên | Ngày sinh | Trình độ |
            | | | Chuyên môn | Lý luận
            | | | | \(cell)
            1 | Lò Văn Pâng | 12/03/1985 | Đại học | Trung cấp
            """)
        #expect(read.kinds == [.heading, .heading, .heading, .person])
        #expect(read.values(.politicalTheory) == ["Trung cấp"])
    }

    @Test(
        "rank, step and coefficient in one column: the rank is cut off, the rest is the salary's",
        arguments: [
            ("01.003, bậc 4, hệ số 3,33", "01.003", "bậc 4, hệ số 3,33"),
            ("01.003 - 5/9 - 3,66", "01.003", "5/9 - 3,66"),
            ("Chuyên viên; 5/9", "Chuyên viên", "5/9"), ("V.07.03.29⏎3", "V.07.03.29", "3"),
            ("Giáo viên THCS hạng 3, bậc 2", "Giáo viên THCS hạng 3", "bậc 2"), ("01.003", "01.003", ""),
        ])
    func rankAndSalary(cell: String, rank: String, step: String) throws {
        let read = try read("TT | Họ và tên | Ngạch, bậc, hệ số | Ngày sinh\n1 | Lò Văn Pâng | \(cell) | 12/03/1985")
        #expect(read.values(.rank) == [rank])
        #expect(read.values(.salaryStep) == [step])
    }

    @Test("two fields in one column are split where the cut is plain")
    func combined() throws {
        let read = try read(
            """
            TT | Họ và tên, năm sinh | Chức vụ, đơn vị công tác | Bậc/hệ số
            1 | Lò Văn Pâng, 1985 | Hiệu trưởng, Trường Mầm non Na Sang | 4/3,33
            2 | Mùa A Sình (12/3/1980) | Kế toán | Bậc 5, HS 3,66
            3 | Cà Thị Hoa | Giáo viên - Trường Tiểu học Sa Lông | 4/9
            """)
        #expect(read.values(.fullName) == ["Lò Văn Pâng", "Mùa A Sình", "Cà Thị Hoa"])
        #expect(read.values(.birthDate) == ["1985", "12/3/1980", ""])
        #expect(read.values(.unit) == ["Trường Mầm non Na Sang", "", "Trường Tiểu học Sa Lông"])
        #expect(read.values(.salaryStep) == ["4", "Bậc 5", "4/9"])
        #expect(read.values(.salaryCoefficient) == ["3,33", "3,66", ""])
    }

    @Test("a lone column of old numbers is the identity number; beside the citizen number it is the old one")
    func identityNumbers() throws {
        let lone = try read("TT | Họ tên | Số CMND\n1 | Lò Văn Pâng | 040123456")
        #expect(lone.values(.nationalID) == ["040123456"])
        let both = try read("TT | Họ tên | Số CCCD | Số CMND\n1 | Lò Văn Pâng | 011085001234 | 040123456")
        #expect(both.values(.oldNationalID) == ["040123456"])
    }

    @Test("a heading of three rows under merged groups")
    func threeRows() throws {
        let read = try read(
            """
            TT | THÔNG TIN CÁ NHÂN | | LƯƠNG | |
            | Họ và tên | Ngày sinh | Ngạch | Bậc | Hệ số
            A | B | 1 | 2 | 3 | 4
            1 | Lò Văn Pâng | 12/03/1985 | 01.003 | 4 | 3,33
            """)
        #expect(read.kinds == [.heading, .heading, .heading, .person])
        #expect(read.values(.rank) == ["01.003"])
        #expect(read.values(.salaryStep) == ["4"])
        #expect(read.list.sheets[0].tables[0].headingRows == [1, 2, 3])
    }

    @Test("a row of groups above a full heading belongs to the heading, a letterhead does not")
    func groupsAbove() throws {
        let read = try read(
            """
            SỞ NỘI VỤ | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            Thông tin chung | | Công tác |
            TT | Họ và tên | Chức danh | Phòng
            1 | Lò Văn Pâng | Kế toán | Phòng Tài chính
            """)
        #expect(read.kinds == [.note, .heading, .heading, .person])
        #expect(read.values(.position) == ["Kế toán"])
    }

    @Test("a heading whose name column is worded at length is still a heading")
    func longWording() throws {
        let read = try read("Stt | Họ tên cán bộ hiện nay | Chức vụ\n1 | Ông Lò Văn Pâng | Chủ tịch")
        #expect(read.values(.fullName) == ["Ông Lò Văn Pâng"])
    }

    @Test("columns come in any order")
    func order() throws {
        let read = try read(
            """
            Ghi chú | Số CCCD | Chức vụ | HỌ VÀ TÊN | N/sinh
            Biệt phái | 011085001234 | Chủ tịch | Lò Văn Pâng | 12/03/1985
            """)
        #expect(read.values(.fullName) == ["Lò Văn Pâng"])
        #expect(read.values(.note) == ["Biệt phái"])
    }

    @Test("`Xã` alone is the unit's column; under the home town it is the home town's")
    func communeColumns() throws {
        let read = try read(
            """
            STT | Họ và tên | Năm sinh | Quê quán | | | Xã
            | | | Xã | Huyện | Tỉnh |
            1 | Lò Văn Pâng | 1985 | Thanh Nưa | Điện Biên | Điện Biên | Hừa Ngài
            """)
        #expect(read.values(.unit) == ["Hừa Ngài"])
        #expect(read.values(.homeTown) == ["Thanh Nưa"])
    }

    @Test("words that lead to a birth date go with it; a name that ends in Sinh or Năm stays")
    func nameWithBirthDate() throws {
        let read = try read(
            """
            STT | Họ tên, năm sinh | Chức vụ
            1 | Lò Thị Hoa, sinh ngày 05/6/1977 | Kế toán
            2 | Lò Thị Mai - sinh năm 1978 | Kế toán
            3 | Lò Văn Sinh, 1979 | Kế toán
            4 | Cà Văn Năm (1980) | Kế toán
            5 | Lò Thị Én sn 1981 | Kế toán
            """)
        #expect(read.values(.fullName) == ["Lò Thị Hoa", "Lò Thị Mai", "Lò Văn Sinh", "Cà Văn Năm", "Lò Thị Én"])
        #expect(read.values(.birthDate) == ["05/6/1977", "1978", "1979", "1980", "1981"])
    }

    @Test("a list without a heading has its units where the cells name them")
    func headlessUnits() throws {
        let read = try read(
            """
            1 | Lò Văn Pâng | 12/03/1985 | Thái | UBND phường Na Lay
            2 | Cà Thị Én | 05/06/1990 | Thái | UBND phường Na Lay
            3 | Giàng A Tủa | 07/08/1991 | Mông | Trường MN Na Lay
            """)
        #expect(read.values(.unit) == ["UBND phường Na Lay", "UBND phường Na Lay", "Trường MN Na Lay"])
    }

    @Test("day, month and year in three columns are one birth date; other dates stay apart")
    func birthDateInParts() throws {
        let read = try read(
            """
            STT | Họ và tên | Ngày tháng năm sinh | | | Chức vụ
            | | Ngày | Tháng | Năm |
            1 | Lò Văn Pâng | 5 | 3 | 1980 | Chủ tịch
            2 | Mùa A Sình | | 4 | 1981 | Chủ tịch
            3 | Cà Văn Inh | 5 | | 1982 | Chủ tịch
            """)
        #expect(read.values(.birthDate) == ["5/3/1980", "4/1981", "1982"])
        let party = try ExtractTests.read(
            """
            STT | Họ và tên | Ngày sinh | Ngày vào Đảng | |
            | | | Ngày | Tháng | Năm
            1 | Lò Văn Pâng | 12/03/1980 | 5 | 3 | 2010
            """)
        #expect(party.values(.birthDate) == ["12/03/1980"])
    }

    @Test("a middle name in a column of its own goes with the family name")
    func middleName() throws {
        let read = try read("STT | Họ | Đệm | Tên | Năm sinh\n1 | Lò | Văn | Pâng | 1985\n2 | Vừ | | Bằng | 1986")
        #expect(read.values(.familyName) == ["Lò Văn", "Vừ"])
        #expect(read.values(.givenName) == ["Pâng", "Bằng"])
    }

    @Test("`Lương` over coefficients is the coefficient, over sums of money it is unknown")
    func salary() throws {
        let head = "STT | Họ và tên | Năm sinh | Lương\n"
        let low = try read(head + "1 | Lò Văn Pâng | 1985 | 3,33\n2 | Mùa A Sình | 1980 | 4.98")
        #expect(low.values(.salaryCoefficient) == ["3,33", "4.98"])
        let high = try read(head + "1 | Lò Văn Pâng | 1985 | 7.792.200\n2 | Mùa A Sình | 1980 | 11.653.200")
        #expect(high.codes == [.columnUnknown])
    }

    @Test("a name with its position in one cell")
    func nameAndPosition() throws {
        let read = try read(
            "STT | Họ tên, chức danh | Năm sinh | Đơn vị\n1 | Lò Văn Pâng - Chủ tịch | 1985 | Xã Na Sang\n2 | Mùa A Sình | 1980 | Xã Na Sang"
        )
        #expect(read.values(.fullName) == ["Lò Văn Pâng", "Mùa A Sình"])
        #expect(read.values(.position) == ["Chủ tịch", ""])
    }

    @Test("headings in English")
    func english() throws {
        let read = try read(
            """
            No. | Full name | Date of birth | Ethnic group | Position | Workplace
            1 | Lò Văn Pâng | 12/03/1985 | Thái | Kế toán | UBND xã Hừa Ngài
            """)
        #expect(read.values(.unit) == ["UBND xã Hừa Ngài"])
        #expect(read.values(.ethnicity) == ["Thái"])
        #expect(read.codes.isEmpty)
    }
}
