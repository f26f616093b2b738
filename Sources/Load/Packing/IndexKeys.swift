// The entries of an index, gathered while the rows of its table are written, then put in order.

/// What an index of a packed table is over: one column of whole numbers.
struct PackedIndex {
    var name: String
    var table: String
    var column: String
    /// Whether rows in which the column is null are left out.
    var skipsNull = false

    /// How SQLite is told of it.
    var sql: String {
        "CREATE INDEX \(name) ON \(table) (\(column))" + (skipsNull ? " WHERE \(column) IS NOT NULL" : "") + ";"
    }
}

/// The entries of one index.
final class IndexKeys {
    private struct Entry {
        var key: Int64
        var rowID: Int64
    }

    private let skipsNull: Bool
    /// The position of the column in the table.
    private let column: Int
    private var nulls: [Int64] = []
    private var entries: [Entry] = []

    /// - parameter rows: about how many entries there will be: arrays that grow by doubling would take twice the
    ///   memory.
    init(skipsNull: Bool, column: Int, rows: Int) {
        self.skipsNull = skipsNull
        self.column = column
        entries.reserveCapacity(rows)
    }

    /// Takes the entry of a row that is about to be written; rows come in order of their ids.
    func add(_ row: PackedRow, rowID: Int64) {
        if let key = row.integer(column) {
            entries.append(Entry(key: key, rowID: rowID))
        } else if !skipsNull {
            nulls.append(rowID)
        }
    }

    /// Writes the index and forgets its entries. NULL stands before every value, equal values in order of row.
    func write(to tree: TreeBuilder) throws(LoadError) {
        let record = PackedRow(columns: 2)
        for rowID in nulls {
            record.set(1, rowID)
            try record.write(to: tree)
        }
        entries.sort { ($0.key, $0.rowID) < ($1.key, $1.rowID) }
        for entry in entries {
            record.set(0, entry.key)
            record.set(1, entry.rowID)
            try record.write(to: tree)
        }
        try tree.finish()
        (nulls, entries) = ([], [])
    }
}
