// Short forms of the words of unit names (`TT DVNN`, `TH&THCS`), written out so that equal names compare equal.

internal import Personnel

/// Short forms and what they stand for.
struct UnitWords: Sendable {
    private let phrases: WordPhrases<[UInt32]>
    private let and: UInt32
    /// The short forms that are one word.
    private(set) var singleWords: [WordLexicon.Word] = []

    /// - Parameter table: `unit-words.csv`: written, meaning.
    init(_ table: ReferenceTable, lexicon: inout WordLexicon) throws(ReferenceError) {
        let written = try table.column("written")
        let meaning = try table.column("meaning")
        var phrases = WordPhrases<[UInt32]>()
        for row in table.rows {
            let words = lexicon.keys(of: row.cells[meaning])
            guard !words.isEmpty else {
                throw table.mistake(in: row, column: "meaning", expected: "the words in full")
            }
            let short = lexicon.addTitle(row.cells[written])
            phrases.add(short.map(\.key), words)
            if short.count == 1 { singleWords += short }
        }
        self.phrases = phrases
        and = lexicon.keys(of: "và")[0]
    }

    /// The keys of a cell's words, short forms written out, `và` left out; known from now on.
    func canonical(_ text: String, _ lexicon: inout WordLexicon) -> [UInt32] { expand(lexicon.keys(of: text)) }

    /// How many words the longest short form has that begins at a position; 0 where none does.
    func length(in words: [UInt32], at start: Int) -> Int { phrases.length(in: words, at: start) }

    /// Words with short forms written out, without `và`.
    func expand(_ words: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(words.count + 8)
        var index = 0
        let words = words.contains(and) ? words.filter { $0 != and } : words
        while index < words.count {
            if let found = phrases.longest(in: words, at: index) {
                result += found.value
                index += found.count
            } else {
                result.append(words[index])
                index += 1
            }
        }
        return result
    }
}
