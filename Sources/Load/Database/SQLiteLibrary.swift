// The SQLite that the program runs with, for whoever asks whether a machine is ready.

import GRDB

/// The SQLite library of the machine.
public enum SQLiteLibrary {
    /// Its version (`3.40.1`), after a table as a run makes them was made in memory.
    ///
    /// - throws: GRDB's `DatabaseError` when it is too old for STRICT tables, which came with 3.37.
    public static func version() throws -> String {
        try DatabaseQueue().write { db in
            try db.execute(sql: "CREATE TABLE probe (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
            return try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? ""
        }
    }
}
