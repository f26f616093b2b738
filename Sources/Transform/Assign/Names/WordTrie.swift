// Runs of words found from their beginning on, a step a word: names and phrases alike.

/// A tree of words; each node is a run of words that something begins with.
struct WordTrie: Sendable {
    static let root: Int32 = 0

    /// Open addressing over (node, word), a power of two in size; 0 marks a free slot.
    private var slots = [UInt64](repeating: 0, count: 64)
    private var children = [Int32](repeating: 0, count: 64)
    private(set) var nodeCount = 1

    /// The node behind a node and a word; nil where nothing goes on so.
    @inline(__always) func child(_ node: Int32, _ word: UInt32) -> Int32? {
        let key = Self.key(node, word)
        var slot = Self.slot(key, slots.count)
        while slots[slot] != 0 {
            if slots[slot] == key { return children[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The node of a run of words, made now where it is new.
    mutating func node(for words: some Sequence<UInt32>) -> Int32 {
        var node = Self.root
        for word in words {
            if let known = child(node, word) {
                node = known
                continue
            }
            if nodeCount * 2 > slots.count { grow() }
            let new = Int32(nodeCount)
            nodeCount += 1
            put(Self.key(node, word), new)
            node = new
        }
        return node
    }

    private mutating func put(_ key: UInt64, _ child: Int32) {
        var slot = Self.slot(key, slots.count)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = key
        children[slot] = child
    }

    private mutating func grow() {
        let (oldSlots, oldChildren) = (slots, children)
        slots = Array(repeating: 0, count: oldSlots.count * 2)
        children = Array(repeating: 0, count: oldSlots.count * 2)
        for (key, child) in zip(oldSlots, oldChildren) where key != 0 { put(key, child) }
    }

    /// Words have codes from 1, so no key is 0.
    @inline(__always) private static func key(_ node: Int32, _ word: UInt32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(word)
    }

    @inline(__always) private static func slot(_ key: UInt64, _ size: Int) -> Int {
        let mixed = key &* 0x9e37_79b9_7f4a_7c15
        return Int(truncatingIfNeeded: mixed >> 32) & (size - 1)
    }
}
