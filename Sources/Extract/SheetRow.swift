// A row of a sheet taken out of its batch: its cells as texts, and which of them are its own.

import Personnel
import Tabular

/// A row with its cells as read.
struct SheetRow: Sendable {
    let number: UInt32
    let cells: RowCells
    /// Where each cell comes from; empty where every cell is its own.
    let origins: [CellOrigin]
    /// How many cells are its own and not blank, the first and the last of them; -1 where there are none.
    private(set) var filledCount = 0
    private(set) var firstFilled = -1
    private(set) var lastFilled = -1
    /// A bit for each of the first 64 cells that is its own and not blank.
    private var filled: UInt64 = 0

    init(number: UInt32, cells: RowCells, origins: [CellOrigin] = []) {
        self.number = number
        self.cells = cells
        self.origins = origins
        cells.withBytes { cells in
            for column in 0..<cells.count where !isBlank(cells[column]) {
                if !origins.isEmpty, origins[column] != .own { continue }
                filledCount += 1
                if firstFilled < 0 { firstFilled = column }
                lastFilled = column
                if column < 64 { filled |= 1 << UInt64(column) }
            }
        }
    }

    /// A row of a batch whose cells are in a store.
    init(_ row: Int, of batch: RowBatch, in store: CellStore) {
        let first = row == 0 ? 0 : batch.rowEnds[row - 1]
        let end = batch.rowEnds[row]
        var origins: [CellOrigin] = []
        if !batch.origins.isEmpty, batch.origins[first..<end].contains(where: { $0 != .own }) {
            origins = Array(batch.origins[first..<end])
        }
        self.init(
            number: batch.rowNumbers[row], cells: RowCells(store, first: first, count: end - first), origins: origins)
    }

    /// Whether nothing stands in the row, cells that merges cover included.
    var isEmpty: Bool { filledCount == 0 && cells.allSatisfy { isBlank($0) } }

    /// The text of a cell; empty beyond the last one.
    func text(_ column: Int) -> String { column < cells.count ? cells[column] : "" }

    func origin(_ column: Int) -> CellOrigin { column < origins.count ? origins[column] : .own }

    /// Whether the cell has a text of its own.
    func isFilled(_ column: Int) -> Bool {
        if column < 64 { return column >= 0 && filled >> UInt64(column) & 1 != 0 }
        return column < cells.count && origin(column) == .own && !cells.withBytes { isBlank($0[column]) }
    }

    /// The columns of its own, filled cells.
    var filledColumns: [Int] { cells.indices.filter(isFilled) }

    /// What a function says of each of the row's own, filled cells, in UTF-8.
    func filledCells<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> [Answer] {
        cells.withBytes { cells in cells.indices.compactMap { isFilled($0) ? body(cells[$0]) : nil } }
    }

    /// Whether all of the row's own, filled cells pass a test of their UTF-8.
    func allFilled(_ test: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        cells.withBytes { cells in cells.indices.allSatisfy { !isFilled($0) || test(cells[$0]) } }
    }
}

extension RowBatch {
    /// The cells of all rows, to be shared by rows that outlive the batch.
    var cellStore: CellStore { CellStore(bytes: bytes, ends: cellEnds) }
}

/// Whether a text in UTF-8 holds nothing but blanks, of any kind, and invisible characters.
@inline(__always)
func isBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    return first > 0x20 && first < 0x80 ? false : hasOnlyBlanks(text)
}

func isBlank(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isBlank($0) }
}

private func hasOnlyBlanks(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var waiting: (UInt8, UInt8) = (0, 0)
    for byte in text {
        switch (waiting, byte) {
        case ((0, 0), 0...0x20): continue
        case ((0, 0), 0xC2), ((0, 0), 0xE2), ((0, 0), 0xE3), ((0, 0), 0xEF): waiting = (byte, 0)
        case ((0xC2, 0), 0xA0), ((0xC2, 0), 0xAD): waiting = (0, 0)
        case ((0xE2, 0), 0x80), ((0xE2, 0), 0x81), ((0xE3, 0), 0x80), ((0xEF, 0), 0xBB): waiting.1 = byte
        case ((0xE2, 0x80), 0x80...0x8F), ((0xE2, 0x80), 0xA8...0xAF), ((0xE2, 0x81), 0x9F...0xAF),
            ((0xE3, 0x80), 0x80), ((0xEF, 0xBB), 0xBF):
            waiting = (0, 0)
        default: return false
        }
    }
    return waiting == (0, 0)
}

/// A text without ASCII blanks and no-break spaces at its ends.
func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
        var start = 0
        var end = bytes.count
        while start < end {
            if bytes[start] <= 0x20 {
                start += 1
            } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while end > start {
            if bytes[end - 1] <= 0x20 {
                end -= 1
            } else if end - 1 > start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
}
