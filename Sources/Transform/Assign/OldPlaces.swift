// The old side of the catalogue as its tables give it: districts, communes, their former names and districts.

internal import Personnel

/// Old districts and communes with the names under which lists know them.
struct OldPlaces {
    var districts: [District] = []
    var districtPositions: [String: Int] = [:]
    var districtNames = NameIndex()
    /// The old province of each district.
    var provinceOf: [Int] = []
    var provinces: Provinces
    var units: [OldUnit] = []
    var positions: [String: Int] = [:]
    var names = NameIndex()
    /// The keys of each unit's name without its level word.
    var nameKeys: [[UInt32]] = []
    var districtOf: [Int] = []
    var formerDistricts: [[Int]] = []
    var confusables: [[Int]] = []

    private(set) var lexicon: WordLexicon
    private let levelWords: LevelWords

    init(_ tables: UnitTables, levelWords: LevelWords, lexicon: WordLexicon) throws(ReferenceError) {
        self.levelWords = levelWords
        self.lexicon = lexicon
        provinces = try Provinces(tables.provinces, levelWords: levelWords, lexicon: &self.lexicon)
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
            // A table of one province needs no column that names it.
            let province = table.optionalCell(row, "province")
            guard let position = provinces.oldPositions[province] ?? (provinces.old.count == 1 ? 0 : nil) else {
                throw table.mistake(in: row, column: "province", expected: "a code of the old provinces")
            }
            districtNames.add(
                levelWords.split(district.name, &lexicon).words, districts.count, kind: district.kind, isCurrent: true,
                lexicon, hasDash: district.name.utf8.contains(UInt8(ascii: "-")))
            districts.append(district)
            provinceOf.append(position)
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
            let words = lexicon.addName(row.cells[name])
            names.add(
                words, units.count, kind: row.cells[kind], isCurrent: true, lexicon,
                hasDash: row.cells[name].utf8.contains(UInt8(ascii: "-")))
            let catalogueName = lexicon.addName(table.optionalCell(row, "catalogue_name"))
            names.add(catalogueName, units.count, kind: row.cells[kind], isCurrent: true, lexicon)
            units.append(
                OldUnit(
                    id: id, code: row.cells[code], name: title + " " + row.cells[name], kind: row.cells[kind],
                    district: row.cells[district]))
            districtOf.append(inDistrict)
            nameKeys.append(words.map(\.key))
        }
        formerDistricts = Array(repeating: [], count: units.count)
        confusables = Array(repeating: [], count: units.count)
    }

    private mutating func readAliases(_ table: ReferenceTable) throws(ReferenceError) {
        let period = try table.column("period")
        let code = try table.column("code")
        let alias = try table.column("alias")
        let aliasKind = try table.column("alias_kind")
        for row in table.rows {
            let (word, words) = levelWords.split(row.cells[alias], &lexicon)
            let kind = row.cells[aliasKind]
            switch row.cells[period] {
            case "old":
                guard let unit = positions[UnitCatalogue.oldID(row.cells[code])] else {
                    throw table.mistake(in: row, column: "code", expected: "a code of the old communes")
                }
                if kind == "former district" {
                    formerDistricts[unit].append(try district(named: words, word, of: unit, row, table))
                } else {
                    let isSpelling = kind.contains("spelling") || kind.contains("/")
                    names.add(words, unit, kind: word?.kind, isCurrent: isSpelling, lexicon)
                }
            case "district":
                guard let district = districts.firstIndex(where: { $0.code == row.cells[code] }) else {
                    throw table.mistake(in: row, column: "code", expected: "a code of the old districts")
                }
                // A former unit inside a district is no name of the district.
                if kind == "former unit" { continue }
                districtNames.add(words, district, kind: word?.kind, isCurrent: kind == "abbreviation", lexicon)
            case "province":
                guard let province = provinces.oldPositions[row.cells[code]] else {
                    throw table.mistake(in: row, column: "code", expected: "a code of the old provinces")
                }
                let isCurrent = kind == "abbreviation"
                provinces.oldNames.add(words, province, kind: word?.kind, isCurrent: isCurrent, lexicon)
                let successor = provinces.successors[province]
                provinces.newNames.add(words, successor, kind: word?.kind, isCurrent: isCurrent, lexicon)
            case "new": continue
            default: throw table.mistake(in: row, column: "period", expected: "old, new, district or province")
            }
        }
    }

    /// The old district that an alias names: of several of one name the one of the commune's province.
    private func district(
        named words: ArraySlice<WordLexicon.Word>, _ word: LevelWord?, of unit: Int, _ row: ReferenceTable.Row,
        _ table: ReferenceTable
    ) throws(ReferenceError) -> Int {
        let all = districtNames.names(words.map(\.key))
        let near = all.filter { provinceOf[$0.unit] == provinceOf[districtOf[unit]] }
        let names = near.isEmpty ? all : near
        guard let former = names.first(where: { $0.kind == word?.kind }) ?? names.first else {
            throw table.mistake(in: row, column: "alias", expected: "an old district")
        }
        return former.unit
    }

    private mutating func readConfusables(_ table: ReferenceTable) throws(ReferenceError) {
        let column = try table.column("names")
        for row in table.rows {
            var group: [Int] = []
            for name in row.cells[column].split(separator: ";") {
                let words = lexicon.add(String(name))
                let found = names.names(words.map(\.key)).filter { $0.marked == words.map(\.marked) }
                guard !found.isEmpty else {
                    throw table.mistake(in: row, column: "names", expected: "names of old communes, parted by ;")
                }
                group += found.map(\.unit)
            }
            for unit in group { confusables[unit] += group.filter { $0 != unit } }
        }
    }
}
