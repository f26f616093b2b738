// What is kept of a sheet's rows to find its tables: a byte a cell, some words a row, and none of the text.

/// The outward look of a sheet, row by row.
public struct SheetProfile: Sendable {
    /// What was seen of a row beside the forms of its cells.
    struct Signs: OptionSet {
        let rawValue: UInt8
        /// Two filled cells hold the same text.
        static let repeatsItself = Signs(rawValue: 1)
        /// The cells number the columns (`1`, `2`, `3`), in brackets or plain.
        static let numbersColumns = Signs(rawValue: 2)
        static let isBracketed = Signs(rawValue: 4)
        /// Its only cell holds quotes or as many figures as a record does: a row that was never cut.
        static let isUncut = Signs(rawValue: 8)
    }

    struct Row {
        /// Where its cells begin and end in `forms`.
        var cells: Range<Int>
        var number: UInt32
        var filled: Int
        /// Its cells in delimited text, where each was written; elsewhere one past the last filled cell.
        var width: Int
        var hash: UInt64
        var signs: Signs

        var isBlank: Bool { filled == 0 }
    }

    /// Whether the rows come from delimited text, where blank cells at a row's end were written too.
    public let isDelimited: Bool
    private(set) var forms: [CellForm] = []
    private(set) var rows: [Row] = []

    public init(isDelimited: Bool) { self.isDelimited = isDelimited }

    public var rowCount: Int { rows.count }

    /// The number of the row in a position, as Excel counts.
    public func number(ofRow position: Int) -> UInt32 { rows[position].number }

    /// The form of a cell; blank beyond the row's last cell.
    func form(_ row: Int, _ column: Int) -> CellForm {
        let cells = rows[row].cells
        return column < cells.count ? forms[cells.lowerBound + column] : .blank
    }

    /// Takes the rows of a batch in.
    public mutating func add(_ batch: RowBatch) {
        for index in 0..<batch.count { add(batch[index]) }
    }

    private mutating func add(_ row: RowBatch.Row) {
        let start = forms.count
        var (hash, filled, end): (UInt64, Int, Int) = (0xCBF2_9CE4_8422_2325, 0, 0)
        var hashes: [UInt64] = []
        var numbering = ColumnNumbering()
        let cells = (0..<row.count).map(row.bytes)
        for (column, text) in cells.enumerated() {
            let form: CellForm =
                switch row.origin(column) {
                case .own: CellForm(text)
                case .mergedFromLeft: .coveredFromLeft
                case .mergedFromAbove: .coveredFromAbove
                }
            forms.append(form)
            let own = Self.hash(of: text)
            hash = (hash ^ own) &* 0x100_0000_01B3
            guard form.isFilled else { continue }
            filled += 1
            end = column + 1
            hashes.append(own)
            numbering.take(text)
        }
        var signs: Signs = []
        if Set(hashes).count < hashes.count { signs.insert(.repeatsItself) }
        if numbering.isWhole {
            signs.formUnion(numbering.isBracketed ? [.numbersColumns, .isBracketed] : .numbersColumns)
        }
        if filled == 1, cells.contains(where: Self.looksUncut) { signs.insert(.isUncut) }
        rows.append(
            Row(
                cells: start..<forms.count, number: row.number, filled: filled,
                width: isDelimited ? cells.count : end, hash: hash, signs: signs))
    }

    /// Whether a text holds a double quote or four words with figures in them.
    private static func looksUncut(_ text: ArraySlice<UInt8>) -> Bool {
        if text.contains(Byte.doubleQuote) { return true }
        let words = text.split { $0 <= Byte.space || $0 == Byte.semicolon || $0 == Byte.bar }
        return words.count { $0.contains { 0x30...0x39 ~= $0 } } >= 4
    }

    private static func hash(of text: ArraySlice<UInt8>) -> UInt64 {
        text.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

/// Whether cells count the columns: 1, 2, 3 … without a gap, a letter (`A`, `B`) allowed for the first of them.
private struct ColumnNumbering {
    private var last = 0
    private var count = 0
    private var brackets = 0
    private var fails = false

    var isWhole: Bool { !fails && last >= 3 }
    var isBracketed: Bool { brackets == count }

    mutating func take(_ text: ArraySlice<UInt8>) {
        guard !fails else { return }
        count += 1
        let bytes = text.filter { $0 > Byte.space && !"()[]".utf8.contains($0) }
        if text.contains(UInt8(ascii: "(")) || text.contains(UInt8(ascii: "[")) { brackets += 1 }
        if last == 0, bytes.count == 1, 0x41...0x44 ~= bytes[0] & 0xDF { return }
        guard bytes.count <= 3, let value = Int(String(decoding: bytes, as: UTF8.self)), value == last + 1 else {
            fails = true
            return
        }
        last = value
    }
}
