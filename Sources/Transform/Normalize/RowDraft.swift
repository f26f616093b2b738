// A row on its way to becoming a record: its cells, what is known so far, what was odd.
import Personnel

/// The record that a row becomes, its issues, and the originals of changed values.
struct RowDraft {
    let values: FieldValues
    let headings: [Field: String]
    var record: PersonRecord
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
        if text.utf8.elementsEqual(normalised.utf8) { return }
        record.originals.append(OriginalValue(field: field, text: pool.code(for: text)))
    }
}
