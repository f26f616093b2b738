// The page's template: HTML with the places for figures, which an officer may reword.

import Mustache
import Personnel

/// A Mustache template (https://mustache.github.io/mustache.5.html) whose every name the page knows.
struct PageTemplate {
    private let template: MustacheTemplate

    /// Reads the text of `language/page.mustache`.
    ///
    /// Only variables, sections and comments are allowed. What would put text on the page as HTML (`{{{name}}}`,
    /// `{{&name}}`, a change of the content type), other delimiters, partials and blocks are mistakes.
    ///
    /// - throws: `ReferenceError` with the line: a section that is not closed, a name that the page does not have.
    init(_ text: String) throws(ReferenceError) {
        try Self.check(text)
        do {
            template = try MustacheTemplate(string: text)
        } catch let error as MustacheTemplate.ParserError {
            throw ReferenceError(
                path: Self.path, line: error.context.lineNumber, expected: "a template whose tags fit together",
                found: error.context.line)
        } catch {
            throw ReferenceError(path: Self.path, line: 1, expected: "a Mustache template", found: "")
        }
    }

    /// The page with everything in its place, escaped for HTML.
    func render(_ content: PageContent) -> String { template.render(content) }

    private static let path = "page.mustache"

    private static func check(_ text: String) throws(ReferenceError) {
        var line = 1
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\n") { line += 1 }
            guard byte == UInt8(ascii: "{"), rest.first == UInt8(ascii: "{") else { continue }
            rest.removeFirst()
            var tag: [UInt8] = []
            while let next = rest.popFirst() {
                if next == UInt8(ascii: "}"), rest.first == UInt8(ascii: "}") {
                    rest.removeFirst()
                    break
                }
                tag.append(next)
            }
            try check(tag: String(decoding: tag, as: UTF8.self), line: line)
            line += tag.count { $0 == UInt8(ascii: "\n") }
        }
    }

    private static func check(tag: String, line: Int) throws(ReferenceError) {
        guard let first = tag.first, first != "!" else { return }
        let name = "#^/".contains(first) ? tag.dropFirst() : tag[...]
        let words = name.split(separator: " ", omittingEmptySubsequences: true)
        let isKnown =
            words == ["."]
            || words.count == 1 && words[0].split(separator: ".").allSatisfy { names.contains(String($0)) }
        guard isKnown else {
            throw ReferenceError(
                path: path, line: line, expected: "one of the names \(names.sorted().joined(separator: ", "))",
                found: "{{\(tag)}}")
        }
    }

    /// The properties of `PageContent` and of what it is made of.
    private static let names: Set<String> = [
        "organisation", "asOf", "run", "toolVersion", "configuration", "files", "rows", "people", "senders",
        "missingSenders", "refusedFiles", "differingTotals", "controls", "districts", "categories", "communes",
        "otherUnits", "emptyUnits", "questions", "pairs", "issues", "severities", "fields", "reports",
        "text", "isZero", "name", "count", "link", "all", "loaded", "refused", "read", "person", "rejected", "heading",
        "section", "total", "note", "blank", "repeats", "statuses", "shares", "bar", "settled", "settledShare",
        "inCommunes",
        "inOtherUnits", "withUnit", "leaving", "withoutUnit", "status", "share", "start", "width", "lines", "hasLines",
        "code", "remark", "hasLink", "isProvince", "isUnknown", "isOverlap", "isRest", "counts", "hasMore", "more",
        "sender", "path", "message", "sheet", "row", "expected", "counted", "difference",
    ]
}
