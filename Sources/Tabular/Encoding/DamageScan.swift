// A quick look at a cell: could its text be damaged at all? Nearly none is, and the full diagnosis costs a thousand times
// as much.

/// What a quick look at the bytes of a cell shows.
struct DamageSigns: OptionSet {
    let rawValue: UInt8
    /// Letters beyond ASCII.
    static let nonASCII = DamageSigns(rawValue: 1)
    /// Something that sound Vietnamese text does not have.
    static let suspicious = DamageSigns(rawValue: 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Looks at a cell in UTF-8.
    ///
    /// Suspicious are: letters that Vietnamese does not have; a letter of Latin-1 where Vietnamese spelling cannot have
    /// it (after `a` or `e`, a capital after a small letter); marks of VIQR after a vowel; a reference of HTML.
    init(_ cell: UnsafeBufferPointer<UInt8>) {
        var signs: DamageSigns = []
        var previous: UInt8 = 0
        var position = 0
        while position < cell.count {
            let byte = cell[position]
            if byte < 0x80 {
                if Self.isMark(byte, after: previous) { signs.insert(.suspicious) }
                previous = byte
                position += 1
                continue
            }
            signs.insert(.nonASCII)
            // No Vietnamese word has a letter beyond ASCII right after one of Latin-1; combining marks may follow.
            if previous == 0xC3 && byte != 0xCC && byte != 0xCD { signs.insert(.suspicious) }
            let second = position + 1 < cell.count ? cell[position + 1] : 0
            switch byte {
            case 0xC3:
                if Self.isSuspiciousLatin(second, after: previous) { signs.insert(.suspicious) }
                position += 2
            // Ă ă Đ đ; Ĩ ĩ; Ũ ũ; Ơ ơ Ư ư.
            case 0xC4, 0xC5, 0xC6:
                if !Self.isVietnamese(byte, second) { signs.insert(.suspicious) }
                position += 2
            // Nothing of U+0080-U+00BF but NBSP, guillemets, degree and ordinal signs.
            case 0xC2:
                if ![0xA0, 0xAB, 0xB0, 0xBA, 0xBB].contains(second) { signs.insert(.suspicious) }
                position += 2
            // Combining marks, the letters of U+1E00-U+1EFF, punctuation.
            case 0xCC, 0xCD: position += 2
            case 0xE1:
                if second != 0xBA && second != 0xBB { signs.insert(.suspicious) }
                position += 3
            case 0xE2, 0xEF:
                if byte == 0xE2 && second != 0x80 { signs.insert(.suspicious) }
                position += 3
            default:
                signs.insert(.suspicious)
                position += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            }
            previous = byte
        }
        self = signs
    }

    /// `&` begins a reference; `^`, `` ` ``, `~`, `+` and `(` right after a vowel may be VIQR.
    private static func isMark(_ byte: UInt8, after previous: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#"): previous == UInt8(ascii: "&")
        case UInt8(ascii: ";"): previous != 0 && previous != Byte.space
        case UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "("):
            "aeiouyAEIOUY".utf8.contains(previous)
        default: false
        }
    }

    private static func isVietnamese(_ lead: UInt8, _ second: UInt8) -> Bool {
        switch lead {
        case 0xC4: [0x82, 0x83, 0x90, 0x91, 0xA8, 0xA9].contains(second)
        case 0xC5: [0xA8, 0xA9].contains(second)
        default: [0xA0, 0xA1, 0xAF, 0xB0].contains(second)
        }
    }

    /// A letter U+00C0-U+00FF, told by its second byte.
    private static func isSuspiciousLatin(_ second: UInt8, after previous: UInt8) -> Bool {
        let isCapital = second < 0xA0
        switch second & 0x9F | 0x80 {
        // À Á Â Ã, È É Ê, Ì Í, Ò Ó Ô Õ, Ù Ú, Ý; Ð stands for Đ.
        case 0x80...0x83, 0x88...0x8A, 0x8C, 0x8D, 0x92...0x95, 0x99, 0x9A, 0x9D: break
        case 0x90 where isCapital: break
        default: return true
        }
        switch previous {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "A"), UInt8(ascii: "E"): return true
        // ô is `oâ` in VNI, ò `oø`, õ `oõ`; of these only `oà`, `oá`, `oã`, `oè`, `oé` and `oó`, `oò` are Vietnamese.
        case UInt8(ascii: "o"), UInt8(ascii: "O"):
            if [0x82, 0x8A, 0x94, 0x95, 0x99, 0x9A].contains(second & 0x9F | 0x80) { return true }
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            if [0x95, 0x99, 0x9A].contains(second & 0x9F | 0x80) { return true }
        case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "y"), UInt8(ascii: "Y"):
            if ![0x8A].contains(second & 0x9F | 0x80) && second & 0x9F | 0x80 != 0x80 { return true }
        default: break
        }
        return isCapital && (0x61...0x7A).contains(previous)
    }
}
