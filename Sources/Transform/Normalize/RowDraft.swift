// A row on its way to becoming a record: its cells, what is known so far, what was odd.
import Personnel

/// The record that a row becomes, its issues, and the originals of changed values.
struct RowDraft {
    let values: FieldValues
    let headings: [Field: String]
    var record: PersonRecord
    var originals: [OriginalValue] = []
    var extras: [ExtraCode] = []
    private(set) var issues: [Issue] = []

    init(_ row: SourceRow, context: RowContext) {
        values = row.values
        headings = context.headings
        record = PersonRecord(place: row.place, context: Int32(clamping: row.context))
    }

    /// Raises an issue about a cell, with the cell as its value; the same issue of the same cell once only.
    mutating func raise(_ code: IssueCode, _ field: Field, value: String? = nil, detail: String? = nil) {
        let issue = Issue(code, field: field, value: value ?? values[field], detail: detail, row: record.place)
        if !issues.contains(where: { $0.code == code && $0.value == issue.value }) { issues.append(issue) }
    }

    /// Keeps the cell's text where the normalised value is written otherwise.
    mutating func keepOriginal(of field: Field, _ text: String, normalised: String, in pool: inout TextPool) {
        if !isSameText(text, normalised) { keepOriginal(of: field, text, in: &pool) }
    }

    /// Keeps the cell's text where the date is written otherwise.
    mutating func keepOriginal(of field: Field, _ text: String, normalised: PartialDate, in pool: inout TextPool) {
        // Only texts of these lengths can be partial ISO dates: most need no writing out to know.
        if [4, 7, 10].contains(text.utf8.count), !text.utf8.contains(0x2F), isSameText(text, normalised.description) {
            return
        }
        keepOriginal(of: field, text, in: &pool)
    }

    mutating func keepOriginal(of field: Field, _ text: String, in pool: inout TextPool) {
        originals.append(OriginalValue(field: field, text: pool.code(for: text)))
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
