// How common each value is in the register: agreeing on a rare name says more than on a common one.

import Glibc
import Personnel

/// For each value, what agreeing on it is worth above (rare) or below (common) the model's weight for any value.
///
/// The share of a value is its count in the register drawn towards the model's `u` as if ``backgroundCount`` further rows
/// held values of that commonness, so that a handful of rows does not make every name look common. The two rows that are
/// compared don't count: what matters is who else bears the value.
struct TermFrequencies {
    static let backgroundCount = 2_000

    private let names: [Float]
    private let births: [Float]
    private let ethnicities: [Float]
    private let positions: [Float]
    private let unitTexts: [Float]
    private let units: [Float]

    init(table: MatchTable, model: MatchModel) {
        let rows = table.rows
        func rarity(
            _ comparison: Comparison, size: Int, value: (MatchRow) -> Int, atMost limit: Double
        ) -> [Float] {
            var counts = [Int32](repeating: 0, count: size)
            var total = 0
            for row in rows {
                let value = value(row)
                guard value > 0 else { continue }
                counts[value] += 1
                total += 1
            }
            let u = model[comparison, .equal].u
            let background = Double(Self.backgroundCount)
            return counts.map { count in
                let share = (Double(max(0, count - 2)) + background * u) / (Double(total) + background)
                return Float(min(limit, log2(u / share)))
            }
        }
        names = rarity(.fullName, size: table.keyCount, value: { Int($0.nameKey) }, atMost: 8)
        births = rarity(.birthDate, size: Self.dayCount, value: { Self.day($0.birth) }, atMost: 2)
        ethnicities = rarity(.ethnicity, size: table.keyCount, value: { Int($0.ethnicity) }, atMost: 3)
        positions = rarity(.position, size: table.keyCount, value: { Int($0.position) }, atMost: 1)
        unitTexts = rarity(.unit, size: table.keyCount, value: { Int(-$0.unit) }, atMost: 0)
        let unitCount = rows.reduce(0) { max($0, $1.unit) } + 1
        units = rarity(.unit, size: Int(unitCount), value: { Int($0.unit) }, atMost: 0)
    }

    func name(_ key: Int32) -> Float { names[Int(key)] }
    func birth(_ date: UInt32) -> Float { births[Self.day(date)] }

    func ethnicity(_ left: MatchRow, _ right: MatchRow) -> Float? {
        left.ethnicity == right.ethnicity ? ethnicities[Int(left.ethnicity)] : nil
    }

    func position(_ left: MatchRow, _ right: MatchRow) -> Float? {
        left.position == right.position ? positions[Int(left.position)] : nil
    }

    func unit(_ left: MatchRow, _ right: MatchRow) -> Float? {
        guard left.unit == right.unit else { return nil }
        return left.unit < 0 ? unitTexts[Int(-left.unit)] : units[Int(left.unit)]
    }

    /// Days from 1900 to 2050, 372 a year; 0 for dates outside or not full.
    private static let dayCount = 151 * 372 + 1

    private static func day(_ date: UInt32) -> Int {
        let (year, month, day) = (Int(date) / 10_000, Int(date) / 100 % 100, Int(date) % 100)
        guard (1900...2050).contains(year), month > 0, day > 0 else { return 0 }
        return (year - 1900) * 372 + (month - 1) * 31 + day
    }
}
