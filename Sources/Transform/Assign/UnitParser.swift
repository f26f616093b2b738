// Reads one text as the name of an old unit: a commune, a body of one, a district's office, a school, a centre.

internal import Personnel

/// Reads texts as names of old units.
struct UnitParser: Sendable {
    let catalogue: UnitCatalogue
    let kinds: UnitKinds

    /// What surrounds a text.
    struct Setting: Hashable, Sendable {
        var district: Int?
        /// The level that the list states (`cấp xã`).
        var level: PlaceLevel?
    }

    func read(_ scanned: ScannedText, in setting: Setting) -> UnitReading {
        let (text, scan) = (scanned.text, scanned.scan)
        guard !text.words.isEmpty else { return .nothing }
        let rest = catalogue.unitWords.expand(
            zip(text.words, scan.isTaken).filter { !$1 }.map(\.0.key))
        let places = Places(scan, text, catalogue, context: setting.district)
        let kind = kinds.kind(of: rest)
        if let name = wholeName(text, scan, setting) { return name }
        if places.isOtherProvince { return UnitReading(meaning: .unknown, detail: "đơn vị của tỉnh khác") }
        switch kind.map({ kinds.entries[$0].standing }) {
        case .outside: return UnitReading(meaning: .unknown, detail: "đơn vị ngoài danh mục")
        case .institution: return institution(kind ?? 0, text, scan, rest, places, setting)
        case .authority: return authority(kind ?? 0, text, scan, rest, places, setting)
        case .part: return .nothing
        case nil: return place(text, scan, rest, places, setting)
        }
    }

    /// The places that a text names, resolved.
    struct Places {
        var commune: PlaceMatch?
        var district: Int?
        var isProvince = false
        var isOtherProvince = false

        init(_ scan: PlaceScan, _ text: UnitText, _ catalogue: UnitCatalogue, context: Int?) {
            for mention in scan.mentions where mention.word.level == .district {
                district = district ?? catalogue.district(mention, hasMarks: text.hasMarks)
            }
            for mention in scan.mentions where mention.word.level == .province {
                if mention.names.isEmpty { isOtherProvince = true } else { isProvince = true }
            }
            if scan.bareLevels.contains(.province) { isProvince = true }
            let setting = NameSetting(statedDistrict: district, contextDistrict: context)
            for mention in scan.mentions where mention.word.level == .commune {
                let match = catalogue.oldCommune(
                    mention, words: text.words, hasMarks: text.hasMarks, setting: setting)
                commune = Self.joined(commune, match)
            }
        }

        /// Two mentions of one commune are one; of two, a contradiction.
        private static func joined(_ left: PlaceMatch?, _ right: PlaceMatch) -> PlaceMatch {
            guard let left, left != right else { return right }
            return .ambiguous("nêu nhiều xã")
        }
    }

    // MARK: - By standing

    private func institution(
        _ kind: Int, _ text: UnitText, _ scan: PlaceScan, _ rest: [String], _ places: Places, _ setting: Setting
    ) -> UnitReading {
        var reading = UnitReading(meaning: .institution(kind))
        reading.district = places.district
        if places.isProvince, places.district == nil, !scan.mentions.contains(where: { $0.word.level == .commune }) {
            reading.level = .province
        }
        let names = NameSetting(statedDistrict: places.district, contextDistrict: setting.district)
        let bare = bareNames(text, scan, names).last
        if kinds.isSchool(kind) {
            if case .found(let commune)? = places.commune {
                reading.commune = commune
            } else if places.commune == nil, case .found(let commune)? = bare?.commune {
                reading.commune = commune
            }
            reading.commune = reading.commune ?? township(scan, places.district ?? setting.district)
            reading.nameKey = schoolKey(rest, commune: reading.commune)
        } else {
            if case .found(let commune)? = places.commune { reading.commune = commune }
            reading.district = reading.district ?? bare?.district
            reading.nameKey = nameKey(
                kinds.withoutLeadingNeutral(rest), without: bare?.district == nil ? nil : bare?.keys)
        }
        return reading
    }

    private func authority(
        _ kind: Int, _ text: UnitText, _ scan: PlaceScan, _ rest: [String], _ places: Places, _ setting: Setting
    ) -> UnitReading {
        if let commune = places.commune { return reading(of: commune) }
        var reading = UnitReading(meaning: .authority)
        reading.district = places.district
        let name = kinds.withoutLeadingNeutral(rest)
        reading.nameKey = name.joined(separator: " ")
        if places.district != nil || scan.bareLevels.contains(.district) {
            reading.level = .district
        } else if let township = township(scan, setting.district) {
            return UnitReading(meaning: .commune(township))
        } else if scan.bareLevels.contains(.commune) {
            reading.level = .commune
        } else if places.isProvince {
            reading.level = .province
        } else if !kinds.uncovered(rest).isEmpty {
            let names = NameSetting(statedDistrict: nil, contextDistrict: setting.district)
            if let bare = bareNames(text, scan, names).last {
                let isOffice = kinds.entries[kind].kind == "district_office"
                return complete(reading, with: bare, name, isOffice: isOffice, setting)
            }
        }
        return reading
    }

    /// A text of places and neutral words only: `Xã Mường Tùng`, `CBCC thị trấn Tuần Giáo`, `Mường Tùng`.
    private func place(
        _ text: UnitText, _ scan: PlaceScan, _ rest: [String], _ places: Places, _ setting: Setting
    ) -> UnitReading {
        if let commune = places.commune { return reading(of: commune) }
        let isNeutral = kinds.isNeutral(rest)
        if isNeutral, let district = places.district {
            return UnitReading(meaning: .authority, district: district, level: .district)
        }
        if isNeutral { return .nothing }
        let names = NameSetting(statedDistrict: places.district, contextDistrict: setting.district)
        let bare = bareNames(text, scan, names)
        guard let last = bare.last, bare.flatMap(\.keys) == kinds.uncovered(rest, authority: false) else {
            return UnitReading(meaning: .unknown, detail: "không có trong danh mục đơn vị cũ")
        }
        if bare.count == 1 {
            return complete(UnitReading(meaning: .authority), with: last, [], isOffice: false, setting)
        }
        // `Nà Sáy - Tuần Giáo`: a commune and its district.
        if bare.count == 2, case .found(let commune) = bare[0].commune, let district = last.district,
            catalogue.lies(commune, in: district)
        {
            return UnitReading(meaning: .commune(commune))
        }
        return UnitReading(meaning: .unknown, detail: "không có trong danh mục đơn vị cũ")
    }

    /// A text that is a known commune's name and nothing else, whatever kind its words would tell otherwise: `Ẳng Tở` is no
    /// `tổ`, `Thanh Trường` no `trường`.
    private func wholeName(_ text: UnitText, _ scan: PlaceScan, _ setting: Setting) -> UnitReading? {
        guard !scan.isTaken.contains(true), catalogue.oldNames.longest(in: text.words[...])?.count == text.words.count
        else { return nil }
        let names = NameSetting(statedDistrict: nil, contextDistrict: setting.district)
        guard let bare = bareNames(text, scan, names).first, case .found = bare.commune else { return nil }
        return complete(UnitReading(meaning: .authority), with: bare, [], isOffice: false, setting)
    }

    private func reading(of match: PlaceMatch) -> UnitReading {
        switch match {
        case .found(let commune): UnitReading(meaning: .commune(commune))
        case .ambiguous(let detail): UnitReading(meaning: .ambiguous, detail: detail)
        case .unknown: UnitReading(meaning: .unknown, detail: "không có trong danh mục xã, phường, thị trấn cũ")
        }
    }

    /// `Trường Mầm non Thị trấn`: the one township of the district.
    private func township(_ scan: PlaceScan, _ district: Int?) -> Int? {
        guard let district, scan.bareKinds.contains("township") else { return nil }
        let townships = catalogue.oldUnits.indices.filter {
            catalogue.oldUnits[$0].kind == "township" && catalogue.districtOf[$0] == district
        }
        return townships.count == 1 ? townships[0] : nil
    }

    // MARK: - Names without a level word

    /// A name without a level word, and what it can be.
    struct BareName {
        let keys: [String]
        let commune: PlaceMatch
        let district: Int?
    }

    /// The known names among the words that no place has taken.
    private func bareNames(_ text: UnitText, _ scan: PlaceScan, _ setting: NameSetting) -> [BareName] {
        var found: [BareName] = []
        var index = 0
        while index < text.words.count {
            var end = index
            while end < text.words.count, !scan.isTaken[end] { end += 1 }
            let words = text.words[index..<end]
            let commune = words.isEmpty ? nil : catalogue.oldNames.longest(in: words)
            let district = words.isEmpty ? nil : catalogue.districtNames.longest(in: words)
            let count = max(commune?.count ?? 0, district?.count ?? 0)
            guard count > 0 else {
                index += 1
                continue
            }
            let name = BareName(
                keys: words.prefix(count).map(\.key),
                commune: commune.map { found in
                    found.count < count
                        ? .unknown
                        : trusted(
                            catalogue.oldCommune(
                                bare: found.names, marked: found.marked, hasMarks: text.hasMarks, setting: setting),
                            found.names, found.marked, text.hasMarks, setting)
                } ?? .unknown,
                district: district.flatMap { found in
                    found.count < count ? nil : found.names.first { $0.isCurrent }?.unit
                })
            found.append(name)
            index += count
        }
        return found
    }

    /// A bare name whose accents differ from the catalogue's counts only inside the district of the list; so does one
    /// that names a commune of another district.
    private func trusted(
        _ match: PlaceMatch, _ names: [KnownName], _ marked: String, _ hasMarks: Bool, _ setting: NameSetting
    ) -> PlaceMatch {
        guard case .found(let unit) = match else { return match }
        if let district = setting.statedDistrict ?? setting.contextDistrict, catalogue.lies(unit, in: district) {
            return match
        }
        let isExact = hasMarks && names.contains { $0.unit == unit && equal($0.marked, marked) }
        return isExact && setting.contextDistrict == nil ? match : .unknown
    }

    /// A body's or an office's reading with the place that a bare name gives it.
    private func complete(
        _ reading: UnitReading, with bare: BareName, _ rest: [String], isOffice: Bool, _ setting: Setting
    ) -> UnitReading {
        var reading = reading
        if let district = bare.district {
            // `Tuần Giáo` is a district and its township: the level of the list says which, or nothing does.
            if case .found(let commune) = bare.commune, !isOffice {
                switch setting.level {
                case .commune?: return UnitReading(meaning: .commune(commune))
                case .district?: break
                default:
                    let names = catalogue.districts[district].name + "; " + catalogue.oldUnits[commune].name
                    return UnitReading(meaning: .ambiguous, detail: names)
                }
            }
            reading.district = district
            reading.level = .district
            reading.nameKey = nameKey(rest, without: bare.keys)
            return reading
        }
        switch bare.commune {
        case .found(let commune): return UnitReading(meaning: .commune(commune))
        case .ambiguous(let detail): return UnitReading(meaning: .ambiguous, detail: detail)
        case .unknown: return rest.isEmpty ? UnitReading(meaning: .unknown) : reading
        }
    }

    // MARK: - Keys

    private func nameKey(_ rest: [String], without name: [String]?) -> String {
        guard let name, let range = rest.firstRange(of: name) else { return rest.joined(separator: " ") }
        return (rest[..<range.lowerBound] + rest[range.upperBound...]).joined(separator: " ")
    }

    /// A school that has no name but its commune's is known by it: `Trường Mầm non xã Nà Tòng` is `Mầm non Nà Tòng`.
    private func schoolKey(_ rest: [String], commune: Int?) -> String {
        var words = kinds.withoutLeadingNeutral(rest)
        if words.first == "truong" { words.removeFirst() }
        if kinds.properWords(words).isEmpty, let commune {
            words += catalogue.oldNameKeys[commune]
        }
        return words.joined(separator: " ")
    }
}

extension UnitKinds {
    /// Kinds that the commune in which they stand takes over; by standing of their name's place, not by rule.
    func isSchool(_ kind: Int) -> Bool {
        entries[kind].kind.hasSuffix("_school") || entries[kind].kind == "kindergarten"
    }
}
