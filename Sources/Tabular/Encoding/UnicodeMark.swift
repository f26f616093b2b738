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
    /// In Vietnamese three letters in four are ASCII, and blanks, digits, delimiters and line ends all are.
    private static func encoding(byNULsOf head: ArraySlice<UInt8>) -> TextEncoding? {
        var nuls = [0, 0]
        for (offset, byte) in head.enumerated() where byte == 0 { nuls[offset & 1] += 1 }
        let pairs = head.count / 2
        guard pairs > 0 else { return nil }
        if nuls[1] * 10 >= pairs * 4 && nuls[0] * 50 <= pairs { return .utf16le }
        if nuls[0] * 10 >= pairs * 4 && nuls[1] * 50 <= pairs { return .utf16be }
        return nil
    }
}
