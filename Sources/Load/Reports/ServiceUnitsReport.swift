// What each rule of the reorganisation did: how many units and people, and where they went.

/// The report `service-units`.
enum ServiceUnitsReport {
    static let report = Report(
        name: "service-units",
        parts: [
            ReportPart(
                subtitle: "by_rule",
                sql: """
                    SELECT a.rule, count(DISTINCT p.old_unit_id), count(*), count(*) FILTER (WHERE a.status = 'assigned'),
                        count(*) FILTER (WHERE a.status = 'review'), count(*) FILTER (WHERE a.status = 'unresolved'),
                        count(*) FILTER (WHERE a.status = 'leaving')
                    FROM assignment a JOIN person p USING (person_id) GROUP BY a.rule
                    ORDER BY label_order('rule', a.rule), a.rule
                    """,
                columns: [
                    .ordinal, ReportColumn("rule", .label("rule")), ReportColumn("old_units", .number), .sum("people"),
                    .sum("assigned"), .sum("review"), .sum("unresolved"), .sum("leaving"),
                ]),
            ReportPart(
                subtitle: "by_unit",
                sql: """
                    SELECT a.rule, o.district, o.name, n.name, iif(n.unit_id IS NULL, a.status, NULL), count(*)
                    FROM assignment a JOIN person p USING (person_id) LEFT JOIN old_unit o ON o.unit_id = p.old_unit_id
                        LEFT JOIN new_unit n ON n.unit_id = a.new_unit_id
                    WHERE a.rule NOT IN ('commune', 'leaving')
                    GROUP BY a.rule, o.unit_id, n.unit_id, 5
                    ORDER BY label_order('rule', a.rule), a.rule, o.unit_id IS NULL, label_order('district', o.district),
                        o.district, o.position, n.unit_id IS NULL, n.position
                    """,
                columns: [
                    .ordinal, ReportColumn("rule", .label("rule")), ReportColumn("district", .label("district")),
                    ReportColumn("old_unit"), ReportColumn("new_unit"), ReportColumn("outcome", .label("status")),
                    .sum("people"),
                ]),
        ])
}
