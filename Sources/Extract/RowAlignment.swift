// Rows whose values slid to the right because a delimiter stood unquoted in a name or a unit.

import Personnel

/// Tells a row with shifted values from one that merely has a cell too many.
enum RowAlignment {
    /// A value that fell apart into several cells, so that all behind it stand too far to the right.
    struct Shift: Equatable {
        /// The column whose value it is.
        var column: Int
        /// How many cells it takes too many.
        var by: Int
    }

    /// How the row's values stand in the wrong columns from some cell on; nil where they don't.
    ///
    /// Cells beyond the table prove nothing alone (a remark at the end): the forms of the values must suit their
    /// columns clearly better once they are moved back, or the cell that came in between must begin with the blank that
    /// follows a comma in a sentence. Without cells beyond the table much more is asked for.
    static func shift(_ row: SheetRow, _ table: TableInUse) -> Shift? {
        let overflows = row.lastFilled >= table.layout.width || row.cells.count > table.layout.cellCount
        let contradictions = row.cells.withBytes { cells in
            var contradictions = 0
            for check in table.layout.checks {
                let text = cells[check.column]
                if text.count < check.shortest || (check.needsDigit && !hasDigit(text)) { continue }
                if let form = EverydayForm(text), form.suits(check.field) { continue }
                if CellShape(text).fit(check.field) == .contradicts { contradictions += 1 }
            }
            return contradictions
        }
        guard overflows || contradictions >= 2 else { return nil }
        let layout = table.layout
        if overflows, let column = splitDecimal(row, layout) { return Shift(column: column, by: 1) }
        let shapes = row.cells.map { CellShape($0) }
        var best: (shift: Shift, gain: Int, isSentence: Bool)?
        for count in 1...3 {
            for (column, gain) in gains(layout, shapes, row, by: count) {
                let isSentence = !layout.hasLooseBlanks && continuesSentence(row, column, by: count)
                let total = gain + (isSentence ? 1 : 0)
                let isBetter = total > best?.gain ?? 0 || total == best?.gain && isSentence && best?.isSentence == false
                if isBetter { best = (Shift(column: column, by: count), total, isSentence) }
            }
        }
        guard let best else { return nil }
        let isEnough = overflows ? best.gain >= (best.isSentence ? 1 : 2) : best.gain >= 4
        return isEnough ? best.shift : nil
    }

    /// The row with its values moved back and the one that fell apart in one piece.
    static func realigned(_ row: SheetRow, _ shift: Shift) -> SheetRow {
        var cells = Array(row.cells)
        let end = min(shift.column + shift.by, cells.count - 1)
        guard shift.column < end else { return row }
        cells[shift.column] = cells[shift.column...end].map(trimmed).joined(separator: ", ")
        cells.removeSubrange(shift.column + 1...end)
        return SheetRow(number: row.number, cells: RowCells(cells))
    }

    /// Whether a table's rows begin cells with a blank so often that it is carelessness: in three of them and every
    /// tenth.
    static func hasLooseBlanks(_ rows: [SheetRow]) -> Bool {
        let loose = rows.count { row in
            row.cells.withBytes { cells in cells.indices.contains { cells[$0].first == 0x20 && row.isFilled($0) } }
        }
        return loose >= 3 && loose * 10 >= rows.count
    }

    /// The column of a coefficient that fell apart at its decimal comma: `3` with `33` in the next cell, where no
    /// number belongs.
    private static func splitDecimal(_ row: SheetRow, _ layout: TableLayout) -> Int? {
        layout.formed.first { column, field in
            guard field == .salaryCoefficient || field == .positionAllowance, column + 1 < row.cells.count else {
                return false
            }
            let (whole, fraction) = (CellShape(row.cells[column]), CellShape(row.cells[column + 1]))
            let next = layout.formed.first { $0.column == column + 1 }?.field
            return whole.isInteger && whole.digits == 1 && fraction.isInteger && fraction.digits == 2
                && next != .positionAllowance && next != .overFrame
        }?.column
    }

    /// For each column from the right, how much better the values behind it suit when they are moved back.
    private static func gains(
        _ layout: TableLayout, _ shapes: [CellShape], _ row: SheetRow, by count: Int
    ) -> [(column: Int, gain: Int)] {
        // Of words the form says little, but what stands in other rows of the column says where they belong.
        func fit(_ cell: Int, _ field: Field, _ column: Int) -> Int {
            guard cell < shapes.count else { return 0 }
            let isUsual = layout.usualTexts?.contains(row.cells[cell], in: column) == true
            return shapes[cell].fit(field).rawValue + (isUsual ? 1 : 0)
        }
        // Words say little of where they belong: a blank or a ditto mark in their place is no worse.
        func isBlankForWords(_ column: Int) -> Bool {
            let isBlank = column + count >= shapes.count || shapes[column + count].isSign
            return isBlank && column < shapes.count && shapes[column].isText
        }
        var fields: [Int: Field] = [:]
        for (column, field) in layout.formed { fields[column] = field }
        var gain = 0
        return (0..<layout.width).reversed().map { column in
            defer {
                if let field = fields[column] {
                    let change = fit(column + count, field, column) - fit(column, field, column)
                    gain += isBlankForWords(column) ? max(0, change) : change
                }
            }
            return (column, gain)
        }
    }

    /// Whether the cells that the column's value takes too many begin with the blank of a sentence.
    private static func continuesSentence(_ row: SheetRow, _ column: Int, by count: Int) -> Bool {
        func startsWithBlank(_ column: Int) -> Bool { row.text(column).utf8.first == 0x20 }
        return row.isFilled(column) && !startsWithBlank(column)
            && (column + 1...column + count).allSatisfy { startsWithBlank($0) && row.isFilled($0) }
    }
}
