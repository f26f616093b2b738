// Rows of delimited text, batch after batch: the scanner's friendly side.

/// Reads the rows of delimited text in a dialect that is known.
struct DelimitedReader: SheetReader {
    private var text: DecodedText
    private let skipped: Int
    private let wideDelimiter: WideDelimiter
    private var scanner: CSVScanner

    /// A reader of text from its beginning.
    init(text: DecodedText, detected: DetectedDialect, limits: ReadingLimits) {
        self.text = text
        skipped = detected.separatorLineBytes
        wideDelimiter = detected.dialect.wideDelimiter
        scanner = CSVScanner(
            dialect: detected.dialect, limits: limits, expectedColumns: detected.columns,
            firstLine: detected.dialect.hasSeparatorLine ? 2 : 1)
    }

    mutating func read(_ body: (RowBatch, SheetInfo) throws -> Void) throws {
        var batch = RowBatch(sheet: 0)
        var buffer: [UInt8] = []
        var start = skipped
        var isLast = false
        repeat {
            // What the scanner could not judge comes again, in front of what follows it.
            let known = min(start, buffer.count)
            buffer.removeSubrange(..<known)
            start -= known
            isLast = try !text.appendChunk(to: &buffer)
            guard start <= buffer.count else { continue }
            var isBatchFull = false
            repeat {
                start += try buffer.withUnsafeBufferPointer { bytes throws(RefusedFile) in
                    try scanner.scan(
                        UnsafeBufferPointer(rebasing: bytes[start...]), isLast: isLast, into: &batch)
                }
                isBatchFull = scanner.isFull(batch, bytes: batch.byteCount)
                if isBatchFull || (isLast && !batch.isEmpty) {
                    try body(wideDelimiter.mended(batch), SheetInfo())
                    // Whoever kept the batch keeps its memory too; else it serves again.
                    batch.removeAll()
                }
            } while isBatchFull
        } while !isLast
    }
}
