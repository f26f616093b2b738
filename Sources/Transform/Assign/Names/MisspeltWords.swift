// Words that a misspelt one may have been meant to be.

/// Words by what a typing error leaves of them.
struct MisspeltWords: Sendable {
    private struct Entry: Sendable {
        let word: WordLexicon.Word
        let key: [UInt8]
    }

    private let entries: [Entry]
    /// For each entry the letters that it has, a bit each, and above them its length.
    private let signs: [UInt64]

    init(_ words: [WordLexicon.Word], _ lexicon: WordLexicon) {
        var seen: Set<WordLexicon.Word> = []
        entries = words.filter { seen.insert($0).inserted }
            .map { Entry(word: $0, key: Array(lexicon.text($0.key).utf8)) }.filter { $0.key.count > 1 }
        signs = entries.map { Self.sign(of: $0.key) }
    }

    /// The word that a key is; nil where it is none of these.
    func word(_ key: [UInt8]) -> WordLexicon.Word? {
        let sign = Self.sign(of: key)
        return signs.indices.first { signs[$0] == sign && entries[$0].key == key }.map { entries[$0].word }
    }

    /// The words that a key is one typing error away from.
    func near(_ key: [UInt8]) -> [WordLexicon.Word] {
        let sign = Self.sign(of: key)
        var found: [WordLexicon.Word] = []
        for index in signs.indices {
            // One error changes two letters of the set at most.
            let (letters, lengths) = ((signs[index] ^ sign) & 0xFFFF_FFFF, (signs[index] >> 32, sign >> 32))
            guard letters.nonzeroBitCount < 3, lengths.0 < lengths.1 + 2, lengths.1 < lengths.0 + 2 else { continue }
            if editDistance(entries[index].key, key, limit: 1) == 1 { found.append(entries[index].word) }
        }
        return found
    }

    private static func sign(of key: [UInt8]) -> UInt64 {
        var letters: UInt64 = 0
        for letter in key { letters |= 1 << UInt64(letter & 0x1F) }
        return letters | UInt64(key.count) << 32
    }
}
