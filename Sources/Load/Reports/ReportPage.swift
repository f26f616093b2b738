// A report on its page, from the database: the title block, the heading, the rows with their sections and totals.

import GRDB
import Personnel

/// Writes the parts of a report into its file.
struct ReportPage {
    let db: Database
    let paper: ReportPaper
    private let labels: FieldLabels

    var texts: ReportTexts { paper.texts }
    var report: Report { paper.report }
    var file: ReportFile { paper.file }

    init(db: Database, texts: ReportTexts, labels: FieldLabels, report: Report, file: ReportFile) {
        self.db = db
        paper = ReportPaper(texts: texts, report: report, file: file)
        self.labels = labels
    }

    /// Writes the title block and all parts; answers how many rows of data there are.
    func writeAll() throws -> Int {
        try writeTitle()
        var count = 0
        for (index, part) in report.parts.enumerated() {
            if part.isLeftOutWhenEmpty, try Row.fetchOne(db, sql: part.sql) == nil { continue }
            if index > 0 { try file.row([]) }
            if let subtitle = part.subtitle { try file.row([.text(texts[report.name, subtitle])]) }
            try writeHeading(of: part)
            count += try writeRows(of: part)
        }
        return count
    }

    /// The lines above the heading.
    ///
    /// - parameter subject: what the file is about where it is about one unit or sender alone.
    func writeTitle(of subject: String? = nil) throws {
        guard let head = try ReportHead(db) else { return }
        try paper.writeTitle(head, of: subject)
    }

    func writeHeading(of part: ReportPart) throws { try paper.writeHeading(of: part) }

    func fill(_ template: String, _ values: [String]) -> String { paper.fill(template, values) }

    /// The rows of a part, their section headings, and the total; answers how many rows of data there are.
    func writeRows(of part: ReportPart, arguments: StatementArguments = StatementArguments()) throws -> Int {
        var writer = ReportRowWriter(part: part, words: ReportWords(texts: texts, labels: labels))
        var values = arguments
        for key in part.textArguments { values += StatementArguments([key: texts[report.name, key]]) }
        let count = try write(ReportRows(db, sql: part.sql, arguments: values), with: &writer)
        if part.hasTotal { try writeTotal(of: part, writer.sums) }
        return count
    }

    /// Writes the rows that are left of a query, with the section headings over them; answers how many there were.
    private func write(_ rows: ReportRows, with writer: inout ReportRowWriter) throws -> Int {
        var count = 0
        while try rows.next() {
            if let head = writer.newSection(in: rows) { try paper.writeSection(head) }
            count += 1
            writer.write(rows)
            try file.write(writer.line)
        }
        return count
    }

    private func writeTotal(of part: ReportPart, _ sums: [Int]) throws {
        var cells = zip(part.columns, sums).map { $0.isSummed ? ReportCell.number($1) : .empty }
        let place = part.columns.firstIndex { column in
            if case .ordinal = column.kind { false } else { !column.isSummed }
        }
        cells[place ?? 0] = .text(texts["common", "total"])
        try file.row(cells)
    }
}
