// What came in: each sender's lists, the files that were not read, the totals that do not agree.

import GRDB

extension PageReader {
    /// Columns: files read, files refused, rows, person rows, rejected rows, totals that differ, people, assigned.
    ///
    /// People on the lists of several senders count with each of them; the last line takes the surplus away, so that
    /// the columns add up to everybody.
    func senders() throws -> PageTable {
        let rejected = try Set(RejectedRowsReport.senders(db))
        var lines: [(line: PageLine, counts: [Int])] = []
        for row in try Row.fetchAll(db, sql: Self.senderSQL) {
            let key: String = row[0]
            var line = PageLine(name: texts.label("sender", key))
            if rejected.contains(key) {
                line.hasLink = true
                line.link = Self.link(to: "reports/rejected-rows/" + ReportWriter.fileName(key) + ".csv")
            }
            let counts = Self.integers(row, from: 1)
            line.share = numbers.share(counts[7], of: counts[6])
            lines.append((line, counts))
        }
        let (people, assigned) = (
            try count("SELECT total(people) FROM assignment_count"),
            try count("SELECT total(people) FROM assignment_count WHERE status = 'assigned'")
        )
        let surplus = [
            lines.map { $0.counts[6] }.reduce(-people, +), lines.map { $0.counts[7] }.reduce(-assigned, +),
        ]
        if surplus != [0, 0] {
            lines.append((PageLine(isOverlap: true), [0, 0, 0, 0, 0, 0, -surplus[0], -surplus[1]]))
        }
        var table = table(lines, columns: 8)
        table.total.share = numbers.share(assigned, of: people)
        return table
    }

    private static let senderSQL = """
        SELECT f.sender, f.loaded, f.refused, f.rows, r.person, r.rejected, t.differs, p.people, p.assigned
        FROM (
            SELECT sender, count(*) FILTER (WHERE status = 'loaded') AS loaded,
                count(*) FILTER (WHERE status = 'refused') AS refused, sum(row_count) AS rows
            FROM source_file GROUP BY sender
        ) f LEFT JOIN (
            SELECT s.sender, total(rows) FILTER (WHERE kind = 'person') AS person,
                total(rows) FILTER (WHERE kind = 'rejected') AS rejected
            FROM row_count JOIN source_file s USING (file_id) GROUP BY s.sender
        ) r USING (sender) LEFT JOIN (
            SELECT s.sender, count(*) AS differs
            FROM control_total c JOIN source_file s USING (file_id) WHERE c.status = 'differs' GROUP BY s.sender
        ) t USING (sender) LEFT JOIN (
            SELECT sender, sum(people) AS people, total(people) FILTER (WHERE status = 'assigned') AS assigned
            FROM sender_count GROUP BY sender
        ) p USING (sender)
        ORDER BY f.sender
        """

    /// The senders that the pipeline's language knows and of whom there is no file.
    func missingSenders() throws -> [String] {
        let present = try Set(String.fetchAll(db, sql: "SELECT DISTINCT sender FROM source_file"))
        return texts.codes(of: "sender").filter { !present.contains($0) }.map { texts.label("sender", $0) }
    }

    func refusedFiles() throws -> PageExcerpt<RefusedFileLine> {
        let sql = """
            SELECT sender, path, coalesce(message, '') FROM source_file WHERE status = 'refused'
            ORDER BY sender, file_id
            """
        return try excerpt(sql) { row in
            RefusedFileLine(sender: texts.label("sender", row[0]), path: row[1], message: row[2])
        }
    }

    /// The place and the numbers; the words of the total stay in the report, as they may be anything that a list says.
    func differingTotals() throws -> PageExcerpt<DifferingTotalLine> {
        let sql = """
            SELECT f.sender, f.path, t.sheet, r.row_number, t.expected, t.counted, t.difference
            FROM control_total t JOIN source_file f USING (file_id) LEFT JOIN source_row r USING (row_id)
            WHERE t.status = 'differs' ORDER BY f.sender, t.file_id, r.row_id, t.rowid
            """
        return try excerpt(sql) { row in
            DifferingTotalLine(
                sender: texts.label("sender", row[0]), path: row[1], sheet: row[2],
                row: (row[3] as Int?).map(String.init) ?? "", expected: numbers.text(row[4] ?? 0),
                counted: numbers.text(row[5] ?? 0), difference: signed(row[6] ?? 0))
        }
    }

    private func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + numbers.text(number) }

    private func excerpt<Line>(_ sql: String, _ line: (Row) -> Line) throws -> PageExcerpt<Line> {
        let rows = try Row.fetchAll(db, sql: sql)
        let lines = rows.prefix(Self.longestExcerpt).map(line)
        return PageExcerpt(
            lines: lines, hasLines: !lines.isEmpty, count: numbers.text(rows.count), hasMore: rows.count > lines.count,
            more: numbers.text(rows.count - lines.count))
    }

    /// A page is read in a meeting; the whole list is in the report.
    private static let longestExcerpt = 60

    /// Stated totals by scope. Columns: agree, differ, none stated, all.
    func controls() throws -> PageTable {
        let sql = """
            SELECT scope, count(*) FILTER (WHERE status = 'agrees'), count(*) FILTER (WHERE status = 'differs'),
                count(*) FILTER (WHERE status = 'not_stated'), count(*)
            FROM control_total GROUP BY scope ORDER BY scope
            """
        let lines = try Row.fetchAll(db, sql: sql).map { row in
            (PageLine(name: texts.label("scope", row[0])), Self.integers(row, from: 1))
        }
        return table(lines, columns: 4)
    }
}
