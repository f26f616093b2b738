// Cells of any table as matching sees them, field by field.

import Personnel
import Vietnamese

/// Rows of a table on their way to be matched: cells are read by the kind of their field.
public struct MatchCells: Sendable {
    let layout: RowLayout
    private(set) var rows: HeldRows
    private(set) var numbering = ValueNumbering()
    /// Cells that say nothing, cleaned and in lower case.
    private let missing: Set<String>
    /// Whether any of those could be taken for a date or a number.
    private let missingHasDigits: Bool
    /// Texts as they stood in cells, and by their numbers what became of them: each is cleaned once.
    private var seen = TextPool()
    private var values: [UInt32] = [0]
    private var codes: [UInt32] = [0]

    /// - Parameter model: its fields, and only those, are what a row's cells hold, in this order.
    public init(_ model: MatchModel) {
        layout = RowLayout(fields: model.fields)
        rows = HeldRows(layout: layout)
        missing = Set(model.missing.map { cleanText($0).lowercased() })
        missingHasDigits = model.missing.contains { $0.utf8.contains { $0 &- 0x30 < 10 } }
    }

    public var count: Int { rows.count }

    /// Adds a row: a text for each field of the model; blank ones and those that the model calls missing say nothing.
    public mutating func add(_ cells: [String]) {
        let row = addRow()
        for (field, text) in cells.prefix(layout.slots.count).enumerated() {
            var text = text
            text.withUTF8 { set($0, ofField: field, row: row) }
        }
    }

    /// Adds a row that says nothing yet, and gives its number.
    public mutating func addRow() -> Int { rows.add(place: UInt64(rows.count)) }

    /// Says what the cell of a row holds, in UTF-8.
    ///
    /// - Parameter field: the field's position in the model.
    public mutating func set(_ text: UnsafeBufferPointer<UInt8>, ofField field: Int, row: Int) {
        if text.isEmpty { return }
        let slot = layout.slots[field]
        switch slot.field.kind {
        case .text:
            let number = number(of: text)
            rows[row, slot.offset] = values[number]
            rows[row, slot.offset + 1] = codes[number]
        case .code: rows[row, slot.offset] = codes[number(of: text)]
        case .date:
            if isMissing(text) { return }
            rows[row, slot.offset] = packedDate(text, newYearIsYear: slot.field.newYearIsYear)
        case .number:
            if isMissing(text) { return }
            let number = digits(of: text)
            rows[row, slot.offset] = UInt32(truncatingIfNeeded: number)
            rows[row, slot.offset + 1] = UInt32(truncatingIfNeeded: number >> 32)
        }
    }

    private func isMissing(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        missingHasDigits && missing.contains(cleanText(String(decoding: text, as: UTF8.self)).lowercased())
    }

    /// The number of a text as it stands in a cell.
    private mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
        let number = Int(seen.code(forUTF8: text).rawValue)
        if number < values.count { return number }
        let clean = cleanText(String(decoding: text, as: UTF8.self))
        if clean.isEmpty || missing.contains(clean.lowercased()) {
            values.append(0)
            codes.append(0)
        } else {
            values.append(numbering.value(of: clean))
            codes.append(numbering.code(ofValue: values[number]))
        }
        return number
    }
}

/// A date as matching sees it (year x 10,000 + month x 100 + day, 0 for unknown parts), possible or not: a mistyped date
/// still resembles the right one. 0 where it is none.
func packedDate(_ text: UnsafeBufferPointer<UInt8>, newYearIsYear: Bool) -> UInt32 {
    var numbers: InlineArray<3, UInt32> = [0, 0, 0]
    var lengths: InlineArray<3, Int> = [0, 0, 0]
    var (count, isInside) = (0, false)
    for byte in text {
        let digit = byte &- 0x30
        if digit >= 10 {
            isInside = false
            continue
        }
        if !isInside {
            if count == 3 { break }
            count += 1
            isInside = true
        }
        if lengths[count - 1] < 9 { numbers[count - 1] = numbers[count - 1] * 10 + UInt32(digit) }
        lengths[count - 1] += 1
    }
    var packed: UInt32 = 0
    switch count {
    case 1 where lengths[0] == 8 && !(1000...2999).contains(numbers[0] / 10_000):
        packed = numbers[0] % 10_000 * 10_000 + numbers[0] / 10_000 % 100 * 100 + numbers[0] / 1_000_000
    case 1: packed = lengths[0] == 4 ? numbers[0] * 10_000 : numbers[0]
    case 2 where lengths[0] == 4: packed = numbers[0] * 10_000 + numbers[1] % 100 * 100
    case 2 where lengths[1] == 4: packed = numbers[1] * 10_000 + numbers[0] % 100 * 100
    case 3 where lengths[0] == 4: packed = numbers[0] * 10_000 + numbers[1] % 100 * 100 + numbers[2] % 100
    case 3 where lengths[2] == 4: packed = numbers[2] * 10_000 + numbers[1] % 100 * 100 + numbers[0] % 100
    default: break
    }
    return newYearIsYear && packed % 10_000 == 101 ? packed - 101 : packed
}
