// Cells of any table as matching sees them, field by field.

import Vietnamese

/// Rows of a table on their way to be matched: cells are read by the kind of their field.
public struct MatchCells: Sendable {
    let layout: RowLayout
    private(set) var rows: HeldRows
    private(set) var numbering = ValueNumbering()
    private let missing: Set<String>

    /// - Parameter model: its fields, and only those, are what a row's cells hold, in this order.
    public init(_ model: MatchModel) {
        layout = RowLayout(fields: model.fields)
        rows = HeldRows(layout: layout)
        missing = Set(model.missing)
    }

    public var count: Int { rows.count }

    /// Adds a row: a text for each field of the model; blank ones and those that the model calls missing say nothing.
    public mutating func add(_ cells: [String]) {
        var words = [UInt32](repeating: 0, count: layout.width)
        for (slot, text) in zip(layout.slots, cells) {
            let text = cleanText(text)
            if text.isEmpty || missing.contains(text.lowercased()) { continue }
            switch slot.field.kind {
            case .text:
                words[slot.offset] = numbering.value(of: text)
                words[slot.offset + 1] = numbering.code(of: text)
            case .code: words[slot.offset] = numbering.code(of: text)
            case .date: words[slot.offset] = packedDate(text, newYearIsYear: slot.field.newYearIsYear)
            case .number:
                var text = text
                let number = text.withUTF8 { digits(of: $0) }
                words[slot.offset] = UInt32(truncatingIfNeeded: number)
                words[slot.offset + 1] = UInt32(truncatingIfNeeded: number >> 32)
            }
        }
        rows.add(place: UInt64(rows.count)) { $0.update(from: words, count: words.count) }
    }
}

/// A date as matching sees it (year x 10,000 + month x 100 + day, 0 for unknown parts), possible or not: a mistyped date
/// still resembles the right one. 0 where it is none.
func packedDate(_ text: String, newYearIsYear: Bool) -> UInt32 {
    let groups = text.utf8.split { $0 &- 0x30 >= 10 }
    let numbers = groups.map { group in group.prefix(9).reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 0x30) } }
    var packed: UInt32 = 0
    let lengths = groups.map(\.count)
    switch lengths.count {
    case 1 where lengths[0] == 8 && !(1000...2999).contains(numbers[0] / 10_000):
        packed = numbers[0] % 10_000 * 10_000 + numbers[0] / 10_000 % 100 * 100 + numbers[0] / 1_000_000
    case 1: packed = lengths[0] == 4 ? numbers[0] * 10_000 : numbers[0]
    case 2 where lengths[0] == 4: packed = numbers[0] * 10_000 + numbers[1] % 100 * 100
    case 2 where lengths[1] == 4: packed = numbers[1] * 10_000 + numbers[0] % 100 * 100
    case 3... where lengths[0] == 4: packed = numbers[0] * 10_000 + numbers[1] % 100 * 100 + numbers[2] % 100
    case 3... where lengths[2] == 4: packed = numbers[2] * 10_000 + numbers[1] % 100 * 100 + numbers[0] % 100
    default: break
    }
    return newYearIsYear && packed % 10_000 == 101 ? packed - 101 : packed
}
