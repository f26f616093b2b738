// What a quote means to the scanner: where it opens, where it closes, where it is text, and where it was never closed.

/// What is known of the quoted cell that is being read.
struct QuotedCell {
    /// Line breaks inside it.
    var lineBreaks = 0
    /// Whether a quote inside it was neither doubled nor closing.
    var hasBareQuote = false
    /// Whether such a quote stood where a cell begins: then the cell may really have been left open.
    var hasOpeningQuote = false
    /// Bare quotes before this byte of the text are known to be text.
    var bareUntil = 0
    /// Bytes of its line up to its opening quote that are not in the batch.
    var droppedBefore = 0
    /// How often the rest of the line was looked at to judge a quote inside it.
    var looksAhead = 0
}

extension CSVScanner {
    private enum Reading {
        case text(until: Int)
        case closing, unknown
    }

    /// Begins a cell at a quote, or at blanks that may lead to one; false where more is needed to judge.
    mutating func openQuote(_ cursor: inout ScanCursor, isLast: Bool) -> Bool {
        var position = cursor.position
        while skipsBlanks, cursor.byte(at: position) == Byte.space { position += 1 }
        guard let byte = cursor.byte(at: position) else {
            if isLast { state = .plain }
            return isLast
        }
        guard byte == quote else {
            state = .plain
            return true
        }
        if expectedColumns > 1 {
            guard let isDitto = isDittoMark(at: position, in: cursor, isLast: isLast) else { return false }
            if isDitto {
                cursor.copyOne()
                state = .plain
                return true
            }
        }
        dropped += position + 1 - cursor.position
        cursor.position = position + 1
        quotedCell = QuotedCell(droppedBefore: dropped)
        state = .quoted
        return true
    }

    /// Reads an escape and the byte after it; false where that is not there yet.
    mutating func readEscape(_ cursor: inout ScanCursor, isLast: Bool) -> Bool {
        guard let next = cursor.byte(at: cursor.position + 1) else {
            if isLast { cursor.copyOne() }
            return isLast
        }
        if next == quote || next == escape || next == delimiter {
            cursor.position += 1
            dropped += 1
        }
        cursor.copyOne()
        return true
    }

    /// Reads a quote inside a quoted cell; false where more is needed to judge it.
    mutating func readQuote(
        _ cursor: inout ScanCursor, isLast: Bool, into batch: inout RowBatch
    ) throws(RefusedFile) -> Bool {
        guard let next = cursor.byte(at: cursor.position + 1) else {
            if isLast { try closeQuote(&cursor) }
            return isLast
        }
        if next == quote { return try readDoubledQuote(&cursor, isLast: isLast) }
        if isCellEnd(next) {
            try closeQuote(&cursor)
            return true
        }
        if consumed + cursor.position < quotedCell.bareUntil {
            cursor.copyOne()
            return true
        }
        guard let isStray = isOpeningQuoteStray(cursor, isLast: isLast) else { return false }
        quotedCell.looksAhead += 1
        if isStray {
            try cutStrayCell(&cursor, &batch)
            return true
        }
        switch reading(ofQuoteAt: cursor.position, in: cursor, isLast: isLast) {
        case .unknown: return false
        case .text(let end):
            noteBareQuote(cursor)
            quotedCell.bareUntil = consumed + end
            cursor.copyOne()
        case .closing:
            noteBareQuote(cursor)
            try closeQuote(&cursor)
        }
        return true
    }

    /// Cuts what was read as one quoted cell into the bare cells that it is, the first of them with the quote.
    private mutating func cutStrayCell(_ cursor: inout ScanCursor, _ batch: inout RowBatch) throws(RefusedFile) {
        cursor.insert(quote, at: cellStart)
        dropped -= 1
        while let length = cursor.writtenBytes(from: cellStart).firstIndex(of: delimiter) {
            let end = cellStart + length
            cursor.remove(at: end)
            try endCell(at: end, of: &batch)
        }
    }

    private mutating func readDoubledQuote(_ cursor: inout ScanCursor, isLast: Bool) throws(RefusedFile) -> Bool {
        guard let after = cursor.byte(at: cursor.position + 2) ?? (isLast ? Byte.lineFeed : nil) else { return false }
        var isTextThenEnd = false
        if isCellEnd(after) {
            // Whoever left the quotes inside bare did not double the last one either: it is text, then the cell ends.
            guard let closes = quotedCell.hasBareQuote ? true : closesAfterBareQuote(cursor, isLast: isLast) else {
                return false
            }
            isTextThenEnd = closes
            quotedCell.looksAhead += 1
        }
        if isTextThenEnd {
            cursor.copyOne()
            try closeQuote(&cursor)
        } else {
            cursor.position += 1
            dropped += 1
            cursor.copyOne()
        }
        return true
    }

    private mutating func noteBareQuote(_ cursor: ScanCursor) {
        quotedCell.hasBareQuote = true
        if let last = cursor.lastWritten(after: cellStart), last == delimiter || last == newline {
            quotedCell.hasOpeningQuote = true
        }
    }

    /// What a quote is that ordinary text follows: text, if a closing quote comes later on its line; the end of its
    /// cell, if the line ends or another cell opens before.
    private func reading(ofQuoteAt start: Int, in cursor: ScanCursor, isLast: Bool) -> Reading {
        var position = start + 1
        while cursor.byte(at: position) == Byte.space { position += 1 }
        if let byte = cursor.byte(at: position), isCellEnd(byte) { return .closing }
        while let byte = cursor.byte(at: position) {
            if isLineEnd(byte) || position - start > limits.cellBytes { return .closing }
            guard byte == quote else {
                position += 1
                continue
            }
            guard let next = cursor.byte(at: position + 1) else { return isLast ? .text(until: position) : .unknown }
            if cursor.byte(at: position - 1) == delimiter && !isCellEnd(next) { return .closing }
            if isCellEnd(next) { return .text(until: position) }
            position += next == quote ? 2 : 1
            if next == quote {
                guard let after = cursor.byte(at: position) else { return isLast ? .text(until: position) : .unknown }
                if isCellEnd(after) { return .text(until: position - 1) }
            }
        }
        return isLast ? .closing : .unknown
    }

    private mutating func closeQuote(_ cursor: inout ScanCursor) throws(RefusedFile) {
        cursor.position += 1
        if quotedCell.lineBreaks > 0 {
            let text = cursor.writtenBytes(from: cellStart)
            if hasSwallowedRows(text) { throw unclosedQuote(cursor) }
            if let last = text.lastIndex(of: newline) { lineStart = cellStart + last + 1 }
            cellsBeforeLine = cells
            dropped = 0
        }
        dropped += 1
        state = .plain
    }

    /// Whether a cell of several lines is really rows behind a quote that was never closed: its lines, taken without
    /// the quote, have just as many cells as rows have.
    private func hasSwallowedRows(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var counts = [0]
        for byte in text {
            if byte == delimiter { counts[counts.count - 1] += 1 }
            if byte == newline { counts.append(0) }
        }
        let first = counts[0]
        let last = counts[counts.count - 1]
        if quotedCell.hasOpeningQuote && first > 0 { return true }
        guard expectedColumns > 3, first + last > 2, cells + first + 1 == expectedColumns else { return false }
        return counts[1..<counts.count - 1].allSatisfy { $0 + 1 == expectedColumns } && last < expectedColumns
    }

    /// The refusal for the quote that opened the cell being read.
    func unclosedQuote(_ cursor: ScanCursor) -> RefusedFile {
        var column = cells - cellsBeforeLine + quotedCell.droppedBefore
        let before = cursor.writtenBytes(from: lineStart).prefix(cellStart - lineStart)
        for byte in before where byte & 0xC0 != 0x80 { column += 1 }
        return RefusedFile(.unclosedQuote, line: line - quotedCell.lineBreaks, column: column)
    }
}
