// The new side of the catalogue as its tables give it: new communes and every other unit that receives people.

internal import Personnel

/// New units with the names under which plans know them.
struct NewPlaces {
    var units: [NewUnit] = []
    var positions: [String: Int] = [:]
    var names = NameIndex()
    /// The new province of each unit; nil for units of none in particular.
    var provinceOf: [Int?] = []
    /// The names of receiving units that are no communes, in canonical words.
    var receivingNames: [(words: [UInt32], unit: Int)] = []

    private(set) var lexicon: WordLexicon
    private let levelWords: LevelWords
    private let provinces: Provinces

    init(_ tables: UnitTables, levelWords: LevelWords, unitWords: UnitWords, after old: OldPlaces)
        throws(ReferenceError)
    {
        self.levelWords = levelWords
        lexicon = old.lexicon
        provinces = old.provinces
        try readCommunes(tables.newCommunes)
        try readReceivingUnits(tables.receivingUnits, unitWords: unitWords)
        try readAliases(tables.receivingAliases, unitWords: unitWords)
        try readSpellings(tables.aliases)
    }

    private mutating func readCommunes(_ table: ReferenceTable) throws(ReferenceError) {
        let code = try table.column("code")
        let kind = try table.column("kind")
        let name = try table.column("name")
        for row in table.rows {
            guard let title = levelWords.titles[row.cells[kind]] else {
                throw table.mistake(in: row, column: "kind", expected: "a kind that has a level word")
            }
            guard positions.updateValue(units.count, forKey: row.cells[code]) == nil else {
                throw table.mistake(in: row, column: "code", expected: "a code that no other new commune has")
            }
            guard let province = try self.province(row, table) ?? (provinces.new.count == 1 ? 0 : nil) else {
                throw table.mistake(in: row, column: "province", expected: "a code of the new provinces")
            }
            provinceOf.append(province)
            names.add(
                lexicon.addName(row.cells[name]), units.count, kind: row.cells[kind], isCurrent: true, lexicon,
                hasDash: row.cells[name].utf8.contains(UInt8(ascii: "-")))
            units.append(
                NewUnit(
                    id: row.cells[code], code: row.cells[code], name: title + " " + row.cells[name],
                    kind: row.cells[kind], parent: nil, areaDistricts: [], basis: table.optionalCell(row, "basis")))
        }
    }

    private mutating func readReceivingUnits(
        _ table: ReferenceTable, unitWords: UnitWords
    ) throws(ReferenceError) {
        let id = try table.column("unit_id")
        let name = try table.column("name")
        let kind = try table.column("kind")
        let parent = try table.column("parent")
        let area = try table.column("area_districts")
        let basis = try table.column("basis")
        for row in table.rows {
            let cells = row.cells
            if let commune = positions[cells[id]] {
                units[commune].parent = cells[parent].isEmpty ? nil : cells[parent]
                units[commune].basis = cells[basis]
                continue
            }
            positions[cells[id]] = units.count
            provinceOf.append(try province(row, table))
            receivingNames.append((unitWords.canonical(cells[name], &lexicon), units.count))
            units.append(
                NewUnit(
                    id: cells[id], code: nil, name: cells[name], kind: cells[kind],
                    parent: cells[parent].isEmpty ? nil : cells[parent],
                    areaDistricts: cells[area].split(separator: " ").map(String.init), basis: cells[basis]))
        }
    }

    /// The new province that a row of a table of several provinces names.
    private func province(_ row: ReferenceTable.Row, _ table: ReferenceTable) throws(ReferenceError) -> Int? {
        let code = table.optionalCell(row, "province")
        if code.isEmpty { return nil }
        guard let province = provinces.newPositions[code] else {
            throw table.mistake(in: row, column: "province", expected: "a code of the new provinces")
        }
        return province
    }

    private mutating func readAliases(_ table: ReferenceTable, unitWords: UnitWords) throws(ReferenceError) {
        let id = try table.column("unit_id")
        let alias = try table.column("alias")
        for row in table.rows {
            guard let unit = positions[row.cells[id]] else {
                throw table.mistake(in: row, column: "unit_id", expected: "an id of the receiving units")
            }
            receivingNames.append((unitWords.canonical(row.cells[alias], &lexicon), unit))
        }
    }

    private mutating func readSpellings(_ table: ReferenceTable) throws(ReferenceError) {
        let period = try table.column("period")
        let code = try table.column("code")
        let alias = try table.column("alias")
        for row in table.rows where row.cells[period] == "new" {
            guard let unit = positions[row.cells[code]] else {
                throw table.mistake(in: row, column: "code", expected: "a code of the new communes")
            }
            let (word, words) = levelWords.split(row.cells[alias], &lexicon)
            names.add(words, unit, kind: word?.kind, isCurrent: true, lexicon)
        }
    }
}
