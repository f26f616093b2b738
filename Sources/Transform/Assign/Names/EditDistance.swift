// How far apart two words are in typing errors.

/// The number of letters to change, insert, drop or swap with a neighbour to make one word of the other; `limit` + 1 when
/// it is more than the limit.
func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    let width = right.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
        // Three rows of the table in turn: the one before the last, the last, the current.
        var (twoBack, previous, current) = (0, width, 2 * width)
        for column in 0..<width { rows[previous + column] = column }
        for (row, letter) in left.enumerated() {
            rows[current] = row + 1
            var least = row + 1
            for (column, other) in right.enumerated() {
                var best = min(rows[previous + column + 1], rows[current + column]) + 1
                best = min(best, rows[previous + column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    best = min(best, rows[twoBack + column - 1] + 1)
                }
                rows[current + column + 1] = best
                least = min(least, best)
            }
            if least > limit { return limit + 1 }
            (twoBack, previous, current) = (previous, current, twoBack)
        }
        return min(rows[previous + right.count], limit + 1)
    }
}
