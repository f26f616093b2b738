// How common each value is among the rows: agreeing on a rare name says more than on a common one.

import Glibc

/// For each value of a field the base-2 logarithm of how rare it is.
///
/// The two rows that are compared don't count: what matters is who else bears the value.
struct RarityTable: Sendable {
    /// By key of texts and codes, by day of dates.
    private let bits: FrozenArray<Float>
    private let kind: MatchField.Kind

    /// - Parameters:
    ///   - share: how common a value is of which the field's frequencies know nothing.
    ///   - background: how many further rows hold values as common as that; nil: one row of each value.
    init(_ table: MatchTable, slot: RowLayout.Slot, share: Double, background: Double?) {
        kind = slot.field.kind
        let size: Int
        switch kind {
        case .text, .code: size = table.values.keyCount
        case .date: size = Self.dayCount
        case .number: size = 1
        }
        var counts = [Int32](repeating: 0, count: size)
        let (rows, width) = (table.words.base, table.layout.width)
        var total = 0
        for row in 0..<table.count {
            let place = Self.place(kind, rows + row * width + slot.offset)
            guard place > 0 else { continue }
            counts[place] += 1
            total += 1
        }
        let behind = background ?? 1 / max(share, 1e-9)
        let all = Double(total) + behind
        let known = slot.field.frequencies
        bits = FrozenArray(
            counts.indices.map { place in
                // Nobody asks for values that no row has.
                guard counts[place] > 0 else { return 0 }
                let share = known?.share(ofKey: table.values.bytes(ofKey: UInt32(place))) ?? share
                return Float(-log2((Double(max(0, counts[place] - 2)) + behind * share) / all))
            })
    }

    /// How rare the value of two rows is, the rarer of two; nil where it cannot be told.
    @inline(__always) func rarity(_ left: UnsafePointer<UInt32>, _ right: UnsafePointer<UInt32>) -> Float? {
        let (one, other) = (Self.place(kind, left), Self.place(kind, right))
        if one <= 0 || other <= 0 { return nil }
        if one == other { return bits.base[one] }
        // The mean of 1 / share, as log2.
        let (high, low) = (max(bits.base[one], bits.base[other]), min(bits.base[one], bits.base[other]))
        return high - 1 + log2(1 + exp2(low - high))
    }

    /// The most that any value is.
    var largest: Float { UnsafeBufferPointer(start: bits.base, count: bits.count).max() ?? 0 }

    @inline(__always) private static func place(_ kind: MatchField.Kind, _ cell: UnsafePointer<UInt32>) -> Int {
        switch kind {
        case .text: Int(cell[1])
        case .code: Int(cell[0])
        case .date: day(cell[0])
        case .number: 0
        }
    }

    /// Days from 1800 to 2100, 372 a year; 0 for dates outside or not full.
    private static let dayCount = 301 * 372 + 1

    private static func day(_ date: UInt32) -> Int {
        let (year, month, day) = (Int(date) / 10_000, Int(date) / 100 % 100, Int(date) % 100)
        guard (1800...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return 0 }
        return (year - 1800) * 372 + (month - 1) * 31 + day
    }
}
