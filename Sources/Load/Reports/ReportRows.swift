// The answer to a report's question, read from SQLite row by row without a String for each cell.

import GRDB
import GRDBSQLite
import Personnel

/// Rows of a query as SQLite hands them out: numbers and bytes.
///
/// GRDB's rows make a `String` of every text; a report only passes bytes on. Columns count from 0.
/// See https://www.sqlite.org/c3ref/column_blob.html.
final class ReportRows {
    private let db: Database
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ db: Database, sql: String, arguments: StatementArguments) throws {
        self.db = db
        statement = try db.makeStatement(sql: sql)
        try statement.setArguments(arguments)
        handle = statement.sqliteStatement
    }

    /// Steps to the next row; false after the last.
    func next() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
        }
        return false
    }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    /// The value as UTF-8, which lives until the next row; empty for NULL.
    func text(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(handle, column)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }
}

/// Words that codes stand for, each written as a cell once and remembered.
struct CellMemo {
    private var codes = TextPool()
    private var cells: [[UInt8]?] = []

    /// The cell for a code, made by `word` the first time it comes.
    mutating func cell(for code: UnsafeBufferPointer<UInt8>, word: (String) -> String) -> [UInt8] {
        let position = Int(codes.code(forUTF8: code).rawValue)
        if position < cells.count, let known = cells[position] { return known }
        var line = ReportLine()
        line.text(word(String(decoding: code, as: UTF8.self)))
        while cells.count <= position { cells.append(nil) }
        cells[position] = line.bytes
        return line.bytes
    }
}
