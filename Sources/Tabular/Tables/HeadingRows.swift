// The heading of a table among its first rows: a row that is unlike those below it, with its groups and sub-headings.

/// Where the heading of a table is, and where its body begins.
struct HeadingRows {
    /// The rows of the heading, as positions in the sheet.
    private(set) var rows: [Int] = []
    /// The position, among the table's rows, at which the body begins.
    private(set) var bodyStart: Int
    /// Whether the heading shows by the kinds of its cells; else it is only the first row of words.
    private(set) var isCertain = false

    private static let mostRows = 3

    private let sheet: SheetProfile
    private let table: ArraySlice<Int>
    private let width: Int
    /// How many cells are filled in the middle one of the rows: padded tables are as wide as the sheet.
    private let usuallyFilled: Int

    /// Finds the heading of a table's rows; `width` is the number of cells that most of them have.
    init(_ sheet: SheetProfile, rows table: ArraySlice<Int>, width: Int) {
        self.sheet = sheet
        self.table = table
        self.width = width
        let filled = table.map { sheet.rows[$0].filled }.sorted()
        usuallyFilled = filled.isEmpty ? 0 : max(2, filled[filled.count / 2])
        bodyStart = table.startIndex
        guard let main = mainRow() else { return }
        var first = main
        while first > table.startIndex, main - first < Self.mostRows - 1,
            isGroup(above: first) || isLine(above: first, of: main)
        {
            first -= 1
        }
        // What stands above the heading and is no part of it would be lost; then it is no heading after all.
        guard first == table.startIndex || isCertain && isTitles(above: first) else {
            isCertain = false
            return
        }
        var end = main + 1
        while isCertain, end < table.endIndex - 1, end - first < Self.mostRows, isLower(end, under: first..<end) {
            end += 1
        }
        rows = Array(table[first..<end])
        bodyStart = end
        if end < table.endIndex, isColumnNumbers(end) { bodyStart += 1 }
    }

    private func row(_ position: Int) -> SheetProfile.Row { sheet.rows[table[position]] }

    private func forms(below position: Int) -> ColumnForms {
        ColumnForms(sheet, rows: Array(table[(position + 1)...]), width: width)
    }

    /// The first row that is unlike those below it; else the first of all, where it is all words and no figures.
    private mutating func mainRow() -> Int? {
        // Groups may stand above it, and titles of several cells.
        for position in table.prefix(12).indices where position + 1 < table.endIndex {
            guard row(position).filled * 2 >= min(usuallyFilled, 8) else { continue }
            let verdict = forms(below: position).verdict(sheet, row: table[position])
            if verdict.isHeading {
                isCertain = true
                return position
            }
            // A row of the body: a heading further down would not be one of this table.
            if verdict.conforms > 0 { break }
        }
        guard let first = table.first else { return nil }
        let cells = (0..<width).map { sheet.form(first, $0) }
        let isPlain = cells.allSatisfy { $0 == .words || $0 == .code || $0 == .blank || $0 == .year }
        let isAlone = table.count == 1 || forms(below: table.startIndex).typedCount == 0
        let words = cells.count { $0 == .words }
        guard isPlain, isAlone, words * 2 > min(width, usuallyFilled),
            !row(table.startIndex).signs.contains(.repeatsItself)
        else {
            return nil
        }
        return table.startIndex
    }

    /// Whether the row above a heading's row holds groups of it: words over columns whose own words leave gaps or repeat.
    private func isGroup(above position: Int) -> Bool {
        let (upper, lower) = (table[position - 1], table[position])
        guard row(position - 1).filled >= 2, isWords(upper) else { return false }
        let fillsGap = (0..<width).contains {
            !sheet.form(lower, $0).isFilled && sheet.form(upper, $0) == .words
        }
        let isMerged = (0..<width).contains {
            sheet.form(upper, $0) == .coveredFromLeft || sheet.form(lower, $0) == .coveredFromAbove
        }
        let filled = (0..<width).filter { sheet.form(upper, $0).isFilled }
        let reachesOver = zip(filled, filled.dropFirst()).contains { $1 - $0 > 1 }
        return fillsGap || isMerged || reachesOver || row(position).signs.contains(.repeatsItself)
    }

    /// Whether the row above is as unlike the body as the heading's main row is.
    private func isLine(above position: Int, of main: Int) -> Bool {
        let forms = forms(below: main)
        return isWholeLine(forms.verdict(sheet, row: table[position - 1]), forms)
    }

    /// A whole row of words is no row of a body that has none of them there.
    private func isWholeLine(_ verdict: ColumnForms.Verdict, _ forms: ColumnForms) -> Bool {
        verdict.conforms == 0 && verdict.strongContrasts >= 2 && verdict.strongContrasts * 2 >= forms.typedCount
    }

    private func isTitles(above position: Int) -> Bool {
        table[table.startIndex..<position].allSatisfy { sheet.rows[$0].filled * 2 < width }
    }

    private func isWords(_ row: Int) -> Bool {
        (0..<width).allSatisfy { column in
            let form = sheet.form(row, column)
            return !form.isTelling || form == .words || form == .code || form == .year
        }
    }

    /// Whether a row goes on with the heading above it.
    private func isLower(_ position: Int, under above: Range<Int>) -> Bool {
        let candidate = table[position]
        guard isWords(candidate), !row(position).signs.contains(.isUncut) else { return false }
        let forms = forms(below: position)
        let verdict = forms.verdict(sheet, row: candidate)
        guard verdict.conforms == 0 else { return false }
        // Sub-headings fill what the rows above leave blank, and leave blank what those fill.
        let fillsGap = (0..<width).contains { column in
            sheet.form(candidate, column).isTelling && above.allSatisfy { !sheet.form(table[$0], column).isFilled }
        }
        let leavesGap = row(position).filled < width
        if fillsGap && leavesGap && verdict.strongContrasts > 0 { return true }
        // Units stand under columns of figures and nowhere else.
        if leavesGap && verdict.strongContrasts == row(position).filled { return true }
        return isWholeLine(verdict, forms)
    }

    /// Whether the row below the heading numbers its columns rather than being data.
    private func isColumnNumbers(_ position: Int) -> Bool {
        let signs = row(position).signs
        guard signs.contains(.numbersColumns), row(position).filled * 3 >= width * 2 else { return false }
        return signs.contains(.isBracketed) || forms(below: position).hasFiguresOverWords(sheet, row: table[position])
    }
}
