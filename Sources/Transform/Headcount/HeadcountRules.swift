// What headcounts tell apart, as data: where people come from, on which side their posts are, which movement they are in.

public import Personnel

/// The tables by which people are counted.
public struct HeadcountRules: Sendable {
    /// A movement of public service units.
    struct Movement: Sendable {
        let name: String
        let oldKinds: Set<UnitKind>
        /// With `newKinds` empty too: everybody of these old kinds.
        let rules: Set<String>
        let newKinds: Set<UnitKind>
    }

    private let sources: [UnitKind: HeadcountSource]
    private let positionWords: BlockWords
    private let unitWords: BlockWords
    let movements: [Movement]

    /// Without tables: the level alone tells where people come from, everybody is of the government block, and there are
    /// no movements.
    public init() {
        (sources, positionWords, unitWords, movements) = ([:], BlockWords([]), BlockWords([]), [])
    }

    /// - Parameter sources: `headcount-sources.csv`: source, unit_kinds.
    /// - Parameter blocks: `headcount-blocks.csv`: where (`position` or `unit`), words, block; the first row that fits
    ///   counts, a position before a unit.
    /// - Parameter movements: `movements.csv`: movement, old_kinds, rules, new_kinds; the first row that fits counts.
    public init(
        sources: ReferenceTable, blocks: ReferenceTable, movements: ReferenceTable
    ) throws(ReferenceError) {
        self.sources = try Self.readSources(sources)
        let lines = try Self.readBlocks(blocks)
        (positionWords, unitWords) = (BlockWords(lines.positions), BlockWords(lines.units))
        self.movements = try Self.readMovements(movements)
    }

    private static func readSources(_ table: ReferenceTable) throws(ReferenceError) -> [UnitKind: HeadcountSource] {
        let (source, kinds) = (try table.column("source"), try table.column("unit_kinds"))
        var sources: [UnitKind: HeadcountSource] = [:]
        for row in table.rows {
            guard let known = HeadcountSource(rawValue: row.cells[source]) else {
                throw table.mistake(in: row, column: "source", expected: names(HeadcountSource.self))
            }
            for kind in row.cells[kinds].split(separator: ";") {
                guard sources.updateValue(known, forKey: String(kind)) == nil else {
                    throw table.mistake(in: row, column: "unit_kinds", expected: "each kind once")
                }
            }
        }
        return sources
    }

    private static func readBlocks(
        _ table: ReferenceTable
    ) throws(ReferenceError) -> (
        positions: [(words: [String], block: HeadcountBlock)], units: [(words: [String], block: HeadcountBlock)]
    ) {
        let (place, words, block) = (
            try table.column("where"), try table.column("words"), try table.column("block")
        )
        var positions: [(words: [String], block: HeadcountBlock)] = []
        var units: [(words: [String], block: HeadcountBlock)] = []
        for row in table.rows {
            guard let known = HeadcountBlock(rawValue: row.cells[block]) else {
                throw table.mistake(in: row, column: "block", expected: names(HeadcountBlock.self))
            }
            let lines = row.cells[words].split(separator: ";").map { (UnitText(String($0)).keys, known) }
            guard !lines.isEmpty else { throw table.mistake(in: row, column: "words", expected: "words") }
            switch row.cells[place] {
            case "position": positions += lines
            case "unit": units += lines
            default: throw table.mistake(in: row, column: "where", expected: "position or unit")
            }
        }
        return (positions, units)
    }

    private static func readMovements(_ table: ReferenceTable) throws(ReferenceError) -> [Movement] {
        let columns = (
            try table.column("movement"), try table.column("old_kinds"), try table.column("rules"),
            try table.column("new_kinds")
        )
        var movements: [Movement] = []
        for row in table.rows {
            func list(_ column: Int) -> Set<String> {
                Set(row.cells[column].split(separator: ";").map(String.init))
            }
            guard !row.cells[columns.0].isEmpty, !list(columns.1).isEmpty else {
                throw table.mistake(in: row, column: "old_kinds", expected: "a movement with its kinds of old unit")
            }
            movements.append(
                Movement(
                    name: row.cells[columns.0], oldKinds: list(columns.1), rules: list(columns.2),
                    newKinds: list(columns.3)))
        }
        return movements
    }

    private static func names<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> String {
        Value.allCases.map(\.rawValue).joined(separator: ", ")
    }

    // MARK: - One person

    /// The source that a kind of old unit is; nil for a kind of none.
    func source(ofKind kind: UnitKind) -> HeadcountSource? { sources[kind] }

    /// The source of people whose unit tells none.
    func source(ofLevel level: Level?) -> HeadcountSource {
        guard sources.isEmpty else { return .other }
        return switch level {
        case .district: .district
        case .commune: .commune
        case .province: .province
        case nil: .other
        }
    }

    /// The block that a position's words tell; nil where they tell none.
    func block(ofPosition text: String) -> HeadcountBlock? { positionWords.block(in: text) }

    /// The block that a unit's or department's name tells; nil where it tells none.
    func block(ofUnit text: String) -> HeadcountBlock? { unitWords.block(in: text) }

    /// The movement of people of a kind of old unit whom a rule sent to a kind of new unit.
    func movement(oldKind: UnitKind, rule: String, newKind: UnitKind?) -> String? {
        movements.first { movement in
            guard movement.oldKinds.contains(oldKind) else { return false }
            if movement.rules.isEmpty && movement.newKinds.isEmpty { return true }
            return movement.rules.contains(rule) || newKind.map { movement.newKinds.contains($0) } ?? false
        }?.name
    }
}

/// Runs of words that tell a block, the first of the table first.
private struct BlockWords: Sendable {
    private let lines: [(words: [String], block: HeadcountBlock)]
    /// For each word the lines that begin with it, ascending.
    private var linesOfWord: [String: [Int]] = [:]

    init(_ lines: [(words: [String], block: HeadcountBlock)]) {
        self.lines = lines
        for (index, line) in lines.enumerated() { linesOfWord[line.words.first ?? "", default: []].append(index) }
    }

    /// The block of the first line whose words stand in a text; nil where none do.
    func block(in text: String) -> HeadcountBlock? {
        guard !lines.isEmpty, !text.isEmpty else { return nil }
        // A line without words fits every text.
        var best = linesOfWord[""]?.first ?? Int.max
        let words = UnitText(text).keys
        for start in words.indices {
            for line in linesOfWord[words[start]] ?? [] {
                if line >= best { break }
                if words[start...].starts(with: lines[line].words) {
                    best = line
                    break
                }
            }
        }
        return best == Int.max ? nil : lines[best].block
    }
}
