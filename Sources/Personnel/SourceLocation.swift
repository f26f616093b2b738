// Where something stands: file, sheet, row.

/// A row of a file of the run.
///
/// Ordered by file, sheet, row: the order in which results are joined.
public struct RowReference: Hashable, Sendable, Comparable {
    /// The file's position among the run's files in path order, from 0.
    public var file: Int32
    /// The sheet's position in its file, from 0; -1 when the whole file is meant.
    public var sheet: Int16
    /// The row's number as Excel counts, from 1; 0 when the whole file or sheet is meant.
    public var row: UInt32

    public init(file: Int32, sheet: Int16 = -1, row: UInt32 = 0) {
        self.file = file
        self.sheet = sheet
        self.row = row
    }

    public static func < (left: RowReference, right: RowReference) -> Bool {
        (left.file, left.sheet, left.row) < (right.file, right.sheet, right.row)
    }
}
