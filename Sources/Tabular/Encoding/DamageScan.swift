// A quick look at a cell: could its text be damaged at all? Nearly none is, and the full diagnosis costs a thousand times
// as much.

/// Looks for signs of damage in cells of UTF-8, by tables.
///
/// Suspicious are: letters that Vietnamese does not have; a letter of Latin-1 where Vietnamese spelling cannot have it
/// (after `a` or `e`, a capital after a small letter); marks of VIQR after a vowel; a reference of HTML.
struct DamageScan {
    /// Whether an ASCII byte may be a mark or belong to a reference.
    private let isMark = Self.marks
    private static let marks: [Bool] = (0..<0x80).map { "#&;^`~+(".utf8.contains($0) }
    /// By the lead byte less 0xC0: a bit for each second byte that Vietnamese does not have after it.
    private let foreignSeconds = Self.foreignSecondsOfLeads
    private static let foreignSecondsOfLeads: [UInt64] = (0xC0...0xFF).map { lead in
        seconds { !isVietnamese(UInt8(lead), $0) }
    }
    /// By the byte before: a bit for each second byte of a letter U+00C0-U+00FF that cannot follow it.
    private let foreignLatin = Self.foreignLatinByPrevious
    private static let foreignLatinByPrevious: [UInt64] = (0...0xFF).map { previous in
        seconds { isSuspiciousLatin($0, after: UInt8(previous)) }
    }

    /// Whether a cell in UTF-8 shows any sign.
    func isSuspicious(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var hasAmpersand = false
        var previous: UInt8 = 0
        var position = 0
        while position < cell.count {
            let byte = cell[position]
            if byte < 0x80 {
                if isMark[Int(byte)] {
                    hasAmpersand = hasAmpersand || byte == UInt8(ascii: "&")
                    if Self.isMark(byte, after: previous, hasAmpersand) { return true }
                }
                previous = byte
                position &+= 1
                continue
            }
            let second = position &+ 1 < cell.count ? cell[position &+ 1] : 0
            let seconds = byte == 0xC3 ? foreignLatin[Int(previous)] : foreignSeconds[Int(byte & 0x3F)]
            if seconds &>> UInt64(second & 0x3F) & 1 != 0 { return true }
            // No Vietnamese word has a letter beyond ASCII right after one of Latin-1; combining marks may follow.
            if previous == 0xC3 && byte & 0xFE != 0xCC { return true }
            position &+= byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            previous = byte
        }
        return false
    }

    /// Which of the letters that begin among 64 bytes of a text would be suspicious if the text were one cell; a bit each.
    @inline(__always)
    func foreignLetters(among leads: UInt64, at start: Int, of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var rest = leads
        var found: UInt64 = 0
        while rest != 0 {
            let bit = rest & (0 &- rest)
            rest ^= bit
            let position = start &+ bit.trailingZeroBitCount
            let byte = text[position]
            let before = position > 0 ? text[position &- 1] : 0
            let second = position &+ 1 < text.count ? text[position &+ 1] : 0
            let seconds = byte == 0xC3 ? foreignLatin[Int(before)] : foreignSeconds[Int(byte & 0x3F)]
            let isAfterLatin = before >= 0x80 && position > 1 && text[position &- 2] == 0xC3 && byte & 0xFE != 0xCC
            if seconds &>> UInt64(second & 0x3F) & 1 != 0 || isAfterLatin { found |= bit }
        }
        return found
    }

    /// The bits of the second bytes that are as asked for.
    private static func seconds(where isSo: (UInt8) -> Bool) -> UInt64 {
        (0x80...0xBF).reduce(0) { bits, second in isSo(second) ? bits | 1 << UInt64(second & 0x3F) : bits }
    }

    /// `&` begins a reference; `^`, `` ` ``, `~`, `+` and `(` right after a vowel may be VIQR.
    private static func isMark(_ byte: UInt8, after previous: UInt8, _ hasAmpersand: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "#"): previous == UInt8(ascii: "&")
        case UInt8(ascii: ";"): hasAmpersand && previous != Byte.space
        case UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "("):
            "aeiouyAEIOUY".utf8.contains(previous)
        default: false
        }
    }

    private static func isVietnamese(_ lead: UInt8, _ second: UInt8) -> Bool {
        switch lead {
        // Nothing of U+0080-U+00BF but NBSP, guillemets, degree and ordinal signs.
        case 0xC2: [0xA0, 0xAB, 0xB0, 0xBA, 0xBB].contains(second)
        // Ă ă Đ đ; Ĩ ĩ; Ũ ũ; Ơ ơ Ư ư.
        case 0xC4: [0x82, 0x83, 0x90, 0x91, 0xA8, 0xA9].contains(second)
        case 0xC5: [0xA8, 0xA9].contains(second)
        case 0xC6: [0xA0, 0xA1, 0xAF, 0xB0].contains(second)
        // Combining marks, the letters of U+1E00-U+1EFF, punctuation, presentation forms.
        case 0xCC, 0xCD, 0xEF: true
        case 0xE1: second == 0xBA || second == 0xBB
        case 0xE2: second == 0x80
        default: false
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
