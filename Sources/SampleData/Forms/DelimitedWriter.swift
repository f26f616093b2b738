// Writes a sheet as delimited text in UTF-8; the encoding is changed afterwards.

enum DelimitedWriter {
    static func write(_ sheet: SampleSheet, style: ListStyle, into bytes: inout [UInt8]) {
        let delimiter = delimiter(of: style.form)
        let isTrimmed = style.form == .csvTrimmed
        for row in sheet.rows {
            var count = row.cells.count
            if isTrimmed { while count > 0, row.cells[count - 1].text.isEmpty { count -= 1 } }
            for place in 0..<count {
                if place > 0 { bytes.append(delimiter) }
                let text = row.cells[place].text
                if row.isShifted && text.hasPrefix(" ") {
                    bytes.append(text)
                } else {
                    append(text, delimiter: delimiter, isCareless: style.form == .csvQuotes, into: &bytes)
                }
            }
            bytes.append(style.lineEnd)
        }
    }

    private static func delimiter(of form: FileForm) -> UInt8 {
        switch form {
        case .csvSemicolon, .csvSep, .csvTCVN3, .csvVNI: UInt8(ascii: ";")
        case .csvPipe: UInt8(ascii: "|")
        case .tsv, .tsvUTF16, .tsvUTF16Big, .tsvUTF16Bare: UInt8(ascii: "\t")
        default: UInt8(ascii: ",")
        }
    }

    /// A field, in quotes where it must be; a careless tool forgets to double the quotes inside.
    private static func append(_ text: String, delimiter: UInt8, isCareless: Bool, into bytes: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        var needsQuotes = false
        for byte in text.utf8 where byte == delimiter || byte == 0x0A || byte == 0x0D || (byte == quote && !isCareless)
        {
            needsQuotes = true
            break
        }
        guard needsQuotes else { return bytes.append(text) }
        bytes.append(quote)
        for byte in text.utf8 {
            if byte == quote && !isCareless { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
