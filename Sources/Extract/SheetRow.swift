// A row of a sheet taken out of its batch: its cells as texts, and which of them are its own.

import Tabular

/// A row with its cells as read.
struct SheetRow: Sendable {
    let number: UInt32
    let cells: [String]
    /// Where each cell comes from; empty where every cell is its own.
    let origins: [CellOrigin]
    /// How many cells are its own and not blank, and the first of them.
    let filledCount: Int
    let firstFilled: Int
    let lastFilled: Int

    init(number: UInt32, cells: [String], origins: [CellOrigin] = []) {
        self.number = number
        self.cells = cells
        self.origins = origins
        var count = 0
        var first = -1
        var last = -1
        for (column, text) in cells.enumerated() where !isBlank(text) {
            if !origins.isEmpty, origins[column] != .own { continue }
            count += 1
            if first < 0 { first = column }
            last = column
        }
        filledCount = count
        firstFilled = first
        lastFilled = last
    }

    init(_ row: RowBatch.Row) {
        let count = row.count
        var cells: [String] = []
        cells.reserveCapacity(count)
        var isMerged = false
        for column in 0..<count {
            cells.append(row.text(column))
            isMerged = isMerged || row.origin(column) != .own
        }
        self.init(number: row.number, cells: cells, origins: isMerged ? (0..<count).map(row.origin) : [])
    }

    /// Whether nothing stands in the row, cells that merges cover included.
    var isEmpty: Bool { filledCount == 0 && cells.allSatisfy(isBlank) }

    /// The text of a cell; empty beyond the last one.
    func text(_ column: Int) -> String { column < cells.count ? cells[column] : "" }

    func origin(_ column: Int) -> CellOrigin { column < origins.count ? origins[column] : .own }

    /// Whether the cell has a text of its own.
    func isFilled(_ column: Int) -> Bool {
        column >= 0 && column < cells.count && !isBlank(cells[column]) && origin(column) == .own
    }

    /// The columns of its own, filled cells.
    var filledColumns: [Int] { cells.indices.filter(isFilled) }
}

/// Whether a text holds nothing but blanks, of any kind, and invisible characters.
func isBlank(_ text: String) -> Bool {
    var waiting: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
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
