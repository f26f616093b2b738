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
            origins ?? RowOrigins(fingerprints: RowFingerprints.of(register, threads: threads))
        let numbering = PersonNumbering(pool: register.pool, origins: origins, threads: threads)
        let (ids, matching) = numbering.ids(of: people)
        var history = HistoryWriter(people: people, ids: ids, matching: matching, origins: origins).history()
        let positions = positionsByID(ids)
        people.number(ids, movingTo: positions)
        let since = history.since
        for (index, position) in positions.enumerated() { history.since[Int(position)] = since[index] }
        return Survivors(
            people: people, merges: merges(of: clustering, at: positions),
            reviewPairs: reviewPairs(of: clustering, at: positions), history: history)
    }

    /// The place of each person in order of id.
    private func positionsByID(_ ids: [Int64]) -> [Int32] {
        let sorted = SortedKeys(ids.map { UInt64(bitPattern: $0) })
        var positions = [Int32](repeating: 0, count: ids.count)
        for (position, person) in sorted.positions.enumerated() { positions[Int(person)] = Int32(position) }
        return positions
    }

    /// One person a cluster, same order.
    private func survivors(of clusters: ClusterList, in register: Register) -> PersonList {
        let names = NameQualities(pool: register.pool)
        let parts = pieces(of: clusters.count, threads * 16)
        // Where the people of several rows of each piece come to stand.
        var firsts = [0]
        for part in parts { firsts.append(firsts[firsts.count - 1] + part.count { clusters.isLarge($0) }) }
        let (starts, count) = (firsts, firsts[parts.count])
        var sources = [UInt16](repeating: Person.noSource, count: count * FieldSources.width)
        let merged = sources.withUnsafeMutableBufferPointer { sources in
            // Each piece fills places of its own: gathered in arrays, people would be there twice for a while.
            nonisolated(unsafe) let sources = sources
            return [PersonList.Merged](unsafeUninitializedCapacity: count) { merged, filled in
                nonisolated(unsafe) let base = merged.baseAddress
                _ = inParallel(parts.count, threads: threads) { part in
                    guard let base else { return }
                    var choice = FieldChoice(names: names)
                    var next = starts[part]
                    register.records.withUnsafeBufferPointer { records in
                        for cluster in parts[part] where clusters.isLarge(cluster) {
                            choice.choose(among: clusters[cluster].lazy.map { records[Int($0)] })
                            choice.writeSources(to: sources, from: next * FieldSources.width)
                            (base + next).initialize(
                                to: PersonList.Merged(values: choice.values, rows: clusters.span(of: cluster)))
                            next += 1
                        }
                    }
                }
                filled = count
            }
        }
        return PersonList(
            records: register.records, members: clusters.members, ends: clusters.ends, merged: merged,
            sources: sources)
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
    public var people: PersonList
    public var merges: [MergeReason]
    public var reviewPairs: [ReviewPair]
    public var history: IdentityHistory
}
