// The cells of a row as they lie in their batch, for work that runs over all of a file.

/// The cells of one row as UTF-8 bytes in the memory of their batch: nothing is copied and no reference counted.
///
/// It lives as long as the call that hands it out.
public struct BatchCells {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let ends: UnsafeBufferPointer<Int>
    private let origins: UnsafeBufferPointer<CellOrigin>
    private let first: Int
    /// How many cells the row has.
    public let count: Int

    fileprivate init(
        bytes: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<Int>, origins: UnsafeBufferPointer<CellOrigin>,
        cells: Range<Int>
    ) {
        (self.bytes, self.ends, self.origins) = (bytes, ends, origins)
        first = cells.lowerBound
        count = cells.count
    }

    /// The bytes of a cell; empty beyond the row's last cell.
    public subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
        guard column >= 0, column < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let cell = first + column
        return UnsafeBufferPointer(rebasing: bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]])
    }

    /// The text of a cell; empty beyond the row's last cell.
    public func text(_ column: Int) -> String { String(decoding: self[column], as: UTF8.self) }

    public func origin(_ column: Int) -> CellOrigin {
        guard column >= 0, column < count, !origins.isEmpty else { return .own }
        return origins[first + column]
    }
}

extension RowBatch {
    /// Hands on the cells of each row with its position in the batch.
    public func forEachRow(_ body: (Int, BatchCells) throws -> Void) rethrows {
        try bytes.withUnsafeBufferPointer { bytes in
            try cellEnds.withUnsafeBufferPointer { ends in
                try origins.withUnsafeBufferPointer { origins in
                    var start = 0
                    for (index, end) in rowEnds.enumerated() {
                        try body(index, BatchCells(bytes: bytes, ends: ends, origins: origins, cells: start..<end))
                        start = end
                    }
                }
            }
        }
    }
}
