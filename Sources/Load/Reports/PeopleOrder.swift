// In which order people stand in reports: by name as Vietnamese lists are searched, then birth date, then id.

import Glibc
import Personnel

/// The place of every person in the order of names.
struct PeopleOrder {
    /// For each person the rank of the name and the birth date: smaller comes first.
    private let keys: [UInt64]

    init(_ consolidation: Consolidation) {
        let names = NameRanks(consolidation.people, pool: consolidation.register.pool)
        keys = consolidation.people.indices.map { person in
            let values = consolidation.people.values(of: person)
            return UInt64(names[values.fullName]) << 32 | UInt64(values.birthDate?.packed ?? 0)
        }
    }

    /// Sorts positions of people by name, birth date and id.
    func sort(_ people: inout [Int32]) {
        people.sort { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
    }

    /// Sorts positions of people by name and id alone.
    func sortByName(_ people: inout [Int32]) {
        people.sort { (keys[Int($0)] >> 32, $0) < (keys[Int($1)] >> 32, $1) }
    }

    /// The people of each new unit, in order of the catalogue.
    func byNewUnit(_ consolidation: Consolidation) -> [[Int32]] {
        let units = Dictionary(
            consolidation.newUnits.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let unitOfAssignment = consolidation.assignments.kept.map { $0.newUnit.flatMap { units[$0] } }
        var people = [[Int32]](repeating: [], count: consolidation.newUnits.count)
        for person in consolidation.people.indices {
            let number = consolidation.assignments.number(ofPerson: person)
            if let unit = unitOfAssignment[number] { people[unit].append(Int32(person)) }
        }
        for unit in people.indices { sort(&people[unit]) }
        return people
    }
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

    init(_ people: PersonList, pool: TextPool) {
        ranks = Array(repeating: .max, count: pool.count)
        var order = VietnameseOrder()
        var bytes: [UInt8] = []
        var entries: [Entry] = []
        for person in people.indices {
            let code = people.values(of: person).fullName
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
