// VIQR (RFC 1456): ASCII punctuation after a vowel is its marks, dd is đ, a backslash takes the next byte literally.

extension LegacyDecoder {
    mutating func decodeVIQR(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        for byte in bytes {
            if escaped {
                escaped = false
                output.append(byte)
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
        let marked: Letter
        switch byte {
        case UInt8(ascii: "^"): marked = letter.with(.circumflex)
        case UInt8(ascii: "("): marked = letter.with(.breve)
        case UInt8(ascii: "+"), UInt8(ascii: "*"): marked = letter.with(.horn)
        case UInt8(ascii: "d"), UInt8(ascii: "D"):
            guard letter.base == UInt8(ascii: "d"), letter.isLetter, letter.isPlain else { return nil }
            return letter.with(.stroke)
        case UInt8(ascii: "'"): marked = letter.with(.acute)
        case UInt8(ascii: "`"): marked = letter.with(.grave)
        case UInt8(ascii: "?"): marked = letter.with(.hook)
        case UInt8(ascii: "~"): marked = letter.with(.tilde)
        case UInt8(ascii: "."): marked = letter.with(.dot)
        default: return nil
        }
        let joins = letter.isVowel && marked.bits & letter.bits == letter.bits && marked != letter && !letter.hasTone
        return joins && marked.scalar != 0 ? marked : nil
    }
}
