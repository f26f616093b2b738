// The rows of a file's tables, read again: for work that runs over all of them, as bytes, reading on a thread of its own.

import Tabular

/// A row of a table: its cells as bytes, those at its end added that the format leaves out.
///
/// It lives as long as the call that hands it out.
struct TableRow {
    private let cells: BatchCells
    /// How many cells the row has; those beyond what was read are blank.
    let count: Int

    fileprivate init(_ cells: BatchCells, of table: InspectedFile.Table, format: FileFormat) {
        self.cells = cells
        guard format != .csv else {
            count = cells.count
            return
        }
        var filled = cells.count
        while filled > 0, cells[filled - 1].isEmpty || cells.origin(filled - 1) == .mergedFromLeft { filled -= 1 }
        count = max(table.fieldNames?.count ?? table.found.width, filled)
    }

    /// The bytes of a cell; none right of a merge's first cell, and beyond the row's last.
    subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
        cells.origin(column) == .mergedFromLeft ? UnsafeBufferPointer(start: nil, count: 0) : cells[column]
    }

    /// The text of a cell.
    func text(_ column: Int) -> String { String(decoding: self[column], as: UTF8.self) }
}

extension InspectedFile {
    /// Hands on the rows of a table below its heading, each cell as read.
    ///
    /// - throws: `RunFailure` where the file can't be read to its end; whatever `body` throws.
    func forEachRow(ofTable table: Table, _ body: (TableRow) throws -> Void) throws {
        var ranges = table.found.body[...]
        try forEachRow(ofSheet: table.sheet) { position, row in
            guard let range = ranges.first, range.contains(position) else { return }
            if position == range.upperBound - 1 { ranges.removeFirst() }
            if table.fieldNames == nil, table.found.heading.contains(position) { return }
            try body(TableRow(row, of: table, format: format))
        }
    }

    private struct Enough: Error {}

    /// Reads the file again and hands on the rows of a sheet with their positions, up to one of them.
    func forEachRow(ofSheet sheet: Int, upTo last: Int? = nil, _ body: (Int, BatchCells) throws -> Void) throws {
        var position = 0
        do {
            try BatchConveyor.read(path, limits: limits) { batch, _ in
                if batch.sheet > sheet { throw Enough() }
                guard batch.sheet == sheet else { return }
                try batch.forEachRow { _, cells in
                    try body(position, cells)
                    position += 1
                    if let last, position > last { throw Enough() }
                }
            }
        } catch is Enough {
        } catch let refusal as RefusedFile {
            throw RunFailure(refusal, path: path)
        }
    }
}
