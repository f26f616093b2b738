// How many people each new unit gets, by category and level; and that the sum is everybody.

/// The report `headcount-by-unit`.
enum HeadcountReport {
    static let report = Report(name: "headcount-by-unit", parts: [byUnit, byStatus])

    /// Communes and wards all, other units where they get anybody, in order of the catalogue.
    private static let byUnit = ReportPart(
        subtitle: "by_unit",
        sql: """
            SELECT u.code, u.name, count(a.person_id), \(counts), count(*) FILTER (WHERE a.status = 'review')
            FROM new_unit u LEFT JOIN assignment a ON a.new_unit_id = u.unit_id LEFT JOIN person p USING (person_id)
            GROUP BY u.unit_id HAVING count(a.person_id) > 0 OR u.code IS NOT NULL
            ORDER BY u.position
            """,
        columns: [.ordinal, ReportColumn("code"), ReportColumn("new_unit")] + countColumns + [.sum("in_review")])

    private static let byStatus = ReportPart(
        subtitle: "by_status",
        sql: """
            SELECT a.status, count(*), \(counts)
            FROM assignment a JOIN person p USING (person_id)
            GROUP BY a.status ORDER BY instr('assigned review unresolved leaving', a.status)
            """,
        columns: [.ordinal, ReportColumn("status", .label("status"))] + countColumns)

    private static let counts =
        (["cadre", "civil_servant", "public_employee", "contract", "part_time"]
        .map { "count(*) FILTER (WHERE p.category = '\($0)')" }
        + ["count(p.person_id) FILTER (WHERE p.category IS NULL)"]
        + ["district", "commune", "province"].map { "count(*) FILTER (WHERE p.level = '\($0)')" }
        + ["count(p.person_id) FILTER (WHERE p.level IS NULL)"]).joined(separator: ", ")

    private static let countColumns: [ReportColumn] = [
        .sum("people"), .sum("cadre"), .sum("civil_servant"), .sum("public_employee"), .sum("contract"),
        .sum("part_time"),
        .sum("no_category"), .sum("from_district"), .sum("from_commune"), .sum("from_province"), .sum("no_level"),
    ]
}
