// Which person keeps which id: people of this run matched to those of the run before by the rows that they share.

import Personnel

/// Matches people to identities, one to one.
///
/// Every identity asks first for the person who has most of its rows; a person who is asked by several takes the
/// oldest. So a merge keeps the older id, a split keeps it with the larger part, and the outcome depends on no order.
struct IdentityMatching {
    /// For each person the position of the identity that it keeps; `RowOrigins.none` for a new id.
    private(set) var kept: [Int32]
    /// For each identity the people who have rows of it, those with most rows first.
    private(set) var shares: [Int32: [Share]] = [:]

    /// Rows of an identity that a person has.
    struct Share {
        var person: Int32
        var rows: Int32
        /// Whether the person would get the identity's id anyhow.
        var isNamesake: Bool
        /// The least fingerprint of the rows: breaks ties by content.
        var tie: UInt64
    }

    /// - Parameter wanted: for each person the id that it would get if nobody were known.
    init(people: PersonList, pool: TextPool, wanted: [Int64], origins: RowOrigins) {
        kept = Array(repeating: RowOrigins.none, count: people.count)
        let contested = keepUncontested(people, origins)
        for index in contested { addShares(of: Int32(index), people[index], wanted: wanted[index], origins) }
        for (identity, found) in shares {
            shares[identity] = found.sorted { left, right in
                if left.rows != right.rows { return left.rows > right.rows }
                if left.isNamesake != right.isNamesake { return left.isNamesake }
                return left.tie != right.tie ? left.tie < right.tie : left.person < right.person
            }
        }
        propose(origins.ledger)
        takeBack(people, pool, origins)
    }

    /// Settles the many who share rows with nobody else; answers the positions of the others who have known rows.
    private mutating func keepUncontested(_ people: PersonList, _ origins: RowOrigins) -> [Int] {
        if origins.ledger.identities.isEmpty { return [] }
        let several: Int32 = -2
        var owners = [Int32](repeating: RowOrigins.none, count: people.count)
        var holders = [Int32](repeating: RowOrigins.none, count: origins.ledger.identities.count)
        for index in people.indices {
            people.forEachRecord(of: index) { record in
                let owner = origins.owners[Int(record)]
                guard owner != RowOrigins.none else { return }
                if owners[index] == RowOrigins.none { owners[index] = owner }
                if owners[index] != owner { owners[index] = several }
                let holder = holders[Int(owner)]
                holders[Int(owner)] = holder == RowOrigins.none || holder == index ? Int32(index) : several
            }
        }
        var contested: [Int] = []
        for index in people.indices where owners[index] != RowOrigins.none {
            if owners[index] != several, holders[Int(owners[index])] == index {
                kept[index] = owners[index]
            } else {
                contested.append(index)
            }
        }
        return contested
    }

    private mutating func addShares(of index: Int32, _ person: Person, wanted: Int64, _ origins: RowOrigins) {
        var mine: [(owner: Int32, share: Share)] = []
        for record in person.records {
            let owner = origins.owners[Int(record)]
            guard owner != RowOrigins.none else { continue }
            let fingerprint = origins.fingerprints[Int(record)]
            if let known = mine.firstIndex(where: { $0.owner == owner }) {
                mine[known].share.rows += 1
                mine[known].share.tie = min(mine[known].share.tie, fingerprint)
            } else {
                let isNamesake = origins.ledger.identities[Int(owner)].id == wanted
                mine.append((owner, Share(person: index, rows: 1, isNamesake: isNamesake, tie: fingerprint)))
            }
        }
        for (owner, share) in mine { shares[owner, default: []].append(share) }
    }

    /// Gale and Shapley (1962): the one stable matching that is best for the identities.
    private mutating func propose(_ ledger: IdentityLedger) {
        var next: [Int32: Int] = [:]
        var waiting = shares.keys.sorted()
        while let identity = waiting.popLast() {
            let choices = shares[identity] ?? []
            let choice = next[identity, default: 0]
            guard choice < choices.count else { continue }
            next[identity] = choice + 1
            let person = Int(choices[choice].person)
            let holder = kept[person]
            if holder == RowOrigins.none {
                kept[person] = identity
            } else if isPreferred(identity, to: holder, by: Int32(person), ledger) {
                kept[person] = identity
                waiting.append(holder)
            } else {
                waiting.append(identity)
            }
        }
    }

    private func isPreferred(_ one: Int32, to other: Int32, by person: Int32, _ ledger: IdentityLedger) -> Bool {
        let (left, right) = (ledger.identities[Int(one)], ledger.identities[Int(other)])
        if left.since != right.since { return left.since < right.since }
        let (mine, theirs) = (rows(of: one, with: person), rows(of: other, with: person))
        return mine != theirs ? mine > theirs : left.id < right.id
    }

    private func rows(of identity: Int32, with person: Int32) -> Int32 {
        shares[identity]?.first { $0.person == person }?.rows ?? 0
    }

    /// Gives people without an id one that was theirs once: they are back, or were merged by mistake.
    private mutating func takeBack(_ people: PersonList, _ pool: TextPool, _ origins: RowOrigins) {
        var former = FormerRows(origins, pool: pool)
        if former.isEmpty { return }
        var isTaken = [Bool](repeating: false, count: origins.ledger.identities.count)
        for identity in kept where identity != RowOrigins.none { isTaken[Int(identity)] = true }
        var claims: [(identity: Int32, person: Int, rows: Int, tie: UInt64)] = []
        for index in people.indices where kept[index] == RowOrigins.none {
            let person = people[index]
            for (identity, rows) in former.identities(of: person) where !isTaken[Int(identity)] {
                let tie = person.records.map { origins.fingerprints[Int($0)] }.min() ?? 0
                claims.append((identity, index, rows, tie))
            }
        }
        claims.sort { left, right in
            if left.rows != right.rows { return left.rows > right.rows }
            return (left.identity, left.tie, left.person) < (right.identity, right.tie, right.person)
        }
        for claim in claims where kept[claim.person] == RowOrigins.none && !isTaken[Int(claim.identity)] {
            isTaken[Int(claim.identity)] = true
            kept[claim.person] = claim.identity
        }
    }
}

/// Rows of ids no longer in use, by what they are known by.
private struct FormerRows {
    private let origins: RowOrigins
    private var texts: TextHashes
    private var owners: [UInt64: Set<Int32>] = [:]
    /// The rows of people who are gone, by number and by name and birth date.
    private var gone: [UInt64: [(identity: Int32, row: FormerRow)]] = [:]

    var isEmpty: Bool { owners.isEmpty }

    init(_ origins: RowOrigins, pool: TextPool) {
        self.origins = origins
        texts = TextHashes(pool: pool)
        for row in origins.ledger.formerRows {
            guard let identity = origins.identity(row.id) else { continue }
            owners[row.fingerprint, default: []].insert(identity)
            for record in origins.records(ofRow: row.fingerprint) {
                owners[origins.fingerprints[Int(record)], default: []].insert(identity)
            }
            // Who was merged is known by the very rows; who is back may come with corrected ones.
            guard origins.ledger.identities[Int(identity)].state == .gone else { continue }
            if row.nationalID != 0 { gone[row.nationalID, default: []].append((identity, row)) }
            if row.nameAndBirth != 0 { gone[row.nameAndBirth, default: []].append((identity, row)) }
        }
    }

    /// The identities that a person's rows were once, in order, with how many rows.
    mutating func identities(of person: Person) -> [(Int32, Int)] {
        var counts: [Int32: Int] = [:]
        for record in person.records {
            for identity in owners[origins.fingerprints[Int(record)]] ?? [] { counts[identity, default: 0] += 1 }
        }
        if counts.isEmpty, let identity = goneIdentity(of: person.values) { counts[identity] = 1 }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The one gone person of the number, else of name and birth date where no number speaks against it.
    private mutating func goneIdentity(of values: PersonRecord) -> Int32? {
        let number = values.nationalID.map { RowTrace.hash(ofNumber: $0.number) } ?? 0
        if let found = gone[number], Set(found.map(\.identity)).count == 1 { return found[0].identity }
        let key = RowTrace.hash(ofName: texts.hash(of: values.nameKey), birth: values.birthDate?.packed ?? 0)
        guard let found = gone[key], Set(found.map(\.identity)).count == 1,
            number == 0 || found.contains(where: { $0.row.nationalID == 0 })
        else { return nil }
        return found[0].identity
    }
}
