// Qualification and political theory: the highest level that a cell names.
import Personnel
import Vietnamese

/// Reads the highest level of training from a cell, in the words of its own column.
///
/// `TC` is trung cấp among qualifications, and `CC` is cao cấp in political theory: each column has its own vocabulary.
struct TrainingReader<Level: Sendable & CaseIterable & Equatable>: Sendable {
    private let words: Vocabulary<Level?>
    private let order: [Level]

    /// From a table with a column of levels (or `none`, for words that are no training of this kind) and `written`.
    init(
        _ table: ReferenceTable, level: String, parse: @escaping (String) -> Level?
    ) throws(ReferenceError) {
        order = Array(Level.allCases)
        words = try Vocabulary(
            table, meaning: level, expected: "a level, or none",
            parse: { $0 == "none" ? .some(nil) : parse($0).map { .some($0) } })
    }

    /// The levels named, highest first; nil where no word is known. Empty where all that is named is no level.
    func read(_ text: String) -> [Level]? {
        let finished = Self.finished(iyKey(text).split(separator: " "))
        if finished.isEmpty { return [] }
        let found = words.meanings(inWords: finished)
        if found.isEmpty { return nil }
        return order.filter { level in found.contains { $0 == level } }
    }

    /// The words up to `đang học` and the like: what is not finished does not count.
    private static func finished(_ words: [Substring]) -> [Substring] {
        for index in words.indices.dropLast() where words[index] == "dang" || words[index] == "chua" {
            if ["hoc", "theo", "dao", "tot", "di"].contains(words[index + 1]) { return Array(words[..<index]) }
        }
        return words
    }
}
