// What each rule did, and each old unit of the movements of public service units: its people, where they went, what is open.

import Personnel

/// The report `service-units`.
enum ServiceUnitsReport {
    static let report = Report(
        name: "service-units",
        parts: [
            ReportPart(
                subtitle: "by_rule",
                sql: """
                    SELECT h.rule, count(DISTINCT h.old_unit_id), sum(h.people),
                        \(AssignmentStatus.allCases.map { AssignmentCounts.people("status = '\($0.rawValue)'") }
                            .joined(separator: ", "))
                    FROM assignment_count h GROUP BY h.rule ORDER BY label_order('rule', h.rule), h.rule
                    """,
                columns: [
                    .ordinal, ReportColumn("rule", .label("rule")), ReportColumn("old_units", .number), .sum("people"),
                    .sum("assigned"), .sum("review"), .sum("unresolved"), .sum("leaving"),
                ]),
            ReportPart(
                subtitle: "by_movement",
                sql: """
                    SELECT movement, count(DISTINCT old_unit_id), count(DISTINCT new_unit_id), \(sums)
                    FROM unit_flow GROUP BY movement ORDER BY min(rowid)
                    """,
                columns: [
                    .ordinal, ReportColumn("movement", .label("movement")), ReportColumn("old_units", .number),
                    ReportColumn("new_units", .number), .sum("people"), .sum("assigned"), .sum("review"),
                    .sum("unresolved"), .sum("leaving"),
                ],
                isLeftOutWhenEmpty: true),
            ReportPart(
                subtitle: "by_unit",
                sql: """
                    SELECT f.movement, CAST(m.units AS TEXT), CAST(m.people AS TEXT), o.district, o.name, t.people, n.name,
                        iif(n.unit_id IS NULL OR f.status <> 'assigned', f.status, NULL), f.people, f.settles
                    FROM unit_flow f JOIN old_unit o ON o.unit_id = f.old_unit_id
                        LEFT JOIN new_unit n ON n.unit_id = f.new_unit_id
                        JOIN (SELECT movement, old_unit_id, sum(people) AS people FROM unit_flow GROUP BY 1, 2) t
                            ON t.movement = f.movement AND t.old_unit_id = f.old_unit_id
                        JOIN (
                            SELECT movement, count(DISTINCT old_unit_id) AS units, sum(people) AS people, min(rowid) AS place
                            FROM unit_flow GROUP BY 1
                        ) m ON m.movement = f.movement
                    ORDER BY m.place, label_order('district', o.district), o.district, f.rowid
                    """,
                section: [.label("movement"), .text, .text],
                columns: [
                    .ordinal, ReportColumn("district", .label("district")), ReportColumn("old_unit"),
                    ReportColumn("unit_people", .number), ReportColumn("new_unit"),
                    ReportColumn("outcome", .label("status")), .sum("people"), ReportColumn("what_settles"),
                ],
                isLeftOutWhenEmpty: true),
        ])

    private static let sums =
        (["sum(people)"]
        + ["assigned", "review", "unresolved", "leaving"].map {
            "coalesce(sum(people) FILTER (WHERE status = '\($0)'), 0)"
        })
        .joined(separator: ", ")
}
