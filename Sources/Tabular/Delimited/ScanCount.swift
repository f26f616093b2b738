// What a scan of delimited text comes to: the scanner's work alone, with every field seen, as the benchmark measures it.

/// How many rows, cells and bytes of cells a text has.
@_spi(Measuring)
public struct ScanCount: Sendable, Equatable {
    public private(set) var rows = 0
    public private(set) var cells = 0
    public private(set) var bytes = 0

    /// Scans UTF-8 text of RFC 4180, a chunk at a time as a file is read.
    ///
    /// - throws: `RefusedFile` where a quote is never closed or a limit is crossed.
    public init(of text: [UInt8], chunkBytes: Int = 256 << 10) throws(RefusedFile) {
        var scanner = CSVScanner(dialect: .rfc4180)
        var batch = RowBatch(sheet: 0)
        var start = 0
        while start < text.count {
            let end = min(start + chunkBytes, text.count)
            start += try text.withUnsafeBufferPointer { all throws(RefusedFile) in
                try scanner.scan(
                    UnsafeBufferPointer(rebasing: all[start..<end]), isLast: end == text.count, into: &batch)
            }
            if scanner.isFull(batch, bytes: batch.byteCount) || start == text.count {
                rows += batch.count
                cells += batch.cellEnds.count
                bytes += batch.byteCount
                batch.removeAll()
            }
        }
    }
}
