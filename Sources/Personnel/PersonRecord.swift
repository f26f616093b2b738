// What survives of a person's row: compact, normalised, ready to be compared.

/// One person's row after normalisation. Texts are codes of the list's `TextPool` (of the register's, after joining).
///
/// `.none`, nil and 0 in `Hundredths` mean "unknown in the source".
public struct PersonRecord: Sendable {
    public var place: RowReference
    /// The position of the row's `RowContext` in its list's (later the register's) contexts.
    public var context: Int32
    /// The date of the list (the newest that it states); nil when it states none.
    public var listDate: PartialDate?

    public var fullName: TextCode = .none
    /// The ASCII key of the name (conventions.md, "Keys").
    public var nameKey: TextCode = .none
    public var birthDate: PartialDate?
    public var gender: Gender?
    public var nationalID: CitizenID?
    public var oldNationalID: OldCitizenID?
    public var ethnicity: TextCode = .none
    public var religion: TextCode = .none
    public var homeTown: TextCode = .none
    public var residence: TextCode = .none
    public var position: TextCode = .none
    /// The unit as its own column writes it, cleaned; not yet looked up. Empty where the context says it.
    public var unit: TextCode = .none
    public var department: TextCode = .none
    public var category: Category?
    /// The code of the rank (`01.003`), or the text as read where it is unknown.
    public var rank: TextCode = .none
    /// 1-12; nil when unknown.
    public var salaryStep: UInt8?
    public var salaryCoefficient: Hundredths?
    /// Over-frame allowance in percent.
    public var overFrame: UInt8?
    public var positionAllowance: Hundredths?
    public var qualification: Qualification?
    public var fieldOfStudy: TextCode = .none
    public var politicalTheory: PoliticalTheory?
    public var partyJoined: PartialDate?
    public var recruitedOn: PartialDate?
    public var insuranceFrom: PartialDate?
    public var insuranceMonths: UInt16?
    public var proposedUnit: TextCode = .none
    public var proposedPosition: TextCode = .none
    public var policy: TextCode = .none
    public var phone: TextCode = .none
    public var note: TextCode = .none
    /// The unit looked up in the old catalogue, by `Assign`; nil when not looked up or not known.
    public var oldUnit: Int32?
    /// Values whose reading changed them: the text as it stood in the cell.
    public var originals: [OriginalValue] = []
    /// Cells of columns that no field claims.
    public var extras: [ExtraCode] = []

    public init(place: RowReference, context: Int32) {
        self.place = place
        self.context = context
    }
}

/// A number with two decimals, in hundredths: 2.34 is 234.
public struct Hundredths: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let value: Int32

    public init(_ value: Int32) { self.value = value }

    /// `2.34`; two decimals always, a point, no grouping.
    public var description: String {
        let (whole, part) = (abs(value) / 100, abs(value) % 100)
        return (value < 0 ? "-" : "") + "\(whole)." + (part < 10 ? "0" : "") + "\(part)"
    }

    public static func < (left: Hundredths, right: Hundredths) -> Bool { left.value < right.value }
}

/// The text of a field as it stood in the cell, where normalisation changed it.
public struct OriginalValue: Hashable, Sendable {
    public var field: Field
    public var text: TextCode

    public init(field: Field, text: TextCode) {
        self.field = field
        self.text = text
    }
}

/// A cell of an unrecognised column, both heading and text as codes.
public struct ExtraCode: Hashable, Sendable {
    public var heading: TextCode
    public var text: TextCode

    public init(heading: TextCode, text: TextCode) {
        self.heading = heading
        self.text = text
    }
}
