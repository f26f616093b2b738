// The blocking rules of a model, made ready for a table.

/// One value that rows of a block share: where its field is, and which piece of it.
struct BlockingWord: Sendable {
    enum Piece: UInt8, Sendable {
        case key, firstWord, lastWord, letters, sound
        case code, number
        case day, year, yearAndMonth, yearAndDay, monthAndDay, daysInAnyOrder
    }

    var piece: Piece
    var offset: Int32
    /// How many letters.
    var count: Int32 = 0

    init(_ part: BlockingPart, slot: RowLayout.Slot) {
        offset = Int32(slot.offset)
        switch slot.field.kind {
        case .code: piece = .code
        case .number: piece = .number
        case .text:
            switch part.piece {
            case .firstWord: piece = .firstWord
            case .lastWord: piece = .lastWord
            case .letters(let letters): (piece, count) = (.letters, Int32(letters))
            case .sound: piece = .sound
            default: piece = .key
            }
        case .date:
            switch part.piece {
            case .year: piece = .year
            case .yearAndMonth: piece = .yearAndMonth
            case .yearAndDay: piece = .yearAndDay
            case .monthAndDay: piece = .monthAndDay
            case .daysInAnyOrder: piece = .daysInAnyOrder
            default: piece = .day
            }
        }
    }

    /// A number for the piece of a row's value, equal for equal pieces; 0 for none.
    @inline(__always) func value(of row: UnsafePointer<UInt32>, _ view: ScoringView) -> UInt64 {
        let cell = row + Int(offset)
        switch piece {
        case .key: return UInt64(cell[1])
        case .code: return UInt64(cell[0])
        case .number: return UInt64(cell[0]) | UInt64(cell[1]) << 32
        case .firstWord: return cell[1] == 0 ? 0 : UInt64(view.firstWords[Int(cell[1])])
        case .lastWord: return cell[1] == 0 ? 0 : UInt64(view.lastWords[Int(cell[1])])
        case .letters, .sound: return cell[1] == 0 ? 0 : sounded(view.key(cell[1]))
        case .day, .year, .yearAndMonth, .yearAndDay, .monthAndDay, .daysInAnyOrder: return dated(cell[0])
        }
    }

    private func sounded(_ key: KeyBytes) -> UInt64 {
        if piece == .sound { return UInt64(soundex(key)) }
        guard key.count >= Int(count) else { return 0 }
        return key.prefix(Int(count)).reduce(UInt64(count)) { mixed($0, UInt64($1)) }
    }

    private func dated(_ date: UInt32) -> UInt64 {
        let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100)
        switch piece {
        case .year: return UInt64(year)
        case .yearAndMonth: return month == 0 ? 0 : UInt64(date / 100)
        case .yearAndDay: return day == 0 ? 0 : UInt64(year * 100 + day)
        case .monthAndDay: return day == 0 ? 0 : UInt64(month * 100 + day)
        case .daysInAnyOrder:
            return day == 0 ? 0 : UInt64(year) * 10_000 + UInt64(min(month, day) * 100 + max(month, day))
        default: return day == 0 ? 0 : UInt64(date)
        }
    }
}

/// All rules of a model, as memory that inner loops read without counting references.
struct CompiledBlocking: Sendable {
    /// Where the words and steps of a rule end; they begin where those of the rule before end.
    fileprivate struct Rule: Sendable {
        var words: Int32
        var split: Int32
        var when: Int32
        var limit: Int32
    }

    let count: Int
    private let words: FrozenArray<BlockingWord>
    private let splits: FrozenArray<BlockingWord>
    private let when: FrozenArray<MatchStep>
    private let rules: FrozenArray<Rule>

    init(_ rules: [BlockingRule], layout: RowLayout, values: ValueTable) {
        func compiled(_ parts: [BlockingPart]) -> [BlockingWord] {
            parts.compactMap { part in layout.slot(part.field).map { BlockingWord(part, slot: $0) } }
        }
        var (words, splits, when, compiledRules): ([BlockingWord], [BlockingWord], [MatchStep], [Rule])
        (words, splits, when) = ([], [], [])
        compiledRules = [Rule(words: 0, split: 0, when: 0, limit: 0)]
        for rule in rules {
            words += compiled(rule.parts)
            splits += compiled(rule.split)
            when += rule.when.compactMap { MatchStep($0, layout: layout, values: values) }
            compiledRules.append(
                Rule(
                    words: Int32(words.count), split: Int32(splits.count), when: Int32(when.count),
                    limit: Int32(rule.limit)))
        }
        count = rules.count
        self.words = FrozenArray(words)
        self.splits = FrozenArray(splits)
        self.when = FrozenArray(when)
        self.rules = FrozenArray(compiledRules)
    }

    /// What the inner loops work on; not to be used beyond the life of this.
    var view: View { View(words: words.base, splits: splits.base, when: when.base, rules: rules.base + 1) }

    /// The rules as pointers.
    struct View {
        fileprivate let words: UnsafePointer<BlockingWord>
        fileprivate let splits: UnsafePointer<BlockingWord>
        fileprivate let when: UnsafePointer<MatchStep>
        /// The one before the first ends where the first begins.
        fileprivate let rules: UnsafePointer<Rule>

        func limit(ofRule rule: Int) -> Int { Int(rules[rule].limit) }

        /// Where the date is of which one of two rows must lack a part, for a rule that asks for it; nil for the
        /// others.
        func lackingDate(ofRule rule: Int) -> Int? {
            (Int(rules[rule - 1].when)..<Int(rules[rule].when)).first {
                when[$0].kind == .datePartial && !when[$0].isNegated
            }.map { Int(when[$0].offset) }
        }

        /// The block of a row; 0 where the row lacks one of the values.
        func block(ofRule rule: Int, of row: UnsafePointer<UInt32>, _ view: ScoringView) -> UInt64 {
            var block = UInt64(rule)
            for word in Int(rules[rule - 1].words)..<Int(rules[rule].words) {
                let value = words[word].value(of: row, view)
                if value == 0 { return 0 }
                block = mixed(block, value)
            }
            return block
        }

        /// By what the rows of a block that is too large are parted and ordered; unlike a block it may lack values.
        func splitKey(ofRule rule: Int, of row: UnsafePointer<UInt32>, _ view: ScoringView) -> UInt64 {
            var key = UInt64(rule)
            for word in Int(rules[rule - 1].split)..<Int(rules[rule].split) {
                key = mixed(key, splits[word].value(of: row, view))
            }
            return key
        }

        /// Whether two rows stand in one block of a rule.
        @inline(__always) func bringsTogether(
            _ rule: Int, _ left: UnsafePointer<UInt32>, _ right: UnsafePointer<UInt32>, _ view: ScoringView
        ) -> Bool {
            for word in Int(rules[rule - 1].words)..<Int(rules[rule].words) {
                let value = words[word].value(of: left, view)
                if value == 0 || value != words[word].value(of: right, view) { return false }
            }
            for step in Int(rules[rule - 1].when)..<Int(rules[rule].when) {
                if !view.holdsClause(when[step], left, right) { return false }
            }
            return true
        }
    }
}
