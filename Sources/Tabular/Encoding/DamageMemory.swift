// What is known of damaged texts, handed from file to file: units, posts and names of places are the same in many.

import Synchronization

/// Remembers for the files of a run what is wrong with texts and what repairs them; it changes no result.
///
/// Several files may be read with it at once: each takes what no other is using.
public final class DamageMemory: Sendable {
    private let idle = Mutex<[SuspectTexts]>([])

    /// A memory of nothing yet.
    public init() {}

    /// Gives back its memory.
    public func forget() { idle.withLock { $0.removeAll() } }

    func take() -> SuspectTexts? { idle.withLock { $0.popLast() } }

    func give(back texts: SuspectTexts) { idle.withLock { $0.append(texts) } }
}
