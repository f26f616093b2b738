// The account of a run: every row, record and person counted at each door; a run whose counts don't close is not
// published.

public import Personnel

/// Counts of one run, and whether they close.
public struct Account: Sendable, Equatable {
    public var files = 0
    public var refusedFiles = 0
    public var rows: [RowKind: Int] = [:]
    public var records = 0
    public var people = 0
    public var assignments: [AssignmentStatus: Int] = [:]
    public var reviewPairs = 0
    public var issues: [Severity: Int] = [:]
    /// Decisions that fit nothing, or that can't be applied yet.
    public var unfitDecisions = 0

    public var allRows: Int { rows.values.reduce(0, +) }

    /// Counts a consolidation.
    init(_ consolidation: Consolidation) {
        let register = consolidation.register
        files = register.files.count
        refusedFiles = register.files.count { $0.status == .refused }
        for entries in register.rows {
            // Rows of one kind mostly follow each other.
            var start = 0
            while start < entries.count {
                var end = start + 1
                while end < entries.count, entries[end].kind == entries[start].kind { end += 1 }
                rows[entries[start].kind, default: 0] += end - start
                start = end
            }
        }
        records = register.records.count
        people = consolidation.people.count
        var sharers = [Int](repeating: 0, count: consolidation.assignments.kept.count)
        for person in consolidation.assignments.indices {
            sharers[consolidation.assignments.number(ofPerson: person)] += 1
        }
        for (assignment, people) in zip(consolidation.assignments.kept, sharers) where people > 0 {
            assignments[assignment.status, default: 0] += people
        }
        reviewPairs = consolidation.reviewPairs.count
        for issue in register.issues { issues[issue.code.severity, default: 0] += 1 }
        for issue in consolidation.personIssues { issues[issue.code.severity, default: 0] += 1 }
        unfitDecisions = consolidation.personIssues.count { $0.code == .decisionUnfit }
    }

    /// Whether something waits for a person: rows rejected, files refused, people in review or unresolved,
    /// decisions that do not fit.
    public var hasOpenQuestions: Bool {
        refusedFiles > 0 || rows[.rejected, default: 0] > 0 || reviewPairs > 0 || unfitDecisions > 0
            || assignments[.review, default: 0] > 0 || assignments[.unresolved, default: 0] > 0
    }

    /// What does not close, in plain words; empty when all does.
    static func discrepancies(in consolidation: Consolidation) -> [String] {
        let register = consolidation.register
        var found: [String] = []
        // Counted up to two: there are millions.
        var pointed = [UInt8](repeating: 0, count: register.records.count)
        for (file, entries) in zip(register.files, register.rows) {
            if file.status == .refused && !entries.isEmpty { found.append("\(file.path): refused, yet it has rows") }
            for entry in entries {
                guard (entry.kind == .person) == (entry.record != nil) else {
                    let kind = entry.kind.rawValue
                    found.append("\(file.path): row \(entry.number) is \(kind), its record says otherwise")
                    continue
                }
                if let record = entry.record { pointed[Int(record)] = min(2, pointed[Int(record)] + 1) }
            }
        }
        if pointed.contains(where: { $0 != 1 }) { found.append("a record has no row, or several") }

        var owned = [UInt8](repeating: 0, count: register.records.count)
        for person in consolidation.people.indices {
            if consolidation.people.rowCount(of: person) == 0 {
                found.append("person \(consolidation.people.id(of: person)) has no row")
            }
            consolidation.people.forEachRecord(of: person) { owned[Int($0)] = min(2, owned[Int($0)] + 1) }
        }
        let lost = owned.count { $0 == 0 }
        let shared = owned.count { $0 > 1 }
        if lost > 0 { found.append("\(lost) rows belong to nobody") }
        if shared > 0 { found.append("\(shared) rows belong to several people") }
        if consolidation.assignments.count != consolidation.people.count {
            found.append("\(consolidation.people.count) people, \(consolidation.assignments.count) assignments")
        }
        let rejected = register.rows.joined().count { $0.kind == .rejected }
        if rejected != register.rejected.count {
            found.append("\(rejected) rows are rejected, \(register.rejected.count) are kept for their senders")
        }
        return found
    }
}
