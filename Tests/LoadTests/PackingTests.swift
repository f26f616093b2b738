// Tables that are laid out page by page are what SQLite itself would have made.

import Foundation
import GRDB
import Testing

@testable import Load

@Suite struct PackingTests {
    /// A row of the table that the tests pack.
    struct Item {
        var id: Int64
        var number: Int64?
        var real: Double?
        var text: String?
        var name: String
    }

    struct Rows: CustomTestStringConvertible {
        var testDescription: String
        var items: [Item]

        init(_ description: String, _ items: [Item]) {
            testDescription = description
            self.items = items
        }
    }

    static let schema = """
        CREATE TABLE item (id INTEGER PRIMARY KEY, number INTEGER, real REAL, text TEXT, name TEXT NOT NULL) STRICT;
        CREATE TABLE other (id INTEGER PRIMARY KEY) STRICT;
        """

    static let indexes = [
        PackedIndex(name: "by_number", table: "item", column: "number"),
        PackedIndex(name: "by_known_number", table: "item", column: "number", skipsNull: true),
    ]

    /// Numbers at the borders of every width in which they are stored.
    static let numbers: [Int64?] = {
        var numbers: [Int64?] = [nil, 0, 1, .min, .max]
        for bits: Int64 in [7, 8, 15, 16, 23, 24, 31, 32, 47, 48, 55, 56] {
            let border: Int64 = 1 << bits
            numbers += [border, border - 1, -border, -border - 1]
        }
        return numbers
    }()

    static func text(_ index: Int, length: Int) -> String {
        let word = "\(index * 7919 % 10007) nguyễn văn "
        return String(String(repeating: word, count: length / word.count + 1).prefix(length))
    }

    static let cases = [
        Rows("no row", []),
        Rows("one row", [Item(id: -5, number: nil, real: .nan, text: nil, name: "")]),
        Rows(
            "numbers of every width, as ids too",
            (numbers.compactMap { $0 }).sorted().enumerated().map { index, number in
                Item(id: number, number: numbers[index], real: Double(index) / 4, text: "", name: "x")
            }
        ),
        Rows(
            "many short rows",
            (0..<30_000).map { index in
                Item(
                    id: Int64(index) * 3, number: Int64(index % 251), real: Double(index),
                    text: index % 5 == 0 ? nil : text(index, length: index % 40), name: text(index, length: 9))
            }
        ),
        Rows(
            "rows of every length up to three pages",
            (0..<900).map { index in
                Item(
                    id: Int64(index), number: nil, real: nil, text: text(index, length: index * 55),
                    name: text(index, length: 3800 + index))
            }
        ),
        Rows(
            "rows about as long as a page has room",
            (0..<200).map { index in
                let name = String(repeating: "a", count: 16_250 + index)
                return Item(id: Int64(index), number: 1, real: nil, text: nil, name: name)
            }
        ),
    ]

    @Test("a packed table with its indexes is sound and holds the rows that went in", arguments: cases)
    func packed(rows: Rows) throws {
        let items = rows.items
        let place = try Workplace()
        let path = place.folder + "/packed.sqlite"
        let table = try Self.make(path)
        let packer = try Packer(path: path, tables: ["item": table])
        let count = try packer.fill("item", "id, number, real, text, name") { insert in
            for item in items {
                Self.bind(item, to: insert)
                try insert.insert()
            }
        }
        try packer.finish()
        #expect(count == items.count)

        let inserted = place.folder + "/inserted.sqlite"
        _ = try Self.make(inserted)
        try DatabaseQueue(path: inserted).write { db in
            let insert = try BulkInsert(db, into: "item", "id, number, real, text, name")
            for item in items {
                Self.bind(item, to: insert)
                try insert.insert()
            }
        }
        #expect(try Self.rows(of: path) == Self.rows(of: inserted))
        try DatabaseQueue(path: path).write { db in
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
            // SQLite goes on from there.
            try db.execute(sql: "INSERT INTO other VALUES (1); UPDATE item SET name = name || '+', number = 5")
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
        }
    }

    @Test("the same id twice, or one that is lower than the one before, is refused", arguments: [7, 6])
    func order(id: Int64) throws {
        let place = try Workplace()
        let path = place.folder + "/packed.sqlite"
        let packer = try Packer(path: path, tables: ["item": try Self.make(path)])
        #expect(throws: LoadError.inconsistent("rows of a table are not in order")) {
            _ = try packer.fill("item", "id, name") { insert in
                for id in [7, id] {
                    insert.bind(1, id)
                    insert.bind(2, "x")
                    try insert.insert()
                }
            }
        }
    }

    @Test("values that do not come in the order of the columns are refused")
    func columns() throws {
        let place = try Workplace()
        let path = place.folder + "/packed.sqlite"
        let packer = try Packer(path: path, tables: ["item": try Self.make(path)])
        #expect(throws: LoadError.inconsistent("values of a row are not bound in the order of its columns")) {
            _ = try packer.fill("item", "id, number, name") { insert in
                insert.bind(1, 1)
                insert.bind(3, "x")
                insert.bind(2, 5)
                try insert.insert()
            }
        }
        #expect(throws: LoadError.inconsistent("values of a row are not bound in the order of its columns")) {
            _ = try packer.fill("item", "id, number, name") { insert in
                // More types than there is room for, were they kept.
                for number in 0..<1000 { insert.bind(2, number) }
                try insert.insert()
            }
        }
    }

    @Test("the page by which SQLite locks files is left out")
    func lockPage() throws {
        let place = try Workplace()
        let path = place.folder + "/packed.sqlite"
        _ = try Self.make(path)
        // The file pretends to be three pages short of one GiB, most of them a hole.
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seek(toOffset: 28)
        try handle.write(contentsOf: withUnsafeBytes(of: UInt32(65534).bigEndian) { Data($0) })
        try handle.close()
        let pages = try DatabasePages(path: path)
        let page = [UInt8](repeating: 1, count: TreePage.size)
        var numbers: [UInt32] = []
        for _ in 0..<4 {
            numbers.append(pages.nextTwo.0)
            let following = pages.nextTwo.1
            #expect(try page.withUnsafeBytes { try pages.append($0) } == numbers.last)
            #expect(pages.nextTwo.0 == following)
        }
        #expect(numbers == [65535, 65536, 65538, 65539])
        try pages.finish()
        let written = try FileHandle(forReadingFrom: URL(filePath: path))
        try written.seek(toOffset: 65536 * 16384)
        #expect(try written.read(upToCount: 16384) == Data(count: 16384))
        #expect(try written.read(upToCount: 16384) == Data(page))
    }

    private static func make(_ path: String) throws -> PackedTable {
        try DatabaseQueue(path: path).writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA page_size = 16384")
            try db.execute(sql: schema + indexes.map(\.sql).joined())
            return try PackedTable(db, "item", indexes: indexes)
        }
    }

    private static func bind(_ item: Item, to insert: some RowBinder) {
        insert.bind(1, item.id)
        insert.bind(2, item.number)
        insert.bind(3, item.real)
        insert.bind(4, item.text)
        insert.bind(5, item.name)
    }

    private static func rows(of path: String) throws -> [Row] {
        try DatabaseQueue(path: path).read { try Row.fetchAll($0, sql: "SELECT * FROM item ORDER BY id") }
    }
}
