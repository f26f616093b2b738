// Rows whose values slid to the right because a delimiter stood unquoted in a name or a unit.

import Personnel

/// Tells a row with shifted values from one that merely has a cell too many.
enum RowAlignment {
    /// Whether the row's values stand in the wrong columns from some cell on.
    ///
    /// Cells beyond the table prove nothing alone (a remark at the end); the forms of the values must suit their columns
    /// clearly better once a cell is taken out. Without cells beyond the table much more is asked for.
    static func isShifted(_ row: SheetRow, _ layout: TableLayout) -> Bool {
        let overflows = row.lastFilled >= layout.width || row.cells.count > layout.cellCount
        var contradictions = 0
        for (column, field) in layout.formed where column < row.cells.count {
            if CellShape(row.cells[column]).fit(field) == .contradicts { contradictions += 1 }
        }
        guard overflows || contradictions >= 2 else { return false }
        let shapes = row.cells.map { CellShape($0) }
        if overflows, hasSplitDecimal(row, layout) { return true }
        let best = max(gain(row, layout, shapes, by: 1), gain(row, layout, shapes, by: 2))
        return overflows ? best >= 2 : best >= 4
    }

    /// Whether a coefficient fell apart at its decimal comma: `3` with `33` in the next cell, where no number belongs.
    private static func hasSplitDecimal(_ row: SheetRow, _ layout: TableLayout) -> Bool {
        layout.formed.contains { column, field in
            guard field == .salaryCoefficient || field == .positionAllowance, column + 1 < row.cells.count else {
                return false
            }
            let (whole, fraction) = (CellShape(row.cells[column]), CellShape(row.cells[column + 1]))
            let next = layout.formed.first { $0.column == column + 1 }?.field
            return whole.isInteger && whole.digits == 1 && fraction.isInteger && fraction.digits == 2
                && next != .positionAllowance && next != .overFrame
        }
    }

    /// How much better the values suit when those from the best cell on are moved back to the left.
    private static func gain(_ row: SheetRow, _ layout: TableLayout, _ shapes: [CellShape], by shift: Int) -> Int {
        func fit(_ column: Int, _ field: Field) -> Int {
            column < shapes.count ? shapes[column].fit(field).rawValue : 0
        }
        // From right to left: what moving every column from here on would change.
        var change = 0
        var best = 0
        for (column, field) in layout.formed.reversed() {
            change += fit(column + shift, field) - fit(column, field)
            let startsWithBlank = (column + 1..<column + 1 + shift).contains { row.text($0).utf8.first == 0x20 }
            best = max(best, change + (startsWithBlank ? 1 : 0))
        }
        return best
    }
}
