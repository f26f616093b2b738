// Delimiters of two characters, as `, ` and `;;`: cut at the first of them, the rows show by their cells what was
// meant.

/// What stands between cells beside the byte at which they were cut.
public enum WideDelimiter: Sendable, Equatable {
    case single
    /// A blank follows, so each cell but the first begins with it. `isCutInside` where bare cells may have been cut at
    /// a delimiter without its blank (`$1,074`) for want of the blank.
    case withBlank(UInt8, isCutInside: Bool)
    /// The byte stands twice: every other cell is empty.
    case doubled(UInt8)

    /// What belongs to the delimiter beside its first byte; nil where nothing does.
    public var tail: UInt8? {
        switch self {
        case .single: nil
        case .withBlank: Byte.space
        case .doubled(let delimiter): delimiter
        }
    }

    /// The rows of a batch that was cut at the delimiter's first byte, with the cells that were meant.
    func mended(_ batch: RowBatch) -> RowBatch {
        guard self != .single else { return batch }
        var mended = RowBatch(sheet: batch.sheet)
        for index in 0..<batch.count {
            for cell in cells(of: batch[index]) { mended.appendCell(cell) }
            mended.endRow(number: batch[index].number)
        }
        return mended
    }

    private func cells(of row: RowBatch.Row) -> [ArraySlice<UInt8>] {
        switch self {
        case .single: (0..<row.count).map(row.bytes)
        case .withBlank(let delimiter, let isCutInside): Self.withoutBlanks(row, delimiter, isCutInside: isCutInside)
        case .doubled(let delimiter): Self.withoutEmpty(row, delimiter)
        }
    }

    private static func withoutBlanks(
        _ row: RowBatch.Row, _ delimiter: UInt8, isCutInside: Bool
    ) -> [ArraySlice<UInt8>] {
        var cells: [ArraySlice<UInt8>] = []
        for column in 0..<row.count {
            let bytes = row.bytes(column)
            if column == 0 {
                cells.append(bytes)
            } else if bytes.first == Byte.space {
                cells.append(bytes.dropFirst())
            } else if isCutInside, isDigit(cells[cells.count - 1].last), bytes.prefix(3).allSatisfy(isDigit),
                bytes.count >= 3, !isDigit(bytes.dropFirst(3).first)
            {
                cells[cells.count - 1] += [delimiter] + bytes
            } else {
                cells.append(bytes)
            }
        }
        return cells
    }

    /// An empty cell is the second half of a delimiter; where there is none, the delimiter was part of a cell.
    private static func withoutEmpty(_ row: RowBatch.Row, _ delimiter: UInt8) -> [ArraySlice<UInt8>] {
        var cells: [ArraySlice<UInt8>] = []
        var column = 0
        while column < row.count {
            let bytes = row.bytes(column)
            if column > 0, bytes.isEmpty, column + 1 < row.count {
                cells.append(row.bytes(column + 1))
                column += 2
            } else {
                if column == 0 { cells.append(bytes) } else { cells[cells.count - 1] += [delimiter] + bytes }
                column += 1
            }
        }
        return cells
    }

    private static func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 &- UInt8(ascii: "0") < 10 } ?? false }
}

/// What delimits the cells of a text beside the byte at which it was cut.
struct DelimiterSurvey {
    private let dialect: Dialect
    private var rows = 0
    private var doubledRows = 0
    private var cells = 0
    private var cellsAfterBlank = 0

    /// Looks at the rows of a text that was cut in a dialect.
    init(_ dialect: Dialect, _ batch: RowBatch) {
        self.dialect = dialect
        batch.bytes.withUnsafeBufferPointer { bytes in
            var first = 0
            for end in batch.rowEnds {
                if end > first + 1 { add(bytes, batch.cellEnds, first..<end) }
                first = end
            }
        }
    }

    /// Takes a row of several cells.
    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ cellEnds: [Int], _ row: Range<Int>) {
        var filled = 0
        var isDoubled = row.count > 2 && !row.count.isMultiple(of: 2)
        for cell in row.dropFirst() {
            let start = cellEnds[cell - 1]
            if cellEnds[cell] == start { continue }
            if !(cell - row.lowerBound).isMultiple(of: 2) { isDoubled = false }
            filled += 1
            if bytes[start] == Byte.space { cellsAfterBlank += 1 }
        }
        cells += filled
        // A row with nothing but its first cell, as a section's heading, would be doubled as well as not.
        guard filled > 0 else { return }
        rows += 1
        if isDoubled { doubledRows += 1 }
    }

    /// What nearly all rows say; one delimiter where the text is cut at blanks or not at all.
    var verdict: WideDelimiter {
        guard let delimiter = dialect.delimiter, delimiter != Byte.space, rows > 0 else { return .single }
        if doubledRows * 4 >= rows * 3, cells > 0, rows > 1 { return .doubled(delimiter) }
        let isMost = cells > 1 && cellsAfterBlank * 10 >= cells * 9
        // Blanks before an opening quote are gone already; those before bare cells are as many as are left.
        guard isMost || (dialect.skipsBlanksBeforeQuote && cellsAfterBlank > 0) else { return .single }
        return .withBlank(delimiter, isCutInside: cellsAfterBlank * 10 >= cells * 7)
    }
}
