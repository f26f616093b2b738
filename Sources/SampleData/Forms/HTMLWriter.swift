// Writes a sheet as an HTML table, as government systems export it under the name of a workbook.

enum HTMLWriter {
    static func write(_ sheet: SampleSheet, into bytes: inout [UInt8]) {
        bytes.append(
            """
            <html xmlns:x="urn:schemas-microsoft-com:office:excel">
            <head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Danh sach</title></head>
            <body><table border=1>

            """)
        for row in sheet.rows {
            bytes.append("<tr>")
            for cell in row.cells where !cell.isCovered {
                bytes.append("<td")
                if cell.across > 1 { bytes.append(" colspan=\(cell.across)") }
                if cell.down > 1 { bytes.append(" rowspan=\"\(cell.down)\"") }
                bytes.append(row.isBold ? "><b>" : ">")
                bytes.appendEscaped(cell.text)
                bytes.append(row.isBold ? "</b></td>" : "</td>")
            }
            bytes.append("</tr>\n")
        }
        bytes.append("</table></body></html>\n")
    }
}
