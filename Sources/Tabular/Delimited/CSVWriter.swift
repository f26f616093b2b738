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

    /// A writer with CRLF or LF line ends; Excel wants a byte-order mark to read UTF-8 right.
    public init(delimiter: UInt8 = UInt8(ascii: ","), endsLinesWithCRLF: Bool = true, hasByteOrderMark: Bool = false) {
        self.delimiter = delimiter
        lineEnd = endsLinesWithCRLF ? [Byte.carriageReturn, Byte.lineFeed] : [Byte.lineFeed]
        if hasByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Adds a row; a cell is quoted where it holds a delimiter, a quote or a line break, or blanks at its ends.
    public mutating func append(_ cells: some Sequence<String>) {
        var isFirst = true
        for cell in cells {
            if !isFirst { bytes.append(delimiter) }
            isFirst = false
            append(cell)
        }
        bytes.append(contentsOf: lineEnd)
    }

    /// Hands over what has been written, and forgets it.
    public mutating func take() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        return taken
    }

    private mutating func append(_ cell: String) {
        var cell = cell
        cell.withUTF8 { text in
            let isPlain = text.first != Byte.space && text.last != Byte.space && !text.contains(where: needsQuotes)
            if isPlain {
                bytes.append(contentsOf: text)
                return
            }
            bytes.append(Byte.doubleQuote)
            for byte in text {
                if byte == Byte.doubleQuote { bytes.append(Byte.doubleQuote) }
                bytes.append(byte)
            }
            bytes.append(Byte.doubleQuote)
        }
    }

    private func needsQuotes(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Byte.doubleQuote || byte == Byte.lineFeed || byte == Byte.carriageReturn
    }
}
