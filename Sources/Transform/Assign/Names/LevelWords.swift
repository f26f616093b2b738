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
    /// Whether it is an abbreviation of a letter or two, with which no name begins in a table.
    var isShort = false
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
        let marked: [UInt32]
        let meaning: Meaning
    }

    private let phrases: WordPhrases<Phrase>
    /// The level word in full by kind, as it begins a name (`Thị trấn`).
    let titles: [UnitKind: String]
    /// The keys of those words.
    let titleKeys: [UnitKind: [UInt32]]
    /// The words of all of them.
    let words: [WordLexicon.Word]

    init(_ table: ReferenceTable, lexicon: inout WordLexicon) throws(ReferenceError) {
        let written = try table.column("written")
        let role = try table.column("role")
        let level = try table.column("level")
        let kind = try table.column("kind")
        let needsName = try table.column("needs_known_name")
        var phrases = WordPhrases<Phrase>()
        var titles: [UnitKind: String] = [:]
        var all: [WordLexicon.Word] = []
        for row in table.rows {
            let cells = row.cells
            let meaning: Meaning
            switch (cells[role], PlaceLevel(rawValue: cells[level])) {
            case ("place", let level?):
                let word = LevelWord(
                    level: level, kind: cells[kind], needsKnownName: !cells[needsName].isEmpty,
                    isShort: cells[written].count < 4)
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
            let words = lexicon.addTitle(cells[written])
            all += words
            phrases.add(words.map(\.key), Phrase(marked: words.map(\.marked), meaning: meaning))
        }
        self.words = all
        self.phrases = phrases
        self.titles = titles
        titleKeys = titles.mapValues { lexicon.keys(of: $0) }
    }

    /// Parts a name with its level word (`Thị trấn Mường Lay`) into both; the word is nil where there is none.
    func split(
        _ name: String, _ lexicon: inout WordLexicon
    ) -> (word: LevelWord?, words: ArraySlice<WordLexicon.Word>) {
        let words = lexicon.addName(name)
        let found = phrases.longest(in: words.map(\.key), at: 0) { phrase, count in
            phrase.marked == words.prefix(count).map(\.marked)
        }
        guard let found, case .place(let word) = found.value.meaning, !word.needsKnownName || !word.isShort,
            found.count < words.count
        else { return (nil, words[...]) }
        return (word, words[found.count...])
    }

    /// What a level word or phrase found in a text says.
    struct Found {
        let count: Int
        let meaning: Meaning
        /// Whether it is written with other accents than its own, or without: then only a known name behind it makes it a
        /// level word.
        let isDoubtful: Bool
    }

    /// The longest level word or phrase that begins at a position; in a text with accents its accents count.
    /// - Parameter placesOnly: only words that stand before a place's name.
    func longest(in text: NameText, at index: Int, placesOnly: Bool = false) -> Found? {
        func isWritten(_ phrase: Phrase, _ count: Int) -> Bool {
            for offset in 0..<count where text.words[index + offset].marked != phrase.marked[offset] { return false }
            return true
        }
        let found = phrases.longest(in: text.keys, at: index) { phrase, count in
            if case .place = phrase.meaning { return true }
            return !placesOnly && (!text.hasMarks || isWritten(phrase, count))
        }
        return found.map {
            Found(
                count: $0.count, meaning: $0.value.meaning,
                isDoubtful: text.hasMarks && !isWritten($0.value, $0.count))
        }
    }
}
