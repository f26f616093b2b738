// What goes back to the clerks: every rejected row and refused file, with the place, the reason and the cells as sent.

import GRDB

/// The report `rejected-rows`: one file with all, and a file for each sender under `rejected-rows/`.
///
/// A sender's file repeats the headings of the sender's own lists, so that the corrected rows can be sent in again.
enum RejectedRowsReport {
    static let report = Report(name: "rejected-rows", parts: [rows, RefusedFiles.part])

    /// Texts of the senders' files beside those of the parts.
    static let ownKeys = ["title_of_one", "block", "sheet", "files_of_one"]

    private static let rows = ReportPart(
        subtitle: "rows",
        sql: """
            SELECT f.sender, f.path, r.sheet, r.row_number, \(reason), \(remedy),
                (SELECT group_concat(iif(c.heading = '', '', c.heading || ': ') || c.value, ' | ')
                FROM rejected_cell c WHERE c.row_id = r.row_id AND c.value <> '')
            FROM source_row r JOIN source_file f USING (file_id)
            WHERE r.kind = 'rejected'
            ORDER BY label_order('sender', f.sender), f.sender, r.row_id
            """,
        columns: [
            .ordinal, ReportColumn("sender", .label("sender")), ReportColumn("path"), ReportColumn("sheet"),
            ReportColumn("row_number", .number), ReportColumn("reason"), ReportColumn("remedy"), ReportColumn("cells"),
        ])

    private static let reason = """
        (SELECT group_concat(message, '; ') FROM (SELECT message FROM issue i
        WHERE i.row_id = r.row_id AND i.severity = 'error' ORDER BY i.issue_id))
        """

    private static let remedy = """
        (SELECT group_concat(remedy, '; ') FROM (SELECT DISTINCT k.remedy FROM issue i JOIN issue_code k USING (code)
        WHERE i.row_id = r.row_id AND i.severity = 'error' ORDER BY i.issue_id))
        """

    /// The senders who get something back.
    static func senders(_ db: Database) throws -> [String] {
        let sql = """
            SELECT DISTINCT sender FROM source_file f WHERE status = 'refused'
                OR EXISTS (SELECT 1 FROM row_count c WHERE c.file_id = f.file_id AND c.kind = 'rejected' AND c.rows > 0)
            ORDER BY sender
            """
        return try String.fetchAll(db, sql: sql)
    }

    /// The ids of the rejected rows of each sender, by the bytes of its name, in order: found in one pass over all rows, not
    /// one for each sender.
    static func rowsBySender(_ db: Database) throws -> [[UInt8]: [Int64]] {
        let sql = """
            SELECT f.sender, r.row_id FROM source_row r JOIN source_file f USING (file_id) WHERE r.kind = 'rejected'
            """
        let rows = try Row.fetchAll(db, sql: sql)
        return Dictionary(grouping: rows) { Array(($0[0] as String).utf8) }
            .mapValues { $0.map { $0[1] as Int64 }.sorted() }
    }

    /// What goes back to one sender: a block for each run of rows under the same headings, then the refused files.
    static func write(_ rowIDs: [Int64], of sender: String, on page: ReportPage) throws -> Int {
        let texts = page.texts
        try page.writeTitle(of: texts.label("sender", sender))
        let fixed = ["row_number", "reason", "remedy"].map { ReportCell.text(texts[report.name, "column." + $0]) }
        let rowOfID = try page.db.cachedStatement(
            sql: """
                SELECT f.path, r.sheet, r.row_number, \(reason), \(remedy)
                FROM source_row r JOIN source_file f USING (file_id) WHERE r.row_id = ?
                """)
        let cellsOfRow = try page.db.cachedStatement(
            sql: "SELECT heading, value FROM rejected_cell WHERE row_id = ? ORDER BY position")
        var count = 0
        var block: [String]?
        for id in rowIDs {
            guard let row = try Row.fetchOne(rowOfID, arguments: [id]) else { continue }
            let cells = try Row.fetchAll(cellsOfRow, arguments: [id])
            let headings = cells.map { $0[0] as String }
            let (path, sheet): (String, String) = (row[0], row[1])
            if block != [path, sheet] + headings {
                if block != nil { try page.file.row([]) }
                block = [path, sheet] + headings
                let place = page.fill(texts[report.name, "block"], [path])
                let part = sheet.isEmpty ? "" : page.fill(texts[report.name, "sheet"], [sheet])
                try page.file.row([.text(place + part)])
                try page.file.row(fixed + headings.map { .text($0) })
            }
            let facts: [ReportCell] = [.number(row[2]), .text(row[3] ?? ""), .text(row[4] ?? "")]
            try page.file.row(facts + cells.map { .text($0[1]) })
            count += 1
        }
        return try count + writeRefused(of: sender, isFirst: count == 0, on: page)
    }

    private static func writeRefused(of sender: String, isFirst: Bool, on page: ReportPage) throws -> Int {
        let part = RefusedFiles.part(ofSender: true)
        let sql = "SELECT count(*) FROM source_file WHERE status = 'refused' AND sender = ?"
        guard try Int.fetchOne(page.db, sql: sql, arguments: [sender]) != 0 else { return 0 }
        if !isFirst { try page.file.row([]) }
        try page.file.row([.text(page.texts[report.name, "files_of_one"])])
        try page.writeHeading(of: part)
        return try page.writeRows(of: part, arguments: ["sender": sender])
    }
}

/// The table of files that were not read.
enum RefusedFiles {
    static let part = part(ofSender: false)

    static func part(ofSender: Bool) -> ReportPart {
        ReportPart(
            subtitle: "files",
            sql: """
                SELECT sender, path, message FROM source_file
                WHERE status = 'refused' \(ofSender ? "AND sender = :sender" : "")
                ORDER BY label_order('sender', sender), sender, file_id
                """,
            columns: [
                .ordinal, ReportColumn("sender", .label("sender")), ReportColumn("path"), ReportColumn("reason"),
            ])
    }
}
