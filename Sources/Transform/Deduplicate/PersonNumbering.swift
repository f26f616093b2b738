// The number of a person: made of who the person is, so that it stays from run to run.

import Personnel

/// Gives people their ids.
///
/// An id is a hash of the surviving identity number (CCCD, else CMND), else of name key and birth date: it does not
/// depend on which files there are, what they are called or in what order they come. It is positive and has at most 15
/// digits, which Excel keeps whole. Where two people would have one id, the later in order of name, birth, unit, position
/// and row takes the next free one.
struct PersonNumbering {
    private let pool: TextPool

    init(pool: TextPool) { self.pool = pool }

    func ids(of people: [Person]) -> [Int64] {
        let wanted = people.map { wantedID(of: $0.values) }
        let order = people.indices.sorted { one, other in
            if wanted[one] != wanted[other] { return wanted[one] < wanted[other] }
            let (left, right) = (rivalKey(of: people[one].values), rivalKey(of: people[other].values))
            return left != right ? left < right : people[one].values.place < people[other].values.place
        }
        var ids = wanted
        var last: Int64 = 0
        for index in order {
            ids[index] = max(wanted[index], last + 1)
            last = ids[index]
        }
        return ids
    }

    private func wantedID(of values: PersonRecord) -> Int64 {
        let hash =
            if let number = values.nationalID { mixed(number.number, 1) } else if let number = values.oldNationalID {
                mixed(UInt64(number.number), 2)
            } else { mixed(stableHash(of: pool[values.nameKey]), UInt64(values.birthDate?.packed ?? 0) << 2 | 3) }
        return Int64(hash >> 15) + 1
    }

    /// Orders the few who want one id, by what they are rather than where they stand.
    private func rivalKey(of values: PersonRecord) -> UInt64 {
        var key = stableHash(of: pool[values.fullName])
        key = mixed(key, UInt64(values.birthDate?.packed ?? 0))
        key = mixed(key, values.oldUnit.map { UInt64($0 + 1) } ?? stableHash(of: pool[values.unit]))
        return mixed(key, stableHash(of: pool[values.position]))
    }
}
