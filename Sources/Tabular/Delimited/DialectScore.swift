// How well a dialect explains a sample: rows alike in their number of cells, cells that look like cells.
//
// The idea that pattern and type decide together is that of van den Burg, Nazábal and Sutton, "Wrangling messy CSV
// files by detecting row and type patterns" (2019); the measure is another one.

/// What a sample looks like when it is read in one dialect.
struct DialectScore {
    let dialect: Dialect
    /// How alike the rows are, and how many cells they have: from 0 to 1.
    private(set) var pattern = 0.0
    /// How plausible the cells are: from 0 to 1.
    private(set) var types = 0.0
    /// The number of cells that most rows have.
    private(set) var columns = 1
    /// Whether the sample could be read to its end.
    private(set) var isComplete = true
    /// The sample's rows.
    private(set) var rows = RowBatch(sheet: 0)

    /// Whether the delimiter is known to part quoted cells: then a blank is as good as any other.
    private let partsQuoted: Bool

    var value: Double { pattern * types * weight * (isComplete ? 1 : 0.5) }

    /// Reads a sample; where even perfect cells could not bring the score above `floor`, they are not looked at.
    init(
        of dialect: Dialect, in sample: UnsafeBufferPointer<UInt8>, limits: ReadingLimits, floor: Double,
        partsQuoted: Bool = false
    ) {
        self.dialect = dialect
        self.partsQuoted = partsQuoted
        var scanner = CSVScanner(dialect: dialect, limits: limits, rowsPerBatch: .max)
        do throws(RefusedFile) {
            _ = try scanner.scan(sample, isLast: true, into: &rows)
        } catch {
            isComplete = false
        }
        judgePattern()
        types = 1
        if value > floor { judgeTypes() }
    }

    private mutating func judgePattern() {
        var counts: [Int: Int] = [:]
        var filledRows = 0
        var alikeNeighbours = 0
        var breadth = 0.0
        var previous = 0
        var start = 0
        for end in rows.rowEnds {
            let width = end - start
            start = end
            if width == 0 { continue }
            filledRows += 1
            counts[width, default: 0] += 1
            if width == previous { alikeNeighbours += 1 }
            breadth += width == 1 ? Self.breadthOfOne : Double(width - 1) / Double(width)
            previous = width
        }
        guard filledRows > 0 else { return }
        let total = Double(filledRows)
        let concentration = counts.values.reduce(0.0) { $0 + (Double($1) / total) * (Double($1) / total) }
        let neighbourhood = filledRows == 1 ? 1 : Double(alikeNeighbours) / Double(filledRows - 1)
        pattern = (0.6 * concentration + 0.4 * neighbourhood) * breadth / total
        columns = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    }

    private mutating func judgeTypes() {
        var sum = 0.0
        var cells = 0
        rows.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for end in rows.cellEnds {
                let cell = UnsafeBufferPointer(rebasing: bytes[start..<end])
                start = end
                let value = CellShape.plausibility(cell, delimiter: partsQuoted ? nil : dialect.delimiter)
                guard let value else { continue }
                sum += value
                cells += 1
            }
        }
        types = cells == 0 ? 0 : sum / Double(cells)
    }

    /// What a single cell a row is worth: a text that nothing cuts must still beat one that is cut to shreds.
    private static let breadthOfOne = 0.12

    private var weight: Double { Self.weight(of: dialect, partsQuoted: partsQuoted) }

    /// The most that a dialect's score can be.
    static func most(of dialect: Dialect, partsQuoted: Bool) -> Double {
        weight(of: dialect, partsQuoted: partsQuoted) * (dialect.delimiter == nil ? breadthOfOne : 1)
    }

    /// How readily a dialect is believed when nothing else decides.
    private static func weight(of dialect: Dialect, partsQuoted: Bool) -> Double {
        var weight = partsQuoted ? 1 : delimiterWeight(dialect.delimiter)
        if dialect.quote == Byte.apostrophe { weight *= 0.999 }
        if dialect.escape != nil { weight *= 0.99 }
        if dialect.skipsBlanksBeforeQuote { weight *= 0.99 }
        return weight
    }

    private static func delimiterWeight(_ delimiter: UInt8?) -> Double {
        guard let delimiter else { return 1 }
        return switch delimiter {
        case Byte.comma, Byte.semicolon, Byte.tab, Byte.bar: 1
        case UInt8(ascii: "^"), UInt8(ascii: "~"), 1..<32: 0.95
        case Byte.space, UInt8(ascii: ":"): 0.75
        case UInt8(ascii: "-"): 0.4
        // Signs that stand in addresses, amounts and formulas.
        case UInt8(ascii: "/"), UInt8(ascii: "@"): 0.1
        case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "="),
            UInt8(ascii: "?"), UInt8(ascii: "!"):
            0.2
        default: 0.7
        }
    }
}
