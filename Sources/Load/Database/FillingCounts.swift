// Counts of people, taken while they are in memory: what reports and the page would otherwise count again and again.

import Personnel

/// What people are counted by; numbers in place of texts, so that counting millions is quick.
private struct AssignmentCountKey: Hashable {
    /// Positions in the consolidation's units; -1 where there is none.
    var oldUnit: Int32
    var newUnit: Int32
    var status: AssignmentStatus
    var rule: Int32
    var category: Category?
    var level: Level?

    /// The order of the table.
    var order: (Int32, Int32, Int, Int32, Int, Int) {
        (
            oldUnit, newUnit, AssignmentStatus.allCases.firstIndex(of: status) ?? 0, rule,
            category.flatMap { Category.allCases.firstIndex(of: $0) } ?? -1,
            level.flatMap { Level.allCases.firstIndex(of: $0) } ?? -1
        )
    }
}

extension Filling {
    /// How many people of each old unit go to each new one, by which rule, of which category and level.
    func fillAssignmentCounts() throws {
        let newUnits = Dictionary(
            consolidation.newUnits.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        var rules: [String] = []
        var rulePositions: [String: Int32] = [:]
        var counts: [AssignmentCountKey: Int] = [:]
        forEachPerson { position, person in
            let assignment = consolidation.assignments[position]
            let rule = rulePositions[assignment.rule] ?? Int32(rules.count)
            if rule == rules.count {
                rulePositions[assignment.rule] = rule
                rules.append(assignment.rule)
            }
            let key = AssignmentCountKey(
                oldUnit: person.values.oldUnit ?? -1, newUnit: assignment.newUnit.flatMap { newUnits[$0] } ?? -1,
                status: assignment.status, rule: rule, category: person.values.category, level: person.level)
            counts[key, default: 0] += 1
        }
        try fill("assignment_count", "old_unit_id, new_unit_id, status, rule, category, level, people") { insert in
            for (key, people) in counts.sorted(by: { $0.key.order < $1.key.order }) {
                insert.bind(1, key.oldUnit < 0 ? nil : consolidation.oldUnits[Int(key.oldUnit)].id)
                insert.bind(2, key.newUnit < 0 ? nil : consolidation.newUnits[Int(key.newUnit)].id)
                insert.bind(3, key.status.rawValue)
                insert.bind(4, rules[Int(key.rule)])
                insert.bind(5, key.category?.rawValue)
                insert.bind(6, key.level?.rawValue)
                insert.bind(7, people)
                try insert.insert()
            }
        }
    }

    /// How many people stand on the lists of each sender, by status.
    func fillSenderCounts() throws {
        let senders = Set(register.files.map(\.sender)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let positions = Dictionary(uniqueKeysWithValues: senders.enumerated().map { ($1, $0) })
        let senderOfFile = register.files.map { positions[$0.sender] ?? 0 }
        let statuses = AssignmentStatus.allCases
        var counts = [Int](repeating: 0, count: senders.count * statuses.count)
        var present: [Int] = []
        forEachPerson { position, person in
            let assignment = consolidation.assignments[position]
            let status = statuses.firstIndex(of: assignment.status) ?? 0
            present.removeAll(keepingCapacity: true)
            for record in person.records {
                let sender = senderOfFile[Int(register.records[Int(record)].place.file)]
                if present.contains(sender) { continue }
                present.append(sender)
                counts[sender * statuses.count + status] += 1
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
