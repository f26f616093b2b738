// Short forms of the words of unit names (`TT DVNN`, `TH&THCS`), written out so that equal names compare equal.

internal import Personnel

/// Short forms and what they stand for.
struct UnitWords: Sendable {
    private let phrases: PhraseTable<[String]>
    /// Every word that some short form stands for: such a word is no proper name.
    let common: Set<String>

    init(_ table: ReferenceTable) throws(ReferenceError) {
        let written = try table.column("written")
        let meaning = try table.column("meaning")
        var phrases = PhraseTable<[String]>()
        var common: Set<String> = ["truong", "so", "khu", "vuc"]
        for row in table.rows {
            let words = UnitText(row.cells[meaning]).words.map(\.key)
            guard !words.isEmpty else {
                throw table.mistake(in: row, column: "meaning", expected: "the words in full")
            }
            phrases.add(phrase: row.cells[written], words)
            common.formUnion(words)
        }
        self.phrases = phrases
        self.common = common
    }

    /// The keys of a text's words, short forms written out, `và` left out.
    func canonical(_ text: String) -> [String] { expand(UnitText(text).words.map(\.key)) }

    /// The same for words already keyed.
    func expand(_ keys: [String]) -> [String] {
        var result: [String] = []
        var index = 0
        let keys = keys.filter { $0 != "va" }
        while index < keys.count {
            if let found = phrases.longest(in: keys, at: index) {
                result += found.value
                index += found.count
            } else {
                result.append(keys[index])
                index += 1
            }
        }
        return result
    }
}
