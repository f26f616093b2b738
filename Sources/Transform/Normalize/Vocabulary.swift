// What words and short forms mean in one column, from a table that the officer edits.
import Personnel
import Vietnamese

/// Written forms and what each means, found whole or word by word, whatever their case, accents and punctuation.
struct Vocabulary<Meaning: Sendable>: Sendable {
    private var meanings: [String: Meaning] = [:]
    private var mostWords = 1

    /// From a table with a column of written forms (several parted by `;`) and a column of meanings; rows that `includes`
    /// refuses are left out. The meaning is a written form too where `meaningIsWritten`.
    init(
        _ table: ReferenceTable, meaning meaningName: String, meaningIsWritten: Bool = false, expected: String,
        parse: (String) -> Meaning?, includes: (ReferenceTable.Row) -> Bool = { _ in true }
    ) throws(ReferenceError) {
        let (writtenColumn, meaningColumn) = (try table.column("written"), try table.column(meaningName))
        var meaningOfKey: [String: String] = [:]
        for row in table.rows where includes(row) {
            guard let meaning = parse(row.cells[meaningColumn]) else {
                throw table.mistake(in: row, column: meaningName, expected: expected)
            }
            let forms = row.cells[writtenColumn].split(separator: ";").map(String.init)
            for form in forms + (meaningIsWritten ? [row.cells[meaningColumn]] : []) {
                let key = iyKey(form)
                if key.isEmpty { continue }
                // `Táy` and `Tày` are one key: what a form means must not hang on the order of the rows.
                if let other = meaningOfKey.updateValue(row.cells[meaningColumn], forKey: key),
                    other != row.cells[meaningColumn]
                {
                    throw table.mistake(
                        in: row, column: "written", expected: "forms that are not those of \(other): \(form)")
                }
                add(key, meaning)
            }
        }
    }

    private mutating func add(_ key: String, _ meaning: Meaning) {
        mostWords = max(mostWords, key.utf8.count { $0 == 0x20 } + 1)
        meanings[key] = meaning
        // `Khơ-Mú`, `KhơMú`: the blanks inside a name are anybody's.
        let compact = key.filter { $0 != " " }
        if meanings[compact] == nil { meanings[compact] = meaning }
    }

    /// The meaning of the whole text; nil where no form is it.
    func meaning(of text: String) -> Meaning? {
        let key = iyKey(text)
        return meanings[key] ?? meanings[key.filter { $0 != " " }]
    }

    /// The meaning of the text after the words (keys) that may introduce it: `dân tộc Thái`.
    func meaning(of text: String, introducedBy words: Set<String>) -> Meaning? {
        if let meaning = meaning(of: text) { return meaning }
        let rest = iyKey(text).split(separator: " ").drop { words.contains(String($0)) }
        return meanings[rest.joined(separator: " ")]
    }

    /// The meaning of the longest form with which the text begins; nil where it begins with none.
    func opening(of text: String) -> Meaning? {
        let words = iyKey(text).split(separator: " ", maxSplits: mostWords).prefix(mostWords)
        for count in stride(from: words.count, through: 1, by: -1) {
            if let meaning = meanings[words.prefix(count).joined(separator: " ")] { return meaning }
        }
        return nil
    }

    /// The meanings of the forms found in the text, left to right, the longest form first at every word.
    func meanings(in text: String) -> [Meaning] { meanings(inWords: iyKey(text).split(separator: " ")) }

    func meanings(inWords words: [Substring]) -> [Meaning] {
        var found: [Meaning] = []
        var index = 0
        while index < words.count {
            var taken = 1
            for count in stride(from: min(mostWords, words.count - index), through: 1, by: -1) {
                if let meaning = meanings[words[index..<(index + count)].joined(separator: " ")] {
                    found.append(meaning)
                    taken = count
                    break
                }
            }
            index += taken
        }
        return found
    }
}
