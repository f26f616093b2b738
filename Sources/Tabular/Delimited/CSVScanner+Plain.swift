// The scanner's straight road: rows of cells without quotes, which nearly all are, found 64 bytes at a time.

extension CSVScanner {
    /// Cell ends that are gathered before they go into the batch: as many as find room on the stack.
    private static let endsAtATime = 128

    /// Reads plain cells up to a cell that a quote, a blank or an escape makes another matter, to the last bytes of the
    /// input, or until the batch is full; begins within a plain cell or at its first byte.
    mutating func runPlain(_ cursor: inout ScanCursor, into batch: inout RowBatch) throws(RefusedFile) {
        guard cursor.hasBlock(at: cursor.position) else { return }
        var failure: RefusedFile?
        withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.endsAtATime) { room in
            var ends = CellEnds(room)
            var isAtRoadsEnd = false
            while !isAtRoadsEnd && failure == nil {
                do throws(RefusedFile) {
                    isAtRoadsEnd = try runPlain(&cursor, &ends, into: &batch)
                } catch { failure = error }
                ends.flush(into: &batch)
            }
        }
        if let failure { throw failure }
    }

    /// Reads plain cells until there is no room for ends; true where the road ends.
    @inline(__always)
    private mutating func runPlain(
        _ cursor: inout ScanCursor, _ ends: inout CellEnds, into batch: inout RowBatch
    ) throws(RefusedFile) -> Bool {
        let firstCell = batch.cellEnds.count
        var block = cursor.position
        var cells = cells
        var cellStart = cellStart
        var isAtStart = state == .cellStart
        defer {
            self.cells = cells
            self.cellStart = cellStart
            state = isAtStart ? .cellStart : .plain
        }
        while cursor.hasBlock(at: block) && ends.hasRoomForBlock {
            var stops = cursor.stops(at: block, of: plainStops)
            while stops != 0 {
                let stop = block &+ stops.trailingZeroBitCount
                stops &= stops &- 1
                // The line feed behind a return is passed already.
                if stop < cursor.position { continue }
                let first = cursor.knownByte(at: cursor.position)
                if isAtStart && (first == quote || (skipsBlanks && first == Byte.space)) { return true }
                let byte = cursor.knownByte(at: stop)
                let isRowEnd = isLineEnd(byte)
                guard isRowEnd || byte == delimiter else { return true }
                let isBlankLine = isRowEnd && isAtStart && cells == 0 && stop == cursor.position
                if !isBlankLine {
                    cursor.copy(to: stop)
                    ends.append(cursor.written)
                    cells &+= 1
                    if cells > limits.columns || cursor.written &- cellStart > limits.cellBytes {
                        throw overlongPlainRow(cells)
                    }
                }
                cursor.position = stop &+ 1
                cellStart = cursor.written
                isAtStart = true
                guard isRowEnd else { continue }
                if byte == Byte.carriageReturn && cursor.knownByte(at: stop &+ 1) == Byte.lineFeed {
                    cursor.position &+= 1
                }
                countRow(ending: firstCell &+ ends.count, written: cursor.written, in: &batch)
                cells = 0
                if isFull(batch, bytes: cursor.written) { return true }
            }
            block &+= 64
        }
        return !cursor.hasBlock(at: block)
    }

    /// The refusal of a row with too many cells, or else of a cell that is too long.
    private func overlongPlainRow(_ cells: Int) -> RefusedFile {
        cells > limits.columns
            ? RefusedFile(.limitColumns, line: line, detail: "\(limits.columns)")
            : RefusedFile(.limitCell, line: line, detail: "\(limits.cellBytes)")
    }
}

/// Ends of cells on their way into a batch: one check of the batch's memory for many of them.
private struct CellEnds {
    private let room: UnsafeMutableBufferPointer<Int>
    private(set) var count = 0

    init(_ room: UnsafeMutableBufferPointer<Int>) { self.room = room }

    /// Whether the ends in 64 bytes find room, whatever the bytes.
    @inline(__always)
    var hasRoomForBlock: Bool { count &+ 64 <= room.count }

    @inline(__always)
    mutating func append(_ end: Int) {
        room[count] = end
        count &+= 1
    }

    mutating func flush(into batch: inout RowBatch) {
        batch.cellEnds.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
        count = 0
    }
}
