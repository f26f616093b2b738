// Finds the heading of a table among the rows of a sheet: one to three rows, with or without a row of column numbers.

import Personnel
import Vietnamese

/// Tells headings from other rows and reads the columns that they name.
struct HeadingFinder: Sendable {
    let vocabulary: HeadingVocabulary
    let words: AnatomyWords

    /// The rows of a heading.
    struct Block: Equatable {
        /// Rows with texts, column numbers not counted.
        var textRows: Int
        /// All rows of it.
        var rows: Int
    }

    /// The heading that begins at the first of the rows; nil where none does.
    func block(_ rows: ArraySlice<SheetRow>) -> Block? {
        guard let first = rows.first, first.filledCount >= 2 else { return nil }
        var main = rows.startIndex
        if !isMain(first) {
            guard let lower = mainBelowGroups(rows) else { return nil }
            main = lower
        }
        var end = main + 1
        while end < rows.endIndex, end - rows.startIndex < 3, isLower(rows[end], under: rows[rows.startIndex..<end]) {
            end += 1
        }
        let textRows = end - rows.startIndex
        if end < rows.endIndex, isColumnNumbers(rows[end]) { end += 1 }
        return Block(textRows: textRows, rows: end - rows.startIndex)
    }

    /// Whether the row names the columns of a list of people: a name and something else, or enough that only people
    /// have.
    private func isMain(_ row: SheetRow) -> Bool {
        guard row.filledCount >= 2 else { return false }
        // A person's row has many figures: they are counted before anything is looked up.
        let isFigure = row.filledCells { CellShape($0).isFigure }
        if isFigure.count(where: { $0 }) * 4 > row.filledCount { return false }
        var meanings: Set<ColumnMeaning> = []
        var others: [String] = []
        for (column, isFigure) in zip(row.filledColumns, isFigure) where !isFigure {
            let text = row.cells[column]
            if text.utf8.count > 160 { continue }
            if let meaning = vocabulary.recognises(text) {
                meanings.insert(meaning)
            } else {
                others.append(text)
            }
        }
        // Only as it is written: of a person's words some look like a mistyped heading (Lâm sinh, năm sinh).
        let provesPeople = meanings.contains { $0 == .field(.birthDate) || $0 == .field(.nationalID) }
        // Longer or mistyped wording is looked into once there is reason to.
        if meanings.count >= 2, !meanings.contains(where: \.isName) {
            for text in others.prefix(8) { meanings.insert(vocabulary.match([text]).meaning) }
            meanings.remove(.unknown)
        }
        let namesPeople = meanings.contains { $0.isName }
        if namesPeople { return meanings.count >= 2 && meanings.count * 3 >= min(row.filledCount, 12) }
        return provesPeople && meanings.count >= 4
    }

    /// The main row of a heading whose first row holds groups only (`THÔNG TIN CÁ NHÂN | CÔNG TÁC`).
    private func mainBelowGroups(_ rows: ArraySlice<SheetRow>) -> Int? {
        guard let first = rows.first, isWords(first) else { return nil }
        for offset in 1...2 {
            let main = rows.startIndex + offset
            guard main < rows.endIndex, rows[main].filledCount >= 3, isMain(rows[main]) else { continue }
            let groups = rows[rows.startIndex..<main]
            let lower = rows[main]
            let fits = groups.allSatisfy { row in
                row.filledCount >= 2 && isWords(row)
                    && row.filledColumns.allSatisfy { isGroup(row.cells[$0]) && $0 <= lower.lastFilled + 1 }
            }
            return fits ? main : nil
        }
        return nil
    }

    /// Whether a text can be the heading of a group: short, without figures, not the name of a sender or a remark.
    private func isGroup(_ text: String) -> Bool {
        if vocabulary.recognises(text) != nil { return true }
        let line = LineWords(text)
        guard text.utf8.count <= 60, CellShape(text).digits == 0, !words.mentions(line, .letterhead) else {
            return false
        }
        return words.opening(line, .noteStart) == nil && words.rank(ofSection: line) == .other
    }

    private func isWords(_ row: SheetRow) -> Bool {
        row.allFilled { text in
            let shape = CellShape(text)
            return shape.letters >= 1 && !shape.isTelling && text.count <= 160
        }
    }

    /// Whether a row goes on with the heading above it: sub-headings, with nothing under number and name.
    private func isLower(_ row: SheetRow, under above: ArraySlice<SheetRow>) -> Bool {
        guard row.filledCount > 0, !isColumnNumbers(row), !isSection(row) else { return false }
        var recognised = 0
        for column in row.filledColumns {
            let text = row.cells[column]
            let shape = CellShape(text)
            let isYear = shape.isInteger && shape.digits == 4
            guard isYear || (shape.letters > 0 && !shape.isTelling && text.utf8.count <= 120) else { return false }
            let over = above.compactMap { $0.isFilled(column) ? $0.cells[column] : nil }
            if let meaning = over.last.flatMap(vocabulary.recognises), meaning == .field(.ordinal) || meaning.isName {
                // Nothing stands below a number or a name but the rest of a wrapped heading.
                let joined = vocabulary.match([over.map(headingKey).joined(separator: " "), text])
                if !joined.meaning.isName { return false }
            }
            if vocabulary.recognises(text) != nil { recognised += 1 }
        }
        return recognised > 0 || goesOn(row, above)
            || (row.filledCount >= 2 && row.filledColumns.allSatisfy { row.cells[$0].utf8.count <= 40 })
    }

    /// Whether the one cell of a row goes on with the heading right above it: an explanation in brackets, or words in
    /// small letters that leave its meaning as it is.
    private func goesOn(_ row: SheetRow, _ above: ArraySlice<SheetRow>) -> Bool {
        guard row.filledCount == 1, let last = above.last, last.isFilled(row.firstFilled) else { return false }
        let text = trimmed(row.cells[row.firstFilled])
        guard text.utf8.count <= 60, let first = text.unicodeScalars.first else { return false }
        if first == "(" { return text.utf8.last == UInt8(ascii: ")") }
        return first.properties.isLowercase && ListMark.leading(text) == nil
    }

    /// Whether a row with nothing but a mark and a name is a section's: `I | PHÒNG NỘI VỤ`.
    private func isSection(_ row: SheetRow) -> Bool {
        guard row.filledCount == 2, ListMark(cell: row.cells[row.firstFilled]) != nil else { return false }
        let text = row.cells[row.lastFilled]
        return CellShape(text).letters > 1 && vocabulary.recognises(text) == nil
    }

    /// Whether the row numbers the columns: `(1) (2) …`, `1 2 3`, `A B 1 2`, with sums such as `5=3+4`.
    func isColumnNumbers(_ row: SheetRow) -> Bool {
        guard row.filledCount >= 3 || (row.filledCount == 2 && row.cells.count <= 3) else { return false }
        guard row.allFilled({ $0.count <= 16 }) else { return false }
        var last: Int?
        var steps = 0
        for column in row.filledColumns {
            let bytes = Self.columnNumber(row.cells[column])
            guard let first = bytes.first else { return false }
            if bytes.count == 1, isCapital(first) || isSmall(first) { continue }
            let digits = bytes.prefix(while: isDigit)
            guard !digits.isEmpty, digits.count <= 3, let value = Int(String(decoding: digits, as: UTF8.self)),
                bytes.allSatisfy({ isDigit($0) || "=+-x*/:%".utf8.contains($0) }),
                digits.count == bytes.count || bytes.contains(UInt8(ascii: "="))
            else { return isRomanNumbers(row) }
            if value == (last ?? 0) + 1 || last == nil && value == 0 { steps += 1 }
            if value <= last ?? -1 { return false }
            last = value
        }
        return last == nil || steps * 2 >= row.filledCount - 2
    }

    /// The bytes of a column's number without brackets, points, the dash before it and the word for a column.
    private static func columnNumber(_ text: String) -> [UInt8] {
        var bytes = text.utf8.filter { $0 > 0x20 && !"()[].".utf8.contains($0) }
        for word in ["cột", "Cột", "CỘT", "cot", "-"] where bytes.starts(with: word.utf8) {
            bytes.removeFirst(word.utf8.count)
        }
        return bytes
    }

    /// Whether the cells are `I`, `II`, `III` and so on.
    private func isRomanNumbers(_ row: SheetRow) -> Bool {
        row.filledColumns.enumerated().allSatisfy { position, column in
            ListMark(cell: row.cells[column])?.readings.first { $0.kind == .roman }?.ordinal == position + 1
        }
    }

    /// Whether the row repeats a row of a table's heading.
    func repeats(_ row: SheetRow, _ layout: TableLayout) -> Bool {
        guard row.filledCount > 0 else { return false }
        for heading in layout.headingRows {
            var same = 0
            for column in row.filledColumns where column < heading.count {
                let text = row.cells[column]
                if text == heading[column] || headingKey(text) == headingKey(heading[column]) { same += 1 }
            }
            if same > 0, same * 10 >= row.filledCount * 7, same * 2 >= heading.count(where: { !isBlank($0) }) {
                return true
            }
        }
        return false
    }

    /// Whether the row names columns, and another thing where the table has its names: the heading of a summary.
    func namesOtherColumns(_ row: SheetRow, _ layout: TableLayout) -> Bool {
        guard isWords(row), let name = layout.nameColumns.first(where: row.isFilled) else { return false }
        let meanings = row.filledColumns.map { vocabulary.recognises(row.cells[$0]) }
        guard let other = vocabulary.recognises(row.cells[name]), !other.isName else { return false }
        let recognised = meanings.count { $0 != nil && $0 != .unknown }
        return recognised >= 2 && recognised * 2 >= row.filledCount && meanings.contains(.field(.ordinal))
    }

    /// The columns that a heading's rows name.
    func columns(_ rows: [SheetRow]) -> [TableColumn] {
        let widths = rows.map { row in (row.cells.lastIndex { !isBlank($0) } ?? -1) + 1 }
        return (0..<(widths.max() ?? 0)).map { column in
            let levels = levels(of: column, rows)
            return TableColumn(
                index: column, heading: levels.joined(separator: " / "),
                match: levels.isEmpty ? .none : vocabulary.match(levels))
        }
    }

    /// The texts over a column, outermost first. A group reaches over the blank cells to its right as long as
    /// sub-headings stand below them.
    private func levels(of column: Int, _ rows: [SheetRow]) -> [String] {
        var levels: [String] = []
        for (level, row) in rows.enumerated() {
            var text = ""
            if row.isFilled(column) || row.origin(column) == .mergedFromLeft {
                text = row.text(column)
            } else if row.origin(column) == .own, rows[(level + 1)...].contains(where: { $0.isFilled(column) }),
                let left = (0..<column).last(where: row.isFilled),
                rows[(level + 1)...].contains(where: { $0.isFilled(left) })
            {
                text = row.text(left)
            }
            text = cleanText(text)
            if !text.isEmpty, levels.last != text { levels.append(text) }
        }
        return levels
    }
}

extension ColumnMeaning {
    /// Whether it is a person's name or a part of it.
    var isName: Bool {
        switch self {
        case .field(let field), .combined(let field, _):
            field == .fullName || field == .familyName || field == .givenName
        case .known, .unknown: false
        }
    }
}
