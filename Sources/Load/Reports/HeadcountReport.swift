// How many people each new unit gets, by category and source; what was announced; and that the sum is everybody.

/// The report `headcount-by-unit`.
enum HeadcountReport {
    static let report = Report(name: "headcount-by-unit", parts: [byUnit, targets, byStatus])

    /// Communes and wards all, other units where they get anybody, in order of the catalogue.
    ///
    /// Target and present are of the people that the target counts, with those of the units under the commune.
    private static let byUnit = ReportPart(
        subtitle: "by_unit",
        sql: """
            SELECT u.code, u.name,
                \((["people"] + names + ["in_review"]).map { "coalesce(h.\($0), 0)" }.joined(separator: ", ")),
                t.expected, t.counted, t.difference
            FROM new_unit u
                LEFT JOIN (
                    SELECT new_unit_id, \(counts), coalesce(sum(people) FILTER (WHERE status = 'review'), 0) AS in_review
                    FROM headcount GROUP BY new_unit_id
                ) h ON h.new_unit_id = u.unit_id
                LEFT JOIN control_total t ON t.new_unit_id = u.unit_id AND t.scope = 'target'
            WHERE h.people > 0 OR u.code IS NOT NULL
            ORDER BY u.position
            """,
        columns: [.ordinal, ReportColumn("code"), ReportColumn("new_unit")] + countColumns
            + [
                .sum("in_review"), ReportColumn("target", .number, group: "announced"),
                ReportColumn("present", .number, group: "announced"),
                ReportColumn("difference", .number, group: "announced"),
            ])

    private static let targets = ReportPart(
        subtitle: "targets",
        sql: """
            SELECT title, expected, counted, difference, status FROM control_total
            WHERE scope = 'target' AND expected IS NOT NULL ORDER BY rowid
            """,
        columns: [
            .ordinal, ReportColumn("target_title"), ReportColumn("target", .number), ReportColumn("present", .number),
            ReportColumn("difference", .number), ReportColumn("total_status", .label("total_status")),
        ],
        isLeftOutWhenEmpty: true)

    private static let byStatus = ReportPart(
        subtitle: "by_status",
        sql: """
            SELECT status, \(counts) FROM headcount
            GROUP BY status ORDER BY instr('assigned review unresolved leaving', status)
            """,
        columns: [.ordinal, ReportColumn("status", .label("status"))] + countColumns)

    private static let categories = ["cadre", "civil_servant", "public_employee", "contract", "part_time"]
    private static let sources = ["district", "commune", "service", "education", "province", "other"]

    private static let names = categories + ["no_category"] + sources.map { "from_" + $0 }

    private static let counts =
        (["sum(people) AS people"]
        + categories.map { "coalesce(sum(people) FILTER (WHERE category = '\($0)'), 0) AS \($0)" }
        + ["coalesce(sum(people) FILTER (WHERE category IS NULL), 0) AS no_category"]
        + sources.map { "coalesce(sum(people) FILTER (WHERE source = '\($0)'), 0) AS from_\($0)" })
        .joined(separator: ", ")

    private static let countColumns = (["people"] + names).map(ReportColumn.sum)
}
