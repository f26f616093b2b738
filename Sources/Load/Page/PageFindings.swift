// What is open and what is odd: questions that wait for a decision, and the commonest issues.

import GRDB
import Personnel

extension PageReader {
    /// Questions by rule, the most people first. Columns: people, those without a place, those in review, the old
    /// units concerned.
    ///
    /// The remark says what would settle it: the language's text `value`, `settles.<rule>`. The basis of each assignment
    /// is not shown: it may quote a cell.
    func questions() throws -> PageTable {
        let sql = """
            SELECT h.rule, sum(h.people), \(AssignmentCounts.people("status = 'unresolved'")),
                \(AssignmentCounts.people("status = 'review'")), count(DISTINCT h.old_unit_id)
            FROM assignment_count h WHERE h.status IN ('unresolved', 'review')
            GROUP BY h.rule ORDER BY sum(h.people) DESC, h.rule
            """
        let lines = try Row.fetchAll(db, sql: sql).map { row in
            let rule: String = row[0]
            let settles = texts.label("settles", rule)
            return (
                PageLine(name: texts.label("rule", rule), remark: settles == rule ? "" : settles),
                Self.integers(row, from: 1)
            )
        }
        return table(lines, columns: 4)
    }

    /// Issues by code, the commonest first; the rarer ones are one line. Column: how often.
    func issues() throws -> PageTable {
        let sql = """
            SELECT k.title, k.severity, i.issues
            FROM (SELECT code, count(*) AS issues FROM issue GROUP BY code) i JOIN issue_code k USING (code)
            ORDER BY i.issues DESC, k.code
            """
        let rows = try Row.fetchAll(db, sql: sql)
        var lines = rows.prefix(Self.issuesShown).map { row in
            (PageLine(name: row[0], remark: texts.label("severity", row[1])), Self.integers(row, from: 2))
        }
        let rest = rows.dropFirst(Self.issuesShown)
        if !rest.isEmpty {
            let count = rest.map { $0[2] as Int }.reduce(0, +)
            lines.append((PageLine(name: numbers.text(rest.count), isRest: true), [count]))
        }
        return table(lines, columns: 1)
    }

    private static let issuesShown = 15

    func severities() throws -> [NamedCount] {
        let counts = Severity.allCases.map { "count(*) FILTER (WHERE severity = '\($0.rawValue)')" }
        return try zip(Severity.allCases, integers("SELECT \(counts.joined(separator: ", ")) FROM issue")).map {
            NamedCount(name: texts.label("severity", $0.rawValue), count: numbers.text($1))
        }
    }

    /// In order of the fields of a list. Counts: rows with a value, rows whose cell was changed by reading it.
    func fields() throws -> [PageLine] {
        let rows = try count("SELECT total(rows) FROM row_count WHERE kind = 'person'")
        let sql = "SELECT field, sum(filled), sum(changed) FROM field_count GROUP BY field"
        let lines = try Row.fetchAll(db, sql: sql).map { row in
            let counts = Self.integers(row, from: 1)
            return (
                field: row[0] as String,
                line: PageLine(
                    name: labels[name: row[0]], counts: counts.map(numbers.count),
                    share: numbers.share(counts[0], of: rows))
            )
        }
        let order = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0.name, $0.rawValue) })
        return lines.sorted { (order[$0.field] ?? .max, $0.field) < (order[$1.field] ?? .max, $1.field) }.map(\.line)
    }
}
