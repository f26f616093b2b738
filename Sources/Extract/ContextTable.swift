// The contexts of a file's rows, equal ones kept once.

import Personnel

/// Gives each distinct context a position.
struct ContextTable {
    private(set) var contexts: [RowContext] = []
    private var positions: [RowContext: Int] = [:]

    mutating func position(of context: RowContext) -> Int {
        if let position = positions[context] { return position }
        positions[context] = contexts.count
        contexts.append(context)
        return contexts.count - 1
    }
}
