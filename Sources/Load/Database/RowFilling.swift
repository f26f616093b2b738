// The first half of filling the database: all that is known when the lists are joined, before anybody is matched.

import GRDB
import Personnel

/// Fills the tables of files and of what their rows say.
final class RowFilling {
    let db: Database
    /// Stored, not computed: the hot loops reach into its arrays.
    let register: Register
    let rows: RowNumbering
    private(set) var counts: [DatabaseCounts.TableCount] = []

    init(_ db: Database, _ register: Register) {
        self.db = db
        self.register = register
        rows = RowNumbering(register)
    }

    func fill() throws {
        try fillFiles()
        try fillContexts()
        try fillRowCounts()
        try fillRowValues()
        try fillRejectedCells()
        try fillExtraValues()
        try fillFieldCounts()
    }

    /// Runs `body` with an INSERT into a table and keeps count of the rows.
    func fill(_ table: String, _ columns: String, _ body: (BulkInsert) throws -> Void) throws {
        let insert = try BulkInsert(db, into: table, columns)
        try body(insert)
        counts.append(.init(table: table, rows: insert.count))
    }
}
