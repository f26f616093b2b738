// From which of a person's rows the value of each field stands.

/// For each field (by raw value) a position among a person's rows; `none` where no row has a value.
///
/// Most people have one row: a bit a field is all that they need.
public struct FieldSources: Sendable, Equatable {
    public static let none = UInt16.max

    /// A bit for each field whose value is the first row's, as long as no other row is named.
    private var ofFirst: UInt64 = 0
    /// A position for each field; empty as long as only the first row is named.
    private var positions: [UInt16] = []

    public init() {}

    /// Sources of a person's only row: a bit for each field (by raw value) that it has a value of.
    public init(ofFirst fields: UInt64) { ofFirst = fields }

    public var count: Int { 64 }

    public subscript(field: Int) -> UInt16 {
        get {
            if !positions.isEmpty { return positions[field] }
            return ofFirst >> UInt64(field) & 1 == 1 ? 0 : Self.none
        }
        set {
            if positions.isEmpty && newValue != 0 && newValue != Self.none {
                positions = (0..<Field.allCases.count).map { self[$0] }
            }
            if !positions.isEmpty {
                positions[field] = newValue
            } else if newValue == 0 {
                ofFirst |= 1 << UInt64(field)
            } else {
                ofFirst &= ~(1 << UInt64(field))
            }
        }
    }
}
