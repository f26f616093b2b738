// Builds the sheet of a list of assets or balances: preamble, heading, units with what they own, totals, footer.

/// Builds a sheet.
struct AssetSheetBuilder {
    let plan: AssetPlan
    let newCommunes: [String: String]
    let things: [OwnedThing]
    let district: OldDistrict
    /// The place of the file in the ledger.
    let file: Int
    var chance: Chance
    private(set) var sheet: SampleSheet
    /// Amounts as numbers in cells with types; else with points between thousands, or without.
    private let hasTypedNumbers: Bool
    private let hasPoints: Bool

    private static let assetHeadings = [
        "STT", "Tên tài sản", "Đơn vị tính", "Số lượng", "Năm đưa vào sử dụng", "Nguyên giá", "Giá trị còn lại",
        "Hiện trạng", "Đơn vị tiếp nhận", "Ghi chú",
    ]
    private static let balanceHeadings = [
        "STT", "Đơn vị", "Nội dung", "Số dư đầu kỳ", "Dự toán giao trong năm", "Đã sử dụng",
        "Số dư còn lại chuyển sang",
        "Đơn vị tiếp nhận", "Ghi chú",
    ]

    init(
        plan: AssetPlan, form: FileForm, newCommunes: [String: String], things: [OwnedThing], district: OldDistrict,
        file: Int, chance: Chance
    ) {
        self.plan = plan
        self.newCommunes = newCommunes
        self.things = things
        self.district = district
        self.file = file
        var chance = chance
        hasTypedNumbers = form.isWorkbook && chance.percent(60)
        hasPoints = chance.percent(70)
        self.chance = chance
        let headings = plan.isBalance ? Self.balanceHeadings : Self.assetHeadings
        sheet = SampleSheet(name: form.isWorkbook ? "Bàn giao" : "", columnCount: headings.count)
    }

    /// Builds the sheet and notes its rows.
    mutating func build(into ledger: inout TruthLedger) {
        add(.note, [0: "ỦY BAN NHÂN DÂN", sheet.columnCount / 2: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], into: &ledger)
        let name = district.fullName.uppercased()
        add(.note, [0: name, sheet.columnCount / 2: "Độc lập - Tự do - Hạnh phúc"], into: &ledger)
        add(.blank, [:], into: &ledger)
        add(.note, [0: plan.title], into: &ledger)
        add(.note, [0: "Đơn vị tính: đồng"], into: &ledger)
        let headings = plan.isBalance ? Self.balanceHeadings : Self.assetHeadings
        add(.heading, Dictionary(uniqueKeysWithValues: headings.enumerated().map { ($0, $1) }), into: &ledger)
        if plan.isBalance { addBalances(into: &ledger) } else { addAssets(into: &ledger) }
        add(.blank, [:], into: &ledger)
        let date = "\(district.name), ngày 30 tháng 6 năm 2025"
        add(.note, [sheet.columnCount / 2: date], into: &ledger)
        add(.note, [1: "NGƯỜI LẬP BIỂU", sheet.columnCount / 2: "CHỦ TỊCH"], into: &ledger)
    }

    // MARK: Things

    private mutating func addAssets(into ledger: inout TruthLedger) {
        var (cost, rest) = (0, 0)
        for (number, giver) in plan.givers.enumerated() {
            add(.section, [0: SectionMarks.roman(number + 1), 1: giver.body.fullName], into: &ledger)
            var ordinal = 0
            for thing in things where thing.suits(giver.body.kind) && chance.percent(60) {
                ordinal += 1
                let amounts = add(thing, of: giver, ordinal: ordinal, into: &ledger)
                (cost, rest) = (cost + amounts.cost, rest + amounts.rest)
            }
        }
        add(.total, [1: "Tổng cộng"], amounts: [5: cost, 6: rest], into: &ledger)
    }

    /// Adds a line for some things of one kind; what they cost together, and what is left of it after their years.
    private mutating func add(
        _ thing: OwnedThing, of giver: Giver, ordinal: Int, into ledger: inout TruthLedger
    ) -> (cost: Int, rest: Int) {
        let quantity = chance.within(1...thing.most)
        let cost = chance.within(thing.cost) * 1_000_000 * quantity + chance.below(1000) * 1000
        let year = 2025 - chance.within(1...thing.years + 3)
        let rest = cost / thing.years * max(0, thing.years - (2025 - year))
        let condition = chance.pick(["Đang sử dụng", "Tốt", "Bình thường", "Hỏng, chờ thanh lý"])
        add(
            .note,
            [
                0: "\(ordinal)", 1: thing.name, 2: thing.measure, 3: "\(quantity)", 4: "\(year)", 7: condition,
                8: receiver(of: giver),
            ], amounts: [5: cost, 6: rest], into: &ledger)
        note("asset", giver, name: thing.name, amounts: [cost, rest], into: &ledger)
        return (cost, rest)
    }

    // MARK: Balances

    private mutating func addBalances(into ledger: inout TruthLedger) {
        var sums = [0, 0, 0, 0]
        for (number, giver) in plan.givers.enumerated() {
            let opening = chance.below(90) * 1_000_000 + chance.below(1000) * 1000
            let allotted = chance.within(600...4800) * 1_000_000
            let used = allotted / 100 * chance.within(35...60) + chance.below(opening + 1)
            let amounts = [opening, allotted, used, opening + allotted - used]
            sums = zip(sums, amounts).map { $0 + $1 }
            let content = chance.pick(["Kinh phí chi thường xuyên", "Kinh phí không tự chủ"])
            add(
                .note, [0: "\(number + 1)", 1: giver.body.fullName, 2: content, 7: receiver(of: giver)],
                amounts: Dictionary(uniqueKeysWithValues: amounts.enumerated().map { ($0 + 3, $1) }), into: &ledger)
            note("balance", giver, name: content, amounts: amounts, into: &ledger)
        }
        add(
            .total, [1: "Tổng cộng"],
            amounts: Dictionary(uniqueKeysWithValues: sums.enumerated().map { ($0 + 3, $1) }), into: &ledger)
    }

    // MARK: Rows

    private func receiver(of giver: Giver) -> String {
        newCommunes[giver.receiver].map { "UBND " + lowerFirst($0) } ?? ""
    }

    private mutating func note(
        _ kind: String, _ giver: Giver, name: String, amounts: [Int], into ledger: inout TruthLedger
    ) {
        guard ledger.isFull else { return }
        ledger.assets.append(
            AssetTruth(
                file: file, sheet: sheet.name, number: sheet.rows.count, kind: kind, giver: giver.body.fullName,
                name: name,
                amounts: amounts, newUnit: giver.newUnit))
    }

    private mutating func add(
        _ kind: RowKind, _ texts: [Int: String], amounts: [Int: Int] = [:], into ledger: inout TruthLedger
    ) {
        var cells = (0..<sheet.columnCount).map { SampleCell(texts[$0] ?? "") }
        for (column, amount) in amounts {
            let text = hasPoints && !hasTypedNumbers ? Self.grouped(amount) : String(amount)
            cells[column] = SampleCell(text, kind: hasTypedNumbers ? .number : .text)
        }
        sheet.rows.append(SampleRow(kind: kind, cells: cells))
        ledger.rows.append(RowTruth(file: file, sheet: sheet.name, number: sheet.rows.count, kind: kind))
    }

    /// `1.234.567`.
    private static func grouped(_ amount: Int) -> String {
        let digits = String(amount)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += "." }
            text.append(digit)
        }
        return text
    }
}
