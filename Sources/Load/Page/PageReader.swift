// Reads the page's figures from the database of a run.

import GRDB
import Personnel

/// Asks the database of a run for what the page shows. The tables of senders, units and findings are in extensions.
struct PageReader {
    let db: Database
    let texts: ReportTexts
    let labels: FieldLabels
    let numbers: PageNumbers

    init(db: Database, texts: ReportTexts, labels: FieldLabels) {
        self.db = db
        self.texts = texts
        self.labels = labels
        numbers = PageNumbers(decimalMark: texts[ReportTexts.common, "decimal_mark"])
    }

    func content() throws -> PageContent {
        let run = try Row.fetchOne(db, sql: "SELECT as_of, run_id, tool_version, config_sha256 FROM run")
        guard let run else { throw LoadError.inconsistent("the database holds no run") }
        let communes = try units("u.code IS NOT NULL", keepsEmpty: true)
        let otherUnits = try units("u.code IS NULL", keepsEmpty: false)
        return PageContent(
            organisation: texts[ReportTexts.common, "organisation"],
            asOf: (run[0] as String).split(separator: "-").reversed().joined(separator: "/"),
            run: run[1], toolVersion: run[2], configuration: String((run[3] as String).prefix(12)),
            files: try files(), rows: try rows(), people: try people(),
            senders: try senders(), missingSenders: try missingSenders(), refusedFiles: try refusedFiles(),
            differingTotals: try differingTotals(), controls: try controls(),
            districts: try districts(),
            categories: Self.categories.map { texts.label("category", $0) },
            communes: communes, otherUnits: otherUnits, emptyUnits: try emptyUnits(),
            questions: try questions(), pairs: numbers.count(try count("SELECT count(*) FROM review_pair")),
            issues: try issues(), severities: try severities(), fields: try fields(),
            reports: reports())
    }

    private func files() throws -> FileFigures {
        let sql = """
            SELECT count(*), count(*) FILTER (WHERE status = 'loaded'), count(*) FILTER (WHERE status = 'refused'),
                count(DISTINCT sender)
            FROM source_file
            """
        let counts = try integers(sql).map(numbers.text)
        return FileFigures(all: counts[0], loaded: counts[1], refused: counts[2], senders: counts[3])
    }

    private func rows() throws -> RowFigures {
        let kinds = ["person", "rejected", "heading", "section", "total", "note", "blank"]
            .map { "total(rows) FILTER (WHERE kind = '\($0)')" }.joined(separator: ", ")
        let counts = try integers("SELECT total(rows), \(kinds) FROM row_count").map(numbers.text)
        return RowFigures(
            read: counts[0], person: counts[1], rejected: counts[2], heading: counts[3], section: counts[4],
            total: counts[5], note: counts[6], blank: counts[7])
    }

    private func people() throws -> PeopleFigures {
        let byStatus = try integers("SELECT \(Self.statusCounts) FROM assignment_count h")
        let places = try integers(
            """
            SELECT total(h.people) FILTER (WHERE u.code IS NOT NULL),
                total(h.people) FILTER (WHERE u.unit_id IS NOT NULL AND u.code IS NULL),
                total(h.people) FILTER (WHERE u.unit_id IS NULL AND h.status = 'leaving'),
                total(h.people) FILTER (WHERE u.unit_id IS NULL AND h.status <> 'leaving')
            FROM assignment_count h LEFT JOIN new_unit u ON u.unit_id = h.new_unit_id
            """)
        let all = byStatus.reduce(0, +)
        let settled = byStatus[0] + byStatus[3]
        let repeats = try count("SELECT total(rows) FROM row_count WHERE kind = 'person'") - all
        let shares = PageNumbers.perMilles(byStatus)
        let statuses = zip(Self.statuses, zip(byStatus, shares)).map { status, figures in
            StatusFigure(
                status: status, name: texts.label("status", status), count: numbers.text(figures.0),
                share: numbers.percent(perMille: figures.1))
        }
        return PeopleFigures(
            all: numbers.text(all), repeats: numbers.text(repeats), statuses: statuses,
            shares: numbers.percent(perMille: shares.reduce(0, +)), bar: bar(byStatus),
            settled: numbers.text(settled), settledShare: numbers.share(settled, of: all),
            inCommunes: numbers.text(places[0]), inOtherUnits: numbers.text(places[1]),
            withUnit: numbers.text(places[0] + places[1]), leaving: numbers.text(places[2]),
            withoutUnit: numbers.text(places[3]))
    }

    /// The reports in the order in which they are written. A short name may stand under `value`, `report.<name>`.
    private func reports() -> [PageLink] {
        ReportCatalogue.reports.map { report in
            let short = texts.label("report", report.name)
            return PageLink(
                name: short == report.name ? texts[report.name, "title"] : short,
                link: Self.link(to: "reports/" + report.name + ".csv"))
        }
    }
}

extension PageReader {
    static let statuses = ["assigned", "review", "unresolved", "leaving"]
    static let statusCounts = statuses.map { AssignmentCounts.people("status = '\($0)'") }.joined(separator: ", ")
    static let categories = Category.allCases.map(\.rawValue)

    /// The parts of a bar, in order of the statuses; those without width are left out.
    func bar(_ byStatus: [Int]) -> [BarPart] {
        var start = 0
        var parts: [BarPart] = []
        for (status, width) in zip(Self.statuses, PageNumbers.perMilles(byStatus)) where width > 0 {
            parts.append(BarPart(status: status, start: start, width: width))
            start += width
        }
        return parts
    }

    /// A table of lines and their numbers, with the sum of each column.
    func table(_ lines: [(line: PageLine, counts: [Int])], columns: Int) -> PageTable {
        var sums = [Int](repeating: 0, count: columns)
        for line in lines { for (index, count) in line.counts.enumerated() { sums[index] += count } }
        return PageTable(
            lines: lines.map { with($0.line, $0.counts) }, total: with(PageLine(), sums), hasLines: !lines.isEmpty)
    }

    private func with(_ line: PageLine, _ counts: [Int]) -> PageLine {
        var line = line
        line.counts = counts.map(numbers.count)
        return line
    }

    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }

    /// The numbers of the only row of a query.
    func integers(_ sql: String) throws -> [Int] {
        guard let row = try Row.fetchOne(db, sql: sql) else { throw LoadError.inconsistent("a count gave no row") }
        return Self.integers(row, from: 0)
    }

    /// The numbers of a row from a column on; 0 where there is none.
    static func integers(_ row: Row, from start: Int) -> [Int] { (start..<row.count).map { row[$0] ?? 0 } }

    /// A path relative to the page, percent-encoded (RFC 3986, section 3.3).
    static func link(to path: String) -> String {
        var link = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                link.unicodeScalars.append(Unicode.Scalar(byte))
            default: link += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return link
    }
}
