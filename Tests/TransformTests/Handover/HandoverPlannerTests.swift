// Things go where their unit goes; what is handed over equals what is taken over, or the figures say where not.

import Personnel
import Testing

@testable import Transform

@Suite("Handover of assets and balances")
struct HandoverPlannerTests {
    private struct Thing {
        var unit: String
        var name = "Máy in"
        var receiver = ""
        var usedAt = ""
        var cost: String? = "100"
        var sections: [String] = []
        var isBalance = false
        var code = ""
        var year = ""
    }

    private static func normalizer() throws -> AssetNormalizer {
        AssetNormalizer(kinds: try AssetKinds(DienBien.table("assets/kinds")), labels: [.originalCost: "Nguyên giá"])
    }

    private static func list(_ things: [Thing], file: Int32 = 0) throws -> SourceList {
        var list = SourceList(file: SourceFile(path: "tuan-giao/tai-san/a.csv", sender: "tuan-giao"))
        var reading = AssetListNormalizer(try normalizer())
        for (index, thing) in things.enumerated() {
            let context = AssetContext(
                row: RowContext(sender: "tuan-giao", path: "tuan-giao/tai-san/a.csv"), kindTexts: thing.sections,
                isBalance: thing.isBalance)
            var values: [AssetField: String] = [.giver: thing.unit, .receiver: thing.receiver, .usedAt: thing.usedAt]
            (values[.code], values[.yearInUse]) = (thing.code, thing.year)
            values[thing.isBalance ? .content : .name] = thing.name
            values[thing.isBalance ? .remaining : .originalCost] = thing.cost
            let place = RowReference(file: file, sheet: 0, row: UInt32(index + 1))
            reading.take(AssetRow(place: place, kind: .item, values: values), context, into: &list)
        }
        reading.finish(into: &list)
        return list
    }

    private static func plan(
        _ things: [Thing], then others: [Thing] = [], decisions: [String: String] = [:]
    ) throws -> Handover {
        var register = Register()
        register.append(try list(things))
        if !others.isEmpty { register.append(try list(others, file: 1)) }
        let readings = try DienBien.reader().read(&register, mentions: HandoverPlanner.mentions(register))
        var unitDecisions: [Int: UnitDecision] = [:]
        for (unit, text) in decisions {
            let position = try #require(readings.units.firstIndex { $0.name == unit })
            unitDecisions[position] = UnitDecision(person: 0, text: text, source: "assignments.csv, dòng 2")
        }
        return try HandoverPlanner(kinds: AssetKinds(DienBien.table("assets/kinds")), labels: [:]).plan(
            register, mentioned: readings.mentioned[...], readings: readings, assigner: DienBien.assigner(),
            unitDecisions: unitDecisions)
    }

    @Test("an item goes to its unit's successor; of a unit with several, where the list says; else it is open")
    func receivers() throws {
        let items = try Self.plan([
            Thing(unit: "UBND xã Quài Cang"), Thing(unit: "TT DVNN"), Thing(unit: "TT VH-TT-TH"),
            Thing(unit: "TT VH-TT-TH", receiver: "Xã Tuần Giáo"), Thing(unit: "TT VH-TT-TH", receiver: "Xã Không Có"),
            Thing(unit: "Trường Mầm non Hoa Ban xã Quài Cang"),
            Thing(unit: "", usedAt: "Trường Mầm non Hoa Ban xã Quài Cang"),
        ]).items
        #expect(items.map(\.assignment.newUnit) == ["03253", "dvnn-3", nil, "03253", nil, "03253", "03253"])
        #expect(
            items.map(\.assignment.status) == [
                .assigned, .assigned, .unresolved, .assigned, .unresolved, .assigned, .assigned,
            ])
    }

    @Test("what two lists of a unit hold is handed over once; equal lines of one list are several things")
    func copies() throws {
        let unit = "UBND xã Quài Cang"
        let printer = Thing(unit: unit, year: "2020")
        let coded = Thing(unit: unit, name: "Xe ô tô", code: "27A-001.23")
        let plain = Thing(unit: unit, name: "Bàn họp")
        let handover = try Self.plan(
            [printer, printer, coded, plain],
            then: [
                printer, printer, printer, coded, plain, Thing(unit: unit, cost: "90", year: "2020"),
                Thing(unit: "UBND xã Nà Sáy", name: "Xe ô tô", code: "27A-001.23"),
            ])
        #expect(
            handover.items.map(\.record.name) == [
                "Máy in", "Máy in", "Xe ô tô", "Bàn họp", "Máy in", "Bàn họp", "Máy in", "Xe ô tô",
            ])
        #expect(handover.issues.map(\.code) == [.assetDuplicate, .assetDuplicate, .assetDuplicate])
        #expect(handover.issues.compactMap { $0.row?.row } == [1, 2, 4])
        #expect(handover.issues.first?.detail == "tuan-giao/tai-san/a.csv, dòng 1")
    }

    @Test("a decision on the unit moves its things too")
    func decided() throws {
        let items = try Self.plan(
            [Thing(unit: "TT VH-TT-TH"), Thing(unit: "UBND xã Quài Cang")],
            decisions: ["TT VH-TT-TH": "Xã Tuần Giáo"]
        ).items
        #expect(items.map(\.assignment.rule) == ["decision", "commune"])
    }

    @Test("a receiver that is none is an issue of its row, a row without a unit too")
    func oddities() throws {
        let handover = try Self.plan([
            Thing(unit: "TT VH-TT-TH", receiver: "Xã Không Có"), Thing(unit: "TT VH-TT-TH", receiver: "Xã Không Có"),
        ])
        #expect(handover.issues.map(\.code) == [.planUnknownUnit, .planUnknownUnit])
        #expect(handover.issues.compactMap { $0.row?.row } == [1, 2])
    }

    @Test("sums by giver and kind are what is handed over, and what of it has a receiver")
    func sums() throws {
        let figures = try Self.plan([
            Thing(unit: "TT VH-TT-TH", receiver: "Xã Tuần Giáo", cost: "100"), Thing(unit: "TT VH-TT-TH", cost: "50"),
            Thing(unit: "TT VH-TT-TH", name: "Nhà làm việc", receiver: "Xã Tuần Giáo", cost: "1.000"),
            Thing(unit: "UBND xã Quài Cang", name: "Tiền gửi kho bạc", cost: "(7)", isBalance: true),
        ]).figures
        #expect(figures.map(\.expected) == [-7, 1000, 150])
        #expect(figures.map(\.counted) == [-7, 1000, 100])
        #expect(
            figures.map { $0.name.split(separator: " | ").last } == ["remaining", "original_cost", "original_cost"])
    }

    @Test(
        "a kind is told by the section, else by the thing's own words",
        arguments: [
            ("Nhà để xe ô tô", [], "building"), ("Xe ô tô Toyota", [], "car"), ("Toyota Fortuner", ["Xe ô tô"], "car"),
            ("Máy in", ["Nhà, công trình"], "building"), ("Máy in", ["UBND xã Quài Cang"], "equipment"),
            ("Đất trụ sở", [], "land"), ("Bản đồ", [], "other"), ("Ban công", [], "other"),
        ])
    func kinds(name: String, sections: [String], kind: String) throws {
        let list = try Self.list([Thing(unit: "UBND xã Quài Cang", name: name, sections: sections)])
        #expect(list.assets.map(\.kind) == [kind])
    }

    @Test("what a row lacks is said: a name, an amount that can be read; a thing is a note in the account of people")
    func rows() throws {
        let list = try Self.list([
            Thing(unit: "UBND xã Quài Cang", name: ""), Thing(unit: "UBND xã Quài Cang", cost: "khoảng 5 triệu"),
            Thing(unit: "UBND xã Quài Cang", cost: nil),
        ])
        #expect(list.rows.map(\.kind) == [.rejected, .note, .note])
        #expect(list.rejected.count == 1)
        #expect(list.issues.map(\.code) == [.assetNameMissing, .amountUnreadable])
        #expect(list.assets.map { $0.amounts[.originalCost] } == [nil, nil])
    }

    @Test("totals of sections and sheets are held against what was added up")
    func totals() throws {
        var list = SourceList(file: SourceFile(path: "a/tai-san/a.csv", sender: "a"))
        var reading = AssetListNormalizer(try Self.normalizer())
        let context = AssetContext(row: RowContext(sender: "a"))
        func row(_ number: UInt32, _ kind: AssetRow.Kind, _ name: String, _ cost: String) -> AssetRow {
            AssetRow(
                place: RowReference(file: 0, sheet: 0, row: number), kind: kind, text: name,
                values: [.name: name, .originalCost: cost])
        }
        for row in [
            row(1, .section(depth: 1), "I", "30"), row(2, .item, "a", "10"), row(3, .item, "b", "20"),
            row(4, .section(depth: 1), "II", "5"), row(5, .item, "c", "6"), row(6, .total(isGrand: true), "Tổng", "36"),
        ] { reading.take(row, context, into: &list) }
        reading.finish(into: &list)
        #expect(list.figures.map(\.title) == ["I", "Tổng", "II"])
        #expect(list.figures.map(\.expected) == [30, 36, 5])
        #expect(list.figures.map(\.counted) == [30, 36, 6])
        #expect(list.issues.map(\.code) == [.totalDiffers])
        #expect(list.issues.first?.row?.row == 4)
    }
}
