// Evidence in the language's words, remembered: the same few combinations of levels stand over most merges.

/// What was written for evidence before.
final class EvidenceWords {
    private var known: [String: String] = [:]

    /// The words for lines of evidence, each translated by `translate` the first time.
    func words(for lines: String, translate: (Substring) -> String) -> String {
        if let words = known[lines] { return words }
        let words = lines.split(separator: "\n").map(translate).joined(separator: "; ")
        known[lines] = words
        return words
    }
}
