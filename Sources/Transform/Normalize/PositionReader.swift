// Positions with their short forms written out where those can mean one thing only.
import Personnel
import Vietnamese

/// Writes out the short forms of positions: `PCT HĐND` is `Phó Chủ tịch HĐND`.
///
/// Everything that is no short form of the table stays as written.
struct PositionReader: Sendable {
    private enum Place: String { case whole, start, anywhere }

    private struct Form {
        var title: String
        var place: Place
    }

    /// By key.
    private var forms: [String: Form] = [:]
    private var mostWords = 1

    /// From a table with the columns `written` (several forms parted by `;`), `title` and `where`: `whole` where the
    /// short form is the whole cell, `start` where it begins it, `anywhere`.
    init(_ table: ReferenceTable) throws(ReferenceError) {
        let written = try table.column("written")
        let title = try table.column("title")
        let place = try table.column("where")
        for row in table.rows {
            guard let place = Place(rawValue: row.cells[place]) else {
                throw table.mistake(in: row, column: "where", expected: "whole, start or anywhere")
            }
            for form in row.cells[written].split(separator: ";") {
                let key = asciiKey(String(form))
                forms[key] = Form(title: row.cells[title], place: place)
                mostWords = max(mostWords, key.utf8.count { $0 == 0x20 } + 1)
            }
        }
    }

    /// The position of a cleaned text.
    func read(_ text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        guard words.contains(where: Self.isShort) || words.count == 1 else { return text }
        var out: [String] = []
        var index = 0
        var isStart = true
        while index < words.count {
            let length = longestForm(at: index, in: words, isStart: isStart)
            var end = index + max(1, length)
            let taken = words[index..<end]
            let tail = taken.last.map(Self.punctuation) ?? ""
            if length > 0, let form = forms[asciiKey(taken.joined(separator: " "))] {
                out.append(form.title + tail)
                if tail.isEmpty { end += Self.repeated(form.title, in: words[end...]) }
            } else {
                out.append(String(taken[index]))
            }
            isStart = !tail.isEmpty || taken.last == "-"
            index = end
        }
        return out.joined(separator: " ")
    }

    /// How many words from here are a short form; 0 for none.
    private func longestForm(at index: Int, in words: [Substring], isStart: Bool) -> Int {
        for count in stride(from: min(mostWords, words.count - index), through: 1, by: -1) {
            let taken = words[index..<(index + count)]
            guard taken.contains(where: Self.isShort) || words.count == count else { continue }
            guard let form = forms[asciiKey(taken.joined(separator: " "))] else { continue }
            switch form.place {
            case .whole where count == words.count: return count
            case .start where isStart: return count
            case .anywhere: return count
            default: continue
            }
        }
        return 0
    }

    /// How many of the words that follow a title say its end again: `CT UBMTTQ Việt Nam`.
    private static func repeated(_ title: String, in following: ArraySlice<Substring>) -> Int {
        let ending = title.split(separator: " ").map { asciiKey(String($0)) }
        let next = following.prefix(ending.count - 1).map { asciiKey(String($0)) }
        return stride(from: next.count, to: 0, by: -1).first { ending.suffix($0).elementsEqual(next.prefix($0)) } ?? 0
    }

    /// Whether a word looks like a short form: two letters or more, no small letter among them, or a full stop inside.
    private static func isShort(_ word: Substring) -> Bool {
        // Nearly every word has a small letter of ASCII, which spares looking its letters up.
        let isPlain = word.utf8.contains { $0 &- 0x61 < 26 } && !word.utf8.contains(0x2E)
        if isPlain { return false }
        let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
        return letters.count >= 1 && letters.allSatisfy { !$0.properties.isLowercase } || word.utf8.contains(0x2E)
    }

    private static func punctuation(_ word: Substring) -> String {
        word.utf8.last.flatMap { [0x2C, 0x3B].contains($0) ? String(UnicodeScalar($0)) : nil } ?? ""
    }
}
