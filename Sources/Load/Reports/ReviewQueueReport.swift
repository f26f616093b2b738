// Pairs of people who may be one, side by side, for a person to decide.

/// The report `review-queue`: those first whose answer moves somebody or a headcount, among them the likeliest first; none
/// is shown as certain, for each waits for a yes.
///
/// The column `decision` is empty, for `same` or `different`.
enum ReviewQueueReport {
    static let report = Report(
        name: "review-queue",
        parts: [
            ReportPart(
                sql: """
                    SELECT v.matter, min(v.probability, 0.999), CAST(v.left_person_id AS TEXT),
                        CAST(v.right_person_id AS TEXT),
                        \(sides("full_name")), \(sides("birth_date")), \(sides("gender")),
                        coalesce(l.national_id, l.old_national_id), coalesce(r.national_id, r.old_national_id),
                        \(sides("position")), coalesce(lu.name, l.unit), coalesce(ru.name, r.unit),
                        ln.name, rn.name, \(place(of: "l")), \(place(of: "r")), \(differing),
                        (SELECT group_concat(value, char(10)) FROM json_each(v.evidence)), NULL
                    FROM (
                        SELECT p.*, la.new_unit_id AS left_unit_id, ra.new_unit_id AS right_unit_id, CASE
                            WHEN la.status IN ('unresolved', 'review') AND ra.status IN ('assigned', 'leaving')
                                OR ra.status IN ('unresolved', 'review') AND la.status IN ('assigned', 'leaving')
                                THEN 'settles'
                            WHEN la.status <> ra.status THEN 'one_leaves'
                            WHEN la.new_unit_id IS NOT ra.new_unit_id THEN 'two_places'
                            WHEN la.status = 'assigned' THEN 'counted_twice'
                            WHEN la.status = 'leaving' THEN 'leaving'
                            ELSE 'open' END AS matter
                        FROM review_pair p JOIN assignment la ON la.person_id = p.left_person_id
                            JOIN assignment ra ON ra.person_id = p.right_person_id
                    ) v JOIN person l ON l.person_id = v.left_person_id JOIN person r ON r.person_id = v.right_person_id
                        LEFT JOIN old_unit lu ON lu.unit_id = l.old_unit_id
                        LEFT JOIN old_unit ru ON ru.unit_id = r.old_unit_id
                        LEFT JOIN new_unit ln ON ln.unit_id = v.left_unit_id
                        LEFT JOIN new_unit rn ON rn.unit_id = v.right_unit_id
                    ORDER BY label_order('matter', v.matter), v.probability DESC, v.left_person_id, v.right_person_id
                    """,
                columns: [
                    .ordinal, ReportColumn("matter", .label("matter")), ReportColumn("probability", .percent),
                    ReportColumn("left_person_id"), ReportColumn("right_person_id"), ReportColumn("left_full_name"),
                    ReportColumn("right_full_name"), ReportColumn("left_birth_date", .date),
                    ReportColumn("right_birth_date", .date), ReportColumn("left_gender", .label("gender")),
                    ReportColumn("right_gender", .label("gender")), ReportColumn("left_national_id"),
                    ReportColumn("right_national_id"), ReportColumn("left_position"), ReportColumn("right_position"),
                    ReportColumn("left_unit"), ReportColumn("right_unit"), ReportColumn("left_new_unit"),
                    ReportColumn("right_new_unit"), ReportColumn("left_place"), ReportColumn("right_place"),
                    ReportColumn("differing", .fields), ReportColumn("evidence", .evidence), ReportColumn("decision"),
                ])
        ])

    /// The fields of which both people have a value, and not the same.
    private static let differing = [
        "full_name", "birth_date", "gender", "national_id", "old_national_id", "ethnicity", "home_town", "position",
        "unit", "category", "recruited_on", "party_joined", "phone",
    ].map { "iif(l.\($0) <> r.\($0), '\($0)' || char(10), '')" }.joined(separator: " || ")
        .replacing("l.unit <> r.unit", with: "coalesce(lu.name, l.unit) <> coalesce(ru.name, r.unit)")

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
