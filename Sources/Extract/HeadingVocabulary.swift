// The headings that lists use, and the search for what a heading means: exactly, with its group, with short forms
// written out, inside longer wording, and past typing errors.

public import Personnel
import Vietnamese

/// The headings that columns of personnel lists bear, from the pipeline's table.
///
/// Columns: `field` (a canonical name, `a+b` for two fields in one column, or any other name for what is known but
/// unused), `heading`, `under` (words that a group heading above must hold, or nothing), `value` (what a mark under the
/// heading means, or nothing). A heading `*` stands for every heading under its group.
public struct HeadingVocabulary: Sendable {
    struct Entry: Sendable {
        var meaning: ColumnMeaning
        var markedValue: String
        /// The key of the words that a group above must hold; empty for any.
        var under: String
        /// In small letters, accents and all: tells `ĐT` from `DT`.
        var written: String
    }

    private var entries: [Entry] = []
    /// Entries by key, by key without blanks, and by key with short forms written out.
    private var exact: [String: [Int]] = [:]
    private var compact: [String: [Int]] = [:]
    private var expanded: [String: [Int]] = [:]
    private var wildcards: [Int] = []
    /// Keys without blanks and the letters in them, by length, for the search past typing errors.
    private var keysByLength: [Int: [(key: [UInt8], letters: UInt64)]] = [:]
    private var abbreviations: Abbreviations
    /// What headings of columns and single cells were found to mean, asked for once the tables are read.
    private let matches = TextMemory<HeadingMatch>()
    private let meanings = TextMemory<ColumnMeaning?>()
    private var fillers: Set<String>
    /// The same with their accents.
    private var accentedFillers: Set<String>

    /// Reads the table of headings; `abbreviations` has the columns `short` and `full`, `fillers` are words that add
    /// nothing to a heading (`hiện nay`).
    public init(
        _ table: ReferenceTable, abbreviations: ReferenceTable? = nil, fillers: [String] = []
    ) throws(ReferenceError) {
        self.abbreviations = try Abbreviations(abbreviations)
        self.fillers = Set(fillers.map(asciiKey))
        accentedFillers = Set(fillers.map { LineWords($0).accented.joined(separator: " ") })
        let field = try table.column("field")
        let heading = try table.column("heading")
        let under = table.columns.firstIndex(of: "under")
        let value = table.columns.firstIndex(of: "value")
        for row in table.rows {
            guard let meaning = ColumnMeaning(name: row.cells[field]) else {
                throw table.mistake(in: row, column: "field", expected: "a field's name, or two joined with +")
            }
            let entry = Entry(
                meaning: meaning, markedValue: value.map { row.cells[$0] } ?? "",
                under: asciiKey(under.map { row.cells[$0] } ?? ""), written: cleanText(row.cells[heading]).lowercased())
            let text = row.cells[heading]
            guard add(entry, heading: text) else {
                throw table.mistake(in: row, column: "heading", expected: "a heading, or * with a group")
            }
        }
    }

    private mutating func add(_ entry: Entry, heading: String) -> Bool {
        let index = entries.count
        if heading == "*" {
            guard !entry.under.isEmpty else { return false }
            entries.append(entry)
            wildcards.append(index)
            return true
        }
        let key = headingKey(heading)
        guard !key.isEmpty else { return false }
        entries.append(entry)
        exact[key, default: []].append(index)
        let tight = withoutBlanks(key)
        if compact[tight] == nil {
            let key = Array(tight.utf8)
            keysByLength[key.count, default: []].append((key, lettersOf(key)))
        }
        compact[tight, default: []].append(index)
        for form in abbreviations.expansions(of: key) { expanded[form, default: []].append(index) }
        return true
    }

    /// What the heading of a column means: its texts from the group down to the column's own.
    func match(_ levels: [String]) -> HeadingMatch {
        matches.answer(to: levels) { sought(levels) }
    }

    private func sought(_ levels: [String]) -> HeadingMatch {
        let keys = levels.map(headingKey).filter { !$0.isEmpty }
        guard let own = keys.last else { return .none }
        let groups = keys.dropLast().flatMap { [$0] + abbreviations.expansions(of: $0) }
        if let entry = wildcards.lazy.map({ entries[$0] }).first(where: { isUnder($0, keys) }) {
            return HeadingMatch(meaning: entry.meaning, confidence: 0.9, method: .group)
        }
        let written = cleanText(levels.last ?? "").lowercased()
        if !groups.isEmpty, let match = find(own, groups: groups, grouped: true, written: written) { return match }
        let joined = keys.joined(separator: " ")
        if keys.count > 1, let match = find(joined, groups: [], grouped: false) { return match }
        if let match = find(own, groups: [], grouped: false, written: written) { return match }
        let bare = keys.count > 1 ? nil : levels.last.map(withoutBrackets).map(headingKey)
        if let bare, bare != own, let match = find(bare, groups: [], grouped: false) {
            return lowered(match, to: 0.9, method: .phrase)
        }
        if let last = levels.last, let match = alternatives(last) { return match }
        let line = LineWords(levels.last ?? "").accented
        return phrase(in: keys.count > 1 ? [own, joined] : [own], accented: line) ?? misspelt(own, groups: groups)
            ?? (keys.count > 1 ? misspelt(joined, groups: []) : nil) ?? .none
    }

    /// What a single cell means that reads as a heading of the vocabulary, typing errors aside.
    func recognises(_ text: String) -> ColumnMeaning? {
        meanings.answer(to: text) {
            let key = headingKey(text)
            if key.isEmpty { return nil }
            return find(key, groups: [], grouped: false)?.meaning ?? anyGrouped(key)?.meaning
        }
    }

    private func anyGrouped(_ key: String) -> Entry? {
        (exact[key] ?? compact[withoutBlanks(key)])?.first.map { entries[$0] }
    }

    private func isUnder(_ entry: Entry, _ keys: some Sequence<String>) -> Bool {
        keys.contains { containsWords($0, entry.under) }
    }

    /// The entry of a key, as written, then with short forms written out.
    private func find(_ key: String, groups: [String], grouped: Bool, written: String = "") -> HeadingMatch? {
        func choose(_ indices: [Int]?, _ confidence: Double, _ method: RecognitionMethod) -> HeadingMatch? {
            let fitting = (indices ?? []).map { entries[$0] }.filter { entry in
                grouped ? !entry.under.isEmpty && isUnder(entry, groups) : entry.under.isEmpty
            }
            guard let entry = fitting.first(where: { $0.written == written }) ?? fitting.first,
                !Self.isOtherWording(written, entry.written)
            else { return nil }
            return HeadingMatch(
                meaning: entry.meaning, markedValue: entry.markedValue, confidence: confidence,
                method: grouped ? .group : method)
        }
        if let match = choose(exact[key], 1, .exact) ?? choose(compact[withoutBlanks(key)], 0.98, .exact) {
            return match
        }
        let forms = abbreviations.expansions(of: key)
        for form in forms.contains(key) ? forms : [key] + forms {
            if let match = choose(expanded[form], 0.92, .abbreviation) { return match }
        }
        return nil
    }

    /// Whether a text in accents has the letters of an entry and is yet another: every one of its words, two at least,
    /// bears accents that the entry's has not (`Cỡ quần` is no `Cơ quan`).
    private static func isOtherWording(_ written: String, _ entry: String) -> Bool {
        guard !written.isEmpty, written != entry else { return false }
        let (left, right) = (LineWords(written), LineWords(entry))
        guard left.plain.count > 1, left.plain == right.plain else { return false }
        return zip(left.accented, right.accented).allSatisfy { bearsOtherAccents($0, than: $1) }
    }

    /// A heading of the vocabulary inside longer wording whose other words add nothing, or nearly so. `accented` are
    /// the words of the first key as written.
    private func phrase(in keys: [String], accented: [String]) -> HeadingMatch? {
        var best: (match: HeadingMatch, words: Int)?
        for (number, key) in keys.enumerated() {
            let words = key.split(separator: " ").map(String.init)
            guard words.count > 1, words.count <= 24 else { continue }
            let written = number == 0 && accented.count == words.count ? accented : words
            for length in stride(from: words.count - 1, through: 1, by: -1) {
                if let best, best.words >= length { break }
                for start in 0...(words.count - length) {
                    let part = words[start..<start + length].joined(separator: " ")
                    guard length > 1 || part.utf8.count >= 5, let match = find(part, groups: [], grouped: false) else {
                        continue
                    }
                    let rest = [0..<start, (start + length)..<words.count]
                    let adds = rest.reduce(0) { $0 + countMeaningful(words[$1], written[$1]) }
                    if adds == 0 {
                        best = (lowered(match, to: 0.8, method: .phrase), length)
                    } else if length >= 3, length >= adds * 3 {
                        best = (lowered(match, to: 0.6, method: .phrase), length)
                    }
                }
            }
        }
        return best?.match
    }

    /// A heading of several words for one thing: `Phòng/trạm`, `Trường, đơn vị`.
    private func alternatives(_ heading: String) -> HeadingMatch? {
        let parts = heading.utf8.split { "/,;-\n".utf8.contains($0) }.map { Array($0) }
        let keys = parts.map { headingKey(String(decoding: $0, as: UTF8.self)) }
        guard keys.count > 1, let first = find(keys[0], groups: [], grouped: false),
            keys.dropFirst().allSatisfy({ find($0, groups: [], grouped: false)?.meaning == first.meaning })
        else { return nil }
        return lowered(first, to: 0.85, method: .phrase)
    }

    /// How many of the words are not among those that add nothing. As written, `sở` is no `số`.
    private func countMeaningful(_ words: ArraySlice<String>, _ written: ArraySlice<String>) -> Int {
        func addsNothing(_ range: Range<Int>) -> Bool {
            let accented = written[range].joined(separator: " ")
            return fillers.contains(words[range].joined(separator: " "))
                && (accented.utf8.allSatisfy { $0 < 0x80 } || accentedFillers.contains(accented))
        }
        var count = 0
        var index = words.startIndex
        while index < words.endIndex {
            if index + 1 < words.endIndex, addsNothing(index..<index + 2) {
                index += 2
                continue
            }
            if !addsNothing(index..<index + 1) { count += 1 }
            index += 1
        }
        return count
    }

    /// The heading that the key was meant to be: the nearest one within the typing errors that its length allows,
    /// unless two meanings are equally near.
    private func misspelt(_ key: String, groups: [String]) -> HeadingMatch? {
        let tight = Array(withoutBlanks(key).utf8)
        let allowed = tight.count < 6 ? 0 : tight.count < 10 ? 1 : tight.count < 18 ? 2 : 3
        guard allowed > 0, tight.count < 80 else { return nil }
        let letters = lettersOf(tight)
        var nearest = allowed + 1
        var found: [Entry] = []
        for length in (tight.count - allowed)...(tight.count + allowed) {
            // The same letters were looked up before, and refused for their accents.
            for (candidate, others) in keysByLength[length] ?? [] where candidate != tight {
                let most = min(allowed, nearest)
                guard (letters ^ others).nonzeroBitCount <= 2 * most,
                    let distance = editDistance(tight, candidate, atMost: most)
                else { continue }
                if distance < nearest { found.removeAll() }
                nearest = min(nearest, distance)
                let indices = compact[String(decoding: candidate, as: UTF8.self)] ?? []
                found += indices.map { entries[$0] }.filter { $0.under.isEmpty || isUnder($0, groups) }
            }
        }
        guard let first = found.first, found.allSatisfy({ $0.meaning == first.meaning }) else { return nil }
        return HeadingMatch(
            meaning: first.meaning, markedValue: first.markedValue, confidence: 0.85 - 0.1 * Double(nearest),
            method: .spelling)
    }

    private func lowered(_ match: HeadingMatch, to confidence: Double, method: RecognitionMethod) -> HeadingMatch {
        var match = match
        match.confidence = min(match.confidence, confidence)
        match.method = method
        return match
    }
}
