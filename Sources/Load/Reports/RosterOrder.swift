// In which order people stand on the rosters: by new unit, name, birth date and id.

import Glibc
import Personnel

/// The people of each new unit, sorted.
struct RosterOrder {
    /// Positions of people, unit after unit.
    private var people: [Int32]
    /// Where each unit's people begin; one more than there are units.
    private var starts: [Int]

    init(_ consolidation: Consolidation) {
        let units = Dictionary(
            consolidation.newUnits.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let unitOfPerson = consolidation.assignments.map { $0.newUnit.flatMap { units[$0] }.map(Int32.init) ?? -1 }
        var counts = [Int](repeating: 0, count: consolidation.newUnits.count + 1)
        for unit in unitOfPerson where unit >= 0 { counts[Int(unit) + 1] += 1 }
        for unit in counts.indices.dropFirst() { counts[unit] += counts[unit - 1] }
        starts = counts
        people = Array(repeating: 0, count: counts.last ?? 0)
        for (person, unit) in unitOfPerson.enumerated() where unit >= 0 {
            people[counts[Int(unit)]] = Int32(person)
            counts[Int(unit)] += 1
        }
        let names = NameRanks(consolidation.people, pool: consolidation.register.pool)
        for unit in consolidation.newUnits.indices {
            var keys = people[starts[unit]..<starts[unit + 1]].map { person in
                let values = consolidation.people[Int(person)].values
                return (
                    key: UInt64(names[values.fullName]) << 32 | UInt64(values.birthDate?.packed ?? 0), person: person
                )
            }
            keys.sort { ($0.key, $0.person) < ($1.key, $1.person) }
            for (offset, entry) in keys.enumerated() { people[starts[unit] + offset] = entry.person }
        }
    }

    /// The people of the unit at a position of the catalogue, by their positions.
    func people(ofUnit unit: Int) -> ArraySlice<Int32> { people[starts[unit]..<starts[unit + 1]] }
}

/// The place of each name in the alphabetical order of names: each distinct name is put in order once.
private struct NameRanks {
    /// By text code; names that sort alike have the same rank.
    private var ranks: [UInt32]

    subscript(name: TextCode) -> UInt32 { ranks[Int(name.rawValue)] }

    private struct Entry {
        /// The first eight bytes of the key, the first byte highest.
        var prefix: UInt64
        var start: Int
        var count: Int
        var code: UInt32
    }

    init(_ people: [Person], pool: TextPool) {
        ranks = Array(repeating: .max, count: pool.count)
        var order = VietnameseOrder()
        var bytes: [UInt8] = []
        var entries: [Entry] = []
        for person in people {
            let code = person.values.fullName
            guard ranks[Int(code.rawValue)] == .max else { continue }
            ranks[Int(code.rawValue)] = 0
            pool.withUTF8(of: code) { order.writeKey(ofName: $0) }
            let key = order.key
            var prefix: UInt64 = 0
            for index in 0..<8 { prefix = prefix << 8 | UInt64(index < key.count ? key[index] : 0) }
            entries.append(Entry(prefix: prefix, start: bytes.count, count: key.count, code: code.rawValue))
            bytes.append(contentsOf: key)
        }
        bytes.withUnsafeBytes { all in
            entries.sort { Self.compare($0, $1, all) < 0 }
            var rank: UInt32 = 0
            for index in entries.indices {
                if index > 0, Self.compare(entries[index - 1], entries[index], all) != 0 { rank += 1 }
                ranks[Int(entries[index].code)] = rank
            }
        }
    }

    private static func compare(_ left: Entry, _ right: Entry, _ all: UnsafeRawBufferPointer) -> Int {
        if left.prefix != right.prefix { return left.prefix < right.prefix ? -1 : 1 }
        guard let base = all.baseAddress else { return 0 }
        let order = memcmp(base + left.start, base + right.start, min(left.count, right.count))
        return order != 0 ? Int(order) : left.count - right.count
    }
}
