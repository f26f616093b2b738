// The tables of a pipeline's benefits: rates with their periods, the parts of each regime, settings that choose.

public import Personnel

/// What a person who leaves asks for.
enum LeavingWish: String, Sendable, CaseIterable {
    case earlyRetirement = "early_retirement"
    case resignation
    /// Retirement on its day, no part of the reorganisation.
    case retirement
}

/// The CSV files of the pipeline's `benefits` folder.
public struct BenefitTables: Sendable {
    /// setting, value, basis.
    public var settings: ReferenceTable
    /// from, amount, basis: the base salary from a date on.
    public var baseSalaries: ReferenceTable
    /// allowance, name, percent, categories, basis: of coefficient, leadership and over-frame allowance together.
    public var allowances: ReferenceTable
    /// choice, leaves_from, years_from, first_years, first_months, further_months, basis; the first row that fits counts.
    public var insuranceRules: ReferenceTable
    /// words, wish; the first row that fits counts.
    public var wishes: ReferenceTable
    /// regime, title, wish, leaves_from, leaves_to, categories, left_from, left_to, period, component, measure, factor,
    /// basis.
    public var components: ReferenceTable
    /// sentence, text.
    public var sentences: ReferenceTable
    /// `retirement-ages.csv`.
    public var ages: ReferenceTable

    public init(
        settings: ReferenceTable, baseSalaries: ReferenceTable, allowances: ReferenceTable,
        insuranceRules: ReferenceTable, wishes: ReferenceTable, components: ReferenceTable, sentences: ReferenceTable,
        ages: ReferenceTable
    ) {
        self.settings = settings
        self.baseSalaries = baseSalaries
        self.allowances = allowances
        self.insuranceRules = insuranceRules
        self.wishes = wishes
        self.components = components
        self.sentences = sentences
        self.ages = ages
    }
}

extension ReferenceTable {
    /// A full date of a cell; nil for an empty cell.
    func date(_ row: Row, _ column: String) throws(ReferenceError) -> PartialDate? {
        let text = row.cells[try self.column(column)]
        if text.isEmpty { return nil }
        guard let date = PartialDate(iso: text), date.isFull else {
            throw mistake(in: row, column: column, expected: "a date such as 2025-07-01")
        }
        return date
    }

    /// A number that is not negative; nil for an empty cell.
    func whole(_ row: Row, _ column: String) throws(ReferenceError) -> Int? {
        let text = row.cells[try self.column(column)]
        if text.isEmpty { return nil }
        guard let number = Int(text), number >= 0 else {
            throw mistake(in: row, column: column, expected: "a whole number")
        }
        return number
    }

    /// A number with up to three decimals, in thousandths.
    func thousandths(_ row: Row, _ column: String) throws(ReferenceError) -> Int64 {
        let text = row.cells[try self.column(column)]
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int64(parts[0]), whole >= 0, whole < 1_000_000 else {
            throw mistake(in: row, column: column, expected: "a number such as 0.45")
        }
        guard parts.count == 2 else { return whole * 1000 }
        guard (1...3).contains(parts[1].utf8.count), let part = Int64(parts[1]), part >= 0 else {
            throw mistake(in: row, column: column, expected: "a number such as 0.45")
        }
        return whole * 1000 + part * [100, 10, 1][parts[1].utf8.count - 1]
    }

    /// Categories parted by `;`.
    func categories(_ row: Row) throws(ReferenceError) -> Set<Category> {
        var found: Set<Category> = []
        for text in row.cells[try column("categories")].split(separator: ";") {
            guard let category = Category(rawValue: String(text)) else {
                let names = Category.allCases.map(\.rawValue).joined(separator: ", ")
                throw mistake(in: row, column: "categories", expected: "some of \(names), parted by ;")
            }
            found.insert(category)
        }
        return found
    }
}

/// The settings that choose between readings of the law.
struct BenefitSettings: Sendable {
    /// From when the first twelve months count.
    let reorganisedOn: PartialDate
    /// When people leave who state no date.
    let leavesOn: PartialDate
    let insuranceRule: String
    let lowering: RetirementAges.Lowering

    init(_ table: ReferenceTable) throws(ReferenceError) {
        let (setting, value) = (try table.column("setting"), try table.column("value"))
        var rows: [String: ReferenceTable.Row] = [:]
        for row in table.rows {
            guard ["reorganised_on", "leaves_on", "insurance_rule", "lowering"].contains(row.cells[setting]) else {
                throw table.mistake(
                    in: row, column: "setting", expected: "reorganised_on, leaves_on, insurance_rule or lowering")
            }
            rows[row.cells[setting]] = row
        }
        func row(_ name: String) throws(ReferenceError) -> ReferenceTable.Row {
            guard let row = rows[name] else {
                throw ReferenceError(path: table.path, line: 1, expected: "the setting \(name)", found: "")
            }
            return row
        }
        func day(_ name: String) throws(ReferenceError) -> PartialDate {
            let row = try row(name)
            guard let date = try table.date(row, "value") else {
                throw table.mistake(in: row, column: "value", expected: "a date such as 2025-07-01")
            }
            return date
        }
        reorganisedOn = try day("reorganised_on")
        leavesOn = try day("leaves_on")
        insuranceRule = try row("insurance_rule").cells[value]
        guard let known = RetirementAges.Lowering(rawValue: try row("lowering").cells[value]) else {
            throw table.mistake(in: try row("lowering"), column: "value", expected: "none, five or ten")
        }
        lowering = known
    }
}
