// Which records a person is made of, kept small: most people have one row.

/// Positions of records in a register, ascending.
public struct RecordPositions: Sendable, Equatable, RandomAccessCollection, ExpressibleByArrayLiteral {
    /// Negative where there is none.
    private var first: Int32
    private var others: [Int32]

    public init(_ positions: some Collection<Int32>) {
        first = positions.first ?? -1
        others = positions.count > 1 ? Array(positions.dropFirst()) : []
    }

    public init(arrayLiteral positions: Int32...) { self.init(positions) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { first < 0 ? 0 : others.count + 1 }

    public subscript(index: Int) -> Int32 {
        precondition(index >= 0 && index < endIndex, "there is no such record")
        return index == 0 ? first : others[index - 1]
    }
}
