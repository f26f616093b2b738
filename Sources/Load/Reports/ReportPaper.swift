// What every report looks like: the lines above the table, its heading, texts with values in their places.

import GRDB
import Personnel

/// The facts that stand above every report.
struct ReportHead {
    /// ISO 8601.
    var asOf: String
    var runID: String
    var loadedFiles: Int
    var senders: Int
    var refusedFiles: Int

    /// From a finished database; nil where it holds no run.
    init?(_ db: Database) throws {
        let sql = """
            SELECT as_of, run_id, (SELECT count(*) FROM source_file WHERE status = 'loaded'),
                (SELECT count(DISTINCT sender) FROM source_file),
                (SELECT count(*) FROM source_file WHERE status = 'refused')
            FROM run
            """
        guard let row = try Row.fetchOne(db, sql: sql) else { return nil }
        (asOf, runID, loadedFiles, senders, refusedFiles) = (row[0], row[1], row[2], row[3], row[4])
    }

    /// From what the database is filled with.
    init(_ consolidation: Consolidation, run: RunFacts) {
        let files = consolidation.register.files
        asOf = run.asOf
        runID = run.runID
        loadedFiles = files.count { $0.status == .loaded }
        senders = Set(files.map(\.sender)).count
        refusedFiles = files.count { $0.status == .refused }
    }
}

/// The file of one report, and what is written into it whatever it is about.
struct ReportPaper {
    let texts: ReportTexts
    let report: Report
    let file: ReportFile

    /// Writes the lines above the heading: who reports, what, as of when, from which run and how many lists.
    ///
    /// - parameter subject: what the file is about where it is about one unit or sender alone.
    func writeTitle(_ head: ReportHead, of subject: String? = nil) throws(LoadError) {
        let title = subject.map { fill(texts[report.name, "title_of_one"], [$0]) } ?? texts[report.name, "title"]
        var lines = [texts["common", "organisation"], title]
        lines.append(fill(texts["common", "as_of"], [ReportWords.dayFirst(head.asOf)]))
        let counts = [head.loadedFiles, head.senders, head.refusedFiles].map { String($0) }
        lines.append(fill(texts["common", "source"], [head.runID] + counts))
        if let note = texts.optional(report.name, "note") { lines.append(note) }
        for line in lines { try file.row([.text(line)]) }
        try file.row([])
    }

    /// Writes the subtitle of a part below another one.
    func writeSubtitle(of part: ReportPart) throws(LoadError) {
        try file.row([])
        if let subtitle = part.subtitle { try file.row([.text(texts[report.name, subtitle])]) }
    }

    /// Writes the heading: one row, or two where columns stand in groups; and the columns' numbers where they have
    /// them.
    func writeHeading(of part: ReportPart) throws(LoadError) {
        let headings = part.columns.map { ReportCell.text(texts[report.name, "column." + $0.key]) }
        if part.columns.contains(where: { $0.group != nil }) {
            var upper: [ReportCell] = []
            var last: String?
            for (column, heading) in zip(part.columns, headings) {
                guard let group = column.group else {
                    upper.append(heading)
                    last = nil
                    continue
                }
                upper.append(group == last ? .empty : .text(texts[report.name, "group." + group]))
                last = group
            }
            try file.row(upper)
            try file.row(zip(part.columns, headings).map { $0.group == nil ? .empty : $1 })
        } else {
            try file.row(headings)
        }
        if part.isNumbered { try file.row(part.columns.indices.map { .number($0 + 1) }) }
    }

    /// Writes the heading of a section of the table.
    func writeSection(_ values: [String]) throws(LoadError) {
        try file.row([.empty, .text(fill(texts[report.name, "section"], values))])
    }

    /// Puts values in the places `{1}`, `{2}`, … of a text.
    func fill(_ template: String, _ values: [String]) -> String {
        var result = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let number = Int(rest[rest.index(after: open)..<close]) ?? 0
            result += values.indices.contains(number - 1) ? values[number - 1] : ""
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
