// What the rows of a table are called, kept as bytes in one place.

/// The names of rows: their ids where the table has a column of those, else their places, from 1.
struct RowNames {
    private let areIDs: Bool
    private var bytes: [UInt8] = []
    /// Where each id ends in `bytes`.
    private var ends: [Int] = []
    private(set) var count = 0

    init(areIDs: Bool) { self.areIDs = areIDs }

    /// Adds a row with its id, which counts only where rows are called by ids.
    mutating func add(_ id: UnsafeBufferPointer<UInt8>) {
        count += 1
        guard areIDs else { return }
        bytes.append(contentsOf: id)
        ends.append(bytes.count)
    }

    subscript(row: Int) -> String {
        guard areIDs else { return "\(row + 1)" }
        return String(decoding: bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]], as: UTF8.self)
    }
}
