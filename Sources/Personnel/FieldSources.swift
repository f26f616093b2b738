// From which of a person's rows the value of each field stands.

/// For each field (by raw value) a position among a person's rows; `none` where no row has a value.
///
/// Most people have one row: a bit a field is all that they need.
public struct FieldSources: Sendable, Equatable {
    /// The position where no row has a value.
    public static let none = UInt16.max
    /// How many positions a person's sources are where they are written behind each other.
    public static let width = Field.allCases.count

    /// A bit for each field whose value is the first row's, as long as no other row is named.
    private var ofFirst: UInt64 = 0
    /// A position for each field; empty as long as only the first row is named.
    private var positions: ArraySlice<UInt16> = []

    /// No row has a value of any field.
    public init() {}

    /// The sources of a person of one row: all that it tells is the row's.
    init(ofOnly record: PersonRecord) {
        for field in Field.allCases where record.hasValue(of: field) { ofFirst |= 1 << UInt64(field.rawValue) }
        if record.oldUnit != nil { ofFirst |= 1 << UInt64(Field.unit.rawValue) }
    }

    /// Positions that are part of an array that many share.
    init(_ positions: ArraySlice<UInt16>) { self.positions = positions }

    /// Where the sources of one of many lie, `width` behind each other.
    static func range(_ index: Int) -> Range<Int> { index * width..<(index + 1) * width }

    public var count: Int { 64 }

    public subscript(field: Int) -> UInt16 {
        get {
            if !positions.isEmpty { return positions[positions.startIndex + field] }
            return ofFirst >> UInt64(field) & 1 == 1 ? 0 : Self.none
        }
        set {
            if positions.isEmpty && newValue != 0 && newValue != Self.none {
                positions = (0..<Self.width).map { self[$0] }[...]
            }
            if !positions.isEmpty {
                positions[positions.startIndex + field] = newValue
            } else if newValue == 0 {
                ofFirst |= 1 << UInt64(field)
            } else {
                ofFirst &= ~(1 << UInt64(field))
            }
        }
    }
}
