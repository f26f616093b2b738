// What survives of a person's row: compact, normalised, ready to be compared.

/// One person's row after normalisation. Texts are codes of the list's `TextPool` (of the register's, after joining).
///
/// `.none`, nil and 0 in `Hundredths` mean "unknown in the source". Millions of these are held at once: what may be
/// unknown is packed without a byte of its own for saying so, and what few rows have much of (`originals`, `extras`) lies
/// in arrays of the list.
public struct PersonRecord: Sendable {
    public var place: RowReference
    /// The position of the row's `RowContext` in its list's (later the register's) contexts.
    public var context: Int32

    public var fullName: TextCode = .none
    /// The ASCII key of the name (conventions.md, "Keys").
    public var nameKey: TextCode = .none
    public var ethnicity: TextCode = .none
    public var religion: TextCode = .none
    public var homeTown: TextCode = .none
    public var residence: TextCode = .none
    public var position: TextCode = .none
    /// The unit as its own column writes it, cleaned; not yet looked up. Empty where the context says it.
    public var unit: TextCode = .none
    public var department: TextCode = .none
    /// The code of the rank (`01.003`), or the text as read where it is unknown.
    public var rank: TextCode = .none
    public var fieldOfStudy: TextCode = .none
    public var proposedUnit: TextCode = .none
    public var proposedPosition: TextCode = .none
    public var policy: TextCode = .none
    public var phone: TextCode = .none
    public var note: TextCode = .none
    /// Values whose reading changed them: where the texts as they stood in the cells lie in the list's `originals`.
    public var originals = ValueSpan()
    /// Cells of columns that no field claims: where they lie in the list's `extras`.
    public var extras = ValueSpan()

    @usableFromInline var packedNationalID: UInt64 = 0
    @usableFromInline var packedOldNationalID: UInt32 = 0
    @usableFromInline var packedListDate: UInt32 = 0
    @usableFromInline var packedBirthDate: UInt32 = 0
    @usableFromInline var packedPartyJoined: UInt32 = 0
    @usableFromInline var packedRecruitedOn: UInt32 = 0
    @usableFromInline var packedInsuranceFrom: UInt32 = 0
    @usableFromInline var packedCoefficient = Int32.min
    @usableFromInline var packedAllowance = Int32.min
    @usableFromInline var packedOldUnit = Int32.min
    @usableFromInline var packedMonths = UInt16.max
    @usableFromInline var packedStep = UInt8.max
    @usableFromInline var packedOverFrame = UInt8.max

    public var gender: Gender?
    public var category: Category?
    /// Whether the row itself says the category, in a column of its own: what stands over many rows says less of one.
    public var saysCategory = false
    public var qualification: Qualification?
    public var politicalTheory: PoliticalTheory?

    public init(place: RowReference, context: Int32) {
        self.place = place
        self.context = context
    }
}

/// A run of elements of an array that is kept elsewhere.
public struct ValueSpan: Hashable, Sendable {
    public var start: UInt32
    public var count: UInt32

    @inlinable public init(start: UInt32 = 0, count: UInt32 = 0) {
        self.start = start
        self.count = count
    }

    @inlinable public var isEmpty: Bool { count == 0 }
    @inlinable public var range: Range<Int> { Int(start)..<Int(start + count) }
}

/// A number with two decimals, in hundredths: 2.34 is 234.
public struct Hundredths: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let value: Int32

    @inlinable public init(_ value: Int32) { self.value = value }

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
