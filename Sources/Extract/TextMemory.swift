// What texts were found to mean: the headings of lists are the same in file after file, and finding out what one means
// takes a hundred times as long as remembering.

import Synchronization

/// The answers to texts of a question whose answer never changes, for all who read files at the same time.
final class TextMemory<Answer: Sendable>: Sendable {
    /// How many answers are remembered; where there are more, all are forgotten.
    private let most: Int
    /// The longest text that is remembered, in bytes; no heading is so long.
    private static var longest: Int { 512 }
    private let answers = Mutex<[TextBytes: Answer]>([:])

    init(most: Int = 10_000) { self.most = most }

    /// The answer to a text, found by a function where it is not known.
    func answer(to text: String, _ find: () -> Answer) -> Answer {
        answer(to: TextBytes(bytes: Array(text.utf8)), find)
    }

    /// The answer to several texts in a row, found by a function where it is not known.
    func answer(to texts: [String], _ find: () -> Answer) -> Answer {
        // A byte that UTF-8 does not have.
        answer(to: TextBytes(bytes: Array(texts.map(\.utf8).joined(separator: CollectionOfOne(0xFF)))), find)
    }

    private func answer(to text: TextBytes, _ find: () -> Answer) -> Answer {
        if text.bytes.count > Self.longest { return find() }
        if let answer = answers.withLock({ $0[text] }) { return answer }
        let answer = find()
        answers.withLock {
            if $0.count >= most { $0.removeAll() }
            $0[text] = answer
        }
        return answer
    }
}

/// A text by its bytes: as written, not as it compares.
private struct TextBytes: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
