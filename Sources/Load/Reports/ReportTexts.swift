// The titles, headings and other words of the reports, in the pipeline's language.

public import Personnel

/// The texts of the reports, from `language/reports.csv`: one text for each report and key.
///
/// A column's heading may stand under its report or, shared, under `common`; `value` holds the words for codes
/// (`category.cadre`, `sender.tuan-giao`), to which an officer may add.
public struct ReportTexts: Sendable {
    private let texts: [String: String]
    /// The words for codes, by domain and code.
    private let labels: [String: [String: String]]

    /// The place of each code of a domain among the words for it.
    private let places: [String: [String: Int]]

    static let common = "common"
    static let value = "value"

    /// Checks that every text that a report needs is there, and that no row is for nothing.
    ///
    /// - parameter table: columns `report`, `key`, `text`.
    public init(_ table: ReferenceTable) throws(ReferenceError) {
        let (report, key, text) = (
            try table.column("report"), try table.column("key"), try table.column("text")
        )
        let needed = Self.neededKeys()
        var texts: [String: String] = [:]
        for row in table.rows {
            let name = Self.name(row.cells[report], row.cells[key])
            guard row.cells[report] == Self.value || needed.known.contains(name) else {
                throw table.mistake(in: row, column: "key", expected: "a key that the report \(row.cells[report]) uses")
            }
            guard !row.cells[text].isEmpty else { throw table.mistake(in: row, column: "text", expected: "a text") }
            guard texts.updateValue(row.cells[text], forKey: name) == nil else {
                throw table.mistake(in: row, column: "key", expected: "each key once")
            }
        }
        for alternatives in needed.required where !alternatives.contains(where: { texts[$0] != nil }) {
            throw ReferenceError(
                path: table.path, line: (table.rows.last?.line ?? 1) + 1, expected: "a text for \(alternatives[0])",
                found: "")
        }
        self.texts = texts
        var labels: [String: [String: String]] = [:]
        var places: [String: [String: Int]] = [:]
        for (place, row) in table.rows.enumerated() where row.cells[report] == Self.value {
            let parts = row.cells[key].split(separator: ".", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            labels[parts[0], default: [:]][parts[1]] = row.cells[text]
            places[parts[0], default: [:]][parts[1]] = place
        }
        self.labels = labels
        self.places = places
    }

    /// A text of a report, or the one shared by all; the key itself where there is none, which loading rules out.
    subscript(report: String, key: String) -> String {
        texts[Self.name(report, key)] ?? texts[Self.name(Self.common, key)] ?? key
    }

    /// A text that need not be there.
    func optional(_ report: String, _ key: String) -> String? { texts[Self.name(report, key)] }

    /// The word for a code of a domain; the code itself where the language has none.
    func label(_ domain: String, _ code: String) -> String { labels[domain]?[code] ?? code }

    /// A code's place among the words of its domain, which is the order that people know; the last for unknown codes.
    func place(_ domain: String, _ code: String) -> Int { places[domain]?[code] ?? Int.max }

    /// The codes of a domain that the language has words for, in alphabetical order.
    func codes(of domain: String) -> [String] { (labels[domain] ?? [:]).keys.sorted() }

    /// The words for levels of qualification and political theory, by domain and code (`qualification.bachelor`).
    public var trainingLabels: [String: String] {
        var found: [String: String] = [:]
        for domain in ["qualification", "political_theory"] {
            for (code, text) in labels[domain] ?? [:] { found[domain + "." + code] = text }
        }
        return found
    }

    private static func name(_ report: String, _ key: String) -> String { report + "/" + key }

    /// What must be there, each with the names under which it may be, and every name that may be there.
    private static func neededKeys() -> (required: [[String]], known: Set<String>) {
        var required = ["organisation", "as_of", "source", "total", "decimal_mark"].map { [name(common, $0)] }
        var known: Set<String> = []
        for report in ReportCatalogue.reports {
            required.append([name(report.name, "title")])
            known.insert(name(report.name, "note"))
            for key in report.parts.flatMap({ $0.textKeys }) {
                required.append([name(report.name, key), name(common, key)])
            }
        }
        required += RosterReport.ownKeys.map { [name(RosterReport.report.name, $0)] }
        required += HandoverReport.ownKeys.map { [name(HandoverReport.report.name, $0)] }
        required += RejectedRowsReport.ownKeys.map { [name(RejectedRowsReport.report.name, $0)] }
        for (domain, codes) in valueDomains { required += codes.map { [name(value, domain + "." + $0)] } }
        known.formUnion(required.flatMap { $0 })
        return (required, known)
    }

    private static let valueDomains: [(String, [String])] = [
        ("category", Category.allCases.map(\.rawValue)),
        ("level", Level.allCases.map(\.rawValue)),
        ("gender", Gender.allCases.map(\.rawValue)),
        ("qualification", Qualification.allCases.map(\.rawValue)),
        ("political_theory", PoliticalTheory.allCases.map(\.rawValue)),
        ("status", AssignmentStatus.allCases.map(\.rawValue)),
        ("severity", Severity.allCases.map(\.rawValue)),
        ("file_status", [FileStatus.loaded.rawValue, FileStatus.refused.rawValue]),
        ("total_status", ["agrees", "differs", "not_stated"]),
        ("scope", ["section", "sheet"] + ControlFigure.Scope.allCases.map(\.rawValue)),
        ("dossier", DossierStatus.allCases.map(\.rawValue)),
        ("matter", ["settles", "one_leaves", "two_places", "counted_twice", "open", "leaving"]),
        ("change", ["new", "back", "gone", "merged", "split", "unit", "assignment", "value"]),
        ("share", [SuccessionShare.whole.rawValue, SuccessionShare.part.rawValue]),
    ]
}

extension ReportPart {
    /// The keys of the texts that the part shows.
    var textKeys: [String] {
        var keys = columns.map { "column." + $0.key } + columns.compactMap { $0.group.map { "group." + $0 } }
        if let subtitle { keys.append(subtitle) }
        if !section.isEmpty { keys.append("section") }
        return keys + textArguments
    }
}
