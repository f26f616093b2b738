// Finds the tables of a sheet by the look of its rows alone: how many cells they have and of what kind the cells are.
// It knows no words of any language; what could be data stays data.

/// Finds tables of any content.
///
/// - Blank rows part a sheet into blocks. Rows of a single cell above or below a wider block are titles and notes.
/// - The heading is the row that cannot be one of those below it: words over figures, dates, codes. Sub-headings and
///   groups belong to it. A block without one goes on with the table above, when it is as wide.
/// - A sheet on which nothing looks like a table is one table of all its rows without a heading.
public struct TableFinder {
    /// How many rows above a change of width it is held against.
    private static let rowsCompared = 200

    private let sheet: SheetProfile
    /// The width of most rows that have more than a single cell.
    private let mainWidth: Int
    /// How many cells are filled in the middle one of them.
    private let mainFilled: Int

    public init(_ sheet: SheetProfile) {
        self.sheet = sheet
        let wide = sheet.rows.filter { $0.filled > 1 }
        let mainWidth = Self.usualWidth(of: wide)
        self.mainWidth = mainWidth
        let filled = wide.filter { $0.width == mainWidth }.map(\.filled).sorted()
        mainFilled = filled.isEmpty ? 0 : filled[filled.count / 2]
    }

    /// The tables of the sheet from top to bottom; none where every row is blank.
    public func tables() -> [FoundTable] {
        guard mainWidth > 1 else { return singleColumn() }
        var tables: [FoundTable] = []
        /// The block that is the last table, where it is a heading without rows.
        var heading: [Int] = []
        for block in blocks() {
            var reading = read(block)
            if !heading.isEmpty, reading.table?.width == tables.last?.width {
                // A blank row may part a heading from what is below it.
                let whole = read(heading + block)
                if whole.isCertain {
                    tables.removeLast()
                    reading = whole
                }
            }
            heading = []
            guard let table = reading.table, !isRemark(block, certain: reading.isCertain) else { continue }
            guard let last = tables.last else {
                tables.append(table)
                if table.body.isEmpty { heading = block }
                continue
            }
            let repeats = hash(table.heading) == hash(last.heading) && !table.heading.isEmpty
            let isAsWide = abs(table.width - last.width) <= 1
            if repeats && isAsWide {
                tables[tables.count - 1].append(table.body.flatMap(Array.init))
            } else if !reading.isCertain && (isAsWide || block.count == 1) {
                tables[tables.count - 1].append(table.heading + table.body.flatMap(Array.init))
            } else {
                tables.append(table)
                if table.body.isEmpty { heading = block }
            }
        }
        return tables.isEmpty ? wholeSheet() : tables
    }

    /// All rows as one table without a heading, for formats that name their columns themselves; nil where there are none.
    public func records() -> FoundTable? { wholeSheet().first }

    // MARK: Sheets without tables

    /// One column: blank lines mean nothing, and nothing tells a title from a heading.
    private func singleColumn() -> [FoundTable] {
        let rows = sheet.rows.indices.filter { !sheet.rows[$0].isBlank }
        guard let first = rows.first else { return [] }
        let body = Array(rows.dropFirst())
        let verdict = ColumnForms(sheet, rows: body, width: sheet.rows[first].width).verdict(sheet, row: first)
        if verdict.isHeading { return [FoundTable(heading: [first], rows: body, width: 1)] }
        return [FoundTable(heading: [], rows: rows, width: 1)]
    }

    private func wholeSheet() -> [FoundTable] {
        let rows = sheet.rows.indices.filter { !sheet.rows[$0].isBlank }
        return rows.isEmpty ? [] : [FoundTable(heading: [], rows: rows, width: mainWidth)]
    }

    // MARK: Blocks

    /// Runs of rows that are not blank, parted further where another table begins without a blank row.
    private func blocks() -> [[Int]] {
        var blocks: [[Int]] = []
        var block: [Int] = []
        for row in sheet.rows.indices {
            if sheet.rows[row].isBlank {
                if !block.isEmpty { blocks += parted(block) }
                block = []
            } else {
                block.append(row)
            }
        }
        return block.isEmpty ? blocks : blocks + parted(block)
    }

    /// The block, parted where its rows change their width for good under a heading of their own.
    private func parted(_ block: [Int]) -> [[Int]] {
        var starts = [0]
        var runStart = 0
        for position in block.indices.dropFirst() where width(block[position]) != width(block[position - 1]) {
            let length = block[position...].prefix { width($0) == width(block[position]) }.prefix(4).count
            let isChange = length >= 3 && position - runStart >= 2 && sheet.rows[block[position]].filled > 1
            let above = block[max(runStart, position - Self.rowsCompared)..<position]
            guard isChange, width(block[position]) != usualWidth(above) else { continue }
            let below = Array(block[(position + 1)...].prefix { width($0) == width(block[position]) })
            let forms = ColumnForms(sheet, rows: below, width: width(block[position]))
            guard forms.verdict(sheet, row: block[position]).isHeading else { continue }
            starts.append(position)
            runStart = position
        }
        return zip(starts, starts.dropFirst() + [block.count]).map { Array(block[$0..<$1]) }
    }

    private func width(_ row: Int) -> Int { sheet.rows[row].width }

    private func usualWidth(_ rows: ArraySlice<Int>) -> Int { Self.usualWidth(of: rows.map { sheet.rows[$0] }) }

    private static func usualWidth(of rows: [SheetProfile.Row]) -> Int {
        var counts: [Int: Int] = [:]
        for row in rows { counts[row.width, default: 0] += 1 }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    /// Whether two headings, row for row, say the same; the hash of nothing is nobody's.
    private func hash(_ rows: [Int]) -> [UInt64] { rows.map { sheet.rows[$0].hash } }

    /// Whether a block is a few lines about the table rather than one: short, with no heading and much less in its rows.
    private func isRemark(_ block: [Int], certain: Bool) -> Bool {
        let filled = block.map { sheet.rows[$0].filled }.max() ?? 0
        guard filled * 2 <= mainFilled else { return false }
        // Names and values, one below the other, look like two columns under a heading.
        return certain ? filled == 2 && block.count <= 3 : block.count <= 8
    }

    // MARK: A block as a table

    private struct Reading {
        /// Nil for a block of titles or notes.
        var table: FoundTable?
        /// Whether the heading shows by the kinds of its cells rather than by its place alone.
        var isCertain = false
    }

    private func read(_ block: [Int]) -> Reading {
        let wide = block.filter { sheet.rows[$0].filled > 1 }
        guard !wide.isEmpty else { return Reading() }
        let width = Self.usualWidth(of: wide.map { sheet.rows[$0] })
        var rows = withoutNotes(block, width: width)
        guard !rows.isEmpty else { return Reading() }
        var heading = HeadingRows(sheet, rows: rows, width: width)
        if heading.rows.isEmpty, rows.startIndex > 0 {
            // Titles stand above a heading; above plain rows they could be one.
            rows = block[..<rows.endIndex]
            heading = HeadingRows(sheet, rows: rows, width: width)
        }
        var body = Array(rows[heading.bodyStart...])
        let headingHashes = Set(hash(heading.rows))
        body.removeAll { headingHashes.contains(sheet.rows[$0].hash) }
        return Reading(
            table: FoundTable(heading: heading.rows, rows: body, width: width), isCertain: heading.isCertain)
    }

    /// The block without the titles above and the notes below.
    private func withoutNotes(_ block: [Int], width: Int) -> ArraySlice<Int> {
        var rows = block[...]
        while let first = rows.first, isNarrow(first, width) { rows.removeFirst() }
        // Signatures and the like may stand beside each other below a note, never below a row of the table.
        var end = rows.endIndex
        let continued = continuedColumns(rows, width)
        for position in rows.indices.reversed() {
            if let column = onlyColumn(rows[position]), continued.contains(column) { break }
            guard isNarrow(rows[position], width) || isThin(rows[position], width), isWords(rows[position]) else {
                break
            }
            if isNarrow(rows[position], width) { end = position }
        }
        return rows[..<end]
    }

    /// The columns, but the first, in which rows of a single cell go on with the row above them, inside the table.
    private func continuedColumns(_ rows: ArraySlice<Int>, _ width: Int) -> Set<Int> {
        guard let last = rows.last(where: { sheet.rows[$0].filled > 1 && !isThin($0, width) }) else { return [] }
        return Set(rows.prefix { $0 < last }.dropFirst().compactMap(onlyColumn))
    }

    /// The column of a row's only filled cell, where that is not the first column.
    private func onlyColumn(_ row: Int) -> Int? {
        guard sheet.rows[row].filled == 1 else { return nil }
        let column = (0..<sheet.rows[row].width).first { sheet.form(row, $0).isFilled }
        return column == 0 ? nil : column
    }

    /// Whether a row has too little in it for a row of the table.
    private func isNarrow(_ row: Int, _ width: Int) -> Bool {
        let row = sheet.rows[row]
        if row.signs.contains(.isUncut) { return false }
        if row.filled <= 1 { return width > 2 || (row.width == 1 && width > 1) }
        return row.width * 2 < width && row.filled * 2 < width
    }

    /// Whether a row holds nothing but words, and few of them.
    private func isThin(_ row: Int, _ width: Int) -> Bool {
        let cells = sheet.forms[sheet.rows[row].cells]
        return sheet.rows[row].filled * 2 <= width && cells.allSatisfy { !$0.isTelling || $0 == .words }
    }

    private func isWords(_ row: Int) -> Bool {
        let cells = sheet.rows[row].cells
        return sheet.forms[cells].contains { $0 == .words || $0 == .date || $0 == .code }
    }
}
