// The old units that a run met: one unit for all spellings of one school, with the commune in which it stands.

public import Personnel

/// What is known about an old unit beside its catalogue entry.
public struct UnitStanding: Sendable, Equatable {
    /// The level of government to which the unit's people belonged.
    public var level: Level?
    /// Positions in the catalogue of the old communes in which it may stand: one where it is known.
    public var communes: [Int]
    /// The position of the old province to which the unit belonged; nil where that is not known.
    public var province: Int?
    /// For a unit that is unknown or ambiguous: why.
    public var detail: String
    /// Equal for units that may be one: schools of one name in one district.
    public var group: Int32

    init(level: Level?, communes: [Int] = [], province: Int? = nil, detail: String = "", group: Int32 = -1) {
        self.level = level
        self.communes = communes
        self.province = province
        self.detail = detail
        self.group = group
    }
}

/// Collects readings and makes old units of them.
struct UnitBook {
    /// A reading completed by its list: what makes two rows' units one.
    struct Entry: Hashable {
        var meaning: UnitReading.Meaning
        var nameKey = ""
        var district: Int?
        var province: Int?
        var commune: Int?
        /// Of a school without a known commune: those of one name after which it is named.
        var namesakes: [Int] = []
        var isProvince = false
        var detail = ""
    }

    private let catalogue: UnitCatalogue
    private let parser: UnitParser
    private var kinds: UnitKinds { parser.kinds }
    private var positions: [Entry: Int] = [:]
    private var entries: [Entry] = []
    /// The best writing of each entry's name.
    private var names: [String] = []

    init(_ parser: UnitParser) {
        catalogue = parser.catalogue
        self.parser = parser
    }

    /// The number of an entry, given now if it is new.
    mutating func number(of entry: Entry, name: String) -> Int {
        if let known = positions[entry] {
            if Self.isBetter(name, than: names[known]) { names[known] = name }
            return known
        }
        positions[entry] = entries.count
        entries.append(entry)
        names.append(name)
        return entries.count - 1
    }

    /// The old units: those of the catalogue first, then all others by id; what is known of each; and for each entry
    /// the position of its unit.
    func units() -> (units: [OldUnit], standings: [UnitStanding], unitOf: [Int32]) {
        var units = catalogue.oldUnits
        var standings = catalogue.oldUnits.indices.map { unit in
            // The one unit of an island district is both; the lists say of which level a post is.
            let isIsland = catalogue.unitOfIsland[catalogue.districtOf[unit]] == unit
            return UnitStanding(
                level: isIsland ? nil : .commune, communes: [unit], province: catalogue.province(of: unit))
        }
        var unitOf = [Int32](repeating: -1, count: entries.count)
        let districts = districtsOfInstitutions()
        let communes = communesOfSchools()
        let namesakes = namesakesOfSchools()
        var made: [(id: String, unit: OldUnit, standing: UnitStanding, members: [Int])] = []
        var madeAt: [String: Int] = [:]
        for (number, entry) in entries.enumerated() {
            if case .commune(let commune) = entry.meaning {
                unitOf[number] = Int32(commune)
                continue
            }
            var entry = entry
            entry.district = entry.district ?? onlyDistrict(of: entry, districts)
            let school = SchoolName(entry)
            var (unit, standing) = unit(
                of: entry, name: names[number], communesOfName: communes[school] ?? [],
                namesakes: namesakes[school] ?? [])
            standing.province = entry.district.map { catalogue.provinceOf[$0] } ?? entry.province
            if let position = madeAt[unit.id] {
                if Self.isBetter(unit.name, than: made[position].unit.name) { made[position].unit.name = unit.name }
                made[position].members.append(number)
            } else {
                madeAt[unit.id] = made.count
                made.append((unit.id, unit, standing, [number]))
            }
        }
        made.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        var groups: [String: Int32] = [:]
        for item in made {
            for number in item.members { unitOf[number] = Int32(units.count) }
            var standing = item.standing
            let name = SchoolName(entries[item.members[0]]).key
            standing.group = groups[name] ?? Int32(groups.count)
            groups[name] = standing.group
            units.append(item.unit)
            standings.append(standing)
        }
        return (units, standings, unitOf)
    }

    // MARK: - Schools

    /// A school's name within its district.
    private struct SchoolName: Hashable {
        let meaning: UnitReading.Meaning
        let nameKey: String
        let district: Int?

        init(_ entry: Entry) {
            meaning = entry.meaning
            nameKey = entry.nameKey
            district = entry.district
        }

        init(_ entry: Entry, district: Int?) {
            meaning = entry.meaning
            nameKey = entry.nameKey
            self.district = district
        }

        var key: String { "\(district ?? -1) \(meaning) \(nameKey)" }
    }

    /// The communes that any row gives to a school's name: a school named without its commune on one row and with it on
    /// another of the same district is the same school.
    private func communesOfSchools() -> [SchoolName: [Int]] {
        var communes: [SchoolName: Set<Int>] = [:]
        for entry in entries {
            guard case .institution(let kind) = entry.meaning, kinds.isSchool(kind), let commune = entry.commune else {
                continue
            }
            communes[SchoolName(entry), default: []].insert(commune)
        }
        return communes.mapValues { $0.sorted() }
    }

    /// The communes of one name that rows of a school's district find in its name.
    private func namesakesOfSchools() -> [SchoolName: [Int]] {
        var namesakes: [SchoolName: Set<Int>] = [:]
        for entry in entries where !entry.namesakes.isEmpty {
            namesakes[SchoolName(entry), default: []].formUnion(entry.namesakes)
        }
        return namesakes.mapValues { $0.sorted() }
    }

    /// The districts in which rows know an institution's name.
    private func districtsOfInstitutions() -> [SchoolName: Set<Int>] {
        var districts: [SchoolName: Set<Int>] = [:]
        for entry in entries {
            guard case .institution = entry.meaning, let district = entry.district else { continue }
            districts[SchoolName(entry, district: nil), default: []].insert(district)
        }
        return districts
    }

    /// A list that names no district, and an institution whose name only one district has: the same one.
    private func onlyDistrict(of entry: Entry, _ districts: [SchoolName: Set<Int>]) -> Int? {
        guard case .institution = entry.meaning, !entry.isProvince else { return nil }
        let known = districts[SchoolName(entry, district: nil)] ?? []
        return known.count == 1 ? known.first : nil
    }

    private func unit(
        of entry: Entry, name: String, communesOfName: [Int], namesakes: [Int]
    ) -> (OldUnit, UnitStanding) {
        let district = entry.district.map { catalogue.districts[$0] }
        let place = district?.key ?? (entry.isProvince ? provinceKey(entry.province) : "-")
        func make(_ kind: UnitKind, _ key: String, name: String) -> OldUnit {
            let parts = key.split(separator: " ").joined(separator: "-")
            return OldUnit(
                id: "\(place):\(kind):\(parts)", code: nil, name: name, kind: kind, district: district?.key)
        }
        switch entry.meaning {
        case .institution(let number):
            let kind = kinds.entries[number]
            guard kinds.isSchool(number) else {
                let level: Level = entry.isProvince ? .province : .district
                return (make(kind.kind, entry.nameKey, name: name), UnitStanding(level: level))
            }
            // An island district has no communes: its schools stand in the one unit that it is itself.
            let island = entry.district.flatMap { catalogue.unitOfIsland[$0] }
            let named = communesOfName.isEmpty ? namesakes : communesOfName
            let communes = (entry.commune ?? island).map { [$0] } ?? named
            // Only where one name is two schools does the commune become a part of the id.
            let suffix =
                communesOfName.count > 1 ? entry.commune.map { " " + (catalogue.oldUnits[$0].code ?? "") } : nil
            let level: Level = kind.kind == "upper_secondary_school" ? .province : .district
            return (
                make(kind.kind, entry.nameKey + (suffix ?? ""), name: name),
                UnitStanding(level: level, communes: communes)
            )
        case .authority:
            let key = entry.nameKey.isEmpty ? "uy ban nhan dan" : entry.nameKey
            let level: Level = entry.isProvince ? .province : .district
            let kind = entry.isProvince ? "province_office" : "district_office"
            return (make(kind, key, name: named(name, in: district)), UnitStanding(level: level))
        case .commune, .nothing, .unknown, .ambiguous:
            return (make("unknown", entry.nameKey, name: name), UnitStanding(level: nil, detail: entry.detail))
        }
    }

    /// What stands for a province in ids: its code where there are several.
    private func provinceKey(_ province: Int?) -> String {
        guard catalogue.provinces.old.count > 1 else { return "province" }
        return "province-" + (province.map { catalogue.provinces.old[$0].code } ?? "")
    }

    /// An office's name with its district: `Phòng Nội vụ` alone is ten offices.
    private func named(_ name: String, in district: District?) -> String {
        guard let district else { return name }
        if name.isEmpty { return district.name }
        let scanned = parser.scan(name)
        if scanned.districts.contains(where: { !$0.isEmpty }) { return name }
        let words = scanned.text.keys
        var lexicon = parser.lexicon
        let whole = lexicon.keys(of: district.name)
        let place = catalogue.levelWords.split(district.name, &lexicon).words.map(\.key)
        if firstRun(of: place, in: words) != nil { return name }
        let rest = district.name.prefix(1).lowercased() + district.name.dropFirst()
        let level = whole.dropLast(place.count)
        if words.suffix(level.count) == level {
            return name + " " + rest.split(separator: " ").dropFirst(level.count).joined(separator: " ")
        }
        return name + " " + rest
    }

    /// Of two writings of one name the one with small letters, with accents, then the longer; equal ones by their
    /// bytes.
    private static func isBetter(_ left: String, than right: String) -> Bool {
        func rank(_ name: String) -> (Int, Int, Int) {
            let hasSmall = name.utf8.contains { (0x61...0x7a).contains($0) }
            let hasMarks = name.utf8.contains { $0 >= 0x80 }
            return (hasSmall ? 1 : 0, hasMarks ? 1 : 0, name.utf8.count)
        }
        let (a, b) = (rank(left), rank(right))
        return a == b ? left.utf8.lexicographicallyPrecedes(right.utf8) : a > b
    }
}
