// Turns rows of the database into rows of a report: each value by the kind of its column.

import Personnel

/// Writes the rows of one part of a report, one after another.
struct ReportRowWriter {
    /// The row that was written last.
    private(set) var line = ReportLine()
    /// For each column the sum of its numbers so far; 0 where they are not added up.
    private(set) var sums: [Int]

    private let kinds: [ReportColumn.Kind]
    private let isSummed: [Bool]
    private let section: [ReportColumn.Kind]
    private let words: ReportWords
    /// For each column the cells that its codes became.
    private var memos: [CellMemo]
    /// The values of the last section heading, as read.
    private var sectionKey: [UInt8]?
    private var evidenceWords: [String: String] = [:]
    private var ordinal = 0

    init(part: ReportPart, words: ReportWords) {
        kinds = part.columns.map(\.kind)
        isSummed = part.columns.map(\.isSummed)
        section = part.section
        self.words = words
        sums = Array(repeating: 0, count: kinds.count)
        memos = Array(repeating: CellMemo(), count: kinds.count)
    }

    /// The values of the section heading that must stand over this row; nil where it is the one already written.
    mutating func newSection(in rows: ReportRows) -> [String]? {
        if section.isEmpty { return nil }
        var key: [UInt8] = []
        for column in section.indices {
            key.append(contentsOf: rows.text(Int32(column)))
            key.append(0)
        }
        if key == sectionKey { return nil }
        sectionKey = key
        ordinal = 0
        return section.enumerated().map { plain($1, rows, Int32($0)) }
    }

    /// A value as a heading says it: not made safe for Excel, which the whole heading will be.
    private mutating func plain(_ kind: ReportColumn.Kind, _ rows: ReportRows, _ column: Int32) -> String {
        if rows.isNull(column) { return "" }
        let text = String(decoding: rows.text(column), as: UTF8.self)
        switch kind {
        case .ordinal: return ""
        case .text, .number: return text
        case .decimal: return words.decimal(rows.real(column))
        case .percent: return words.percent(rows.real(column))
        case .date: return ReportWords.dayFirst(text)
        case .label, .field, .fields, .valueOfField: return words.word(kind, for: text)
        case .evidence:
            // The same few combinations of levels stand over most merges.
            let told = evidenceWords[text] ?? words.word(kind, for: text)
            evidenceWords[text] = told
            return told
        }
    }

    /// Writes the current row into `line`.
    mutating func write(_ rows: ReportRows) {
        ordinal += 1
        line.clear()
        var next = Int32(section.count)
        for column in kinds.indices {
            if case .ordinal = kinds[column] {
                line.number(ordinal)
            } else {
                if isSummed[column] { sums[column] += rows.integer(next) }
                if rows.isNull(next) { line.empty() } else { write(column, rows, next) }
                next += 1
            }
        }
        line.end()
    }

    private mutating func write(_ column: Int, _ rows: ReportRows, _ value: Int32) {
        switch kinds[column] {
        case .ordinal: line.empty()
        case .text: line.text(rows.text(value))
        case .number: line.number(rows.integer(value))
        case .decimal: line.ready(words.decimal(rows.real(value)))
        case .percent: line.ready(words.percent(rows.real(value)))
        case .date: line.date(rows.text(value))
        case .label, .field, .fields, .valueOfField, .evidence:
            let (kind, words) = (kinds[column], words)
            line.written(memos[column].cell(for: rows.text(value)) { words.word(kind, for: $0) })
        }
    }
}
