// What changed since the run before, found by comparing the two databases and written into the newer one.

import GRDB
public import Personnel

/// Fills the tables `change` and `issue_change` of a new database.
///
/// The rows depend on the two databases alone: the same pair gives the same rows.
public struct ChangeFinder {
    private let queue: DatabaseQueue

    /// - parameter path: the new database, complete but for these tables.
    /// - parameter before: the database of the run before; it is only read.
    /// - throws: GRDB's `DatabaseError` when one of them cannot be opened.
    public init(path: String, before: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            // The new file is nobody's yet: a crash leaves what will be thrown away.
            try db.execute(
                sql: """
                    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -65536
                    """)
            try db.execute(sql: "ATTACH DATABASE ? AS before", arguments: [before])
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Writes what changed; answers how many changes there are of each kind.
    ///
    /// - parameter identities: what became of people's ids.
    public func write(_ identities: [IdentityChange]) throws -> [String: Int] {
        let counts = try queue.writeWithoutTransaction { db in
            var counts: [String: Int] = [:]
            try db.inTransaction {
                let writer = try ChangeWriter(db, newer: "main")
                try writer.writeIdentities(identities)
                try writer.writeUnits()
                try writer.writeAssignments()
                try writer.writeValues()
                try IssueComparison(db, newer: "main").write(db)
                counts = writer.counts
                return .commit
            }
            return counts
        }
        try queue.close()
        return counts
    }
}

/// Writes rows of `change` in order: from the database attached as `before` to the one called `newer`.
final class ChangeWriter {
    private let db: Database
    private let newer: String
    private let insert: BulkInsert
    private(set) var counts: [String: Int] = [:]

    init(_ db: Database, newer: String) throws {
        self.db = db
        self.newer = newer
        insert = try BulkInsert(
            db, into: "main.change", "change_id, kind, person_id, other_person_id, full_name, field, before, after")
    }

    private func write(
        _ kind: String, _ person: Int64, other: Int64? = nil, name: String, field: String? = nil,
        before: String? = nil, after: String? = nil
    ) throws {
        insert.bind(1, insert.count + 1)
        insert.bind(2, kind)
        insert.bind(3, person)
        insert.bind(4, other)
        insert.bind(5, name)
        insert.bind(6, field)
        insert.bind(7, before)
        insert.bind(8, after)
        try insert.insert()
        counts[kind, default: 0] += 1
    }

    func writeIdentities(_ changes: [IdentityChange]) throws {
        let here = try db.makeStatement(sql: "SELECT full_name FROM \(newer).person WHERE person_id = ?")
        let there = try db.makeStatement(sql: "SELECT full_name FROM before.person WHERE person_id = ?")
        for kind in IdentityChange.Kind.allCases {
            let statement = kind == .gone || kind == .merged ? there : here
            for change in changes where change.kind == kind {
                let name = try String.fetchOne(statement, arguments: [change.id]) ?? ""
                try write(kind.rawValue, change.id, other: change.other, name: name)
            }
        }
    }

    func writeUnits() throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT p.person_id, p.full_name, coalesce(o.name, b.unit), coalesce(u.name, p.unit)
                FROM \(newer).person p JOIN before.person b USING (person_id)
                    LEFT JOIN \(newer).old_unit u ON u.unit_id = p.old_unit_id
                    LEFT JOIN before.old_unit o ON o.unit_id = b.old_unit_id
                WHERE (p.old_unit_id IS NOT b.old_unit_id OR p.old_unit_id IS NULL AND p.unit IS NOT b.unit)
                    AND coalesce(o.name, b.unit) IS NOT coalesce(u.name, p.unit)
                ORDER BY p.person_id
                """)
        while let row = try rows.next() {
            try write("unit", row[0], name: row[1], before: row[2], after: row[3])
        }
    }

    /// `before` and `after` hold the status and, behind a bar, the new unit's name.
    func writeAssignments() throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT a.person_id, p.full_name, b.status || '|' || coalesce(o.name, ''),
                    a.status || '|' || coalesce(u.name, '')
                FROM \(newer).assignment a JOIN before.assignment b USING (person_id) JOIN \(newer).person p USING (person_id)
                    LEFT JOIN \(newer).new_unit u ON u.unit_id = a.new_unit_id
                    LEFT JOIN before.new_unit o ON o.unit_id = b.new_unit_id
                WHERE a.status <> b.status OR a.new_unit_id IS NOT b.new_unit_id
                ORDER BY a.person_id
                """)
        while let row = try rows.next() {
            try write("assignment", row[0], name: row[1], before: row[2], after: row[3])
        }
    }

    func writeValues() throws {
        func list(_ table: String) -> String { Self.values.map { "\(table).\($0.column)" }.joined(separator: ", ") }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT p.person_id, p.full_name, \(list("b")), \(list("p"))
                FROM \(newer).person p JOIN before.person b USING (person_id)
                WHERE (\(list("p"))) IS NOT (\(list("b"))) ORDER BY p.person_id
                """)
        while let row = try rows.next() {
            for (index, value) in Self.values.enumerated() {
                let before = Self.text(row[2 + index], of: value.field)
                let after = Self.text(row[2 + Self.values.count + index], of: value.field)
                guard before != after else { continue }
                try write("value", row[0], name: row[1], field: value.field.name, before: before, after: after)
            }
        }
    }

    /// The columns that are compared, and the fields that they hold.
    private static let values: [(column: String, field: Field)] = {
        let named: [Field] = [
            .fullName, .birthDate, .gender, .nationalID, .oldNationalID, .ethnicity, .religion, .homeTown, .residence,
            .category, .position, .department, .salaryStep, .salaryCoefficient, .overFrame, .positionAllowance,
            .qualification, .fieldOfStudy, .politicalTheory, .partyJoined, .recruitedOn, .insuranceFrom, .proposedUnit,
            .proposedPosition, .policy, .phone, .note,
        ]
        return named.map { ($0.name, $0) } + [("rank_code", .rank), ("insurance_months", .insuranceYears)]
    }()

    private static func text(_ value: DatabaseValue, of field: Field) -> String? {
        switch value.storage {
        case .null: nil
        case .int64(let months) where field == .insuranceYears: Hundredths(Int32(months * 100 / 12)).description
        case .int64(let number): String(number)
        case .double(let number): Hundredths(Int32((number * 100).rounded())).description
        case .string(let text): text
        case .blob: nil
        }
    }
}
