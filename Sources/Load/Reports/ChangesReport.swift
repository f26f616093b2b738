// What changed since the run before: people, their units, places and values, and the oddities of the lists.

/// The report `changes`: counts first, then who came, went, was merged or split, then what changed for those who stayed.
enum ChangesReport {
    static let report = Report(
        name: "changes", parts: [runs, summary, people, units, assignments, values, issues])

    /// The two runs that are compared.
    private static let runs = ReportPart(
        sql: "SELECT run_id, coalesce(predecessor, :first_run) FROM run", textArguments: ["first_run"],
        columns: [ReportColumn("run"), ReportColumn("predecessor")])

    private static let summary = ReportPart(
        subtitle: "summary",
        sql: """
            SELECT k.column1, (SELECT count(DISTINCT person_id) FROM change WHERE kind = k.column1)
            FROM (VALUES ('new'), ('back'), ('gone'), ('merged'), ('split'), ('unit'), ('assignment'), ('value')) k
            """,
        columns: [.ordinal, ReportColumn("kind", .label("change")), ReportColumn("people", .number)])

    private static let people = ReportPart(
        subtitle: "people",
        sql: """
            SELECT c.kind, CAST(c.person_id AS TEXT), c.full_name, p.birth_date, coalesce(u.name, p.unit),
                CAST(c.other_person_id AS TEXT), o.full_name, o.birth_date
            FROM change c LEFT JOIN person p USING (person_id) LEFT JOIN old_unit u ON u.unit_id = p.old_unit_id
                LEFT JOIN person o ON o.person_id = c.other_person_id
            WHERE c.kind IN ('new', 'back', 'gone', 'merged', 'split')
            ORDER BY label_order('change', c.kind), name_order(c.full_name), c.person_id
            """,
        columns: [
            .ordinal, ReportColumn("kind", .label("change")), ReportColumn("person_id"), ReportColumn("full_name"),
            ReportColumn("birth_date", .date), ReportColumn("old_unit"), ReportColumn("other_person_id"),
            ReportColumn("other_full_name"), ReportColumn("other_birth_date", .date),
        ], isLeftOutWhenEmpty: true)

    private static let units = ReportPart(
        subtitle: "units",
        sql: """
            SELECT CAST(person_id AS TEXT), full_name, before, after FROM change
            WHERE kind = 'unit' ORDER BY name_order(full_name), person_id
            """,
        columns: [
            .ordinal, ReportColumn("person_id"), ReportColumn("full_name"), ReportColumn("unit_before"),
            ReportColumn("unit_after"),
        ], isLeftOutWhenEmpty: true)

    private static let assignments = ReportPart(
        subtitle: "assignments",
        sql: """
            SELECT CAST(person_id AS TEXT), full_name, \(status("before")), \(unit("before")), \(status("after")),
                \(unit("after")), a.basis
            FROM change c JOIN assignment a USING (person_id)
            WHERE kind = 'assignment' ORDER BY name_order(full_name), person_id
            """,
        columns: [
            .ordinal, ReportColumn("person_id"), ReportColumn("full_name"),
            ReportColumn("status_before", .label("status")), ReportColumn("new_unit_before"),
            ReportColumn("status_after", .label("status")), ReportColumn("new_unit_after"), ReportColumn("basis"),
        ], isLeftOutWhenEmpty: true)

    private static let values = ReportPart(
        subtitle: "values",
        sql: """
            SELECT CAST(person_id AS TEXT), full_name, field, field || '|' || before, field || '|' || after
            FROM change WHERE kind = 'value' ORDER BY name_order(full_name), person_id, field_order(field)
            """,
        columns: [
            .ordinal, ReportColumn("person_id"), ReportColumn("full_name"), ReportColumn("field", .field),
            ReportColumn("before", .valueOfField), ReportColumn("after", .valueOfField),
        ], isLeftOutWhenEmpty: true)

    private static let issues = ReportPart(
        subtitle: "issues",
        sql: """
            SELECT c.sender, k.severity, k.title, c.before, c.appeared, c.resolved, c.after
            FROM issue_change c JOIN issue_code k USING (code)
            ORDER BY c.sender = '', label_order('sender', c.sender), c.sender,
                instr('error warning note', k.severity), c.code
            """,
        columns: [
            .ordinal, ReportColumn("sender", .label("sender")), ReportColumn("severity", .label("severity")),
            ReportColumn("issue"), .sum("issues_before"), .sum("appeared"), .sum("resolved"), .sum("issues_after"),
        ], isLeftOutWhenEmpty: true)

    /// The status before the bar in a value of `change`, and the unit behind it.
    private static func status(_ column: String) -> String { "substr(\(column), 1, instr(\(column), '|') - 1)" }
    private static func unit(_ column: String) -> String {
        "nullif(substr(\(column), instr(\(column), '|') + 1), '')"
    }
}
