// Units that only the list around a row, or the heading of its column, makes plain.

import Personnel
import Testing

@testable import Transform

@Suite("Units in their lists")
struct UnitContextTests {
    private func unit(_ text: String, _ context: RowContext) throws -> OldUnit? {
        var register = Register([TestRow(unit: text, context: context)])
        let readings = try DienBien.reader().read(&register)
        return register.records[0].oldUnit.map { readings.units[Int($0)] }
    }

    @Test("every old commune by its bare name in its district's list, unless the district has the name too")
    func bareNames() throws {
        let catalogue = try DienBien.catalogue()
        for (index, unit) in catalogue.oldUnits.enumerated() {
            let level = catalogue.levelWords.titles[unit.kind] ?? ""
            let name = String(unit.name.dropFirst(level.count + 1))
            let sender = unit.district ?? ""
            let district = catalogue.districts[catalogue.districtOf[index]].name
            let plain = RowContext(sender: sender)
            let headed = RowContext(sender: sender, headings: [.unit: "Xã, phường, thị trấn"])
            #expect(try self.unit(name, headed)?.id == unit.id, "\(name) under a heading of communes")
            if !district.hasSuffix(name) { #expect(try self.unit(name, plain)?.id == unit.id, "\(name)") }
        }
    }

    @Test(
        "the unit of a letterhead is the lowest that it names",
        arguments: [
            (["PHÒNG GD&ĐT HUYỆN MƯỜNG CHÀ", "TRƯỜNG PTDTBT THCS PA HAM", "DANH SÁCH VIÊN CHỨC"], "school"),
            (["UBND XÃ PA HAM", "TRƯỜNG MẦM NON PA HAM", "DANH SÁCH VIÊN CHỨC"], "kindergarten"),
            (["HUYỆN ỦY MƯỜNG CHÀ", "ĐẢNG ỦY XÃ PA HAM", "DANH SÁCH CÁN BỘ"], "commune"),
            (["ĐƠN VỊ: TRƯỜNG MẦM NON PA HAM", "DANH SÁCH VIÊN CHỨC"], "kindergarten"),
        ])
    func letterheads(titles: [String], kind: String) throws {
        let context = RowContext(sender: "muong-cha", titles: titles)
        let read = try #require(try unit("", context))
        #expect(read.kind == kind || read.kind.hasSuffix(kind), "\(titles): \(read)")
    }

    @Test(
        "a sheet's name gives the unit where no title does",
        arguments: [
            ("Xã Sa Lông", "cap-xa/ds.xml", [], "Xã Sa Lông"), ("X.Sa Lông", "cap-xa/ds.xml", [], "Xã Sa Lông"),
            ("Sa Lông", "cap-xa/ds.xml", [], "Xã Sa Lông"), ("Xã Sa Lông", "ds.xml", ["DS XÃ NA SANG"], "Xã Na Sang"),
            ("Xã Sa Lông", "Xã Na Sang.xml", [], "Xã Sa Lông"), ("Mường Chà", "cap-xa/ds.xml", [], nil),
            ("Sheet1", "cap-xa/ds.xml", [], nil), ("Danh sách", "Xã Na Sang.xml", [], "Xã Na Sang"),
        ] as [(String, String, [String], String?)])
    func sheetNames(sheet: String, path: String, titles: [String], name: String?) throws {
        let context = RowContext(sender: "muong-cha", path: "muong-cha/" + path, sheet: sheet, titles: titles)
        #expect(try unit("", context)?.name == name)
    }

    @Test(
        "what leads to a school's name is no part of it",
        arguments: [
            "ĐƠN VỊ: TRƯỜNG MẦM NON HOA BAN", "DANH SÁCH VIÊN CHỨC TRƯỜNG MẦM NON HOA BAN", "Tr. MN Hoa Ban",
            "Trường MN Hoa Ban",
        ])
    func schoolName(text: String) throws {
        let context = RowContext(sender: "muong-cha")
        #expect(try unit(text, context)?.id == unit("Mầm non Hoa Ban", context)?.id)
    }

    @Test(
        "a part of a school leaves the unit to the title",
        arguments: ["Ban giám hiệu", "BGH", "Tổ Toán - Lý", "Hội đồng trường", "Điểm trường Huổi Mí"])
    func parts(text: String) throws {
        let context = RowContext(sender: "muong-cha", titles: ["TRƯỜNG PTDTBT THCS PA HAM", "DANH SÁCH VIÊN CHỨC"])
        #expect(try unit(text, context)?.kind == "lower_secondary_school")
    }

    @Test(
        "short forms of centres and teams",
        arguments: [
            ("Trung tâm DV nông nghiệp", "agriculture_centre"), ("TT DV NN huyện", "agriculture_centre"),
            ("Đội QLTT đô thị thành phố", "urban_order_team"), ("Đài TT-TH huyện", "culture_radio_centre"),
            ("Cơ quan Tổ chức - Nội vụ", "district_office"), ("PTDTBTTH Nà Tòng", "primary_school"),
            ("PTDTNTTHPT huyện", "upper_secondary_school"),
        ])
    func shortForms(text: String, kind: String) throws {
        #expect(try unit(text, RowContext(sender: "tuan-giao"))?.kind == kind)
    }
}
