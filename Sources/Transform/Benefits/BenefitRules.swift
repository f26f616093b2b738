// The rates and parts of benefits, read from the pipeline's tables.

internal import Personnel

/// A part of a regime's benefit, and for whom.
struct BenefitComponent: Sendable {
    enum Measure: String, Sendable, CaseIterable {
        case monthsEarly = "months_early"
        case months60 = "months_60"
        case yearsEarly = "years_early"
        case insuranceRule = "insurance_rule"
        case insuranceMonths = "insurance_months"
        case insuranceYears = "insurance_years"
        case once
    }

    enum Period: String, Sendable { case first, later, any }

    let regime: String
    let title: String
    let wish: LeavingWish
    let leavesFrom: PartialDate?
    let leavesTo: PartialDate?
    let categories: Set<Category>
    let leftFrom: Int
    let leftTo: Int
    let period: Period
    let name: String
    let measure: Measure
    /// Months of salary for each unit of the measure, in thousandths.
    let factor: Int64
    let basis: String
}

/// Everything that benefits are reckoned by.
struct BenefitRules: Sendable {
    struct Allowance: Sendable {
        let name: String
        let percent: Int
        let categories: Set<Category>
    }

    struct InsuranceRule: Sendable {
        let leavesFrom: PartialDate?
        let yearsFrom: Int
        let firstYears: Int
        /// Months of salary, in thousandths: for the first years together, for each further one.
        let firstMonths: Int64
        let furtherMonths: Int64
        let basis: String
    }

    let settings: BenefitSettings
    let ages: RetirementAges
    let allowances: [Allowance]
    let components: [BenefitComponent]
    /// Of the choice that the settings name, in order.
    let insuranceRules: [InsuranceRule]
    private let baseSalaries: [(from: PartialDate, amount: Int64)]
    private let wishes: [(words: [String], wish: LeavingWish)]
    private let sentences: [String: String]

    static let sentenceNames = [
        "formula", "retirement", "at_age", "not_covered", "part_time", "insurance_short", "early_instead",
        "missing", "title_retirement", "title_none", "title_unknown",
    ]

    init(_ tables: BenefitTables) throws(ReferenceError) {
        settings = try BenefitSettings(tables.settings)
        ages = try RetirementAges(tables.ages)
        baseSalaries = try Self.readSalaries(tables.baseSalaries)
        allowances = try Self.readAllowances(tables.allowances)
        insuranceRules = try Self.readInsurance(tables.insuranceRules, choice: settings.insuranceRule)
        wishes = try Self.readWishes(tables.wishes)
        components = try Self.readComponents(tables.components)
        sentences = try Self.readSentences(tables.sentences)
    }

    /// The base salary of a day; nil before the first.
    func baseSalary(on day: PartialDate) -> Int64? { baseSalaries.last { $0.from <= day }?.amount }

    /// What a text asks for; nil where it does not say.
    func wish(in text: String) -> LeavingWish? {
        let words = UnitText(text).keys
        return wishes.first { words.firstRange(of: $0.words) != nil }?.wish
    }

    func sentence(_ name: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        filled(sentences[name] ?? name, values)
    }

    // MARK: - Reading

    private static func readSalaries(
        _ table: ReferenceTable
    ) throws(ReferenceError) -> [(from: PartialDate, amount: Int64)] {
        var salaries: [(from: PartialDate, amount: Int64)] = []
        for row in table.rows {
            guard let from = try table.date(row, "from"), salaries.last.map({ $0.from < from }) ?? true else {
                throw table.mistake(in: row, column: "from", expected: "a date after that of the row above")
            }
            guard let amount = try table.whole(row, "amount"), (1...1_000_000_000).contains(amount) else {
                throw table.mistake(in: row, column: "amount", expected: "an amount in đồng")
            }
            salaries.append((from, Int64(amount)))
        }
        return salaries
    }

    private static func readAllowances(_ table: ReferenceTable) throws(ReferenceError) -> [Allowance] {
        let name = try table.column("name")
        var allowances: [Allowance] = []
        for row in table.rows {
            guard let percent = try table.whole(row, "percent"), percent <= 1000 else {
                throw table.mistake(in: row, column: "percent", expected: "a percentage")
            }
            allowances.append(
                Allowance(name: row.cells[name], percent: percent, categories: try table.categories(row)))
        }
        return allowances
    }

    private static func readInsurance(
        _ table: ReferenceTable, choice: String
    ) throws(ReferenceError) -> [InsuranceRule] {
        let (column, basis) = (try table.column("choice"), try table.column("basis"))
        var rules: [InsuranceRule] = []
        for row in table.rows where row.cells[column] == choice {
            guard let from = try table.whole(row, "years_from"), let first = try table.whole(row, "first_years") else {
                throw table.mistake(in: row, column: "years_from", expected: "numbers of years")
            }
            rules.append(
                InsuranceRule(
                    leavesFrom: try table.date(row, "leaves_from"), yearsFrom: from, firstYears: first,
                    firstMonths: try table.thousandths(row, "first_months"),
                    furtherMonths: try table.thousandths(row, "further_months"), basis: row.cells[basis]))
        }
        guard !rules.isEmpty else {
            throw ReferenceError(
                path: table.path, line: 1, column: "choice", expected: "a row for the choice of the settings",
                found: choice)
        }
        return rules
    }

    private static func readWishes(
        _ table: ReferenceTable
    ) throws(ReferenceError) -> [(words: [String], wish: LeavingWish)] {
        let (words, wish) = (try table.column("words"), try table.column("wish"))
        var wishes: [(words: [String], wish: LeavingWish)] = []
        for row in table.rows {
            guard let known = LeavingWish(rawValue: row.cells[wish]) else {
                let names = LeavingWish.allCases.map(\.rawValue).joined(separator: ", ")
                throw table.mistake(in: row, column: "wish", expected: "one of \(names)")
            }
            wishes += row.cells[words].split(separator: ";").map { (UnitText(String($0)).keys, known) }
        }
        return wishes
    }

    private static func readComponents(_ table: ReferenceTable) throws(ReferenceError) -> [BenefitComponent] {
        let (regime, title, name) = (
            try table.column("regime"), try table.column("title"), try table.column("component")
        )
        let (wish, period, measure, basis) = (
            try table.column("wish"), try table.column("period"), try table.column("measure"),
            try table.column("basis")
        )
        var components: [BenefitComponent] = []
        for row in table.rows {
            guard let known = LeavingWish(rawValue: row.cells[wish]) else {
                throw table.mistake(in: row, column: "wish", expected: "early_retirement or resignation")
            }
            guard let span = BenefitComponent.Period(rawValue: row.cells[period]) else {
                throw table.mistake(in: row, column: "period", expected: "first, later or any")
            }
            guard let what = BenefitComponent.Measure(rawValue: row.cells[measure]) else {
                let names = BenefitComponent.Measure.allCases.map(\.rawValue).joined(separator: ", ")
                throw table.mistake(in: row, column: "measure", expected: "one of \(names)")
            }
            components.append(
                BenefitComponent(
                    regime: row.cells[regime], title: row.cells[title], wish: known,
                    leavesFrom: try table.date(row, "leaves_from"), leavesTo: try table.date(row, "leaves_to"),
                    categories: try table.categories(row), leftFrom: try table.whole(row, "left_from") ?? 0,
                    leftTo: try table.whole(row, "left_to") ?? Int.max, period: span, name: row.cells[name],
                    measure: what, factor: try table.thousandths(row, "factor"), basis: row.cells[basis]))
        }
        return components
    }

    private static func readSentences(_ table: ReferenceTable) throws(ReferenceError) -> [String: String] {
        let (sentence, text) = (try table.column("sentence"), try table.column("text"))
        var sentences: [String: String] = [:]
        for row in table.rows {
            guard sentenceNames.contains(row.cells[sentence]), !row.cells[text].isEmpty else {
                throw table.mistake(
                    in: row, column: "sentence",
                    expected: "one of \(sentenceNames.joined(separator: ", ")), with a text")
            }
            sentences[row.cells[sentence]] = row.cells[text]
        }
        for name in sentenceNames where sentences[name] == nil {
            throw ReferenceError(
                path: table.path, line: (table.rows.last?.line ?? 1) + 1, column: "sentence",
                expected: "the sentence \(name)", found: "")
        }
        return sentences
    }
}
