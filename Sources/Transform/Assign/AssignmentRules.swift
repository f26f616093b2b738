// The table of rules that says who goes where, in the order in which they are asked.

internal import Personnel

/// One rule of the reorganisation.
struct AssignmentRule: Sendable {
    enum Outcome: Sendable, Equatable {
        case decision
        case leaving
        case plan
        /// The old commune's successor.
        case successor
        /// The new commune in which the unit stands.
        case standingCommune
        /// One receiving unit, by its position in the catalogue.
        case unit(Int)
        /// The receiving unit of a kind that serves the unit's district.
        case area(UnitKind)
        case unresolved
    }

    let name: String
    /// Kinds of old unit; empty for every unit, and for people of none.
    let kinds: Set<UnitKind>
    /// With `rankPrefixes` empty too: everybody of these kinds.
    let positionWords: PhraseTable<String>
    let rankPrefixes: [String]
    let isForSomePositions: Bool
    let outcome: Outcome
    /// The sentence for the clerk, with names in braces to be filled in.
    let basis: String
    /// What would settle it, where the rule cannot.
    let unsettled: String
}

/// The rules in order.
struct AssignmentRules: Sendable {
    let rules: [AssignmentRule]

    /// - Parameter table: `rules.csv`: order, rule, unit_kinds, position_words, rank_prefixes, outcome, target, basis,
    ///   unsettled.
    init(_ table: ReferenceTable, catalogue: UnitCatalogue) throws(ReferenceError) {
        let order = try table.column("order")
        let name = try table.column("rule")
        let kinds = try table.column("unit_kinds")
        let positions = try table.column("position_words")
        let ranks = try table.column("rank_prefixes")
        let basis = try table.column("basis")
        let unsettled = try table.column("unsettled")
        var rows: [(order: Int, rule: AssignmentRule)] = []
        for row in table.rows {
            guard let number = Int(row.cells[order]) else {
                throw table.mistake(in: row, column: "order", expected: "a number")
            }
            var words = PhraseTable<String>()
            for phrase in row.cells[positions].split(separator: ";") { words.add(phrase: String(phrase), String(phrase)) }
            let rule = AssignmentRule(
                name: row.cells[name], kinds: Set(row.cells[kinds].split(separator: ";").map(String.init)),
                positionWords: words, rankPrefixes: row.cells[ranks].split(separator: ";").map(String.init),
                isForSomePositions: !row.cells[positions].isEmpty || !row.cells[ranks].isEmpty,
                outcome: try Self.outcome(row, table, catalogue), basis: row.cells[basis],
                unsettled: row.cells[unsettled])
            rows.append((number, rule))
        }
        rules = rows.sorted { $0.order < $1.order }.map(\.rule)
        guard let last = rules.last, last.kinds.isEmpty, last.outcome == .unresolved else {
            throw ReferenceError(
                path: table.path, line: table.rows.last?.line ?? 1, column: "unit_kinds",
                expected: "a last rule for everybody, with the outcome unresolved", found: rules.last?.name ?? "")
        }
    }

    private static func outcome(
        _ row: ReferenceTable.Row, _ table: ReferenceTable, _ catalogue: UnitCatalogue
    ) throws(ReferenceError) -> AssignmentRule.Outcome {
        let target = row.cells[try table.column("target")]
        switch row.cells[try table.column("outcome")] {
        case "decision": return .decision
        case "leaving": return .leaving
        case "plan": return .plan
        case "successor": return .successor
        case "standing_commune": return .standingCommune
        case "unresolved": return .unresolved
        case "unit":
            guard let unit = catalogue.newPositions[target] else {
                throw table.mistake(in: row, column: "target", expected: "an id of the receiving units")
            }
            return .unit(unit)
        case "area":
            guard catalogue.newUnits.contains(where: { $0.kind == target }) else {
                throw table.mistake(in: row, column: "target", expected: "a kind of the receiving units")
            }
            return .area(target)
        default:
            throw table.mistake(
                in: row, column: "outcome",
                expected: "decision, leaving, plan, successor, standing_commune, unit, area or unresolved")
        }
    }
}

/// A sentence with its names filled in: `{old_unit} nhập vào {new_unit}`.
func filled(_ template: String, _ values: KeyValuePairs<String, String>) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
        result += rest[..<open]
        guard let close = rest[open...].firstIndex(of: "}") else { break }
        let name = rest[rest.index(after: open)..<close]
        result += values.first { $0.key == name }?.value ?? String(rest[open...close])
        rest = rest[rest.index(after: close)...]
    }
    return result + rest
}
