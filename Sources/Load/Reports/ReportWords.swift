// How values read in the pipeline's language: codes, fields, evidence, numbers, dates.

import Personnel

/// Puts values into words.
struct ReportWords {
    private let texts: ReportTexts
    private let labels: FieldLabels
    let decimalMark: String

    init(texts: ReportTexts, labels: FieldLabels) {
        self.texts = texts
        self.labels = labels
        decimalMark = texts[ReportTexts.common, "decimal_mark"]
    }

    /// A text of a report.
    func text(_ report: String, _ key: String) -> String { texts[report, key] }

    /// What a code stands for; the text itself for kinds that have no words.
    func word(_ kind: ReportColumn.Kind, for code: String) -> String {
        switch kind {
        case .label(let domain): texts.label(domain, code)
        case .field: label(ofField: code)
        case .fields: code.split(separator: "\n").map { label(ofField: String($0)) }.joined(separator: "; ")
        case .valueOfField: valueOfField(code)
        case .evidence: evidence(code.split(separator: "\n").map { String($0) })
        case .ordinal, .text, .number, .decimal, .percent, .date: code
        }
    }

    /// The place of a code among the words of its domain; the last for one that has none.
    func place(_ domain: String, _ code: String) -> Int { texts.place(domain, code) }

    /// Pieces of evidence in the language's words.
    func evidence(_ lines: [String]) -> String { lines.map(told).joined(separator: "; ") }

    /// One comparison (`birth_date: equal`): its field and level in the language's words.
    private func told(_ line: String) -> String {
        guard let colon = line.firstIndex(of: ":") else { return line }
        let level = line[line.index(after: colon)...].drop { $0 == " " }
        return label(ofComparison: String(line[..<colon])) + ": " + texts.label("evidence", String(level))
    }

    private func label(ofField name: String) -> String { labels[name: name] }

    /// A model also compares what is no field of a row, such as the district of its list.
    private func label(ofComparison name: String) -> String {
        Field(name: name) == nil ? texts.label("comparison", name) : label(ofField: name)
    }

    /// `category|cadre` as `Cán bộ`, `birth_date|1980-03-05` as `05/03/1980`.
    private func valueOfField(_ text: String) -> String {
        guard let bar = text.firstIndex(of: "|") else { return text }
        let value = String(text[text.index(after: bar)...])
        switch Field(name: String(text[..<bar])) {
        case .gender: return texts.label("gender", value)
        case .category: return texts.label("category", value)
        case .qualification: return texts.label("qualification", value)
        case .politicalTheory: return texts.label("political_theory", value)
        case .birthDate, .partyJoined, .recruitedOn, .insuranceFrom: return Self.dayFirst(value)
        case .salaryCoefficient, .positionAllowance, .insuranceYears:
            return value.split(separator: ".").joined(separator: decimalMark)
        default: return value
        }
    }

    /// Two decimals, with the decimal mark of the language.
    func decimal(_ number: Double) -> String { decimal(Hundredths(Int32((number * 100).rounded()))) }

    func decimal(_ number: Hundredths) -> String {
        number.description.split(separator: ".").joined(separator: decimalMark)
    }

    /// A share with one decimal. Only all is 100%, and only nothing is 0%: what is not quite certain must not look so.
    func percent(_ share: Double) -> String {
        var tenths = Int((share * 1000).rounded())
        if share < 1 { tenths = min(tenths, 999) }
        if share > 0 { tenths = max(tenths, 1) }
        return "\(tenths / 10)\(decimalMark)\(tenths % 10)%"
    }

    /// `05/03/1980`, `03/1980`, `1980`.
    static func dayFirst(_ iso: String) -> String { iso.split(separator: "-").reversed().joined(separator: "/") }
}
