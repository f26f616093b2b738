// The list of each new unit's people in the Department's form: what is printed and signed.

import GRDB

/// The report `roster`: one file with a section for each unit, and a file for each unit under `roster/`.
///
/// People stand in the alphabetical order of their given names, as Vietnamese lists are searched. The birth date stands
/// under Nam or Nữ; where the sex is not known, under Nam with a note.
enum RosterReport {
    static let report = Report(name: "roster", parts: [part(isOneUnit: false)])

    /// Texts beside those of the part.
    static let ownKeys = ["title_of_one"]

    private static func part(isOneUnit: Bool) -> ReportPart {
        ReportPart(
            sql: """
                SELECT \(isOneUnit ? "" : "u.unit_id, u.name, k.people,") p.full_name, iif(p.gender IS 'female', NULL, p.birth_date),
                    iif(p.gender IS 'female', p.birth_date, NULL), coalesce(p.national_id, p.old_national_id), p.ethnicity,
                    p.position, coalesce(o.name, p.unit), p.rank_code, p.salary_step, p.salary_coefficient,
                    p.qualification, p.political_theory,
                    substr(iif(p.gender IS NULL AND p.birth_date IS NOT NULL, '; ' || :unknown_gender, '')
                        || iif(a.status = 'review', '; ' || :in_review, '') || coalesce('; ' || p.note, ''), 3)
                FROM assignment a JOIN person p USING (person_id) JOIN new_unit u ON u.unit_id = a.new_unit_id
                    JOIN (SELECT new_unit_id, count(*) AS people FROM assignment GROUP BY new_unit_id) k
                        ON k.new_unit_id = a.new_unit_id
                    LEFT JOIN old_unit o ON o.unit_id = p.old_unit_id
                \(isOneUnit ? "WHERE a.new_unit_id = :unit" : "")
                ORDER BY u.position, name_order(p.full_name), p.birth_date, p.person_id
                """,
            section: isOneUnit ? [] : [.text, .text, .number],
            textArguments: ["unknown_gender", "in_review"],
            columns: [
                .ordinal, ReportColumn("full_name"), ReportColumn("male", .date, group: "birth"),
                ReportColumn("female", .date, group: "birth"), ReportColumn("national_id"), ReportColumn("ethnicity"),
                ReportColumn("position"), ReportColumn("old_unit"), ReportColumn("rank"),
                ReportColumn("salary_step", .number, group: "salary"),
                ReportColumn("salary_coefficient", .decimal, group: "salary"),
                ReportColumn("qualification", .label("qualification"), group: "training"),
                ReportColumn("political_theory", .label("political_theory"), group: "training"), ReportColumn("note"),
            ],
            isNumbered: true)
    }

    /// The units that get anybody.
    static func files(_ db: Database) throws -> [(key: String, title: String)] {
        let sql = """
            SELECT unit_id, name FROM new_unit u WHERE EXISTS (SELECT 1 FROM assignment a WHERE a.new_unit_id = u.unit_id)
            ORDER BY position
            """
        return try Row.fetchAll(db, sql: sql).map { ($0[0], $0[1]) }
    }

    /// The list of one unit, with its name in the title.
    static func writeUnit(_ unit: String, title: String, on page: ReportPage) throws -> Int {
        let part = part(isOneUnit: true)
        try page.writeTitle(of: title)
        try page.writeHeading(of: part)
        return try page.writeRows(of: part, arguments: ["unit": unit])
    }
}
