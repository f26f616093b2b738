// The cells of a row as bytes that many rows share; whoever asks for one gets it as a text.

/// The cells of many rows: texts in UTF-8 behind each other.
public final class CellStore: Sendable {
    @usableFromInline let bytes: [UInt8]
    /// Where each cell ends.
    @usableFromInline let ends: [Int]

    public init(bytes: [UInt8], ends: [Int]) {
        self.bytes = bytes
        self.ends = ends
    }
}

/// The cells of one row as read.
public struct RowCells: RandomAccessCollection, Sendable {
    public let store: CellStore
    @usableFromInline let first: Int
    public let endIndex: Int

    @inlinable public var startIndex: Int { 0 }

    /// Some cells of a store: `count` from `first` on.
    @inlinable public init(_ store: CellStore, first: Int, count: Int) {
        self.store = store
        self.first = first
        endIndex = count
    }

    /// Cells of their own.
    public init(_ texts: [String] = []) {
        var (bytes, ends): ([UInt8], [Int]) = ([], [])
        for text in texts {
            bytes.append(contentsOf: text.utf8)
            ends.append(bytes.count)
        }
        self.init(CellStore(bytes: bytes, ends: ends), first: 0, count: texts.count)
    }

    @inlinable public subscript(column: Int) -> String { withBytes { String(decoding: $0[column], as: UTF8.self) } }

    /// Hands out the cells as bytes, which live for the call only.
    @inlinable public func withBytes<Result>(_ body: (CellBytes) -> Result) -> Result {
        store.bytes.withUnsafeBufferPointer { bytes in
            store.ends.withUnsafeBufferPointer { ends in
                body(CellBytes(all: bytes, ends: ends, first: first, count: endIndex))
            }
        }
    }
}

/// The cells of a row as bytes, valid as long as the call lasts that hands them out (``RowCells/withBytes(_:)``).
public struct CellBytes {
    /// The bytes of the whole store.
    public let all: UnsafeBufferPointer<UInt8>
    @usableFromInline let ends: UnsafeBufferPointer<Int>
    @usableFromInline let first: Int
    public let count: Int

    @inlinable init(all: UnsafeBufferPointer<UInt8>, ends: UnsafeBufferPointer<Int>, first: Int, count: Int) {
        self.all = all
        self.ends = ends
        self.first = first
        self.count = count
    }

    @inlinable public var indices: Range<Int> { 0..<count }

    /// The text of a cell in UTF-8; empty beyond the last one.
    @inlinable public subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: all[range(column)])
    }

    /// Where the text of a cell stands in `all`; empty beyond the last one.
    @inlinable public func range(_ column: Int) -> Range<Int> {
        guard column < count else { return 0..<0 }
        let cell = first + column
        return (cell == 0 ? 0 : ends[cell - 1])..<ends[cell]
    }
}
