// How many people go from each old unit to each new one.

/// The report `unit-succession`: every succession and every flow of people, in order of district and old unit.
enum SuccessionReport {
    static let report = Report(
        name: "unit-succession",
        parts: [
            ReportPart(
                sql: """
                    SELECT o.district, o.code, o.name, n.code, coalesce(n.name, ''), nullif(f.status, ''), f.share,
                        f.people, f.basis
                    FROM (
                        SELECT old_unit_id, new_unit_id, status, sum(people) AS people, max(share) AS share,
                            max(basis) AS basis
                        FROM (
                            SELECT old_unit_id, new_unit_id, '' AS status, 0 AS people, share, basis FROM succession
                            UNION ALL
                            SELECT old_unit_id, new_unit_id, iif(new_unit_id IS NULL, status, ''), people, NULL, NULL FROM assignment_count
                        ) GROUP BY 1, 2, 3
                    ) f LEFT JOIN old_unit o ON o.unit_id = f.old_unit_id LEFT JOIN new_unit n ON n.unit_id = f.new_unit_id
                    ORDER BY o.unit_id IS NULL, label_order('district', o.district), o.district, o.position, n.unit_id IS NULL, n.position,
                        f.status
                    """,
                columns: [
                    .ordinal, ReportColumn("district", .label("district")), ReportColumn("old_code"),
                    ReportColumn("old_unit"),
                    ReportColumn("new_code"), ReportColumn("new_unit"), ReportColumn("outcome", .label("status")),
                    ReportColumn("share", .label("share")), .sum("people"), ReportColumn("basis"),
                ])
        ])
}
