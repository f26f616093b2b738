// Reads from a published database who its people were, so that the next run gives them the same ids.

import GRDB
import GRDBSQLite
public import Personnel

/// The identities of a published database.
///
///     let reader = try LedgerReader(path: run + "/personnel.sqlite")
///     let ledger = try reader.ledger()
public struct LedgerReader {
    private let queue: DatabaseQueue

    /// Opens a database for reading only.
    ///
    /// - throws: GRDB's `DatabaseError` when the file cannot be opened.
    public init(path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Everything but the traces of rows.
    ///
    /// - throws: GRDB's `DatabaseError` for a damaged file or one that another version of the program wrote.
    public func ledger() throws -> IdentityLedger {
        try queue.read { db in
            var ledger = IdentityLedger()
            guard let run = try Row.fetchOne(db, sql: "SELECT run_id, generation FROM run") else {
                throw LoadError.inconsistent("the database holds no run")
            }
            ledger.run = run[0]
            ledger.generation = run[1]
            ledger.identities = try Self.identities(db)
            ledger.rows = try Self.rows(db, ledger.identities)
            ledger.formerRows = try Self.formerRows(db)
            ledger.corrections = try Self.corrections(db)
            return ledger
        }
    }

    /// The traces of person rows, in the order of the ids given.
    ///
    /// - parameter nameHash: the hash by which names are compared.
    /// - throws: `LoadError.inconsistent` for an id that is no person row's.
    public func traces(of rowIDs: [Int64], nameHash: @Sendable (String) -> UInt64) throws -> [RowTrace] {
        try queue.read { db in
            let statement = try db.makeStatement(
                sql: """
                    SELECT f.path, r.sheet, r.row_number, v.full_name, v.birth_date, v.national_id, v.old_national_id, v.unit
                    FROM source_row r JOIN source_file f USING (file_id) JOIN row_value v USING (row_id) WHERE row_id = ?
                    """)
            return try rowIDs.map { id in
                guard let row = try Row.fetchOne(statement, arguments: [id]) else {
                    throw LoadError.inconsistent("row \(id) of the run before is not in its database")
                }
                return RowTrace(
                    path: row[0], sheet: row[1], row: row[2], name: (row[3] as String?).map(nameHash) ?? 0,
                    birth: (row[4] as String?).flatMap { PartialDate(iso: $0) },
                    nationalID: (row[5] as String?).flatMap { UInt64($0) }.flatMap(CitizenID.init(number:)),
                    oldNationalID: (row[6] as String?).flatMap { UInt32($0) }.flatMap(OldCitizenID.init(number:)),
                    unit: (row[7] as String?).map { ContentHash.of($0) } ?? 0)
            }
        }
    }

    private static func identities(_ db: Database) throws -> [IdentityLedger.Identity] {
        var identities: [IdentityLedger.Identity] = []
        try each(db, "SELECT person_id, since FROM person") { statement in
            identities.append(
                .init(id: sqlite3_column_int64(statement, 0), since: sqlite3_column_int(statement, 1), state: .live))
        }
        let retired = try Row.fetchAll(db, sql: "SELECT person_id, since, successor_id FROM retired_person")
        for row in retired {
            let state = (row[2] as Int64?).map { IdentityLedger.State.merged(into: $0) } ?? .gone
            identities.append(.init(id: row[0], since: row[1], state: state))
        }
        return identities.sorted { $0.id < $1.id }
    }

    private static func rows(
        _ db: Database, _ identities: [IdentityLedger.Identity]
    ) throws -> [IdentityLedger.KnownRow] {
        var positions: [Int64: Int32] = [:]
        positions.reserveCapacity(identities.count)
        for (position, identity) in identities.enumerated() { positions[identity.id] = Int32(position) }
        var rows: [IdentityLedger.KnownRow] = []
        let sql = "SELECT row_id, person_id, fingerprint FROM source_row WHERE +person_id IS NOT NULL ORDER BY row_id"
        try each(db, sql) { statement in
            guard let owner = positions[sqlite3_column_int64(statement, 1)] else { return }
            rows.append(
                .init(
                    fingerprint: UInt64(bitPattern: sqlite3_column_int64(statement, 2)), owner: owner,
                    rowID: sqlite3_column_int64(statement, 0)))
        }
        return rows
    }

    private static func formerRows(_ db: Database) throws -> [FormerRow] {
        let sql = """
            SELECT person_id, fingerprint, national_id, name_and_birth FROM retired_row ORDER BY person_id, fingerprint
            """
        return try Row.fetchAll(db, sql: sql).map { row in
            FormerRow(
                id: row[0], fingerprint: UInt64(bitPattern: row[1]), nationalID: UInt64(bitPattern: row[2]),
                nameAndBirth: UInt64(bitPattern: row[3]))
        }
    }

    private static func corrections(_ db: Database) throws -> [RowCorrection] {
        try Row.fetchAll(db, sql: "SELECT was, became FROM row_correction").map { row in
            RowCorrection(from: UInt64(bitPattern: row[0]), to: UInt64(bitPattern: row[1]))
        }.sorted()
    }

    /// Steps through millions of rows without an object for each.
    private static func each(_ db: Database, _ sql: String, _ take: (OpaquePointer) -> Void) throws {
        let statement = try db.makeStatement(sql: sql)
        let handle = statement.sqliteStatement
        while true {
            let code = sqlite3_step(handle)
            if code == SQLITE_ROW {
                take(handle)
            } else {
                sqlite3_reset(handle)
                guard code == SQLITE_DONE else {
                    throw LoadError.inconsistent(
                        "the database of the run before can't be read: SQLite result code \(code)")
                }
                return
            }
        }
    }
}
