// What each old unit hands over to whom, ready for the minutes; and what still has no receiver.

import GRDB

/// The report `handover`: sums by giver, receiver and kind, what is open, then every item; and a file for each giver and
/// receiver under `handover/`, which is the list that the minutes of that handover take.
enum HandoverReport {
    static let report = Report(
        name: "handover", parts: [sums, open, assets(ofOnePair: false), balances(ofOnePair: false)])

    /// Texts beside those of the parts.
    static let ownKeys = [
        "title_of_one", "between", "assets_of_one", "balances_of_one", "signers_giver", "signers_receiver",
    ]

    private static let sums = ReportPart(
        subtitle: "sums",
        sql: """
            SELECT o.name, n.name, i.kind_name, iif(i.status = 'assigned', NULL, i.status), count(*), sum(i.original_cost),
                sum(i.residual_value), sum(i.remaining)
            FROM (
                SELECT row_id, old_unit_id, new_unit_id, status, kind_name, original_cost, residual_value, NULL AS remaining
                FROM asset
                UNION ALL SELECT row_id, old_unit_id, new_unit_id, status, kind_name, NULL, NULL, remaining FROM balance
            ) i LEFT JOIN old_unit o ON o.unit_id = i.old_unit_id LEFT JOIN new_unit n ON n.unit_id = i.new_unit_id
            GROUP BY o.unit_id, n.unit_id, i.status, i.kind_name
            ORDER BY o.unit_id IS NULL, o.position, n.unit_id IS NULL, n.position, min(i.row_id)
            """,
        columns: [
            .ordinal, ReportColumn("giver"), ReportColumn("receiver"), ReportColumn("kind"),
            ReportColumn("outcome", .label("status")), .sum("items"), .sum("original_cost"), .sum("residual_value"),
            .sum("remaining"),
        ],
        isLeftOutWhenEmpty: true)

    private static let open = ReportPart(
        subtitle: "open",
        sql: """
            SELECT o.name, i.kind_name, i.name, i.receiver, i.original_cost, i.residual_value, i.remaining, n.name, i.basis,
                f.path, r.sheet, r.row_number
            FROM (
                SELECT row_id, old_unit_id, new_unit_id, status, kind_name, name, receiver, original_cost, residual_value,
                    NULL AS remaining, basis FROM asset
                UNION ALL SELECT row_id, old_unit_id, new_unit_id, status, kind_name, content, receiver, NULL, NULL,
                    remaining, basis FROM balance
            ) i JOIN source_row r USING (row_id) JOIN source_file f USING (file_id)
                LEFT JOIN old_unit o ON o.unit_id = i.old_unit_id LEFT JOIN new_unit n ON n.unit_id = i.new_unit_id
            WHERE i.status <> 'assigned' ORDER BY o.unit_id IS NULL, o.position, i.row_id
            """,
        columns: [
            .ordinal, ReportColumn("giver"), ReportColumn("kind"), ReportColumn("item"),
            ReportColumn("named_receiver"), .sum("original_cost"), .sum("residual_value"), .sum("remaining"),
            ReportColumn("default_unit"), ReportColumn("what_settles"), ReportColumn("path"), ReportColumn("sheet"),
            ReportColumn("row_number", .number),
        ],
        isLeftOutWhenEmpty: true)

    private static func assets(ofOnePair: Bool) -> ReportPart {
        ReportPart(
            subtitle: ofOnePair ? "assets_of_one" : "assets",
            sql: """
                SELECT \(ofOnePair ? "" : "o.name, n.name,") a.name, a.code, a.kind_name, a.measure,
                    iif(a.quantity = CAST(a.quantity AS INTEGER), CAST(CAST(a.quantity AS INTEGER) AS TEXT),
                        CAST(a.quantity AS TEXT)),
                    a.year_in_use, a.original_cost, a.residual_value, a.condition,
                    (SELECT group_concat(json_extract(value, '$.heading') || ': ' || json_extract(value, '$.value'), '; ')
                        FROM json_each(a.details)), a.basis, a.note
                FROM asset a LEFT JOIN old_unit o ON o.unit_id = a.old_unit_id JOIN new_unit n ON n.unit_id = a.new_unit_id
                WHERE a.status = 'assigned' \(ofOnePair ? pair : "")
                ORDER BY o.unit_id IS NULL, o.position, n.position, \(ofOnePair ? "a.kind_name," : "") a.row_id
                """,
            section: ofOnePair ? [] : [.text, .text],
            columns: [
                .ordinal, ReportColumn("asset"), ReportColumn("code"), ReportColumn("kind"), ReportColumn("measure"),
                ReportColumn("quantity"), ReportColumn("year_in_use", .number), .sum("original_cost"),
                .sum("residual_value"), ReportColumn("condition"), ReportColumn("details"), ReportColumn("basis"),
                ReportColumn("note"),
            ],
            isNumbered: ofOnePair, isLeftOutWhenEmpty: true)
    }

    private static func balances(ofOnePair: Bool) -> ReportPart {
        ReportPart(
            subtitle: ofOnePair ? "balances_of_one" : "balances",
            sql: """
                SELECT \(ofOnePair ? "" : "o.name, n.name,") b.content, b.budget_code, b.kind_name, b.opening,
                    b.allotted, b.used, b.remaining, b.basis, b.note
                FROM balance b LEFT JOIN old_unit o ON o.unit_id = b.old_unit_id
                    JOIN new_unit n ON n.unit_id = b.new_unit_id
                WHERE b.status = 'assigned' \(ofOnePair ? pair : "")
                ORDER BY o.unit_id IS NULL, o.position, n.position, \(ofOnePair ? "b.kind_name," : "") b.row_id
                """,
            section: ofOnePair ? [] : [.text, .text],
            columns: [
                .ordinal, ReportColumn("content"), ReportColumn("budget_code"), ReportColumn("kind"), .sum("opening"),
                .sum("allotted"), .sum("used"), .sum("remaining"), ReportColumn("basis"), ReportColumn("note"),
            ],
            isNumbered: ofOnePair, isLeftOutWhenEmpty: true)
    }

    private static let pair = "AND o.unit_id IS :giver AND n.unit_id = :receiver"

    // MARK: - One giver and one receiver

    /// A giver and a receiver between whom something passes.
    struct Pair {
        let giver: String?
        let receiver: String
        let names: [String]
    }

    static func pairs(_ db: Database) throws -> [Pair] {
        let sql = """
            SELECT o.unit_id, n.unit_id, coalesce(o.name, ''), n.name
            FROM (
                SELECT old_unit_id, new_unit_id FROM asset WHERE status = 'assigned'
                UNION SELECT old_unit_id, new_unit_id FROM balance WHERE status = 'assigned'
            ) i LEFT JOIN old_unit o ON o.unit_id = i.old_unit_id JOIN new_unit n ON n.unit_id = i.new_unit_id
            ORDER BY o.unit_id IS NULL, o.position, n.position
            """
        return try Row.fetchAll(db, sql: sql).map { Pair(giver: $0[0], receiver: $0[1], names: [$0[2], $0[3]]) }
    }

    /// The list of one handover, with its parties in the title and the places for their signatures below.
    static func write(_ pair: Pair, on page: ReportPage) throws -> Int {
        try page.writeTitle(of: page.fill(page.texts[report.name, "between"], pair.names))
        let arguments: StatementArguments = ["giver": pair.giver, "receiver": pair.receiver]
        var count = 0
        for part in [assets(ofOnePair: true), balances(ofOnePair: true)] {
            guard try Row.fetchOne(page.db, sql: part.sql, arguments: arguments) != nil else { continue }
            if count > 0 { try page.file.row([]) }
            if let subtitle = part.subtitle { try page.file.row([.text(page.texts[report.name, subtitle])]) }
            try page.writeHeading(of: part)
            count += try page.writeRows(of: part, arguments: arguments)
        }
        try page.file.row([])
        let signers = ["signers_giver", "signers_receiver"].map { page.texts[report.name, $0] }
        try page.file.row([.empty, .text(signers[0]), .empty, .empty, .empty, .empty, .empty, .text(signers[1])])
        return count
    }
}
