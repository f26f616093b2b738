// A letter of the Vietnamese alphabet taken apart into base, shape, tone and case: what all other files compute with.

/// The tone of a syllable, in the order of the rows of ``Letter``'s table.
enum Tone: UInt16, CaseIterable, Sendable {
    case level, grave, hook, tilde, acute, dot
}

/// What makes `â`, `ă`, `ơ`, `đ` another letter than `a`, `o`, `d`; the last three occur in Latin-1 only.
enum Shape: UInt16, CaseIterable, Sendable {
    case plain, circumflex, breve, horn, stroke, diaeresis, ring, cedilla
}

/// One Latin letter in 12 bits: base a-z (1-26), shape, tone, case; 0 is "no letter".
struct Letter: Hashable, Sendable {
    var bits: UInt16

    static let none = Letter(bits: 0)

    @inline(__always) init(bits: UInt16) { self.bits = bits }

    init(base: UInt8, shape: Shape = .plain, tone: Tone = .level, upper: Bool = false) {
        bits = UInt16(base & 0x1F) | shape.rawValue << 5 | tone.rawValue << 8 | (upper ? 0x800 : 0)
    }

    /// The letter of a scalar, or ``none``.
    @inline(__always) init(_ scalar: UInt32) {
        if scalar < 0x80 {
            let folded = scalar | 0x20
            guard folded &- 0x61 < 26 else {
                self = .none
                return
            }
            bits = UInt16(folded & 0x1F) | (scalar & 0x20 == 0 ? 0x800 : 0)
        } else if scalar < 0x250 {
            bits = LetterTable.letters[Int(scalar)]
        } else if scalar &- 0x1E00 < 0x100 {
            bits = LetterTable.letters[Int(scalar &- 0x1E00 &+ 0x250)]
        } else {
            bits = 0
        }
    }

    @inline(__always) var isLetter: Bool { bits != 0 }
    /// Lower-case ASCII letter without its marks.
    @inline(__always) var base: UInt8 { UInt8(truncatingIfNeeded: bits & 0x1F) | 0x60 }
    /// Base and shape, which spell the syllable; case and tone are apart.
    @inline(__always) var spelling: UInt8 { UInt8(truncatingIfNeeded: bits) }
    @inline(__always) var isUpper: Bool { bits & 0x800 != 0 }
    @inline(__always) var isPlain: Bool { bits & 0x7E0 == 0 }
    @inline(__always) var hasShape: Bool { bits & 0xE0 != 0 }
    @inline(__always) var hasTone: Bool { bits & 0x700 != 0 }
    @inline(__always) var shape: Shape { Shape(rawValue: bits >> 5 & 7) ?? .plain }
    @inline(__always) var tone: Tone { Tone(rawValue: bits >> 8 & 7) ?? .level }

    /// `a e i o u y`, whatever its marks.
    @inline(__always) var isVowel: Bool { 0x0220_8222 >> UInt32(bits & 0x1F) & 1 != 0 }

    @inline(__always) func with(_ tone: Tone) -> Letter { Letter(bits: bits & ~0x700 | tone.rawValue << 8) }
    @inline(__always) func with(_ shape: Shape) -> Letter { Letter(bits: bits & ~0xE0 | shape.rawValue << 5) }
    @inline(__always) var upper: Letter { Letter(bits: bits | 0x800) }
    @inline(__always) var lower: Letter { Letter(bits: bits & ~0x800) }

    /// The composed scalar, or 0 where Unicode's Vietnamese and Latin-1 letters have none.
    @inline(__always) var scalar: UInt32 {
        if isPlain { return UInt32(base) &- (isUpper ? 0x20 : 0) }
        return UInt32(LetterTable.scalars[Int(bits & 0xFFF)])
    }

    /// This letter with a combining mark put on, or `nil` where the two make no letter of the table. A mark joins
    /// whatever the order of the marks is: typists' tools write `a` + acute + circumflex for `ấ`.
    func adding(_ mark: UInt32) -> Letter? {
        switch mark {
        case 0x300, 0x340: adding(.grave)
        case 0x301, 0x341: adding(.acute)
        case 0x303: adding(.tilde)
        case 0x309: adding(.hook)
        case 0x323: adding(.dot)
        case 0x302: adding(.circumflex)
        case 0x306: adding(.breve)
        case 0x30C where base == UInt8(ascii: "a"): adding(.breve)
        case 0x31B: adding(.horn)
        case 0x308: adding(.diaeresis)
        case 0x30A: adding(.ring)
        case 0x327: adding(.cedilla)
        default: nil
        }
    }

    /// This letter with a tone, or `nil` where it has one or there is no such letter.
    func adding(_ tone: Tone) -> Letter? {
        isLetter && !hasTone && with(tone).scalar != 0 ? with(tone) : nil
    }

    /// This letter with a shape, or `nil` where it has one or there is no such letter.
    func adding(_ shape: Shape) -> Letter? {
        isLetter && !hasShape && with(shape).scalar != 0 ? with(shape) : nil
    }
}

/// The two directions of ``Letter``: scalar to letter, letter to scalar.
enum LetterTable {
    /// Rows of one letter in its six tones, in the order of ``Tone``.
    private static let vowels: [(String, Shape)] = [
        ("aàảãáạ", .plain), ("ăằẳẵắặ", .breve), ("âầẩẫấậ", .circumflex), ("eèẻẽéẹ", .plain), ("êềểễếệ", .circumflex),
        ("iìỉĩíị", .plain), ("oòỏõóọ", .plain), ("ôồổỗốộ", .circumflex), ("ơờởỡớợ", .horn), ("uùủũúụ", .plain),
        ("ưừửữứự", .horn), ("yỳỷỹýỵ", .plain), ("AÀẢÃÁẠ", .plain), ("ĂẰẲẴẮẶ", .breve), ("ÂẦẨẪẤẬ", .circumflex),
        ("EÈẺẼÉẸ", .plain), ("ÊỀỂỄẾỆ", .circumflex), ("IÌỈĨÍỊ", .plain), ("OÒỎÕÓỌ", .plain), ("ÔỒỔỖỐỘ", .circumflex),
        ("ƠỜỞỠỚỢ", .horn), ("UÙỦŨÚỤ", .plain), ("ƯỪỬỮỨỰ", .horn), ("YỲỶỸÝỴ", .plain),
    ]
    private static let bases = Array("aaaeeiooouuyAAAEEIOOOUUY".utf8)
    private static let others: [(Unicode.Scalar, Character, Shape, Tone)] = [
        ("đ", "d", .stroke, .level), ("Đ", "D", .stroke, .level), ("ñ", "n", .plain, .tilde),
        ("Ñ", "N", .plain, .tilde),
        ("ç", "c", .cedilla, .level), ("Ç", "C", .cedilla, .level), ("å", "a", .ring, .level),
        ("Å", "A", .ring, .level),
        ("ä", "a", .diaeresis, .level), ("Ä", "A", .diaeresis, .level), ("ë", "e", .diaeresis, .level),
        ("Ë", "E", .diaeresis, .level), ("ï", "i", .diaeresis, .level), ("Ï", "I", .diaeresis, .level),
        ("ö", "o", .diaeresis, .level), ("Ö", "O", .diaeresis, .level), ("ü", "u", .diaeresis, .level),
        ("Ü", "U", .diaeresis, .level), ("ÿ", "y", .diaeresis, .level), ("Ÿ", "Y", .diaeresis, .level),
    ]

    private static let pairs: [(scalar: UInt32, letter: Letter)] = {
        var pairs: [(UInt32, Letter)] = []
        for ascii in UInt8(ascii: "a")...UInt8(ascii: "z") {
            pairs.append((UInt32(ascii), Letter(base: ascii)))
            pairs.append((UInt32(ascii) - 0x20, Letter(base: ascii, upper: true)))
        }
        for ((row, shape), base) in zip(vowels, bases) {
            for (scalar, tone) in zip(row.unicodeScalars, Tone.allCases) {
                pairs.append((scalar.value, Letter(base: base, shape: shape, tone: tone, upper: base < 0x60)))
            }
        }
        for (scalar, base, shape, tone) in others {
            let ascii = base.asciiValue ?? 0
            pairs.append((scalar.value, Letter(base: ascii, shape: shape, tone: tone, upper: ascii < 0x60)))
        }
        return pairs
    }()

    /// Letter bits by scalar: U+0000-024F, then U+1E00-1EFF.
    static let letters: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x250 + 0x100)
        for (scalar, letter) in pairs {
            table[Int(scalar < 0x250 ? scalar : scalar - 0x1E00 + 0x250)] = letter.bits
        }
        return table
    }()

    /// Scalar by letter bits.
    static let scalars: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x1000)
        for (scalar, letter) in pairs { table[Int(letter.bits)] = UInt16(scalar) }
        return table
    }()
}
