// How well a written name stands for its person: accented, whole, no letters lost.

import Personnel
import Vietnamese

/// How good a name is to show.
struct NameQuality {
    /// No letters lost counts before accents.
    var merit: Int
    var wordCount: Int
}

/// The qualities of the names of a pool.
struct NameQualities {
    private let pool: TextPool

    init(pool: TextPool) { self.pool = pool }

    func quality(of name: TextCode) -> NameQuality {
        let text = pool[name]
        let hasAccents = text.utf8.contains { $0 >= 0x80 }
        return NameQuality(
            merit: (hasLostLetters(text) ? 0 : 2) + (hasAccents ? 1 : 0), wordCount: text.utf8.count { $0 == 0x20 } + 1)
    }
}
