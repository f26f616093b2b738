// Lists for tests: written as grids of text, read with the vocabulary of the Điện Biên pipeline.

import Foundation
import Personnel
import Tabular
import Testing

@testable import Extract

/// A sheet to be read.
struct SheetUnderTest {
    var info = SheetInfo()
    var rows: [[String]]
    var origins: [[CellOrigin]] = []

    /// A grid with a row a line and cells between bars; `⏎` is a line break in a cell.
    init(_ grid: String, name: String = "", isHidden: Bool = false) {
        info = SheetInfo(name: name, isHidden: isHidden)
        rows = grid.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "⏎", with: "\n")
            }
        }
    }

    func batch(_ index: Int) -> RowBatch {
        var batch = RowBatch(sheet: index)
        for (number, row) in rows.enumerated() {
            for (column, text) in row.enumerated() {
                let origin = number < origins.count && column < origins[number].count ? origins[number][column] : .own
                batch.appendCell(text.utf8, origin: origin)
            }
            batch.endRow(number: UInt32(number + 1))
        }
        return batch
    }
}

/// What reading gave.
struct ReadList {
    var rows: [SourceRow] = []
    var contexts: [RowContext] = []
    var list = ExtractedList()

    var kinds: [RowKind] { rows.map(\.kind) }
    var people: [SourceRow] { rows.filter { $0.kind == .person } }
    var codes: [IssueCode] { list.issues.map(\.code) }

    func values(_ field: Field) -> [String] { people.map { $0.values[field] } }
    /// The sections over each person, outermost first, as `mark text`.
    var sections: [[String]] {
        people.map {
            list.contexts[$0.context].sections.map { $0.marker.isEmpty ? $0.text : "\($0.marker) \($0.text)" }
        }
    }
}

enum Vocabulary {
    private static let loaded = Result {
        let words = try AnatomyWords(table("anatomy.csv"))
        let headings = try HeadingVocabulary(
            table("headings.csv"), abbreviations: table("heading-abbreviations.csv"), fillers: words.headingFillers)
        return (words, headings)
    }

    static func words() throws -> AnatomyWords { try loaded.get().0 }
    static func headings() throws -> HeadingVocabulary { try loaded.get().1 }

    static func table(_ name: String) throws -> ReferenceTable {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appending(path: "Pipelines/dien-bien/vocabulary/\(name)")
        let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
        let rows = lines.enumerated().map { ReferenceTable.Row(line: $0.offset + 1, cells: cells($0.element)) }
        return ReferenceTable(path: name, columns: rows[0].cells, rows: Array(rows.dropFirst()))
    }

    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        var wasQuote = false
        for letter in line {
            if letter == "\"" {
                // The second of two quotes inside quotes is one quote.
                if !isQuoted, wasQuote { cells[cells.count - 1].append(letter) }
                isQuoted.toggle()
                wasQuote = !isQuoted
                continue
            }
            if letter == ",", !isQuoted { cells.append("") } else { cells[cells.count - 1].append(letter) }
            wasQuote = false
        }
        return cells
    }
}

/// Reads sheets as one file.
func read(
    _ sheets: [SheetUnderTest], path: String = "muong-cha/ds.csv", lookAhead: Int = 200
) throws -> ReadList {
    let extractor = Extractor(
        vocabulary: try Vocabulary.headings(), words: try Vocabulary.words(),
        asOf: try #require(PartialDate(iso: "2025-07-01")), lookAhead: lookAhead)
    var result = ReadList()
    result.list = try extractor.extract(
        fileIndex: 0, path: path, sender: "muong-cha",
        emit: { row, _ in result.rows.append(row) },
        from: { take in for (index, sheet) in sheets.enumerated() { try take(sheet.batch(index), sheet.info) } })
    return result
}

func read(_ grid: String, path: String = "muong-cha/ds.csv", lookAhead: Int = 200) throws -> ReadList {
    try read([SheetUnderTest(grid)], path: path, lookAhead: lookAhead)
}
