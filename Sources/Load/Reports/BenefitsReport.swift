// What those who leave are owed, regime by regime, with the formula of every amount and what is missing.

/// The report `benefits`.
enum BenefitsReport {
    static let report = Report(name: "benefits", parts: [sums, people])

    private static let sums = ReportPart(
        subtitle: "sums",
        sql: """
            SELECT title, count(*), count(amount_vnd),
                count(*) FILTER (WHERE json_array_length(inputs, '$.missing') > 0), sum(amount_vnd)
            FROM benefit GROUP BY regime, title ORDER BY min(rowid)
            """,
        columns: [
            .ordinal, ReportColumn("regime"), .sum("people"), .sum("reckoned"), .sum("lacking"), .sum("amount"),
        ],
        isLeftOutWhenEmpty: true)

    private static let people = ReportPart(
        subtitle: "people",
        sql: """
            SELECT CAST(p.person_id AS TEXT), p.full_name, p.birth_date, p.gender, p.category, p.position,
                coalesce(o.name, p.unit), b.title,
                json_extract(b.inputs, '$.leaves'), json_extract(b.inputs, '$.pension'), b.months,
                json_extract(b.inputs, '$.salary'), json_extract(b.inputs, '$.insurance_months'), b.amount_vnd, b.basis,
                a.basis
            FROM benefit b JOIN person p USING (person_id) JOIN assignment a USING (person_id)
                LEFT JOIN old_unit o ON o.unit_id = p.old_unit_id
            ORDER BY b.regime = 'unknown', b.regime IN ('none', 'retirement'), b.regime, o.unit_id IS NULL, o.position,
                name_order(p.full_name), p.birth_date, p.person_id
            """,
        columns: [
            .ordinal, ReportColumn("person_id"), ReportColumn("full_name"), ReportColumn("birth_date", .date),
            ReportColumn("gender", .label("gender")), ReportColumn("category", .label("category")),
            ReportColumn("position"), ReportColumn("old_unit"), ReportColumn("regime"), ReportColumn("leaves", .date),
            ReportColumn("pension", .date), ReportColumn("months", .number), ReportColumn("salary", .number),
            ReportColumn("insurance_months", .number), .sum("amount"), ReportColumn("formula"), ReportColumn("basis"),
        ],
        isNumbered: true)
}
