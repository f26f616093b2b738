// Benefits against the Ministry's worked example and the table of the decrees, and what is said where nothing can be reckoned.

import Personnel
import Testing

@testable import Transform

@Suite("Benefits of people who leave")
struct BenefitCalculatorTests {
    private static func tables(settings: [String: String] = [:]) throws -> BenefitTables {
        var own = try DienBien.table("benefits/settings")
        for index in own.rows.indices {
            if let value = settings[own.rows[index].cells[0]] { own.rows[index].cells[1] = value }
        }
        return BenefitTables(
            settings: own, baseSalaries: try DienBien.table("benefits/base-salaries"),
            allowances: try DienBien.table("benefits/allowances"),
            insuranceRules: try DienBien.table("benefits/insurance-rules"),
            wishes: try DienBien.table("benefits/wishes"), components: try DienBien.table("benefits/components"),
            sentences: try DienBien.table("benefits/sentences"), ages: try DienBien.table("benefits/retirement-ages"))
    }

    /// A civil servant of coefficient 4 with 22 years of insurance: 11,700,000 đồng a month.
    struct Leaver: Sendable {
        var stated = "Nghỉ hưu trước tuổi theo NĐ 178/2024/NĐ-CP"
        var born: String? = "1966-01-15"
        var gender: Gender? = .male
        var category: Personnel.Category? = .civilServant
        var coefficient: Int32? = 400
        var leadership: Int32?
        var overFrame: UInt8?
        var insurance: UInt16? = 264
    }

    private static func benefit(_ leaver: Leaver, settings: [String: String] = [:]) throws -> Benefit {
        var values = PersonRecord(place: RowReference(file: 0), context: 0)
        values.birthDate = leaver.born.flatMap { PartialDate(iso: $0) }
        values.gender = leaver.gender
        values.category = leaver.category
        values.salaryCoefficient = leaver.coefficient.map { Hundredths($0) }
        values.positionAllowance = leaver.leadership.map { Hundredths($0) }
        values.overFrame = leaver.overFrame
        values.insuranceMonths = leaver.insurance
        return try BenefitCalculator(tables(settings: settings)) { $0.name }
            .benefit(of: values, person: 0, stated: leaver.stated)
    }

    @Test("the Ministry's worked example: 744,778,125 đồng, part by part")
    func example() throws {
        let benefit = try Self.benefit(
            Leaver(coefficient: 465, leadership: 60),
            settings: ["reorganised_on": "2025-03-01", "leaves_on": "2025-05-01"])
        #expect(benefit.regime == "early_retirement_178")
        #expect(benefit.months == 30)
        #expect(benefit.inputs.contains(BenefitInput("salary", .number(15_356_250))))
        #expect(benefit.inputs.contains(BenefitInput("pension", .text("2027-11"))))
        #expect(benefit.parts.map(\.amount) == [460_687_500, 191_953_125, 92_137_500])
        #expect(benefit.amount == 744_778_125)
        #expect(benefit.missing.isEmpty)
    }

    struct Owed: Sendable {
        var leaver = Leaver()
        var settings: [String: String] = [:]
        var regime = "early_retirement_178"
        /// Of salary.
        var months: Double
    }

    static let owedCases: [Owed] = [
        // 28 months early, 2.5 years, 22 years of insurance: 28 + 12.5 + 6.
        Owed(months: 46.5),
        Owed(settings: ["reorganised_on": "2024-06-01"], months: 32.5),
        // Over five years: 0.9 of 60, four a year early (67 months are six years), 6.
        Owed(leaver: Leaver(born: "1969-01-15"), months: 84),
        Owed(leaver: Leaver(born: "1969-01-15"), settings: ["reorganised_on": "2024-06-01"], months: 57),
        // Under two years: the months alone.
        Owed(leaver: Leaver(born: "1965-01-15"), months: 13),
        // 17 years of insurance: 4 for the first 15, half a month for each of two.
        Owed(leaver: Leaver(insurance: 204), months: 45.5),
        Owed(settings: ["insurance_rule": "fifteen_from_2025_07"], months: 48),
        // Resignation: 0.8 of at most 60, 1.5 a year, 3 to look for work.
        Owed(leaver: Leaver(stated: "Xin thôi việc", born: "1985-01-15"), regime: "resignation_178", months: 84),
        Owed(
            leaver: Leaver(stated: "Xin thôi việc", born: "1985-01-15", category: .publicEmployee),
            regime: "resignation_178", months: 81),
        Owed(
            leaver: Leaver(stated: "Xin thôi việc", born: "1985-01-15", insurance: 30), regime: "resignation_178",
            months: 30.75),
        // Asked by the decree's number alone: what the law gives.
        Owed(leaver: Leaver(stated: "Theo NĐ 178", born: "1985-01-15"), regime: "resignation_178", months: 84),
        Owed(leaver: Leaver(stated: "Theo NĐ 178"), months: 46.5),
        // After 31 August 2025 the other decree.
        Owed(
            leaver: Leaver(stated: "Nghỉ hưu trước tuổi từ 01/9/2025"), regime: "early_retirement_154", months: 18.5),
        Owed(
            leaver: Leaver(stated: "Thôi việc từ 01/9/2025", born: "1985-01-15"), regime: "resignation_154",
            months: 36),
    ]

    @Test("months of salary by time left, period, insurance and category", arguments: owedCases)
    func months(owed: Owed) throws {
        let benefit = try Self.benefit(owed.leaver, settings: owed.settings)
        #expect(benefit.regime == owed.regime)
        let salary: Double = owed.leaver.category == .publicEmployee ? 9_360_000 : 11_700_000
        #expect(benefit.amount.map(Double.init) == owed.months * salary)
        #expect(benefit.parts.reduce(0) { $0 + $1.amount } == benefit.amount)
    }

    @Test("the over-frame allowance is percent of the coefficient, the public duty allowance of all three")
    func salary() throws {
        let benefit = try Self.benefit(Leaver(coefficient: 498, leadership: 30, overFrame: 7))
        // (4.98 + 0.30 + 0.3486) × 1.25 × 2,340,000
        #expect(benefit.inputs.contains(BenefitInput("salary", .number(16_463_655))))
    }

    struct Nothing: Sendable {
        var leaver: Leaver
        var regime: String
        var missing = ""
    }

    static let nothingCases: [Nothing] = [
        Nothing(leaver: Leaver(insurance: nil), regime: "unknown", missing: "insurance_years"),
        Nothing(leaver: Leaver(born: nil), regime: "unknown", missing: "birth_date"),
        Nothing(leaver: Leaver(gender: nil), regime: "unknown", missing: "gender"),
        Nothing(leaver: Leaver(category: nil), regime: "unknown", missing: "category"),
        Nothing(leaver: Leaver(coefficient: nil), regime: "early_retirement_178", missing: "salary_coefficient"),
        Nothing(leaver: Leaver(category: .partTime), regime: "none"),
        Nothing(leaver: Leaver(born: "1985-01-15"), regime: "none"),
        Nothing(leaver: Leaver(insurance: 100), regime: "none"),
        Nothing(leaver: Leaver(stated: "Xin thôi việc"), regime: "none"),
        Nothing(leaver: Leaver(stated: "Nghỉ hưu từ 01/6/2025"), regime: "retirement"),
        Nothing(leaver: Leaver(born: "1962-01-15"), regime: "retirement"),
    ]

    @Test("where nothing can be reckoned it says why, and no amount stands there", arguments: nothingCases)
    func nothing(expected: Nothing) throws {
        let benefit = try Self.benefit(expected.leaver)
        #expect(benefit.regime == expected.regime)
        #expect(benefit.amount == nil)
        #expect(benefit.missing.joined(separator: " ") == expected.missing)
        #expect(!benefit.basis.isEmpty && !benefit.basis.contains("{"))
    }

    @Test("the text that decided is the last that the assignment's sentence quotes")
    func stated() {
        let basis = "Cột “Nguyện vọng nghỉ hưu trước tuổi” tại a.csv, dòng 3 ghi “Xin thôi việc”."
        #expect(BenefitCalculator.stated(in: basis) == "Xin thôi việc")
        #expect(BenefitCalculator.stated(in: "Theo quyết định: thôi việc.") == "Theo quyết định: thôi việc.")
    }
}
