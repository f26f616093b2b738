// The first half of filling the database: all that is known when the lists are joined, before anybody is matched.

import GRDB
import Personnel

/// Fills the tables of files and of what their rows say.
final class RowFilling {
    /// Stored, not computed: the hot loops reach into its arrays.
    let register: Register
    let rows: RowNumbering
    private(set) var counts: [DatabaseCounts.TableCount] = []

    private var db: Database?

    init(_ register: Register) {
        self.register = register
        rows = RowNumbering(register)
    }

    /// Fills the small tables.
    func fill(_ db: Database) throws {
        self.db = db
        defer { self.db = nil }
        try fillFiles()
        try fillContexts()
        try fillRowCounts()
        try fillRejectedCells()
        try fillExtraValues()
        try fillFieldCounts()
    }

    /// Fills the large tables.
    func pack(_ packer: Packer) throws { try packRowValues(packer) }

    /// Runs `body` with an INSERT into a table and keeps count of the rows.
    func fill(_ table: String, _ columns: String, _ body: (BulkInsert) throws -> Void) throws {
        guard let db else { throw LoadError.inconsistent("table \(table) is filled without a connection") }
        let insert = try BulkInsert(db, into: table, columns)
        try body(insert)
        counts.append(.init(table: table, rows: insert.count))
    }

    /// The same for a table that is packed.
    func pack(_ packer: Packer, _ table: String, _ columns: String, _ body: (PackedInsert) throws -> Void) throws {
        counts.append(.init(table: table, rows: try packer.fill(table, columns, body)))
    }
}
