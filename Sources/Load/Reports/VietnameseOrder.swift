// The order in which Vietnamese people look things up: letters of the Vietnamese alphabet, then tones.

/// Sort keys for Vietnamese texts and names, compared byte by byte.
///
/// Syllables are compared in turn: first by their letters in the order a ă â b c d đ e ê … o ô ơ … u ư …, then by their
/// tones in the order of the dictionaries (ngang, huyền, hỏi, ngã, sắc, nặng). Case, blanks and punctuation do not count.
struct VietnameseOrder {
    /// The key of a text, read from its beginning.
    static func key(of text: String) -> [UInt8] {
        var key = KeyBuilder()
        key.append(text)
        return key.bytes
    }

    /// The key of a person's name: the given name (the last word) first, then the rest from the family name on.
    ///
    /// A mark that tells namesakes apart (`(A)`, `2`) counts last.
    static func key(ofName name: String) -> [UInt8] {
        let words = name.split(separator: " ")
        var given = words.count - 1
        while given > 0 && isMark(words[given]) { given -= 1 }
        guard given >= 0 else { return [] }
        var key = KeyBuilder()
        key.append(words[given])
        for (index, word) in words.enumerated() where index != given { key.append(word) }
        return key.bytes
    }

    private static func isMark(_ word: Substring) -> Bool {
        word.utf8.first == UInt8(ascii: "(") || word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// A letter's place in the alphabet and its tone, 0 to 5.
    private struct Letter {
        var rank: UInt8
        var tone: UInt8 = 0
    }

    /// Writes syllable after syllable: the ranks of its letters, a byte below every letter (a shorter syllable comes
    /// first), its tones.
    private struct KeyBuilder {
        private(set) var bytes: [UInt8] = []
        private var tones: [UInt8] = []

        mutating func append(_ text: some StringProtocol) {
            for scalar in text.unicodeScalars { append(scalar) }
            endSyllable()
        }

        private mutating func append(_ scalar: Unicode.Scalar) {
            let value = scalar.value
            if let letter = value < 128 ? asciiLetters[Int(value)] : letters[value] {
                append(letter)
            } else if let mark = marks[value], let rank = bytes.last, let tone = tones.last {
                let letter = combined(Letter(rank: rank, tone: tone), mark)
                bytes[bytes.count - 1] = letter.rank
                tones[tones.count - 1] = letter.tone
            } else if value >= 128 && scalar.properties.isAlphabetic {
                // Letters of other scripts follow z, by code point.
                append(Letter(rank: 0x7f))
                for shift in [16, 8, 0] as [UInt32] { append(Letter(rank: UInt8(truncatingIfNeeded: value >> shift))) }
            } else {
                endSyllable()
            }
        }

        private mutating func append(_ letter: Letter) {
            bytes.append(letter.rank)
            tones.append(letter.tone)
        }

        private mutating func endSyllable() {
            guard !tones.isEmpty else { return }
            bytes.append(1)
            for tone in tones { bytes.append(2 + tone) }
            tones.removeAll(keepingCapacity: true)
        }
    }

    private enum Mark {
        case tone(UInt8)
        case breve, circumflex, horn
    }

    /// A letter with a combining mark, for text that is not composed.
    private static func combined(_ letter: Letter, _ mark: Mark) -> Letter {
        var letter = letter
        switch mark {
        case .tone(let tone): letter.tone = tone
        case .breve where letter.rank == rank(of: "a"): letter.rank = rank(of: "ă")
        case .circumflex where letter.rank == rank(of: "a"): letter.rank = rank(of: "â")
        case .circumflex where letter.rank == rank(of: "e"): letter.rank = rank(of: "ê")
        case .circumflex where letter.rank == rank(of: "o"): letter.rank = rank(of: "ô")
        case .horn where letter.rank == rank(of: "o"): letter.rank = rank(of: "ơ")
        case .horn where letter.rank == rank(of: "u"): letter.rank = rank(of: "ư")
        case .breve, .circumflex, .horn: break
        }
        return letter
    }

    private static func rank(of scalar: Unicode.Scalar) -> UInt8 { letters[scalar.value]?.rank ?? 0 }

    private static let marks: [UInt32: Mark] = [
        0x0300: .tone(1), 0x0309: .tone(2), 0x0303: .tone(3), 0x0301: .tone(4), 0x0323: .tone(5),
        0x0306: .breve, 0x0302: .circumflex, 0x031B: .horn,
    ]

    /// The letters below 128, by value.
    private static let asciiLetters: [Letter?] = (0..<128).map { letters[$0] }

    /// Digits before letters; vowels with their tones.
    private static let letters: [UInt32: Letter] = {
        let vowels = [
            "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ",
            "ưừửữứự",
            "yỳỷỹýỵ",
        ]
        var table: [UInt32: Letter] = [:]
        var rank: UInt8 = 0x10
        for scalar in "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars {
            let forms = vowels.first { $0.unicodeScalars.first == scalar } ?? String(scalar)
            for (tone, form) in forms.unicodeScalars.enumerated() {
                for cased in [form, form.properties.uppercaseMapping.unicodeScalars.first ?? form] {
                    table[cased.value] = Letter(rank: rank, tone: UInt8(tone))
                }
            }
            rank += 1
        }
        return table
    }()
}
