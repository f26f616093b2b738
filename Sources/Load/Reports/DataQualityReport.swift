// How good each sender's lists are: what is filled in, what had to be changed, what is odd.

/// The report `data-quality`.
enum DataQualityReport {
    static let report = Report(name: "data-quality", parts: [byField, byCode, RefusedFiles.part])

    private static let byField = ReportPart(
        subtitle: "by_field",
        sql: """
            SELECT v.sender, s.people, v.field, sum(v.filled), CAST(sum(v.filled) AS REAL) / s.people, sum(v.changed),
                CAST(sum(v.changed) AS REAL) / s.people, sum(v.errors), sum(v.warnings), sum(v.notes)
            FROM (
                SELECT f.sender, c.field, c.filled, c.changed, 0 AS errors, 0 AS warnings, 0 AS notes
                FROM field_count c JOIN source_file f USING (file_id)
                UNION ALL
                SELECT f.sender, i.field, 0, 0, i.issues * (i.severity = 'error'), i.issues * (i.severity = 'warning'),
                    i.issues * (i.severity = 'note')
                FROM (
                    SELECT file_id, field, severity, count(*) AS issues FROM issue
                    WHERE field IS NOT NULL GROUP BY 1, 2, 3
                ) i JOIN source_file f USING (file_id)
            ) v JOIN (
                SELECT f.sender, sum(r.rows) AS people FROM row_count r JOIN source_file f USING (file_id)
                WHERE r.kind = 'person' GROUP BY f.sender
            ) s USING (sender)
            GROUP BY v.sender, v.field ORDER BY label_order('sender', v.sender), v.sender, field_order(v.field)
            """,
        columns: [
            .ordinal, ReportColumn("sender", .label("sender")), ReportColumn("person_rows", .number),
            ReportColumn("field", .field), ReportColumn("filled", .number), ReportColumn("filled_share", .percent),
            ReportColumn("changed", .number), ReportColumn("changed_share", .percent), ReportColumn("errors", .number),
            ReportColumn("warnings", .number), ReportColumn("notes", .number),
        ])

    private static let byCode = ReportPart(
        subtitle: "by_code",
        sql: """
            SELECT f.sender, k.severity, k.title, k.code, i.field, sum(i.issues) AS issues, k.remedy
            FROM (SELECT file_id, code, field, count(*) AS issues FROM issue GROUP BY 1, 2, 3) i
                JOIN source_file f USING (file_id) JOIN issue_code k USING (code)
            GROUP BY f.sender, k.code, i.field
            ORDER BY label_order('sender', f.sender), f.sender, instr('error warning note', k.severity), issues DESC,
                k.code, field_order(i.field)
            """,
        columns: [
            .ordinal, ReportColumn("sender", .label("sender")), ReportColumn("severity", .label("severity")),
            ReportColumn("issue"), ReportColumn("code"), ReportColumn("field", .field), .sum("count"),
            ReportColumn("remedy"),
        ])
}
