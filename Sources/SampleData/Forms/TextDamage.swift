// What happens to Vietnamese letters on their way through programs: taken apart, misread in one column, tones set as of old.

/// The damage of a column in a file that is otherwise in Unicode.
enum TextDamage: Sendable, CaseIterable {
    /// Text in a TCVN3 or VNI font, shown as Latin letters.
    case tcvn3, vni
    /// UTF-8 that was read as Windows-1252.
    case mojibake
    /// `&#273;` for every letter beyond ASCII.
    case references

    /// The encoding on record, where cells were repaired.
    var encoding: String {
        switch self {
        case .tcvn3: "tcvn3"
        case .vni: "vni"
        case .mojibake: "mojibake"
        case .references: "utf-8"
        }
    }

    func text(_ text: String) -> String {
        switch self {
        case .tcvn3: LegacyText.shownAsLatin(tcvn3: text)
        case .vni: Self.latin(LegacyText.vni(Array(text.utf8)))
        case .mojibake: String(decoding: LegacyText.mojibake(Array(text.utf8)), as: UTF8.self)
        case .references:
            text.unicodeScalars.map { $0.isASCII ? String($0) : "&#\($0.value);" }.joined()
        }
    }

    private static func latin(_ bytes: [UInt8]) -> String {
        var shown = String.UnicodeScalarView()
        for byte in bytes { shown.append(Unicode.Scalar(byte)) }
        return String(shown)
    }
}

enum ToneWriting {
    private static let rows = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
        "yỳỷỹýỵ",
    ]
    private static let toneMarks: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    private static let bases: [Character: (String, Unicode.Scalar?)] = [
        "ă": ("a", "\u{306}"), "â": ("a", "\u{302}"), "ê": ("e", "\u{302}"), "ô": ("o", "\u{302}"),
        "ơ": ("o", "\u{31B}"),
        "ư": ("u", "\u{31B}"),
    ]

    /// Each letter taken apart in canonical order: the horn, the dot below, then what stands above.
    private static let parts: [Unicode.Scalar: String] = {
        var parts: [Unicode.Scalar: String] = [:]
        for row in rows {
            for (isCapital, letters) in [(false, row), (true, row.uppercased())] {
                for (tone, letter) in letters.unicodeScalars.enumerated() {
                    let (base, mark) = row.first.flatMap { bases[$0] } ?? (String(row.prefix(1)), nil)
                    var marks: [Unicode.Scalar] = []
                    if let mark { marks.append(mark) }
                    if tone > 0 { marks.append(toneMarks[tone - 1]) }
                    if marks.count == 2, marks[1] == "\u{323}", marks[0] != "\u{31B}" { marks.swapAt(0, 1) }
                    guard !marks.isEmpty else { continue }
                    var text = isCapital ? base.uppercased() : base
                    text.unicodeScalars.append(contentsOf: marks)
                    parts[letter] = text
                }
            }
        }
        return parts
    }()

    /// The text in Unicode's decomposed form (NFD), as other systems save it.
    static func decomposed(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let part = parts[scalar] {
                result.append(contentsOf: part.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// `hoà`, `thuý`, `khoẻ`, `uỷ`: the tone on the last letter of an open syllable, as many typed it.
    static func old(_ text: String) -> String {
        var letters = Array(text)
        for place in letters.indices.dropLast() {
            let next = place + 2
            guard next == letters.count || !letters[next].isLetter else { continue }
            for (first, lasts) in [(6, [0, 3]), (9, [11])] {
                guard let tone = toneIndex(letters[place], row: first), tone > 0 else { continue }
                for last in lasts where toneIndex(letters[place + 1], row: last) == 0 {
                    letters[place] = letter(first, 0, like: letters[place])
                    letters[place + 1] = letter(last, tone, like: letters[place + 1])
                }
            }
        }
        return String(letters)
    }

    private static func toneIndex(_ letter: Character, row: Int) -> Int? {
        Array(rows[row]).firstIndex(of: Character(letter.lowercased()))
    }

    private static func letter(_ row: Int, _ tone: Int, like model: Character) -> Character {
        let letter = Array(rows[row])[tone]
        return model.isUppercase ? Character(letter.uppercased()) : letter
    }
}
