// The old side of the catalogue as its tables give it: districts, communes, their former names and districts.

internal import Personnel

/// Old districts and communes with the names under which lists know them.
struct OldPlaces {
    var districts: [District] = []
    var districtPositions: [String: Int] = [:]
    var districtNames = NameIndex()
    var provinceNames = NameIndex()
    var units: [OldUnit] = []
    var positions: [String: Int] = [:]
    var names = NameIndex()
    /// The keys of each unit's name without its level word.
    var nameKeys: [[String]] = []
    var districtOf: [Int] = []
    var formerDistricts: [[Int]] = []
    var confusables: [[Int]] = []

    private let levelWords: LevelWords

    init(_ tables: UnitTables, levelWords: LevelWords) throws(ReferenceError) {
        self.levelWords = levelWords
        try readDistricts(tables.districts)
        try readCommunes(tables.oldCommunes)
        try readAliases(tables.aliases)
        try readConfusables(tables.confusables)
    }

    private mutating func readDistricts(_ table: ReferenceTable) throws(ReferenceError) {
        let code = try table.column("code")
        let key = try table.column("district")
        let name = try table.column("name")
        let kind = try table.column("kind")
        for row in table.rows {
            let district = District(
                key: row.cells[key], code: row.cells[code], name: row.cells[name], kind: row.cells[kind])
            guard districtPositions.updateValue(districts.count, forKey: district.key) == nil else {
                throw table.mistake(in: row, column: "district", expected: "a key that no other district has")
            }
            districtNames.add(
                levelWords.split(district.name).words, districts.count, kind: district.kind, isCurrent: true)
            districts.append(district)
        }
    }

    private mutating func readCommunes(_ table: ReferenceTable) throws(ReferenceError) {
        let code = try table.column("code")
        let kind = try table.column("kind")
        let name = try table.column("name")
        let district = try table.column("district")
        for row in table.rows {
            guard let inDistrict = districtPositions[row.cells[district]] else {
                throw table.mistake(in: row, column: "district", expected: "a key of the old districts")
            }
            guard let title = levelWords.titles[row.cells[kind]] else {
                throw table.mistake(in: row, column: "kind", expected: "a kind that has a level word")
            }
            let id = UnitCatalogue.oldID(row.cells[code])
            guard positions.updateValue(units.count, forKey: id) == nil else {
                throw table.mistake(in: row, column: "code", expected: "a code that no other old commune has")
            }
            names.add(UnitText(row.cells[name]).words, units.count, kind: row.cells[kind], isCurrent: true)
            let catalogueName = table.optionalCell(row, "catalogue_name")
            names.add(UnitText(catalogueName).words, units.count, kind: row.cells[kind], isCurrent: true)
            units.append(
                OldUnit(
                    id: id, code: row.cells[code], name: title + " " + row.cells[name], kind: row.cells[kind],
                    district: row.cells[district]))
            districtOf.append(inDistrict)
            nameKeys.append(UnitText(row.cells[name]).keys)
        }
        formerDistricts = Array(repeating: [], count: units.count)
        confusables = Array(repeating: [], count: units.count)
    }

    private mutating func readAliases(_ table: ReferenceTable) throws(ReferenceError) {
        let period = try table.column("period")
        let code = try table.column("code")
        let official = try table.column("official_name")
        let alias = try table.column("alias")
        let aliasKind = try table.column("alias_kind")
        for row in table.rows {
            let (word, words) = levelWords.split(row.cells[alias])
            switch row.cells[period] {
            case "old":
                guard let unit = positions[UnitCatalogue.oldID(row.cells[code])] else {
                    throw table.mistake(in: row, column: "code", expected: "a code of the old communes")
                }
                if row.cells[aliasKind] == "former district" {
                    guard let names = districtNames.longest(in: words)?.names,
                        let former = names.first(where: { $0.kind == word?.kind }) ?? names.first
                    else { throw table.mistake(in: row, column: "alias", expected: "an old district") }
                    formerDistricts[unit].append(former.unit)
                } else {
                    let isSpelling = row.cells[aliasKind].contains("spelling") || row.cells[aliasKind].contains("/")
                    names.add(words, unit, kind: word?.kind, isCurrent: isSpelling)
                }
            case "district":
                guard let district = districts.firstIndex(where: { $0.code == row.cells[code] }) else {
                    throw table.mistake(in: row, column: "code", expected: "a code of the old districts")
                }
                // A former unit inside a district is no name of the district.
                if row.cells[aliasKind] == "former unit" { continue }
                districtNames.add(words, district, kind: word?.kind, isCurrent: row.cells[aliasKind] == "abbreviation")
            case "province":
                provinceNames.add(levelWords.split(row.cells[official]).words, 0, kind: nil, isCurrent: true)
                provinceNames.add(words, 0, kind: nil, isCurrent: true)
            case "new": continue
            default: throw table.mistake(in: row, column: "period", expected: "old, new, district or province")
            }
        }
    }

    private mutating func readConfusables(_ table: ReferenceTable) throws(ReferenceError) {
        let column = try table.column("names")
        for row in table.rows {
            var group: [Int] = []
            for name in row.cells[column].split(separator: ";") {
                guard let found = names.longest(in: UnitText(String(name)).words[...]) else {
                    throw table.mistake(in: row, column: "names", expected: "names of old communes, parted by ;")
                }
                group += found.names.filter { $0.marked == found.marked }.map(\.unit)
            }
            for unit in group { confusables[unit] += group.filter { $0 != unit } }
        }
    }
}
