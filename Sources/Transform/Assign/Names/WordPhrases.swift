// Phrases of the unit tables that mean something, found in a run of words: the longest first.

/// Phrases of one or more words with what they mean.
struct WordPhrases<Value: Sendable>: Sendable {
    private var trie = WordTrie()
    /// By node: what the phrase means that ends there, in the order in which it was added.
    private var values: [[Value]] = [[]]

    /// Adds a phrase; an empty one is ignored.
    mutating func add(_ words: [UInt32], _ value: Value) {
        guard !words.isEmpty else { return }
        let node = Int(trie.node(for: words))
        while values.count < trie.nodeCount { values.append([]) }
        values[node].append(value)
    }

    /// The longest phrase that begins at a position, of those that a condition accepts.
    @inline(__always) func longest(
        in words: [UInt32], at start: Int, where accepts: (Value, Int) -> Bool = { _, _ in true }
    ) -> (count: Int, value: Value)? {
        var best: (count: Int, value: Value)?
        each(in: words, at: start) { count, value in
            if best.map({ $0.count < count }) ?? true, accepts(value, count) { best = (count, value) }
        }
        return best
    }

    /// How many words the longest phrase has that begins at a position; 0 where none does.
    @inline(__always) func length(in words: [UInt32], at start: Int) -> Int {
        var node = WordTrie.root
        var length = 0
        for index in start..<words.count {
            guard let next = trie.child(node, words[index]) else { break }
            node = next
            if !values[Int(node)].isEmpty { length = index - start + 1 }
        }
        return length
    }

    /// Every phrase that begins at a position, shortest first.
    @inline(__always) func each(in words: [UInt32], at start: Int, _ body: (Int, Value) -> Void) {
        var node = WordTrie.root
        for index in start..<words.count {
            guard let next = trie.child(node, words[index]) else { return }
            node = next
            for value in values[Int(node)] { body(index - start + 1, value) }
        }
    }
}

/// Where a run of words first stands among others; nil where it does not, or is empty.
func firstRun(of run: some RandomAccessCollection<UInt32>, in words: [UInt32]) -> Range<Int>? {
    guard !run.isEmpty, run.count <= words.count else { return nil }
    for start in 0...(words.count - run.count) where words[start..<start + run.count].elementsEqual(run) {
        return start..<start + run.count
    }
    return nil
}
