// What the list around a row says about its unit: sections, title, file name, folders, sender.

internal import Personnel
internal import Vietnamese

/// The place and unit that a row's context gives.
struct ListPlace: Sendable {
    /// The old province of the nearest of section, title, name of sheet and file, folder and sender that names one.
    var province: Int?
    /// The district of the nearest of section, title, name of sheet and file, folder and sender that names one.
    var district: Int?
    /// The level of the list (`cấp xã`, `cấp huyện`); nil where nothing states one.
    var level: PlaceLevel?
    /// The level of which the unit's column speaks (`Xã, phường`): a bare name there is a commune's.
    var columnLevel: PlaceLevel?
    /// The commune of the nearest section or, failing that, of the title or the name of sheet or file.
    var commune: Int?
    /// The unit of the rows that name none themselves; nil where the list names none either.
    var unit: UnitReading?
    /// The words that gave `unit`.
    var unitText = ""
}

extension ListPlace {
    /// What surrounds a text of the list; a level of the text's own column counts for more than the list's.
    func setting(_ level: PlaceLevel?) -> UnitParser.Setting {
        UnitParser.Setting(district: district, province: province, level: level)
    }
}

/// What the first folder of a path says: who sent the list.
struct SenderPlaces: Sendable {
    /// The district of each sender that has one.
    var districts: [String: Int] = [:]
    /// The old province of each sender that has one.
    var provinces: [String: Int] = [:]
    /// Whether the names of folders that are no known senders are read as places.
    var readsFolders = false
}

/// Reads contexts. Lists share titles, folders and section names, so every text is read once.
struct ListPlaceReader {
    let parser: UnitParser
    let senders: SenderPlaces

    private var scans: [String: ScannedText] = [:]
    private var pathScans: [String: ScannedText] = [:]
    private var readings: [ReadingKey: UnitReading] = [:]

    private struct ReadingKey: Hashable {
        let text: String
        let isPath: Bool
        let setting: UnitParser.Setting
    }

    private var catalogue: UnitCatalogue { parser.catalogue }

    init(parser: UnitParser, senders: SenderPlaces) {
        self.parser = parser
        self.senders = senders
    }

    mutating func read(_ context: RowContext) -> ListPlace {
        let sections = context.sections.map { scan($0.text) }
        let titles = context.titles.map { scan($0) }
        let parts = context.path.split(separator: "/").map(String.init)
        let folders = parts.dropLast().map { scan(path: $0) }
        let file = scan(path: Self.stem(parts.last ?? ""))
        let sheet = scan(path: context.sheet)
        var place = ListPlace()
        place.province = province(sections, titles, [sheet, file] + folders.reversed(), context)
        place.district = district(sections, titles, [sheet, file], folders, context, in: place.province)
        place.province = place.district.map { catalogue.provinceOf[$0] } ?? place.province
        place.level = level([sections.reversed(), titles, [sheet], [file], folders.reversed()])
        place.columnLevel = context.headings[.unit].flatMap { columnLevel(scan($0)) }
        let setting = place.setting(place.level)
        readSections(sections, setting, into: &place)
        readTitles(titles, setting, into: &place)
        for part in [sheet, file] + folders.dropFirst().reversed() { readPath(part, setting, into: &place) }
        if let unit = place.unit { place.unit = settled(unit, in: place) }
        return place
    }

    private mutating func scan(_ text: String) -> ScannedText {
        if let known = scans[text] { return known }
        let scanned = parser.scan(text)
        scans[text] = scanned
        return scanned
    }

    private mutating func scan(path text: String) -> ScannedText {
        if let known = pathScans[text] { return known }
        let scanned = parser.scan(text, isPath: true)
        pathScans[text] = scanned
        return scanned
    }

    /// The reading of a text; a file name reads as its text does, once scanned.
    private mutating func reading(of scanned: ScannedText, _ setting: UnitParser.Setting) -> UnitReading {
        let key = ReadingKey(text: scanned.text.text, isPath: scanned.text.isPath, setting: setting)
        if let known = readings[key] { return known }
        let reading = parser.read(scanned, in: setting)
        readings[key] = reading
        return reading
    }

    // MARK: - District and level

    private func district(
        _ sections: [ScannedText], _ titles: [ScannedText], _ names: [ScannedText], _ folders: [ScannedText],
        _ context: RowContext, in province: Int?
    ) -> Int? {
        for section in sections.reversed() {
            if let district = section.district(in: province, of: catalogue) { return district }
        }
        let stated = Set(titles.compactMap { $0.district(in: province, of: catalogue) })
        if stated.count == 1, let district = stated.first { return district }
        for name in names {
            if let district = name.district(in: province, of: catalogue) ?? bareDistrict(name, in: province) {
                return district
            }
        }
        for folder in folders.dropFirst().reversed() {
            if let district = folder.district(in: province, of: catalogue) ?? bareDistrict(folder, in: province) {
                return district
            }
        }
        if let known = senders.districts[context.sender] { return known }
        guard senders.readsFolders, let sender = folders.first else { return nil }
        // A folder named after a province (`dien-bien`) says no district, though one of that name is in it.
        let isProvince = !bareUnits(sender, catalogue.provinces.oldNames).isEmpty
        return sender.district(in: province, of: catalogue) ?? (isProvince ? nil : bareDistrict(sender, in: province))
    }

    private func province(
        _ sections: [ScannedText], _ titles: [ScannedText], _ path: [ScannedText], _ context: RowContext
    ) -> Int? {
        if catalogue.provinces.old.count == 1 { return 0 }
        for section in sections.reversed() where section.provinces.count == 1 { return section.provinces[0] }
        let stated = Set(titles.flatMap(\.provinces))
        if stated.count == 1, let province = stated.first { return province }
        if let known = senders.provinces[context.sender] { return known }
        for (index, part) in path.enumerated() {
            guard let named = onlyProvince(part) else { continue }
            // `quang-binh/quang-ninh`: a district of the province above that is called as another province is.
            let above = path[(index + 1)...].lazy.compactMap { onlyProvince($0) }.first { $0 != named }
            if let above, part.provinces.isEmpty, bareDistrict(part, in: above) != nil { continue }
            return named
        }
        return nil
    }

    /// The one province that a file or folder is named after.
    private func onlyProvince(_ part: ScannedText) -> Int? {
        if part.provinces.count == 1 { return part.provinces[0] }
        let bare = bareUnits(part, catalogue.provinces.oldNames)
        return bare.count == 1 ? bare.first : nil
    }

    /// Whether a folder is named after provinces or districts, with or without a level word.
    func namesPlace(_ folder: String) -> Bool {
        let scanned = parser.scan(folder, isPath: true)
        return !scanned.provinces.isEmpty || !scanned.districts.isEmpty
            || !bareUnits(scanned, catalogue.provinces.oldNames).isEmpty
            || !bareUnits(scanned, catalogue.districtNames).isEmpty
    }

    /// The one district that a file or folder is named after; a name without a level word is never that of a district
    /// in another province.
    private func bareDistrict(_ scanned: ScannedText, in province: Int?) -> Int? {
        let found = bareUnits(scanned, catalogue.districtNames).sorted()
        guard let province else { return catalogue.only(found, in: nil) }
        return catalogue.only(found.filter { catalogue.provinceOf[$0] == province }, in: province)
    }

    /// The places of an index that a file or folder names without a level word. A number counts lists (`Tong hop 4`),
    /// though districts are called by numbers, too.
    private func bareUnits(_ scanned: ScannedText, _ names: NameIndex) -> Set<Int> {
        let (words, scan) = (scanned.text.words, scanned.scan)
        var found: Set<Int> = []
        var index = 0
        while index < words.count {
            guard !scan.isTaken[index], let name = names.longest(in: words, index..<words.count),
                name.count > 1 || scanned.text.digits(of: words[index]) == nil
            else {
                index += 1
                continue
            }
            found.formUnion(name.names.filter(\.isCurrent).map(\.unit))
            index += name.count
        }
        return found
    }

    /// The level that the list states; two that differ (`cấp huyện về cấp xã` names both) state none, save that the
    /// nearer words win.
    private func level(_ nearestFirst: [[ScannedText]]) -> PlaceLevel? {
        for texts in nearestFirst {
            let hints = Set(texts.flatMap(\.scan.hints))
            if hints.count == 1 { return hints.first }
            if hints.count > 1 { return nil }
        }
        return nil
    }

    private func columnLevel(_ heading: ScannedText) -> PlaceLevel? {
        let levels = Set(heading.scan.hints + heading.scan.bareLevels)
        return levels == [.commune] ? .commune : nil
    }

    // MARK: - Unit

    /// The innermost section that names a unit; an office inside a commune's section is the commune's.
    private mutating func readSections(
        _ sections: [ScannedText], _ setting: UnitParser.Setting, into place: inout ListPlace
    ) {
        var unrecognised: (UnitReading, String)?
        for section in sections.reversed() {
            let reading = reading(of: section, setting)
            switch reading.meaning {
            case .nothing: continue
            case .unknown where !reading.isForeign:
                // A part of a unit named further out (`Tổ Khoa học xã hội`), unless nothing further out names one.
                if unrecognised == nil { unrecognised = (reading, named(section)) }
                continue
            case .commune(let commune): place.commune = place.commune ?? commune
            case .institution: place.commune = place.commune ?? reading.commune
            case .authority, .ambiguous, .unknown: break
            }
            if place.unit == nil {
                place.unit = reading
                place.unitText = named(section)
            }
        }
        if place.unit == nil, let unrecognised { (place.unit, place.unitText) = unrecognised }
    }

    /// The title proper (from `DANH SÁCH …` on) says whose list it is; the letterhead says it only where it names a
    /// commune, a school or a centre, or an office over a title that names nothing.
    private mutating func readTitles(
        _ titles: [ScannedText], _ setting: UnitParser.Setting, into place: inout ListPlace
    ) {
        let start = titles.firstIndex(where: beginsTitle) ?? titles.endIndex
        let proper = units(in: titles[start...], setting)
        let letterhead = units(in: titles[..<start], setting)
        let found = Self.lowest(of: proper.isEmpty ? letterhead : proper)
        for (reading, _) in proper + letterhead {
            if case .commune(let commune) = reading.meaning { place.commune = place.commune ?? commune }
        }
        guard place.unit == nil, let (reading, text) = found.last, Set(found.map(\.0.meaning)).count == 1 else {
            return
        }
        // A list of a level, or of several units (`CÁC TRƯỜNG`), is not that of the office that sends it.
        let isOfSeveral = titles[start...].contains { $0.text.keys.contains(parser.lexicon.plural) }
        if proper.isEmpty, reading.meaning == .authority, setting.level != nil || isOfSeveral { return }
        place.unit = reading
        place.unitText = text
    }

    /// The units without those that stand above them: `PHÒNG GD&ĐT …`, `UBND XÃ …` over `TRƯỜNG …`.
    private static func lowest(of units: [(UnitReading, String)]) -> [(UnitReading, String)] {
        func rank(_ reading: UnitReading) -> Int {
            switch reading.meaning {
            case .institution: 2
            case .commune: 1
            default: 0
            }
        }
        let lowest = units.map { rank($0.0) }.max() ?? 0
        return units.filter { rank($0.0) == lowest }
    }

    private func beginsTitle(_ line: ScannedText) -> Bool {
        let words = line.text.keys.prefix(2).map { line.text.key($0, parser.lexicon) }.joined(separator: " ")
        return [
            "danh sach", "bieu tong", "bieu mau", "bieu thong", "thong ke", "tong hop", "phuong an", "bao cao",
            "bang tong",
        ]
        .contains(words)
    }

    /// The units that lines of a title name for certain. A line in the plural (`CÁC TRƯỜNG`) names none.
    private mutating func units(
        in lines: ArraySlice<ScannedText>, _ setting: UnitParser.Setting
    ) -> [(UnitReading, String)] {
        var units: [(UnitReading, String)] = []
        for line in lines where !line.text.keys.contains(parser.lexicon.plural) {
            let reading = reading(of: line, setting)
            switch reading.meaning {
            // A bare name in a title or file name is its district's as likely as its township's.
            case .commune where namesCommune(line): break
            case .institution: break
            case .authority where isOffice(reading) && parser.beginsWithAuthority(line.text): break
            default: continue
            }
            units.append((reading, named(line)))
        }
        return units
    }

    /// A text as it stands for a unit's name.
    private func named(_ scanned: ScannedText) -> String { normalizeTones(scanned.text.text).text }

    private func namesCommune(_ line: ScannedText) -> Bool {
        line.scan.mentions.contains { $0.level == .commune }
    }

    /// An office with a name of its own, not the People's Committee over every list.
    private func isOffice(_ reading: UnitReading) -> Bool {
        !reading.nameKey.isEmpty && !reading.nameKey.hasPrefix("uy ban nhan dan")
    }

    private mutating func readPath(_ file: ScannedText, _ setting: UnitParser.Setting, into place: inout ListPlace) {
        guard place.unit == nil || place.commune == nil else { return }
        let found = units(in: [file], setting)
        guard let (reading, text) = found.first ?? bareCommune(file, setting) ?? coded(file, in: place) else { return }
        if case .commune(let commune) = reading.meaning, setting.level != .district {
            place.commune = place.commune ?? commune
        }
        guard place.unit == nil else { return }
        place.unit = reading
        place.unitText = text
    }

    /// `Mường Phăng` on the sheet of a list of communes, unless a district has that name, too.
    private mutating func bareCommune(
        _ name: ScannedText, _ setting: UnitParser.Setting
    ) -> (UnitReading, String)? {
        guard setting.level == .commune, bareUnits(name, catalogue.districtNames).isEmpty else { return nil }
        let reading = reading(of: name, setting)
        guard case .commune = reading.meaning else { return nil }
        return (reading, named(name))
    }

    /// `export_03253`: the old commune of a code, where it lies in the list's district.
    private func coded(_ file: ScannedText, in place: ListPlace) -> (UnitReading, String)? {
        guard let district = place.district,
            let code = file.text.words.lazy.compactMap({ file.text.digits(of: $0) }).first(where: { $0.count == 5 }),
            let unit = Int(code).flatMap({ catalogue.unitByCode[$0] }), catalogue.lies(unit, in: district)
        else { return nil }
        return (UnitReading(meaning: .commune(unit)), catalogue.oldUnits[unit].name)
    }

    /// A body or an office without a place of its own is its list's commune's, else its district's.
    private func settled(_ reading: UnitReading, in place: ListPlace) -> UnitReading {
        guard reading.meaning == .authority, reading.level == nil, reading.district == nil, let commune = place.commune
        else { return reading }
        return UnitReading(meaning: .commune(commune))
    }

    /// A file's name without its extension.
    private static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}

extension UnitParser {
    /// Whether a line begins, after words like `DANH SÁCH CÁN BỘ`, with a body's or an office's name.
    func beginsWithAuthority(_ line: NameText) -> Bool {
        kinds.beginsWithAuthority(catalogue.unitWords.expand(line.keys))
    }
}
