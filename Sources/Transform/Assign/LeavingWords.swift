// Whether a note or a policy column asks to retire early or to resign; not where it denies or withdraws it.

internal import Personnel

/// What a text says about leaving.
enum LeavingStatement: Sendable, Equatable {
    /// Asks to leave, or has left.
    case leaves
    /// Denies it or takes it back.
    case stays
}

/// The words by which people ask to leave (Decree 178/2024/NĐ-CP as amended by 67/2025/NĐ-CP), and by which they don't.
struct LeavingWords: Sendable {
    private enum Meaning: String, Sendable {
        case leaves
        /// Leaves when a date up to the as-of date follows.
        case leavesFrom = "leaves_from"
        /// Turns what follows it in its clause into its opposite.
        case negates
        /// The same, for what follows at once.
        case negatesNext = "negates_next"
        case withdraws
        /// A whole cell that says yes to its column's heading.
        case affirms
        /// Somebody else, who leaves where words of leaving follow at once: `vợ đã nghỉ hưu`.
        case another
        /// What follows in the clause is about somebody else: `thay đồng chí … nghỉ hưu`.
        case aboutAnother = "about_another"
    }

    private struct Entry: Sendable {
        let meaning: Meaning
        let isForPolicyOnly: Bool
        /// As the table writes it, in small letters: `bố` is no `bộ`.
        let written: String
    }

    private let phrases: PhraseTable<Entry>
    private let asOf: PartialDate

    init(_ table: ReferenceTable, asOf: PartialDate) throws(ReferenceError) {
        let words = try table.column("words")
        let meaning = try table.column("meaning")
        let field = try table.column("field")
        var phrases = PhraseTable<Entry>()
        for row in table.rows {
            guard let meaning = Meaning(rawValue: row.cells[meaning]) else {
                throw table.mistake(
                    in: row, column: "meaning",
                    expected: "leaves, leaves_from, negates, negates_next, withdraws, affirms, another or about_another"
                )
            }
            guard ["", "policy"].contains(row.cells[field]) else {
                throw table.mistake(in: row, column: "field", expected: "policy or nothing")
            }
            let written = UnitText(row.cells[words]).words.map(\.marked).joined(separator: " ")
            phrases.add(
                phrase: row.cells[words],
                Entry(meaning: meaning, isForPolicyOnly: row.cells[field] == "policy", written: written))
        }
        self.phrases = phrases
        self.asOf = asOf
    }

    /// What a text of the policy or the note column says; nil when it says nothing about leaving.
    /// - Parameter heading: the column's heading, which a bare `Có` or `x` affirms.
    func read(_ text: String, isPolicy: Bool, heading: String = "") -> LeavingStatement? {
        let text = UnitText(text)
        if isPolicy, let answer = answer(text, to: heading) { return answer }
        var result: LeavingStatement?
        for clause in clauses(text) {
            let own = clause.prefix(upTo: someoneElse(in: clause, hasMarks: text.hasMarks) ?? clause.endIndex)
            guard let statement = read(clause: Array(own), isPolicy: isPolicy) else { continue }
            // A later clause settles an earlier one: `xin nghỉ hưu trước tuổi, đã rút đơn`.
            result = statement
        }
        return result
    }

    /// `Có`, `x`, `Không` under a heading that asks.
    private func answer(_ text: UnitText, to heading: String) -> LeavingStatement? {
        let asks = read(clause: UnitText(heading).words, isPolicy: true) == .leaves
        guard asks, !text.words.isEmpty else { return nil }
        if text.keys == ["khong"] || text.keys == ["chua"] { return .stays }
        guard let found = phrases.longest(in: text.keys, at: 0), found.count == text.words.count,
            found.value.meaning == .affirms
        else { return nil }
        return .leaves
    }

    /// Clauses end at a comma, semicolon or bracket; the `/` and `-` of dates and decrees, and a colon, do not end one.
    private func clauses(_ text: UnitText) -> [[UnitWord]] {
        let bytes = Array(text.text.utf8)
        var clauses: [[UnitWord]] = [[]]
        var end = 0
        for word in text.words {
            let gap = bytes[min(end, word.range.lowerBound)..<word.range.lowerBound]
            let isStop = gap.contains(UInt8(ascii: ".")) && gap.contains(UInt8(ascii: " "))
            if isStop
                || gap.contains(where: { [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "(")].contains($0) })
            {
                clauses.append([])
            }
            clauses[clauses.count - 1].append(word)
            end = word.range.upperBound
        }
        return clauses
    }

    /// Where a clause begins to tell of somebody else; nil where it does not.
    private func someoneElse(in clause: [UnitWord], hasMarks: Bool) -> Int? {
        let keys = clause.map(\.key)
        return keys.indices.first { index in
            phrases.all(in: keys, at: index).contains { found in
                let next = index + found.count
                let written = clause[index..<next].map(\.marked).joined(separator: " ")
                guard !hasMarks || written == found.value.written else { return false }
                switch found.value.meaning {
                case .aboutAnother: return true
                case .another:
                    let links = keys[next...].prefix { Self.auxiliaries.contains($0) }.count
                    return (next...next + links).contains { $0 < keys.count && leaves(keys, at: $0, isPolicy: true) }
                default: return false
                }
            }
        }
    }

    /// Words that may stand between a person and what that person does, as keys.
    private static let auxiliaries: Set<String> = [
        "da", "dang", "se", "vua", "moi", "cung", "duoc", "co", "xin", "don", "nghi",
    ]

    private func read(clause: [UnitWord], isPolicy: Bool) -> LeavingStatement? {
        let keys = clause.map(\.key)
        var index = 0
        var isNegated = false
        var result: LeavingStatement?
        while index < keys.count {
            let candidates = phrases.all(in: keys, at: index).filter { found in
                ![.affirms, .another, .aboutAnother].contains(found.value.meaning)
                    && (isPolicy || !found.value.isForPolicyOnly)
            }
            guard let found = candidates.first else {
                index += 1
                continue
            }
            let next = index + found.count
            switch found.value.meaning {
            case .leaves: result = isNegated || Self.endsInNo(keys[next...]) ? .stays : .leaves
            case .leavesFrom:
                if !isNegated, let date = Self.date(in: keys[next...]), isUpToAsOf(date) { result = .leaves }
                if isNegated { result = .stays }
            case .negates: isNegated = true
            case .negatesNext:
                isNegated = isNegated || next < keys.count && leaves(keys, at: next, isPolicy: isPolicy)
            case .withdraws: return .stays
            case .affirms, .another, .aboutAnother: break
            }
            index = next
        }
        return result
    }

    private func leaves(_ keys: [String], at index: Int, isPolicy: Bool) -> Bool {
        phrases.all(in: keys, at: index).contains { found in
            [.leaves, .leavesFrom].contains(found.value.meaning) && (isPolicy || !found.value.isForPolicyOnly)
        }
    }

    /// `Nghỉ theo NĐ 178: không`.
    private static func endsInNo(_ rest: ArraySlice<String>) -> Bool {
        rest.last == "khong" && rest.dropLast().allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// The first date after the words: `01/6/2025`, `6/2025`, `ngày 1 tháng 6 năm 2025`, `2025`.
    private static func date(in words: ArraySlice<String>) -> PartialDate? {
        var numbers: [Int] = []
        for word in words {
            // `T6/2025` is a month as well.
            if let number = Int(word) ?? (word.hasPrefix("t") ? Int(word.dropFirst()) : nil) {
                numbers.append(number)
                if (1990...2100).contains(number) {
                    let parts = numbers.suffix(3)
                    if parts.count == 3,
                        let date = PartialDate(
                            year: number, month: parts[parts.startIndex + 1], day: parts[parts.startIndex])
                    {
                        return date
                    }
                    if numbers.count >= 2, let date = PartialDate(year: number, month: numbers[numbers.count - 2]) {
                        return date
                    }
                    return PartialDate(year: number)
                }
            } else if !["ngay", "thang", "nam"].contains(word) {
                numbers.removeAll()
            }
        }
        return nil
    }

    /// Whether a date, to the precision that is known, is over at the as-of date or begins by it.
    private func isUpToAsOf(_ date: PartialDate) -> Bool {
        if date.isFull { return date <= asOf }
        if let month = date.month { return (date.year, month) <= (asOf.year, asOf.month ?? 12) }
        return date.year < asOf.year
    }
}
