// What `inspect` prints: aligned lines for a person at a terminal.

import Foundation
import Personnel

extension Inspection {
    /// The JSON of `--json`: sorted keys, ending in a line break.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + Array("\n".utf8)
    }

    /// All of it for a person to read, without a line break at the end.
    public var text: String {
        var lines = [path] + facts
        for sheet in sheets { lines += [""] + self.lines(of: sheet) }
        if !issues.isEmpty { lines += ["", "Issues"] + issueLines }
        lines += ["", "Tables (written out as CSV with --table N)"]
        lines += tables.isEmpty ? ["  none"] : aligned(tables.map(cells))
        return lines.joined(separator: "\n")
    }

    private var facts: [String] {
        var facts = [
            ["format", "\(format), \(bytes) bytes"], ["encoding", encoding.text],
        ]
        let repaired = repairs.map { "\($0.cells) \($0.cells == 1 ? "cell" : "cells") of \($0.damage)" }
        facts.append(["repaired", repaired.isEmpty ? "nothing" : repaired.joined(separator: ", ")])
        if let dialect { facts.append(["dialect", dialect.text]) }
        facts.append(["list date", listDate ?? "none stated"])
        let kinds = (RowKind.allCases.map(\.rawValue) + [AssetReading.item]).map {
            (name: $0, count: rowKinds[$0] ?? 0)
        }
        let counted = kinds.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }
        facts.append(["rows", "\(kinds.reduce(0) { $0 + $1.count }): " + counted.joined(separator: ", ")])
        return aligned(facts)
    }

    // MARK: Sheets

    private func lines(of sheet: Sheet) -> [String] {
        let name = sheet.name.isEmpty ? "" : " “\(sheet.name)”"
        var lines = ["Sheet \(sheet.sheet)\(name)\(sheet.hidden ? ", hidden" : ""): \(sheet.rows) rows"]
        lines += titled("titles", sheet.titles)
        for list in sheet.lists { lines += self.lines(of: list) }
        if sheet.lists.isEmpty { lines.append("  no list found") }
        lines += titled("sections", sheet.sections)
        lines += titled(
            "stated totals",
            totals.filter { $0.sheet == sheet.sheet }.map { total in
                let verdict = total.expected == total.counted ? "agrees" : "differs"
                let name = total.name.isEmpty ? "" : ", “\(short(total.name, 60))”"
                return
                    "row \(total.row): \(total.expected) of a \(total.scope)\(name); counted \(total.counted), \(verdict)"
            })
        lines.append("  first rows as read")
        lines += aligned(
            sheet.firstRows.map { row in
                ["  \(row.row)", row.kind, row.cells.map { short($0, 24) }.joined(separator: " | ")]
            })
        return lines
    }

    private func lines(of list: List) -> [String] {
        let heading =
            switch list.headingRows.count {
            case 0: "without a heading of its own, from row \(list.firstRow)"
            case 1: "heading in row \(list.headingRows[0])"
            default: "heading in rows " + list.headingRows.map(String.init).joined(separator: ", ")
            }
        var rows = [["  column", "heading", "field", "nghĩa là", "sure", "recognised by"]]
        for column in list.columns {
            rows.append([
                "  \(column.column)", short(column.heading, 36), column.field ?? "(not recognised)", column.label ?? "",
                column.field == nil ? "" : "\(column.confidence) %", column.field == nil ? "" : column.method,
            ])
        }
        return ["  list of \(list.matter): " + heading] + aligned(rows)
            + titled("not recognised", list.unrecognised.map { short($0, 80) })
    }

    private func titled(_ title: String, _ texts: [String]) -> [String] {
        texts.isEmpty ? [] : ["  " + title] + texts.map { "    " + short($0, 100) }
    }

    // MARK: Issues and tables

    private var issueLines: [String] {
        let placesShown = 5
        return aligned(
            issues.map { issue in
                let places = issue.places.prefix(placesShown).map { place -> String in
                    guard let row = place.row else { return place.sheet.map { "sheet \($0)" } ?? "the file" }
                    let sheet = sheets.count > 1 ? place.sheet.map { "sheet \($0) " } ?? "" : ""
                    return "\(sheet)row \(row)"
                }
                let more = issue.places.count > placesShown ? ", …" : ""
                return [
                    issue.severity, issue.code, "\(issue.count) ×", issue.title, places.joined(separator: ", ") + more,
                ]
            })
    }

    private func cells(of table: Table) -> [String] {
        let heading =
            table.headingRows.isEmpty
            ? "no heading" : "heading row " + table.headingRows.map(String.init).joined(separator: ", ")
        return [
            "\(table.table)", "sheet \(table.sheet)", "rows \(table.firstRow)–\(table.lastRow)", heading,
            "\(table.rows) rows of \(table.width) cells", short(table.columns.joined(separator: " | "), 60),
        ]
    }
}

extension Inspection.Encoding {
    fileprivate var text: String {
        confidence > 0
            ? "\(name), \(confidence) % sure" : "not known, shown as if it were \(name); a run refuses the file"
    }
}

extension Inspection.DialectFacts {
    fileprivate var text: String {
        func shown(_ text: String?) -> String {
            guard let text else { return "none" }
            return "“" + text.replacing("\t", with: "tab") + "”"
        }
        let ends = ["crlf": "CRLF", "lf": "LF", "cr": "CR"][lineEnding] ?? lineEnding
        let separator = separatorLine ? ", with a sep= line" : ""
        return
            "delimiter \(shown(delimiter.map { $0 + (delimiterTail ?? "") })), quote \(shown(quote)), escape \(shown(escape)), lines end in \(ends)\(separator)"
    }
}
