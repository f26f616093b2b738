// Tells SpreadsheetML, other XML and HTML apart, and all of them from delimited text that begins with a bracket.

enum MarkupSniffer {
    /// The format of text that is markup, well-formed or not; nil for any other text.
    static func format(of text: [UInt8]) -> FileContent? {
        var rest = Scanner(text)
        rest.skipMarksAndBlanks()
        let isMarkup = rest.isAt("<!") || rest.isAt("<?") || (rest.isAt("<") && endsTags(text))
        var isXML = false
        while rest.isAt("<") {
            if rest.isAt("<?") {
                isXML = true
                rest.skip(past: "?>")
            } else if rest.isAt("<!--") {
                rest.skip(past: "-->")
            } else if rest.isAt("<!doctype") {
                // HTML never declares anything in its DOCTYPE.
                return .format(rest.isAt("<!doctype html") && !rest.hasInternalSubset ? .html : .recordXML)
            } else {
                break
            }
            rest.skipBlanks()
        }
        guard rest.isAt("<"), let tag = rest.startTag() else { return isMarkup ? .format(.recordXML) : nil }
        let name = tag.prefix { !isBlank($0) && $0 != UInt8(ascii: "/") }.map { isUpper($0) ? $0 | 0x20 : $0 }
        let local = name.lastIndex(of: UInt8(ascii: ":")).map { Array(name[($0 + 1)...]) } ?? name
        if tag.firstRange(of: Array("urn:schemas-microsoft-com:office:spreadsheet".utf8)) != nil,
            String(decoding: local, as: UTF8.self) == "workbook"
        {
            return .format(.spreadsheetML)
        }
        let htmlNames = ["html", "head", "body", "table", "meta", "style", "div", "title", "center", "font", "p", "tr"]
        let inlineNames = ["b", "i", "u", "em", "strong", "span", "br", "img", "small", "sub", "sup"]
        switch String(decoding: local, as: UTF8.self) {
        case let name where htmlNames.contains(name) && (!isXML || name == "html"): return .format(.html)
        case let name where inlineNames.contains(name) && !isXML && isCut(text): return nil
        case "worddocument": return .refused(.wordDocument)
        case "svg": return .refused(.image)
        default: return .format(.recordXML)
        }
    }

    /// Whether the first line holds what delimits cells: then a tag in front is a cell's, not a document's.
    private static func isCut(_ text: [UInt8]) -> Bool {
        let line = text.prefix { $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
        // A reference (`&amp;`) ends in a semicolon, too.
        let references = line.count { $0 == UInt8(ascii: "&") }
        return line.contains { $0 == Byte.comma || $0 == Byte.tab || $0 == Byte.bar }
            || line.count { $0 == Byte.semicolon } > references
    }

    /// Whether text that begins with a bracket ends tags as markup does, however badly it begins; `<5 năm` does not.
    private static func endsTags(_ text: [UInt8]) -> Bool {
        text.last { !isBlank($0) } == UInt8(ascii: ">") || text.firstRange(of: Array("</".utf8)) != nil
    }

    /// The encoding that an XML declaration names, in lower case.
    static func declaredEncoding(in head: [UInt8]) -> String? {
        guard let end = head.firstRange(of: Array("?>".utf8))?.lowerBound,
            let name = head[..<end].firstRange(of: Array("encoding".utf8))
        else { return nil }
        let quoted = head[name.upperBound..<end].drop { isBlank($0) || $0 == UInt8(ascii: "=") }
        guard let quote = quoted.first, quote == Byte.doubleQuote || quote == Byte.apostrophe else { return nil }
        let value = quoted.dropFirst().prefix { $0 != quote }.map { isUpper($0) ? $0 | 0x20 : $0 }
        return String(decoding: value, as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == Byte.space || 9...13 ~= byte }
    private static func isUpper(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte }

    /// A position in text.
    private struct Scanner {
        private let text: [UInt8]
        private var position = 0

        init(_ text: [UInt8]) { self.text = text }

        /// Skips byte-order marks and blanks in front of the text.
        mutating func skipMarksAndBlanks() {
            while text[position...].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
            skipBlanks()
        }

        mutating func skipBlanks() {
            while position < text.count, isBlank(text[position]) { position += 1 }
        }

        /// Whether the text goes on with letters given in lower case.
        func isAt(_ word: String) -> Bool {
            let word = Array(word.utf8)
            guard position + word.count <= text.count else { return false }
            return word.indices.allSatisfy { index in
                let byte = text[position + index]
                return (isUpper(byte) ? byte | 0x20 : byte) == word[index]
            }
        }

        /// Whether the declaration here holds others in brackets.
        var hasInternalSubset: Bool {
            text[position...].prefix { $0 != UInt8(ascii: ">") }.contains(UInt8(ascii: "["))
        }

        mutating func skip(past mark: String) {
            position = text[position...].firstRange(of: Array(mark.utf8))?.upperBound ?? text.count
        }

        /// What stands between the brackets of the tag here; nil where what stands here is no start tag.
        func startTag() -> ArraySlice<UInt8>? {
            guard position + 1 < text.count else { return nil }
            let first = text[position + 1]
            guard first >= 0x80 || first == UInt8(ascii: "_") || 0x61...0x7A ~= first | 0x20 else { return nil }
            let start = position + 1
            let end = text[start...].firstIndex { $0 == UInt8(ascii: ">") } ?? text.count
            let tag = text[start..<end]
            let name = tag.prefix { !isBlank($0) && $0 != UInt8(ascii: "/") }
            let isName = name.allSatisfy {
                $0 >= 0x80 || 0x61...0x7A ~= $0 | 0x20 || "-_.:0123456789".utf8.contains($0)
            }
            return isName ? tag : nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// Where a run of bytes stands first.
    func firstRange(of bytes: [UInt8]) -> Range<Int>? {
        withUnsafeBufferPointer { all in
            guard let first = bytes.first, all.count >= bytes.count else { return nil }
            var start = 0
            while start + bytes.count <= all.count {
                if all[start] == first, bytes.indices.allSatisfy({ all[start + $0] == bytes[$0] }) {
                    return startIndex + start..<startIndex + start + bytes.count
                }
                start += 1
            }
            return nil
        }
    }
}

extension [UInt8] {
    /// Where a run of bytes stands first.
    func firstRange(of bytes: [UInt8]) -> Range<Int>? { self[...].firstRange(of: bytes) }
}
