// Phrases that mean something, found in a run of words: the longest first.

/// Phrases of one or more words with what they mean.
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let words: [String]
        let value: Value
    }

    /// By first word; longer phrases first, then in the order in which they were added.
    private var entries: [String: [Entry]] = [:]

    init() {}

    /// Adds a phrase by its words' keys; an empty phrase is ignored.
    mutating func add(_ words: [String], _ value: Value) {
        guard let first = words.first else { return }
        var list = entries[first] ?? []
        let place = list.firstIndex { $0.words.count < words.count } ?? list.endIndex
        list.insert(Entry(words: words, value: value), at: place)
        entries[first] = list
    }

    /// Adds a phrase as people write it.
    mutating func add(phrase: String, _ value: Value) { add(UnitText(phrase).words.map(\.key), value) }

    /// The longest phrase that begins at a position.
    func longest(in words: [String], at index: Int) -> (count: Int, value: Value)? {
        guard let list = entries[words[index]] else { return nil }
        for entry in list where Self.stands(entry.words, in: words, at: index) {
            return (entry.words.count, entry.value)
        }
        return nil
    }

    /// Every phrase that begins at a position, longest first.
    func all(in words: [String], at index: Int) -> [(count: Int, value: Value)] {
        guard let list = entries[words[index]] else { return [] }
        return list.filter { Self.stands($0.words, in: words, at: index) }.map { ($0.words.count, $0.value) }
    }

    /// The first phrase that stands anywhere in the words.
    func first(in words: [String]) -> (range: Range<Int>, value: Value)? {
        for index in words.indices {
            if let found = longest(in: words, at: index) { return (index..<index + found.count, found.value) }
        }
        return nil
    }

    private static func stands(_ phrase: [String], in words: [String], at index: Int) -> Bool {
        guard index + phrase.count <= words.count else { return false }
        for offset in phrase.indices where words[index + offset] != phrase[offset] { return false }
        return true
    }
}
