// Delimiters of two characters, as `, ` and `;;`: cut at the first of them, the rows show by their cells what was meant.

/// What stands between cells beside the byte at which they were cut.
public enum WideDelimiter: Sendable, Equatable {
    case single
    /// A blank follows: each cell but the first begins with it.
    case withBlank
    /// The byte stands twice: every other cell is empty.
    case doubled

    /// The delimiter as it is written.
    public func text(_ delimiter: UInt8) -> String {
        let text = String(decoding: [delimiter], as: UTF8.self)
        return switch self {
        case .single: text
        case .withBlank: text + " "
        case .doubled: text + text
        }
    }

    /// The columns of a row that are cells.
    public func columns(of row: RowBatch.Row) -> [Int] {
        guard self == .doubled, Self.isDoubled(row) else { return Array(0..<row.count) }
        return Array(stride(from: 0, to: row.count, by: 2))
    }

    /// The bytes of a cell without what belongs to the delimiter.
    public func cell(_ column: Int, of row: RowBatch.Row) -> ArraySlice<UInt8> {
        let bytes = row.bytes(column)
        return self == .withBlank && column > 0 && bytes.first == Byte.space ? bytes.dropFirst() : bytes
    }

    /// The cells of a row as texts.
    public func texts(of row: RowBatch.Row) -> [String] {
        if self == .single { return row.texts }
        return columns(of: row).map { String(decoding: cell($0, of: row), as: UTF8.self) }
    }

    fileprivate static func isDoubled(_ row: RowBatch.Row) -> Bool {
        row.count > 2 && !row.count.isMultiple(of: 2)
            && stride(from: 1, to: row.count, by: 2).allSatisfy { row.bytes($0).isEmpty }
    }
}

/// Finds out what delimits the cells of a text, row by row.
public struct DelimiterSurvey: Sendable {
    private let dialect: Dialect
    private var rows = 0
    private var doubledRows = 0
    private var cells = 0
    private var cellsAfterBlank = 0

    public init(_ dialect: Dialect) { self.dialect = dialect }

    public mutating func add(_ batch: RowBatch) {
        for index in 0..<batch.count {
            let row = batch[index]
            guard row.count > 1 else { continue }
            rows += 1
            if WideDelimiter.isDoubled(row) { doubledRows += 1 }
            for column in 1..<row.count {
                let bytes = row.bytes(column)
                guard !bytes.isEmpty else { continue }
                cells += 1
                if bytes.first == Byte.space { cellsAfterBlank += 1 }
            }
        }
    }

    /// What nearly all rows say; one delimiter where the text is cut at blanks or not at all.
    public var verdict: WideDelimiter {
        guard let delimiter = dialect.delimiter, delimiter != Byte.space, rows > 0 else { return .single }
        if doubledRows * 10 >= rows * 9, cells > 0, rows > 1 { return .doubled }
        // Blanks before an opening quote are gone already; those before bare cells are as many as are left.
        if dialect.skipsBlanksBeforeQuote { return cellsAfterBlank > 0 ? .withBlank : .single }
        return cells > 1 && cellsAfterBlank * 20 >= cells * 19 ? .withBlank : .single
    }
}
