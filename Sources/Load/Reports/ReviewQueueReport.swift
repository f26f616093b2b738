// Pairs of people who may be one, side by side, for a person to decide.

/// The report `review-queue`: the likeliest pairs first; none is shown as certain, for each waits for a yes.
///
/// The column `decision` is empty, for `same` or `different`.
enum ReviewQueueReport {
    static let report = Report(
        name: "review-queue",
        parts: [
            ReportPart(
                sql: """
                    SELECT min(v.probability, 0.999), CAST(v.left_person_id AS TEXT), CAST(v.right_person_id AS TEXT),
                        \(sides("full_name")), \(sides("birth_date")), \(sides("gender")),
                        coalesce(l.national_id, l.old_national_id), coalesce(r.national_id, r.old_national_id),
                        \(sides("position")), coalesce(lu.name, l.unit), coalesce(ru.name, r.unit),
                        \(place(of: "l")), \(place(of: "r")),
                        (SELECT group_concat(value, char(10)) FROM json_each(v.evidence)), NULL
                    FROM review_pair v JOIN person l ON l.person_id = v.left_person_id
                        JOIN person r ON r.person_id = v.right_person_id
                        LEFT JOIN old_unit lu ON lu.unit_id = l.old_unit_id
                        LEFT JOIN old_unit ru ON ru.unit_id = r.old_unit_id
                    ORDER BY v.probability DESC, v.left_person_id, v.right_person_id
                    """,
                columns: [
                    .ordinal, ReportColumn("probability", .percent), ReportColumn("left_person_id"),
                    ReportColumn("right_person_id"), ReportColumn("left_full_name"), ReportColumn("right_full_name"),
                    ReportColumn("left_birth_date", .date), ReportColumn("right_birth_date", .date),
                    ReportColumn("left_gender", .label("gender")), ReportColumn("right_gender", .label("gender")),
                    ReportColumn("left_national_id"), ReportColumn("right_national_id"), ReportColumn("left_position"),
                    ReportColumn("right_position"), ReportColumn("left_unit"), ReportColumn("right_unit"),
                    ReportColumn("left_place"), ReportColumn("right_place"), ReportColumn("evidence", .evidence),
                    ReportColumn("decision"),
                ])
        ])

    private static func sides(_ column: String) -> String { "l.\(column), r.\(column)" }

    /// The first row of a person: `tuan-giao/cap-xa.csv, Sheet1, 12`.
    private static func place(of side: String) -> String {
        """
        (SELECT f.path || ', ' || iif(s.sheet = '', '', s.sheet || ', ') || s.row_number
        FROM source_row s JOIN source_file f USING (file_id)
        WHERE s.person_id = \(side).person_id ORDER BY s.row_id LIMIT 1)
        """
    }
}
