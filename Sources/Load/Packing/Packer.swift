// The tables that are packed into a database, one after the other.

/// Packs tables into a database that no connection has open.
final class Packer {
    private let pages: DatabasePages
    private let tables: [String: PackedTable]

    init(path: String, tables: [String: PackedTable]) throws(LoadError) {
        pages = try DatabasePages(path: path)
        self.tables = tables
    }

    /// Fills an empty table with the rows that `body` inserts, in order of their ids; answers how many there are.
    ///
    /// - parameter rows: about how many there will be: memory for the indexes is taken once.
    func fill(
        _ table: String, _ columns: String, rows: Int = 0, _ body: (PackedInsert) throws -> Void
    ) throws -> Int {
        guard let shape = tables[table] else { throw LoadError.inconsistent("table \(table) is not packed") }
        let insert = try PackedInsert(pages, into: shape, columns, rows: rows)
        try body(insert)
        try insert.finish()
        return insert.count
    }

    /// Makes what was packed part of the database.
    func finish() throws(LoadError) { try pages.finish() }
}
