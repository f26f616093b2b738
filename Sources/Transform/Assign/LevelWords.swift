// Words that say what level of place a name is: `xã`, `TT.`, `TP`; and those that only look so (`xã hội`).

internal import Personnel

/// The level of a place in a unit's name.
enum PlaceLevel: String, Sendable { case commune, district, province }

/// A word that stands before the name of a place.
struct LevelWord: Sendable {
    let level: PlaceLevel
    let kind: UnitKind
    /// Whether it says a level only when a name that the catalogue knows follows: `TT`, `P.`, `X.` mean other things too.
    let needsKnownName: Bool
}

/// The level words of a pipeline.
struct LevelWords: Sendable {
    enum Meaning: Sendable {
        case place(LevelWord)
        /// The list is of this level (`cấp xã`).
        case hint(PlaceLevel)
        /// Looks like a level word and is none (`xã hội`, `hợp tác xã`).
        case none
    }

    /// A phrase with its accents: `Tình` is not `tỉnh`, nor `Xa` in `Xa Dung` a `xã`.
    private struct Phrase: Sendable {
        let marked: [String]
        let meaning: Meaning
    }

    private let phrases: PhraseTable<Phrase>
    /// The level word in full by kind, as it begins a name (`Thị trấn`).
    let titles: [UnitKind: String]

    init(_ table: ReferenceTable) throws(ReferenceError) {
        let written = try table.column("written")
        let role = try table.column("role")
        let level = try table.column("level")
        let kind = try table.column("kind")
        let needsName = try table.column("needs_known_name")
        var phrases = PhraseTable<Phrase>()
        var titles: [UnitKind: String] = [:]
        for row in table.rows {
            let cells = row.cells
            let meaning: Meaning
            switch (cells[role], PlaceLevel(rawValue: cells[level])) {
            case ("place", let level?):
                let word = LevelWord(level: level, kind: cells[kind], needsKnownName: !cells[needsName].isEmpty)
                meaning = .place(word)
                if !word.needsKnownName, titles[word.kind] == nil {
                    titles[word.kind] = cells[written].prefix(1).uppercased() + cells[written].dropFirst()
                }
            case ("hint", let level?): meaning = .hint(level)
            case ("none", _): meaning = .none
            case ("place", nil), ("hint", nil):
                throw table.mistake(in: row, column: "level", expected: "commune, district or province")
            default: throw table.mistake(in: row, column: "role", expected: "place, hint or none")
            }
            let words = UnitText(cells[written]).words
            phrases.add(words.map(\.key), Phrase(marked: words.map(\.marked), meaning: meaning))
        }
        self.phrases = phrases
        self.titles = titles
    }

    /// Parts a name with its level word (`Thị trấn Mường Lay`) into both; the word is nil where there is none.
    func split(_ name: String) -> (word: LevelWord?, words: ArraySlice<UnitWord>) {
        let text = UnitText(name)
        guard let found = longest(in: text, at: 0), case .place(let word) = found.meaning, !word.needsKnownName else {
            return (nil, text.words[...])
        }
        return (word, text.words[found.count...])
    }

    /// The longest level word or phrase that begins at a position; in a text with accents its accents count.
    func longest(in text: UnitText, at index: Int) -> (count: Int, meaning: Meaning)? {
        guard index < text.words.count else { return nil }
        let keys = text.keys
        for found in phrases.all(in: keys, at: index) {
            let isSame = !text.hasMarks
                || found.value.marked.indices.allSatisfy { equal(found.value.marked[$0], text.words[index + $0].marked) }
            if isSame { return (found.count, found.value.meaning) }
        }
        return nil
    }
}
