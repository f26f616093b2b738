// Reads a proposed unit in the new catalogue: a commune or ward, a department, an area's board or centre.

public import Personnel

/// What a plan's text names.
public enum PlanReading: Sendable, Equatable {
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
public struct PlanReader: Sendable {
    private enum Meaning: String, Sendable {
        case none, or
        /// A body of a commune (`UBND`): the commune is meant.
        case body
    }

    private let catalogue: UnitCatalogue
    private let lexicon: WordLexicon
    private let phrases: WordPhrases<Meaning>

    /// - Parameter table: `plan-words.csv`: words, meaning (`none`, `or`, `body`).
    public init(catalogue: UnitCatalogue, words table: ReferenceTable) throws(ReferenceError) {
        self.catalogue = catalogue
        var lexicon = catalogue.lexicon
        let words = try table.column("words")
        let meaning = try table.column("meaning")
        var phrases = WordPhrases<Meaning>()
        for row in table.rows {
            guard let meaning = Meaning(rawValue: row.cells[meaning]) else {
                throw table.mistake(in: row, column: "meaning", expected: "none, or or body")
            }
            phrases.add(lexicon.keys(of: row.cells[words]), meaning)
        }
        self.phrases = phrases
        self.lexicon = lexicon
    }

    /// - Parameter province: the new province of the person, which tells units of one name apart; nil where it is unknown.
    public func read(_ raw: String, province: Int? = nil) -> PlanReading {
        let text = NameText(raw, lexicon)
        if text.words.isEmpty || namesNothing(text) { return .none }
        if let unit = catalogue.newPositions[text.text] { return .unit(unit) }
        var units: Set<Int> = []
        var unknown: [String] = []
        for alternative in alternatives(text) {
            let found = self.units(in: alternative, province)
            if found.isEmpty { unknown.append(alternative.text) } else { units.formUnion(found) }
        }
        // An alternative that nothing knows leaves the choice open as much as a second unit does.
        if units.count == 1, unknown.isEmpty, let unit = units.first { return .unit(unit) }
        if units.isEmpty { return .unknown(oldName(in: text)) }
        let names = units.sorted().prefix(8).map { catalogue.newUnits[$0].name } + unknown
        return .ambiguous(names.joined(separator: "; "))
    }

    // MARK: - Parts of the text

    /// Whether the text says that nothing is decided (`Chưa bố trí, chờ phương án của tỉnh`): it begins so, and names no
    /// place behind it.
    private func namesNothing(_ text: NameText) -> Bool {
        guard let found = phrases.longest(in: text.keys, at: 0), found.value == .none else { return false }
        if found.count == text.words.count { return true }
        let isSingleLetter = found.count == 1 && lexicon.isMark(text.keys[0])
        let scan = PlaceScan(text, in: catalogue, period: .new)
        return !isSingleLetter && !scan.mentions.contains { $0.level != .province }
            && bareNames(text, scan, []).isEmpty
    }

    /// The text parted at `hoặc`, `/` and `;`.
    private func alternatives(_ text: NameText) -> [NameText] {
        let bytes = Array(text.text.utf8)
        var parts: [Range<Int>] = []
        var start = 0
        var end = 0
        var index = 0
        while index < text.words.count {
            let place = text.range(of: text.words[index])
            let gap = bytes[min(end, place.lowerBound)..<place.lowerBound]
            let or = phrases.longest(in: text.keys, at: index).flatMap { $0.value == .or ? $0.count : nil }
            if or != nil || gap.contains(UInt8(ascii: "/")) || gap.contains(UInt8(ascii: ";")) {
                parts.append(start..<end)
                start = or == nil ? place.lowerBound : text.range(of: text.words[index + (or ?? 1) - 1]).upperBound
            }
            end = text.range(of: text.words[index + (or ?? 1) - 1]).upperBound
            index += or ?? 1
        }
        parts.append(start..<end)
        if parts.count == 1 { return [text] }
        return parts.filter { !$0.isEmpty }.map { NameText(String(decoding: bytes[$0], as: UTF8.self), lexicon) }
            .filter { !$0.words.isEmpty }
    }

    // MARK: - One alternative

    /// The new units that a text names; none where it names no unit that is known.
    private func units(in text: NameText, _ province: Int?) -> [Int] {
        let scan = PlaceScan(text, in: catalogue, period: .new)
        var stated: [Int] = []
        for mention in scan.mentions where mention.level == .province {
            if mention.names.isEmpty { return [] }
            stated += mention.names.map(\.unit)
        }
        if let province, stated.isEmpty || stated.contains(province) { stated = [province] }
        let bare = bareNames(text, scan, stated)
        var found: [Int] = []
        for mention in scan.mentions where mention.level == .commune {
            let units = communes(mention, text, stated)
            if units.isEmpty { return [] }
            found += units
        }
        let namesCommune = !found.isEmpty
        let receiving = receivingUnits(in: canonical(text, scan, []), stated)
        found += receiving.isEmpty ? receivingUnits(in: canonical(text, scan, bare), stated) : receiving
        if found.isEmpty {
            found = bareCommunes(text, scan, bare)
        } else if namesCommune {
            // `Xã Na Sang - Mường Tùng` names two, `Xã Na Sang - Mường Chà` one and its district.
            for name in bare where !name.isDistrict && name.units.count == 1 { found += name.units }
        }
        // `Trung tâm Dịch vụ tổng hợp xã Na Sang`, `… thuộc Sở Giáo dục và Đào tạo`: the unit, not the one above it.
        let parents = Set(found.compactMap { catalogue.newUnits[$0].parent })
        return Set(found.filter { !parents.contains(catalogue.newUnits[$0].id) }).sorted()
    }

    /// Whether a unit can be meant where a province is stated or known.
    private func lies(_ unit: Int, in provinces: [Int]) -> Bool {
        guard !provinces.isEmpty, let province = catalogue.newProvinceOf[unit] else { return true }
        return provinces.contains(province)
    }

    private func communes(_ mention: PlaceMention, _ text: NameText, _ provinces: [Int]) -> [Int] {
        guard !mention.names.isEmpty else {
            return misspelt(text.words[mention.nameRange], text, provinces).map { [$0] } ?? []
        }
        let words = text.words[mention.nameRange]
        var names = mention.names.filter { lies($0.unit, in: provinces) }
        func narrow(_ condition: (KnownName) -> Bool) {
            let kept = names.filter(condition)
            if !kept.isEmpty { names = kept }
        }
        if text.hasMarks { narrow { $0.isWritten(words) } }
        narrow { $0.kind == mention.word.kind }
        // `Thị trấn Mường Chà` is an old unit and no new one, though a new commune has its name.
        let isOldKind = catalogue.oldNames.names(text.keys[mention.nameRange]).contains { $0.kind == mention.word.kind }
        return Set(names.map(\.unit)).filter { catalogue.newUnits[$0].kind == mention.word.kind || !isOldKind }.sorted()
    }

    /// A name one letter away from one new unit's, far from all others', and no old unit's own.
    private func misspelt(_ words: ArraySlice<NameWord>, _ text: NameText, _ provinces: [Int]) -> Int? {
        let key = words.flatMap { text.keyBytes($0, lexicon) }
        guard key.count >= 5, catalogue.oldNames.names(words.lazy.map(\.key)).isEmpty else { return nil }
        var close: [Int] = []
        var same: [Int] = []
        for (unit, keys) in catalogue.newNames.compactKeys.enumerated() where lies(unit, in: provinces) {
            let distance = keys.map { editDistance(key, $0, limit: 1) }.min() ?? 2
            if distance == 0 { same.append(unit) }
            if distance <= 1 { close.append(unit) }
        }
        // A blank too many (`Mườn g Chà`) leaves every letter in its place.
        if same.count == 1 { return same[0] }
        guard close.count == 1, let new = close.first else { return nil }
        // An old name as near as the new one, that is not the new one's own: which of them is meant is a guess.
        let isNearOld = catalogue.oldNames.compactKeys.indices.contains { unit in
            catalogue.provinces.successors[catalogue.province(of: unit)] == catalogue.newProvinceOf[new]
                && catalogue.oldNames.compactKeys[unit].contains { name in
                    editDistance(key, name, limit: 1) <= 1 && !catalogue.newNames.compactKeys[new].contains(name)
                }
        }
        return isNearOld ? nil : new
    }

    /// The canonical words with level words in full, as the receiving units' names have them.
    private func canonical(_ text: NameText, _ scan: PlaceScan, _ bare: [BareName]) -> [UInt32] {
        var words: [UInt32] = []
        var pending: [UInt32] = []
        var index = 0
        func write(_ kind: UnitKind, _ name: Range<Int>) {
            words += catalogue.unitWords.expand(pending)
            pending = []
            words += catalogue.levelWords.titleKeys[kind] ?? []
            words += text.keys[name]
            index = name.upperBound
        }
        while index < text.words.count {
            if let mention = scan.mentions.first(where: { $0.range.lowerBound == index }) {
                write(mention.word.kind, mention.nameRange)
            } else if let name = bare.first(where: { $0.range.lowerBound == index && $0.units.count == 1 }), index > 0 {
                write(catalogue.newUnits[name.units[0]].kind, name.range)
            } else {
                pending.append(text.keys[index])
                index += 1
            }
        }
        return words + catalogue.unitWords.expand(pending)
    }

    /// Receiving units whose whole name stands in the words; else those whose name begins as the words do.
    private func receivingUnits(in words: [UInt32], _ provinces: [Int]) -> [Int] {
        let all = catalogue.receivingNames.filter { lies($0.unit, in: provinces) }
        let named = all.filter { firstRun(of: $0.words, in: words) != nil }
        let longest = named.filter { name in
            !named.contains { $0.words.count > name.words.count && firstRun(of: name.words, in: $0.words) != nil }
        }
        if !longest.isEmpty { return longest.map(\.unit) }
        guard words.count >= 4 else { return [] }
        return all.filter { $0.words.starts(with: words) }.map(\.unit)
    }

    /// The name of a new commune that stands without its level word.
    private struct BareName {
        let range: Range<Int>
        let units: [Int]
        /// Whether an old district has the name too.
        let isDistrict: Bool
    }

    private func bareNames(_ text: NameText, _ scan: PlaceScan, _ provinces: [Int]) -> [BareName] {
        var found: [BareName] = []
        var index = 0
        while index < text.words.count {
            var end = index
            while end < text.words.count, !scan.isTaken[end] { end += 1 }
            guard let name = catalogue.newNames.longest(in: text.words, index..<end), name.count > 1 else {
                index += 1
                continue
            }
            let range = index..<index + name.count
            let near = name.names.filter { lies($0.unit, in: provinces) }
            let exact = text.hasMarks ? near.filter { $0.isWritten(text.words[range]) } : []
            found.append(
                BareName(
                    range: range, units: Set((exact.isEmpty ? near : exact).map(\.unit)).sorted(),
                    isDistrict: catalogue.districtNames.names(text.keys[range]).contains(where: \.isCurrent)))
            index = range.upperBound
        }
        return found.filter { !$0.units.isEmpty }
    }

    /// The communes of a text of nothing but their names and bodies of theirs; a misspelt level word may stand before one.
    private func bareCommunes(_ text: NameText, _ scan: PlaceScan, _ bare: [BareName]) -> [Int] {
        guard let first = bare.first, !scan.mentions.contains(where: { $0.level == .commune }) else { return [] }
        let isBody = bodies(in: text)
        let open = text.words.indices.filter { index in
            !scan.isTaken[index] && !isBody[index] && !bare.contains { $0.range.contains(index) }
        }
        let isMisspelt =
            bare.count == 1 && (1...2).contains(open.count) && open.last.map { $0 + 1 } == first.range.lowerBound
            && first.units.allSatisfy { unit in
                let title = catalogue.levelWords.titleKeys[catalogue.newUnits[unit].kind] ?? []
                let key = open.flatMap { text.keyBytes(text.words[$0], lexicon) }
                // Of two words nothing but the blank between them may be wrong: `x ã`.
                return title.count == 1
                    && editDistance(key, Array(lexicon.text(title[0]).utf8), limit: 1) <= (open.count == 1 ? 1 : 0)
            }
        guard open.isEmpty || isMisspelt else { return [] }
        // Behind the first a district's name says where it lay: `Na Sang, Mường Chà`.
        return bare.enumerated().filter { $0.offset == 0 || !$0.element.isDistrict }.flatMap(\.element.units)
    }

    /// For each word whether it belongs to the name of a body.
    private func bodies(in text: NameText) -> [Bool] {
        var isBody = Array(repeating: false, count: text.keys.count)
        var index = 0
        while index < text.keys.count {
            let found = phrases.longest(in: text.keys, at: index) { meaning, _ in meaning == .body }
            for word in index..<index + (found?.count ?? 0) { isBody[word] = true }
            index += max(1, found?.count ?? 0)
        }
        return isBody
    }

    /// For a plan that names an old unit: what became of it.
    private func oldName(in text: NameText) -> String {
        let scan = PlaceScan(text, in: catalogue, period: .old)
        for mention in scan.mentions where mention.level == .commune {
            if case .found(let unit) = catalogue.oldCommune(mention, in: text, lexicon, setting: NameSetting()),
                let new = catalogue.wholeSuccessor(of: unit)
            {
                return "\(catalogue.oldUnits[unit].name) là đơn vị cũ, nay thuộc \(new.name)"
            }
        }
        return ""
    }
}
