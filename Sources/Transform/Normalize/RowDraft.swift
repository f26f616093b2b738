// A row on its way to becoming a record: its cells, what is known so far, what was odd.
import Personnel

/// The record that a row becomes, its issues, and the originals of changed values.
struct RowDraft {
    /// The cells by field; they live as long as the row is being read.
    let values: FieldTexts
    let headings: [Field: String]
    /// The position of the row's context in its file.
    let contextIndex: Int
    var record: PersonRecord
    var originals: [OriginalValue] = []
    var extras: [ExtraCode] = []
    private(set) var issues: [Issue] = []

    init(_ row: SourceRow, values: FieldTexts, context: RowContext) {
        self.values = values
        contextIndex = row.context
        headings = context.headings
        record = PersonRecord(place: row.place, context: Int32(clamping: row.context))
    }

    /// Takes over the memory of the arrays of a row that is done with, or leaves its own to the next.
    mutating func exchangeMemory(with spare: inout (originals: [OriginalValue], extras: [ExtraCode])) {
        swap(&originals, &spare.originals)
        swap(&extras, &spare.extras)
        originals.removeAll(keepingCapacity: true)
        extras.removeAll(keepingCapacity: true)
    }

    /// Raises an issue about a cell, with the cell as its value; the same issue of the same cell once only.
    mutating func raise(_ code: IssueCode, _ field: Field, value: String? = nil, detail: String? = nil) {
        let issue = Issue(code, field: field, value: value ?? values.text(field), detail: detail, row: record.place)
        if !issues.contains(where: { $0.code == code && $0.value == issue.value }) { issues.append(issue) }
    }

    /// Keeps the cell's text where the normalised value is written otherwise.
    mutating func keepOriginal(
        of field: Field, _ text: UnsafeBufferPointer<UInt8>, normalised: String, in pool: inout TextPool
    ) {
        if !text.elementsEqual(normalised.utf8) { keepOriginal(of: field, text, in: &pool) }
    }

    /// Keeps the cell's text where the date is written otherwise.
    mutating func keepOriginal(
        of field: Field, _ text: UnsafeBufferPointer<UInt8>, normalised: PartialDate, in pool: inout TextPool
    ) {
        // Only texts of these lengths can be partial ISO dates: most need no writing out to know.
        let mayBeISO = text.count == 4 || text.count == 7 || text.count == 10
        if mayBeISO, !text.contains(0x2F), text.elementsEqual(normalised.description.utf8) { return }
        keepOriginal(of: field, text, in: &pool)
    }

    mutating func keepOriginal(of field: Field, _ text: UnsafeBufferPointer<UInt8>, in pool: inout TextPool) {
        originals.append(OriginalValue(field: field, text: pool.code(forUTF8: text)))
    }
}

/// Whether two texts have the same bytes; `==` takes NFD and NFC for equal.
func isSameText(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    var (left, right) = (left, right)
    return left.withUTF8 { left in
        right.withUTF8 { right in
            for index in left.indices where left[index] != right[index] { return false }
            return true
        }
    }
}
