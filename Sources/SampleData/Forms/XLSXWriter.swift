// Writes sheets as an Office Open XML workbook.

enum XLSXWriter {
    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    /// The workbook; texts shared or in their cells.
    static func bytes(of sheets: [SampleSheet], isInline: Bool) -> [UInt8] {
        var shared = SharedTexts()
        var zip = StoredZip()
        let parts = sheets.map { part($0, isInline: isInline, &shared) }
        zip.add("[Content_Types].xml", contentTypes(sheets.count))
        zip.add(
            "_rels/.rels",
            Array(
                (declaration + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>").utf8))
        zip.add("xl/workbook.xml", workbook(sheets))
        zip.add("xl/_rels/workbook.xml.rels", relations(sheets.count))
        zip.add("xl/styles.xml", Array(styles.utf8))
        zip.add("xl/sharedStrings.xml", shared.part(main))
        for (place, part) in parts.enumerated() { zip.add("xl/worksheets/sheet\(place + 1).xml", part) }
        return zip.finished()
    }

    private static let styles = """
        \(declaration)<styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font>\
        <font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts>\
        <fills count="1"><fill><patternFill patternType="none"/></fill></fills>\
        <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
        <cellXfs count="3"><xf xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/>\
        <xf fontId="1" xfId="0" applyFont="1"/></cellXfs></styleSheet>
        """

    private static func contentTypes(_ count: Int) -> [UInt8] {
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        var text = declaration + "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" "
        text += "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        text += "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
        text += "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/>"
        text += "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"\(type).sharedStrings+xml\"/>"
        for place in 1...max(1, count) {
            text += "<Override PartName=\"/xl/worksheets/sheet\(place).xml\" ContentType=\"\(type).worksheet+xml\"/>"
        }
        return Array((text + "</Types>").utf8)
    }

    private static func workbook(_ sheets: [SampleSheet]) -> [UInt8] {
        var bytes = Array((declaration + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>").utf8)
        for (place, sheet) in sheets.enumerated() {
            bytes.append("<sheet name=\"")
            bytes.appendEscaped(sheet.name)
            bytes.append(
                "\" sheetId=\"\(place + 1)\"\(sheet.isHidden ? " state=\"hidden\"" : "") r:id=\"rId\(place + 1)\"/>")
        }
        bytes.append("</sheets></workbook>")
        return bytes
    }

    private static func relations(_ count: Int) -> [UInt8] {
        var text = declaration + "<Relationships xmlns=\"\(package)/relationships\">"
        for place in 1...max(1, count) {
            text +=
                "<Relationship Id=\"rId\(place)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\(place).xml\"/>"
        }
        text += "<Relationship Id=\"rId\(count + 1)\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
        text += "<Relationship Id=\"rId\(count + 2)\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        return Array((text + "</Relationships>").utf8)
    }

    private static func part(_ sheet: SampleSheet, isInline: Bool, _ shared: inout SharedTexts) -> [UInt8] {
        var bytes = Array((declaration + "<worksheet xmlns=\"\(main)\"><sheetData>").utf8)
        var merges: [String] = []
        for (index, row) in sheet.rows.enumerated() where row.kind != .blank {
            bytes.append("<row r=\"\(index + 1)\">")
            for (place, cell) in row.cells.enumerated() where !cell.isCovered && !cell.text.isEmpty {
                let reference = column(place) + String(index + 1)
                if cell.across > 1 || cell.down > 1 {
                    merges.append("\(reference):\(column(place + cell.across - 1))\(index + cell.down)")
                }
                write(cell, reference, isBold: row.isBold, isInline: isInline, &shared, into: &bytes)
            }
            bytes.append("</row>")
        }
        bytes.append("</sheetData>")
        if !merges.isEmpty {
            bytes.append("<mergeCells count=\"\(merges.count)\">")
            for merge in merges { bytes.append("<mergeCell ref=\"\(merge)\"/>") }
            bytes.append("</mergeCells>")
        }
        bytes.append("</worksheet>")
        return bytes
    }

    private static func write(
        _ cell: SampleCell, _ reference: String, isBold: Bool, isInline: Bool, _ shared: inout SharedTexts,
        into bytes: inout [UInt8]
    ) {
        let style = isBold ? " s=\"2\"" : ""
        switch cell.kind {
        case .number: bytes.append("<c r=\"\(reference)\"\(style)><v>\(cell.text)</v></c>")
        case .date: bytes.append("<c r=\"\(reference)\" s=\"1\"><v>\(serial(cell.text))</v></c>")
        case .text where isInline:
            bytes.append("<c r=\"\(reference)\"\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">")
            bytes.appendEscaped(cell.text)
            bytes.append("</t></is></c>")
        case .text: bytes.append("<c r=\"\(reference)\"\(style) t=\"s\"><v>\(shared.number(of: cell.text))</v></c>")
        }
    }

    private static func serial(_ iso: String) -> Int {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]).serial : 0
    }

    private static func column(_ place: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return (place >= 26 ? String(letters[place / 26 - 1]) : "") + String(letters[place % 26])
    }
}

/// The texts that a workbook's cells share.
private struct SharedTexts {
    private var numbers: [String: Int] = [:]
    private var texts: [String] = []

    mutating func number(of text: String) -> Int {
        if let known = numbers[text] { return known }
        numbers[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    func part(_ namespace: String) -> [UInt8] {
        var bytes = Array(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst xmlns=\"\(namespace)\">".utf8)
        for text in texts {
            bytes.append("<si><t xml:space=\"preserve\">")
            bytes.appendEscaped(text)
            bytes.append("</t></si>")
        }
        bytes.append("</sst>")
        return bytes
    }
}
