// Who has no new place yet, and what would settle it.

import Personnel

/// The report `unresolved`: people whom no rule places, then those whose place waits for a yes; decisions that fit
/// nothing.
///
/// The column `decision` is empty: a person writes the new unit there and saves the file under `decisions/`.
/// `PeopleReports` writes it.
enum UnresolvedReport {
    static let report = Report(name: "unresolved", parts: [people, unfitDecisions], isFromDatabase: false)

    private static let people = ReportPart(
        sql: "",
        columns: [
            .ordinal, ReportColumn("person_id"), ReportColumn("full_name"), ReportColumn("birth_date", .date),
            ReportColumn("national_id"), ReportColumn("position"), ReportColumn("district", .label("district")),
            ReportColumn("old_unit"), ReportColumn("status", .label("status")), ReportColumn("default_unit"),
            ReportColumn("proposed_unit"), ReportColumn("what_settles"), ReportColumn("decision"),
        ])

    private static let unfitDecisions = ReportPart(
        subtitle: "unfit_decisions", sql: "", columns: [.ordinal, ReportColumn("unfit_decision")])

    /// Writes both parts, the second where there is something to tell; answers how many rows there are.
    static func write(
        _ consolidation: Consolidation, _ order: PeopleOrder, _ messages: IssueMessages, _ line: inout PersonLine,
        on paper: ReportPaper
    ) throws(LoadError) -> Int {
        let newUnits = Dictionary(
            consolidation.newUnits.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var count = 0
        try paper.writeHeading(of: people)
        for person in inOrder(consolidation, order, line.words) {
            count += 1
            let assignment = consolidation.assignments[Int(person)]
            write(consolidation, Int(person), ordinal: count, &line)
            line.cells.text(line.words.word(.label("status"), for: assignment.status.rawValue))
            line.cells.text(assignment.newUnit.flatMap { newUnits[$0] } ?? "")
            line.text(consolidation.people.values(of: Int(person)).proposedUnit)
            line.cells.text(assignment.basis)
            line.cells.empty()
            line.cells.end()
            try paper.file.write(line.cells)
        }
        let unfit = consolidation.personIssues.filter { $0.code == .decisionUnfit }
        if unfit.isEmpty { return count }
        try paper.writeSubtitle(of: unfitDecisions)
        try paper.writeHeading(of: unfitDecisions)
        for (index, issue) in Issue.inOrder(unfit).enumerated() {
            try paper.file.row([.number(index + 1), .text(messages.message(for: issue))])
        }
        return count + unfit.count
    }

    /// Writes who a person is and whence, up to the old unit.
    private static func write(
        _ consolidation: Consolidation, _ person: Int, ordinal: Int, _ line: inout PersonLine
    ) {
        let values = consolidation.people.values(of: person)
        line.begin(ordinal)
        line.cells.identifier(UInt64(consolidation.people.id(of: person)))
        line.text(values.fullName)
        line.date(values.birthDate)
        line.identity(of: values)
        line.text(values.position)
        let district = values.oldUnit.flatMap { consolidation.oldUnits[Int($0)].district }
        line.cells.text(district.map { line.words.word(.label("district"), for: $0) } ?? "")
        if values.oldUnit == nil, values.unit.isNone, let last = consolidation.people[person].records.last {
            line.section(over: consolidation.register.records[Int(last)])
        } else {
            line.oldUnit(of: values)
        }
    }

    /// The people without a place, then those in review; each by district as people know them, old unit and name.
    private static func inOrder(
        _ consolidation: Consolidation, _ order: PeopleOrder, _ words: ReportWords
    ) -> [Int32] {
        let units = unitOrder(consolidation, words)
        var people: [Int32] = []
        for person in consolidation.people.indices {
            let status = consolidation.assignments.status(ofPerson: person)
            if status == .unresolved || status == .review { people.append(Int32(person)) }
        }
        order.sort(&people)
        // Those of one old unit stay in that order.
        return people.map { person in
            let isInReview = consolidation.assignments.status(ofPerson: Int(person)) == .review
            let unit = consolidation.people.values(of: Int(person)).oldUnit.map { units[Int($0)] } ?? units.count
            return (key: (isInReview ? units.count + 1 : 0) + unit, person: person)
        }.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.person)
    }

    /// The place of each old unit among all.
    private static func unitOrder(_ consolidation: Consolidation, _ words: ReportWords) -> [Int] {
        let units = consolidation.oldUnits
        let districts = units.map { unit in unit.district.map { words.place("district", $0) } ?? Int.max }
        let sorted = units.indices.sorted { left, right in
            if districts[left] != districts[right] { return districts[left] < districts[right] }
            let (leftKey, rightKey) = (units[left].district ?? "", units[right].district ?? "")
            if leftKey == rightKey { return left < right }
            return leftKey.utf8.lexicographicallyPrecedes(rightKey.utf8)
        }
        var places = [Int](repeating: 0, count: units.count)
        for (place, unit) in sorted.enumerated() { places[unit] = place }
        return places
    }
}
