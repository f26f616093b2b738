// Who is counted where, what an announced figure counts, and what a mistake in the tables says.

import Personnel
import Testing

@testable import Transform

@Suite("Headcounts and targets")
struct HeadcountTests {
    private static func rules() throws -> HeadcountRules {
        try HeadcountRules(
            sources: DienBien.table("reorganisation/headcount-sources"),
            blocks: DienBien.table("reorganisation/headcount-blocks"),
            movements: DienBien.table("reorganisation/movements"))
    }

    /// A consolidation of one person a row, all with one category.
    private static func consolidation(_ rows: [TestRow], _ category: Personnel.Category?) throws -> Consolidation {
        var register = Register(rows)
        let readings = try DienBien.reader().read(&register)
        var people = PersonList(
            register.records.indices.map { index in
                Person(id: Int64(index + 1), values: register.records[index], records: [Int32(index)])
            })
        for index in people.indices { people[index].values.category = category }
        let outcome = try DienBien.assigner().assign(&people, register: register, readings: readings)
        var consolidation = Consolidation(register: register)
        consolidation.people = people
        consolidation.assignments = outcome.assignments
        consolidation.oldUnits = readings.units
        consolidation.newUnits = try DienBien.catalogue().newUnits
        return consolidation
    }

    private static func row(_ unit: String, _ position: String = "", plan: String = "") -> TestRow {
        TestRow(
            unit: unit, position: position, proposedUnit: plan, context: RowContext(sender: "tuan-giao", path: "a.csv"))
    }

    @Test(
        "a post is of the side that its words tell, the position before the unit",
        arguments: [
            ("UBND xã Quài Cang", "Chủ tịch UBND", HeadcountSource.commune, HeadcountBlock.government),
            ("Đảng ủy xã Quài Cang", "Bí thư Đảng ủy", .commune, .party),
            ("UBND xã Quài Cang", "Bí thư Đảng ủy, Chủ tịch HĐND", .commune, .government),
            ("UBND xã Quài Cang", "Chủ tịch UBMTTQ Việt Nam", .commune, .front),
            ("UBND xã Quài Cang", "Chủ tịch Hội Nông dân", .commune, .front),
            ("Huyện ủy Tuần Giáo", "Chuyên viên", .district, .party),
            ("Phòng Nội vụ", "Chuyên viên", .district, .government),
            ("TT VH-TT-TH", "Phóng viên", .service, .government),
            ("Đội Quản lý trật tự đô thị", "", .service, .government),
            ("Trường Mầm non Hoa Ban xã Quài Cang", "Giáo viên", .education, .government),
        ])
    func sides(unit: String, position: String, source: HeadcountSource, block: HeadcountBlock) throws {
        let counted = Headcounter(rules: try Self.rules()).count(
            try Self.consolidation([Self.row(unit, position)], nil))
        #expect(counted.lines.map(\.source) == [source])
        #expect(counted.lines.map(\.block) == [block])
    }

    @Test("each old unit of a movement shows where its people went and what is open")
    func flows() throws {
        let centre = "TT VH-TT-TH"
        let counted = Headcounter(rules: try Self.rules()).count(
            try Self.consolidation(
                [
                    Self.row(centre, "Phóng viên"), Self.row(centre, "Viên chức văn hóa"),
                    Self.row(centre, "Viên chức thể thao", plan: "Xã Tuần Giáo"), Self.row("UBND xã Quài Cang"),
                    Self.row("TT DVNN"),
                ], .publicEmployee))
        #expect(counted.flows.map(\.movement) == ["agriculture", "communication", "culture-sports", "culture-sports"])
        #expect(counted.flows.map(\.newUnit) == ["dvnn-3", "bao-dien-bien-phu", "03253", nil])
        #expect(counted.flows.map(\.people) == [1, 1, 1, 1])
        #expect(counted.flows.map { $0.settles.isEmpty } == [true, true, true, false])
    }

    @Test("the announced figure counts the government block that goes to communes, without education and contracts")
    func announced() throws {
        let rows = [
            Self.row("UBND xã Quài Cang", "Chủ tịch UBND"), Self.row("Đảng ủy xã Quài Cang", "Bí thư Đảng ủy"),
            Self.row("Phòng Nội vụ", "Chuyên viên", plan: "Xã Tuần Giáo"), Self.row("Phòng Nội vụ", "Chuyên viên"),
            Self.row("Phòng Nội vụ", "Chuyên viên", plan: "Sở Giáo dục và Đào tạo"),
            Self.row("TT VH-TT-TH", "Viên chức", plan: "Trung tâm Dịch vụ tổng hợp xã Tuần Giáo"),
            Self.row("Trường Mầm non Hoa Ban xã Quài Cang", "Giáo viên"),
        ]
        let newUnits = try DienBien.catalogue().newUnits
        let targets = try Targets(DienBien.table("reorganisation/targets"), newUnits: newUnits)
        func counted(_ category: Personnel.Category) throws -> [String: Int64] {
            let lines = Headcounter(rules: try Self.rules()).count(try Self.consolidation(rows, category)).lines
            let figures = targets.figures(lines, newUnits: newUnits)
            return Dictionary(uniqueKeysWithValues: figures.map { ($0.name, $0.counted) })
        }
        let found = try counted(.civilServant)
        #expect(found["target | announced"] == 3)
        #expect(found["target | announced-district"] == 1)
        #expect(found["target | announced-commune"] == 1)
        #expect(found["target | announced-service"] == 1)
        #expect(found["target | each | 03253"] == 3)
        #expect(found["target | ward-dien-bien-phu"] == 0)
        #expect(try counted(.contract)["target | announced"] == 0)
        #expect(try counted(.partTime)["target | announced"] == 0)
    }

    @Test("the announced figures add up, and each commune and ward has one")
    func shipped() throws {
        let newUnits = try DienBien.catalogue().newUnits
        let figures = try Targets(DienBien.table("reorganisation/targets"), newUnits: newUnits)
            .figures([], newUnits: newUnits)
        func expected(_ name: String) -> Int64 { figures.first { $0.name == "target | " + name }?.expected ?? -1 }
        #expect(expected("announced") == 3567)
        #expect(
            expected("announced-district") + expected("announced-commune") + expected("announced-service") == 3567)
        #expect(figures.compactMap(\.newUnit).count == 45)
        #expect(Set(figures.map(\.name)).count == figures.count)
    }

    @Test(
        "a mistake in the targets says its line, its column and what was expected",
        arguments: [
            (["a", "A", "x", "", "", "", "", "", "", ""], "expected"),
            (["a", "A", "1", "99999", "", "", "", "", "", ""], "new_unit"),
            (["a", "A", "1", "", "", "village", "", "", "", ""], "sources"),
            (["a", "A", "1", "", "", "", "army", "", "", ""], "blocks"),
            (["a", "A", "1", "", "", "", "", "king", "", ""], "categories"),
            (["", "A", "1", "", "", "", "", "", "", ""], "target"),
        ])
    func mistakes(cells: [String], column: String) throws {
        let columns = [
            "target", "title", "expected", "new_unit", "new_kinds", "sources", "blocks", "categories", "statuses",
            "basis",
        ]
        let table = ReferenceTable(
            path: "targets.csv", columns: columns, rows: [ReferenceTable.Row(line: 5, cells: cells)])
        let error = #expect(throws: ReferenceError.self) { try Targets(table, newUnits: []) }
        #expect(error?.line == 5)
        #expect(error?.column == column)
    }
}
