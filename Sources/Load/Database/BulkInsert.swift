// The way of most rows into a table: one prepared INSERT, bound in raw SQLite calls from bytes and integers.

import GRDB
import GRDBSQLite
import Personnel

/// An INSERT over all columns of one table, run many times.
///
/// A binding stays until it is bound again. GRDB's statement arguments cost four times the insert itself; these binds
/// cost nothing beside it. See https://www.sqlite.org/c3ref/bind_blob.html.
final class BulkInsert: RowBinder {
    private let statement: Statement
    private let handle: OpaquePointer
    private let table: String
    private(set) var count = 0

    init(_ db: Database, into table: String, _ columns: String) throws {
        let marks = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
        self.table = table
        statement = try db.makeStatement(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(marks))")
        handle = statement.sqliteStatement
    }

    func insert() throws(LoadError) {
        count += 1
        let code = sqlite3_step(handle)
        guard code == SQLITE_DONE, sqlite3_reset(handle) == SQLITE_OK else {
            throw .insert(table: table, row: count, resultCode: code)
        }
    }

    func bindNull(_ column: Int32) { sqlite3_bind_null(handle, column) }

    func bindInteger(_ column: Int32, _ number: Int64) { sqlite3_bind_int64(handle, column, number) }

    func bindReal(_ column: Int32, _ number: Double) { sqlite3_bind_double(handle, column, number) }

    func bind(_ column: Int32, utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else {
            sqlite3_bind_text(handle, column, "", 0, Self.transient)
            return
        }
        base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
            _ = sqlite3_bind_text(handle, column, start, Int32(bytes.count), Self.transient)
        }
    }

    /// SQLITE_TRANSIENT, a cast in C that Swift does not import: SQLite copies what it is given.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
