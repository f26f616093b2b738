// The places of a text, resolved: with level words first, then names that stand without one.

internal import Personnel

extension UnitParser {
    /// The places that a text names with level words, resolved.
    struct Places {
        var commune: PlaceMatch?
        /// The one district that is stated, or in which the stated commune lies.
        var district: Int?
        var statedDistricts: [Int] = []
        var statedProvinces: [Int]
        var province: Int?
        var isProvince = false
        var isOtherProvince = false

        init(_ scanned: ScannedText, _ parser: UnitParser, _ setting: Setting) {
            let (text, catalogue) = (scanned.text, parser.catalogue)
            statedProvinces = scanned.provinces
            isProvince = !statedProvinces.isEmpty || scanned.scan.bareLevels.contains(.province)
            province = statedProvinces.count == 1 ? statedProvinces[0] : nil
            isOtherProvince = scanned.scan.mentions.contains { $0.level == .province && $0.names.isEmpty }
            var strangeDistrict: PlaceMention?
            for mention in scanned.scan.mentions where mention.level == .district {
                let longer = parser.misspeltDistricts(mention, scanned, setting)
                let districts = longer.isEmpty ? catalogue.districts(mention, in: text) : longer
                if districts.isEmpty { strangeDistrict = mention }
                if statedDistricts.isEmpty { statedDistricts = districts }
            }
            district = catalogue.only(statedDistricts, in: province ?? setting.province)
            let names = self.names(setting)
            for mention in scanned.scan.mentions where mention.level == .commune {
                let match = parser.oldCommune(mention, scanned, names)
                commune = Self.joined(commune, match)
            }
            if let strangeDistrict, statedDistricts.isEmpty, statedProvinces.isEmpty, case .found? = commune,
                !parser.kinds.isNeutral(Array(text.keys[strangeDistrict.nameRange]))
            {
                commune = .ambiguous("không có huyện, thị xã, thành phố cũ nào tên như vậy")
            }
            if case .found(let unit)? = commune, district == nil, statedDistricts.count > 1 {
                district = catalogue.districtOf[unit]
            }
        }

        /// Two mentions of one commune are one; of two, a contradiction.
        private static func joined(_ left: PlaceMatch?, _ right: PlaceMatch) -> PlaceMatch {
            guard let left, left != right else { return right }
            return .ambiguous("nêu nhiều xã")
        }

        /// What the text and the list around it say about where its names stand.
        func names(_ setting: Setting) -> NameSetting {
            NameSetting(
                statedDistricts: statedDistricts, statedProvinces: statedProvinces, contextDistrict: setting.district,
                contextProvince: setting.province)
        }
    }

    /// The commune of a mention; where several fit, districts that stand beside it without their level word settle it.
    private func oldCommune(_ mention: PlaceMention, _ scanned: ScannedText, _ names: NameSetting) -> PlaceMatch {
        let match = catalogue.oldCommune(mention, in: scanned.text, kinds.lexicon, setting: names)
        guard case .ambiguous = match, mention.names.count > 1 else { return match }
        var names = names
        for bare in bareNames(scanned, names) {
            // `Bỉm Sơn, Thanh Hóa`: behind a district's name what is a province's name too is the province.
            if bare.districts.isEmpty || !names.nearbyDistricts.isEmpty && !bare.provinces.isEmpty {
                if names.statedProvinces.isEmpty { names.statedProvinces = bare.provinces }
            } else {
                names.nearbyDistricts += bare.districts
            }
        }
        return catalogue.oldCommune(mention, in: scanned.text, kinds.lexicon, setting: names)
    }

    /// The district whose name is one typing error away from the words behind a district's level word, where those are
    /// more than the name that is known: `huyện Điện Biên Đôg` is not `huyện Điện Biên`.
    private func misspeltDistricts(_ mention: PlaceMention, _ scanned: ScannedText, _ setting: Setting) -> [Int] {
        let text = scanned.text
        var end = mention.nameRange.upperBound
        if !mention.names.isEmpty {
            while end < text.words.count, end - mention.nameRange.lowerBound < 4, !text.words[end].followsBreak,
                !scanned.scan.isTaken[end]
            { end += 1 }
            if end == mention.nameRange.upperBound { return [] }
        }
        let key = text.compactKey(text.words[mention.nameRange.lowerBound..<end], kinds.lexicon)
        guard key.count > 3 else { return [] }
        return catalogue.districts.indices.filter { district in
            (setting.province ?? catalogue.provinceOf[district]) == catalogue.provinceOf[district]
                && catalogue.districtNames.compactKeys[district].contains {
                    $0.count > 3 && editDistance($0, key, limit: 1) <= 1
                }
        }
    }

    // MARK: - Names without a level word

    /// A name without a level word, and what it can be.
    struct BareName {
        let range: Range<Int>
        let commune: PlaceMatch
        let communes: [Int]
        let districts: [Int]
        let provinces: [Int]
        /// The district, where it can be one alone.
        let district: Int?

        /// Whether it means a place for certain.
        var isKnown: Bool {
            if case .found = commune { return true }
            return district != nil
        }

        /// The commune of the name that lies in the districts whose names follow.
        func communeBeside(_ others: ArraySlice<BareName>, _ catalogue: UnitCatalogue) -> PlaceMatch {
            if case .found = commune { return commune }
            let there = communes.filter { unit in
                others.allSatisfy { name in
                    name.districts.contains { catalogue.lies(unit, in: $0) }
                        || name.provinces.contains(catalogue.province(of: unit))
                }
            }
            return there.count == 1 ? .found(there[0]) : commune
        }
    }

    /// The known names among the words that no place has taken. A single word names nothing without its level word.
    func bareNames(_ scanned: ScannedText, _ setting: NameSetting) -> [BareName] {
        let text = scanned.text
        var found: [BareName] = []
        var index = 0
        var end = 0
        while index < text.words.count {
            if scanned.scan.isTaken[index] {
                index += 1
                continue
            }
            if end <= index {
                end = index
                while end < text.words.count, !scanned.scan.isTaken[end] { end += 1 }
            }
            if let name = bareName(text, index..<end, setting) {
                found.append(name)
                index = name.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func bareName(_ text: NameText, _ range: Range<Int>, _ setting: NameSetting) -> BareName? {
        let commune = catalogue.oldNames.longest(in: text.words, range)
        let district = catalogue.districtNames.longest(in: text.words, range)
        let province = catalogue.provinces.oldNames.longest(in: text.words, range)
        let count = max(commune?.count ?? 0, district?.count ?? 0, province?.count ?? 0)
        guard count > 0 else { return nil }
        // `ĐBP` alone is enough: it is a name by itself.
        guard count > 1 || district?.names.contains(where: { $0.kind == nil }) == true else { return nil }
        let words = range.lowerBound..<range.lowerBound + count
        let communes = commune?.count == count ? commune?.names.filter(\.isCurrent) ?? [] : []
        let districts = district?.count == count ? current(district?.names ?? [], text, words) : []
        let provinces = province?.count == count ? current(province?.names ?? [], text, words) : []
        let match =
            communes.isEmpty
            ? .unknown
            : trusted(
                catalogue.oldCommune(
                    bare: communes, text.words[words], hasMarks: text.hasMarks, setting: setting),
                communes, text, words, setting)
        return BareName(
            range: words, commune: match, communes: communes.map(\.unit), districts: districts, provinces: provinces,
            district: catalogue.only(districts, in: setting.statedProvinces.first ?? setting.contextProvince))
    }

    /// The present names among those of some words, with their very accents where any is written so.
    func current(_ names: [KnownName], _ text: NameText, _ words: Range<Int>) -> [Int] {
        let current = names.filter(\.isCurrent)
        let written = text.hasMarks ? current.filter { $0.isWritten(text.words[words]) } : []
        return (written.isEmpty ? current : written).map(\.unit)
    }

    /// A bare name whose accents differ from the catalogue's counts only inside the district of the list; so does one
    /// that names a commune of another district.
    private func trusted(
        _ match: PlaceMatch, _ names: [KnownName], _ text: NameText, _ words: Range<Int>, _ setting: NameSetting
    ) -> PlaceMatch {
        guard case .found(let unit) = match else { return match }
        let around =
            setting.statedDistricts.isEmpty ? setting.contextDistrict.map { [$0] } ?? [] : setting.statedDistricts
        if around.contains(where: { catalogue.lies(unit, in: $0) }) { return match }
        let isExact = names.contains { $0.unit == unit && $0.isWritten(text.words[words]) }
        let isElsewhere = setting.contextProvince.map { $0 != catalogue.province(of: unit) } ?? false
        return isExact && !isElsewhere && setting.contextDistrict == nil ? match : .unknown
    }
}
