// What every reader of a format is to the door: sheets in order, rows in batches.

/// Reads a file's rows, sheet by sheet, some thousand rows at a time.
protocol SheetReader {
    /// Hands on every row of the file.
    ///
    /// - throws: `RefusedFile` where the file cannot be read whole; whatever `body` throws.
    mutating func read(_ body: (RowBatch, SheetInfo) throws -> Void) throws
}
