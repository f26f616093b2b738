// Units of government before and after the reorganisation, and how the old became the new.

/// What a unit is, as the catalogues and the rules name it (`commune`, `ward`, `township`, `school`, …): data, not code.
public typealias UnitKind = String

/// A unit that existed before 1 July 2025.
public struct OldUnit: Sendable, Equatable {
    /// Unique in the run, stable: the statistics code with its period for communes (`old:03127`), else made of district,
    /// kind and name key.
    public var id: String
    /// The statistics code; nil for units that have none (schools, offices, centres).
    public var code: String?
    public var name: String
    public var kind: UnitKind
    /// The district's key (`tuan-giao`); nil for units of the province.
    public var district: String?

    public init(id: String, code: String?, name: String, kind: UnitKind, district: String?) {
        self.id = id
        self.code = code
        self.name = name
        self.kind = kind
        self.district = district
    }
}

/// A unit that receives people: a new commune or ward, an area board, a centre, a department.
public struct NewUnit: Sendable, Equatable {
    /// The statistics code for communes and wards, else the id of the receiving unit (`gdnn-gdtx-1`).
    public var id: String
    public var code: String?
    public var name: String
    public var kind: UnitKind
    /// The id of the unit above; it may lie outside the catalogue (`ubnd-tinh`).
    public var parent: String?
    /// Keys of the old districts that it serves; empty where it serves none in particular.
    public var areaDistricts: [String]
    /// What the entry rests on (resolution, report, assumption).
    public var basis: String

    public init(
        id: String, code: String?, name: String, kind: UnitKind, parent: String?, areaDistricts: [String], basis: String
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.kind = kind
        self.parent = parent
        self.areaDistricts = areaDistricts
        self.basis = basis
    }
}

/// How much of an old unit went to a new one.
public enum SuccessionShare: String, Sendable { case whole, part }

/// One old unit's passing into one new unit.
public struct Succession: Sendable, Equatable {
    public var oldUnit: String
    public var newUnit: String
    public var share: SuccessionShare
    /// Whether this is where the old unit's people go when nothing else says so.
    public var isDefault: Bool
    public var basis: String

    public init(oldUnit: String, newUnit: String, share: SuccessionShare, isDefault: Bool, basis: String) {
        self.oldUnit = oldUnit
        self.newUnit = newUnit
        self.share = share
        self.isDefault = isDefault
        self.basis = basis
    }
}
