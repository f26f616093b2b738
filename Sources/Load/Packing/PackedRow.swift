// One row as SQLite stores it, made of the values of its columns as they come.

/// The record of a row while its values are bound, column after column; then of the next row, in the same memory.
///
/// Values come in the order of the columns, so that each is written where it stays: the types of the columns in one
/// place, what they hold in another, laid one behind the other when the row is written. A column that is passed over is
/// NULL.
final class PackedRow {
    private let columns: Int
    /// SQLite's serial types, up to `next`; `typesCount` bytes.
    private let types: UnsafeMutableRawPointer
    private var typesCount = 0
    private var values: UnsafeMutableRawPointer
    private var valuesCount = 0
    private var capacity = 1024
    /// The column that may be bound next.
    private var next = 0
    private var isInOrder = true
    /// The whole numbers of this row, and a bit for each column that has one.
    private let integers: UnsafeMutablePointer<Int64>
    private var integerColumns: UInt64 = 0

    init(columns: Int) {
        self.columns = columns
        types = .allocate(byteCount: columns * 9, alignment: 1)
        values = .allocate(byteCount: capacity, alignment: 1)
        integers = .allocate(capacity: columns)
        integers.initialize(repeating: 0, count: columns)
    }

    deinit {
        types.deallocate()
        values.deallocate()
        integers.deallocate()
    }

    func setNull(_ column: Int) { _ = begin(column, SerialType.null) }

    func set(_ column: Int, _ number: Int64) {
        let type = SerialType.integer(number)
        guard begin(column, type) else { return }
        integers[column] = number
        if column < UInt64.bitWidth { integerColumns |= 1 << UInt64(column) }
        append(UInt64(bitPattern: number), size: SerialType.size(type))
    }

    /// What is no number is NULL, as in SQLite.
    func set(_ column: Int, _ number: Double) {
        if number.isNaN { return setNull(column) }
        guard begin(column, SerialType.real) else { return }
        append(number.bitPattern, size: 8)
    }

    func set(_ column: Int, utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard begin(column, SerialType.text(bytes.count)) else { return }
        reserve(bytes.count)
        if let start = bytes.baseAddress { (values + valuesCount).copyMemory(from: start, byteCount: bytes.count) }
        valuesCount += bytes.count
    }

    /// The whole number in one of the first 64 columns; nil for NULL.
    func integer(_ column: Int) -> Int64? { integerColumns >> UInt64(column) & 1 == 1 ? integers[column] : nil }

    /// Adds the record to a tree and begins the next row.
    ///
    /// - throws: `LoadError.inconsistent` where values did not come in the order of their columns.
    func write(to tree: TreeBuilder, rowID: Int64 = 0) throws(LoadError) {
        guard isInOrder else { throw .inconsistent("values of a row are not bound in the order of its columns") }
        pass(to: columns)
        // The front counts its own length in.
        let front = typesCount + (typesCount + 1 < 0x80 ? 1 : typesCount + 2 < 0x4000 ? 2 : 3)
        let count = front + valuesCount
        if count <= tree.maxLocal {
            try lay(front: front, at: tree.place(payload: count, rowID: rowID))
        } else {
            let payload = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
            defer { payload.deallocate() }
            if let start = payload.baseAddress { lay(front: front, at: start) }
            try tree.add(long: UnsafeRawBufferPointer(payload), rowID: rowID)
        }
        (typesCount, valuesCount, next, integerColumns) = (0, 0, 0, 0)
    }

    private func lay(front: Int, at place: UnsafeMutableRawPointer) {
        let length = Varint.put(UInt64(front), at: place)
        (place + length).copyMemory(from: types, byteCount: typesCount)
        (place + front).copyMemory(from: values, byteCount: valuesCount)
    }

    /// Writes the type of a column; those that were passed over are NULL.
    /// - Returns: false where it is not the column's turn: then nothing more of the row is kept.
    private func begin(_ column: Int, _ type: UInt64) -> Bool {
        guard isInOrder, next <= column, column < columns else {
            isInOrder = false
            return false
        }
        pass(to: column)
        next = column + 1
        if type < 0x80 {
            types.storeBytes(of: UInt8(type), toByteOffset: typesCount, as: UInt8.self)
            typesCount += 1
        } else {
            typesCount += Varint.put(type, at: types + typesCount)
        }
        return true
    }

    private func pass(to column: Int) {
        while next < column {
            types.storeBytes(of: UInt8(SerialType.null), toByteOffset: typesCount, as: UInt8.self)
            typesCount += 1
            next += 1
        }
    }

    /// Appends the lowest bytes of a number, the highest of them first.
    private func append(_ bits: UInt64, size: Int) {
        if size == 0 { return }
        reserve(8)
        values.storeBytes(of: (bits << UInt64(64 - 8 * size)).bigEndian, toByteOffset: valuesCount, as: UInt64.self)
        valuesCount += size
    }

    private func reserve(_ count: Int) {
        if valuesCount + count <= capacity { return }
        capacity = max(capacity * 2, valuesCount + count)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
        larger.copyMemory(from: values, byteCount: valuesCount)
        values.deallocate()
        values = larger
    }
}
