// Zips for tests, packed by libzip.

import CLibZip
import Glibc
import Testing

@testable import Tabular

/// The bytes of a zip with some entries.
func zipped(_ entries: [(name: String, text: String)], password: String? = nil) throws -> [UInt8] {
    var template = Array("/tmp/sapxep-zip-XXXXXX".utf8CString)
    close(mkstemp(&template))
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    var code: Int32 = 0
    let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code))
    for entry in entries {
        let bytes = Array(entry.text.utf8)
        let copy = try #require(malloc(max(bytes.count, 1)))
        bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyMemory(from: $0) }
        let source = try #require(zip_source_buffer(archive, copy, UInt64(bytes.count), 1))
        let index = zip_file_add(archive, entry.name, source, UInt32(ZIP_FL_OVERWRITE))
        if let password {
            zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password)
        }
    }
    guard zip_close(archive) == 0 else { throw ZipError() }
    var bytes: [UInt8] = []
    try MarkupInput.file(path: path).forEachChunk {
        bytes.append(contentsOf: $0)
        return true
    }
    return bytes
}

struct ZipError: Error {}

/// A workbook of sheets whose rows (and what stands behind them) are given as XML.
func workbook(
    _ sheets: [(attributes: String, rows: String)], strings: String? = nil, styles: String? = nil,
    settings: String = "", afterRows: String = ""
) -> [(name: String, text: String)] {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    var relations = ""
    var list = ""
    var entries: [(name: String, text: String)] = [
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            "<Relationships \(package)><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    ]
    for (index, sheet) in sheets.enumerated() {
        relations +=
            "<Relationship Id=\"rId\(index)\" Type=\"\(office)/worksheet\" Target=\"worksheets/s\(index).xml\"/>"
        list += "<sheet sheetId=\"\(index + 1)\" r:id=\"rId\(index)\" \(sheet.attributes)/>"
        entries.append(
            (
                "xl/worksheets/s\(index).xml",
                "<worksheet \(main)><sheetData>\(sheet.rows)</sheetData>\(afterRows)</worksheet>"
            ))
    }
    if let strings {
        relations += "<Relationship Id=\"rs\" Type=\"\(office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
        entries.append(("xl/sharedStrings.xml", "<sst \(main)>\(strings)</sst>"))
    }
    if let styles {
        relations += "<Relationship Id=\"rt\" Type=\"\(office)/styles\" Target=\"../xl/styles.xml\"/>"
        entries.append(("xl/styles.xml", "<styleSheet \(main)>\(styles)</styleSheet>"))
    }
    entries.append(("xl/_rels/workbook.xml.rels", "<Relationships \(package)>\(relations)</Relationships>"))
    entries.append(
        ("xl/workbook.xml", "<workbook \(main) xmlns:r=\"\(office)\">\(settings)<sheets>\(list)</sheets></workbook>"))
    return entries
}
