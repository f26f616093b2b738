// VNI-Windows: a mark byte after the letter carries its shape and tone; ơ, ư, đ and the toned i, ỵ are single bytes.

enum VNI {
    /// Letters of one byte, by the byte with bit 5 set; a byte below 0xE0 is the capital.
    static func single(_ byte: UInt8) -> Letter {
        let letter: Letter
        switch byte | 0x20 {
        case 0xED: letter = Letter(base: UInt8(ascii: "i"), tone: .acute)
        case 0xEC: letter = Letter(base: UInt8(ascii: "i"), tone: .grave)
        case 0xE6: letter = Letter(base: UInt8(ascii: "i"), tone: .hook)
        case 0xF3: letter = Letter(base: UInt8(ascii: "i"), tone: .tilde)
        case 0xF2: letter = Letter(base: UInt8(ascii: "i"), tone: .dot)
        case 0xEE: letter = Letter(base: UInt8(ascii: "y"), tone: .dot)
        case 0xF4: letter = Letter(base: UInt8(ascii: "o"), shape: .horn)
        case 0xF6: letter = Letter(base: UInt8(ascii: "u"), shape: .horn)
        case 0xF1: letter = Letter(base: UInt8(ascii: "d"), shape: .stroke)
        default: return .none
        }
        return byte < 0xE0 ? letter.upper : letter
    }

    /// Shape and tone of a mark byte, as the bits of a ``Letter``; its case says nothing, the letter's does.
    static func mark(_ byte: UInt8) -> UInt16 {
        switch byte | 0x20 {
        case 0xF9: bits(.plain, .acute)
        case 0xF8: bits(.plain, .grave)
        case 0xFB: bits(.plain, .hook)
        case 0xF5: bits(.plain, .tilde)
        case 0xEF: bits(.plain, .dot)
        case 0xEA: bits(.breve, .level)
        case 0xE9: bits(.breve, .acute)
        case 0xE8: bits(.breve, .grave)
        case 0xFA: bits(.breve, .hook)
        case 0xFC: bits(.breve, .tilde)
        case 0xEB: bits(.breve, .dot)
        case 0xE2: bits(.circumflex, .level)
        case 0xE1: bits(.circumflex, .acute)
        case 0xE0: bits(.circumflex, .grave)
        case 0xE5: bits(.circumflex, .hook)
        case 0xE3: bits(.circumflex, .tilde)
        case 0xE4: bits(.circumflex, .dot)
        default: 0
        }
    }

    private static func bits(_ shape: Shape, _ tone: Tone) -> UInt16 { shape.rawValue << 5 | tone.rawValue << 8 }

    /// `letter` with the mark of `byte`, or `nil` where VNI has no such pair.
    static func join(_ letter: Letter, _ byte: UInt8) -> Letter? {
        let mark = mark(byte)
        guard mark != 0, letter.isVowel, !letter.hasTone, mark & 0xE0 == 0 || !letter.hasShape else { return nil }
        let joined = Letter(bits: letter.bits | mark)
        return joined.scalar == 0 ? nil : joined
    }
}

extension LegacyDecoder {
    mutating func decodeVNI(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        var pending = pending
        // No byte, and no letter that waits, is more than three bytes of UTF-8.
        output.write(atMost: 3 * (bytes.count + 1)) { writer in
            for byte in bytes {
                if byte >= 0xC0, let joined = VNI.join(pending, byte) {
                    writer.append(joined.scalar)
                    pending = .none
                    continue
                }
                if pending.isLetter { writer.append(pending.scalar) }
                pending = byte < 0xC0 ? Letter(byte < 0x80 ? UInt32(byte) : 0) : VNI.single(byte)
                if pending.isLetter { continue }
                writer.append(byte < 0x80 || 0xA0..<0xC0 ~= byte ? UInt32(byte) : typographicScalar(byte))
            }
        }
        self.pending = pending
    }
}
