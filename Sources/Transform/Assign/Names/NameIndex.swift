// The names of places, found by their words and told apart by their accents.

internal import Personnel

/// A name under which a place is known.
struct KnownName: Sendable {
    /// The position of the place in its catalogue.
    let unit: Int
    /// The codes of its words with marks.
    let marked: [UInt32]
    /// The kind that the name goes with (`township` for `thị trấn Mường Lay`); nil for any.
    let kind: UnitKind?
    /// False for former names: those count only where a level word stands before them.
    let isCurrent: Bool

    /// Whether words are written with the name's very accents.
    func isWritten(_ words: ArraySlice<NameWord>) -> Bool {
        guard words.count == marked.count else { return false }
        for (word, mark) in zip(words, marked) where word.marked != mark { return false }
        return true
    }
}

/// Names by their words.
struct NameIndex: Sendable {
    private var trie = WordTrie()
    private var byNode: [[KnownName]] = [[]]
    /// By node: whether a name with a dash inside ends there (`Bà Rịa - Vũng Tàu`).
    private var hasDash: [Bool] = [false]
    /// For each place the keys of its names without blanks: what typing errors are measured against.
    private(set) var compactKeys: [[[UInt8]]] = []

    /// - Parameter hasDash: whether the name is written with a dash inside.
    mutating func add(
        _ words: some Collection<WordLexicon.Word>, _ unit: Int, kind: UnitKind?, isCurrent: Bool,
        _ lexicon: WordLexicon, hasDash: Bool = false
    ) {
        guard !words.isEmpty else { return }
        let node = Int(trie.node(for: words.lazy.map(\.key)))
        while byNode.count < trie.nodeCount {
            byNode.append([])
            self.hasDash.append(false)
        }
        if hasDash { self.hasDash[node] = true }
        byNode[node].append(KnownName(unit: unit, marked: words.map(\.marked), kind: kind, isCurrent: isCurrent))
        while compactKeys.count <= unit { compactKeys.append([]) }
        compactKeys[unit].append(words.flatMap { Array(lexicon.text($0.key).utf8) })
    }

    /// The names of exactly these words.
    func names(_ words: some Sequence<UInt32>) -> [KnownName] {
        var node = WordTrie.root
        for word in words {
            guard let next = trie.child(node, word) else { return [] }
            node = next
        }
        return byNode[Int(node)]
    }

    /// How many words the longest known name has that begins at a position and does not run over an end, nor over a break
    /// that is no part of it, and the names that it is; nil where none begins there.
    func longest(in words: [NameWord], _ range: Range<Int>) -> (count: Int, names: [KnownName])? {
        var node = WordTrie.root
        var found: (count: Int, node: Int)?
        var isBroken = false
        for index in range {
            if index > range.lowerBound, words[index].followsBreak { isBroken = true }
            guard let next = trie.child(node, words[index].key) else { break }
            node = next
            if !byNode[Int(node)].isEmpty, !isBroken || hasDash[Int(node)] {
                found = (index - range.lowerBound + 1, Int(node))
            }
        }
        return found.map { ($0.count, byNode[$0.node]) }
    }
}
