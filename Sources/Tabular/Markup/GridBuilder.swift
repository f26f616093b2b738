// Cells into rows: gaps are filled, and merged cells say their text wherever they reach.

/// Builds the rows of one sheet, cell by cell from left to right.
struct GridBuilder {
    /// What is built and not yet taken.
    private(set) var batch: RowBatch
    /// The text of the cell that is being built.
    private(set) var text: [UInt8] = []
    private let limits: ReadingLimits
    private var row: UInt32 = 0
    /// The next column to write.
    private var column = 0
    /// Merges that reach below the row where they begin, by their first column.
    private var spans: [Span] = []
    private var newSpans: [Span] = []
    /// The first span that may still cover the next column.
    private var spanIndex = 0
    /// The merge of this row that covers the columns right of its cell.
    private var left = Span(columns: 0..<0, lastRow: 0, text: [])

    private struct Span {
        var columns: Range<Int>
        var lastRow: UInt32
        var text: [UInt8]
    }

    /// Rows that make a batch, and bytes and cells that make one sooner.
    private static let batchRows = 4_096
    private static let batchBytes = 4 << 20
    private static let batchCells = 1 << 18

    /// Bytes and cells that merges and shared texts may still repeat: a bound for files that say little very often.
    private var repeatable: Int
    /// What each cell of its own adds to that: many times what a list repeats.
    private static let repeatablePerCell = 256

    init(sheet: Int, limits: ReadingLimits) {
        batch = RowBatch(sheet: sheet)
        self.limits = limits
        repeatable = limits.repeatedBytes
    }

    /// Whether what is built is enough to hand on.
    var isFull: Bool {
        batch.count >= Self.batchRows || batch.byteCount >= Self.batchBytes || batch.cellEnds.count >= Self.batchCells
    }

    /// The rows built so far; the next batch begins empty.
    mutating func takeBatch() -> RowBatch {
        var next = RowBatch(sheet: batch.sheet)
        next.bytes.reserveCapacity(batch.bytes.count)
        next.cellEnds.reserveCapacity(batch.cellEnds.count)
        swap(&batch, &next)
        return next
    }

    /// The column of a cell of a position, or of the next one.
    func nextColumn(at position: Int?) -> Int { max(position ?? column, column) }

    mutating func beginRow(_ number: UInt32) {
        row = number
        column = 0
        spanIndex = 0
        left.columns = 0..<0
        text.removeAll(keepingCapacity: true)
    }

    /// Adds a piece to the text of the next cell.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(RefusedFile) {
        guard text.count + bytes.count <= limits.cellBytes else {
            throw RefusedFile(.limitCell, detail: String(limits.cellBytes))
        }
        text.append(contentsOf: bytes)
    }

    /// Sets the text of the next cell.
    ///
    /// - parameter isShared: whether the text stands elsewhere in the file, for any number of cells.
    mutating func setText(_ bytes: [UInt8], isShared: Bool = false) throws(RefusedFile) {
        guard bytes.count <= limits.cellBytes else {
            throw RefusedFile(.limitCell, detail: String(limits.cellBytes))
        }
        if isShared { try takeRepeatable(bytes.count) }
        // Copied into memory at hand: an array that is shared would have to be made anew for the next cell.
        text.removeAll(keepingCapacity: true)
        text.append(contentsOf: bytes)
    }

    /// Writes the cell whose text is built.
    ///
    /// - parameter position: the cell's column from 0, where the file says it; nil for the next one.
    /// - parameter across: how many columns to its right it covers; `down`: how many rows below.
    /// - parameter skipsCovered: whether the next column is the next that no merge covers, even for an empty cell.
    ///   Without it an empty cell without position may stand for a covered one.
    mutating func endCell(
        at position: Int? = nil, across: Int = 0, down: Int = 0, skipsCovered: Bool = false
    ) throws(RefusedFile) {
        defer { text.removeAll(keepingCapacity: true) }
        var target = max(position ?? column, column)
        if hasMerges { target = skipCovered(from: target, position, skipsCovered) }
        guard target < limits.columns else {
            // What is left of the row is covered: it is written now, and looked at no more.
            if text.isEmpty { return position == nil ? try fill(to: target) : () }
            throw RefusedFile(.limitColumns, detail: String(limits.columns))
        }
        try fill(to: target)
        if hasMerges, let covering = cover(), !covering.text.isEmpty || text.isEmpty {
            return try fill(to: target + 1)
        }
        text.withUnsafeBufferPointer { batch.appendBytes($0) }
        batch.endCell()
        column += 1
        repeatable += Self.repeatablePerCell
        guard across > 0 || down > 0 else { return }
        let columns = target..<min(target + across + 1, limits.columns)
        if across > 0 { left = Span(columns: columns, lastRow: row, text: text) }
        if down > 0 {
            newSpans.append(Span(columns: columns, lastRow: row &+ UInt32(truncatingIfNeeded: down), text: text))
        }
    }

    /// Ends the row, with the cells that merges still cover at its end.
    mutating func endRow() throws(RefusedFile) {
        if hasMerges {
            try fill(to: max(left.columns.upperBound, spans.last { $0.lastRow >= row }?.columns.upperBound ?? 0))
        }
        batch.endRow(number: row)
        guard !spans.isEmpty || !newSpans.isEmpty else { return }
        // A merge that begins where another still reaches takes its place: there are never more than columns.
        let starts = Set(newSpans.map(\.columns.lowerBound))
        spans.removeAll { $0.lastRow <= row || starts.contains($0.columns.lowerBound) }
        spans.append(contentsOf: newSpans)
        newSpans.removeAll()
        spans.sort { $0.columns.lowerBound < $1.columns.lowerBound }
    }

    /// Forgets merges that would reach into what follows.
    mutating func clearMerges() { spans.removeAll() }

    /// Whether any merge may cover a cell of this row.
    private var hasMerges: Bool { !spans.isEmpty || !left.columns.isEmpty }

    /// Where a cell goes that would come to stand below or in a merge.
    private func skipCovered(from column: Int, _ position: Int?, _ skipsCovered: Bool) -> Int {
        guard position == nil else { return column }
        var target = left.columns.contains(column) ? left.columns.upperBound : column
        guard skipsCovered || !text.isEmpty else { return target }
        var index = spanIndex
        while target < limits.columns {
            while index < spans.count, isPassed(spans[index], target) { index += 1 }
            let isLeft = left.columns.contains(target)
            guard isLeft || (index < spans.count && spans[index].columns.contains(target)) else { break }
            target = isLeft ? left.columns.upperBound : spans[index].columns.upperBound
        }
        return target
    }

    /// The merge that covers the next column to write.
    private mutating func cover() -> Span? {
        while spanIndex < spans.count, isPassed(spans[spanIndex], column) { spanIndex += 1 }
        if left.columns.contains(column) { return left }
        guard spanIndex < spans.count, spans[spanIndex].columns.contains(column) else { return nil }
        return spans[spanIndex]
    }

    private func isPassed(_ span: Span, _ column: Int) -> Bool {
        span.columns.upperBound <= column || span.lastRow < row
    }

    /// Writes the columns before `target`: empty, or covered.
    private mutating func fill(to target: Int) throws(RefusedFile) {
        let end = min(target, limits.columns)
        while column < end {
            if let covering = cover() {
                let isLeft = left.columns.contains(column)
                try takeRepeatable(covering.text.count + 1)
                covering.text.withUnsafeBufferPointer { batch.appendBytes($0) }
                batch.endCell(origin: isLeft ? .mergedFromLeft : .mergedFromAbove)
            } else {
                batch.endCell()
            }
            column += 1
        }
    }

    private mutating func takeRepeatable(_ count: Int) throws(RefusedFile) {
        repeatable -= count
        if repeatable < 0 { throw RefusedFile(.limitRepetition) }
    }
}
