// Cells as they stood, for all rows of a run: several a row, so that three bytes of padding each would be much.

/// Original values one after the other, field and text apart.
public struct OriginalValues: Sendable, RandomAccessCollection {
    private var fields: [Field] = []
    private var texts: [TextCode] = []

    public init() {}

    public var startIndex: Int { 0 }
    public var endIndex: Int { fields.count }

    public subscript(index: Int) -> OriginalValue { OriginalValue(field: fields[index], text: texts[index]) }

    mutating func append(_ original: OriginalValue) {
        fields.append(original.field)
        texts.append(original.text)
    }
}
