// How well a written name stands for its person: accented, whole, spelt as Vietnamese is.

import Personnel
import Vietnamese

/// How good a name is to show, compared in order.
struct NameQuality {
    /// No letters lost counts before accents; both count before how often the name is written so.
    var merit: Int
    /// Words that are Vietnamese syllables, then words at all: settles a tie of votes.
    var tie: Int
}

/// Judges the names of a pool.
struct NameQualities: Sendable {
    private let pool: TextPool
    private let model = SyllableModel()

    init(pool: TextPool) { self.pool = pool }

    func quality(of name: TextCode) -> NameQuality {
        let text = pool[name]
        let hasAccents = text.utf8.contains { $0 >= 0x80 }
        let words = text.split(separator: " ")
        let foreign = words.count { !model.isSyllable($0.utf8) }
        return NameQuality(
            merit: (hasLostLetters(text) ? 0 : 2) + (hasAccents ? 1 : 0), tie: words.count - 10 * foreign)
    }
}
