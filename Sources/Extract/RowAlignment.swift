// Rows whose values slid to the right because a delimiter stood unquoted in a name or a unit.

import Personnel

/// Tells a row with shifted values from one that merely has a cell too many.
enum RowAlignment {
    /// Whether the row's values stand in the wrong columns from some cell on.
    ///
    /// Cells beyond the table prove nothing alone (a remark at the end); the forms of the values must suit their columns
    /// clearly better once a cell is taken out. Without cells beyond the table much more is asked for.
    static func isShifted(_ row: SheetRow, _ layout: TableLayout) -> Bool {
        let overflows = row.lastFilled >= layout.width
        var contradictions = 0
        for (column, field) in layout.formed where column < row.cells.count {
            if CellShape(row.cells[column]).fit(field) == .contradicts { contradictions += 1 }
        }
        guard overflows || contradictions >= 2 else { return false }
        let shapes = row.cells.map { CellShape($0) }
        let best = max(gain(row, layout, shapes, by: 1), gain(row, layout, shapes, by: 2))
        return overflows ? best >= 2 : best >= 5
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
