// Reads a proposed unit in the new catalogue: a commune or ward, a department, an area's board or centre.

internal import Personnel

/// What a plan's text names.
enum PlanReading: Sendable, Equatable {
    /// Nothing yet: blank, `-`, `Chưa bố trí`.
    case none
    /// Exactly one new unit, by its position in the catalogue.
    case unit(Int)
    /// No new unit; with what the text may mean, where the old catalogue tells it.
    case unknown(String)
    /// Several: their names.
    case ambiguous(String)
}

/// Reads plans against the new units.
struct PlanReader: Sendable {
    private enum Meaning: String, Sendable { case none, or }

    private let catalogue: UnitCatalogue
    private let phrases: PhraseTable<Meaning>

    init(catalogue: UnitCatalogue, words table: ReferenceTable) throws(ReferenceError) {
        self.catalogue = catalogue
        let words = try table.column("words")
        let meaning = try table.column("meaning")
        var phrases = PhraseTable<Meaning>()
        for row in table.rows {
            guard let meaning = Meaning(rawValue: row.cells[meaning]) else {
                throw table.mistake(in: row, column: "meaning", expected: "none or or")
            }
            phrases.add(phrase: row.cells[words], meaning)
        }
        self.phrases = phrases
    }

    func read(_ raw: String) -> PlanReading {
        let text = UnitText(raw)
        if text.words.isEmpty || namesNothing(text) { return .none }
        if let unit = catalogue.newPositions[raw] { return .unit(unit) }
        var units: Set<Int> = []
        var unknown: [String] = []
        for alternative in alternatives(text) {
            switch self.units(in: alternative) {
            case .some(let found) where !found.isEmpty: units.formUnion(found)
            default: unknown.append(alternative.text)
            }
        }
        // An alternative that nothing knows leaves the choice open as much as a second unit does.
        if units.count == 1, unknown.isEmpty, let unit = units.first { return .unit(unit) }
        if units.isEmpty { return .unknown(oldName(in: text)) }
        let names = units.sorted().map { catalogue.newUnits[$0].name } + unknown
        return .ambiguous(names.joined(separator: "; "))
    }

    // MARK: - Parts of the text

    /// Whether each part between breaks says that nothing is decided.
    private func namesNothing(_ text: UnitText) -> Bool {
        var index = 0
        while index < text.words.count {
            guard let found = phrases.longest(in: text.keys, at: index), found.value == .none else { return false }
            let end = index + found.count
            guard end == text.words.count || text.words[end].followsBreak else { return false }
            index = end
        }
        return true
    }

    /// The text parted at `hoặc`, `/` and `;`.
    private func alternatives(_ text: UnitText) -> [UnitText] {
        let bytes = Array(text.text.utf8)
        var parts: [Range<Int>] = []
        var start = 0
        var end = 0
        var index = 0
        while index < text.words.count {
            let word = text.words[index]
            let gap = bytes[min(end, word.range.lowerBound)..<word.range.lowerBound]
            let or = phrases.longest(in: text.keys, at: index).flatMap { $0.value == .or ? $0.count : nil }
            if or != nil || gap.contains(UInt8(ascii: "/")) || gap.contains(UInt8(ascii: ";")) {
                parts.append(start..<end)
                start = or == nil ? word.range.lowerBound : text.words[index + (or ?? 1) - 1].range.upperBound
            }
            end = text.words[index + (or ?? 1) - 1].range.upperBound
            index += or ?? 1
        }
        parts.append(start..<end)
        return parts.filter { !$0.isEmpty }.map { UnitText(String(decoding: bytes[$0], as: UTF8.self)) }
            .filter { !$0.words.isEmpty }
    }

    // MARK: - One alternative

    /// The new units that a text names; nil or none where it names no unit that is known.
    private func units(in text: UnitText) -> [Int]? {
        let scan = PlaceScan(text, in: catalogue, period: .new)
        if scan.mentions.contains(where: { $0.word.level == .province && $0.names.isEmpty }) { return nil }
        var found: [Int] = []
        for mention in scan.mentions where mention.word.level == .commune {
            guard let unit = commune(mention, text) else { return nil }
            found.append(unit)
        }
        found += receivingUnits(in: canonical(text, scan))
        if found.isEmpty, let bare = bareCommune(text, scan) { found.append(bare) }
        // `Trung tâm Dịch vụ tổng hợp xã Na Sang`, `… thuộc Sở Giáo dục và Đào tạo`: the unit, not the one above it.
        let parents = Set(found.compactMap { catalogue.newUnits[$0].parent })
        return Set(found.filter { !parents.contains(catalogue.newUnits[$0].id) }).sorted()
    }

    private func commune(_ mention: PlaceMention, _ text: UnitText) -> Int? {
        guard !mention.names.isEmpty else { return misspelt(mention, text.words[mention.nameRange]) }
        var names = mention.names
        func narrow(_ condition: (KnownName) -> Bool) {
            let kept = names.filter(condition)
            if !kept.isEmpty { names = kept }
        }
        if text.hasMarks { narrow { equal($0.marked, mention.marked) } }
        narrow { $0.kind == mention.word.kind }
        let units = Set(names.map(\.unit))
        guard units.count == 1, let unit = units.first else { return nil }
        // `Thị trấn Mường Chà` is an old unit and no new one, though a new commune has its name.
        let isOldKind = oldNames(mention, text).contains { $0.kind == mention.word.kind }
        return catalogue.newUnits[unit].kind != mention.word.kind && isOldKind ? nil : unit
    }

    private func oldNames(_ mention: PlaceMention, _ text: UnitText) -> [KnownName] {
        catalogue.oldNames.names(key: text.words[mention.nameRange].map(\.key).joined(separator: " "))
    }

    /// A name one letter away from one new unit's, far from all others', and no old unit's own.
    private func misspelt(_ mention: PlaceMention, _ words: ArraySlice<UnitWord>) -> Int? {
        let key = words.flatMap { Array($0.key.utf8) }
        guard key.count >= 6, catalogue.oldNames.names(key: words.map(\.key).joined(separator: " ")).isEmpty else {
            return nil
        }
        let near = catalogue.newNames.compactKeys.map { ($0.unit, editDistance(key, $0.key, limit: 2)) }
        let close = near.filter { $0.1 <= 1 }
        guard close.count == 1, near.filter({ $0.1 <= 2 }).count == 1 else { return nil }
        let isNearOld = catalogue.oldNames.compactKeys.contains { name in
            editDistance(key, name.key, limit: 1) <= 1 && !catalogue.newNames.compactKeys.contains { $0.key == name.key }
        }
        return isNearOld ? nil : close[0].0
    }

    /// The canonical words with level words in full, as the receiving units' names have them.
    private func canonical(_ text: UnitText, _ scan: PlaceScan) -> [String] {
        var words: [String] = []
        var pending: [String] = []
        var index = 0
        while index < text.words.count {
            if let mention = scan.mentions.first(where: { $0.range.lowerBound == index }) {
                words += catalogue.unitWords.expand(pending)
                pending = []
                let title = catalogue.levelWords.titles[mention.word.kind] ?? ""
                words += UnitText(title).words.map(\.key) + text.words[mention.nameRange].map(\.key)
                index = mention.range.upperBound
            } else {
                pending.append(text.keys[index])
                index += 1
            }
        }
        return words + catalogue.unitWords.expand(pending)
    }

    /// Receiving units whose whole name stands in the words; else those whose name begins as the words do.
    private func receivingUnits(in words: [String]) -> [Int] {
        let named = catalogue.receivingNames.filter { words.firstRange(of: $0.words) != nil }
        let longest = named.filter { name in
            !named.contains { $0.words.count > name.words.count && $0.words.firstRange(of: name.words) != nil }
        }
        if !longest.isEmpty { return longest.map(\.unit) }
        guard words.count >= 4 else { return [] }
        return catalogue.receivingNames.filter { $0.words.starts(with: words) }.map(\.unit)
    }

    private func bareCommune(_ text: UnitText, _ scan: PlaceScan) -> Int? {
        guard scan.mentions.isEmpty, let found = catalogue.newNames.longest(in: text.words[...]),
            found.count == text.words.count
        else { return nil }
        let exact = text.hasMarks ? found.names.filter { equal($0.marked, found.marked) } : found.names
        let units = Set((exact.isEmpty ? found.names : exact).map(\.unit))
        return units.count == 1 ? units.first : nil
    }

    /// For a plan that names an old unit: what became of it.
    private func oldName(in text: UnitText) -> String {
        let scan = PlaceScan(text, in: catalogue, period: .old)
        for mention in scan.mentions where mention.word.level == .commune {
            let setting = NameSetting()
            if case .found(let unit) = catalogue.oldCommune(
                mention, words: text.words, hasMarks: text.hasMarks, setting: setting),
                let new = catalogue.wholeSuccessor(of: unit)
            {
                return "\(catalogue.oldUnits[unit].name) là đơn vị cũ, nay thuộc \(new.name)"
            }
        }
        return ""
    }
}
