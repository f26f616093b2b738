// Unit names in every writing, read in the old catalogue.

import Personnel
import Testing
import Vietnamese

@testable import Transform

/// The unit of one row, with what is known of it.
private func read(_ row: TestRow) throws -> (unit: OldUnit?, standing: UnitStanding?, issues: [Personnel.Issue]) {
    var register = Register([row])
    let readings = try DienBien.reader().read(&register)
    let position = register.records[0].oldUnit.map(Int.init)
    return (position.map { readings.units[$0] }, position.map { readings.standings[$0] }, readings.issues)
}

private func context(
    _ sender: String = "", path: String = "", titles: [String] = [], sections: [String] = []
) -> RowContext {
    RowContext(sender: sender, path: path, titles: titles, sections: sections.map { Section(text: $0) })
}

@Suite("Unit names of communes")
struct CommuneReadingTests {
    @Test("all old communes in seven writings each, without any context")
    func everyCommune() throws {
        let catalogue = try DienBien.catalogue()
        let short = ["commune": "X. ", "ward": "P.", "township": "TT. "]
        var rows: [TestRow] = []
        var expected: [String] = []
        for (index, unit) in catalogue.oldUnits.enumerated() {
            let district = catalogue.districts[catalogue.districtOf[index]].name
            let shortDistrict =
                district.replacing("Huyện ", with: "H. ").replacing("Thành phố Điện Biên Phủ", with: "TP. ĐBP")
                .replacing("Thị xã ", with: "TX ")
            let levelWord = catalogue.levelWords.titles[unit.kind] ?? ""
            let name = String(unit.name.dropFirst(levelWord.count + 1))
            let small = levelWord.lowercased()
            let writings = [
                "UBND \(small) \(name)",
                (short[unit.kind] ?? "") + name,
                "\(levelWord) \(name) - \(shortDistrict)",
                "UBND \(small) \(name)".uppercased(),
                asciiKey("Uy ban nhan dan \(small) \(name), \(district)"),
                "Đảng ủy \(small) \(name), \(district), tỉnh Điện Biên",
                "  HĐND   \(small.uppercased()) \(name.lowercased())",
            ]
            for writing in writings {
                rows.append(TestRow(unit: writing))
                expected.append(unit.id)
            }
        }
        #expect(rows.count == 129 * 7)
        var register = Register(rows)
        let readings = try DienBien.reader().read(&register)
        for (index, id) in expected.enumerated() {
            let unit = register.records[index].oldUnit.map { readings.units[Int($0)].id }
            #expect(unit == id, "\(rows[index].unit)")
        }
        #expect(readings.issues.isEmpty)
    }

    @Test(
        "a commune in the writing of a list",
        arguments: [
            ("UBND xã Mường Phăng", "", "Xã Mường Phăng"),
            ("X. Mường phăng", "dien-bien-phu", "Xã Mường Phăng"),
            ("Xã Mường Phăng - TP. ĐBP", "", "Xã Mường Phăng"),
            ("UBND thị trấn Tuần Giáo", "tuan-giao", "Thị trấn Tuần Giáo"),
            ("TT Tuần Giáo", "tuan-giao", "Thị trấn Tuần Giáo"),
            ("TT. Mường Chà", "", "Thị trấn Mường Chà"),
            ("Xã Nà Tấu, huyện Điện Biên", "", "Xã Nà Tấu"),
            ("xã Huổi Lếnh", "muong-nhe", "Xã Huổi Lếch"),
            ("UBND xã Sáng Nhè", "tua-chua", "Xã Xá Nhè"),
            ("xã Xín Chải", "tua-chua", "Xã Sín Chải"),
            ("Thị trấn Mường Lay", "muong-cha", "Thị trấn Mường Chà"),
            ("Xã Tà Lèng", "dien-bien-phu", "Xã Thanh Minh"),
            ("UBMTTQ xã Pú Nhi", "dien-bien-dong", "Xã Pu Nhi"),
            ("Hội Nông dân xã Thanh Luông", "dien-bien", "Xã Thanh Luông"),
            ("Mường Tùng", "muong-cha", "Xã Mường Tùng"),
            ("Công chức xã Mường Tùng", "muong-cha", "Xã Mường Tùng"),
            ("Phường Thanh Minh", "dien-bien-phu", "Xã Thanh Minh"),
            ("Nà Sáy - Tuần Giáo", "tuan-giao", "Xã Nà Sáy"),
            ("UBND thị trấn", "tuan-giao", "Thị trấn Tuần Giáo"),
            // Typing errors, inside the district of the list.
            ("UBND xã Mường Phangg", "dien-bien-phu", "Xã Mường Phăng"),
            ("UBND xã Mừơng Tùnq", "muong-cha", "Xã Mường Tùng"),
            ("xã Quài Ngưa", "tuan-giao", "Xã Quài Nưa"),
            // The key is that of two communes: accents decide, else the district.
            ("xã Nà Tòng", "", "Xã Nà Tòng"),
            ("xã Na Tông", "", "Xã Na Tông"),
            ("xa Na Tong", "tuan-giao", "Xã Nà Tòng"),
            ("xa Na Tong", "dien-bien", "Xã Na Tông"),
            ("Xa Xa Dung", "dien-bien-dong", "Xã Xa Dung"),
        ])
    func commune(text: String, sender: String, name: String) throws {
        let found = try read(TestRow(unit: text, context: context(sender)))
        #expect(found.unit?.name == name, "\(found.issues)")
        #expect(found.issues.isEmpty)
        #expect(found.standing?.level == .commune)
    }

    @Test(
        "what only a guess could decide is an issue",
        arguments: [
            ("xa Na Tong", "", IssueCode.unitAmbiguous),
            ("UBND xã Mường Chà", "muong-cha", .unitAmbiguous),
            ("UBND Tuần Giáo", "tuan-giao", .unitAmbiguous),
            ("Xã Thanh Luông, huyện Mường Chà", "", .unitAmbiguous),
            ("UBND xã Mường Muun", "tuan-giao", .unitAmbiguous),
            ("UBND xã Bình Minh", "tuan-giao", .unitUnknown),
            ("UBND phường Điện Biên Phủ", "dien-bien-phu", .unitUnknown),
            ("Hợp tác xã Mường Phăng", "dien-bien-phu", .unitUnknown),
            ("Công ty TNHH xã Mường Phăng", "dien-bien-phu", .unitUnknown),
            ("Ngân hàng Chính sách xã hội huyện Tuần Giáo", "tuan-giao", .unitUnknown),
            ("Trạm Y tế xã Mường Phăng", "dien-bien-phu", .unitUnknown),
            ("Xã Mường Phăng, tỉnh Sơn La", "dien-bien-phu", .unitUnknown),
        ])
    func undecided(text: String, sender: String, code: IssueCode) throws {
        let found = try read(TestRow(unit: text, context: context(sender)))
        #expect(found.unit?.kind == "unknown", "\(found.unit?.id ?? "-")")
        #expect(found.issues.map(\.code) == [code])
        #expect(found.issues.first?.value == text)
    }

    @Test(
        "names that look alike are never taken for each other",
        arguments: [
            ("Sín Chải", "Sính Phìn"), ("Pu Nhi", "Pú Nhun"), ("Pú Nhung", "Pú Hông"),
            ("Mường Mùn", "Mường Mươ"), ("Mùn Chung", "Mường Mù"), ("Na Son", "Na San"), ("Na Sang", "Na So"),
        ])
    func lookAlikes(name: String, misspelt: String) throws {
        let catalogue = try DienBien.catalogue()
        let reader = try DienBien.reader()
        let unit = catalogue.oldUnits.first { $0.name.hasSuffix(" " + name) }
        for district in [""] + catalogue.districts.map(\.key) {
            var register = Register([TestRow(unit: "UBND xã \(misspelt)", context: context(district))])
            let readings = reader.read(&register)
            let found = register.records[0].oldUnit.map { readings.units[Int($0)] }
            #expect(found?.id != unit?.id, "\(misspelt) in \(district)")
        }
    }
}

@Suite("Where a row's unit stands")
struct ListPlaceTests {
    @Test(
        "a row without a unit of its own takes the nearest that its list names",
        arguments: [
            (context("tuan-giao", sections: ["XÃ NÀ SÁY", "CÁN BỘ"]), "Xã Nà Sáy"),
            (context("tuan-giao", sections: ["XÃ NÀ SÁY", "Văn phòng HĐND và UBND"]), "Xã Nà Sáy"),
            (context("tuan-giao", sections: ["XÃ NÀ SÁY", "Tổ công tác số 1"]), "Xã Nà Sáy"),
            (
                context("tuan-giao", titles: ["ỦY BAN NHÂN DÂN", "XÃ NÀ TÒNG", "DANH SÁCH CÁN BỘ, CÔNG CHỨC"]),
                "Xã Nà Tòng"
            ),
            (context("tuan-giao", titles: ["DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ PÚ XI"]), "Xã Pú Xi"),
            (context("tuan-giao", path: "tuan-giao/cap-xa/Xa Phinh Sang.csv"), "Xã Phình Sáng"),
            (context("tuan-giao", path: "tuan-giao/cap-xa/export_03253.tsv"), "Thị trấn Tuần Giáo"),
            (context("muong-cha", path: "muong-cha/cap-xa/Thi tran Muong Cha.csv"), "Thị trấn Mường Chà"),
            (context("tuan-giao", path: "tuan-giao/cap-xa/DS CBCC xã Rạng Đông.csv"), "Xã Rạng Đông"),
            (
                context("tuan-giao", titles: ["DANH SÁCH CBCC", "PHÒNG Y TẾ HUYỆN TUẦN GIÁO"]),
                "PHÒNG Y TẾ HUYỆN TUẦN GIÁO"
            ),
            (
                context("muong-cha", path: "muong-cha/Phong Y te - danh sach.csv"),
                "Phong Y te - danh sach huyện Mường Chà"
            ),
            (context("muong-cha", titles: ["DANH SÁCH CÁN BỘ", "THANH TRA HUYỆN"]), "THANH TRA HUYỆN Mường Chà"),
            (context("tuan-giao", titles: ["DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP HUYỆN"]), "Huyện Tuần Giáo"),
        ])
    func nearest(context: RowContext, name: String) throws {
        let found = try read(TestRow(context: context))
        #expect(found.unit?.name == name, "\(found.unit?.name ?? "-") \(found.issues)")
    }

    @Test(
        "a list that names only its district, or its sender, gives no unit",
        arguments: [
            context("tuan-giao", titles: ["DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP XÃ HUYỆN TUẦN GIÁO"]),
            context("tuan-giao", path: "tuan-giao/cap-xa/DS CBCC cap xa Tuan Giao.csv"),
            context(
                "so-noi-vu",
                titles: ["UBND TỈNH ĐIỆN BIÊN", "SỞ NỘI VỤ", "BIỂU TỔNG HỢP CÁN BỘ, CÔNG CHỨC HUYỆN TUẦN GIÁO"]),
            context("muong-cha", path: "muong-cha/cap-xa/export_03253.tsv"),
            context("tuan-giao", titles: ["PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "DANH SÁCH VIÊN CHỨC CÁC TRƯỜNG HỌC"]),
            context("tuan-giao", path: "tuan-giao/phuong-an/Phuong an bo tri nhan su tuan-giao.csv"),
        ])
    func noUnit(context: RowContext) throws {
        let found = try read(TestRow(context: context))
        #expect(found.unit == nil, "\(found.unit?.id ?? "")")
        #expect(found.issues.isEmpty)
    }

    @Test("an office without a place belongs to the commune or the district of its list")
    func placelessOffice() throws {
        let row = TestRow(unit: "UBND", context: context("tuan-giao", sections: ["XÃ NÀ SÁY"]))
        #expect(try read(row).unit?.name == "Xã Nà Sáy")
        let office = TestRow(unit: "Phòng Nội vụ", context: context("so-noi-vu", titles: ["CÁN BỘ HUYỆN TUẦN GIÁO"]))
        #expect(try read(office).unit?.id == "tuan-giao:district_office:phong-noi-vu")
        #expect(try read(office).unit?.name == "Phòng Nội vụ huyện Tuần Giáo")
    }

    @Test("the row's own column wins over section, title and file name")
    func ownColumn() throws {
        let around = context(
            "tuan-giao", path: "tuan-giao/Xa Pu Xi.csv", titles: ["XÃ NÀ TÒNG"], sections: ["XÃ NÀ SÁY"])
        #expect(try read(TestRow(unit: "UBND xã Ta Ma", context: around)).unit?.name == "Xã Ta Ma")
        #expect(try read(TestRow(context: around)).unit?.name == "Xã Nà Sáy")
    }

    @Test("a department finer than its unit is read with it")
    func department() throws {
        let row = TestRow(
            unit: "UBND huyện Mường Chà", department: "Trung tâm DVNN", context: context("so-noi-vu"))
        #expect(try read(row).unit?.id == "muong-cha:agriculture_centre:trung-tam-dich-vu-nong-nghiep")
    }

    @Test("a list's level tells a township from the district of its name")
    func level() throws {
        let communes = context("tuan-giao", titles: ["DANH SÁCH CÁN BỘ CẤP XÃ"])
        #expect(try read(TestRow(unit: "UBND Tuần Giáo", context: communes)).unit?.name == "Thị trấn Tuần Giáo")
        let district = context("tuan-giao", titles: ["DANH SÁCH CÁN BỘ CẤP HUYỆN"])
        #expect(try read(TestRow(unit: "UBND Tuần Giáo", context: district)).standing?.level == .district)
    }
}

@Suite("Kinds of unit")
struct UnitKindTests {
    @Test(
        "words tell the kind of a unit",
        arguments: [
            ("Trường MN Hoa Ban xã Thanh Luông", "kindergarten"),
            ("Trường Mẫu giáo Sơn Ca", "kindergarten"),
            ("Trường TH Him Lam", "primary_school"),
            ("PTDTBT TH Pa Ham", "primary_school"),
            ("Trường PTDTBT THCS Rạng Đông", "lower_secondary_school"),
            ("PTDTNT THCS huyện Tủa Chùa", "lower_secondary_school"),
            ("Trường TH&THCS Sông Đà", "combined_school"),
            ("Trường Tiểu học và THCS Sông Đà", "combined_school"),
            ("Trường THPT Lương Thế Vinh", "upper_secondary_school"),
            ("Trường PTDTNT THPT huyện Mường Chà", "upper_secondary_school"),
            ("TRƯỜNG THCS VÀ THPT TUẦN GIÁO 2", "upper_secondary_school"),
            ("Trung tâm GDNN-GDTX huyện Tuần Giáo", "vocational_centre"),
            ("Trung tâm Giáo dục thường xuyên tỉnh Điện Biên", "vocational_centre"),
            ("Ban QLDA các công trình thành phố Điện Biên Phủ", "project_land_board"),
            ("Trung tâm Phát triển quỹ đất", "project_land_board"),
            ("TT DVNN huyện Tuần Giáo", "agriculture_centre"),
            ("Trung tâm Dịch vụ tổng hợp kinh tế TP ĐBP", "economic_service_centre"),
            ("TT VH-TT-TH huyện Tủa Chùa", "culture_radio_centre"),
            ("Đội QLTTĐT thành phố", "urban_order_team"),
            ("Phòng Giáo dục và Đào tạo", "district_office"),
            ("Phòng Văn hóa, Khoa học và Thông tin", "district_office"),
            ("P. Nội vụ", "district_office"),
            ("Huyện ủy Tuần Giáo", "district_office"),
            ("Lãnh đạo HĐND, UBND", "district_office"),
            ("UBMTTQ huyện Tuần Giáo", "district_office"),
            ("Văn phòng Huyện ủy Tuần Giáo", "district_office"),
            ("TT VHTT-TH huyện", "culture_radio_centre"),
            ("BQL dự án các công trình huyện", "project_land_board"),
        ])
    func kind(text: String, kind: String) throws {
        let found = try read(TestRow(unit: text, context: context("tuan-giao")))
        #expect(found.unit?.kind == kind, "\(found.issues)")
    }

    @Test(
        "two writings of one unit are one unit",
        arguments: [
            ("Trường MN Hoa Ban xã Nà Sáy", "Trường Mầm non Hoa Ban"),
            ("Trường PTDTBT TH Nà Sáy", "PTDTBT Tiểu học Nà Sáy, huyện Tuần Giáo"),
            ("Trường Mầm non xã Nà Sáy", "Trường MN Nà Sáy"),
            ("TT DVNN Tuần Giáo", "Trung tâm Dịch vụ nông nghiệp huyện Tuần Giáo"),
            ("TT VH-TT-TH", "Trung tâm Văn hóa - Truyền thanh - Truyền hình huyện Tuần Giáo"),
            ("VP HĐND & UBND", "Văn phòng HĐND và UBND huyện Tuần Giáo"),
            ("Phòng TC-KH", "Phòng Tài chính - Kế hoạch huyện Tuần Giáo"),
        ])
    func sameUnit(left: String, right: String) throws {
        var register = Register([left, right].map { TestRow(unit: $0, context: context("tuan-giao")) })
        let readings = try DienBien.reader().read(&register)
        #expect(register.records[0].oldUnit == register.records[1].oldUnit)
        let unit = register.records[0].oldUnit.map { readings.units[Int($0)] }
        #expect(unit?.district == "tuan-giao")
    }

    @Test("a school named with its commune on one row stands there on all rows of its district, not of another")
    func schoolElsewhere() throws {
        var register = Register([
            TestRow(unit: "Trường Mầm non Trần Can", context: context("tuan-giao")),
            TestRow(unit: "Trường MN Trần Can, phường Mường Thanh", context: context("dien-bien-phu")),
            TestRow(
                unit: "Trường Mầm non Trần Can", context: context("so-giao-duc", titles: ["THÀNH PHỐ ĐIỆN BIÊN PHỦ"])),
        ])
        let readings = try DienBien.reader().read(&register)
        let standings = register.records.map { readings.standings[Int($0.oldUnit ?? 0)] }
        #expect(standings[0].communes.isEmpty)
        #expect(standings[1].communes == standings[2].communes && standings[1].communes.count == 1)
        #expect(register.records[1].oldUnit == register.records[2].oldUnit)
    }

    @Test("a part of a unit is no unit: the list says which one it is a part of")
    func parts() throws {
        let list = context(
            "tuan-giao", titles: ["HUYỆN TUẦN GIÁO", "TRƯỜNG MN HOA BAN", "DANH SÁCH VIÊN CHỨC"],
            sections: ["Tổ mẫu giáo lớn"])
        #expect(try read(TestRow(context: list)).unit?.name == "TRƯỜNG MN HOA BAN")
        #expect(try read(TestRow(unit: "Tổ nhà trẻ", context: list)).unit?.name == "TRƯỜNG MN HOA BAN")
    }

    @Test("two schools of one name in one district are two, and a row that says neither may be both")
    func namesakes() throws {
        var register = Register(
            ["Trường MN Hoa Ban xã Nà Sáy", "Trường MN Hoa Ban xã Ta Ma", "Trường MN Hoa Ban"]
                .map { (text: String) in TestRow(unit: text, context: context("tuan-giao")) })
        let readings = try DienBien.reader().read(&register)
        let units = register.records.compactMap(\.oldUnit)
        #expect(Set(units).count == 3)
        #expect(readings.standings[Int(units[2])].communes.count == 2)
    }

    @Test("a commune's section, and the title where there is none, say where a school stands")
    func schoolInSection() throws {
        let sections = context("tuan-giao", sections: ["Xã Nà Sáy", "Trường Mầm non Hoa Ban"])
        #expect(try read(TestRow(context: sections)).standing?.communes.count == 1)
        let title = context("tuan-giao", titles: ["DANH SÁCH VIÊN CHỨC XÃ NÀ SÁY"])
        #expect(try read(TestRow(unit: "Trường MN Hoa Ban", context: title)).standing?.communes.count == 1)
    }

    @Test("ids, names and order of units do not depend on the order of rows")
    func stable() throws {
        let texts = ["TT DVNN", "Trường MN Hoa Ban", "Phòng Nội vụ", "TRƯỜNG MN HOA BAN", "Trường Mầm non Hoa Ban"]
        var forward = Register(texts.map { TestRow(unit: $0, context: context("tuan-giao")) })
        var backward = Register(texts.reversed().map { TestRow(unit: $0, context: context("tuan-giao")) })
        let reader = try DienBien.reader()
        #expect(reader.read(&forward).units == reader.read(&backward).units)
    }
}
