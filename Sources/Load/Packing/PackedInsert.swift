// The way of very many rows into an empty table: laid out page by page, with the table's indexes beside them.

import GRDB
import Personnel

/// A table that is to be packed: where its tree begins, its columns, its indexes.
struct PackedTable: Sendable {
    var name: String
    /// The page of the root, empty as SQLite made it.
    var root: UInt32
    var columns: [String]
    /// The column that is the row's id.
    var rowIDColumn: Int
    /// Each index of the table with the page of its root.
    var indexes: [(index: PackedIndex, root: UInt32)]

    /// What SQLite says of a table that it has made.
    init(_ db: Database, _ name: String, indexes: [PackedIndex]) throws {
        func root(_ name: String) throws -> UInt32 {
            let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
            return try UInt32(Int64.fetchOne(db, sql: sql, arguments: [name]) ?? 0)
        }
        self.name = name
        self.root = try root(name)
        let rows = try Row.fetchAll(db, sql: "SELECT name, pk FROM pragma_table_info(?)", arguments: [name])
        columns = rows.map { $0[0] }
        guard let key = rows.firstIndex(where: { $0[1] == 1 }) else {
            throw LoadError.inconsistent("table \(name) has no key by which rows are packed")
        }
        rowIDColumn = key
        self.indexes = try indexes.filter { $0.table == name }.map { ($0, try root($0.name)) }
    }
}

/// Fills one empty table and its indexes.
///
/// Rows come in order of their ids, the values of a row in the order of the table's columns; what is not bound is null.
/// The pages say what SQLite itself would have written, in a quarter of the time: no statement is run, no cursor moved,
/// no page split. That they say it is for `PRAGMA integrity_check` to find, which every run asks before it is
/// published.
final class PackedInsert: RowBinder {
    private let table: PackedTable
    private let pages: DatabasePages
    private let tree: TreeBuilder
    private let row: PackedRow
    private let keys: [IndexKeys]
    /// For each column named, from 1, its position in the table.
    private var positions: [Int] = [0]
    private var rowID: Int64 = 0
    private(set) var count = 0

    /// - parameter columns: those that are bound, parted by commas, in the order of the table.
    /// - parameter rows: about how many there will be.
    init(_ pages: DatabasePages, into table: PackedTable, _ columns: String, rows: Int) throws(LoadError) {
        self.table = table
        self.pages = pages
        tree = .table(pages, root: table.root)
        row = PackedRow(columns: table.columns.count)
        func position(of name: String) throws(LoadError) -> Int {
            guard let position = table.columns.firstIndex(of: name) else {
                throw .inconsistent("table \(table.name) has no column \(name)")
            }
            return position
        }
        for name in columns.split(separator: ",") {
            try positions.append(position(of: String(name.drop { $0 == " " })))
        }
        var keys: [IndexKeys] = []
        for (index, _) in table.indexes {
            try keys.append(
                IndexKeys(skipsNull: index.skipsNull, column: position(of: index.column), rows: rows))
        }
        self.keys = keys
    }

    func insert() throws(LoadError) {
        count += 1
        for keys in keys { keys.add(row, rowID: rowID) }
        try row.write(to: tree, rowID: rowID)
    }

    /// Writes what is left of the table, then its indexes.
    func finish() throws(LoadError) {
        try tree.finish()
        for (keys, (_, root)) in zip(keys, table.indexes) { try keys.write(to: .index(pages, root: root)) }
    }

    func bindNull(_ column: Int32) { row.setNull(positions[Int(column)]) }

    func bindInteger(_ column: Int32, _ number: Int64) {
        let position = positions[Int(column)]
        // The id stands in front of the record, where its column is null.
        if position == table.rowIDColumn {
            rowID = number
            row.setNull(position)
        } else {
            row.set(position, number)
        }
    }

    func bindReal(_ column: Int32, _ number: Double) { row.set(positions[Int(column)], number) }

    func bind(_ column: Int32, utf8 bytes: UnsafeBufferPointer<UInt8>) {
        row.set(positions[Int(column)], utf8: bytes)
    }
}
