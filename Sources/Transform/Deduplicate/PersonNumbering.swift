// The number of a person: the one that the person has already, else one made of who the person is.

import Personnel

/// Gives people their ids.
///
/// Who was known in the run before keeps the id (`IdentityMatching`). A new id is a hash of the surviving identity
/// number (CCCD, else CMND), else of name key and birth date: it does not depend on which files there are, what they
/// are called or in what order they come. It is positive and has at most 15 digits, which Excel keeps whole. Where it
/// is taken, or was another's once, the next free one is; of two new people the later in order of name, birth, unit,
/// position and row.
struct PersonNumbering {
    private let pool: TextPool
    private let origins: RowOrigins
    private let threads: Int

    init(pool: TextPool, origins: RowOrigins, threads: Int) {
        self.pool = pool
        self.origins = origins
        self.threads = threads
    }

    func ids(of people: PersonList) -> (ids: [Int64], matching: IdentityMatching) {
        let wanted = mapInParallel(people.count, threads: threads) { wantedID(of: people.values(of: $0)) }
        let matching = IdentityMatching(people: people, pool: pool, wanted: wanted, origins: origins)
        var ids = wanted
        var new: [RankedRecord] = []
        for (index, identity) in matching.kept.enumerated() {
            if identity == RowOrigins.none {
                new.append(RankedRecord(rank: UInt64(bitPattern: wanted[index]), content: 0, record: Int32(index)))
            } else {
                ids[index] = origins.ledger.identities[Int(identity)].id
            }
        }
        sortByRank(&new)
        settleRivals(&new, people)
        var last: Int64 = 0
        for person in new {
            let index = Int(person.record)
            var id = max(wanted[index], last + 1)
            while origins.identity(id) != nil { id += 1 }
            ids[index] = id
            last = id
        }
        return (ids, matching)
    }

    /// Puts the few who want one id into an order that depends on what they are.
    private func settleRivals(_ new: inout [RankedRecord], _ people: PersonList) {
        var start = 0
        while start < new.count {
            var end = start + 1
            while end < new.count, new[end].rank == new[start].rank { end += 1 }
            if end - start > 1 {
                new[start..<end].sort { one, other in
                    let (left, right) = (people.values(of: Int(one.record)), people.values(of: Int(other.record)))
                    let keys = (rivalKey(of: left), rivalKey(of: right))
                    return keys.0 != keys.1 ? keys.0 < keys.1 : left.place < right.place
                }
            }
            start = end
        }
    }

    private func wantedID(of values: PersonRecord) -> Int64 {
        let hash =
            if let number = values.nationalID { mixed(number.number, 1) } else if let number = values.oldNationalID {
                mixed(UInt64(number.number), 2)
            } else { mixed(textHash(values.nameKey), UInt64(values.birthDate?.packed ?? 0) << 2 | 3) }
        return Int64(hash >> 15) + 1
    }

    private func textHash(_ code: TextCode) -> UInt64 {
        var hash: UInt64 = 0
        pool.withUTF8(of: code) { hash = stableHash(of: $0) }
        return hash
    }

    /// Orders the few who want one id, by what they are rather than where they stand.
    private func rivalKey(of values: PersonRecord) -> UInt64 {
        var key = textHash(values.fullName)
        key = mixed(key, UInt64(values.birthDate?.packed ?? 0))
        key = mixed(key, values.oldUnit.map { UInt64($0 + 1) } ?? textHash(values.unit))
        return mixed(key, textHash(values.position))
    }
}
