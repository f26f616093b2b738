// A table that was found on a sheet: which rows are its heading, which its body.

/// A table of a sheet; rows are given by their position in the sheet, from 0.
public struct FoundTable: Sendable, Equatable {
    /// The rows of the heading, top to bottom; empty where the table has none.
    public var heading: [Int]
    /// The rows below it, in order, as ranges.
    public var body: [Range<Int>]
    /// How many cells most of its rows have.
    public var width: Int

    /// How many rows it has below its heading.
    public var rowCount: Int { body.reduce(0) { $0 + $1.count } }

    /// Its first row and the one after its last.
    public var extent: Range<Int> {
        let first = heading.first ?? body.first?.lowerBound ?? 0
        return first..<max(body.last?.upperBound ?? 0, (heading.last ?? -1) + 1, first)
    }

    /// A table with some rows in ascending order below its heading.
    init(heading: [Int], rows: [Int], width: Int) {
        self.heading = heading
        self.width = width
        body = []
        append(rows)
    }

    /// Adds rows below the last.
    mutating func append(_ rows: [Int]) {
        for row in rows {
            if let last = body.last, last.upperBound == row {
                body[body.count - 1] = last.lowerBound..<row + 1
            } else {
                body.append(row..<row + 1)
            }
        }
    }
}
