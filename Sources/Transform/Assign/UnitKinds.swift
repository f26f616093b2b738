// What kind of unit a name's words tell: school, centre, board, office; or none of ours.

public import Personnel

/// The kinds of unit that a pipeline knows and the words that tell them.
public struct UnitKinds: Sendable {
    /// How a kind stands to its place.
    enum Standing: String, Sendable {
        /// A unit of its own: a school, a centre.
        case institution
        /// A body or office of the authority of its place: of a commune, or of a district.
        case authority
        /// Not under the reorganisation: a company, a bank, a health station.
        case outside
        /// A part of a unit (`Tổ mẫu giáo`), told by how its name begins; which unit, the list says.
        case part
    }

    struct Entry: Sendable {
        let kind: UnitKind
        let standing: Standing
        /// In words, for people.
        let name: String
        let without: [[String]]
    }

    let entries: [Entry]
    private let phrases: PhraseTable<Int>
    private let authorityPhrases: PhraseTable<Void>
    private let neutralPhrases: PhraseTable<Void>

    /// - Parameter table: `unit-kinds.csv`: order, kind, standing, name, words, without (phrases parted by `;`).
    /// - Parameter neutral: `neutral-words.csv`: words that name no unit (`cán bộ`, `danh sách`).
    /// - Parameter catalogue: whose short forms count here too.
    public init(
        _ table: ReferenceTable, neutral: ReferenceTable, catalogue: UnitCatalogue
    ) throws(ReferenceError) {
        let order = try table.column("order")
        let kind = try table.column("kind")
        let standing = try table.column("standing")
        let name = try table.column("name")
        let words = try table.column("words")
        let without = try table.column("without")
        var rows: [(order: Int, row: ReferenceTable.Row)] = []
        for row in table.rows {
            guard let number = Int(row.cells[order]) else {
                throw table.mistake(in: row, column: "order", expected: "a number")
            }
            rows.append((number, row))
        }
        rows.sort { $0.order < $1.order }
        var entries: [Entry] = []
        var phrases = PhraseTable<Int>()
        var authorityPhrases = PhraseTable<Void>()
        func phraseList(_ cell: String) -> [[String]] {
            cell.split(separator: ";").map { catalogue.unitWords.canonical(String($0)) }
        }
        for (_, row) in rows {
            guard let standing = Standing(rawValue: row.cells[standing]) else {
                throw table.mistake(in: row, column: "standing", expected: "institution, authority, outside or part")
            }
            for phrase in phraseList(row.cells[words]) {
                phrases.add(phrase, entries.count)
                if standing == .authority { authorityPhrases.add(phrase, ()) }
            }
            entries.append(
                Entry(
                    kind: row.cells[kind], standing: standing, name: row.cells[name],
                    without: phraseList(row.cells[without])))
        }
        self.entries = entries
        self.phrases = phrases
        self.authorityPhrases = authorityPhrases
        var neutralPhrases = PhraseTable<Void>()
        let neutralColumn = try neutral.column("words")
        for row in neutral.rows { neutralPhrases.add(catalogue.unitWords.canonical(row.cells[neutralColumn]), ()) }
        self.neutralPhrases = neutralPhrases
    }

    /// The first kind, in the table's order, that the words tell; nil where none does.
    func kind(of words: [String]) -> Int? {
        var best: Int?
        for index in words.indices {
            for found in phrases.all(in: words, at: index) where found.value < best ?? Int.max {
                if entries[found.value].standing == .part, index > 0 { continue }
                if !entries[found.value].without.contains(where: { stands($0, in: words) }) { best = found.value }
            }
        }
        return best
    }

    /// Whether every word belongs to a neutral phrase or is a number.
    func isNeutral(_ words: [String]) -> Bool {
        uncovered(words, authority: false).isEmpty
    }

    /// The words that belong to no neutral phrase, nor (where asked) to a body's name.
    func uncovered(_ words: [String], authority: Bool = true) -> [String] {
        var rest: [String] = []
        var index = 0
        while index < words.count {
            let neutral = neutralPhrases.longest(in: words, at: index)?.count ?? 0
            let body = authority ? authorityPhrases.longest(in: words, at: index)?.count ?? 0 : 0
            let isMark = isNumber(words[index]) || words[index].utf8.count == 1
            let count = max(neutral, body, isMark ? 1 : 0)
            if count == 0 { rest.append(words[index]) }
            index += max(1, count)
        }
        return rest
    }

    /// The words that tell no kind: what is left of a school's name is its own.
    func properWords(_ words: [String]) -> [String] {
        var rest: [String] = []
        var index = 0
        while index < words.count {
            let count = phrases.longest(in: words, at: index)?.count ?? 0
            // `Số 2` and a lone `2` count schools; `20-10` is a name.
            let isCount =
                isNumber(words[index]) && !(index > 0 && isNumber(words[index - 1]))
                && !(index + 1 < words.count && isNumber(words[index + 1]))
            if count == 0, !isCount, words[index] != "so", words[index] != "truong" { rest.append(words[index]) }
            index += max(1, count)
        }
        return rest
    }

    /// The words without the neutral phrases that they begin with (`Danh sách cán bộ`, `Đơn vị`).
    func withoutLeadingNeutral(_ words: [String]) -> [String] {
        var index = 0
        while index < words.count, phrases.longest(in: words, at: index) == nil,
            let neutral = neutralPhrases.longest(in: words, at: index)
        { index += neutral.count }
        return Array(words[index...])
    }

    /// Whether the words, after neutral ones, begin with the name of a body or office.
    func beginsWithAuthority(_ words: [String]) -> Bool {
        var index = 0
        while index < words.count {
            if authorityPhrases.longest(in: words, at: index) != nil { return true }
            guard let neutral = neutralPhrases.longest(in: words, at: index) else { return false }
            index += neutral.count
        }
        return false
    }

    private func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    private func stands(_ phrase: [String], in words: [String]) -> Bool {
        guard !phrase.isEmpty, phrase.count <= words.count else { return false }
        return (0...(words.count - phrase.count)).contains { start in
            phrase.indices.allSatisfy { words[start + $0] == phrase[$0] }
        }
    }
}
