// The words by which a list says that it says nothing: `không rõ`, `chưa có`, `null`.
import Personnel
import Vietnamese

/// Which cells are empty in all but ink.
///
/// A cell without a letter or digit (`-`, `...`, `//`) is missing in every field; which words are, `missing.csv` says.
struct MissingWords: Sendable {
    /// Keys, in pools because those know texts by their bytes.
    private var everywhere = TextPool()
    /// By the raw value of a field.
    private var byField = Array(repeating: TextPool(), count: Field.allCases.count)
    /// By the first byte of a key: a bit for each length that words have which begin with it. Most cells fail here.
    private var lengths = [UInt64](repeating: 0, count: 0x100)

    /// From a table with the columns `field` (a canonical name, or `*` for every field) and `written`.
    init(_ table: ReferenceTable) throws(ReferenceError) {
        let (fieldColumn, writtenColumn) = (try table.column("field"), try table.column("written"))
        for row in table.rows {
            let key = asciiKey(row.cells[writtenColumn])
            guard let first = key.utf8.first else {
                throw table.mistake(in: row, column: "written", expected: "a word")
            }
            lengths[Int(first)] |= Self.bit(ofLength: key.utf8.count)
            if row.cells[fieldColumn] == "*" {
                _ = everywhere.code(for: key)
            } else if let field = Field(name: row.cells[fieldColumn]) {
                _ = byField[Int(field.rawValue)].code(for: key)
            } else {
                throw table.mistake(in: row, column: "field", expected: "the name of a field, or *")
            }
        }
    }

    private static func bit(ofLength length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

    /// Whether a cell of the field says nothing. What Excel leaves where a formula failed (`#N/A`) is not nothing.
    func isMissing(_ text: String, in field: Field) -> Bool {
        if text.isEmpty { return true }
        if isExcelError(text) { return false }
        return isMissing(key: asciiKey(text), in: field)
    }

    /// The same of a text whose ascii key is known.
    func isMissing(key: String, in field: Field) -> Bool {
        var key = key
        return key.withUTF8 { isMissing(key: $0, in: field) }
    }

    /// The same of a key in UTF-8.
    func isMissing(key: UnsafeBufferPointer<UInt8>, in field: Field) -> Bool {
        guard let first = key.first else { return true }
        if lengths[Int(first)] & Self.bit(ofLength: key.count) == 0 { return false }
        return everywhere.existingCode(forUTF8: key) != nil
            || byField[Int(field.rawValue)].existingCode(forUTF8: key) != nil
    }
}

/// Whether a cell holds one of Excel's errors (`#N/A`, `#REF!`, `#VALUE!`, `####`) in the place of its value.
func isExcelError(_ text: String) -> Bool {
    let bytes = text.utf8.drop { $0 == 0x20 }
    guard bytes.first == UInt8(ascii: "#"), bytes.count > 2 else { return false }
    return bytes.dropFirst().allSatisfy { (0x41...0x5A).contains($0) || [0x21, 0x23, 0x2F, 0x3F, 0x30].contains($0) }
}
