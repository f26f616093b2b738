// A unit's name as lists write it, cut into words that can be compared with and without accents.

internal import Vietnamese

/// One word of a unit's name.
struct UnitWord: Sendable, Equatable {
    /// The i/y key: lower case, no marks.
    let key: String
    /// Lower case with its marks, tones in the conventional place.
    let marked: String
    /// Whether punctuation other than a full stop stands before it.
    let followsBreak: Bool
    /// Where it stands in the cleaned text, in UTF-8 bytes.
    let range: Range<Int>
}

/// A text that may name a unit, in words.
struct UnitText: Sendable {
    let text: String
    let words: [UnitWord]
    let keys: [String]
    /// Whether any word carries a mark: then the absence of one means something.
    let hasMarks: Bool
    /// Whether it is a file's or folder's name.
    let isPath: Bool

    /// - Parameter raw: a cell, section, title or file name.
    /// - Parameter isPath: file names part words with `-` and `_`, which say nothing about where a name ends.
    init(_ raw: String, isPath: Bool = false) {
        self.isPath = isPath
        text = normalizeTones(cleanText(raw)).text
        var words: [UnitWord] = []
        var breaks = false
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            if !Self.isWordByte(bytes[start]) {
                // A full stop ends an abbreviation (`X. Mường Phăng`, `TP. ĐBP`), not a name.
                if !isPath, bytes[start] != UInt8(ascii: " "), bytes[start] != UInt8(ascii: ".") { breaks = true }
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
            let word = String(decoding: bytes[start..<end], as: UTF8.self)
            let key = iyKey(word)
            for part in key.split(separator: " ") {
                words.append(
                    UnitWord(
                        key: String(part), marked: word.lowercased(), followsBreak: breaks, range: start..<end))
                breaks = false
            }
            if key.isEmpty { breaks = true }
            start = end
        }
        self.words = words
        keys = words.map(\.key)
        hasMarks = words.contains { word in word.marked.utf8.contains { $0 >= 0x80 } }
    }

    /// Letters and digits of ASCII, and every byte of a longer UTF-8 sequence: after cleaning those are letters.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), 0x80...:
            true
        default: false
        }
    }
}
