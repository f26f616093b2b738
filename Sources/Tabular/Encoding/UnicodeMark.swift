// The certain signs of Unicode: a byte-order mark, or the NULs of UTF-16 without one.

/// The Unicode encoding that the first bytes of a file give away.
struct UnicodeMark: Equatable {
    let encoding: TextEncoding
    /// Bytes of the byte-order mark; 0 where there is none.
    let length: Int

    /// Reads a file's first bytes; nil where they say nothing.
    init?(_ head: [UInt8]) {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            (encoding, length) = (.utf8, 3)
        } else if head.starts(with: [0xFF, 0xFE]) {
            (encoding, length) = (.utf16le, 2)
        } else if head.starts(with: [0xFE, 0xFF]) {
            (encoding, length) = (.utf16be, 2)
        } else if let encoding = Self.encoding(byNULsOf: head.prefix(8_192)) {
            (self.encoding, length) = (encoding, 0)
        } else {
            return nil
        }
    }

    /// UTF-16 puts a NUL beside each ASCII character: before it or after it, never both.
    ///
    /// In Vietnamese three letters in four are ASCII, and blanks, digits, delimiters and line ends all are. A NUL beside
    /// what is no character of a text says nothing: parted accents have such bytes, the grave U+0300 in either order.
    private static func encoding(byNULsOf head: ArraySlice<UInt8>) -> TextEncoding? {
        var (little, big, neither) = (0, 0, 0)
        let pairs = head.count / 2
        guard pairs > 0 else { return nil }
        for pair in 0..<pairs {
            let first = head[head.startIndex + 2 * pair]
            switch (first, head[head.startIndex + 2 * pair + 1]) {
            case (0, 0): neither += 1
            case (let letter, 0) where isOfText(letter): little += 1
            case (0, let letter) where isOfText(letter): big += 1
            default: break
            }
        }
        guard neither * 50 <= pairs else { return nil }
        if little * 10 >= pairs * 4 && big * 50 <= pairs { return .utf16le }
        if big * 10 >= pairs * 4 && little * 50 <= pairs { return .utf16be }
        return nil
    }

    private static func isOfText(_ byte: UInt8) -> Bool { byte >= 0x20 || 0x09...0x0D ~= byte }
}
