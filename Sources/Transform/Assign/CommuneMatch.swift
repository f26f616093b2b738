// Which old commune a name means: by accents, level word and district; never at random.

internal import Personnel

/// What looking a place up gave.
enum PlaceMatch: Equatable, Sendable {
    case found(Int)
    /// Several fit, or the one that fits contradicts what stands beside it; with what would settle it.
    case ambiguous(String)
    case unknown
}

/// What is known about where a name stands.
struct NameSetting: Hashable, Sendable {
    /// The district that the text itself states.
    var statedDistrict: Int?
    /// The district of the section, title, file or sender.
    var contextDistrict: Int?
}

extension UnitCatalogue {
    /// The old commune that a mention means.
    func oldCommune(_ mention: PlaceMention, words: [UnitWord], hasMarks: Bool, setting: NameSetting) -> PlaceMatch {
        if mention.names.isEmpty { return misspelt(words[mention.nameRange], setting: setting) }
        let match = choose(mention.names, marked: mention.marked, hasMarks: hasMarks, kind: mention.word.kind, setting)
        guard case .found(let unit) = match else { return match }
        // The word for another level, and a new unit of exactly that name: which period the list means is a guess,
        // save where the one went into the other.
        if let kinds = kinds(of: unit, in: mention), !kinds.contains(mention.word.kind),
            let new = newUnit(named: mention), wholeSuccessor(of: unit)?.id != newUnits[new].id
        {
            return .ambiguous("\(oldUnits[unit].name) (cũ) hay \(newUnits[new].name) (mới)")
        }
        return match
    }

    /// The old commune of a name without a level word; former names do not count here.
    func oldCommune(bare names: [KnownName], marked: String, hasMarks: Bool, setting: NameSetting) -> PlaceMatch {
        let current = names.filter(\.isCurrent)
        guard !current.isEmpty else { return .unknown }
        return choose(current, marked: marked, hasMarks: hasMarks, kind: nil, setting)
    }

    private func choose(
        _ names: [KnownName], marked: String, hasMarks: Bool, kind: UnitKind?, _ setting: NameSetting
    ) -> PlaceMatch {
        var names = names
        func narrow(_ condition: (KnownName) -> Bool) {
            let kept = names.filter(condition)
            if !kept.isEmpty { names = kept }
        }
        // Accents count when they are written.
        if hasMarks { narrow { equal($0.marked, marked) } }
        if let stated = setting.statedDistrict {
            let there = names.filter { lies($0.unit, in: stated) }
            guard !there.isEmpty else {
                return .ambiguous(names.map { describe($0.unit) }.joined(separator: "; "))
            }
            names = there
        }
        if let context = setting.contextDistrict { narrow { lies($0.unit, in: context) } }
        if let kind { narrow { $0.kind == kind } }
        let units = Set(names.map(\.unit)).sorted()
        return units.count == 1
            ? .found(units[0]) : .ambiguous(units.map { describe($0) }.joined(separator: "; "))
    }

    /// A name that the catalogue does not have, taken for one that it has when that is the only one near it in its
    /// district and no look-alike elsewhere is nearly as near.
    private func misspelt(_ words: ArraySlice<UnitWord>, setting: NameSetting) -> PlaceMatch {
        guard let district = setting.statedDistrict ?? setting.contextDistrict else { return .unknown }
        let key = words.flatMap { Array($0.key.utf8) }
        let limit = key.count < 5 ? 0 : key.count < 9 ? 1 : 2
        guard limit > 0 else { return .unknown }
        var distances: [Int: Int] = [:]
        for name in oldNames.compactKeys where lies(name.unit, in: district) {
            let distance = editDistance(key, name.key, limit: limit + 2)
            distances[name.unit] = min(distances[name.unit] ?? Int.max, distance)
        }
        let ranked = distances.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        guard let best = ranked.first, best.value <= limit else { return .unknown }
        let rival = ranked.dropFirst().first?.value ?? Int.max
        let lookAlikes = confusables[best.key].map { other in
            oldNames.compactKeys.filter { $0.unit == other }
                .map { editDistance(key, $0.key, limit: limit + 2) }.min() ?? Int.max
        }
        guard min(rival, lookAlikes.min() ?? Int.max) >= best.value + 2 else {
            return .ambiguous(ranked.prefix(2).map { describe($0.key) }.joined(separator: "; "))
        }
        return .found(best.key)
    }

    /// The kinds of unit that a mention's name goes with, for a unit that it matched by its current name.
    private func kinds(of unit: Int, in mention: PlaceMention) -> Set<UnitKind>? {
        let kinds = mention.names.filter { $0.unit == unit }.compactMap(\.kind)
        return kinds.isEmpty ? nil : Set(kinds)
    }

    private func newUnit(named mention: PlaceMention) -> Int? {
        let key = mention.names.isEmpty ? "" : UnitText(mention.marked).words.map(\.key).joined(separator: " ")
        return newNames.names(key: key).first { $0.kind == mention.word.kind }?.unit
    }

    /// A commune with its district, to tell it from others in a message.
    func describe(_ unit: Int) -> String { oldUnits[unit].name + ", " + districts[districtOf[unit]].name }

    /// The district that a mention means; nil where it could be several.
    func district(_ mention: PlaceMention, hasMarks: Bool) -> Int? {
        var names = mention.names
        func narrow(_ condition: (KnownName) -> Bool) {
            let kept = names.filter(condition)
            if !kept.isEmpty { names = kept }
        }
        if hasMarks { narrow { equal($0.marked, mention.marked) } }
        narrow { $0.kind == mention.word.kind }
        narrow(\.isCurrent)
        let districts = Set(names.map(\.unit))
        return districts.count == 1 ? districts.first : nil
    }
}

/// Byte by byte: Swift's `==` takes NFD for NFC.
func equal(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }
