// Assets and balances of old units as their lists give them, and where they go.

/// A column of a list of assets or balances; the raw value is its name in vocabularies and the database.
public enum AssetField: String, CaseIterable, Sendable {
    case ordinal, name, code, kind
    /// The unit that hands over; where in it a thing stands; the unit that the list names to take it.
    case giver
    case usedAt = "used_at"
    case receiver
    case yearInUse = "year_in_use"
    case measure, quantity
    case originalCost = "original_cost"
    /// The parts of the original cost by where the money came from.
    case budgetCost = "budget_cost"
    case otherCost = "other_cost"
    case residualValue = "residual_value"
    /// What an inventory found, beside what the books say.
    case countedQuantity = "counted_quantity"
    case countedCost = "counted_cost"
    case countedResidual = "counted_residual"
    case condition, note
    case content
    case budgetCode = "budget_code"
    case opening, allotted, used, remaining
    /// Known, and kept with its heading.
    case other

    /// Amounts of money, which totals add up.
    public static let amounts: [AssetField] = [
        .originalCost, .residualValue, .opening, .allotted, .used, .remaining,
    ]
}

/// One row of a list of assets or balances, with what stands around it.
public struct AssetRow: Sendable {
    public enum Kind: Sendable, Equatable {
        case item
        /// How many sections stand over it.
        case section(depth: Int)
        case total(isGrand: Bool)
        /// No row of the table's matter: a heading, a note, a blank.
        case other(RowKind)
    }

    public var place: RowReference
    public var kind: Kind
    /// Of sections and totals: their words.
    public var text: String
    /// As read, by column.
    public var values: [AssetField: String]
    /// Cells of columns that no field claims, and of those that are only kept.
    public var details: [ExtraValue]
    public var cells: [String]

    public init(
        place: RowReference, kind: Kind, text: String = "", values: [AssetField: String] = [:],
        details: [ExtraValue] = [], cells: [String] = []
    ) {
        self.place = place
        self.kind = kind
        self.text = text
        self.values = values
        self.details = details
        self.cells = cells
    }
}

/// What stands around the rows of a list of assets.
public struct AssetContext: Hashable, Sendable {
    /// Titles, the sections that may name a unit, path and sheet.
    public var row: RowContext
    /// The headings of the columns, joined.
    public var headings: [String]
    /// What each column was taken for; nil for columns without a heading.
    public var fields: [AssetField?] = []
    /// The number of the row in which the table's heading begins; 0 where it has none.
    public var headingRow: UInt32 = 0
    /// Sections that may name a kind of asset, outermost first; the sheet's name and titles where there are none.
    public var kindTexts: [String]
    /// The unit that a line above the table names to hand over, and to take.
    public var giver: String
    public var receiver: String
    /// How many đồng a figure stands for.
    public var scale: Int64
    /// Whether the table is one of balances.
    public var isBalance: Bool

    public init(
        row: RowContext, headings: [String] = [], kindTexts: [String] = [], giver: String = "", receiver: String = "",
        scale: Int64 = 1, isBalance: Bool = false
    ) {
        self.row = row
        self.headings = headings
        self.kindTexts = kindTexts
        self.giver = giver
        self.receiver = receiver
        self.scale = scale
        self.isBalance = isBalance
    }
}

/// A thing or a balance that a unit hands over, read.
public struct AssetRecord: Sendable {
    public var place: RowReference
    /// The position of the row's context in its list's (later the register's) contexts.
    public var context: Int32
    public var isBalance: Bool
    /// The name of a thing, the content of a balance.
    public var name: String
    /// The code of a thing, the budget code of a balance.
    public var code: String = ""
    /// A kind of the pipeline's table, and its name for people.
    public var kind: String
    public var kindName: String = ""
    /// The unit that hands over and the place of use, as written; empty where the list around the row says it.
    public var giver: String = ""
    public var usedAt: String = ""
    /// The receiver as written, and the heading or line that names it.
    public var receiver: String = ""
    public var receiverColumn: String = ""
    public var measure: String = ""
    public var quantity: Hundredths?
    public var yearInUse: Int?
    public var condition: String = ""
    public var note: String = ""
    /// In đồng; nil where the list gives none that can be read.
    public var amounts: [AssetField: Int64] = [:]
    public var details: [ExtraValue] = []

    public init(place: RowReference, context: Int32, isBalance: Bool, name: String, kind: String) {
        self.place = place
        self.context = context
        self.isBalance = isBalance
        self.name = name
        self.kind = kind
    }
}

/// A record with its giver and its receiver.
public struct HandedItem: Sendable {
    public var record: AssetRecord
    /// The position of the giver in `Consolidation.oldUnits`; nil where no unit is named.
    public var oldUnit: Int32?
    /// Never `leaving`.
    public var assignment: Assignment

    public init(record: AssetRecord, oldUnit: Int32?, assignment: Assignment) {
        self.record = record
        self.oldUnit = oldUnit
        self.assignment = assignment
    }
}
