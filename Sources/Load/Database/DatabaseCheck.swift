// The checks that a finished database must pass before a run is published.

import GRDB
import Personnel

/// Checks a consolidated database: SQLite's own integrity, its foreign keys, and the account of rows and people.
///
/// The three parts may run beside one another. `foreign_key_check` is asked of every table but `source_row` and
/// `issue`, whose references `RowAccount` follows in its passes over them.
public struct DatabaseCheck {
    /// The problems found, one sentence each, empty when the database is sound. They hold counts and table names, never
    /// a person's data.
    ///
    /// - throws: GRDB's `DatabaseError` when the file cannot be read as a database of this schema.
    public static func run(path: String) throws -> [String] {
        try integrity(path: path) + references(path: path) + account(path: path)
    }

    /// What SQLite finds in the file itself.
    ///
    /// - throws: as `run`.
    public static func integrity(path: String) throws -> [String] {
        // Room for the largest index of 2.5 million people, which integrity_check looks into without order.
        try reading(path, cacheKiB: 81_920) { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }.map { "integrity: \($0)" }
        }
    }

    /// References to nothing.
    ///
    /// - throws: as `run`.
    public static func references(path: String) throws -> [String] {
        try reading(path, cacheKiB: 32_768) { db in
            let references = """
                SELECT f."table", f.parent, count(*) FROM sqlite_schema s JOIN pragma_foreign_key_check(s.name) f
                WHERE s.type = 'table' AND s.name NOT IN ('source_row', 'issue') GROUP BY 1, 2 ORDER BY 1, 2
                """
            return try Row.fetchAll(db, sql: references).map {
                "\($0[2] as Int) rows of \($0[0] as String) refer to no row of \($0[1] as String)"
            }
        }
    }

    /// Counts that do not close.
    ///
    /// - throws: as `run`.
    public static func account(path: String) throws -> [String] {
        try reading(path, cacheKiB: 16_384) { db in
            let rows = try RowAccount(db)
            var problems = rows.problems
            for (sentences, sql) in counts(people: rows.peopleCount) {
                guard let found = try Row.fetchOne(db, sql: sql) else { continue }
                for (index, sentence) in sentences.enumerated() {
                    // As a number that has no limit: a damaged count may be too large for a whole one.
                    let count: Double = found[index] ?? 0
                    if count > 0 { problems.append("\(Int(min(count, 1e15))) \(sentence)") }
                }
            }
            return problems
        }
    }

    private static func reading(
        _ path: String, cacheKiB: Int, _ body: (Database) throws -> [String]
    ) throws -> [String] {
        var configuration = Configuration()
        // Not `readonly`: SQLite forgets the CHECK constraints of a database that it opens read-only
        // (sqlite3AddCheckConstraint in its build.c), and integrity_check then passes what breaks them.
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -\(cacheKiB)")
        }
        return try DatabaseQueue(path: path, configuration: configuration).read(body)
    }

    /// What must never be there, and the SQL that counts it: a number for each sentence, in one pass over a table.
    private static func counts(people: Int) -> [(sentences: [String], sql: String)] {
        [assignmentCounts(people: people)] + otherCounts + [
            (
                ["people too many or too few in the headcounts"],
                "SELECT abs(\(people) - (SELECT coalesce(sum(people), 0) FROM headcount))"
            )
        ]
    }

    private static func assignmentCounts(people: Int) -> (sentences: [String], sql: String) {
        let statuses = AssignmentStatus.allCases.map(\.rawValue)
        return (
            [
                // Assignments of nobody are told by the references.
                "people without an assignment",
                "people too many or too few in the sum of assigned, review, unresolved and leaving",
                "assigned people without a new unit, or leaving people with one",
            ]
                + statuses.map { "people too many or too few in the counts of status \($0)" },
            """
            SELECT max(0, \(people) - count(*)),
                abs(\(people) - count(*) FILTER (WHERE status IN ('assigned', 'review', 'unresolved', 'leaving'))),
                count(*) FILTER (WHERE status = 'assigned' AND new_unit_id IS NULL
                    OR status = 'leaving' AND new_unit_id IS NOT NULL),
                \(statuses.map { status in
                    """
                    abs(count(*) FILTER (WHERE status = '\(status)')
                        - (SELECT total(people) FROM assignment_count WHERE status = '\(status)'))
                    """
                }.joined(separator: ", "))
            FROM assignment
            """
        )
    }

    private static let otherCounts: [(sentences: [String], sql: String)] = [
        (
            [
                "items short of the sums of assets and balances that are handed over",
                "items short of the sums of assets and balances that are taken over",
                "assets and balances that go over without a receiver",
            ],
            """
            SELECT coalesce(sum(amount), 0)
                    <> (SELECT coalesce(sum(expected), 0) FROM control_total WHERE scope = 'handover'),
                coalesce(sum(amount) FILTER (WHERE status = 'assigned'), 0)
                    <> (SELECT coalesce(sum(counted), 0) FROM control_total WHERE scope = 'handover'),
                count(*) FILTER (WHERE status = 'assigned' AND new_unit_id IS NULL)
            FROM (
                SELECT coalesce(original_cost, 0) + coalesce(residual_value, 0) AS amount, status, new_unit_id FROM asset
                UNION ALL SELECT coalesce(remaining, 0), status, new_unit_id FROM balance
            )
            """
        ),
        (
            ["rejected rows without their cells"],
            """
            SELECT count(*) FROM source_row r WHERE kind = 'rejected'
                AND NOT EXISTS (SELECT 1 FROM rejected_cell c WHERE c.row_id = r.row_id)
            """
        ),
        (
            ["rejected rows without a reason"],
            """
            SELECT count(*) FROM source_row r WHERE kind = 'rejected'
                AND NOT EXISTS (SELECT 1 FROM issue i WHERE i.row_id = r.row_id AND i.severity = 'error')
            """
        ),
        (
            ["control totals whose figures contradict their status"],
            """
            SELECT count(*) FROM control_total WHERE status IS NOT CASE
                WHEN expected IS NULL THEN 'not_stated' WHEN expected = counted THEN 'agrees' ELSE 'differs' END
                OR difference IS NOT counted - expected
            """
        ),
    ]
}
