// Which records a person is made of, kept small: most people have one row.

/// Positions of records in a register, ascending.
public struct RecordPositions: Sendable, Equatable, RandomAccessCollection, ExpressibleByArrayLiteral {
    /// Negative where there is none.
    private var first: Int32
    private var others: ArraySlice<Int32>

    /// Positions in ascending order.
    public init(_ positions: some Collection<Int32>) { self.init(ArraySlice(positions)) }

    /// A part of an array that many share.
    init(_ positions: ArraySlice<Int32>) {
        first = positions.first ?? -1
        others = positions.dropFirst()
    }

    init(only position: Int32) {
        first = position
        others = []
    }

    public init(arrayLiteral positions: Int32...) { self.init(positions[...]) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { first < 0 ? 0 : others.count + 1 }

    public subscript(index: Int) -> Int32 {
        precondition(index >= 0 && index < endIndex, "there is no such record")
        return index == 0 ? first : others[others.startIndex + index - 1]
    }
}
