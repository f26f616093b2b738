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
    /// Of the filled cells of the row at hand; kept for its memory.
    private var filledHashes: [UInt64] = []

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
        batch.forEachRow { index, cells in add(cells, number: batch.rowNumbers[index]) }
    }

    private mutating func add(_ row: BatchCells, number: UInt32) {
        let start = forms.count
        var (hash, filled, end): (UInt64, Int, Int) = (0xCBF2_9CE4_8422_2325, 0, 0)
        filledHashes.removeAll(keepingCapacity: true)
        var numbering = ColumnNumbering()
        for column in 0..<row.count {
            let text = row[column]
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
            filledHashes.append(own)
            numbering.take(text)
        }
        var signs: Signs = []
        if Self.holdsEqual(filledHashes) { signs.insert(.repeatsItself) }
        if numbering.isWhole {
            signs.formUnion(numbering.isBracketed ? [.numbersColumns, .isBracketed] : .numbersColumns)
        }
        if filled == 1, (0..<row.count).contains(where: { Self.looksUncut(row[$0]) }) { signs.insert(.isUncut) }
        rows.append(
            Row(
                cells: start..<forms.count, number: number, filled: filled,
                width: isDelimited ? row.count : end, hash: hash, signs: signs))
    }

    /// Whether two of some numbers are equal.
    private static func holdsEqual(_ hashes: [UInt64]) -> Bool {
        // Rows are narrow: comparing each with each costs less than a set.
        if hashes.count > 64 { return Set(hashes).count < hashes.count }
        for index in hashes.indices.dropFirst() {
            for other in 0..<index where hashes[other] == hashes[index] { return true }
        }
        return false
    }

    /// Whether a text holds a double quote or four words with figures in them.
    private static func looksUncut(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if text.contains(Byte.doubleQuote) { return true }
        let words = text.split { $0 <= Byte.space || $0 == Byte.semicolon || $0 == Byte.bar }
        return words.count { $0.contains { 0x30...0x39 ~= $0 } } >= 4
    }

    private static func hash(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
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

    mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
        guard !fails else { return }
        count += 1
        var (value, digits, others, letter) = (0, 0, 0, UInt8(0))
        var isInBrackets = false
        for byte in text where byte > Byte.space {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): isInBrackets = true
            case UInt8(ascii: ")"), UInt8(ascii: "]"): break
            case 0x30...0x39:
                value = value * 10 + Int(byte & 15)
                digits += 1
            default:
                letter = byte
                // A plus may stand before the number.
                others += byte == UInt8(ascii: "+") && digits == 0 ? 1 : 4
            }
            if digits + others > 3 {
                if digits == 0, others == 4, last == 0, 0x41...0x44 ~= letter & 0xDF { continue }
                fails = true
                return
            }
        }
        if isInBrackets { brackets += 1 }
        if others == 4 { return }
        guard digits > 0, others <= 1, value == last + 1 else {
            fails = true
            return
        }
        last = value
    }
}
