// Every unit of government before and after the reorganisation, and how the old became the new.

public import Personnel

/// A district-level unit that ended with the reorganisation.
public struct District: Sendable, Equatable {
    /// The key by which tables and senders know it (`tuan-giao`).
    public let key: String
    public let code: String
    /// With its level word: `Huyện Tuần Giáo`.
    public let name: String
    public let kind: UnitKind
}

/// The catalogue of a province: old districts and communes, new units, and the succession between them.
///
/// A name or a code means a unit only with its period: old units have ids of their own (`old:03127`), new ones theirs
/// (`03127`), and nothing here joins the two but ``successions``. A class, for it is large, never changes and is handed
/// around for every name.
public final class UnitCatalogue: Sendable {
    public let districts: [District]
    /// The old communes, wards and townships, in the order of their table.
    public let oldUnits: [OldUnit]
    public let newUnits: [NewUnit]
    public let successions: [Succession]

    let levelWords: LevelWords
    let unitWords: UnitWords
    let lexicon: WordLexicon
    let districtNames: NameIndex
    let oldNames: NameIndex
    let newNames: NameIndex
    let provinces: Provinces
    /// The old province of each district.
    let provinceOf: [Int]
    /// The new province of each new unit; nil for units of none in particular.
    let newProvinceOf: [Int?]
    /// The old units that lie in each district, or once did.
    let unitsOf: [[Int]]
    /// For each district without communes, an island, the unit that it is itself.
    let unitOfIsland: [Int?]
    /// The position of each old unit by its statistics code as a number.
    let unitByCode: [Int: Int]
    /// The keys of each old unit's name without its level word.
    let oldNameKeys: [[UInt32]]
    /// The district of each old unit, and its former ones, by position.
    let districtOf: [Int]
    let formerDistricts: [[Int]]
    /// For each old unit the positions of its successions.
    let successionsOf: [[Int]]
    let newPositions: [String: Int]
    let districtPositions: [String: Int]
    /// Groups of names that look alike: for each old unit the others of its group, by position.
    let confusables: [[Int]]
    /// Other names of receiving units.
    let receivingNames: [(words: [UInt32], unit: Int)]

    /// - Throws: ``ReferenceError`` for a missing column, an unknown district or code, a word that is none of those
    ///   expected.
    public init(_ tables: UnitTables) throws(ReferenceError) {
        var lexicon = WordLexicon()
        levelWords = try LevelWords(tables.levelWords, lexicon: &lexicon)
        unitWords = try UnitWords(tables.unitWords, lexicon: &lexicon)
        let old = try OldPlaces(tables, levelWords: levelWords, lexicon: lexicon)
        districts = old.districts
        districtPositions = old.districtPositions
        districtNames = old.districtNames
        provinces = old.provinces
        provinceOf = old.provinceOf
        oldUnits = old.units
        oldNames = old.names
        oldNameKeys = old.nameKeys
        districtOf = old.districtOf
        formerDistricts = old.formerDistricts
        confusables = old.confusables
        var unitsOf = [[Int]](repeating: [], count: old.districts.count)
        for unit in old.units.indices {
            for district in [old.districtOf[unit]] + old.formerDistricts[unit] { unitsOf[district].append(unit) }
        }
        self.unitsOf = unitsOf
        unitOfIsland = unitsOf.map { units in
            units.count == 1 && old.units[units[0]].kind == "district" ? units[0] : nil
        }
        unitByCode = Dictionary(
            old.units.enumerated().compactMap { unit in
                unit.element.code.flatMap { Int($0) }.map { ($0, unit.offset) }
            }, uniquingKeysWith: { first, _ in first })
        let new = try NewPlaces(tables, levelWords: levelWords, unitWords: unitWords, after: old)
        self.lexicon = new.lexicon
        newProvinceOf = new.provinceOf
        newUnits = new.units
        newPositions = new.positions
        newNames = new.names
        receivingNames = new.receivingNames
        let passing = try Self.readSuccession(tables.succession, old: old.positions, new: new)
        successions = passing
        var lists = [[Int]](repeating: [], count: old.units.count)
        for (index, succession) in passing.enumerated() {
            if let position = old.positions[succession.oldUnit] { lists[position].append(index) }
        }
        successionsOf = lists
    }

    /// The id of an old commune by its statistics code.
    static func oldID(_ code: String) -> String { "old:" + code }

    private static func readSuccession(
        _ table: ReferenceTable, old: [String: Int], new: NewPlaces
    ) throws(ReferenceError) -> [Succession] {
        let oldCode = try table.column("old_code")
        let newCode = try table.column("new_code")
        let share = try table.column("share")
        var successions: [Succession] = []
        for row in table.rows {
            let id = oldID(row.cells[oldCode])
            guard old[id] != nil else {
                throw table.mistake(in: row, column: "old_code", expected: "a code of the old communes")
            }
            guard let successor = new.positions[row.cells[newCode]] else {
                throw table.mistake(in: row, column: "new_code", expected: "a code of the new communes")
            }
            guard let share = SuccessionShare(rawValue: row.cells[share]) else {
                throw table.mistake(in: row, column: "share", expected: "whole or part")
            }
            // A default is a fact only where it is sure; a guess must be asked.
            let isDefault = table.optionalCell(row, "is_default")
            let basis = table.optionalCell(row, "basis")
            successions.append(
                Succession(
                    oldUnit: id, newUnit: row.cells[newCode], share: share,
                    isDefault: isDefault.isEmpty ? share == .whole : isDefault == "true",
                    basis: basis.isEmpty ? new.units[successor].basis : basis))
        }
        return successions
    }
}

extension UnitCatalogue {
    /// The provinces before the reorganisation.
    public var oldProvinces: [Province] { provinces.old }

    /// A new unit by its id.
    public func newUnit(_ id: String) -> NewUnit? { newPositions[id].map { newUnits[$0] } }

    /// Where an old commune went.
    public func successors(of unit: Int) -> [Succession] { successionsOf[unit].map { successions[$0] } }

    /// The one new unit into which an old commune went over whole; nil where it was divided.
    func wholeSuccessor(of unit: Int) -> NewUnit? {
        let list = successors(of: unit)
        guard list.count == 1, list[0].share == .whole else { return nil }
        return newPositions[list[0].newUnit].map { newUnits[$0] }
    }

    /// Whether an old unit lies, or once lay, in a district.
    func lies(_ unit: Int, in district: Int) -> Bool {
        districtOf[unit] == district || formerDistricts[unit].contains(district)
    }

    /// The one district of several that lies in a province, or the only one there is.
    func only(_ districts: [Int], in province: Int?) -> Int? {
        if districts.count == 1 { return districts[0] }
        guard let province else { return nil }
        let there = districts.filter { provinceOf[$0] == province }
        return there.count == 1 ? there[0] : nil
    }
}
