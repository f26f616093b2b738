// The step that makes one person of the rows of one person: which row each value comes from.

public import Personnel

/// Makes people of clusters.
///
/// What changes with time (unit, position, rank, salary, plans, notes) is the newest list's; what stays (name, birth,
/// identity, ethnicity and the rest) is what is best attested and most complete (conventions.md, "One person").
public struct Survivorship: Sendable {
    public init() {}

    /// The people of a register in order of id, why their rows are one, and who else may be one.
    public func people(
        from clustering: Clustering, register: Register
    ) -> (people: [Person], merges: [MergeReason], reviewPairs: [ReviewPair]) {
        let names = NameQualities(pool: register.pool)
        let unnumbered = clustering.clusters.map { records in
            survivor(of: records, in: register, names: names)
        }
        let ids = PersonNumbering(pool: register.pool).ids(of: unnumbered)
        let order = unnumbered.indices.sorted { ids[$0] < ids[$1] }
        var positions = [Int32](repeating: 0, count: order.count)
        var people: [Person] = []
        people.reserveCapacity(order.count)
        for (position, cluster) in order.enumerated() {
            positions[cluster] = Int32(position)
            var person = unnumbered[cluster]
            person.id = ids[cluster]
            people.append(person)
        }
        return (people, merges(of: clustering, at: positions), reviewPairs(of: clustering, at: positions))
    }

    private func survivor(of records: [Int32], in register: Register, names: NameQualities) -> Person {
        if records.count == 1 {
            let record = register.records[Int(records[0])]
            var person = Person(id: 0, values: record, records: records)
            for field in Field.allCases where record.hasValue(of: field) { person.sources[Int(field.rawValue)] = 0 }
            return person
        }
        let candidates = records.map { register.records[Int($0)] }
        var choice = FieldChoice(candidates: candidates, names: names)
        choice.chooseAll()
        var person = Person(id: 0, values: choice.values, records: records)
        person.sources = choice.sources
        return person
    }

    /// What each join rests on, told once for a person however many rows there are.
    private func merges(of clustering: Clustering, at positions: [Int32]) -> [MergeReason] {
        var reasons: [MergeReason] = []
        var (start, joins) = (0, clustering.joins)
        while start < joins.count {
            var end = start
            var levels = Set<MatchEvidence>()
            while end < joins.count, joins[end].leftCluster == joins[start].leftCluster {
                levels.insert(joins[end].evidence)
                end += 1
            }
            let person = Int(positions[Int(joins[start].leftCluster)])
            reasons.append(MergeReason(person: person, evidence: MatchEvidence.lines(of: levels)))
            start = end
        }
        joins = []
        reasons.sort { $0.person < $1.person }
        return reasons
    }

    private func reviewPairs(of clustering: Clustering, at positions: [Int32]) -> [ReviewPair] {
        var pairs = clustering.reviews.map { link in
            let (one, other) = (positions[Int(link.leftCluster)], positions[Int(link.rightCluster)])
            return ReviewPair(
                left: Int(min(one, other)), right: Int(max(one, other)), probability: link.probability,
                evidence: link.evidence.lines)
        }
        pairs.sort { ($0.left, $0.right) < ($1.left, $1.right) }
        return pairs
    }
}
