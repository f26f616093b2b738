// Do the lists add up: the totals that they state against what was counted, and the account of every file's rows.

/// The report `reconciliation`: differences first.
enum ReconciliationReport {
    static let report = Report(name: "reconciliation", parts: [totals, rows])

    private static let totals = ReportPart(
        subtitle: "totals",
        sql: """
            SELECT f.sender, f.path, t.sheet, t.title, r.row_number, t.scope, t.expected, t.counted, t.difference, t.status
            FROM control_total t LEFT JOIN source_file f USING (file_id) LEFT JOIN source_row r USING (row_id)
            ORDER BY instr('differs agrees not_stated', t.status), t.file_id IS NULL, t.file_id, r.row_id, t.rowid
            """,
        columns: [
            .ordinal, ReportColumn("sender", .label("sender")), ReportColumn("path"),
            ReportColumn("sheet"), ReportColumn("total_title"),
            ReportColumn("row_number", .number), ReportColumn("scope", .label("scope")),
            ReportColumn("expected", .number),
            ReportColumn("counted", .number), ReportColumn("difference", .number),
            ReportColumn("total_status", .label("total_status")),
        ])

    private static let rows = ReportPart(
        subtitle: "rows",
        sql: """
            SELECT f.sender, f.path, f.status, f.row_count, \(kinds)
            FROM source_file f LEFT JOIN row_count r USING (file_id) GROUP BY f.file_id ORDER BY f.file_id
            """,
        columns: [
            .ordinal, ReportColumn("sender", .label("sender")), ReportColumn("path"),
            ReportColumn("file_status", .label("file_status")), .sum("rows_read"), .sum("person_rows"),
            .sum("rejected"),
            .sum("headings"), .sum("sections"), .sum("totals_stated"), .sum("notes"), .sum("blanks"),
        ])

    private static let kinds = ["person", "rejected", "heading", "section", "total", "note", "blank"]
        .map { "total(r.rows) FILTER (WHERE r.kind = '\($0)')" }.joined(separator: ", ")
}
