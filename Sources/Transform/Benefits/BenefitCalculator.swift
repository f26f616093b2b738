// What each person who leaves is owed: the regime, its parts, the formulas, and what is missing to reckon it.

public import Personnel

/// Reckons benefits by the pipeline's tables.
public struct BenefitCalculator: Sendable {
    private let rules: BenefitRules
    private let labels: @Sendable (Field) -> String

    /// - Parameter labels: the words for fields, for what is missing.
    public init(_ tables: BenefitTables, labels: @escaping @Sendable (Field) -> String) throws(ReferenceError) {
        rules = try BenefitRules(tables)
        self.labels = labels
    }

    /// The benefit of everybody who leaves, in order of person.
    public func benefits(_ consolidation: Consolidation) -> [Benefit] {
        let leaves = consolidation.assignments.kept.map { $0.status == .leaving }
        return consolidation.people.indices.compactMap { index in
            guard leaves[consolidation.assignments.number(ofPerson: index)] else { return nil }
            return benefit(
                of: consolidation.people.values(of: index), person: index,
                stated: Self.stated(in: consolidation.assignments[index].basis))
        }
    }

    /// The text that decided, which the sentence of the assignment quotes last; the sentence where it quotes none.
    static func stated(in basis: String) -> String {
        guard let open = basis.lastIndex(of: "“"), let close = basis[open...].lastIndex(of: "”") else { return basis }
        return String(basis[basis.index(after: open)..<close])
    }

    // MARK: - One person

    /// What is known of a case, and what is not.
    private struct Case {
        var leaves: PartialDate
        var pension: CalendarMonth?
        /// Whole months from leaving to the pension.
        var left: Int?
        var insuranceMonths: Int?
        var salary: Int64?
        var missing: [String] = []
        var inputs: [BenefitInput] = []
    }

    func benefit(of values: PersonRecord, person: Int, stated: String) -> Benefit {
        var facts = facts(of: values, leaves: leavingDay(in: stated) ?? rules.settings.leavesOn)
        let asked = rules.wish(in: stated)
        if asked == .retirement {
            return none("retirement", person, facts, rules.sentence("retirement"))
        }
        if values.category == .partTime { return none("none", person, facts, rules.sentence("part_time")) }
        guard let left = facts.left else { return unknown(person, facts) }
        if left <= 0 {
            let pension = facts.pension?.description ?? ""
            return none("retirement", person, facts, rules.sentence("at_age", ["pension": pension]))
        }
        guard let category = values.category else {
            facts.missing.append(Field.category.name)
            return unknown(person, facts)
        }
        // Who may retire early does not resign; who asks for neither by name gets what the law gives.
        let mayRetire = rules.components.contains { applies($0, .earlyRetirement, category, left, facts.leaves) }
        let mayResign = rules.components.contains { applies($0, .resignation, category, left, facts.leaves) }
        // Where no part is for the case, whatever is missing makes no difference.
        if asked == .earlyRetirement && !mayRetire || asked == .resignation && !mayResign || !mayRetire && !mayResign {
            let month = CalendarMonth(facts.leaves).description
            return none("none", person, facts, rules.sentence("not_covered", ["left": "\(left)", "leaves": month]))
        }
        let isInsured = facts.insuranceMonths.map { years(of: $0) >= Int64(leastYears) * 100 }
        if asked == .resignation, mayRetire, isInsured == true {
            return none("none", person, facts, rules.sentence("early_instead"))
        }
        guard let isInsured else { return unknown(person, facts) }
        let wish = asked ?? (mayRetire && isInsured ? .earlyRetirement : .resignation)
        if wish == .earlyRetirement, !isInsured {
            return none("none", person, facts, rules.sentence("insurance_short", ["years": "\(leastYears)"]))
        }
        let parts = rules.components.filter { applies($0, wish, category, left, facts.leaves) }
        guard let regime = parts.first else {
            let month = CalendarMonth(facts.leaves).description
            return none("none", person, facts, rules.sentence("not_covered", ["left": "\(left)", "leaves": month]))
        }
        return sum(parts, regime: regime, person, facts)
    }

    private func applies(
        _ part: BenefitComponent, _ wish: LeavingWish, _ category: Category, _ left: Int, _ leaves: PartialDate
    ) -> Bool {
        guard part.wish == wish, part.categories.contains(category), (part.leftFrom...part.leftTo).contains(left),
            part.leavesFrom.map({ $0 <= leaves }) ?? true, part.leavesTo.map({ leaves <= $0 }) ?? true
        else { return false }
        let months = CalendarMonth(leaves).months(since: CalendarMonth(rules.settings.reorganisedOn))
        return switch part.period {
        case .any: true
        case .first: months < 12
        case .later: months >= 12
        }
    }

    /// The years of insurance from which a pension is paid.
    private var leastYears: Int { rules.insuranceRules.map(\.yearsFrom).min() ?? 0 }

    private func sum(_ parts: [BenefitComponent], regime: BenefitComponent, _ person: Int, _ facts: Case) -> Benefit {
        var benefit = Benefit(
            person: person, regime: regime.regime, title: regime.title, months: facts.left, basis: "",
            inputs: facts.inputs, missing: facts.missing)
        guard let salary = facts.salary, let left = facts.left, let insurance = facts.insuranceMonths else {
            benefit.basis = missing(facts.missing)
            return benefit
        }
        var sentences: [String] = []
        var total: Int64 = 0
        for part in parts {
            guard let (measure, basis) = measure(part, left, insurance, facts.leaves) else { continue }
            // Thousandths times hundredths of a whole salary, rounded half up to the đồng.
            let amount = (salary * part.factor * measure + 50_000) / 100_000
            total += amount
            benefit.parts.append(
                BenefitPart(name: part.name, factor: part.factor, measure: measure, amount: amount))
            sentences.append(
                rules.sentence(
                    "formula",
                    [
                        "component": part.name, "factor": decimal(part.factor, 1000),
                        "measure": decimal(measure, 100), "salary": "\(salary)", "amount": "\(amount)", "basis": basis,
                    ]))
        }
        benefit.amount = total
        benefit.basis = sentences.joined(separator: "; ")
        return benefit
    }

    /// How much of a part's measure there is, in hundredths, and what it rests on.
    private func measure(
        _ part: BenefitComponent, _ left: Int, _ insurance: Int, _ leaves: PartialDate
    ) -> (Int64, String)? {
        switch part.measure {
        case .monthsEarly: return (Int64(min(left, 60)) * 100, part.basis)
        case .months60: return (6000, part.basis)
        case .yearsEarly: return (years(of: left), part.basis)
        case .insuranceMonths: return (Int64(min(insurance, 60)) * 100, part.basis)
        case .insuranceYears: return (years(of: insurance), part.basis)
        case .once: return (100, part.basis)
        case .insuranceRule:
            let insured = years(of: insurance)
            let rule = rules.insuranceRules.first {
                insured >= Int64($0.yearsFrom) * 100 && ($0.leavesFrom.map { $0 <= leaves } ?? true)
            }
            guard let rule else { return nil }
            let further = insured - Int64(rule.firstYears) * 100
            let months = rule.firstMonths * 100 + rule.furtherMonths * further
            return (months / 1000, part.basis + ", " + rule.basis)
        }
    }

    /// Years in hundredths, odd months rounded: up to six are half a year, more a whole one.
    private func years(of months: Int) -> Int64 {
        let (years, odd) = months.quotientAndRemainder(dividingBy: 12)
        return Int64(years) * 100 + (odd == 0 ? 0 : odd <= 6 ? 50 : 100)
    }

    // MARK: - Facts

    private func facts(of values: PersonRecord, leaves: PartialDate) -> Case {
        var facts = Case(leaves: leaves)
        facts.inputs.append(BenefitInput("leaves", .text(CalendarMonth(leaves).description)))
        if let birth = values.birthDate, let gender = values.gender {
            let pension = rules.ages.pensionStart(born: birth, gender: gender, lowering: rules.settings.lowering)
            facts.pension = pension
            facts.left = pension.months(since: CalendarMonth(leaves))
            facts.inputs.append(BenefitInput("birth_date", .text(birth.description)))
            facts.inputs.append(BenefitInput("gender", .text(gender.rawValue)))
            facts.inputs.append(BenefitInput("pension", .text(pension.description)))
        } else {
            if values.birthDate == nil { facts.missing.append(Field.birthDate.name) }
            if values.gender == nil { facts.missing.append(Field.gender.name) }
        }
        if let months = values.insuranceMonths {
            facts.insuranceMonths = Int(months)
        } else if let from = values.insuranceFrom {
            facts.insuranceMonths = max(0, CalendarMonth(leaves).months(since: CalendarMonth(from)))
        } else {
            facts.missing.append(Field.insuranceYears.name)
        }
        if let months = facts.insuranceMonths {
            facts.inputs.append(BenefitInput("insurance_months", .number(Int64(months))))
        }
        readSalary(values, &facts)
        return facts
    }

    /// Base salary times coefficient, leadership and over-frame allowance, and those that are shares of the three.
    private func readSalary(_ values: PersonRecord, _ facts: inout Case) {
        guard let coefficient = values.salaryCoefficient else {
            return facts.missing.append(Field.salaryCoefficient.name)
        }
        guard let base = rules.baseSalary(on: facts.leaves), let category = values.category else { return }
        let overFrame = Int64(values.overFrame ?? 0)
        // In hundredths of a hundredth: the over-frame allowance is percent of the coefficient.
        let ranked =
            Int64(coefficient.value) * (100 + overFrame) + Int64(values.positionAllowance?.value ?? 0) * 100
        let percent = rules.allowances.filter { $0.categories.contains(category) }.reduce(0) { $0 + Int64($1.percent) }
        facts.salary = (base * ranked * (100 + percent) + 500_000) / 1_000_000
        facts.inputs += [
            BenefitInput("base_salary", .number(base)), BenefitInput("coefficient", .text(coefficient.description)),
            BenefitInput("position_allowance", .text((values.positionAllowance ?? Hundredths(0)).description)),
            BenefitInput("over_frame_percent", .number(overFrame)),
            BenefitInput("allowances_percent", .number(percent)),
            BenefitInput("salary", .number(facts.salary ?? 0)),
        ]
    }

    /// The day that a text states after `từ` or `ngày` (`nghỉ hưu từ 01/8/2025`); a month counts from its first day.
    private func leavingDay(in text: String) -> PartialDate? {
        let words = text.split { $0 == " " || $0 == "," || $0 == ";" || $0 == ")" }
        for (word, next) in zip(words, words.dropFirst())
        where ["tu", "ngay", "thang"].contains(UnitText(String(word)).keys.last ?? "") {
            let numbers = next.split { $0 == "/" || $0 == "-" || $0 == "." }.map { Int($0) }
            let known = numbers.compactMap { $0 }
            guard known.count == numbers.count, let year = known.last, (2000...2100).contains(year) else { continue }
            if known.count == 3 { return PartialDate(year: year, month: known[1], day: known[0]) }
            if known.count == 2 { return PartialDate(year: year, month: known[0], day: 1) }
        }
        return nil
    }

    // MARK: - Without an amount

    private func none(_ regime: String, _ person: Int, _ facts: Case, _ sentence: String) -> Benefit {
        Benefit(
            person: person, regime: regime, title: rules.sentence("title_" + regime), months: facts.left,
            basis: sentence, inputs: facts.inputs,
            missing: regime == "unknown" ? facts.missing : [])
    }

    private func unknown(_ person: Int, _ facts: Case) -> Benefit {
        none("unknown", person, facts, missing(facts.missing))
    }

    private func missing(_ names: [String]) -> String {
        let words = names.map { name in Field(name: name).map(labels) ?? name }
        return rules.sentence("missing", ["fields": words.joined(separator: ", ")])
    }

    /// A number of so many parts with a comma, without trailing zeros: `2,5`.
    private func decimal(_ number: Int64, _ parts: Int64) -> String {
        let (whole, rest) = number.quotientAndRemainder(dividingBy: parts)
        if rest == 0 { return "\(whole)" }
        var digits = String(String(rest + parts).dropFirst())
        while digits.last == "0" { digits.removeLast() }
        return "\(whole),\(digits)"
    }
}
