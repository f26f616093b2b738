// The words of a line, with accents and without: `Tòng` is no `tổng`, but `Tong` may be.

import Vietnamese

/// A text as words in small letters. A text without any accent stands for every text that it may be.
struct LineWords: Sendable {
    /// As written, tone marks in the old placement.
    let accented: [String]
    let plain: [String]
    /// Whether no word bears an accent.
    let isUnaccented: Bool

    init(_ text: String) {
        if let (words, keys) = loweredWords(of: text) {
            (accented, plain) = (words, keys)
            isUnaccented = words == keys
            return
        }
        var accented: [String] = []
        var plain: [String] = []
        let small = normalizeTones(cleanText(text).lowercased()).text
        for piece in small.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            // One word becomes several keys where a letter of no alphabet stands inside it.
            let keys = asciiKey(String(piece)).split(separator: " ")
            for key in keys {
                accented.append(keys.count == 1 ? String(piece) : String(key))
                plain.append(String(key))
            }
        }
        self.accented = accented
        self.plain = plain
        isUnaccented = accented == plain
    }

    private init(accented: [String], plain: [String], isUnaccented: Bool) {
        self.accented = accented
        self.plain = plain
        self.isUnaccented = isUnaccented
    }

    var isEmpty: Bool { plain.isEmpty }
    var key: String { plain.joined(separator: " ") }

    func dropFirst(_ count: Int) -> LineWords {
        LineWords(
            accented: Array(accented.dropFirst(count)), plain: Array(plain.dropFirst(count)), isUnaccented: isUnaccented
        )
    }

    /// Whether the words of a phrase stand here from a position on.
    func matches(_ phrase: LineWords, at start: Int) -> Bool {
        guard start + phrase.plain.count <= plain.count else { return false }
        for index in phrase.plain.indices {
            let isSame = accented[start + index] == phrase.accented[index]
            guard isSame || (isUnaccented && plain[start + index] == phrase.plain[index]) else { return false }
        }
        return true
    }
}
