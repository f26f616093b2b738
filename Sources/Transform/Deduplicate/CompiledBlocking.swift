// The blocking rules of a model, made ready for a table.

/// A rule: which words of a row make its block.
struct CompiledRule: Sendable {
    /// One part: where its field is, and which piece of it.
    struct Part: Sendable {
        var kind: MatchField.Kind
        var offset: Int
        var piece: BlockingPiece
    }

    let parts: [Part]
    let split: [Part]
    let when: [MatchStep]
    let limit: Int
    private let seed: UInt64

    init(_ rule: BlockingRule, number: Int, layout: RowLayout, values: ValueTable) {
        func compiled(_ parts: [BlockingPart]) -> [Part] {
            parts.compactMap { part in
                layout.slot(part.field).map { Part(kind: $0.field.kind, offset: $0.offset, piece: part.piece) }
            }
        }
        parts = compiled(rule.parts)
        split = compiled(rule.split)
        when = rule.when.compactMap { MatchStep($0, layout: layout, values: values) }
        limit = rule.limit
        seed = UInt64(number)
    }

    /// The block of a row; 0 where the row lacks one of the values.
    func block(of row: UnsafePointer<UInt32>, _ view: ScoringView) -> UInt64 {
        var block = seed
        for part in parts {
            let value = Self.value(of: part, row, view)
            if value == 0 { return 0 }
            block = mixed(block, value)
        }
        return block
    }

    /// By what the rows of a block that is too large are parted and ordered; unlike a block it may lack values.
    func splitKey(of row: UnsafePointer<UInt32>, _ view: ScoringView) -> UInt64 {
        split.reduce(seed) { mixed($0, Self.value(of: $1, row, view)) }
    }

    /// Whether two rows stand in one block of this rule.
    func bringsTogether(_ left: UnsafePointer<UInt32>, _ right: UnsafePointer<UInt32>, _ view: ScoringView) -> Bool {
        for part in parts {
            let value = Self.value(of: part, left, view)
            if value == 0 || value != Self.value(of: part, right, view) { return false }
        }
        for step in when where !view.holdsClause(step, left, right) { return false }
        return true
    }

    /// A number for the piece of a value, equal for equal pieces; 0 for none.
    @inline(__always) private static func value(
        of part: Part, _ row: UnsafePointer<UInt32>, _ view: ScoringView
    ) -> UInt64 {
        let cell = row + part.offset
        switch part.kind {
        case .text: return cell[1] == 0 ? 0 : piece(part.piece, ofKey: cell[1], view)
        case .code: return UInt64(cell[0])
        case .number: return UInt64(cell[0]) | UInt64(cell[1]) << 32
        case .date: return piece(part.piece, ofDate: UInt64(cell[0]))
        }
    }

    private static func piece(_ piece: BlockingPiece, ofKey key: UInt32, _ view: ScoringView) -> UInt64 {
        switch piece {
        case .firstWord: return UInt64(view.firstWords[Int(key)])
        case .lastWord: return UInt64(view.lastWords[Int(key)])
        case .letters(let count):
            let bytes = view.key(key)
            guard bytes.count >= count else { return 0 }
            return bytes.prefix(count).reduce(UInt64(count)) { mixed($0, UInt64($1)) }
        case .sound: return UInt64(soundex(view.key(key)))
        default: return UInt64(key)
        }
    }

    private static func piece(_ piece: BlockingPiece, ofDate date: UInt64) -> UInt64 {
        let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100)
        switch piece {
        case .year: return year
        case .yearAndMonth: return month == 0 ? 0 : date / 100
        case .yearAndDay: return day == 0 ? 0 : year * 100 + day
        case .monthAndDay: return day == 0 ? 0 : month * 100 + day
        case .daysInAnyOrder: return day == 0 ? 0 : year * 10_000 + min(month, day) * 100 + max(month, day)
        default: return day == 0 ? 0 : date
        }
    }
}
