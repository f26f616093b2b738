// Tells what a file is by its first bytes, never by its name: half of the `.xls` files are something else.

/// What a file turns out to be.
enum FileContent: Equatable {
    case format(FileFormat)
    case refused(RefusedFile.Reason)
    /// An OLE2 container: which office document it holds stands further on in the file.
    case oleContainer
}

/// Recognises formats by their content.
enum ContentSniffer {
    /// How many of a file's first bytes are looked at.
    static let headSize = 64 << 10

    private static let signatures: [(bytes: [UInt8], content: FileContent)] = [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oleContainer),
        // Zip: the reader of xlsx looks inside. A zip that is empty or one of several parts holds no workbook.
        (Array("PK\u{3}\u{4}".utf8), .format(.xlsx)),
        (Array("PK\u{5}\u{6}".utf8), .refused(.archive)),
        (Array("PK\u{7}\u{8}".utf8), .refused(.archive)),
        // Excel 2 to 4 without a container: the first record is BOF.
        ([0x09, 0x00, 0x04, 0x00], .refused(.binaryExcel)),
        ([0x09, 0x02, 0x06, 0x00], .refused(.binaryExcel)),
        ([0x09, 0x04, 0x06, 0x00], .refused(.binaryExcel)),
        ([0x09, 0x08, 0x04, 0x02], .refused(.binaryExcel)),
        ([0x09, 0x08, 0x08, 0x00], .refused(.binaryExcel)),
        ([0x09, 0x08, 0x10, 0x00], .refused(.binaryExcel)),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .refused(.image)),
        ([0xFF, 0xD8, 0xFF], .refused(.image)),
        (Array("GIF87a".utf8), .refused(.image)),
        (Array("GIF89a".utf8), .refused(.image)),
        ([0x49, 0x49, 0x2A, 0x00], .refused(.image)),
        ([0x4D, 0x4D, 0x00, 0x2A], .refused(.image)),
        ([0x1F, 0x8B], .refused(.archive)),
        (Array("Rar!\u{1A}\u{7}".utf8), .refused(.archive)),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .refused(.archive)),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .refused(.archive)),
        (Array("BZh".utf8) + [0x31], .refused(.archive)),
        (Array("BZh".utf8) + [0x39], .refused(.archive)),
        ([0x28, 0xB5, 0x2F, 0xFD], .refused(.archive)),
        (Array("{\\rtf".utf8), .refused(.wordDocument)),
        (Array("SQLite format 3\u{0}".utf8), .refused(.binary)),
        ([0x7F, 0x45, 0x4C, 0x46], .refused(.binary)),
    ]

    /// Recognises a file by its first bytes.
    static func content(ofHead head: [UInt8]) -> FileContent {
        for (bytes, content) in signatures where head.starts(with: bytes) { return content }
        if head.starts(with: "BM".utf8), head.count > 14, head[6..<10].allSatisfy({ $0 == 0 }) {
            return .refused(.image)
        }
        if head.starts(with: "RIFF".utf8), head.count > 12, head[8..<12].elementsEqual("WEBP".utf8) {
            return .refused(.image)
        }
        // A PDF may begin with some bytes that are none of it.
        if head.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) != nil { return .refused(.pdf) }
        let mark = UnicodeMark(head)
        guard let text = readableText(of: head, mark) else { return .refused(.binary) }
        return MarkupSniffer.format(of: text).map { $0 } ?? .format(.csv)
    }

    /// The head as text that is ASCII where the file's is; nil where it is no text.
    private static func readableText(of head: [UInt8], _ mark: UnicodeMark?) -> [UInt8]? {
        if let mark, mark.encoding != .utf8 {
            var decoder = UTF16Decoder(isBigEndian: mark.encoding == .utf16be)
            var text: [UInt8] = []
            head[mark.length...].withUnsafeBufferPointer { decoder.decode($0, into: &text) }
            return text
        }
        let nuls = head.count { $0 == 0 }
        let controls = head.count { $0 < 0x1A && !(9...13 ~= $0) } - nuls
        let text = Array(head[(mark?.length ?? 0)...])
        // What begins as markup is XML that its parser refuses with a place.
        if text.first == UInt8(ascii: "<"), (nuls + controls) * 4 <= head.count { return text }
        // Some exports pad with NULs, and TCVN3 keeps rare capitals among the controls; programs are full of both.
        if nuls * 20 > head.count || controls * 12 > head.count { return nil }
        return text
    }

    /// What an OLE2 container holds, told by the names of its streams, which are UTF-16: a workbook, unless
    /// they say otherwise.
    static func contentOfContainer(_ source: any ByteSource) throws(RefusedFile) -> RefusedFile.Reason {
        let reasons: [(name: String, reason: RefusedFile.Reason)] = [
            ("EncryptedPackage", .encrypted), ("WordDocument", .wordDocument), ("Workbook", .binaryExcel),
            ("PowerPoint Document", .binary), ("__properties_version1.0", .binary), ("VisioDocument", .binary),
        ]
        let names = reasons.map { (name: utf16($0.name + "\0"), reason: $0.reason) }
        var found = Set<[UInt8]>()
        var bytes: [UInt8] = []
        try source.rewind()
        while try source.appendChunk(to: &bytes) {
            for (name, _) in names where !found.contains(name) && bytes.firstRange(of: name) != nil {
                found.insert(name)
            }
            bytes.removeFirst(max(0, bytes.count - 64))
        }
        return names.first { found.contains($0.name) }?.reason ?? .binaryExcel
    }

    private static func utf16(_ ascii: String) -> [UInt8] { ascii.utf8.flatMap { byte -> [UInt8] in [byte, 0] } }
}
