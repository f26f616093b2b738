// Invents one district and its lists: the people, the files, the truth. Nothing of it depends on other districts.

/// A file of an invented region.
struct SampleFile: Sendable {
    /// Relative to the input folder, with `/`.
    var path: String
    var bytes: [UInt8]
}

/// The outcome of one district.
struct DistrictOutcome: Sendable {
    var people: Int
    var rows: Int
    var files: Int
    /// The lines of the truth by file; of the compact truth, one entry.
    var truth: [String: [UInt8]]
}

/// Invents districts.
struct DistrictWriter: Sendable {
    let region: SampleRegion
    let tables: SampleTables
    let mess: Mess
    let seed: UInt64
    let quotas: [DistrictQuota]
    /// The truth with every field, or only who stands in which row.
    let hasFullTruth: Bool
    /// The number of the first person of each district.
    private let firstNumbers: [Int]
    /// The place of each district in its province.
    private let slots: [Int]

    private var custom: ListCustom { region.isOneProvince ? .province : .country }

    static let compactTruth = "rows.tsv.gz"

    init(
        region: SampleRegion, tables: SampleTables, mess: Mess, seed: UInt64, people: Int, hasFullTruth: Bool
    ) {
        self.region = region
        self.tables = tables
        self.mess = mess
        self.seed = seed
        self.hasFullTruth = hasFullTruth
        quotas = region.quotas(people: people, seed: seed)
        var (numbers, next): ([Int], Int) = ([], 1)
        for quota in quotas {
            numbers.append(next)
            next += quota.total
        }
        firstNumbers = numbers
        var counts: [Int: Int] = [:]
        slots = region.districts.map { district in
            defer { counts[district.province.index, default: 0] += 1 }
            return counts[district.province.index] ?? 0
        }
    }

    /// The people of a district.
    func staff(of place: Int) -> DistrictStaff {
        DistrictStaff(
            region.districts[place], slot: slots[place], quota: quotas[place], region: region, tables: tables,
            firstNumber: firstNumbers[place], mess: mess, seed: Chance.seed(seed, place, 1))
    }

    /// Invents a district, hands out its files one after the other, and says what is true of them.
    func write(district place: Int, _ write: (SampleFile) throws -> Void) rethrows -> DistrictOutcome {
        let staff = staff(of: place)
        var ledger = TruthLedger(people: staff.people.count, bodies: staff.bodies.count, isFull: hasFullTruth)
        var lists = DistrictLists(
            staff: staff, mess: mess, custom: custom, chance: Chance(seed: Chance.seed(seed, place, 2)))
        var used: Set<String> = []
        for (number, plan) in lists.all().enumerated() {
            var chance = Chance(seed: Chance.seed(seed, place, 100 + number))
            try self.write(plan, staff, &ledger, &used, &chance, write)
        }
        if mess.isVaried, custom.hasHandover {
            var lists = AssetLists(
                staff: staff, region: region, tables: tables, mess: mess,
                chance: Chance(seed: Chance.seed(seed, place, 4)))
            for plan in lists.all() { try write(lists.file(plan, into: &ledger)) }
        }
        if mess.isVaried {
            var chance = Chance(seed: Chance.seed(seed, place, 3))
            for odd in RefusedFiles.some(in: staff.district, &chance) {
                try write(SampleFile(path: odd.path, bytes: odd.bytes))
                ledger.files.append(
                    FileTruth(
                        path: odd.path, status: odd.status, encoding: "*", format: "*", form: "odd", list: "",
                        codes: odd.status == "refused" ? ["file.refused"] : []))
            }
        }
        return DistrictOutcome(
            people: staff.people.count, rows: ledger.rows.count, files: ledger.files.count,
            truth: hasFullTruth
                ? TruthWriter.lines(of: ledger, staff: staff, region: region).files
                : [Self.compactTruth: TruthWriter.compactLines(of: ledger, staff: staff)])
    }

    private func write(
        _ plan: ListPlan, _ staff: DistrictStaff, _ ledger: inout TruthLedger, _ used: inout Set<String>,
        _ chance: inout Chance, _ write: (SampleFile) throws -> Void
    ) rethrows {
        let style = style(for: plan, &chance)
        var path = plan.path
        while !used.insert(path).inserted { path += " 2" }
        let suffix = "." + chance.pick(style.form.fileExtensions)
        let file = ledger.files.count
        ledger.files.append(truth(of: plan, style: style, path: path + suffix))
        var sheets: [SampleSheet] = []
        for sheetPlan in plan.sheets {
            var builder = SheetBuilder(
                staff: staff, plan: plan, sheetPlan: sheetPlan, style: style, mess: mess, file: file,
                newCommunes: region.newCommunes, chance: Chance(seed: chance.next()))
            builder.build(sheetPlan, into: &ledger)
            sheets.append(builder.sheet)
        }
        let bytes = FormWriter.bytes(of: sheets, style: style, date: plan.date)
        try write(SampleFile(path: path + suffix, bytes: bytes))
        if let copy = plan.copy, used.insert(copy).inserted {
            ledger.files[file].copy = copy + suffix
            ledger.files[file].status = "loaded|refused"
            try write(SampleFile(path: copy + suffix, bytes: bytes))
        }
    }

    /// A style that lets the list say what it must.
    private func style(for plan: ListPlan, _ chance: inout Chance) -> ListStyle {
        var maker = StyleMaker(tables: tables, mess: mess, chance: Chance(seed: chance.next()))
        var style = maker.style(needed: plan.needed, optional: plan.optional, forms: plan.forms)
        if plan.needsTitle { style.hasPreamble = true }
        // Where people moved since 2023, only its date says that a commune's list is the newer one.
        if plan.kind.hasPrefix("commune") { style.hasFooter = true }
        if plan.needsFullUnits || style.form.isRecordXML {
            style.hasFullUnits = true
            style.namesDistrict = chance.percent(50)
        }
        if !mess.isVaried { style.hasFullUnits = true }
        return style
    }

    private func truth(of plan: ListPlan, style: ListStyle, path: String) -> FileTruth {
        var truth = FileTruth(
            path: path, status: "loaded", encoding: style.form.encoding, format: style.form.format,
            rowOffset: style.form == .csvSep ? "1" : "", form: style.form.rawValue, list: plan.kind)
        if let damage = style.damaged?.damage, truth.encoding == "utf-8" {
            truth.encoding = damage.encoding + "|utf-8"
        }
        if style.has(.unknown) { truth.codes.append("column.unknown") }
        if plan.isFromStranger { truth.codes.append("sender.unknown") }
        if style.form.isWorkbook, plan.sheets.contains(where: \.isHidden) { truth.codes.append("sheet.hidden") }
        return truth
    }
}

extension Chance {
    /// The seed of one thing in one district.
    static func seed(_ seed: UInt64, _ district: Int, _ purpose: Int) -> UInt64 {
        var chance = Chance(seed: seed, UInt64(truncatingIfNeeded: district), UInt64(truncatingIfNeeded: purpose))
        return chance.next()
    }
}
