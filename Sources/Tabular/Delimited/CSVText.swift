// Small CSV files whose dialect is known: the tables of a pipeline, which people edit and messages point into.

/// Reads CSV as RFC 4180 has it: UTF-8, commas, doubled quotes.
public enum CSVText {
    /// All records of a text, each with the physical line on which it begins, from 1.
    ///
    /// A byte-order mark is skipped. A blank line is a record without cells.
    ///
    ///     for record in try CSVText.rows(of: bytes) { print(record.line, record.cells) }
    ///
    /// - throws: `RefusedFile` where a quote is never closed or a limit is crossed.
    public static func rows(
        of bytes: [UInt8], dialect: Dialect = .rfc4180, limits: ReadingLimits = ReadingLimits()
    ) throws(RefusedFile) -> [(line: Int, cells: [String])] {
        var scanner = CSVScanner(dialect: dialect, limits: limits, rowsPerBatch: .max)
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var rows: [(line: Int, cells: [String])] = []
        var line = 1
        var isDone = false
        while !isDone {
            // The scanner stops at a full batch; what is left comes again.
            var batch = RowBatch(sheet: 0)
            let used = scanner.consumed
            isDone = try bytes.withUnsafeBufferPointer { bytes throws(RefusedFile) in
                let rest = UnsafeBufferPointer(rebasing: bytes[(start + used)...])
                return try scanner.scan(rest, isLast: true, into: &batch) == rest.count
            }
            for index in 0..<batch.count {
                let cells = batch[index].texts
                rows.append((line, cells))
                let lineBreaks = cells.reduce(0) { $0 + $1.utf8.count { $0 == Byte.lineFeed } }
                line += 1 + lineBreaks
            }
        }
        return rows
    }
}
