// Which old commune a name means: by accents, level word, district and province; never at random.

internal import Personnel

/// What looking a place up gave.
enum PlaceMatch: Equatable, Sendable {
    case found(Int)
    /// Several fit, or the one that fits contradicts what stands beside it; with what would settle it.
    case ambiguous(String)
    case unknown
}

/// What is known about where a name stands.
struct NameSetting: Sendable {
    /// The districts that the text itself may state; empty where it states none.
    var statedDistricts: [Int] = []
    /// The provinces that the text itself may state.
    var statedProvinces: [Int] = []
    /// The district of the section, title, file or sender.
    var contextDistrict: Int?
    var contextProvince: Int?
    /// Districts whose names stand beside it without a level word: they settle, and contradict nothing.
    var nearbyDistricts: [Int] = []
}

extension UnitCatalogue {
    /// The old commune that a mention means.
    func oldCommune(_ mention: PlaceMention, in text: NameText, _ lexicon: WordLexicon, setting: NameSetting)
        -> PlaceMatch
    {
        if mention.names.isEmpty { return misspelt(mention.nameRange, in: text, lexicon, setting) }
        let words = text.words[mention.nameRange]
        let match = choose(mention.names, words, hasMarks: text.hasMarks, kind: mention.word.kind, setting)
        guard case .found(let unit) = match else { return match }
        // The word for another level, and a new unit of exactly that name: which period the list means is a guess,
        // save where the one went into the other.
        if let kinds = kinds(of: unit, in: mention), !kinds.contains(mention.word.kind),
            let new = newUnit(named: mention, words, like: unit), wholeSuccessor(of: unit)?.id != newUnits[new].id
        {
            return .ambiguous("\(oldUnits[unit].name) (cũ) hay \(newUnits[new].name) (mới)")
        }
        if let near = neighbour(of: unit, mention, in: text, lexicon, setting) {
            return .ambiguous(described([unit, near]))
        }
        return match
    }

    /// For a commune of another district than the list's, not written as the catalogue writes it: the commune of the list's
    /// district that is a typing error away.
    private func neighbour(
        of unit: Int, _ mention: PlaceMention, in text: NameText, _ lexicon: WordLexicon, _ setting: NameSetting
    ) -> Int? {
        guard setting.statedDistricts.isEmpty, let context = setting.contextDistrict, !lies(unit, in: context),
            !(text.hasMarks
                && mention.names.contains {
                    $0.unit == unit && $0.kind == mention.word.kind && $0.isWritten(text.words[mention.nameRange])
                })
        else { return nil }
        let key = text.compactKey(text.words[mention.nameRange], lexicon)
        return unitsOf[context].first { other in
            oldNames.compactKeys[other].contains { editDistance(key, $0, limit: 1) == 1 }
        }
    }

    /// The old commune of a name without a level word; former names do not count here.
    func oldCommune(
        bare names: [KnownName], _ words: ArraySlice<NameWord>, hasMarks: Bool, setting: NameSetting
    ) -> PlaceMatch {
        let current = names.contains { !$0.isCurrent } ? names.filter(\.isCurrent) : names
        guard !current.isEmpty else { return .unknown }
        return choose(current, words, hasMarks: hasMarks, kind: nil, setting)
    }

    private func choose(
        _ names: [KnownName], _ words: ArraySlice<NameWord>, hasMarks: Bool, kind: UnitKind?, _ setting: NameSetting
    ) -> PlaceMatch {
        var names = names
        func narrow(_ condition: (KnownName) -> Bool) {
            if names.count < 2 { return }
            let kept = names.filter(condition)
            if !kept.isEmpty { names = kept }
        }
        // Accents count when they are written.
        if hasMarks { narrow { $0.isWritten(words) } }
        if !setting.statedDistricts.isEmpty {
            let there = names.filter { name in setting.statedDistricts.contains { lies(name.unit, in: $0) } }
            guard !there.isEmpty else { return .ambiguous(described(names.map(\.unit))) }
            names = there
        }
        if !setting.statedProvinces.isEmpty {
            let there = names.filter { name in setting.statedProvinces.contains(province(of: name.unit)) }
            guard !there.isEmpty else { return .ambiguous(described(names.map(\.unit))) }
            names = there
        }
        if let context = setting.contextDistrict { narrow { lies($0.unit, in: context) } }
        if let context = setting.contextProvince { narrow { province(of: $0.unit) == context } }
        if !setting.nearbyDistricts.isEmpty {
            narrow { name in setting.nearbyDistricts.contains { lies(name.unit, in: $0) } }
        }
        if let kind { narrow { $0.kind == kind } }
        narrow(\.isCurrent)
        // Where a district once held a commune of the name that another now holds, the present one is meant.
        narrow { setting.statedDistricts.contains(districtOf[$0.unit]) }
        let units = Set(names.map(\.unit)).sorted()
        return units.count == 1 ? .found(units[0]) : .ambiguous(described(units))
    }

    /// A name that the catalogue does not have, taken for one that it has when that is the only one near it in its
    /// district and no look-alike elsewhere is as near.
    func misspelt(
        _ range: Range<Int>, in text: NameText, _ lexicon: WordLexicon, _ setting: NameSetting, atMost most: Int = 2
    ) -> PlaceMatch {
        let stated = setting.statedDistricts
        let districts = stated.isEmpty ? setting.contextDistrict.map { [$0] } ?? [] : stated
        guard !districts.isEmpty else { return .unknown }
        let key = text.compactKey(text.words[range], lexicon)
        let written = text.compactKey(text.words[range], lexicon, asWritten: true)
        let limit = min(most, key.count < 3 ? 0 : key.count < 9 ? 1 : 2)
        guard limit > 0 else { return .unknown }
        func distance(_ unit: Int) -> Int {
            oldNames.compactKeys[unit].map { name in
                let distance = editDistance(key, name, limit: limit + 2)
                return written == key ? distance : min(distance, editDistance(written, name, limit: limit + 2))
            }.min() ?? Int.max
        }
        // A commune that lies in the district is nearer than one that once did.
        let ranked = Set(districts.flatMap { unitsOf[$0] })
            .map { ($0, distance($0) + (districts.contains(districtOf[$0]) ? 0 : 1)) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        guard let (unit, best) = ranked.first, distance(unit) <= limit else { return .unknown }
        let rival = ranked.dropFirst().first?.1 ?? Int.max
        // One of the same key is told from it by the district alone, however well it is written.
        let lookAlike =
            confusables[unit].filter { oldNames.compactKeys[$0] != oldNames.compactKeys[unit] }.map(distance).min()
            ?? Int.max
        // One error is read where nothing else is so near; two, or one in a short name, only where all else is far.
        guard rival >= best + (best > 1 || key.count < 5 ? 2 : 1), lookAlike > best else {
            return .ambiguous(described(ranked.prefix(2).map(\.0)))
        }
        return .found(unit)
    }

    /// The kinds of unit that a mention's name goes with, for a unit that it matched by its current name.
    private func kinds(of unit: Int, in mention: PlaceMention) -> Set<UnitKind>? {
        let kinds = mention.names.filter { $0.unit == unit }.compactMap(\.kind)
        return kinds.isEmpty ? nil : Set(kinds)
    }

    private func newUnit(named mention: PlaceMention, _ words: ArraySlice<NameWord>, like old: Int) -> Int? {
        let province = provinces.successors[province(of: old)]
        return newNames.names(words.lazy.map(\.key)).first {
            $0.kind == mention.word.kind && newProvinceOf[$0.unit] == province
        }?.unit
    }

    /// The old province of an old unit.
    func province(of unit: Int) -> Int { provinceOf[districtOf[unit]] }

    /// Communes with their districts, to tell them from others in a message; a few of many.
    func described(_ units: [Int]) -> String {
        let names = units.prefix(4).map { unit in
            let district = districts[districtOf[unit]].name
            let place = provinces.old.count > 1 ? ", " + provinces.old[province(of: unit)].name : ""
            return oldUnits[unit].name + ", " + district + place
        }
        return names.joined(separator: "; ") + (units.count > 4 ? "; …" : "")
    }

    /// The districts that a mention can mean.
    func districts(_ mention: PlaceMention, in text: NameText) -> [Int] {
        if mention.names.count == 1 { return [mention.names[0].unit] }
        var names = mention.names
        func narrow(_ condition: (KnownName) -> Bool) {
            let kept = names.filter(condition)
            if !kept.isEmpty { names = kept }
        }
        if text.hasMarks { narrow { $0.isWritten(text.words[mention.nameRange]) } }
        narrow { $0.kind == mention.word.kind }
        narrow(\.isCurrent)
        var units: [Int] = []
        for name in names where !units.contains(name.unit) { units.append(name.unit) }
        return units
    }
}
