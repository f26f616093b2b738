// Writes sheets as XML Spreadsheet 2003, as Excel saves it.

enum SpreadsheetMLWriter {
    private static let head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
        xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Styles><Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="FONT" ss:Size="12"/></Style>\
        <Style ss:ID="s21"><Font ss:FontName="FONT" ss:Bold="1"/></Style>\
        <Style ss:ID="s22"><NumberFormat ss:Format="dd/mm/yyyy"/></Style></Styles>

        """

    static func write(_ sheets: [SampleSheet], style: ListStyle, into bytes: inout [UInt8]) {
        let font = style.form == .spreadsheetTCVN3 ? ".VnTime" : "Times New Roman"
        let parts = head.split(separator: "FONT", omittingEmptySubsequences: false)
        bytes.append(parts.joined(separator: font))
        for sheet in sheets {
            bytes.append("<Worksheet ss:Name=\"")
            bytes.appendEscaped(sheet.name)
            bytes.append("\">\n<Table>\n")
            writeRows(sheet.rows, style: style, into: &bytes)
            bytes.append("</Table>\n<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\">")
            if sheet.isHidden { bytes.append("<Visible>SheetHidden</Visible>") }
            bytes.append("</WorksheetOptions>\n</Worksheet>\n")
        }
        bytes.append("</Workbook>\n")
    }

    private static func writeRows(_ rows: [SampleRow], style: ListStyle, into bytes: inout [UInt8]) {
        var hasGap = false
        for (place, row) in rows.enumerated() {
            if row.kind == .blank && style.jumpsOverBlankRows {
                hasGap = true
                continue
            }
            bytes.append("<Row")
            if hasGap { bytes.append(" ss:Index=\"\(place + 1)\"") }
            hasGap = false
            bytes.append(">")
            write(row, isText: style.form == .spreadsheetText, into: &bytes)
            bytes.append("</Row>\n")
        }
    }

    private static func write(_ row: SampleRow, isText: Bool, into bytes: inout [UInt8]) {
        var next = 0
        for (place, cell) in row.cells.enumerated() where !cell.isCovered && !(cell.text.isEmpty && cell.down == 1) {
            bytes.append("<Cell")
            if place != next { bytes.append(" ss:Index=\"\(place + 1)\"") }
            if cell.across > 1 { bytes.append(" ss:MergeAcross=\"\(cell.across - 1)\"") }
            if cell.down > 1 { bytes.append(" ss:MergeDown=\"\(cell.down - 1)\"") }
            if row.isBold { bytes.append(" ss:StyleID=\"s21\"") }
            next = place + cell.across
            switch cell.kind {
            case .date where !isText:
                bytes.append(" ss:StyleID=\"s22\"><Data ss:Type=\"DateTime\">\(cell.text)T00:00:00.000")
            case .number where !isText: bytes.append("><Data ss:Type=\"Number\">\(cell.text)")
            default:
                bytes.append("><Data ss:Type=\"String\">")
                bytes.appendEscaped(cell.text)
            }
            bytes.append("</Data></Cell>")
        }
    }
}
