// The tables of a pipeline's `units` folder, by name.

public import Personnel

/// What the unit catalogue of a province is made of: the CSV files of the pipeline's `units` folder.
public struct UnitTables: Sendable {
    /// `provinces.csv`: period, code, name, goes_to.
    public var provinces: ReferenceTable
    /// `old-districts.csv`: code, district (the key), name, kind; of several provinces also province (the old code).
    public var districts: ReferenceTable
    /// `old-communes.csv`: code, kind, name, district; optionally catalogue_name.
    public var oldCommunes: ReferenceTable
    /// `new-communes.csv`: code, kind, name; of several provinces also province (the new code).
    public var newCommunes: ReferenceTable
    /// `receiving-units.csv`: unit_id, name, kind, parent, area_districts, basis; optionally province.
    public var receivingUnits: ReferenceTable
    /// `receiving-unit-aliases.csv`: unit_id, alias.
    public var receivingAliases: ReferenceTable
    /// `commune-succession.csv`: old_code, new_code, share; optionally is_default, basis.
    public var succession: ReferenceTable
    /// `unit-aliases.csv`: period, code, official_name, alias, alias_kind.
    public var aliases: ReferenceTable
    /// `confusable-names.csv`: names, groups of names parted by `;`.
    public var confusables: ReferenceTable
    /// `level-words.csv`: written, role, level, kind, needs_known_name.
    public var levelWords: ReferenceTable
    /// `unit-words.csv`: written, meaning.
    public var unitWords: ReferenceTable

    public init(
        provinces: ReferenceTable, districts: ReferenceTable, oldCommunes: ReferenceTable,
        newCommunes: ReferenceTable, receivingUnits: ReferenceTable, receivingAliases: ReferenceTable,
        succession: ReferenceTable,
        aliases: ReferenceTable, confusables: ReferenceTable, levelWords: ReferenceTable, unitWords: ReferenceTable
    ) {
        self.provinces = provinces
        self.districts = districts
        self.oldCommunes = oldCommunes
        self.newCommunes = newCommunes
        self.receivingUnits = receivingUnits
        self.receivingAliases = receivingAliases
        self.succession = succession
        self.aliases = aliases
        self.confusables = confusables
        self.levelWords = levelWords
        self.unitWords = unitWords
    }
}

extension ReferenceTable {
    /// The cell of a column that a table may lack; empty then.
    func optionalCell(_ row: Row, _ column: String) -> String {
        columns.firstIndex(of: column).map { row.cells[$0] } ?? ""
    }
}
