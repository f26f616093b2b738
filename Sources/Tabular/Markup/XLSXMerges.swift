// Which cells of a worksheet are merged: it says so only behind its rows.

internal import Glibc

/// The merges of a worksheet, by their first cell.
struct XLSXMerges {
    private var extents: [Int: (across: Int, down: Int)] = [:]
    var isEmpty: Bool { extents.isEmpty }

    /// Takes a reference `A1:C2`.
    mutating func add(_ reference: UnsafeBufferPointer<UInt8>) {
        guard let colon = reference.firstIndex(of: UInt8(ascii: ":")),
            let first = XLSXReference(UnsafeBufferPointer(rebasing: reference[..<colon])),
            let last = XLSXReference(UnsafeBufferPointer(rebasing: reference[(colon + 1)...])),
            last.column >= first.column, last.row >= first.row
        else { return }
        let place = Self.place(first.row, first.column)
        if extents[place] == nil { extents[place] = (last.column - first.column, last.row - first.row) }
    }

    /// How far the cell of a row (from 1) and column (from 0) reaches.
    func extent(row: Int, column: Int) -> (across: Int, down: Int) {
        extents[Self.place(row, column)] ?? (0, 0)
    }

    private static func place(_ row: Int, _ column: Int) -> Int { row << 16 | min(column, 0xFFFF) }
}

/// A cell's place: `B3` is row 3 (from 1), column 1 (from 0).
struct XLSXReference {
    let row: Int
    let column: Int

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var column = 0
        var row = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "$"): continue
            case 0x41...0x5A, 0x61...0x7A: column = column * 26 + Int(byte | 0x20) - 0x60
            case 0x30...0x39: row = row * 10 + Int(byte) - 0x30
            default: return nil
            }
            // Excel's last cell is XFD1048576.
            if column > 16_384 || row > 10_000_000 { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.row = row
        self.column = column - 1
    }
}

/// Finds the merges of a worksheet without parsing it: the tags `<mergeCell ref="A1:B2"/>` among its bytes.
struct XLSXMergeScanner {
    private(set) var merges = XLSXMerges()
    /// What may be the start of a tag that the next chunk goes on with.
    private var tail: [UInt8] = []

    private static let longestTag = 256
    private static let name = Array("mergeCell".utf8)

    mutating func push(_ chunk: UnsafeBufferPointer<UInt8>) {
        if !tail.isEmpty {
            let seam = tail + chunk.prefix(Self.longestTag)
            // Tags that lie wholly in the tail were found before.
            seam.withUnsafeBufferPointer { scan($0, startingBefore: tail.count) }
        }
        scan(chunk, startingBefore: max(0, chunk.count - Self.longestTag))
        tail = Array(chunk.suffix(Self.longestTag))
    }

    /// Takes what the last chunk ended with.
    mutating func finish() {
        tail.withUnsafeBufferPointer { scan($0, startingBefore: $0.count) }
        tail = []
    }

    /// Takes the tags whose bracket (or whose prefix's colon) stands before `end`.
    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, startingBefore end: Int) {
        guard let start = bytes.baseAddress else { return }
        let last = min(end + 1, bytes.count)
        var index = 1
        while index < last, let found = memchr(start + index, Int32(Self.name[0]), last - index) {
            let name = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            index = name + 1
            guard bytes[name - 1] == UInt8(ascii: "<") || bytes[name - 1] == UInt8(ascii: ":"),
                bytes[name...].starts(with: Self.name)
            else { continue }
            let tag = bytes[(name + Self.name.count)...].prefix(Self.longestTag).prefix { $0 != UInt8(ascii: ">") }
            guard let first = tag.first, first <= 0x20, let reference = Self.reference(tag) else { continue }
            merges.add(UnsafeBufferPointer(rebasing: reference))
        }
    }

    private static func reference(
        _ tag: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Slice<UnsafeBufferPointer<UInt8>>? {
        for index in tag.indices where tag[index...].starts(with: "ref".utf8) {
            let rest = tag[(index + 3)...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
            guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
            return rest.dropFirst().prefix { $0 != quote }
        }
        return nil
    }
}

/// Finds the merges by parsing: for a part that is not in an encoding of single bytes.
final class XLSXMergeHandler: SAXHandler {
    private(set) var merges = XLSXMerges()

    func startElement(_ element: borrowing XMLElement, depth: Int) {
        guard depth == 3, element.isNamed("mergeCell") else { return }
        _ = element.withValue("ref") { merges.add($0) }
    }

    func endElement(depth: Int) {}
    func characters(_ text: UnsafeBufferPointer<UInt8>) {}
}
