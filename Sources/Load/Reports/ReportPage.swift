// A report on its page: the title block, the heading, the rows with their sections and totals.

import GRDB
import Personnel

/// Writes the parts of a report into its file.
struct ReportPage {
    let db: Database
    let texts: ReportTexts
    let labels: FieldLabels
    let report: Report
    let file: ReportFile
    private let evidenceWords = EvidenceWords()

    init(db: Database, texts: ReportTexts, labels: FieldLabels, report: Report, file: ReportFile) {
        self.db = db
        self.texts = texts
        self.labels = labels
        self.report = report
        self.file = file
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

    /// The lines above the heading: who reports, what, as of when, from which run and how many lists.
    ///
    /// - parameter subject: what the file is about where it is about one unit or sender alone.
    func writeTitle(of subject: String? = nil) throws {
        guard let run = try Row.fetchOne(db, sql: Self.runSQL) else { return }
        let title = subject.map { fill(texts[report.name, "title_of_one"], [$0]) } ?? texts[report.name, "title"]
        var lines = [texts["common", "organisation"], title]
        lines.append(fill(texts["common", "as_of"], [dayFirst(run[0])]))
        lines.append(fill(texts["common", "source"], [run[1], run[2], run[3], run[4]]))
        if let note = texts.optional(report.name, "note") { lines.append(note) }
        for line in lines { try file.row([.text(line)]) }
        try file.row([])
    }

    private static let runSQL = """
        SELECT as_of, run_id,
            CAST((SELECT count(*) FROM source_file WHERE status = 'loaded') AS TEXT),
            CAST((SELECT count(DISTINCT sender) FROM source_file) AS TEXT),
            CAST((SELECT count(*) FROM source_file WHERE status = 'refused') AS TEXT)
        FROM run
        """

    /// The heading: one row, or two where columns stand in groups; and the columns' numbers where they have them.
    func writeHeading(of part: ReportPart) throws {
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

    /// The rows of a part, their section headings, and the total; answers how many rows of data there are.
    func writeRows(of part: ReportPart, arguments: StatementArguments = StatementArguments()) throws -> Int {
        var (count, ordinal) = (0, 0)
        var sums = [Int](repeating: 0, count: part.columns.count)
        var section: [String]?
        let words = part.textArguments.map { ($0, texts[report.name, $0]) }
        let rows = try Row.fetchCursor(
            db, sql: part.sql, arguments: arguments + StatementArguments(Dictionary(uniqueKeysWithValues: words)))
        while let row = try rows.next() {
            let head = part.section.enumerated().map { text(of: $1, row, $0) ?? "" }
            if !head.isEmpty && head != section {
                section = head
                ordinal = 0
                try file.row([.empty, .text(fill(texts[report.name, "section"], head))])
            }
            count += 1
            ordinal += 1
            var cells: [ReportCell] = []
            cells.reserveCapacity(part.columns.count)
            var next = part.section.count
            for (index, column) in part.columns.enumerated() {
                if case .ordinal = column.kind {
                    cells.append(.number(ordinal))
                } else {
                    if column.isSummed { sums[index] += (row[next] as Int?) ?? 0 }
                    cells.append(cell(column.kind, row, next))
                    next += 1
                }
            }
            try file.row(cells)
        }
        if part.hasTotal { try writeTotal(of: part, sums) }
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

    private func cell(_ kind: ReportColumn.Kind, _ row: Row, _ index: Int) -> ReportCell {
        if case .number = kind { return (row[index] as Int?).map { .number($0) } ?? .empty }
        guard let text = text(of: kind, row, index) else { return .empty }
        switch kind {
        case .decimal, .percent: return .ready(text)
        case .date where text.utf8.count == 10: return .ready(text)
        default: return .text(text)
        }
    }

    private func text(of kind: ReportColumn.Kind, _ row: Row, _ index: Int) -> String? {
        switch kind {
        case .ordinal: nil
        case .number: (row[index] as Int?).map(String.init)
        case .decimal: (row[index] as Double?).map { decimal(Hundredths(Int32(($0 * 100).rounded())).description) }
        case .percent: (row[index] as Double?).map(percent)
        case .date: (row[index] as String?).map(dayFirst)
        case .text: row[index]
        case .label(let domain): (row[index] as String?).map { texts.label(domain, $0) }
        case .field: (row[index] as String?).map { labels[name: $0] }
        case .evidence: (row[index] as String?).map(evidence)
        }
    }

    private func decimal(_ text: String) -> String {
        text.split(separator: ".").joined(separator: texts["common", "decimal_mark"])
    }

    /// A share with one decimal. Only all is 100%, and only nothing is 0%: what is not quite certain must not look so.
    private func percent(_ share: Double) -> String {
        var tenths = Int((share * 1000).rounded())
        if share < 1 { tenths = min(tenths, 999) }
        if share > 0 { tenths = max(tenths, 1) }
        return "\(tenths / 10)\(texts["common", "decimal_mark"])\(tenths % 10)%"
    }

    /// Lines that the database joined with line feeds, each with its field and level in the language's words.
    private func evidence(_ lines: String) -> String {
        evidenceWords.words(for: lines) { line in
            guard let colon = line.firstIndex(of: ":") else { return String(line) }
            let level = line[line.index(after: colon)...].drop { $0 == " " }
            return labels[name: String(line[..<colon])] + ": " + texts.label("evidence", String(level))
        }
    }

    /// `05/03/1980`, `03/1980`, `1980`.
    private func dayFirst(_ iso: String) -> String { iso.split(separator: "-").reversed().joined(separator: "/") }

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
