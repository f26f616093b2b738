// Rows as the readers hand them on: some thousand at a time, flat in one array of UTF-8 bytes.

/// Where the text of a cell comes from: the cell itself, or a merged cell that covers it.
public enum CellOrigin: UInt8, Sendable { case own, mergedFromLeft, mergedFromAbove }

/// A run of rows of one sheet: cells in UTF-8 (NUL-free, not yet normalised), row numbers as Excel counts.
///
/// A covered cell of a merge carries the text of the merge's first cell, and its origin says so.
public struct RowBatch: Sendable {
    /// The position of the sheet in its file, from 0.
    public let sheet: Int
    /// The texts of all cells behind each other, and where each of them ends.
    package var bytes: [UInt8] = []
    package var cellEnds: [Int] = []
    /// Empty as long as every cell is its own.
    package var origins: [CellOrigin] = []
    /// Up to which cell each row goes.
    package var rowEnds: [Int] = []
    package var rowNumbers: [UInt32] = []

    public init(sheet: Int) { self.sheet = sheet }

    public var count: Int { rowEnds.count }
    public var isEmpty: Bool { rowEnds.isEmpty }
    /// How many bytes its cells hold.
    public var byteCount: Int { bytes.count }

    /// Whether a cell holds a byte.
    public func holds(_ byte: UInt8) -> Bool { bytes.contains(byte) }

    public subscript(index: Int) -> Row { Row(batch: self, index: index) }

    /// Adds a cell to the row that is being built.
    public mutating func appendCell(_ text: some Sequence<UInt8>, origin: CellOrigin = .own) {
        bytes.append(contentsOf: text)
        endCell(origin: origin)
    }

    /// Adds bytes to the cell that is being built.
    mutating func appendBytes(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

    /// Ends the cell that is being built.
    mutating func endCell(origin: CellOrigin = .own) {
        if origin != .own && origins.isEmpty { origins = Array(repeating: .own, count: cellEnds.count) }
        cellEnds.append(bytes.count)
        if origin != .own || !origins.isEmpty { origins.append(origin) }
    }

    /// Ends the row that is being built; it may have no cells.
    public mutating func endRow(number: UInt32) {
        rowEnds.append(cellEnds.count)
        rowNumbers.append(number)
    }

    /// Takes out all rows and keeps the memory.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        cellEnds.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        rowEnds.removeAll(keepingCapacity: true)
        rowNumbers.removeAll(keepingCapacity: true)
    }

    /// One row of a batch.
    public struct Row: Sendable {
        let batch: RowBatch
        let index: Int

        private var firstCell: Int { index == 0 ? 0 : batch.rowEnds[index - 1] }

        /// The row's number as Excel counts, from 1; the record's ordinal in record XML.
        public var number: UInt32 { batch.rowNumbers[index] }
        /// How many cells it has.
        public var count: Int { batch.rowEnds[index] - firstCell }

        /// The text of a cell; empty beyond the row's last cell.
        public func text(_ column: Int) -> String {
            guard column < count else { return "" }
            return String(decoding: batch.bytes[range(column)], as: UTF8.self)
        }

        /// The bytes of a cell; empty beyond the row's last cell.
        public func bytes(_ column: Int) -> ArraySlice<UInt8> {
            guard column < count else { return [] }
            return batch.bytes[range(column)]
        }

        public func origin(_ column: Int) -> CellOrigin {
            guard column < count, !batch.origins.isEmpty else { return .own }
            return batch.origins[firstCell + column]
        }

        /// All cells as texts.
        public var texts: [String] { (0..<count).map(text) }

        private func range(_ column: Int) -> Range<Int> {
            let cell = firstCell + column
            return (cell == 0 ? 0 : batch.cellEnds[cell - 1])..<batch.cellEnds[cell]
        }
    }
}
