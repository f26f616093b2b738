// The entries of an index, gathered while the rows of its table are written, then put in order.

/// What an index of a packed table is over.
struct PackedIndex {
    enum Keys {
        /// One column of whole numbers, or two that are never null or negative and take 32 bits at most.
        case integers([String])
        case text(String)
    }

    var name: String
    var table: String
    var keys: Keys
    /// Whether rows in which the column is null are left out.
    var skipsNull = false

    /// How SQLite is told of it.
    var sql: String {
        let columns: [String] =
            switch keys {
            case .integers(let columns): columns
            case .text(let column): [column]
            }
        return "CREATE INDEX \(name) ON \(table) (\(columns.joined(separator: ", ")))"
            + (skipsNull ? " WHERE \(columns[0]) IS NOT NULL" : "") + ";"
    }
}

/// The entries of one index.
final class IndexKeys {
    private struct IntegerEntry {
        var key: UInt64
        var rowID: Int64
    }

    private struct TextEntry {
        /// The first eight bytes, the first byte highest.
        var prefix: UInt64
        var rowID: Int64
        var start: UInt32
        var count: UInt32

        /// Where the text stands among the bytes of all.
        var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
    }

    private let index: PackedIndex
    /// Positions of the columns in the table.
    private let columns: [Int]
    private var nulls: [Int64] = []
    private var integers: [IntegerEntry] = []
    private var texts: [TextEntry] = []
    private var bytes: [UInt8] = []

    /// - parameter rows: about how many entries there will be: arrays that grow by doubling would take twice the memory.
    /// - parameter position: of a column in the table.
    init(_ index: PackedIndex, rows: Int, position: (String) throws(LoadError) -> Int) throws(LoadError) {
        self.index = index
        var columns: [Int] = []
        switch index.keys {
        case .integers(let names):
            for name in names { try columns.append(position(name)) }
            integers.reserveCapacity(rows)
        case .text(let name):
            try columns.append(position(name))
            texts.reserveCapacity(rows)
        }
        self.columns = columns
    }

    /// Takes the entry of a row; rows come in order of their ids.
    ///
    /// - throws: `LoadError.inconsistent` where the texts of all rows together take more than four GiB.
    func add(_ row: PackedRow, rowID: Int64) throws(LoadError) {
        switch index.keys {
        case .integers where columns.count == 2:
            let (high, low) = (row.integer(columns[0]) ?? 0, row.integer(columns[1]) ?? 0)
            integers.append(IntegerEntry(key: UInt64(bitPattern: high << 32 | low), rowID: rowID))
        case .integers:
            if let number = row.integer(columns[0]) {
                // The order of numbers with a sign as one of numbers without.
                integers.append(IntegerEntry(key: UInt64(bitPattern: number) ^ 1 << 63, rowID: rowID))
            } else if !index.skipsNull {
                nulls.append(rowID)
            }
        case .text:
            if let text = row.text(columns[0]) {
                var prefix: UInt64 = 0
                for offset in 0..<8 { prefix = prefix << 8 | UInt64(offset < text.count ? text[offset] : 0) }
                guard let start = UInt32(exactly: bytes.count), let count = UInt32(exactly: text.count) else {
                    throw .inconsistent("the texts of index \(index.name) take more than four GiB")
                }
                texts.append(TextEntry(prefix: prefix, rowID: rowID, start: start, count: count))
                bytes.append(contentsOf: text)
            } else if !index.skipsNull {
                nulls.append(rowID)
            }
        }
    }

    /// Writes the index and forgets its entries. NULL stands before every value, equal values in order of row.
    func write(to tree: TreeBuilder) throws(LoadError) {
        let record = PackedRow(columns: columns.count + 1)
        for rowID in nulls {
            record.setNull(0)
            record.set(1, rowID)
            try Self.add(record, to: tree)
        }
        try writeIntegers(record, to: tree)
        try writeTexts(record, to: tree)
        try tree.finish()
        (nulls, integers, texts, bytes) = ([], [], [], [])
    }

    private func writeIntegers(_ record: PackedRow, to tree: TreeBuilder) throws(LoadError) {
        integers.sort { ($0.key, $0.rowID) < ($1.key, $1.rowID) }
        for entry in integers {
            if columns.count == 2 {
                record.set(0, Int64(entry.key >> 32))
                record.set(1, Int64(entry.key & 0xFFFF_FFFF))
                record.set(2, entry.rowID)
            } else {
                record.set(0, Int64(bitPattern: entry.key ^ 1 << 63))
                record.set(1, entry.rowID)
            }
            try Self.add(record, to: tree)
        }
    }

    private func writeTexts(_ record: PackedRow, to tree: TreeBuilder) throws(LoadError) {
        try bytes.withUnsafeBufferPointer { all throws(LoadError) in
            texts.sort { Self.precedes($0, $1, all) }
            for entry in texts {
                record.set(0, utf8: UnsafeBufferPointer(rebasing: all[entry.range]))
                record.set(1, entry.rowID)
                try Self.add(record, to: tree)
            }
        }
    }

    /// The order of bytes, as SQLite's collation BINARY has it.
    private static func precedes(_ left: TextEntry, _ right: TextEntry, _ all: UnsafeBufferPointer<UInt8>) -> Bool {
        if left.prefix != right.prefix { return left.prefix < right.prefix }
        let (leftText, rightText) = (all[left.range], all[right.range])
        if leftText.elementsEqual(rightText) { return left.rowID < right.rowID }
        return leftText.lexicographicallyPrecedes(rightText)
    }

    private static func add(_ record: PackedRow, to tree: TreeBuilder) throws(LoadError) {
        try record.write(to: tree, rowID: 0)
    }
}

extension PackedRow {
    /// Adds the record to a tree.
    func write(to tree: TreeBuilder, rowID: Int64) throws(LoadError) {
        let (front, count) = measure()
        if count <= tree.maxLocal {
            return try write(front: front, at: tree.place(payload: count, rowID: rowID))
        }
        let payload = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        defer { payload.deallocate() }
        if let start = payload.baseAddress { write(front: front, at: start) }
        try tree.add(long: UnsafeRawBufferPointer(payload), rowID: rowID)
    }
}
