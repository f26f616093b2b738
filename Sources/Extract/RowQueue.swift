// The rows that have been read and not yet judged: the bounded look-ahead of a sheet.

/// A queue of rows, read from the front as a slice.
struct RowQueue {
    private var rows: [SheetRow] = []
    private var head = 0

    var count: Int { rows.count - head }
    var isEmpty: Bool { head == rows.count }
    var waiting: ArraySlice<SheetRow> { rows[head...] }

    mutating func append(_ row: SheetRow) { rows.append(row) }

    mutating func removeFirst(_ number: Int) {
        head += number
        guard head >= 1024 || head == rows.count else { return }
        rows.removeFirst(head)
        head = 0
    }
}
