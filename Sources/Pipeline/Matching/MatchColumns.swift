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

    /// Hands on what a row holds of each field, with the field's position.
    func forEachCell(
        of row: (Int) -> UnsafeBufferPointer<UInt8>, _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        for (field, columns) in columns.enumerated() {
            if columns.count == 1 {
                body(field, row(columns[0]))
            } else {
                var date = Self.joined(columns.map { String(decoding: row($0), as: UTF8.self) })
                date.withUTF8 { body(field, $0) }
            }
        }
    }

    /// Year, month and day as one text, up to the first that is missing.
    static func joined(_ parts: [String]) -> String {
        parts.map(cleanText).prefix { !$0.isEmpty }.joined(separator: "-")
    }
}
