// The new side of the catalogue as its tables give it: new communes and every other unit that receives people.

internal import Personnel

/// New units with the names under which plans know them.
struct NewPlaces {
    var units: [NewUnit] = []
    var positions: [String: Int] = [:]
    var names = NameIndex()
    /// The names of receiving units that are no communes, in canonical words.
    var receivingNames: [(words: [String], unit: Int)] = []

    private let levelWords: LevelWords

    init(_ tables: UnitTables, levelWords: LevelWords, unitWords: UnitWords) throws(ReferenceError) {
        self.levelWords = levelWords
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
            names.add(UnitText(row.cells[name]).words, units.count, kind: row.cells[kind], isCurrent: true)
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
            receivingNames.append((unitWords.canonical(cells[name]), units.count))
            units.append(
                NewUnit(
                    id: cells[id], code: nil, name: cells[name], kind: cells[kind],
                    parent: cells[parent].isEmpty ? nil : cells[parent],
                    areaDistricts: cells[area].split(separator: " ").map(String.init), basis: cells[basis]))
        }
    }

    private mutating func readAliases(_ table: ReferenceTable, unitWords: UnitWords) throws(ReferenceError) {
        let id = try table.column("unit_id")
        let alias = try table.column("alias")
        for row in table.rows {
            guard let unit = positions[row.cells[id]] else {
                throw table.mistake(in: row, column: "unit_id", expected: "an id of the receiving units")
            }
            receivingNames.append((unitWords.canonical(row.cells[alias]), unit))
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
            let (word, words) = levelWords.split(row.cells[alias])
            names.add(words, unit, kind: word?.kind, isCurrent: true)
        }
    }
}
