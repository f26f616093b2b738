// What is different between any two published databases, without writing into either.

import GRDB
import Personnel

/// Two published databases side by side.
public struct RunComparison {
    private let queue: DatabaseQueue

    /// - throws: GRDB's `DatabaseError` when one of them cannot be opened.
    public init(from older: String, to newer: String) throws {
        queue = try DatabaseQueue()
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "ATTACH DATABASE ? AS before; ATTACH DATABASE ? AS after", arguments: [older, newer])
            try db.execute(sql: Schema.changeTables)
        }
    }

    /// One difference, as `change` holds it.
    public struct Change: Sendable, Equatable {
        public var kind: String
        public var person: Int64
        public var other: Int64?
        public var name: String
        public var field: String?
        public var before: String?
        public var after: String?
    }

    /// How many issues of a code came and went in a sender's lists.
    public struct IssueChange: Sendable, Equatable {
        public var sender: String
        public var code: String
        public var before: Int
        public var appeared: Int
        public var resolved: Int
        public var after: Int
    }

    /// All differences: who came and went first, then units, assignments and values, each in order of person.
    public func changes() throws -> (people: [Change], issues: [IssueChange]) {
        try queue.writeWithoutTransaction { db in
            let writer = try ChangeWriter(db, newer: "after")
            try writer.writeIdentities(Self.identities(db))
            try writer.writeUnits()
            try writer.writeAssignments()
            try writer.writeValues()
            try IssueComparison(db, newer: "after").write(db)
            let sql = "SELECT kind, person_id, other_person_id, full_name, field, before, after FROM main.change"
            let people = try Row.fetchAll(db, sql: sql + " ORDER BY change_id").map { row in
                Change(
                    kind: row[0], person: row[1], other: row[2], name: row[3], field: row[4], before: row[5],
                    after: row[6])
            }
            let issues = try Row.fetchAll(
                db,
                sql: """
                    SELECT sender, code, before, appeared, resolved, after FROM main.issue_change ORDER BY sender, code
                    """
            ).map { row in
                IssueChange(
                    sender: row[0], code: row[1], before: row[2], appeared: row[3], resolved: row[4], after: row[5])
            }
            return (people, issues)
        }
    }

    /// Who is in one database alone, by what the ledgers say of the ids.
    private static func identities(_ db: Database) throws -> [IdentityChange] {
        let here = try Row.fetchAll(
            db,
            sql: """
                SELECT p.person_id, r.person_id, r.successor_id FROM after.person p
                    LEFT JOIN before.retired_person r USING (person_id)
                WHERE NOT EXISTS (SELECT 1 FROM before.person b WHERE b.person_id = p.person_id) ORDER BY p.person_id
                """
        ).map { row -> IdentityChange in
            if row[1] as Int64? == nil { return IdentityChange(.new, id: row[0]) }
            let from: Int64? = row[2]
            return IdentityChange(from == nil ? .back : .split, id: row[0], other: from)
        }
        let gone = try Row.fetchAll(
            db,
            sql: """
                SELECT b.person_id, r.successor_id FROM before.person b
                    LEFT JOIN after.retired_person r USING (person_id)
                WHERE NOT EXISTS (SELECT 1 FROM after.person p WHERE p.person_id = b.person_id) ORDER BY b.person_id
                """
        ).map { row -> IdentityChange in
            let into: Int64? = row[1]
            return IdentityChange(into == nil ? .gone : .merged, id: row[0], other: into)
        }
        return here + gone
    }
}
