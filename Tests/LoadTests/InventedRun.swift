// A small invented province: three senders, seven person rows of five people, everything that a report shows.

import Load
import Personnel

/// An invented consolidation and the language of the Điện Biên pipeline.
enum InventedRun {
    static let facts = RunFacts(
        runID: "2025-07-01-0200", pipeline: "dien-bien", asOf: "2025-07-01", startedAt: "2025-07-01T02:00:00+07:00",
        finishedAt: "2025-07-01T02:00:09+07:00", toolVersion: "1.0.0", configSHA256: String(repeating: "c", count: 64))

    /// What one person row of a list says.
    private struct Entry {
        var number: UInt32
        var name: String
        var key: String
        var birth: (Int, Int, Int)
        var gender: Gender?
        var id: UInt64?
        var position = ""
        var category: Category?
        var oldUnit: Int32?
        var extra: ExtraValue?
        var originalBirth: String?
    }

    static func consolidation() -> Consolidation {
        var register = Register()
        register.append(communeList())
        register.append(refusedList())
        register.append(schoolList())
        register.append(unknownList())
        var result = Consolidation(register: register)
        result.oldUnits = [
            OldUnit(
                id: "old:03253", code: "03253", name: "Thị trấn Tuần Giáo", kind: "township", district: "tuan-giao"),
            OldUnit(id: "old:03280", code: "03280", name: "Xã Quài Nưa", kind: "commune", district: "tuan-giao"),
            OldUnit(
                id: "tuan-giao/school/mn-hoa-ban", code: nil, name: "Trường Mầm non Hoa Ban", kind: "school",
                district: "tuan-giao"),
        ]
        result.newUnits = [
            NewUnit(
                id: "03253", code: "03253", name: "Xã Tuần Giáo", kind: "commune", parent: "ubnd-tinh",
                areaDistricts: [],
                basis: "Nghị quyết 1661/NQ-UBTVQH15"),
            NewUnit(
                id: "03256", code: "03256", name: "Xã Quài Tở", kind: "commune", parent: "ubnd-tinh", areaDistricts: [],
                basis: "Nghị quyết 1661/NQ-UBTVQH15"),
            NewUnit(
                id: "so-gddt", code: nil, name: "Sở Giáo dục và Đào tạo", kind: "department", parent: "ubnd-tinh",
                areaDistricts: ["tuan-giao"], basis: "reported"),
        ]
        result.successions = [
            Succession(
                oldUnit: "old:03253", newUnit: "03253", share: .whole, isDefault: true,
                basis: "Nghị quyết 1661/NQ-UBTVQH15"),
            Succession(
                oldUnit: "old:03280", newUnit: "03253", share: .part, isDefault: true,
                basis: "Nghị quyết 1661/NQ-UBTVQH15"),
            Succession(
                oldUnit: "old:03280", newUnit: "03256", share: .part, isDefault: false,
                basis: "Nghị quyết 1661/NQ-UBTVQH15"),
        ]
        addPeople(to: &result)
        return result
    }

    private static func addPeople(to result: inout Consolidation) {
        let clusters: [[Int32]] = [[0, 4], [1], [2], [3], [5], [6]]
        for (index, records) in clusters.enumerated() {
            let values = result.register.records[Int(records[0])]
            var person = Person(id: Int64(1001 + index), values: values, records: records)
            for field in Field.allCases where values.text(of: field, in: result.register.pool) != nil {
                person.sources[Int(field.rawValue)] = 0
            }
            person.level = index < 4 ? .commune : .district
            result.people.append(person)
        }
        result.assignments = [
            Assignment(
                status: .assigned, newUnit: "03253", rule: "commune",
                basis: "Thị trấn Tuần Giáo nhập toàn bộ vào xã Tuần Giáo"),
            Assignment(
                status: .assigned, newUnit: "03253", rule: "commune",
                basis: "Thị trấn Tuần Giáo nhập toàn bộ vào xã Tuần Giáo"),
            Assignment(status: .review, newUnit: "03253", rule: "commune", basis: "Xã Quài Nưa chia cho hai xã mới"),
            Assignment(status: .leaving, newUnit: nil, rule: "leaving", basis: "Có nguyện vọng nghỉ hưu trước tuổi"),
            Assignment(
                status: .assigned, newUnit: "03256", rule: "school", basis: "Trường đóng trên địa bàn xã Quài Tở"),
            Assignment(status: .unresolved, newUnit: nil, rule: "none", basis: "Cần biết đơn vị công tác"),
        ]
        result.reviewPairs = [
            ReviewPair(
                left: 1, right: 4, probability: 0.71,
                evidence: ["full_name: equal", "birth_date: same year"])
        ]
        result.merges = [
            MergeReason(person: 0, evidence: ["full_name: equal", "national_id: equal"])
        ]
        addCounts(to: &result)
        addHandover(to: &result)
        result.benefits = [
            Benefit(
                person: 3, regime: "early_retirement_178", title: "Nghỉ hưu trước tuổi", months: 28,
                amount: 544_050_000,
                basis: "Trợ cấp hưu trí một lần: 1 × 28 × 11700000 đ = 327600000 đ (Điều 7)",
                inputs: [
                    BenefitInput("leaves", .text("2025-07")), BenefitInput("pension", .text("2027-11")),
                    BenefitInput("salary", .number(11_700_000)), BenefitInput("insurance_months", .number(264)),
                ],
                parts: [BenefitPart(name: "Trợ cấp \"một lần\"", factor: 450, measure: 2805, amount: 327_600_000)],
                missing: ["gender"])
        ]
        result.personIssues = [Issue(.unitUnknown, field: .unit, value: "=Phòng X", person: 5)]
    }

    /// A thing that is taken over, one that is not, and a debt, of a unit that ended; stated in rows of the first list.
    private static func addHandover(to result: inout Consolidation) {
        func item(_ row: UInt32, _ name: String, _ amounts: [AssetField: Int64], _ unit: String?) -> HandedItem {
            var record = AssetRecord(
                place: RowReference(file: 0, sheet: 0, row: row), context: 0, isBalance: amounts[.remaining] != nil,
                name: name, kind: "equipment")
            record.kindName = "Máy móc, thiết bị"
            record.amounts = amounts
            record.quantity = Hundredths(200)
            record.details = [ExtraValue(heading: "Nước sản xuất", text: "=Việt Nam")]
            return HandedItem(
                record: record, oldUnit: 2,
                assignment: Assignment(
                    status: unit == nil ? .unresolved : .assigned, newUnit: unit, rule: "school",
                    basis: unit == nil ? "Cần phương án" : "Trường đóng tại xã Quài Tở"))
        }
        result.handedItems = [
            item(1, "Máy in", [.originalCost: 12_000_000, .residualValue: 4_000_000], "03256"),
            item(2, "Máy chiếu", [.originalCost: 8_000_000], nil),
            item(3, "Phải trả nhà cung cấp", [.remaining: -500_000], "03256"),
        ]
        func figure(_ kind: String, _ expected: Int64, _ counted: Int64) -> ControlFigure {
            ControlFigure(
                scope: .handover, name: "handover | " + kind, title: "Trường Mầm non Hoa Ban", newUnit: nil,
                expected: expected, counted: counted)
        }
        result.figures += [
            figure("original_cost", 20_000_000, 12_000_000), figure("residual_value", 4_000_000, 4_000_000),
            figure("remaining", -500_000, -500_000),
        ]
    }

    private static func addCounts(to result: inout Consolidation) {
        func line(
            _ unit: String?, _ status: AssignmentStatus, _ source: HeadcountSource, _ category: Personnel.Category?
        )
            -> HeadcountLine
        {
            HeadcountLine(
                newUnit: unit, status: status, source: source, block: .government, category: category,
                level: source == .commune ? .commune : .district, people: 1)
        }
        result.headcount = [
            line("03253", .assigned, .commune, .cadre), line("03253", .assigned, .commune, .civilServant),
            line("03253", .review, .commune, .civilServant), line("03256", .assigned, .education, .publicEmployee),
            line(nil, .unresolved, .other, nil), line(nil, .leaving, .commune, .cadre),
        ]
        result.flows = [
            UnitFlow(
                movement: "school", oldUnit: 2, newUnit: "03256", status: .assigned, people: 1, settles: ""),
            UnitFlow(
                movement: "school", oldUnit: 2, newUnit: nil, status: .unresolved, people: 2,
                settles: "Chưa rõ trường đóng tại xã nào"),
        ]
        result.keyPositions = [
            KeyPosition(
                newUnit: "03253", seat: "committee-chair", title: "Chủ tịch UBND", person: 0, status: .incomplete,
                findings: [
                    DossierFinding(code: "qualification", message: "Thiếu trình độ chuyên môn"),
                    DossierFinding(code: "party", message: "Thiếu \"ngày vào Đảng\""),
                ], remainingMonths: 197),
            KeyPosition(
                newUnit: "03256", seat: "committee-chair", title: "Chủ tịch UBND", person: nil, status: .vacant,
                findings: [], remainingMonths: nil),
        ]
        result.figures = [
            ControlFigure(
                scope: .target, name: "target | announced", title: "Khối chính quyền", newUnit: nil, expected: 4,
                counted: 3),
            ControlFigure(
                scope: .target, name: "target | each | 03253", title: "Xã Tuần Giáo", newUnit: "03253", expected: 3,
                counted: 3),
            ControlFigure(
                scope: .target, name: "target | each | 03256", title: "Xã Quài Tở", newUnit: "03256", expected: nil,
                counted: 0),
        ]
    }

    private static func communeList() -> SourceList {
        var file = SourceFile(path: "tuan-giao/cap-xa.csv", sender: "tuan-giao", byteCount: 1200)
        file.sha256 = String(repeating: "a", count: 64)
        file.format = "csv"
        file.encoding = "tcvn3"
        file.encodingConfidence = 0.98
        file.listDate = PartialDate(iso: "2025-05-20")
        file.sheets = [""]
        var list = SourceList(file: file)
        list.contexts = [
            RowContext(
                sender: file.sender, path: file.path, titles: ["DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP XÃ"],
                sections: [Section(marker: "I", text: "THỊ TRẤN TUẦN GIÁO")])
        ]
        add(
            [
                Entry(
                    number: 4, name: "Lò Văn Ánh", key: "lo van anh", birth: (1980, 3, 5), gender: .male,
                    id: 11_080_000_123,
                    position: "Chủ tịch UBND", category: .cadre, oldUnit: 0,
                    extra: ExtraValue(heading: "Nhóm máu", text: "O"), originalBirth: "5.3.1980"),
                Entry(
                    number: 5, name: "Quàng Thị Yến", key: "quang thi yen", birth: (1985, 0, 0), gender: .female,
                    position: "Công chức Văn hóa - Xã hội", category: .civilServant, oldUnit: 0),
                Entry(
                    number: 6, name: "Cà Thị Ăm", key: "ca thi am", birth: (1990, 12, 0), gender: .female,
                    position: "Kế toán", category: .civilServant, oldUnit: 1),
                Entry(
                    number: 8, name: "Giàng A Đô", key: "giang a do", birth: (1966, 1, 1), gender: .male,
                    position: "Phó Chủ tịch UBND", category: .cadre, oldUnit: 1),
            ], to: &list)
        list.rows += [
            RowEntry(sheet: 0, number: 1, kind: .note), RowEntry(sheet: 0, number: 2, kind: .heading),
            RowEntry(sheet: 0, number: 3, kind: .section), RowEntry(sheet: 0, number: 7, kind: .rejected),
            RowEntry(sheet: 0, number: 9, kind: .total),
        ]
        list.rows.sort { $0.number < $1.number }
        let rejected = RowReference(file: 0, sheet: 0, row: 7)
        list.rejected = [
            RejectedRow(place: rejected, headings: ["TT", "Họ tên", "Chức vụ"], cells: ["4", "", "=Văn thư"])
        ]
        list.totals = [
            StatedTotal(
                place: RowReference(file: 0, sheet: 0, row: 9), scope: .sheet, name: "Tổng cộng", expected: 6,
                counted: 5)
        ]
        list.issues = [
            Issue(.totalDiffers, value: "6", detail: "đếm được 5", row: RowReference(file: 0, sheet: 0, row: 9)),
            Issue(.nameMissing, field: .fullName, row: rejected),
            Issue(.columnUnknown, value: "Nhóm máu", row: RowReference(file: 0, sheet: 0)),
        ]
        return list
    }

    private static func refusedList() -> SourceList {
        var file = SourceFile(path: "tuan-giao/danh sach cu.xls", sender: "tuan-giao", byteCount: 40, status: .refused)
        file.message = "Tệp Excel kiểu cũ; hãy lưu lại dưới dạng CSV UTF-8"
        var list = SourceList(file: file)
        list.issues = [Issue(.fileRefused, detail: file.message, row: RowReference(file: 1))]
        return list
    }

    private static func schoolList() -> SourceList {
        var file = SourceFile(path: "tuan-giao/truong.xlsx", sender: "tuan-giao", byteCount: 9000)
        file.format = "xlsx"
        file.encoding = "utf-8"
        file.sheets = ["Sheet1"]
        var list = SourceList(file: file)
        list.contexts = [RowContext(sender: file.sender, path: file.path, sheet: "Sheet1")]
        add(
            [
                Entry(
                    number: 2, name: "Lò Văn Ánh", key: "lo van anh", birth: (1980, 3, 5), gender: .male,
                    id: 11_080_000_123,
                    position: "Chủ tịch"),
                Entry(
                    number: 3, name: "Quàng Thị Yến", key: "quang thi yen", birth: (1985, 2, 3), gender: .female,
                    id: 11_185_000_777, position: "Giáo viên", category: .publicEmployee, oldUnit: 2),
            ], file: 2, to: &list)
        list.totals = [
            StatedTotal(
                place: RowReference(file: 2, sheet: 0, row: 4), scope: .section, name: "Cộng", expected: 2, counted: 2)
        ]
        list.rows.append(RowEntry(sheet: 0, number: 4, kind: .total))
        return list
    }

    private static func unknownList() -> SourceList {
        var file = SourceFile(path: "văn thư/lẻ.csv", sender: "văn thư", byteCount: 80)
        file.format = "csv"
        file.encoding = "utf-8"
        file.sheets = [""]
        var list = SourceList(file: file)
        list.contexts = [RowContext(sender: file.sender, path: file.path)]
        add(
            [
                Entry(
                    number: 1, name: "Vừ A Bằng", key: "vu a bang", birth: (1999, 9, 9), gender: .male,
                    position: "-nhân viên", category: .contract)
            ], file: 3, to: &list)
        list.issues = [Issue(.senderUnknown, value: "văn thư", row: RowReference(file: 3))]
        return list
    }

    private static func add(_ entries: [Entry], file: Int32 = 0, to list: inout SourceList) {
        for entry in entries {
            var record = PersonRecord(place: RowReference(file: file, sheet: 0, row: entry.number), context: 0)
            record.listDate = list.file.listDate
            record.fullName = list.pool.code(for: entry.name)
            record.nameKey = list.pool.code(for: entry.key)
            record.birthDate = PartialDate(year: entry.birth.0, month: entry.birth.1, day: entry.birth.2)
            record.gender = entry.gender
            record.nationalID = entry.id.flatMap(CitizenID.init(number:))
            record.position = list.pool.code(for: entry.position)
            record.category = entry.category
            record.oldUnit = entry.oldUnit
            record.ethnicity = list.pool.code(for: "Thái")
            record.rank = list.pool.code(for: "01.003")
            record.salaryStep = 3
            record.salaryCoefficient = Hundredths(300)
            record.qualification = .bachelor
            record.politicalTheory = .intermediate
            let originals = entry.originalBirth.map {
                [OriginalValue(field: .birthDateMale, text: list.pool.code(for: $0))]
            }
            let extras = entry.extra.map {
                [ExtraCode(heading: list.pool.code(for: $0.heading), text: list.pool.code(for: $0.text))]
            }
            list.rows.append(
                RowEntry(sheet: 0, number: entry.number, kind: .person, record: Int32(list.records.count)))
            list.append(record, originals: originals ?? [], extras: extras ?? [])
        }
    }
}
