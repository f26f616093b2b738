// A workbook out of an input that is text: random changes to a packed zip would only ever break its checksums.

/// The bytes of a workbook whose parts are the pieces of an input between bytes of 0xFF: the sheet, the shared strings,
/// the styles, the workbook, its relations. What is missing is supplied. An input that is a zip is left as it is.
func workbook(from input: [UInt8]) -> [UInt8] {
    if input.starts(with: "PK".utf8) { return input }
    let names = [
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
    ]
    let pieces = input.split(separator: 0xFF, maxSplits: names.count - 1, omittingEmptySubsequences: false)
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let supplied = [
        "<worksheet/>", "<sst/>", "<styleSheet/>",
        "<workbook xmlns:r=\"\(office)\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>",
        "<Relationships><Relationship Id=\"s\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            + "<Relationship Id=\"u\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>",
    ]
    var zip = StoredZip()
    for (index, name) in names.enumerated() {
        let isGiven = index < pieces.count && !pieces[index].isEmpty
        zip.add(name, isGiven ? Array(pieces[index]) : Array(supplied[index].utf8))
    }
    return zip.finished()
}

/// Writes a zip whose entries are stored as they are.
/// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
struct StoredZip {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ content: [UInt8]) {
        let offset = UInt32(bytes.count)
        var common: [UInt8] = []
        // Version 2.0, no flags, stored, no time and the first day of 1980.
        for half in [20, 0, 0, 0, 0x21] as [UInt16] { common.append(half) }
        common.append(Self.checksum(content))
        common.append(UInt32(content.count))
        common.append(UInt32(content.count))
        common.append(UInt16(name.utf8.count))
        common.append(UInt16(0))
        bytes.append(UInt32(0x0403_4B50))
        bytes += common + Array(name.utf8) + content
        directory.append(UInt32(0x0201_4B50))
        directory.append(UInt16(20))
        directory += common
        // No comment, first disk, no attributes.
        for half in [0, 0, 0, 0, 0] as [UInt16] { directory.append(half) }
        directory.append(offset)
        directory += Array(name.utf8)
        count += 1
    }

    /// The zip with its directory.
    func finished() -> [UInt8] {
        var zip = bytes + directory
        zip.append(UInt32(0x0605_4B50))
        for half in [0, 0, UInt16(count), UInt16(count)] { zip.append(half) }
        zip.append(UInt32(directory.count))
        zip.append(UInt32(bytes.count))
        zip.append(UInt16(0))
        return zip
    }

    /// CRC-32 as zip has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}

extension [UInt8] {
    /// Adds a number, its lowest byte first.
    fileprivate mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
