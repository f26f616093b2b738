// The order in which Vietnamese people look things up: letters of the Vietnamese alphabet, then tones.

/// Sort keys for Vietnamese texts and names, compared byte by byte.
///
/// Syllables are compared in turn: first by their letters in the order a ă â b c d đ e ê … o ô ơ … u ư …, then by their
/// tones in the order of the dictionaries (ngang, huyền, hỏi, ngã, sắc, nặng). Case, blanks and punctuation do not count.
struct VietnameseOrder {
    /// The key that is being written; kept between texts, so that its memory is asked for once.
    private var builder = KeyBuilder()

    /// The key that was written last.
    var key: [UInt8] { builder.bytes }

    /// The key of a text, read from its beginning.
    static func key(of text: String) -> [UInt8] {
        var (order, text) = (VietnameseOrder(), text)
        text.withUTF8 { order.writeKey(of: $0) }
        return order.key
    }

    /// The key of a person's name: the given name (the last word) first, then the rest from the family name on.
    ///
    /// A mark that tells namesakes apart (`(A)`, `2`) counts last.
    static func key(ofName name: String) -> [UInt8] {
        var (order, name) = (VietnameseOrder(), name)
        name.withUTF8 { order.writeKey(ofName: $0) }
        return order.key
    }

    /// Makes the key of a text in UTF-8.
    mutating func writeKey(of text: UnsafeBufferPointer<UInt8>) {
        builder.clear()
        builder.append(text)
    }

    /// Makes the key of a person's name in UTF-8.
    mutating func writeKey(ofName name: UnsafeBufferPointer<UInt8>) {
        builder.clear()
        var marks = 0..<0
        var given = Self.lastWord(of: name, before: name.count)
        // A name of marks alone has no given name: its first word stands for one.
        while Self.isMark(UnsafeBufferPointer(rebasing: name[given])),
            case let before = Self.lastWord(of: name, before: given.lowerBound), !before.isEmpty
        {
            marks = given.lowerBound..<name.count
            given = before
        }
        builder.append(UnsafeBufferPointer(rebasing: name[given]))
        builder.append(UnsafeBufferPointer(rebasing: name[0..<given.lowerBound]))
        builder.append(UnsafeBufferPointer(rebasing: name[marks]))
    }

    /// The last run of bytes that are no blanks; empty where there is none.
    private static func lastWord(of name: UnsafeBufferPointer<UInt8>, before limit: Int) -> Range<Int> {
        var end = limit
        while end > 0, name[end - 1] == 0x20 { end -= 1 }
        var start = end
        while start > 0, name[start - 1] != 0x20 { start -= 1 }
        return start..<end
    }

    private static func isMark(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word.first == UInt8(ascii: "(") || word.allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// A letter's place in the alphabet (0 where it is none) and its tone, 0 to 5.
private struct OrderedLetter {
    var rank: UInt8 = 0
    var tone: UInt8 = 0
}

/// Writes syllable after syllable: the ranks of its letters, a byte below every letter (a shorter syllable comes
/// first), its tones.
private struct KeyBuilder {
    private(set) var bytes: [UInt8] = []
    private var tones: [UInt8] = []
    private let letters = Self.letters

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        tones.removeAll(keepingCapacity: true)
    }

    /// Appends the syllables of a text; its end ends a syllable.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                append(UInt32(byte))
                index += 1
            } else {
                let count = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                guard index + count <= text.count else { break }
                var value = UInt32(byte) & (count == 4 ? 0x07 : count == 3 ? 0x0F : 0x1F)
                for offset in 1..<count { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
                append(value)
                index += count
            }
        }
        endSyllable()
    }

    private mutating func append(_ value: UInt32) {
        let letter = value < letters.count ? letters[Int(value)] : OrderedLetter()
        if letter.rank > 0 {
            append(letter)
        } else if value < 128 {
            endSyllable()
        } else if let mark = Mark(value), let rank = bytes.last, let tone = tones.last {
            let letter = mark.combined(with: OrderedLetter(rank: rank, tone: tone))
            bytes[bytes.count - 1] = letter.rank
            tones[tones.count - 1] = letter.tone
        } else if let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic {
            // Letters of other scripts follow z, by code point.
            append(OrderedLetter(rank: 0x7f))
            for shift in [16, 8, 0] as [UInt32] {
                append(OrderedLetter(rank: UInt8(truncatingIfNeeded: value >> shift)))
            }
        } else {
            endSyllable()
        }
    }

    private mutating func append(_ letter: OrderedLetter) {
        bytes.append(letter.rank)
        tones.append(letter.tone)
    }

    private mutating func endSyllable() {
        guard !tones.isEmpty else { return }
        bytes.append(1)
        for tone in tones { bytes.append(2 + tone) }
        tones.removeAll(keepingCapacity: true)
    }

    /// Digits before letters; vowels with their tones. By code point, up to the last Vietnamese letter (U+1EF9).
    static let letters: [OrderedLetter] = {
        let vowels = [
            "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ",
            "ưừửữứự", "yỳỷỹýỵ",
        ]
        var table = [OrderedLetter](repeating: OrderedLetter(), count: 0x1EFA)
        var rank: UInt8 = 0x10
        for scalar in "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars {
            let forms = vowels.first { $0.unicodeScalars.first == scalar } ?? String(scalar)
            for (tone, form) in forms.unicodeScalars.enumerated() {
                for cased in [form, form.properties.uppercaseMapping.unicodeScalars.first ?? form] {
                    table[Int(cased.value)] = OrderedLetter(rank: rank, tone: UInt8(tone))
                }
            }
            rank += 1
        }
        return table
    }()
}

/// A combining mark, for text that is not composed.
private enum Mark {
    case tone(UInt8)
    case breve, circumflex, horn

    init?(_ value: UInt32) {
        switch value {
        case 0x0300: self = .tone(1)
        case 0x0309: self = .tone(2)
        case 0x0303: self = .tone(3)
        case 0x0301: self = .tone(4)
        case 0x0323: self = .tone(5)
        case 0x0306: self = .breve
        case 0x0302: self = .circumflex
        case 0x031B: self = .horn
        default: return nil
        }
    }

    /// The letter with the mark.
    func combined(with letter: OrderedLetter) -> OrderedLetter {
        var letter = letter
        switch self {
        case .tone(let tone): letter.tone = tone
        case .breve where letter.rank == Self.rank(of: "a"): letter.rank = Self.rank(of: "ă")
        case .circumflex where letter.rank == Self.rank(of: "a"): letter.rank = Self.rank(of: "â")
        case .circumflex where letter.rank == Self.rank(of: "e"): letter.rank = Self.rank(of: "ê")
        case .circumflex where letter.rank == Self.rank(of: "o"): letter.rank = Self.rank(of: "ô")
        case .horn where letter.rank == Self.rank(of: "o"): letter.rank = Self.rank(of: "ơ")
        case .horn where letter.rank == Self.rank(of: "u"): letter.rank = Self.rank(of: "ư")
        case .breve, .circumflex, .horn: break
        }
        return letter
    }

    private static func rank(of scalar: Unicode.Scalar) -> UInt8 { KeyBuilder.letters[Int(scalar.value)].rank }
}
