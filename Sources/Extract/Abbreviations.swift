// Short forms in headings (`TĐCM`, `HSL`, `N/sinh`) and what they stand for; some stand for several things.

import Personnel
import Vietnamese

/// Short forms of headings with their long forms, all as keys.
struct Abbreviations: Sendable {
    private var long: [String: [String]] = [:]
    private var firstWords: Set<String> = []
    private var mostWords = 1

    /// A table with the columns `short` and `full`; without a table there are no short forms.
    init(_ table: ReferenceTable?) throws(ReferenceError) {
        guard let table else { return }
        let short = try table.column("short")
        let full = try table.column("full")
        for row in table.rows {
            let key = asciiKey(row.cells[short])
            let meaning = asciiKey(row.cells[full])
            if key.isEmpty { throw table.mistake(in: row, column: "short", expected: "a short form") }
            if meaning.isEmpty { throw table.mistake(in: row, column: "full", expected: "what \(key) stands for") }
            long[key, default: []].append(meaning)
            firstWords.insert(String(key.prefix { $0 != " " }))
            mostWords = max(mostWords, key.split(separator: " ").count)
        }
    }

    /// The key with its short forms written out, in every meaning (16 at most); the key itself where there are none.
    func expansions(of key: String) -> [String] {
        let words = key.split(separator: " ").map(String.init)
        guard words.contains(where: firstWords.contains) else { return [key] }
        var forms: [[String]] = [[]]
        var index = 0
        while index < words.count {
            let (meanings, length) = meaning(of: words, at: index)
            forms = forms.flatMap { form in meanings.map { form + [$0] } }
            if forms.count > 16 { forms.removeLast(forms.count - 16) }
            index += length
        }
        return forms.map { $0.joined(separator: " ") }
    }

    private func meaning(of words: [String], at index: Int) -> (meanings: [String], length: Int) {
        for length in stride(from: min(mostWords, words.count - index), through: 1, by: -1) {
            if let meanings = long[words[index..<index + length].joined(separator: " ")] { return (meanings, length) }
        }
        return ([words[index]], 1)
    }
}
