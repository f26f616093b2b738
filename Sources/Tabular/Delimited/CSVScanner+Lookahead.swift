// What the rest of a line says about a quote in it: a reading is right when it gives the row its usual number of cells.

extension CSVScanner {
    /// How many quotes of one cell are judged by the rest of the line: more would make long cells slow.
    private static let mostLooksAhead = 8

    /// Whether a quote at the beginning of a cell is all the cell: right before its end, in a line that has the usual
    /// number of cells when the quote means nothing. nil where more is needed to judge.
    func isDittoMark(at position: Int, in cursor: ScanCursor, isLast: Bool) -> Bool? {
        guard let next = cursor.byte(at: position + 1) else { return isLast ? false : nil }
        guard isCellEnd(next) else { return false }
        guard let (bare, end) = delimiters(from: position + 1, .bare, in: cursor, isLast: isLast) else { return nil }
        let rest = expectedColumns - cells - 1
        if bare != rest {
            // Quoted cells may follow, as long as they close on this line.
            let own = delimiters(from: position + 1, .afterCell, in: cursor, isLast: isLast)
            guard let own else { return nil }
            guard own.count == rest, own.end == end else { return false }
        }
        guard isLineEnd(next) else { return true }
        // A quoted cell may begin with a line break: then what comes next is no whole row.
        var start = end
        while let byte = cursor.byte(at: start), isLineEnd(byte) { start += 1 }
        guard start < cursor.end else { return isLast ? true : nil }
        return isWholeRow(from: start, in: cursor, isLast: isLast)
    }

    /// Whether the record that begins here has the usual number of cells, be its quotes in earnest or not; nil where the
    /// input does not reach so far.
    private func isWholeRow(from start: Int, in cursor: ScanCursor, isLast: Bool) -> Bool? {
        guard let bare = delimiters(from: start, .bare, in: cursor, isLast: isLast) else { return nil }
        if bare.count == expectedColumns - 1 { return true }
        guard let quoted = delimiters(from: start, .cellStart, in: cursor, isLast: isLast) else { return nil }
        return quoted.count == expectedColumns - 1
    }

    /// Whether a doubled quote before the end of a cell is a quote that nobody escaped and the closing one, for only so
    /// has the row its usual number of cells. nil where more is needed to judge.
    func closesAfterBareQuote(_ cursor: ScanCursor, isLast: Bool) -> Bool? {
        guard expectedColumns > 1, quotedCell.looksAhead < Self.mostLooksAhead else { return false }
        let end = cursor.position + 2
        guard let (closed, _) = delimiters(from: end, .afterCell, in: cursor, isLast: isLast) else { return nil }
        guard closed == expectedColumns - cells - 1 else { return false }
        guard let (open, _) = delimiters(from: end, .quoted, in: cursor, isLast: isLast) else { return nil }
        return open != expectedColumns - cells - 1
    }

    /// Whether the quote that opened the cell was none, as another cell opens before it closes: without it the row has
    /// its usual number of cells. nil where more is needed to judge.
    func isOpeningQuoteStray(_ cursor: ScanCursor, isLast: Bool) -> Bool? {
        guard expectedColumns > 1, quotedCell.looksAhead < Self.mostLooksAhead, quotedCell.lineBreaks == 0,
            dropped == quotedCell.droppedBefore,
            cursor.lastWritten(after: cellStart) == delimiter
        else { return false }
        let before = cursor.writtenBytes(from: cellStart).count { $0 == delimiter }
        guard let (after, _) = delimiters(from: cursor.position, .cellStart, in: cursor, isLast: isLast) else {
            return nil
        }
        return after == expectedColumns - cells - before - 1
    }

    private enum Place {
        case cellStart, afterCell, quoted
        /// On a line on which quotes mean nothing.
        case bare
    }

    /// How many delimiters stand before the record's end when quotes mean what RFC 4180 says, no number where the text
    /// ends in quotes; and where that is. nil where the input does not reach so far.
    private func delimiters(
        from start: Int, _ place: Place, in cursor: ScanCursor, isLast: Bool
    ) -> (count: Int?, end: Int)? {
        var place = place
        var count = 0
        var position = start
        while let byte = cursor.byte(at: position) {
            if position - start > limits.cellBytes { return (count, position) }
            if byte == escape, escape != 0 {
                position += 2
                continue
            }
            if place == .bare {
                if isLineEnd(byte) { return (count, position) }
                if byte == delimiter { count += 1 }
            } else if place == .quoted {
                if byte == quote {
                    guard let next = cursor.byte(at: position + 1) else { return isLast ? (count, cursor.end) : nil }
                    if next == quote { position += 1 }
                    if isCellEnd(next) { place = .afterCell }
                }
            } else if isLineEnd(byte) {
                return (count, position)
            } else if byte == delimiter {
                count += 1
                place = .cellStart
            } else if byte == quote, place == .cellStart {
                place = .quoted
            } else if byte != Byte.space || !skipsBlanks {
                place = .afterCell
            }
            position += 1
        }
        return isLast ? (place == .quoted ? nil : count, cursor.end) : nil
    }
}
