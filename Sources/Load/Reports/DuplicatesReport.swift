// Which rows were made one person, and why.

/// The report `duplicates`: a block for each person of several rows, with the evidence over it.
enum DuplicatesReport {
    static let report = Report(
        name: "duplicates",
        parts: [
            ReportPart(
                sql: """
                    SELECT p.full_name, CAST(p.person_id AS TEXT), m.reason, v.full_name, v.birth_date, v.gender,
                        v.national_id, v.old_national_id, v.position,
                        coalesce(v.unit, json_extract(c.sections, '$[#-1]')), f.sender, f.list_date, f.path,
                        r.sheet, r.row_number
                    FROM (
                        SELECT person_id FROM source_row WHERE person_id IS NOT NULL GROUP BY person_id HAVING count(*) > 1
                    ) d JOIN person p USING (person_id) JOIN source_row r USING (person_id)
                        JOIN row_value v USING (row_id) JOIN source_file f USING (file_id) LEFT JOIN row_context c USING (context_id)
                        LEFT JOIN (
                            SELECT person_id, (SELECT group_concat(value, char(10)) FROM json_each(evidence)) AS reason
                            FROM merge_reason
                        ) m USING (person_id)
                    ORDER BY name_order(p.full_name), p.person_id, r.row_id
                    """,
                section: [.text, .text, .evidence],
                columns: [
                    .ordinal, ReportColumn("full_name"), ReportColumn("birth_date", .date),
                    ReportColumn("gender", .label("gender")), ReportColumn("national_id"),
                    ReportColumn("old_national_id"),
                    ReportColumn("position"), ReportColumn("unit"), ReportColumn("sender", .label("sender")),
                    ReportColumn("list_date", .date), ReportColumn("path"), ReportColumn("sheet"),
                    ReportColumn("row_number", .number),
                ])
        ])
}
