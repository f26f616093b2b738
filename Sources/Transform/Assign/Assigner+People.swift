// All people, one after another on several threads: who goes where, and what is odd about it.

public import Personnel

extension Assigner {
    /// Assigns every person and sets the level of each.
    ///
    /// The register's records must carry the `oldUnit` that `UnitReader` gave with the same readings.
    ///
    /// - Parameter unitDecisions: of whole old units, by their position in the readings; a person's own wins over them.
    /// - Parameter threads: how many work at once.
    public func assign(
        _ people: inout PersonList, register: Register, readings: UnitReadings,
        unitDecisions: [Int: UnitDecision] = [:], threads: Int = 1
    ) -> AssignmentOutcome {
        let order = people.inOrderOfRecords
        let parts = pieces(of: order.count, threads).map { order[$0] }
        let outcomes = outcomes(of: parts, of: people, register, readings, unitDecisions, threads: threads)
        var kept: [Assignment] = []
        var numbers = [Int32](repeating: 0, count: people.count)
        for (part, outcome) in zip(parts, outcomes) {
            for (person, number) in zip(part, outcome.numbers) {
                numbers[Int(person)] = number + Int32(kept.count)
            }
            for (person, level) in zip(part, outcome.levels) { people.setLevel(level, of: Int(person)) }
            kept += outcome.kept
        }
        return AssignmentOutcome(
            assignments: AssignmentList(kept: kept, numbers: numbers),
            issues: Self.inOrderOfPeople(outcomes.flatMap(\.issues)))
    }

    /// The outcome of some people, in the order in which they were asked about.
    private struct PartialOutcome: Sendable {
        var kept: [Assignment] = []
        /// For each person the position in `kept`.
        var numbers: [Int32] = []
        var levels: [Level?] = []
        var issues: [Issue] = []
    }

    /// Issues by person; those of one stay as they were found.
    private static func inOrderOfPeople(_ issues: [Issue]) -> [Issue] {
        issues.enumerated().sorted { ($0.element.person ?? -1, $0.offset) < ($1.element.person ?? -1, $1.offset) }
            .map(\.element)
    }

    /// People are asked about in the order of their rows: memory is read as it lies, and units stay together.
    private func outcomes(
        of parts: [ArraySlice<Int32>], of people: PersonList, _ register: Register, _ readings: UnitReadings,
        _ unitDecisions: [Int: UnitDecision], threads: Int
    ) -> [PartialOutcome] {
        inParallel(parts.count, threads: threads) { part in
            var statements = StatementReader(register: register, leaving: leaving, plans: plans)
            var outcome = PartialOutcome()
            var known: [Int: Int32] = [:]
            for index in parts[part].lazy.map(Int.init) {
                let person = people[index]
                let unit = oldUnit(of: person, register)
                outcome.levels.append(
                    unit.flatMap { readings.standings[$0].level } ?? listLevel(of: person, register, readings))
                let plan = statements.plan(
                    of: person, position: index, province: unit.flatMap { newProvince(of: $0, readings) },
                    catalogue: catalogue, issues: &outcome.issues)
                let subject = Subject(
                    person: person, unit: unit, leaving: statements.leaving(of: person), plan: plan,
                    unitDecision: unit.flatMap { unitDecisions[$0] })
                let isPersonal = isPersonal(subject)
                // Most people go where their unit goes: its sentence is written once.
                if let unit, !isPersonal, let assignment = known[unit] {
                    outcome.numbers.append(assignment)
                    continue
                }
                let assignment = decide(
                    subject, position: index, register: register, readings: readings, &outcome.issues)
                let number = Int32(outcome.kept.count)
                outcome.kept.append(assignment)
                outcome.numbers.append(number)
                if let unit, !isPersonal, isSettledByUnit(assignment, unit, readings) { known[unit] = number }
            }
            return outcome
        }
    }
}
