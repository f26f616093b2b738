// The step that makes one person of the rows of one person: which row each value comes from.

public import Personnel

/// Makes people of clusters.
///
/// What changes with time (unit, position, rank, salary, plans, notes) is the newest list's; what stays (name, birth,
/// identity, ethnicity and the rest) is what is best attested and most complete (conventions.md, "One person").
public struct Survivorship: Sendable {
    /// How many work at once.
    private let threads: Int

    public init(threads: Int = 1) { self.threads = threads }

    /// The people of a register in order of id, why their rows are one, who else may be one, and whence their ids.
    ///
    /// - Parameter origins: which rows are known from the run before; nil where there is none.
    public func people(
        from clustering: Clustering, register: Register, origins: RowOrigins? = nil
    ) -> Survivors {
        var people = survivors(of: clustering.clusters, in: register)
        let origins =
            origins ?? RowOrigins(ledger: IdentityLedger(), fingerprints: RowFingerprints.of(register))
        let (ids, matching) = PersonNumbering(pool: register.pool, origins: origins).ids(of: people)
        var history = HistoryWriter(people: people, ids: ids, matching: matching, origins: origins).history()
        for index in people.indices { people[index].id = ids[index] }
        let positions = positionsByID(ids)
        Self.move(&people, to: positions)
        let since = history.since
        for (index, position) in positions.enumerated() { history.since[Int(position)] = since[index] }
        return Survivors(
            people: people, merges: merges(of: clustering, at: positions),
            reviewPairs: reviewPairs(of: clustering, at: positions), history: history)
    }

    /// The place of each person in order of id.
    private func positionsByID(_ ids: [Int64]) -> [Int32] {
        var ranked = ids.enumerated().map { index, id in
            RankedRecord(rank: UInt64(bitPattern: id), content: 0, record: Int32(index))
        }
        sortByRank(&ranked)
        var positions = [Int32](repeating: 0, count: ids.count)
        for (position, person) in ranked.enumerated() { positions[Int(person.record)] = Int32(position) }
        return positions
    }

    /// Puts each element where it belongs without a second array: people are many and large.
    private static func move(_ people: inout [Person], to positions: [Int32]) {
        var targets = positions
        for index in people.indices {
            while Int(targets[index]) != index {
                let target = Int(targets[index])
                people.swapAt(index, target)
                targets.swapAt(index, target)
            }
        }
    }

    /// One person a cluster, same order.
    private func survivors(of clusters: ClusterList, in register: Register) -> [Person] {
        let names = NameQualities(pool: register.pool)
        let parts = pieces(of: clusters.count, threads * 16)
        return Array(unsafeUninitializedCapacity: clusters.count) { people, count in
            // Each piece fills places of its own: gathered in arrays, people would be there twice for a while.
            nonisolated(unsafe) let base = people.baseAddress
            _ = inParallel(parts.count, threads: threads) { part in
                guard let base else { return }
                var choice = FieldChoice(names: names)
                register.records.withUnsafeBufferPointer { records in
                    for cluster in parts[part] {
                        (base + cluster).initialize(to: survivor(of: clusters[cluster], records, &choice))
                    }
                }
            }
            count = clusters.count
        }
    }

    private func survivor(
        of positions: ArraySlice<Int32>, _ records: UnsafeBufferPointer<PersonRecord>, _ choice: inout FieldChoice
    ) -> Person {
        if positions.count == 1 {
            let record = records[Int(positions[positions.startIndex])]
            var person = Person(id: 0, values: record, records: positions)
            person.sources = FieldChoice.sources(ofOnly: record)
            return person
        }
        choice.choose(among: positions.lazy.map { records[Int($0)] })
        var person = Person(id: 0, values: choice.values, records: positions)
        person.sources = choice.sources
        return person
    }

    /// What each join rests on, told once for a person however many rows there are.
    private func merges(of clustering: Clustering, at positions: [Int32]) -> [MergeReason] {
        let joins = clustering.joins
        var reasons: [MergeReason] = []
        var lines: [[UInt64]: [String]] = [:]
        var start = 0
        while start < joins.count {
            let end = joins[start...].firstIndex { $0.leftCluster != joins[start].leftCluster } ?? joins.count
            let evidence = joins[start..<end].map(\.evidence.packed)
            let told = lines[evidence] ?? clustering.lines(of: joins[start..<end])
            lines[evidence] = told
            reasons.append(MergeReason(person: Int(positions[Int(joins[start].leftCluster)]), evidence: told))
            start = end
        }
        reasons.sort { $0.person < $1.person }
        return reasons
    }

    private func reviewPairs(of clustering: Clustering, at positions: [Int32]) -> [ReviewPair] {
        var pairs = clustering.reviews.map { link in
            let (one, other) = (positions[Int(link.leftCluster)], positions[Int(link.rightCluster)])
            return ReviewPair(
                left: Int(min(one, other)), right: Int(max(one, other)), probability: link.probability,
                evidence: clustering.lines(of: link))
        }
        pairs.sort { ($0.left, $0.right) < ($1.left, $1.right) }
        return pairs
    }
}

/// What survivorship makes of clusters.
public struct Survivors: Sendable {
    /// In order of id.
    public var people: [Person]
    public var merges: [MergeReason]
    public var reviewPairs: [ReviewPair]
    public var history: IdentityHistory
}
