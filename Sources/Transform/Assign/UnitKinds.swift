// What kind of unit a name's words tell: school, centre, board, office; or none of ours.

public import Personnel

/// The kinds of unit that a pipeline knows and the words that tell them.
public final class UnitKinds: Sendable {
    /// How a kind stands to its place.
    enum Standing: String, Sendable {
        /// A unit of its own: a school, a centre.
        case institution
        /// A body or office of the authority of its place: of a commune, or of a district.
        case authority
        /// Not under the reorganisation: a company, a bank, a health station.
        case outside
        /// A unit of its own of which no words tell what it is: `Trung tâm`, `Trường` and nothing known.
        case unrecognised
        /// A part of a unit (`Tổ mẫu giáo`), told by how its name begins; which unit, the list says.
        case part
        /// What stands before the commune in an address (`Bản Nà Nghè, xã …`), told by how the name begins.
        case address
    }

    struct Entry: Sendable {
        let kind: UnitKind
        let standing: Standing
        /// In words, for people.
        let name: String
        let without: [[UInt32]]
        /// Kinds that the commune in which they stand takes over; by standing of their name's place, not by rule.
        let isSchool: Bool
    }

    let entries: [Entry]
    /// The catalogue's words and those of the kinds.
    let lexicon: WordLexicon
    private let phrases: WordPhrases<Int>
    private let authorityPhrases: WordPhrases<Void>
    private let neutralPhrases: WordPhrases<Void>
    /// `số` and `trường`, which are no part of a school's own name.
    private let fillers: Set<UInt32>
    private let school: UInt32
    /// Every word that tells a kind, a body or a level: what typing errors in such words are measured against.
    private let structure: MisspeltWords

    /// - Parameter table: `unit-kinds.csv`: order, kind, standing, name, words, without (phrases parted by `;`).
    /// - Parameter neutral: `neutral-words.csv`: words that name no unit (`cán bộ`, `danh sách`).
    /// - Parameter catalogue: whose short forms count here too.
    public init(
        _ table: ReferenceTable, neutral: ReferenceTable, catalogue: UnitCatalogue
    ) throws(ReferenceError) {
        let kind = try table.column("kind")
        let standing = try table.column("standing")
        let name = try table.column("name")
        let words = try table.column("words")
        let without = try table.column("without")
        var lexicon = catalogue.lexicon
        var entries: [Entry] = []
        var phrases = WordPhrases<Int>()
        var authorityPhrases = WordPhrases<Void>()
        var structure = catalogue.levelWords.words + catalogue.unitWords.singleWords
        func phraseList(_ cell: String) -> [[UInt32]] {
            cell.split(separator: ";").map { catalogue.unitWords.canonical(String($0), &lexicon) }
        }
        for row in try Self.inOrder(table) {
            guard let standing = Standing(rawValue: row.cells[standing]) else {
                throw table.mistake(
                    in: row, column: "standing",
                    expected: "institution, authority, outside, unrecognised, part or address")
            }
            for phrase in phraseList(row.cells[words]) {
                phrases.add(phrase, entries.count)
                if standing == .authority { authorityPhrases.add(phrase, ()) }
            }
            structure += row.cells[words].split(separator: ";").flatMap { lexicon.addTitle(String($0)) }
            let kind = row.cells[kind]
            entries.append(
                Entry(
                    kind: kind, standing: standing, name: row.cells[name], without: phraseList(row.cells[without]),
                    isSchool: kind.hasSuffix("_school") || kind == "kindergarten"))
        }
        var neutralPhrases = WordPhrases<Void>()
        let neutralColumn = try neutral.column("words")
        for row in neutral.rows {
            neutralPhrases.add(catalogue.unitWords.canonical(row.cells[neutralColumn], &lexicon), ())
        }
        fillers = Set(lexicon.keys(of: "số trường"))
        school = lexicon.keys(of: "trường")[0]
        self.entries = entries
        self.phrases = phrases
        self.authorityPhrases = authorityPhrases
        self.neutralPhrases = neutralPhrases
        self.lexicon = lexicon
        self.structure = MisspeltWords(structure, lexicon)
    }

    private static func inOrder(_ table: ReferenceTable) throws(ReferenceError) -> [ReferenceTable.Row] {
        let order = try table.column("order")
        var rows: [(order: Int, row: ReferenceTable.Row)] = []
        for row in table.rows {
            guard let number = Int(row.cells[order]) else {
                throw table.mistake(in: row, column: "order", expected: "a number")
            }
            rows.append((number, row))
        }
        return rows.sorted { $0.order < $1.order }.map(\.row)
    }

    func isSchool(_ kind: Int) -> Bool { entries[kind].isSchool }

    /// The first kind, in the table's order, that the words tell; nil where none does.
    func kind(of words: [UInt32]) -> Int? {
        var best = Int.max
        for index in words.indices {
            phrases.each(in: words, at: index) { _, kind in
                guard kind < best else { return }
                if index > 0, entries[kind].standing == .part || entries[kind].standing == .address { return }
                if entries[kind].without.isEmpty
                    || !entries[kind].without.contains(where: { firstRun(of: $0, in: words) != nil })
                {
                    best = kind
                }
            }
        }
        return best == Int.max ? nil : best
    }

    /// Whether every word belongs to a neutral phrase or is a number.
    func isNeutral(_ words: [UInt32]) -> Bool {
        var index = 0
        while index < words.count {
            let count = max(neutralPhrases.length(in: words, at: index), lexicon.isMark(words[index]) ? 1 : 0)
            if count == 0 { return false }
            index += count
        }
        return true
    }

    /// The words that belong to no neutral phrase, nor (where asked) to a body's name.
    func uncovered(_ words: [UInt32], authority: Bool = true) -> [UInt32] {
        var rest: [UInt32] = []
        var index = 0
        while index < words.count {
            let neutral = neutralPhrases.length(in: words, at: index)
            let body = authority ? authorityPhrases.length(in: words, at: index) : 0
            let count = max(neutral, body, lexicon.isMark(words[index]) ? 1 : 0)
            if count == 0 { rest.append(words[index]) }
            index += max(1, count)
        }
        return rest
    }

    /// Whether words that tell no kind are left: a school's own name.
    func hasProperWords(_ words: ArraySlice<UInt32>) -> Bool {
        let words = Array(words)
        var index = 0
        while index < words.count {
            let count = phrases.length(in: words, at: index)
            // `Số 2` and a lone `2` count schools; `20-10` is a name.
            let isCount =
                lexicon.isNumber(words[index]) && !(index > 0 && lexicon.isNumber(words[index - 1]))
                && !(index + 1 < words.count && lexicon.isNumber(words[index + 1]))
            if count == 0, !isCount, !fillers.contains(words[index]) { return true }
            index += max(1, count)
        }
        return false
    }

    /// The positions of the words that tell no kind and are in no neutral phrase: a school's own name.
    func properWords(_ words: [UInt32], shortForms: UnitWords) -> [Int] {
        var proper: [Int] = []
        var index = 0
        while index < words.count {
            let known = max(phrases.length(in: words, at: index), neutralPhrases.length(in: words, at: index))
            let count = max(known, shortForms.length(in: words, at: index), fillers.contains(words[index]) ? 1 : 0)
            if count == 0 { proper.append(index) }
            index += max(1, count)
        }
        return proper
    }

    /// The words without the neutral phrases that they begin with (`Danh sách cán bộ`, `Đơn vị`).
    func withoutLeadingNeutral(_ words: [UInt32]) -> ArraySlice<UInt32> {
        var index = 0
        while index < words.count, phrases.length(in: words, at: index) == 0 {
            let neutral = neutralPhrases.length(in: words, at: index)
            if neutral == 0 { break }
            index += neutral
        }
        return words[index...]
    }

    /// The same for a school's name, without `trường`.
    func schoolName(_ words: [UInt32]) -> ArraySlice<UInt32> {
        let words = withoutLeadingNeutral(words)
        return words.first == school ? words.dropFirst() : words
    }

    /// Whether the words, after neutral ones, begin with the name of a body or office.
    func beginsWithAuthority(_ words: [UInt32]) -> Bool {
        var index = 0
        while index < words.count {
            if authorityPhrases.length(in: words, at: index) > 0 { return true }
            let neutral = neutralPhrases.length(in: words, at: index)
            if neutral == 0 { return false }
            index += neutral
        }
        return false
    }

    /// The word of a kind, body or level that a key is; nil where it is none.
    func structureWord(_ key: [UInt8]) -> WordLexicon.Word? { structure.word(key) }

    /// The words of kinds, bodies and levels that a word is one typing error away from.
    func structureWords(near key: [UInt8]) -> [WordLexicon.Word] { structure.near(key) }
}
