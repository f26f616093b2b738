// The order in which Vietnamese people look things up: letters of the Vietnamese alphabet, then tones.

/// Sort keys for Vietnamese texts and names, compared byte by byte.
///
/// Syllables are compared in turn: first by their letters in the order a ă â b c d đ e ê … o ô ơ … u ư …, then by their
/// tones in the order of the dictionaries (ngang, huyền, hỏi, ngã, sắc, nặng). Case, blanks and punctuation do not count.
struct VietnameseOrder {
    /// The key of a text, read from its beginning.
    static func key(of text: String) -> [UInt8] {
        var key: [UInt8] = []
        for syllable in syllables(of: text) { syllable.append(to: &key) }
        return key
    }

    /// The key of a person's name: the given name (the last word) first, then the rest from the family name on.
    ///
    /// A mark that tells namesakes apart (`(A)`, `2`) counts last.
    static func key(ofName name: String) -> [UInt8] {
        var words = name.split(separator: " ")
        var marks: [Substring] = []
        while words.count > 1, let last = words.last, isMark(last) { marks.insert(words.removeLast(), at: 0) }
        guard let given = words.popLast() else { return [] }
        return key(of: String(given)) + key(of: (words + marks).joined(separator: " "))
    }

    private static func isMark(_ word: Substring) -> Bool {
        word.utf8.first == UInt8(ascii: "(") || word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// A letter's place in the alphabet and its tone, 0 to 5.
    private struct Letter {
        var rank: UInt8
        var tone: UInt8 = 0
    }

    private struct Syllable {
        var letters: [Letter] = []

        func append(to key: inout [UInt8]) {
            for letter in letters { key.append(letter.rank) }
            key.append(1)  // below every letter: a shorter syllable comes first
            for letter in letters { key.append(2 + letter.tone) }
        }
    }

    private static func syllables(of text: String) -> [Syllable] {
        var result: [Syllable] = []
        var syllable = Syllable()
        for scalar in text.unicodeScalars {
            if let letter = letters[scalar.value] {
                syllable.letters.append(letter)
            } else if let mark = marks[scalar.value], let last = syllable.letters.last {
                syllable.letters[syllable.letters.count - 1] = combined(last, mark)
            } else if scalar.properties.isAlphabetic {
                // Letters of other scripts follow z, by code point.
                let value = scalar.value
                for byte in [0x7f, UInt8(value >> 16 & 0xff), UInt8(value >> 8 & 0xff), UInt8(value & 0xff)] {
                    syllable.letters.append(Letter(rank: byte))
                }
            } else if !syllable.letters.isEmpty {
                result.append(syllable)
                syllable = Syllable()
            }
        }
        return syllable.letters.isEmpty ? result : result + [syllable]
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
