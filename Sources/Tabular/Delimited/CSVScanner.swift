// The core of the delimited reader: a state machine over chunks of UTF-8 that fills batches and allocates nothing per
// cell. It knows nothing of files. Where a byte can only be judged by those after it, it waits for more.

/// Cuts delimited text into rows of cells, RFC 4180 and what careless tools make of it.
///
/// - A quote opens a cell only as its first byte; elsewhere it is text.
/// - Inside a quoted cell a doubled quote is one, and a quote before a delimiter, a line end or the end closes the cell.
///   Any other quote is text where a closing quote follows on its line, else it closes the cell and what follows stays.
/// - A cell that is nothing but a quote (a ditto mark) is text where that gives the row its usual number of cells; so are
///   a quote that opens a cell which another one opens inside, and a quote that nobody doubled before the closing one.
/// - CRLF, LF and a lone CR end a record; a blank line is a row without cells.
struct CSVScanner {
    enum State { case cellStart, plain, quoted }

    let delimiter, quote, escape, newline: UInt8
    let skipsBlanks: Bool
    let limits: ReadingLimits
    /// How many cells most rows have; 0 where that is unknown.
    let expectedColumns: Int
    let plainStops: StopBytes
    private let quotedStops: StopBytes
    private let rowsPerBatch: Int
    private static let bytesPerBatch = 8 << 20

    var state = State.cellStart
    /// Cells of the row so far.
    var cells = 0
    /// Where in the batch's bytes the cell begins that is being read.
    var cellStart = 0
    /// The physical line that is being read, from 1.
    var line: Int
    /// The physical line on which the record began that is being read.
    var recordLine: Int
    var rowNumber: UInt32 = 0
    /// Bytes of earlier inputs.
    private(set) var consumed = 0

    /// Where in the batch's bytes the physical line begins, with the cells before it in its row, and how many bytes of
    /// the line are not in the batch: what it takes to tell a column.
    var lineStart = 0
    var cellsBeforeLine = 0
    var dropped = 0

    var quotedCell = QuotedCell()

    /// A scanner for text in a dialect; the text has no NUL, and its first line has the number given.
    init(
        dialect: Dialect, limits: ReadingLimits = ReadingLimits(), expectedColumns: Int = 0, firstLine: Int = 1,
        rowsPerBatch: Int = 4_096
    ) {
        // NUL never comes in, so it stands for "no such byte".
        delimiter = dialect.delimiter ?? 0
        quote = dialect.quote ?? 0
        escape = dialect.escape ?? 0
        newline = dialect.lineEnding == .cr ? Byte.carriageReturn : Byte.lineFeed
        skipsBlanks = dialect.skipsBlanksBeforeQuote
        self.limits = limits
        self.expectedColumns = expectedColumns
        plainStops = StopBytes(delimiter, Byte.carriageReturn, Byte.lineFeed, dialect.escape ?? delimiter)
        quotedStops = StopBytes(quote, newline, newline, dialect.escape ?? quote)
        self.rowsPerBatch = rowsPerBatch
        line = firstLine
        recordLine = firstLine
    }

    /// Whether the batch has as many rows or bytes as one should hold.
    func isFull(_ batch: RowBatch, bytes: Int) -> Bool {
        batch.rowEnds.count >= rowsPerBatch || bytes >= Self.bytesPerBatch
    }

    /// Reads rows until the batch is full or the input can be judged no further; returns how many bytes were used.
    ///
    /// The rest must come again at the beginning of the next input. With the last input the final record ends.
    mutating func scan(
        _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into batch: inout RowBatch
    ) throws(RefusedFile) -> Int {
        var bytes: [UInt8] = []
        swap(&bytes, &batch.bytes)
        let start = bytes.count
        if cells == 0 && state == .cellStart {
            cellStart = start
            lineStart = start
        }
        var failure: RefusedFile?
        var used = 0
        bytes.appendUninitialized(atMost: input.count + ScanCursor.stride) { room in
            // The scanner looks back at what it wrote before: its offsets count from the batch's first byte.
            let output = room - start
            let first = input.baseAddress ?? UnsafePointer(room)
            var cursor = ScanCursor(input: first, count: input.count, output: output, written: start)
            do throws(RefusedFile) { try run(&cursor, isLast: isLast, into: &batch) } catch { failure = error }
            used = cursor.position
            return cursor.written - start
        }
        swap(&bytes, &batch.bytes)
        consumed += used
        if let failure { throw failure }
        return used
    }

    private mutating func run(
        _ cursor: inout ScanCursor, isLast: Bool, into batch: inout RowBatch
    ) throws(RefusedFile) {
        while cursor.position < cursor.end {
            switch state {
            case .cellStart:
                if cursor.current == quote || (skipsBlanks && cursor.current == Byte.space) {
                    guard openQuote(&cursor, isLast: isLast) else { return }
                } else if cells == 0 && isLineEnd(cursor.current) {
                    guard endRow(&cursor, isLast: isLast, of: &batch) else { return }
                    if isFull(batch, bytes: cursor.written) { return }
                } else {
                    state = .plain
                    try runPlain(&cursor, into: &batch)
                    if isFull(batch, bytes: cursor.written) { return }
                }
            case .plain:
                guard cursor.copy(until: plainStops) else { break }
                if cursor.current == delimiter {
                    cursor.position += 1
                    try endCell(cursor, of: &batch)
                } else if isLineEnd(cursor.current) {
                    guard hasWholeLineEnd(cursor, isLast: isLast) else { return }
                    try endCell(cursor, of: &batch)
                    _ = endRow(&cursor, isLast: isLast, of: &batch)
                    if isFull(batch, bytes: cursor.written) { return }
                } else {
                    guard readEscape(&cursor, isLast: isLast) else { return }
                }
            case .quoted:
                guard cursor.copy(until: quotedStops) else { break }
                if cursor.current == quote {
                    guard try readQuote(&cursor, isLast: isLast, into: &batch) else { return }
                } else if cursor.current == newline {
                    cursor.copyOne()
                    quotedCell.lineBreaks += 1
                    line += 1
                } else {
                    guard readEscape(&cursor, isLast: isLast) else { return }
                }
            }
        }
        try checkCell(cursor)
        if isLast { try finish(&cursor, &batch) }
    }

    private mutating func finish(_ cursor: inout ScanCursor, _ batch: inout RowBatch) throws(RefusedFile) {
        if state == .quoted { throw unclosedQuote(cursor) }
        guard state == .plain || cells > 0 else { return }
        try endCell(cursor, of: &batch)
        _ = endRow(&cursor, isLast: true, of: &batch)
    }

    @inline(__always)
    func isLineEnd(_ byte: UInt8) -> Bool { byte == Byte.lineFeed || byte == Byte.carriageReturn }

    /// Whether the byte after a closing quote ends the cell.
    func isCellEnd(_ byte: UInt8) -> Bool { byte == delimiter || isLineEnd(byte) }

    @inline(__always)
    private func hasWholeLineEnd(_ cursor: ScanCursor, isLast: Bool) -> Bool {
        cursor.current == Byte.lineFeed || isLast || cursor.position + 1 < cursor.end
    }

    @inline(__always)
    private mutating func endCell(_ cursor: ScanCursor, of batch: inout RowBatch) throws(RefusedFile) {
        try checkCell(cursor)
        try endCell(at: cursor.written, of: &batch)
    }

    /// Ends the cell before a byte of the batch.
    @inline(__always)
    mutating func endCell(at end: Int, of batch: inout RowBatch) throws(RefusedFile) {
        batch.cellEnds.append(end)
        cells += 1
        if cells > limits.columns { throw RefusedFile(.limitColumns, line: line, detail: "\(limits.columns)") }
        cellStart = end
        state = .cellStart
    }

    /// Ends the row at a line end or at the end of the text; false where more is needed to know the line end whole.
    @inline(__always)
    private mutating func endRow(_ cursor: inout ScanCursor, isLast: Bool, of batch: inout RowBatch) -> Bool {
        if cursor.position < cursor.end {
            guard hasWholeLineEnd(cursor, isLast: isLast) else { return false }
            let isReturn = cursor.current == Byte.carriageReturn
            cursor.position += 1
            if isReturn && cursor.byte(at: cursor.position) == Byte.lineFeed { cursor.position += 1 }
        }
        countRow(ending: batch.cellEnds.count, written: cursor.written, in: &batch)
        return true
    }

    /// Writes down a row that has ended before a cell of the batch; the next one begins.
    @inline(__always)
    mutating func countRow(ending cell: Int, written: Int, in batch: inout RowBatch) {
        rowNumber += 1
        batch.rowEnds.append(cell)
        batch.rowNumbers.append(rowNumber)
        line += 1
        recordLine = line
        cells = 0
        cellsBeforeLine = 0
        dropped = 0
        lineStart = written
    }

    @inline(__always)
    private func checkCell(_ cursor: ScanCursor) throws(RefusedFile) {
        guard cursor.written - cellStart > limits.cellBytes else { return }
        if state == .quoted && quotedCell.lineBreaks > 0 { throw unclosedQuote(cursor) }
        throw RefusedFile(.limitCell, line: line, detail: "\(limits.cellBytes)")
    }
}
