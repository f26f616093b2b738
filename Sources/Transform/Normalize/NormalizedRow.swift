// What a person's row became: the record, and beside it what only some rows have.

public import Personnel

/// A record with the cells as they stood where reading changed them, and the cells that no field claims.
///
/// The values of the record can be asked of it directly.
@dynamicMemberLookup
public struct NormalizedRow: Sendable {
    public var record: PersonRecord
    public var originals: [OriginalValue]
    public var extras: [ExtraCode]

    public subscript<Value>(dynamicMember path: KeyPath<PersonRecord, Value>) -> Value { record[keyPath: path] }
}
