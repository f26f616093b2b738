// Who has no new place yet, and what would settle it.

/// The report `unresolved`: people whom no rule places, then those whose place waits for a yes; decisions that fit nothing.
///
/// The column `decision` is empty: a person writes the new unit there and saves the file under `decisions/`.
enum UnresolvedReport {
    static let report = Report(
        name: "unresolved",
        parts: [
            ReportPart(
                keys: """
                    SELECT a.person_id
                    FROM assignment a JOIN person p USING (person_id) LEFT JOIN old_unit o ON o.unit_id = p.old_unit_id
                    WHERE a.status IN ('unresolved', 'review')
                    ORDER BY a.status = 'review', o.unit_id IS NULL, label_order('district', o.district), o.district, o.position,
                        name_order(p.full_name), p.birth_date, p.person_id
                    """,
                sql: """
                    SELECT CAST(p.person_id AS TEXT), p.full_name, p.birth_date, coalesce(p.national_id, p.old_national_id),
                        p.position, o.district, coalesce(o.name, p.unit,
                            (SELECT json_extract(c.sections, '$[#-1]') FROM source_row r JOIN row_context c USING (context_id)
                            WHERE r.person_id = p.person_id ORDER BY r.row_id DESC LIMIT 1)),
                        a.status, n.name, p.proposed_unit, a.basis, NULL
                    FROM assignment a JOIN person p USING (person_id) LEFT JOIN old_unit o ON o.unit_id = p.old_unit_id
                        LEFT JOIN new_unit n ON n.unit_id = a.new_unit_id
                    WHERE a.person_id = :key
                    """,
                columns: [
                    .ordinal, ReportColumn("person_id"), ReportColumn("full_name"), ReportColumn("birth_date", .date),
                    ReportColumn("national_id"), ReportColumn("position"), ReportColumn("district", .label("district")),
                    ReportColumn("old_unit"), ReportColumn("status", .label("status")), ReportColumn("default_unit"),
                    ReportColumn("proposed_unit"), ReportColumn("what_settles"), ReportColumn("decision"),
                ]),
            ReportPart(
                subtitle: "unfit_decisions",
                sql: "SELECT message FROM issue WHERE code = 'decision.unfit' ORDER BY issue_id",
                columns: [.ordinal, ReportColumn("unfit_decision")],
                isLeftOutWhenEmpty: true),
        ])
}
