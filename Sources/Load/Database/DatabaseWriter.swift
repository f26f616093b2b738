// Writes the consolidated database: a fresh file, small tables row by row, large ones packed with their indexes.

import GRDB
import Glibc
public import Personnel

/// How much was written, for the manifest and the log.
public struct DatabaseCounts: Sendable, Equatable {
    /// Rows of each table, in order of the schema.
    public var tables: [TableCount] = []

    public struct TableCount: Sendable, Equatable {
        public var table: String
        public var rows: Int
    }

    /// The rows of a table; 0 for one that is not there.
    public subscript(table: String) -> Int { tables.first { $0.table == table }?.rows ?? 0 }
}

/// Writes a `Consolidation` into a new SQLite database (outputs.md).
///
///     let writer = try DatabaseWriter(path: building + "/personnel.sqlite")
///     let rows = try writer.writeRows(of: register)                       // while people are being matched
///     let counts = try writer.write(consolidation, run: facts, messages: messages, after: rows)
///
/// The same consolidation gives the same rows with the same ids in the same order. Nothing but the table `run` holds a
/// time. The file has mode 0600.
///
/// SQLite makes the file with all its tables and indexes and takes the rows of the small tables. Those of the large ones
/// are added as whole b-trees while no connection has the file open (`PackedInsert`): inserting them took half of the time
/// that the database took.
public struct DatabaseWriter: Sendable {
    private let path: String
    private let packedTables: [String: PackedTable]

    /// Makes the file, which must not be there yet, and its tables.
    ///
    /// - throws: `LoadError.file` when the file cannot be made, GRDB's `DatabaseError` when SQLite refuses it.
    public init(path: String) throws {
        let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw LoadError.file(path: path, errorNumber: errno) }
        close(descriptor)
        self.path = path
        do {
            packedTables = try Self.open(path).writeWithoutTransaction { db in
                try db.execute(sql: Schema.tables + Schema.indexes)
                let tables = try Schema.packedTables.map { try PackedTable(db, $0, indexes: Schema.packedIndexes) }
                return Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
            }
        } catch {
            unlink(path)
            throw error
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false  // checked once, over the whole, by DatabaseCheck
        configuration.prepareDatabase { db in
            // A crash leaves a file that nobody will read: the run publishes by renaming what is complete.
            // page_size and the rest: https://www.sqlite.org/pragma.html
            try db.execute(
                sql: """
                    PRAGMA page_size = \(TreePage.size);
                    PRAGMA auto_vacuum = NONE;
                    PRAGMA journal_mode = OFF;
                    PRAGMA synchronous = OFF;
                    PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA secure_delete = OFF;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -32768;
                    PRAGMA ignore_check_constraints = ON;
                    """)
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Tables that are written already.
    public struct WrittenRows: Sendable {
        fileprivate let tables: [DatabaseCounts.TableCount]
    }

    /// Writes what the files and their rows say: all that is known before anybody is matched.
    ///
    /// - throws: `LoadError` or GRDB's `DatabaseError`; the file is then gone.
    public func writeRows(of register: Register) throws -> WrittenRows {
        try orNothing {
            let filling = RowFilling(register)
            try inTransaction(filling.fill)
            try packing(filling.pack)
            return WrittenRows(tables: filling.counts)
        }
    }

    /// Writes every other table and closes the file. Whoever publishes it waits until the disk has it, as with every file
    /// of a run.
    ///
    /// CHECK constraints are left to `DatabaseCheck`, which verifies them over the finished file.
    ///
    /// - Parameter rows: what `writeRows` answered for the consolidation's register; nil where it is still to be called.
    /// - throws: `LoadError` or GRDB's `DatabaseError`; the file is then gone.
    public func write(
        _ consolidation: Consolidation, run: RunFacts, messages: IssueMessages, after rows: WrittenRows? = nil
    ) throws -> DatabaseCounts {
        let rows = try rows ?? writeRows(of: consolidation.register)
        return try orNothing {
            let filling = try Filling(consolidation, messages)
            try inTransaction { try filling.fill(run: run, db: $0) }
            try packing(filling.pack)
            return DatabaseCounts(tables: rows.tables + filling.counts)
        }
    }

    /// Does `body`; the file is gone when it fails.
    private func orNothing<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Does `body` in a transaction of a connection of its own, closed thereafter.
    private func inTransaction(_ body: (Database) throws -> Void) throws {
        let queue = try Self.open(path)
        try queue.writeWithoutTransaction { db in
            try db.inTransaction {
                try body(db)
                return .commit
            }
        }
        try queue.close()
    }

    /// Adds whole tables while no connection has the file open.
    private func packing(_ body: (Packer) throws -> Void) throws {
        let packer = try Packer(path: path, tables: packedTables)
        try body(packer)
        try packer.finish()
    }
}
