// Counts of people, taken while they are in memory: what reports and the page would otherwise count again and again.

import Personnel

/// What becomes of people, as far as they are counted by it; many assignments come to the same.
private struct Outcome: Hashable {
    /// The position in the consolidation's units; -1 where there is none.
    var newUnit: Int32
    var status: Int
    var rule: Int
}

/// What people are counted by: old unit, outcome, category and level in one number, so that counting millions is quick.
private struct AssignmentCountKey: Hashable {
    private let packed: UInt64

    init(oldUnit: Int32?, outcome: Int, category: Category?, level: Level?) {
        packed =
            UInt64((oldUnit ?? -1) + 1) << 32 | UInt64(outcome) << 8
            | UInt64(category.map { $0.place + 1 } ?? 0) << 4 | UInt64(level.map { $0.place + 1 } ?? 0)
    }

    /// The position of the old unit; -1 where it is not known.
    var oldUnit: Int { Int(packed >> 32) - 1 }
    var outcome: Int { Int(packed >> 8 & 0xFF_FFFF) }
    /// Positions of category and level among all there are; -1 where they are not known.
    var category: Int { Int(packed >> 4 & 15) - 1 }
    var level: Int { Int(packed & 15) - 1 }
}

/// Counts people by what becomes of them.
private struct AssignmentCounter {
    private(set) var outcomes: [Outcome] = []
    private(set) var rules: [String] = []
    private(set) var counts: [AssignmentCountKey: Int] = [:]

    init(_ consolidation: Consolidation) {
        let newUnits = Dictionary(
            consolidation.newUnits.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        let assignments = consolidation.assignments
        var rulePositions: [String: Int] = [:]
        var places: [Outcome: Int] = [:]
        /// For each assignment that is kept the place of its outcome; -1 before somebody comes who has it.
        var known = [Int](repeating: -1, count: assignments.kept.count)
        let people = consolidation.people
        for position in people.indices {
            let (number, values) = (assignments.number(ofPerson: position), people.values(of: position))
            if known[number] < 0 {
                let assignment = assignments.kept[number]
                let rule = rulePositions[assignment.rule] ?? rules.count
                if rule == rules.count {
                    rulePositions[assignment.rule] = rule
                    rules.append(assignment.rule)
                }
                let outcome = Outcome(
                    newUnit: assignment.newUnit.flatMap { newUnits[$0] } ?? -1,
                    status: AssignmentStatus.allCases.firstIndex(of: assignment.status) ?? 0, rule: rule)
                known[number] = places[outcome] ?? outcomes.count
                if known[number] == outcomes.count {
                    places[outcome] = outcomes.count
                    outcomes.append(outcome)
                }
            }
            let key = AssignmentCountKey(
                oldUnit: values.oldUnit, outcome: known[number],
                category: values.category, level: people.level(of: position))
            counts[key, default: 0] += 1
        }
    }

    /// In order of old unit, new unit, status, rule, category and level.
    func sorted() -> [(key: AssignmentCountKey, outcome: Outcome, people: Int)] {
        counts.map { (key: $0, outcome: outcomes[$0.outcome], people: $1) }.sorted { left, right in
            let (a, b) = (left.outcome, right.outcome)
            return (left.key.oldUnit, a.newUnit, a.status, a.rule, left.key.category, left.key.level)
                < (right.key.oldUnit, b.newUnit, b.status, b.rule, right.key.category, right.key.level)
        }
    }
}

extension Filling {
    /// How many people of each old unit go to each new one, by which rule, of which category and level.
    func fillAssignmentCounts() throws {
        let counter = AssignmentCounter(consolidation)
        try fill("assignment_count", "old_unit_id, new_unit_id, status, rule, category, level, people") { insert in
            for (key, outcome, people) in counter.sorted() {
                insert.bind(1, key.oldUnit < 0 ? nil : consolidation.oldUnits[key.oldUnit].id)
                insert.bind(2, outcome.newUnit < 0 ? nil : consolidation.newUnits[Int(outcome.newUnit)].id)
                insert.bind(3, AssignmentStatus.allCases[outcome.status].rawValue)
                insert.bind(4, counter.rules[outcome.rule])
                insert.bind(5, key.category < 0 ? nil : Category.allCases[key.category].rawValue)
                insert.bind(6, key.level < 0 ? nil : Level.allCases[key.level].rawValue)
                insert.bind(7, people)
                try insert.insert()
            }
        }
    }

    /// How many people stand on the lists of each sender, by status.
    func fillSenderCounts() throws {
        let senders = Set(register.files.map(\.sender)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let positions = Dictionary(uniqueKeysWithValues: senders.enumerated().map { ($1, $0) })
        var senderOfRecord = [Int32](repeating: 0, count: register.records.count)
        for (file, entries) in zip(register.files, register.rows) {
            let sender = Int32(positions[file.sender] ?? 0)
            for entry in entries { if let record = entry.record { senderOfRecord[Int(record)] = sender } }
        }
        let statuses = AssignmentStatus.allCases
        var counts = [Int](repeating: 0, count: senders.count * statuses.count)
        var present: [Int32] = []
        for position in consolidation.people.indices {
            let status = statuses.firstIndex(of: consolidation.assignments.status(ofPerson: position)) ?? 0
            present.removeAll(keepingCapacity: true)
            consolidation.people.forEachRecord(of: position) { record in
                let sender = senderOfRecord[Int(record)]
                if present.contains(sender) { return }
                present.append(sender)
                counts[Int(sender) * statuses.count + status] += 1
            }
        }
        try fill("sender_count", "sender, status, people") { insert in
            for (index, people) in counts.enumerated() where people > 0 {
                insert.bind(1, senders[index / statuses.count])
                insert.bind(2, statuses[index % statuses.count].rawValue)
                insert.bind(3, people)
                try insert.insert()
            }
        }
    }
}

extension RowFilling {
    /// How many rows of each kind a file has.
    func fillRowCounts() throws {
        try fill("row_count", "file_id, kind, rows") { insert in
            for (file, entries) in register.rows.enumerated() {
                var counts = [Int](repeating: 0, count: RowKind.allCases.count)
                for entry in entries { counts[RowKind.allCases.firstIndex(of: entry.kind) ?? 0] += 1 }
                insert.bind(1, file + 1)
                for (kind, rows) in zip(RowKind.allCases, counts) where rows > 0 {
                    insert.bind(2, kind.rawValue)
                    insert.bind(3, rows)
                    try insert.insert()
                }
            }
        }
    }
}
