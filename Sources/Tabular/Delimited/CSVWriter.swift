// Clean CSV, for people and for programs: RFC 4180, UTF-8.

/// Writes rows as CSV into bytes.
///
///     var writer = CSVWriter()
///     writer.append(["Họ và tên", "Ngày sinh"])
///     print(String(decoding: writer.bytes, as: UTF8.self))
public struct CSVWriter {
    /// What has been written and not been taken yet.
    public private(set) var bytes: [UInt8] = []
    private let delimiter: UInt8
    private let lineEnd: [UInt8]
    private var isWithinRow = false

    /// A writer with CRLF or LF line ends; Excel wants a byte-order mark to read UTF-8 right.
    public init(delimiter: UInt8 = UInt8(ascii: ","), endsLinesWithCRLF: Bool = true, hasByteOrderMark: Bool = false) {
        self.delimiter = delimiter
        lineEnd = endsLinesWithCRLF ? [Byte.carriageReturn, Byte.lineFeed] : [Byte.lineFeed]
        if hasByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Adds a row; a cell is quoted where it holds a delimiter, a quote or a line break, or blanks at its ends.
    public mutating func append(_ cells: some Sequence<String>) {
        for var cell in cells { cell.withUTF8 { append(cell: $0) } }
        endRow()
    }

    /// Adds a cell in UTF-8 to the row that is being written.
    public mutating func append(cell: UnsafeBufferPointer<UInt8>) {
        if isWithinRow { bytes.append(delimiter) }
        isWithinRow = true
        let isPlain = cell.first != Byte.space && cell.last != Byte.space && !cell.contains(where: needsQuotes)
        if isPlain {
            bytes.append(contentsOf: cell)
            return
        }
        bytes.append(Byte.doubleQuote)
        for byte in cell {
            if byte == Byte.doubleQuote { bytes.append(Byte.doubleQuote) }
            bytes.append(byte)
        }
        bytes.append(Byte.doubleQuote)
    }

    /// Ends the row that is being written.
    public mutating func endRow() {
        bytes.append(contentsOf: lineEnd)
        isWithinRow = false
    }

    /// Hands over what has been written, and forgets it.
    public mutating func take() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        bytes.reserveCapacity(taken.count)
        return taken
    }

    private func needsQuotes(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Byte.doubleQuote || byte == Byte.lineFeed || byte == Byte.carriageReturn
    }
}
