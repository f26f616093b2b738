// Each rule of the reorganisation, its order, and the sentence that a clerk checks.

import Personnel
import Testing

@testable import Transform

/// One person of some rows: the newest row's values survive.
private func assign(
    _ rows: [TestRow], around: [TestRow] = [], decisions: [UnitDecision] = []
) throws -> (assignment: Assignment, issues: [IssueCode], level: Level?) {
    var register = Register(rows + around)
    let readings = try DienBien.reader().read(&register)
    var newest = 0
    for index in rows.indices where isNewer(rows[index].listDate, than: rows[newest].listDate) { newest = index }
    var people: PersonList = [Person(id: 7, values: register.records[newest], records: rows.indices.map(Int32.init))]
    let outcome = try DienBien.assigner(decisions: decisions).assign(&people, register: register, readings: readings)
    let assignment = try #require(outcome.assignments.first)
    return (assignment, (readings.issues + outcome.issues).map(\.code), people[0].level)
}

private func list(_ sender: String, _ sections: String..., titles: [String] = []) -> RowContext {
    RowContext(
        sender: sender, path: sender + "/danh sach.csv", titles: titles, sections: sections.map { Section(text: $0) })
}

private let newer = PartialDate(iso: "2025-05-20")
private let older = PartialDate(iso: "2024-12-31")

@Suite("Who goes where")
struct AssignerTests {
    @Test("a decision on a unit moves its people before every other rule, a person's own before it")
    func unitDecision() throws {
        let office = TestRow(unit: "Phòng Nội vụ", context: list("tuan-giao"))
        var register = Register([office, office])
        let readings = try DienBien.reader().read(&register)
        var people = PersonList(
            (0..<2).map { Person(id: Int64(7 + $0), values: register.records[$0], records: [Int32($0)]) })
        let unit = try #require(register.records[0].oldUnit)
        let own = UnitDecision(person: 8, text: "Xã Quài Tở", source: "a.csv, dòng 3")
        let whole = UnitDecision(person: 0, text: "Xã Tuần Giáo", source: "a.csv, dòng 2", reason: "QĐ 12")
        let assigned = try DienBien.assigner(decisions: [own]).assign(
            &people, register: register, readings: readings, unitDecisions: [Int(unit): whole]
        ).assignments
        #expect(assigned.map(\.newUnit) == ["03253", "03295"])
        #expect(assigned.map(\.rule) == ["decision", "decision"])
        #expect(assigned[0].basis == "Theo quyết định nhập tại a.csv, dòng 2 (QĐ 12): Xã Tuần Giáo.")
    }

    @Test(
        "what a unit owns goes by the same rules as its people, where no position counts",
        arguments: [
            ("UBND xã Quài Cang", nil, AssignmentStatus.assigned, "03253", "commune"),
            ("TT VH-TT-TH", nil, .unresolved, "", "culture-sports"),
            ("TT VH-TT-TH", "Xã Na Sang", .assigned, "03172", "plan"),
            ("TT VH-TT-TH", "Xã Không Có", .unresolved, "", "culture-sports"),
            ("Ban QLDA các công trình", nil, .assigned, "qlda-ptqd-3", "projects-land"),
        ])
    func property(unit: String, receiver: String?, status: AssignmentStatus, newUnit: String, rule: String) throws {
        var register = Register([])
        let mention = UnitMention(text: unit, context: list("tuan-giao"))
        let readings = try DienBien.reader().read(&register, mentions: [mention])
        let outcome = try DienBien.assigner().successor(
            of: readings.mentioned[0],
            receiver: receiver.map { .init(column: "Cột “Đơn vị tiếp nhận”", place: "b.csv, dòng 4", text: $0) },
            register: register, readings: readings)
        #expect(outcome.assignment.status == status)
        #expect(outcome.assignment.newUnit ?? "" == newUnit)
        #expect(outcome.assignment.rule == rule)
        #expect((outcome.oddity?.code == .planUnknownUnit) == (receiver == "Xã Không Có"))
    }

    @Test(
        "a unit's people go where its rule says",
        arguments: [
            ("UBND xã Quài Cang", "tuan-giao", AssignmentStatus.assigned, "03253", "commune"),
            ("Phường Mường Thanh", "dien-bien-phu", .assigned, "03127", "commune"),
            ("Thị trấn Mường Chà", "muong-cha", .assigned, "03172", "commune"),
            ("Trường MN Hoa Ban xã Thanh Luông", "dien-bien", .assigned, "03328", "school"),
            ("Trường PTDTBT TH&THCS Mường Tùng", "muong-cha", .assigned, "03181", "school"),
            ("Trường Mầm non Trần Can", "tuan-giao", .unresolved, "", "school"),
            ("Trường THPT Lương Thế Vinh", "dien-bien-phu", .assigned, "so-gddt", "upper-secondary"),
            ("Trường THCS và THPT Mường Chà 2", "muong-cha", .assigned, "so-gddt", "upper-secondary"),
            ("TT GDNN-GDTX huyện Tủa Chùa", "so-giao-duc", .assigned, "gdnn-gdtx-2", "vocational"),
            ("Trung tâm GDTX tỉnh Điện Biên", "so-giao-duc", .assigned, "gdnn-gdtx-1", "vocational"),
            ("Ban QLDA các công trình", "nam-po", .assigned, "qlda-ptqd-5", "projects-land"),
            ("Trung tâm PTQĐ", "dien-bien", .assigned, "qlda-ptqd-1", "projects-land"),
            ("TT DVNN", "muong-lay", .assigned, "dvnn-4", "agriculture"),
            ("TT Dịch vụ tổng hợp kinh tế TP ĐBP", "so-nong-nghiep", .assigned, "dvnn-1", "agriculture"),
            ("TT VH-TT-TH", "tua-chua", .unresolved, "", "culture-sports"),
            ("Đội Quản lý trật tự đô thị", "dien-bien-phu", .unresolved, "", "urban-order"),
            ("Phòng Nội vụ", "tuan-giao", .unresolved, "", "district-office"),
            ("Công ty TNHH Trường Thọ", "tuan-giao", .unresolved, "", "none"),
        ])
    func byUnit(unit: String, sender: String, status: AssignmentStatus, newUnit: String, rule: String) throws {
        let found = try assign([TestRow(unit: unit, context: list(sender))]).assignment
        #expect(found.status == status, "\(found)")
        #expect(found.newUnit ?? "" == newUnit)
        #expect(found.rule == rule)
        #expect(!found.basis.isEmpty && !found.basis.contains("{"), "\(found.basis)")
        if status == .unresolved { #expect(found.basis.contains("cần"), "\(found.basis)") }
    }

    @Test(
        "communication work goes to the newspaper, all else of the centre waits",
        arguments: [
            ("Phóng viên", "", "communication"), ("Viên chức", "V.11.09.25", "communication"),
            ("Kỹ thuật dựng phim", "", "communication"), ("Phat thanh vien", "", "communication"),
            ("Giám đốc", "V.10.06.20", "culture-sports"), ("Thư viện viên", "", "culture-sports"),
            ("Giám đốc Trung tâm Văn hóa - Truyền thanh - Truyền hình", "", "culture-sports"),
            ("Viên chức", "V.110", "culture-sports"),
        ])
    func communication(position: String, rank: String, rule: String) throws {
        let row = TestRow(unit: "TT VH-TT-TH", position: position, rank: rank, context: list("tuan-giao"))
        #expect(try assign([row]).assignment.rule == rule)
    }

    @Test("a leaving note wins over a plan, a plan over the unit, a decision over all")
    func order() throws {
        var row = TestRow(unit: "UBND xã Quài Cang", context: list("tuan-giao"))
        row.proposedUnit = "Xã Chiềng Sinh"
        #expect(try assign([row]).assignment.newUnit == "03283")
        row.note = "Xin nghỉ hưu trước tuổi"
        #expect(try assign([row]).assignment.status == .leaving)
        let decision = UnitDecision(person: 7, text: "Xã Búng Lao", source: "decisions/a.csv, dòng 3")
        let decided = try assign([row], decisions: [decision]).assignment
        #expect((decided.newUnit, decided.rule) == ("03301", "decision"))
        #expect(decided.basis.contains("decisions/a.csv, dòng 3"))
        let leaves = UnitDecision(person: 7, text: "Nghỉ thôi việc", source: "decisions/a.csv, dòng 3")
        #expect(try assign([TestRow(unit: "Xã Ta Ma")], decisions: [leaves]).assignment.status == .leaving)
    }

    @Test("a decision that names no unit is an issue and the rules go on")
    func unreadableDecision() throws {
        let decision = UnitDecision(person: 7, text: "xã Bình Minh", source: "decisions/a.csv, dòng 3")
        let found = try assign([TestRow(unit: "UBND xã Quài Cang")], decisions: [decision])
        #expect(found.assignment.rule == "commune")
        #expect(found.issues == [.planUnknownUnit])
    }

    @Test("a plan and a leaving note count on any row of the person")
    func anyRow() throws {
        let office = TestRow(unit: "Phòng Nội vụ", context: list("tuan-giao"), listDate: newer)
        let plan = TestRow(proposedUnit: "Xã Búng Lao", context: list("tuan-giao"), listDate: older)
        #expect(try assign([office, plan]).assignment.newUnit == "03301")
        let note = TestRow(note: "Có đơn xin nghỉ thôi việc", context: list("tuan-giao"), listDate: older)
        let leaving = try assign([office, note]).assignment
        #expect((leaving.status, leaving.newUnit) == (.leaving, nil))
        #expect(leaving.basis == "Cột “ghi chú” tại tuan-giao/danh sach.csv, dòng 2 ghi “Có đơn xin nghỉ thôi việc”.")
        let back = TestRow(
            unit: "Phòng Nội vụ", note: "Đã rút đơn nghỉ thôi việc", context: list("tuan-giao"), listDate: newer)
        #expect(try assign([back, note]).assignment.rule == "district-office")
    }

    @Test("the newest of two plans wins, equally new ones decide nothing; both are an issue")
    func planConflict() throws {
        func row(_ plan: String, _ date: PartialDate?) -> TestRow {
            TestRow(unit: "Phòng Nội vụ", proposedUnit: plan, context: list("tuan-giao"), listDate: date)
        }
        let newest = try assign([row("Xã Búng Lao", older), row("UBND xã Pú Nhung", newer)])
        #expect((newest.assignment.newUnit, newest.assignment.rule) == ("03260", "plan"))
        #expect(newest.issues == [.planConflict])
        let equal = try assign([row("Xã Búng Lao", newer), row("Xã Pú Nhung", newer)])
        #expect((equal.assignment.newUnit, equal.assignment.rule) == (nil, "district-office"))
        #expect(equal.issues == [.planConflict])
        #expect(try assign([row("Xã Búng Lao", newer), row("UBND xã Búng Lao", older)]).issues.isEmpty)
    }

    @Test("a plan that names no unit or several is an issue, and the rules below go on")
    func undecidedPlans() throws {
        var row = TestRow(unit: "UBND xã Quài Cang", context: list("tuan-giao"))
        row.proposedUnit = "xã Bình Minh"
        let unknown = try assign([row])
        #expect((unknown.assignment.rule, unknown.issues) == ("commune", [.planUnknownUnit]))
        row.proposedUnit = "Xã Búng Lao hoặc xã Pú Nhung"
        let several = try assign([row])
        #expect((several.assignment.rule, several.issues) == ("commune", [.planAmbiguousUnit]))
        row.proposedUnit = "Chưa bố trí"
        #expect(try assign([row]).issues.isEmpty)
    }

    @Test("a school takes its commune from any row of its district, and of its person")
    func schoolElsewhere() throws {
        let here = TestRow(unit: "Trường Mầm non Trần Can", context: list("dien-bien-phu"))
        let there = TestRow(unit: "Trường MN Trần Can, phường Mường Thanh", context: list("dien-bien-phu"))
        #expect(try assign([here]).assignment.status == .unresolved)
        #expect(try assign([here], around: [there]).assignment.newUnit == "03127")
        let namesake = TestRow(unit: "Trường MN Trần Can, xã Nà Tấu", context: list("dien-bien-phu"))
        let open = try assign([here], around: [there, namesake]).assignment
        #expect((open.status, open.rule) == (.unresolved, "school"))
        #expect(open.basis.contains("Phường Mường Thanh hay Xã Nà Tấu"))
        #expect(try assign([here, namesake], around: [there]).assignment.newUnit == "03316")
    }

    @Test("the level follows the unit, or the list where no unit is known")
    func level() throws {
        #expect(try assign([TestRow(unit: "UBND xã Quài Cang")]).level == .commune)
        #expect(try assign([TestRow(unit: "Phòng Nội vụ", context: list("tuan-giao"))]).level == .district)
        let unknown = TestRow(context: list("tuan-giao", titles: ["CÁN BỘ, CÔNG CHỨC CẤP XÃ HUYỆN TUẦN GIÁO"]))
        #expect(try assign([unknown]).level == .commune)
    }

    @Test("a person for whom no row names a unit is unresolved, with an issue")
    func noUnit() throws {
        let found = try assign([TestRow(context: list("tuan-giao"))])
        #expect((found.assignment.status, found.assignment.rule) == (.unresolved, "none"))
        #expect(found.issues == [.unitUnknown])
        #expect(found.assignment.basis.hasPrefix("Không dòng nào ghi đơn vị công tác"))
    }

    @Test("a divided commune's people go to review with the default, which a guess is not")
    func divided() throws {
        var tables = try DienBien.tables()
        tables.succession = ReferenceTable(
            path: "succession.csv", columns: ["old_code", "new_code", "share", "is_default"],
            rows: [
                .init(line: 2, cells: ["03265", "03253", "part", "true"]),
                .init(line: 3, cells: ["03265", "03268", "part", "false"]),
            ])
        let catalogue = try UnitCatalogue(tables)
        let kinds = try UnitKinds(
            try DienBien.table("reorganisation/unit-kinds"),
            neutral: try DienBien.table("reorganisation/neutral-words"),
            catalogue: catalogue)
        let name = try #require(catalogue.oldUnits.first { $0.code == "03265" }).name
        var register = Register([TestRow(unit: name), TestRow(unit: "Trường MN Hoa Ban, \(name)")])
        let readings = UnitReader(catalogue: catalogue, kinds: kinds, senders: [:]).read(&register)
        var people = PersonList(
            (0..<2).map { Person(id: Int64($0 + 1), values: register.records[$0], records: [Int32($0)]) })
        let assigner = try Assigner(
            catalogue: catalogue, rules: try DienBien.table("reorganisation/rules"),
            leaving: try DienBien.table("reorganisation/leaving"),
            plans: try DienBien.table("reorganisation/plan-words"), asOf: try #require(DienBien.asOf))
        let outcome = assigner.assign(&people, register: register, readings: readings)
        for assignment in outcome.assignments {
            #expect((assignment.status, assignment.newUnit) == (.review, "03253"))
            #expect(assignment.basis.contains("được chia cho"))
        }
    }
}

@Suite("A name is not a unit")
struct NameTrapTests {
    /// `Xã Nậm Tin; Xã Pa Tần (Huyện Nậm Pồ)`: names with their districts, where given.
    private func units(_ cell: String) -> [(name: String, district: String)] {
        cell.split(separator: ";").map { part in
            let pieces = part.split(separator: "(")
            let name = pieces[0].drop { $0 == " " }
            return (
                String(name.last == " " ? name.dropLast() : name),
                pieces.count > 1 ? String(pieces[1].dropLast()) : ""
            )
        }
    }

    @Test("every row of the table of traps")
    func traps() throws {
        let table = try DienBien.table("units/name-traps")
        let catalogue = try DienBien.catalogue()
        let plans = try PlanReader(catalogue: catalogue, words: try DienBien.table("reorganisation/plan-words"))
        func goes(_ unit: String, _ district: String) throws -> (name: String?, found: Assignment) {
            let found = try assign([TestRow(unit: unit + ", " + district)]).assignment
            return (catalogue.newUnits.first { $0.id == found.newUnit }?.name, found)
        }
        #expect(table.rows.count == 24)
        for row in table.rows {
            let cell = { (name: String) in row.cells[table.columns.firstIndex(of: name) ?? 0] }
            if cell("goes_to") == "(district abolished)" {
                let found = try assign([TestRow(unit: "UBND " + cell("old_unit"))])
                #expect(found.assignment.rule == "district-office", "line \(row.line)")
                #expect(found.level == .district)
            } else {
                for unit in units(cell("old_unit")) {
                    let district = unit.district.isEmpty ? cell("old_district") : unit.district
                    #expect(try goes(unit.name, district).name == cell("goes_to"), "line \(row.line): \(unit)")
                }
            }
            guard !cell("new_unit_of_that_name").isEmpty else { continue }
            let named = plans.read(cell("new_unit_of_that_name"))
            guard case .unit(let new) = named else {
                Testing.Issue.record("line \(row.line): \(named)")
                continue
            }
            #expect(catalogue.newUnits[new].name == cell("new_unit_of_that_name"))
            for unit in units(cell("which_is_made_of")) {
                let old = try #require(catalogue.oldUnits.firstIndex { $0.name == unit.name }, "line \(row.line)")
                #expect(
                    catalogue.wholeSuccessor(of: old)?.id == catalogue.newUnits[new].id, "line \(row.line): \(unit)")
            }
        }
    }

    @Test("every old commune goes over whole, and codes mean a unit only with their period")
    func periods() throws {
        let catalogue = try DienBien.catalogue()
        #expect(catalogue.oldUnits.count == 129)
        #expect(catalogue.newUnits.filter { $0.code != nil }.count == 45)
        #expect(catalogue.oldUnits.indices.allSatisfy { catalogue.wholeSuccessor(of: $0) != nil })
        #expect(catalogue.oldUnits.first { $0.code == "03127" }?.name == "Phường Him Lam")
        #expect(catalogue.newUnits.first { $0.code == "03127" }?.name == "Phường Điện Biên Phủ")
        let ids = Set(catalogue.oldUnits.map(\.id)).intersection(catalogue.newUnits.map(\.id))
        #expect(ids.isEmpty)
    }
}
