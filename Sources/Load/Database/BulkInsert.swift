// The fast way into a table: one prepared INSERT, bound in raw SQLite calls from bytes and integers.

import GRDB
import GRDBSQLite
import Personnel

/// An INSERT over all columns of one table, run many times.
///
/// GRDB's statement arguments cost four times the insert itself; these binds cost nothing beside it. Columns are
/// numbered from 1 in the order given; a binding stays until it is bound again.
/// See https://www.sqlite.org/c3ref/bind_blob.html.
final class BulkInsert {
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

    /// Inserts one row with what is bound.
    func insert() throws(LoadError) {
        count += 1
        let code = sqlite3_step(handle)
        guard code == SQLITE_DONE, sqlite3_reset(handle) == SQLITE_OK else {
            throw .insert(table: table, row: count, resultCode: code)
        }
    }

    func bindNull(_ column: Int32) { sqlite3_bind_null(handle, column) }

    func bind(_ column: Int32, _ number: Int64) { sqlite3_bind_int64(handle, column, number) }

    func bind(_ column: Int32, _ number: (some BinaryInteger)?) {
        if let number { sqlite3_bind_int64(handle, column, Int64(number)) } else { bindNull(column) }
    }

    func bind(_ column: Int32, _ number: Double?) {
        if let number { sqlite3_bind_double(handle, column, number) } else { bindNull(column) }
    }

    func bind(_ column: Int32, _ number: Hundredths?) { bind(column, number.map { Double($0.value) / 100 }) }

    /// Binds text from its bytes, which SQLite copies; the empty text for an empty buffer.
    func bind(_ column: Int32, utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else {
            sqlite3_bind_text(handle, column, "", 0, Self.transient)
            return
        }
        base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
            _ = sqlite3_bind_text(handle, column, start, Int32(bytes.count), Self.transient)
        }
    }

    func bind(_ column: Int32, _ text: String?) {
        guard var text else { return bindNull(column) }
        text.withUTF8 { bind(column, utf8: $0) }
    }

    /// Binds a text of the pool; NULL for the empty text.
    func bind(_ column: Int32, _ code: TextCode, of pool: borrowing TextPool) {
        if code.isNone { return bindNull(column) }
        pool.withUTF8(of: code) { bind(column, utf8: $0) }
    }

    /// Binds a date as partial ISO 8601, as long as it is known.
    func bind(_ column: Int32, _ date: PartialDate?) {
        guard let date else { return bindNull(column) }
        let (year, month, day) = (date.year, date.month, date.day)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { buffer in
            Self.writeDigits(UInt64(year), into: UnsafeMutableBufferPointer(rebasing: buffer[0..<4]))
            buffer[4] = UInt8(ascii: "-")
            Self.writeDigits(UInt64(month ?? 0), into: UnsafeMutableBufferPointer(rebasing: buffer[5..<7]))
            buffer[7] = UInt8(ascii: "-")
            Self.writeDigits(UInt64(day ?? 0), into: UnsafeMutableBufferPointer(rebasing: buffer[8..<10]))
            let length = day != nil ? 10 : month != nil ? 7 : 4
            bind(column, utf8: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[0..<length]))
        }
    }

    /// Binds a number as text of so many digits, with leading zeros.
    func bind(_ column: Int32, digits number: UInt64, width: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: width) { buffer in
            Self.writeDigits(number, into: buffer)
            bind(column, utf8: UnsafeBufferPointer(buffer))
        }
    }

    func bind(_ column: Int32, _ number: CitizenID?) {
        if let number { bind(column, digits: number.number, width: 12) } else { bindNull(column) }
    }

    func bind(_ column: Int32, _ number: OldCitizenID?) {
        if let number { bind(column, digits: UInt64(number.number), width: 9) } else { bindNull(column) }
    }

    private static func writeDigits(_ number: UInt64, into buffer: UnsafeMutableBufferPointer<UInt8>) {
        var rest = number
        for index in buffer.indices.reversed() {
            buffer[index] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }

    /// SQLITE_TRANSIENT, a cast in C that Swift does not import: SQLite copies what it is given.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
