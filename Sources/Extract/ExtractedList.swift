// What reading a file gave beside its rows: contexts, sheets with their tables, totals, date, issues.

public import Personnel

/// Everything that one file gave beside its rows.
public struct ExtractedList: Sendable {
    /// What `SourceRow.context` indexes.
    public var contexts: [RowContext] = []
    public var sheets: [SheetSummary] = []
    public var totals: [StatedTotal] = []
    /// The newest date that the list states; nil where it states none.
    public var listDate: PartialDate?
    public var issues: [Issue] = []
}

/// A sheet of a file and the tables found on it.
public struct SheetSummary: Sendable, Equatable {
    public var name: String
    public var isHidden: Bool
    public var tables: [TableSummary] = []

    /// The headings of the table to which a row belongs, in column order; empty where no table reaches it.
    public func headings(forRow number: UInt32) -> [String] {
        tables.last { $0.firstRow <= number }?.columns.map(\.heading) ?? []
    }
}

/// A table of a sheet: where its heading stands and what its columns hold.
public struct TableSummary: Sendable, Equatable {
    /// The numbers of its heading's rows; empty where the table has none of its own.
    public var headingRows: [UInt32]
    /// The number of its first row, the heading's where there is one.
    public var firstRow: UInt32
    public var columns: [ColumnSummary]
}

/// A column of a table and how it was recognised.
public struct ColumnSummary: Sendable, Equatable {
    /// From 0.
    public var index: Int
    /// As written, group and sub-heading joined with ` / `.
    public var heading: String
    public var meaning: ColumnMeaning
    /// 0 to 1.
    public var confidence: Double
    public var method: RecognitionMethod

    /// The field that takes its cells; the first of two in a combined column, nil where no field does.
    public var field: Field? {
        switch meaning {
        case .field(let field), .combined(let field, _): field
        case .known, .unknown: nil
        }
    }
}
