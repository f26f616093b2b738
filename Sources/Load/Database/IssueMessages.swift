// The sentence that each issue becomes in the pipeline's language.

public import Personnel

/// What is said about each issue code, from `language/issues.csv`.
///
/// A message is a template: `{field}`, `{value}` and `{detail}` stand for what the issue carries; a part in square
/// brackets is left out when something it names is not there (`Không đọc được ngày “{value}”[ ({detail})]`).
public struct IssueMessages: Sendable {
    private struct Entry: Sendable {
        var title = ""
        var message: [Part] = []
        var remedy = ""
    }

    private enum Placeholder: String, Sendable { case field, value, detail }

    private enum Part: Sendable {
        case text(String)
        case placeholder(Placeholder)
        indirect case optional([Part])
    }

    private let entries: [IssueCode: Entry]
    private let labels: FieldLabels

    /// - parameter table: columns `code`, `title` (without a value), `message` (the template) and `remedy`; every
    ///   `IssueCode` exactly once.
    public init(_ table: ReferenceTable, labels: FieldLabels) throws(ReferenceError) {
        let columns = (
            code: try table.column("code"), title: try table.column("title"), message: try table.column("message"),
            remedy: try table.column("remedy")
        )
        var entries: [IssueCode: Entry] = [:]
        for row in table.rows {
            guard let code = IssueCode(rawValue: row.cells[columns.code]) else {
                throw table.mistake(in: row, column: "code", expected: "the code of an issue")
            }
            guard entries[code] == nil else { throw table.mistake(in: row, column: "code", expected: "each code once") }
            for (name, index) in [("title", columns.title), ("message", columns.message), ("remedy", columns.remedy)]
            where row.cells[index].isEmpty {
                throw table.mistake(in: row, column: name, expected: "a text")
            }
            guard let message = Self.parts(of: row.cells[columns.message]) else {
                throw table.mistake(
                    in: row, column: "message", expected: "a text with {field}, {value}, {detail} and […] only")
            }
            entries[code] = Entry(title: row.cells[columns.title], message: message, remedy: row.cells[columns.remedy])
        }
        for code in IssueCode.allCases where entries[code] == nil {
            throw ReferenceError(
                path: table.path, line: (table.rows.last?.line ?? 1) + 1, column: "code",
                expected: "the code \(code.rawValue)", found: "")
        }
        self.entries = entries
        self.labels = labels
    }

    /// What the code means, without a value.
    public func title(of code: IssueCode) -> String { entries[code]?.title ?? code.rawValue }

    /// What the sender can do about it.
    public func remedy(of code: IssueCode) -> String { entries[code]?.remedy ?? "" }

    /// The sentence for an issue. It may hold the original value: for the database and reports, never for logs.
    public func message(for issue: Issue) -> String {
        guard let entry = entries[issue.code] else { return issue.code.rawValue }
        return text(of: entry.message, for: issue).text
    }

    private func text(of parts: [Part], for issue: Issue) -> (text: String, isComplete: Bool) {
        var result = ""
        var isComplete = true
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .placeholder(let placeholder):
                let value = value(of: placeholder, in: issue) ?? ""
                if value.isEmpty { isComplete = false }
                result += value
            case .optional(let parts):
                let inner = text(of: parts, for: issue)
                if inner.isComplete { result += inner.text }
            }
        }
        return (result, isComplete)
    }

    private func value(of placeholder: Placeholder, in issue: Issue) -> String? {
        switch placeholder {
        case .field: issue.field.map { labels[$0] }
        case .value: issue.value
        case .detail: issue.detail
        }
    }

    /// The parts of a template; nil when a bracket stays open or a placeholder is unknown.
    private static func parts(of template: String) -> [Part]? {
        var rest = Substring(template)
        guard let parts = parts(of: &rest, inside: false), rest.isEmpty else { return nil }
        return parts
    }

    private static func parts(of rest: inout Substring, inside: Bool) -> [Part]? {
        var parts: [Part] = []
        var text = ""
        while let character = rest.popFirst() {
            switch character {
            case "{":
                guard let end = rest.firstIndex(of: "}"), let placeholder = Placeholder(rawValue: String(rest[..<end]))
                else { return nil }
                parts += [.text(text), .placeholder(placeholder)]
                text = ""
                rest = rest[rest.index(after: end)...]
            case "[":
                guard !inside, let inner = Self.parts(of: &rest, inside: true) else { return nil }
                parts += [.text(text), .optional(inner)]
                text = ""
            case "]":
                return inside ? parts + [.text(text)] : nil
            case "}": return nil
            default: text.append(character)
            }
        }
        return inside ? nil : parts + [.text(text)]
    }
}
