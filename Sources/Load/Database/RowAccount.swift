// The account of rows, taken in one pass over them: what each is, whose it is, what it says, which of its values stand.

import GRDB
import Personnel

/// Counts what must never be in `source_row`, nor in `row_value` and `issue`, which refer to its rows and to people.
///
/// In SQL each of these questions is a pass or a search for every row of its own; together they took as long as all
/// others of `DatabaseCheck`.
struct RowAccount {
    private(set) var problems: [String] = []
    /// How many people there are.
    let peopleCount: Int

    /// - throws: GRDB's `DatabaseError` when the tables cannot be read.
    init(_ db: Database) throws {
        let counted = try Double.fetchOne(db, sql: "SELECT total(people) FROM assignment_count") ?? 0
        let people = try Keys(db, "SELECT person_id FROM person", about: Int(min(max(counted, 0), 1e7)))
        let files = try Keys(db, "SELECT file_id FROM source_file")
        peopleCount = people.count
        let rows = try SourceRows(db, people: people, files: files)
        add(rows.missingFiles, "rows of source_row refer to no row of source_file")
        add(rows.strangers, "rows of source_row refer to no row of person")
        add(rows.missingContexts, "rows of source_row refer to no row of row_context")
        add(rows.unclaimed, "person rows that point to nobody")
        add(rows.wronglyClaimed, "rows of other kinds that point to a person")
        add(rows.twice, "rows of which a value stands beside another row's for the same field of the same person")
        add(rows.hasRow.count { !$0 }, "people without a row")
        add(rows.withoutValues, "person rows too many or too few with values")
        add(rows.strayValues, "rows of row_value that are of no person row")
        try compare(db, rows, files: files)
        try followIssues(db, people: people, files: files, rows: rows.keys)
    }

    /// Holds the counts against those that other tables state.
    private mutating func compare(_ db: Database, _ rows: SourceRows, files: Keys) throws {
        for (kind, count) in zip(RowKind.allCases, rows.countOfKind) {
            let sql = "SELECT total(rows) FROM row_count WHERE kind = ?"
            let stated = try Double.fetchOne(db, sql: sql, arguments: [kind.rawValue]) ?? 0
            let difference = Int(min(abs(Double(count) - stated), 1e15))
            add(difference, "rows too many or too few in the counts of kind \(kind.rawValue)")
        }
        let filled = try Int.fetchOne(db, sql: "SELECT coalesce(sum(filled), 0) FROM field_count") ?? 0
        add(abs(filled - rows.values), "values that are in field_count or in row_value alone")
        let sql = """
            SELECT file_id, row_count, status = 'refused',
                (SELECT total(rows) FROM row_count c WHERE c.file_id = f.file_id)
            FROM source_file f
            """
        var (open, refused) = (0, 0)
        for file in try Row.fetchAll(db, sql: sql) {
            let count = files[file[0]].map { rows.countOfFile[$0] } ?? 0
            if file[1] != count || file[3] != Double(count) { open += 1 }
            if file[2], count > 0 { refused += 1 }
        }
        add(open, "files whose rows do not add up to the rows read")
        add(refused, "refused files with rows")
    }

    /// Follows what issues refer to: to look each person up in the table would read most of it again, page by page.
    private mutating func followIssues(_ db: Database, people: Keys, files: Keys, rows: Keys) throws {
        let codes = try Set(String.fetchAll(db, sql: "SELECT code FROM issue_code"))
        for code in try String.fetchAll(db, sql: "SELECT DISTINCT code FROM issue") where !codes.contains(code) {
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM issue WHERE code = ?", arguments: [code])
            add(count ?? 0, "rows of issue refer to no row of issue_code")
        }
        let issues = try ReportRows(db, sql: "SELECT file_id, row_id, person_id FROM issue", arguments: [])
        var lost = [0, 0, 0]
        while try issues.next() {
            for (column, keys) in [files, rows, people].enumerated() where !issues.isNull(Int32(column)) {
                if keys[issues.integer(Int32(column))] == nil { lost[column] += 1 }
            }
        }
        for (count, table) in zip(lost, ["source_file", "source_row", "person"]) {
            add(count, "rows of issue refer to no row of \(table)")
        }
    }

    private mutating func add(_ count: Int, _ sentence: String) {
        if count > 0 { problems.append("\(count) \(sentence)") }
    }
}
