// Writes sheets as the bytes of a file in any of the forms.

/// Writes a list's sheets.
enum FormWriter {
    /// The bytes of a file.
    static func bytes(of sheets: [SampleSheet], style: ListStyle, date: Day?) -> [UInt8] {
        var sheets = sheets
        if style.hasOldTones { sheets = sheets.map { mapTexts($0, ToneWriting.old) } }
        if style.isDecomposed { sheets = sheets.map { mapTexts($0, ToneWriting.decomposed) } }
        let count = sheets.reduce(0) { $0 + $1.rows.count * $1.columnCount }
        var bytes: [UInt8] = []
        switch style.form {
        case .spreadsheet, .spreadsheetText:
            bytes.reserveCapacity(count * 70 + 2048)
            SpreadsheetMLWriter.write(sheets, style: style, into: &bytes)
        case .spreadsheetTCVN3:
            SpreadsheetMLWriter.write(
                sheets.map { mapTexts($0, LegacyText.shownAsLatin(tcvn3:)) }, style: style, into: &bytes)
        case .xlsx, .xlsxInline:
            return XLSXWriter.bytes(of: sheets, isInline: style.form == .xlsxInline)
        case .html:
            bytes.reserveCapacity(count * 30 + 1024)
            HTMLWriter.write(sheets[0], into: &bytes)
        case .xmlElements, .xmlAttributes, .xmlNested:
            bytes.reserveCapacity(count * 50 + 1024)
            RecordXMLWriter.write(sheets[0], form: style.form, date: date, into: &bytes)
        default:
            bytes.reserveCapacity(count * 14 + 1024)
            DelimitedWriter.write(sheets[0], style: style, into: &bytes)
            return encoded(bytes, style.form)
        }
        return bytes
    }

    private static func mapTexts(_ sheet: SampleSheet, _ change: (String) -> String) -> SampleSheet {
        var sheet = sheet
        for row in sheet.rows.indices {
            for cell in sheet.rows[row].cells.indices {
                sheet.rows[row].cells[cell].text = change(sheet.rows[row].cells[cell].text)
            }
        }
        return sheet
    }

    private static func encoded(_ utf8: [UInt8], _ form: FileForm) -> [UInt8] {
        switch form {
        case .csv1258: LegacyText.windows1258(utf8)
        case .csvTCVN3: LegacyText.tcvn3(utf8)
        case .csvVNI: LegacyText.vni(utf8)
        case .csvMojibake: LegacyText.mojibake(utf8)
        case .csvTwiceMojibake: LegacyText.mojibake(LegacyText.mojibake(utf8))
        case .tsvUTF16Bare: Array(LegacyText.utf16(utf8, isBigEndian: false).dropFirst(2))
        case .tsvUTF16: LegacyText.utf16(utf8, isBigEndian: false)
        case .tsvUTF16Big: LegacyText.utf16(utf8, isBigEndian: true)
        case .csvSemicolon: [0xEF, 0xBB, 0xBF] + utf8
        case .csvSep: [0xEF, 0xBB, 0xBF] + Array("sep=;\r\n".utf8) + utf8
        default: utf8
        }
    }
}

extension [UInt8] {
    @inline(__always) mutating func append(_ text: String) { append(contentsOf: text.utf8) }

    /// Appends text with the characters that XML and HTML give a meaning escaped.
    mutating func appendEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&quot;")
            case UInt8(ascii: "\n"): append("&#10;")
            default: append(byte)
            }
        }
    }
}
