// What fields are called in the pipeline's language.

public import Personnel

/// The name of each field in messages and reports, from `language/fields.csv`.
public struct FieldLabels: Sendable {
    private let labels: [String]

    /// - parameter table: columns `field` (canonical name) and `label`; every field exactly once.
    public init(_ table: ReferenceTable) throws(ReferenceError) {
        let (fieldColumn, labelColumn) = (try table.column("field"), try table.column("label"))
        var labels = [String](repeating: "", count: Field.allCases.count)
        for row in table.rows {
            guard let field = Field(name: row.cells[fieldColumn]) else {
                throw table.mistake(in: row, column: "field", expected: "the name of a field")
            }
            guard labels[Int(field.rawValue)].isEmpty else {
                throw table.mistake(in: row, column: "field", expected: "each field once")
            }
            guard !row.cells[labelColumn].isEmpty else {
                throw table.mistake(in: row, column: "label", expected: "a text")
            }
            labels[Int(field.rawValue)] = row.cells[labelColumn]
        }
        for field in Field.allCases where labels[Int(field.rawValue)].isEmpty {
            throw ReferenceError(
                path: table.path, line: (table.rows.last?.line ?? 1) + 1, column: "field",
                expected: "the field \(field.name)",
                found: "")
        }
        self.labels = labels
    }

    public subscript(field: Field) -> String { labels[Int(field.rawValue)] }

    /// The label of a canonical name; the name itself where it is no field's.
    public subscript(name name: String) -> String { Field(name: name).map { self[$0] } ?? name }
}
