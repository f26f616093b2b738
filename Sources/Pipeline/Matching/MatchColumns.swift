// Which columns of a table hold which fields of a model.

import Transform
import Vietnamese

/// The columns of each field that a table has.
struct MatchColumns {
    /// The model with the fields of the table, and no others.
    let model: MatchModel
    /// For each field of ``model`` its column, or those of year, month and day.
    let columns: [[Int]]
    /// The column that names the rows; nil where there is none.
    let id: Int?

    init(_ model: MatchModel, headings: [String]) {
        let keys = headings.map(asciiKey)
        var found: [String: [Int]] = [:]
        for field in model.fields {
            if let column = field.headings.lazy.compactMap({ keys.firstIndex(of: $0) }).first {
                found[field.name] = [column]
                continue
            }
            for part in field.parts {
                let columns = part.compactMap { keys.firstIndex(of: $0) }
                if columns.count == 3 {
                    found[field.name] = columns
                    break
                }
            }
        }
        let present = model.fields.filter { field in
            found[field.name] != nil && (field.unless.isEmpty || field.unless.contains { found[$0] == nil })
        }
        self.model = model.restricted(to: Set(present.map(\.name)))
        columns = present.compactMap { found[$0.name] }
        id = model.idHeadings.lazy.compactMap { keys.firstIndex(of: $0) }.first
    }

    /// What a row holds of each field.
    func cells(of row: [String]) -> [String] {
        columns.map { columns in
            if columns.count == 1 { return columns[0] < row.count ? row[columns[0]] : "" }
            let parts = columns.map { $0 < row.count ? cleanText(row[$0]) : "" }
            return parts[0].isEmpty ? "" : parts.prefix { !$0.isEmpty }.joined(separator: "-")
        }
    }
}
