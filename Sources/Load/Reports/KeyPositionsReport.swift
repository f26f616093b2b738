// The key positions of each new commune and ward in the form that goes to appraisal, and how far the dossiers are.

/// The report `key-positions`.
enum KeyPositionsReport {
    static let report = Report(name: "key-positions", parts: [summary, dossiers])

    private static let statuses = ["ready", "incomplete", "below_standard", "vacant"]

    private static let summary = ReportPart(
        subtitle: "summary",
        sql: """
            SELECT u.code, u.name, count(*), \(statuses.map { "count(*) FILTER (WHERE k.status = '\($0)')" }
                .joined(separator: ", "))
            FROM key_position k JOIN new_unit u ON u.unit_id = k.new_unit_id GROUP BY u.unit_id ORDER BY u.position
            """,
        columns: [.ordinal, ReportColumn("code"), ReportColumn("new_unit"), .sum("positions")]
            + statuses.map(ReportColumn.sum),
        isLeftOutWhenEmpty: true)

    private static let dossiers = ReportPart(
        subtitle: "dossiers",
        sql: """
            SELECT u.name, k.title, p.full_name, iif(p.gender IS 'female', NULL, p.birth_date),
                iif(p.gender IS 'female', p.birth_date, NULL), p.ethnicity, p.position, coalesce(o.name, p.unit),
                p.qualification, p.political_theory, p.party_joined, p.recruited_on, k.remaining_months, k.status,
                (SELECT group_concat(json_extract(value, '$.message'), '; ') FROM json_each(k.findings)),
                CAST(p.person_id AS TEXT)
            FROM key_position k JOIN new_unit u ON u.unit_id = k.new_unit_id LEFT JOIN person p USING (person_id)
                LEFT JOIN old_unit o ON o.unit_id = p.old_unit_id
            ORDER BY k.position
            """,
        section: [.text],
        columns: [
            .ordinal, ReportColumn("title"), ReportColumn("full_name"), ReportColumn("male", .date, group: "birth"),
            ReportColumn("female", .date, group: "birth"), ReportColumn("ethnicity"), ReportColumn("position"),
            ReportColumn("old_unit"), ReportColumn("qualification", .label("qualification"), group: "training"),
            ReportColumn("political_theory", .label("political_theory"), group: "training"),
            ReportColumn("party_joined", .date), ReportColumn("recruited_on", .date),
            ReportColumn("remaining_months", .number), ReportColumn("dossier", .label("dossier")),
            ReportColumn("findings"), ReportColumn("person_id"),
        ],
        isNumbered: true)
}
