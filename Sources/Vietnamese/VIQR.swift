// VIQR (RFC 1456): ASCII punctuation after a vowel is its marks, dd is đ, a backslash takes the next byte literally.

extension LegacyDecoder {
    mutating func decodeVIQR(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        for byte in bytes {
            if escaped {
                escaped = false
                output.append(scalar: byte < 0x80 ? UInt32(byte) : 0xFFFD)
                continue
            }
            if let joined = VIQR.join(pending, byte) {
                pending = joined
                continue
            }
            flushPending(into: &output)
            let letter = Letter(byte < 0x80 ? UInt32(byte) : 0)
            if letter.isLetter {
                pending = letter
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else {
                output.append(scalar: byte < 0x80 ? UInt32(byte) : 0xFFFD)
            }
        }
    }
}

enum VIQR {
    /// `letter` with the mark that `byte` writes, or `nil` where it writes none there.
    static func join(_ letter: Letter, _ byte: UInt8) -> Letter? {
        guard letter.isVowel else {
            let isD = byte | 0x20 == UInt8(ascii: "d") && letter.base == UInt8(ascii: "d")
            return isD ? letter.adding(.stroke) : nil
        }
        switch byte {
        case UInt8(ascii: "^"): return letter.hasTone ? nil : letter.adding(.circumflex)
        case UInt8(ascii: "("): return letter.hasTone ? nil : letter.adding(.breve)
        case UInt8(ascii: "+"), UInt8(ascii: "*"): return letter.hasTone ? nil : letter.adding(.horn)
        case UInt8(ascii: "'"): return letter.adding(.acute)
        case UInt8(ascii: "`"): return letter.adding(.grave)
        case UInt8(ascii: "?"): return letter.adding(.hook)
        case UInt8(ascii: "~"): return letter.adding(.tilde)
        case UInt8(ascii: "."): return letter.adding(.dot)
        default: return nil
        }
    }
}
