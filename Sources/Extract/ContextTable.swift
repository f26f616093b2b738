// The contexts of a file's rows, equal ones kept once.

import Personnel

/// Gives each distinct context a position.
struct ContextTable {
    private(set) var contexts: [RowContext] = []
    /// Positions by the hash of what tells most contexts of a file apart.
    private var positions: [UInt64: [Int]] = [:]

    mutating func position(of context: RowContext) -> Int {
        let hash = Self.hash(of: context)
        if let known = positions[hash]?.first(where: { contexts[$0] == context }) { return known }
        positions[hash, default: []].append(contexts.count)
        contexts.append(context)
        return contexts.count - 1
    }

    private static func hash(of context: RowContext) -> UInt64 {
        var hash = ContentHash()
        for section in context.sections {
            hash.add(section.marker)
            hash.add(section.text)
        }
        hash.add(context.sheet)
        return hash.value
    }
}
