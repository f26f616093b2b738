// Finds each person's new place by the rules of the reorganisation, the first that decides.

public import Personnel

/// A person's decision as someone entered it: it wins over every rule.
public struct UnitDecision: Sendable, Equatable {
    /// The person's id.
    public var person: Int64
    /// The new unit by name or id, or words that say the person leaves.
    public var text: String
    /// Where it was entered, for people: file and line.
    public var source: String
    /// What it rests on, as entered (`QĐ 12/QĐ-UBND`); may be empty.
    public var reason: String

    public init(person: Int64, text: String, source: String, reason: String = "") {
        self.person = person
        self.text = text
        self.source = source
        self.reason = reason
    }
}

/// Where everybody goes, and what is odd about it.
public struct AssignmentOutcome: Sendable {
    /// One for each person, same order.
    public let assignments: AssignmentList
    /// About plans (`plan.*`, with row and person) and people without a known unit; `person` is the position in the
    /// people given.
    public let issues: [Issue]
}

/// Assigns people by the pipeline's table of rules.
public struct Assigner: Sendable {
    let catalogue: UnitCatalogue
    private let rules: AssignmentRules
    let leaving: LeavingWords
    let plans: PlanReader
    private let decisions: [Int64: UnitDecision]

    /// - Parameter rules: `rules.csv`.
    /// - Parameter leaving: `leaving.csv`: how people ask to retire early or resign.
    /// - Parameter plans: `plan-words.csv`: how plans say that nothing is decided.
    /// - Parameter asOf: a retirement by this date is a leaving, a later one is not.
    /// - Parameter decisions: of two for one person the later counts.
    public init(
        catalogue: UnitCatalogue, rules: ReferenceTable, leaving: ReferenceTable, plans: ReferenceTable,
        asOf: PartialDate, decisions: [UnitDecision] = []
    ) throws(ReferenceError) {
        self.catalogue = catalogue
        self.rules = try AssignmentRules(rules, catalogue: catalogue)
        self.leaving = try LeavingWords(leaving, asOf: asOf)
        self.plans = try PlanReader(catalogue: catalogue, words: plans)
        self.decisions = Dictionary(decisions.map { ($0.person, $0) }, uniquingKeysWith: { $1 })
    }

    // MARK: - One person

    /// The new province of an old unit; nil where it is not known.
    func newProvince(of unit: Int, _ readings: UnitReadings) -> Int? {
        readings.standings[unit].province.map { catalogue.provinces.successors[$0] }
    }

    /// A person as the rules see one.
    struct Subject {
        let person: Person
        /// The position of the old unit in the readings.
        let unit: Int?
        let leaving: Statement?
        let plan: PlannedUnit?
        /// The decision on the whole old unit.
        let unitDecision: UnitDecision?
    }

    /// Whether something but the unit speaks about the person.
    func isPersonal(_ subject: Subject) -> Bool {
        subject.leaving != nil || subject.plan != nil || decisions[subject.person.id] != nil
    }

    /// Whether everybody of the unit gets the same: not where a position counts, nor where a row may know a school's
    /// commune.
    func isSettledByUnit(_ assignment: Assignment, _ unit: Int, _ readings: UnitReadings) -> Bool {
        let kind = readings.units[unit].kind
        let isCommuneKnown = readings.standings[unit].communes.count == 1
        return !rules.rules.contains { rule in
            (rule.kinds.isEmpty || rule.kinds.contains(kind))
                && (rule.isForSomePositions || rule.outcome == .standingCommune && !isCommuneKnown)
        }
    }

    func decide(
        _ subject: Subject, position: Int, register: Register, readings: UnitReadings, _ issues: inout [Issue]
    ) -> Assignment {
        let kind = subject.unit.map { readings.units[$0].kind }
        for rule in rules.rules {
            guard rule.kinds.isEmpty || rule.kinds.contains(kind ?? "") else { continue }
            var words = ""
            if rule.isForSomePositions {
                guard let found = matchedPosition(rule, subject.person, register) else { continue }
                words = found
            }
            if let assignment = apply(rule, subject, words, register, readings, position, &issues) {
                return assignment
            }
        }
        return Assignment(status: .unresolved, newUnit: nil, rule: "none", basis: "")
    }

    /// What a rule says of a person; nil when the next one is to be asked.
    private func apply(
        _ rule: AssignmentRule, _ subject: Subject, _ words: String, _ register: Register, _ readings: UnitReadings,
        _ position: Int, _ issues: inout [Issue]
    ) -> Assignment? {
        switch rule.outcome {
        case .decision: return decision(rule, subject, readings, position, &issues)
        case .leaving:
            guard let statement = subject.leaving else { return nil }
            let basis = filled(
                rule.basis,
                ["column": statement.column, "place": statement.place, "text": statement.text])
            return Assignment(status: .leaving, newUnit: nil, rule: rule.name, basis: basis)
        case .plan:
            guard let plan = subject.plan else { return nil }
            let unit = catalogue.newUnits[plan.unit]
            let basis = filled(
                rule.basis,
                [
                    "column": plan.statement.column, "place": plan.statement.place, "text": plan.statement.text,
                    "new_unit": unit.name,
                ])
            return Assignment(status: .assigned, newUnit: unit.id, rule: rule.name, basis: basis)
        case .successor: return successor(rule, subject, readings)
        case .standingCommune: return standing(rule, subject, register, readings)
        case .unit(let unit):
            return assigned(rule, to: catalogue.newUnits[unit], subject, words, readings)
        case .area(let kind): return area(rule, kind, subject, words, readings)
        case .unresolved: return unresolved(rule, subject, register, readings, position, &issues)
        }
    }

    private func decision(
        _ rule: AssignmentRule, _ subject: Subject, _ readings: UnitReadings, _ position: Int, _ issues: inout [Issue]
    ) -> Assignment? {
        let province = subject.unit.flatMap { newProvince(of: $0, readings) }
        if let decision = decisions[subject.person.id] {
            if let assignment = carriedOut(decision, rule, province) { return assignment }
            let detail = filled(rule.unsettled, ["source": decision.source, "text": decision.text])
            let isAmbiguous = if case .ambiguous = plans.read(decision.text, province: province) { true } else { false }
            let code: IssueCode = isAmbiguous ? .planAmbiguousUnit : .planUnknownUnit
            issues.append(Issue(code, value: decision.text, detail: detail, person: position))
        }
        return subject.unitDecision.flatMap { carriedOut($0, rule, province) }
    }

    /// What a decision says; nil where it names no new unit.
    private func carriedOut(_ decision: UnitDecision, _ rule: AssignmentRule, _ province: Int?) -> Assignment? {
        guard let destination = destination(of: decision.text, province: province) else { return nil }
        let reason = decision.reason.isEmpty ? "" : " (\(decision.reason))"
        func basis(_ name: String) -> String {
            filled(rule.basis, ["source": decision.source, "reason": reason, "new_unit": name])
        }
        switch destination {
        case .leaving:
            return Assignment(status: .leaving, newUnit: nil, rule: rule.name, basis: basis(decision.text))
        case .unit(let unit):
            let new = catalogue.newUnits[unit]
            return Assignment(status: .assigned, newUnit: new.id, rule: rule.name, basis: basis(new.name))
        }
    }

    // MARK: - By unit

    private func successor(_ rule: AssignmentRule, _ subject: Subject, _ readings: UnitReadings) -> Assignment? {
        guard let unit = subject.unit, unit < catalogue.oldUnits.count else { return nil }
        return passing(of: unit, rule, oldUnit: readings.units[unit].name, commune: readings.units[unit].name)
    }

    /// Where an old commune's people or schools go: whole to one, or, divided, to the default for review.
    private func passing(of commune: Int, _ rule: AssignmentRule, oldUnit: String, commune name: String) -> Assignment?
    {
        let successors = catalogue.successors(of: commune)
        if let new = catalogue.wholeSuccessor(of: commune) {
            let basis = filled(
                rule.basis,
                ["old_unit": oldUnit, "commune": name, "new_unit": new.name, "source": successors[0].basis])
            return Assignment(status: .assigned, newUnit: new.id, rule: rule.name, basis: basis)
        }
        guard !successors.isEmpty else { return nil }
        let names = successors.compactMap { catalogue.newPositions[$0.newUnit].map { catalogue.newUnits[$0].name } }
        let basis = filled(
            "{commune} được chia cho {new_unit} theo {source}: cần phương án hoặc quyết định ghi rõ đơn vị mới.",
            ["commune": name, "new_unit": names.joined(separator: ", "), "source": successors[0].basis])
        return Assignment(
            status: .review, newUnit: successors.first(where: \.isDefault)?.newUnit, rule: rule.name, basis: basis)
    }

    private func standing(
        _ rule: AssignmentRule, _ subject: Subject, _ register: Register, _ readings: UnitReadings
    ) -> Assignment? {
        guard let unit = subject.unit else { return nil }
        let name = readings.units[unit].name
        var communes = readings.standings[unit].communes
        if communes.count != 1, let other = communeOfOtherRow(subject, unit, register, readings) { communes = [other] }
        let outcomes = communes.map { commune in
            passing(of: commune, rule, oldUnit: name, commune: catalogue.oldUnits[commune].name)
        }
        // Two schools of one name whose communes went into one: it doesn't matter which of them this is.
        if let first = outcomes.first, let first, outcomes.allSatisfy({ $0?.newUnit == first.newUnit }) { return first }
        let names = communes.map { catalogue.oldUnits[$0].name }.joined(separator: " hay ")
        let candidates = names.isEmpty ? "" : " (\(names))"
        let basis = filled(rule.unsettled, ["old_unit": name, "candidates": candidates])
        return Assignment(status: .unresolved, newUnit: nil, rule: rule.name, basis: basis)
    }

    /// The commune that another row of the person gives to what may be the same school.
    private func communeOfOtherRow(
        _ subject: Subject, _ unit: Int, _ register: Register, _ readings: UnitReadings
    ) -> Int? {
        let group = readings.standings[unit].group
        let communes = Set(
            subject.person.records.compactMap { record -> Int? in
                guard let other = register.records[Int(record)].oldUnit.map(Int.init),
                    readings.standings[other].group == group, readings.standings[other].communes.count == 1
                else { return nil }
                return readings.standings[other].communes[0]
            })
        return group >= 0 && communes.count == 1 ? communes.first : nil
    }

    private func area(
        _ rule: AssignmentRule, _ kind: UnitKind, _ subject: Subject, _ words: String, _ readings: UnitReadings
    ) -> Assignment? {
        guard let unit = subject.unit else { return nil }
        let areas = self.areas(of: unit, readings)
        let units = catalogue.newUnits.filter { new in
            new.kind == kind && areas.contains(where: new.areaDistricts.contains)
        }
        guard units.count == 1 else {
            let basis = filled(rule.unsettled, ["old_unit": readings.units[unit].name])
            return Assignment(status: .unresolved, newUnit: nil, rule: rule.name, basis: basis)
        }
        return assigned(rule, to: units[0], subject, words, readings)
    }

    /// The areas in which a unit lies, as the receiving units name them: its district, or for one of the province
    /// `province`, of several provinces `province-level:11`; and the whole of its old province, `province:11`.
    private func areas(of unit: Int, _ readings: UnitReadings) -> [String] {
        let standing = readings.standings[unit]
        var areas: [String] = []
        if let district = readings.units[unit].district {
            areas.append(district)
        } else if standing.level == .province {
            areas.append("province")
            if let province = standing.province {
                areas.append("province-level:" + catalogue.provinces.old[province].code)
            }
        }
        if let province = standing.province { areas.append("province:" + catalogue.provinces.old[province].code) }
        return areas
    }

    private func assigned(
        _ rule: AssignmentRule, to new: NewUnit, _ subject: Subject, _ words: String, _ readings: UnitReadings
    ) -> Assignment {
        let area = new.areaDistricts.compactMap { key in
            catalogue.districtPositions[key].map { catalogue.districts[$0].name }
        }
        let basis = filled(
            rule.basis,
            [
                "old_unit": subject.unit.map { readings.units[$0].name } ?? "", "new_unit": new.name, "words": words,
                "area": area.joined(separator: ", "), "area_basis": new.basis,
            ])
        return Assignment(status: .assigned, newUnit: new.id, rule: rule.name, basis: basis)
    }

    private func unresolved(
        _ rule: AssignmentRule, _ subject: Subject, _ register: Register, _ readings: UnitReadings, _ position: Int,
        _ issues: inout [Issue]
    ) -> Assignment {
        var reason = "Không dòng nào ghi đơn vị công tác"
        if let unit = subject.unit {
            let detail = readings.standings[unit].detail
            reason = "“\(readings.units[unit].name)”" + (detail.isEmpty ? "" : ": \(detail)")
        } else {
            let row = subject.person.records.last.map { register.records[Int($0)].place }
            issues.append(Issue(.unitUnknown, field: .unit, detail: reason, row: row, person: position))
        }
        let basis = filled(
            rule.unsettled,
            ["old_unit": subject.unit.map { readings.units[$0].name } ?? "", "reason": reason])
        return Assignment(status: .unresolved, newUnit: nil, rule: rule.name, basis: basis)
    }

    // MARK: - What the records say

    /// The surviving unit; where the survivor has none, the newest record's that has one.
    func oldUnit(of person: Person, _ register: Register) -> Int? {
        if let unit = person.values.oldUnit { return Int(unit) }
        var best: (date: PartialDate?, unit: Int)?
        for index in person.records {
            let record = register.records[Int(index)]
            guard let unit = record.oldUnit else { continue }
            if let known = best, !isNewer(record.listDate, than: known.date) { continue }
            best = (record.listDate, Int(unit))
        }
        return best?.unit
    }

    func listLevel(of person: Person, _ register: Register, _ readings: UnitReadings) -> Level? {
        for index in person.records.reversed() {
            if let level = readings.listLevels[Int(register.records[Int(index)].context)] { return level }
        }
        return nil
    }

    /// The words of a person's position or rank that a rule asks for: the surviving values first, then each record's.
    private func matchedPosition(_ rule: AssignmentRule, _ person: Person, _ register: Register) -> String? {
        let candidates = [person.values] + person.records.map { register.records[Int($0)] }
        for record in candidates {
            let rank = register.pool[record.rank]
            if rule.rankPrefixes.contains(where: { rank.utf8.starts(with: ($0 + ".").utf8) }) { return "ngạch \(rank)" }
            for text in [register.pool[record.position], rank] {
                if let found = rule.positionWords.first(in: UnitText(text).keys) { return found.value }
            }
        }
        return nil
    }
}

/// Whether a list's date is newer than another's; a list without a date is older than any.
func isNewer(_ left: PartialDate?, than right: PartialDate?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return left > right
}
