// Legacy text as it really comes: in one 8-bit encoding, save for the odd cell that somebody pasted in as UTF-8.

internal import Vietnamese

/// Decodes 8-bit Vietnamese, cell by cell: a cell that is well-formed UTF-8 with Vietnamese letters passes as it is.
///
/// No legacy spelling of a Vietnamese word is also well-formed UTF-8: the letters that would have to follow each other
/// never do.
struct MixedLegacyDecoder {
    private var decoder: LegacyDecoder
    /// The beginning of a cell whose rest is in the next chunk.
    private var pending: [UInt8] = []
    /// A run without a separator that is longer than this is no cell.
    private static let longestCell = 64 << 10

    init(_ encoding: LegacyEncoding) { decoder = LegacyDecoder(encoding) }

    mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        guard let last = bytes.lastIndex(where: Self.isSeparator) ?? overlong(bytes) else {
            pending.append(contentsOf: bytes)
            return
        }
        let whole = UnsafeBufferPointer(rebasing: bytes[...last])
        if pending.isEmpty {
            decodeCells(whole, into: &output)
        } else {
            pending.append(contentsOf: whole)
            pending.withUnsafeBufferPointer { decodeCells($0, into: &output) }
            pending.removeAll(keepingCapacity: true)
        }
        pending.append(contentsOf: bytes[(last + 1)...])
    }

    mutating func finish(into output: inout [UInt8]) {
        pending.withUnsafeBufferPointer { decodeCells($0, into: &output) }
        pending.removeAll()
        decoder.finish(into: &output)
    }

    private func overlong(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        pending.count + bytes.count > Self.longestCell ? bytes.count - 1 : nil
    }

    private mutating func decodeCells(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        var legacyStart = 0
        var start = 0
        while start < bytes.count {
            var end = start
            var hasHighBytes = false
            while end < bytes.count, !Self.isSeparator(bytes[end]) {
                hasHighBytes = hasHighBytes || bytes[end] >= 0x80
                end += 1
            }
            let cell = UnsafeBufferPointer(rebasing: bytes[start..<end])
            if hasHighBytes && Self.isVietnameseUTF8(cell) {
                decoder.decode(UnsafeBufferPointer(rebasing: bytes[legacyStart..<start]), into: &output)
                decoder.finish(into: &output)
                output.append(contentsOf: cell)
                legacyStart = end
            }
            start = end + 1
        }
        decoder.decode(UnsafeBufferPointer(rebasing: bytes[legacyStart...]), into: &output)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case Byte.lineFeed, Byte.carriageReturn, Byte.tab, Byte.comma, Byte.semicolon, Byte.bar, Byte.doubleQuote: true
        default: false
        }
    }

    /// Whether every byte above 127 belongs to a letter or sign that Vietnamese text has.
    private static func isVietnameseUTF8(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var position = 0
        while position < cell.count {
            guard case .valid(let length) = UTF8Sequence(cell, at: position) else { return false }
            switch (length, cell[position]) {
            // ASCII; U+00C0-U+01BF, combining marks; U+1E00-U+1EFF; general punctuation; NBSP.
            case (1, _), (2, 0xC3...0xC6), (2, 0xCC...0xCD), (3, 0xE1), (3, 0xE2): break
            case (2, 0xC2) where cell[position + 1] == 0xA0: break
            default: return false
            }
            position += length
        }
        return true
    }
}
