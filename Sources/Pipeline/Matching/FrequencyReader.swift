// How common values are among people at large, from a model's file and the tables of words that it names.

import Personnel
import Transform

extension ValueFrequencies {
    /// Reads `{shares: {Kinh: 0.3}, words: name-words.csv, groups: {Kinh: 30, Thái: 36}}`; the words come later.
    init(_ entry: YAMLMapping) throws(ReferenceError) {
        try entry.allow(only: ["shares", "words", "groups"])
        let (shares, groups) = (
            try Self.numbers(entry, "shares", upTo: 1), try Self.numbers(entry, "groups", upTo: 1e12)
        )
        let words = try entry.optionalString("words")
        guard (words == nil) == groups.isEmpty else {
            throw entry.mistake("words", expected: "words (a table) and groups (how many people each has) together")
        }
        self.init(shares: shares, groups: groups, wordsFile: words)
    }

    private static func numbers(
        _ entry: YAMLMapping, _ key: String, upTo most: Double
    ) throws(ReferenceError) -> [String: Double] {
        guard let mapping = try entry.optionalMapping(key) else { return [:] }
        var numbers: [String: Double] = [:]
        for name in mapping.keys { numbers[name] = try mapping.optionalNumber(name, in: 1e-9...most) }
        return numbers
    }

    /// Reads a table `part,text,group,variant,weight`: part is `first`, `middle` or `last`.
    mutating func take(_ table: ReferenceTable) throws(ReferenceError) {
        var columns: [Int] = []
        for name in ["part", "text", "group", "variant", "weight"] { columns.append(try table.column(name)) }
        var words: [Word] = []
        for row in table.rows {
            let cells = columns.map { row.cells[$0] }
            guard let part = Word.Part(rawValue: cells[0]) else {
                throw table.mistake(in: row, column: "part", expected: "first, middle or last")
            }
            guard let weight = Double(cells[4]), weight > 0, weight.isFinite else {
                throw table.mistake(in: row, column: "weight", expected: "a number above 0")
            }
            words.append(Word(part: part, text: cells[1], group: cells[2], variant: cells[3], weight: weight))
        }
        take(words)
    }
}

extension MatchModel {
    /// Reads the tables of words that the model names, relative to its own file.
    ///
    /// - Parameter seen: is called with the bytes of each.
    mutating func readWords(besides path: String, seen: ([UInt8]) -> Void = { _ in }) throws {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        for index in fields.indices {
            guard let name = fields[index].frequencies?.wordsFile else { continue }
            let bytes = try PipelineFolder.contents(of: folder + name)
            seen(bytes)
            try fields[index].frequencies?.take(ReferenceTable(csv: bytes, path: folder + name))
        }
    }
}
