// Reads one text as the name of an old unit: a commune, a body of one, a district's office, a school, a centre.

internal import Personnel

/// Reads texts as names of old units.
struct UnitParser: Sendable {
    let catalogue: UnitCatalogue
    let kinds: UnitKinds

    /// What surrounds a text.
    struct Setting: Hashable, Sendable {
        var district: Int?
        var province: Int?
        /// The level that the list states (`cấp xã`).
        var level: PlaceLevel?
    }

    var lexicon: WordLexicon { kinds.lexicon }

    /// A text with its places.
    func scan(_ text: String, isPath: Bool = false) -> ScannedText {
        ScannedText(NameText(text, kinds.lexicon, isPath: isPath), in: catalogue)
    }

    func read(_ scanned: ScannedText, in setting: Setting) -> UnitReading {
        guard !scanned.text.words.isEmpty else { return .nothing }
        let reading = readAsWritten(scanned, in: setting)
        if reading.meaning == .unknown, !reading.isForeign || reading.lacksKind {
            return mended(scanned, in: setting, lacksKind: reading.lacksKind) ?? reading
        }
        return reading
    }

    /// A text read without mending any of its words.
    func readAsWritten(_ scanned: ScannedText, in setting: Setting) -> UnitReading {
        let text = scanned.text
        if let name = wholeName(scanned, setting) { return name }
        let rest = words(of: text) { !scanned.scan.isTaken[$0] }
        let places = Places(scanned, self, setting)
        let kind = kind(of: rest, scanned, places, setting)
        if places.isOtherProvince { return .foreign("đơn vị của tỉnh khác") }
        switch kind.map({ kinds.entries[$0].standing }) {
        case .outside: return .foreign("đơn vị ngoài danh mục")
        case .unrecognised: return .foreign("đơn vị ngoài danh mục", lacksKind: true)
        case .institution: return institution(kind ?? 0, scanned, rest, places, setting)
        case .authority: return settled(authority(kind ?? 0, scanned, rest, places, setting), text)
        case .part where places.commune == nil || kinds.entries[kind ?? 0].kind != "part": return .nothing
        case .part, .address, nil: return settled(place(scanned, rest, places, setting), text)
        }
    }

    /// A reading with what a code settles; the authority of a district without communes is that of its one unit.
    private func settled(_ reading: UnitReading, _ text: NameText) -> UnitReading {
        if reading.meaning == .authority, reading.level == .district, let district = reading.district,
            let island = catalogue.unitOfIsland[district]
        {
            return UnitReading(meaning: .commune(island))
        }
        return settledByCode(reading, text)
    }

    /// The kind that words tell, those of known names aside: `Tênh Phông - Tuần Giáo` is no `phòng`.
    private func kind(of rest: [UInt32], _ scanned: ScannedText, _ places: Places, _ setting: Setting) -> Int? {
        guard let kind = kinds.kind(of: rest) else { return nil }
        guard kinds.entries[kind].standing != .institution else { return kind }
        let bare = bareNames(scanned, places.names(setting)).filter(\.isKnown)
        if bare.isEmpty { return kind }
        return kinds.kind(
            of: words(of: scanned.text) { index in
                !scanned.scan.isTaken[index] && !bare.contains { $0.range.contains(index) }
            })
    }

    /// The words of a text that a condition keeps, short forms written out.
    func words(of text: NameText, where keeps: (Int) -> Bool) -> [UInt32] {
        var kept: [UInt32] = []
        kept.reserveCapacity(text.keys.count)
        for index in text.keys.indices where keeps(index) { kept.append(text.keys[index]) }
        return catalogue.unitWords.expand(kept)
    }

    // MARK: - By standing

    private func institution(
        _ kind: Int, _ scanned: ScannedText, _ rest: [UInt32], _ places: Places, _ setting: Setting
    ) -> UnitReading {
        let text = scanned.text
        var reading = UnitReading(meaning: .institution(kind))
        reading.district = places.district
        reading.province = places.province
        if places.isProvince, places.district == nil, !scanned.scan.mentions.contains(where: { $0.level == .commune }) {
            reading.level = .province
        }
        let bare = bareNames(scanned, places.names(setting)).last
        if case .found(let commune)? = places.commune { reading.commune = commune }
        if kinds.isSchool(kind) {
            if places.commune == nil, case .found(let commune)? = bare?.commune { reading.commune = commune }
            let district = places.district ?? setting.district
            reading.commune = reading.commune ?? township(scanned, district)
            if places.commune == nil, reading.commune == nil {
                let named = communesNamed(bySchool: scanned, rest, bare, in: district)
                if named.count == 1 { reading.commune = named[0] } else { reading.namesakes = named }
            }
            if places.commune == nil, reading.commune == nil, reading.namesakes.isEmpty,
                let (commune, range) = misspeltCommune(ofSchool: scanned, places.names(setting))
            {
                // Known by its commune, it has no other name.
                reading.commune = commune
                reading.nameKey = schoolKey(
                    words(of: text) { !scanned.scan.isTaken[$0] && !range.contains($0) }, text, commune: commune)
                return reading
            }
            reading.nameKey = schoolKey(rest, text, commune: reading.commune)
        } else {
            reading.district = reading.district ?? bare?.district
            reading.nameKey = nameKey(
                Array(kinds.withoutLeadingNeutral(rest)), text, without: bare?.district == nil ? nil : bare?.range)
        }
        return reading
    }

    private func authority(
        _ kind: Int, _ scanned: ScannedText, _ rest: [UInt32], _ places: Places, _ setting: Setting
    ) -> UnitReading {
        let text = scanned.text
        if let commune = places.commune { return reading(of: commune) }
        var reading = UnitReading(meaning: .authority)
        reading.district = places.district
        reading.province = places.province
        let name = Array(kinds.withoutLeadingNeutral(rest))
        reading.nameKey = joined(name, text)
        if !places.statedDistricts.isEmpty || scanned.scan.bareLevels.contains(.district) {
            reading.level = .district
            return reading
        }
        if let township = township(scanned, setting.district) { return UnitReading(meaning: .commune(township)) }
        if scanned.scan.bareLevels.contains(.commune) { reading.level = .commune }
        if kinds.uncovered(rest).isEmpty {
            if reading.level == nil, places.isProvince { reading.level = .province }
            return reading
        }
        let names = places.names(setting)
        guard let bare = bareNames(scanned, names).last else {
            if reading.level == nil, places.isProvince { reading.level = .province }
            return misspelt(scanned, names) ?? reading
        }
        if reading.level == .commune {
            // `UBND xã, Mường Phăng`
            if case .found(let commune) = bare.commune { return UnitReading(meaning: .commune(commune)) }
            return reading
        }
        let isOffice = kinds.entries[kind].kind == "district_office"
        return complete(reading, with: bare, name, text, isOffice: isOffice, setting.level)
    }

    /// A text of places and neutral words only: `Xã Mường Tùng`, `CBCC thị trấn Tuần Giáo`, `Mường Tùng`.
    private func place(
        _ scanned: ScannedText, _ rest: [UInt32], _ places: Places, _ setting: Setting
    ) -> UnitReading {
        let text = scanned.text
        if let commune = places.commune { return reading(of: commune) }
        let names = places.names(setting)
        let bare = bareNames(scanned, names)
        if bare.isEmpty {
            guard kinds.isNeutral(rest) else {
                return misspelt(scanned, names)
                    ?? UnitReading(meaning: .unknown, detail: "không có trong danh mục đơn vị cũ")
            }
            if let township = township(scanned, places.district ?? setting.district) {
                return UnitReading(meaning: .commune(township))
            }
            if places.statedDistricts.isEmpty { return .nothing }
            return UnitReading(
                meaning: .authority, district: places.district, province: places.province, level: .district)
        }
        let others = words(of: text) { index in
            !scanned.scan.isTaken[index] && !bare.contains { $0.range.contains(index) }
        }
        let unknown = UnitReading(meaning: .unknown, detail: "không có trong danh mục đơn vị cũ")
        guard kinds.isNeutral(others) else { return unknown }
        if bare.count == 1 {
            // `Tuần Giáo, huyện Tuần Giáo`: beside the district's name its township's.
            let level = places.district != nil && places.district == bare[0].district ? .commune : setting.level
            return complete(UnitReading(meaning: .authority), with: bare[0], [], text, isOffice: false, level)
        }
        return address(bare) ?? unknown
    }

    /// `Nà Sáy - Tuần Giáo - Điện Biên`: a commune, its district, its province.
    private func address(_ bare: [BareName]) -> UnitReading? {
        let match = bare[0].communeBeside(bare.dropFirst(), catalogue)
        guard case .found(let commune) = match else { return nil }
        for name in bare.dropFirst() {
            let isAround =
                name.districts.contains { catalogue.lies(commune, in: $0) }
                || name.provinces.contains(catalogue.province(of: commune))
            if !isAround { return nil }
        }
        return UnitReading(meaning: .commune(commune))
    }

    /// A text that is a known commune's name and nothing else, whatever kind its words would tell otherwise: `Ẳng Tở`
    /// is no `tổ`, `Thanh Trường` no `trường`.
    private func wholeName(_ scanned: ScannedText, _ setting: Setting) -> UnitReading? {
        let text = scanned.text
        guard scanned.scan.mentions.isEmpty, !scanned.scan.isTaken.contains(true),
            catalogue.oldNames.longest(in: text.words, text.words.indices)?.count == text.words.count
        else { return nil }
        let names = NameSetting(contextDistrict: setting.district, contextProvince: setting.province)
        guard let bare = bareNames(scanned, names).first, case .found = bare.commune else { return nil }
        return complete(UnitReading(meaning: .authority), with: bare, [], text, isOffice: false, setting.level)
    }

    func reading(of match: PlaceMatch) -> UnitReading {
        switch match {
        case .found(let commune): UnitReading(meaning: .commune(commune))
        case .ambiguous(let detail): UnitReading(meaning: .ambiguous, detail: detail)
        case .unknown: UnitReading(meaning: .unknown, detail: "không có trong danh mục xã, phường, thị trấn cũ")
        }
    }

    /// `Trường Mầm non Thị trấn`: the one township of the district.
    private func township(_ scanned: ScannedText, _ district: Int?) -> Int? {
        guard let district, scanned.scan.bareKinds.contains("township") else { return nil }
        let townships = catalogue.unitsOf[district].filter {
            catalogue.oldUnits[$0].kind == "township" && catalogue.districtOf[$0] == district
        }
        return townships.count == 1 ? townships[0] : nil
    }

    /// A body's or an office's reading with the place that a bare name gives it.
    private func complete(
        _ reading: UnitReading, with bare: BareName, _ rest: [UInt32], _ text: NameText, isOffice: Bool,
        _ level: PlaceLevel?
    ) -> UnitReading {
        var reading = reading
        if let district = bare.district {
            // `Tuần Giáo` is a district and its township: the level of the list says which, or nothing does.
            if case .found(let commune) = bare.commune, !isOffice, catalogue.unitOfIsland[district] == nil {
                switch level {
                case .commune?: return UnitReading(meaning: .commune(commune))
                case .district?: break
                default:
                    let names = catalogue.districts[district].name + "; " + catalogue.oldUnits[commune].name
                    return UnitReading(meaning: .ambiguous, detail: names)
                }
            }
            reading.district = district
            reading.level = .district
            reading.nameKey = nameKey(rest, text, without: bare.range)
            return reading
        }
        switch bare.commune {
        case .found(let commune): return UnitReading(meaning: .commune(commune))
        case .ambiguous(let detail): return UnitReading(meaning: .ambiguous, detail: detail)
        case .unknown: return rest.isEmpty ? UnitReading(meaning: .unknown) : reading
        }
    }

    // MARK: - Keys

    private func nameKey(_ rest: [UInt32], _ text: NameText, without name: Range<Int>?) -> String {
        guard let name, let range = firstRun(of: text.keys[name], in: rest) else { return joined(rest, text) }
        return joined(rest[..<range.lowerBound] + rest[range.upperBound...], text)
    }

    /// A school that has no name but its commune's is known by it: `Trường Mầm non xã Nà Tòng` is `Mầm non Nà Tòng`.
    private func schoolKey(_ rest: [UInt32], _ text: NameText, commune: Int?) -> String {
        var words = kinds.schoolName(rest)
        if let commune, !kinds.hasProperWords(words) { words += catalogue.oldNameKeys[commune] }
        return joined(words, text)
    }

    private func joined(_ words: some Collection<UInt32>, _ text: NameText) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(words.count * 6)
        for word in words {
            if !key.isEmpty { key.append(UInt8(ascii: " ")) }
            text.appendKey(word, kinds.lexicon, to: &key)
        }
        return String(decoding: key, as: UTF8.self)
    }
}
