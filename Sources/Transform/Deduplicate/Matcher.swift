// A model at work on a table: candidate pairs are weighed, and rows joined to clusters.

/// Matches the rows of a table.
struct Matcher {
    let scorer: PairScorer
    let threads: Int

    /// The pairs that reach a weight and that nothing forbids, the heaviest first.
    func links(atLeast floor: Float) -> (links: [MatchLink], blocking: [BlockingCount]) {
        let scorer = scorer
        let found = inParallel(scorer.model.blocking.count, threads: threads) { rule in
            withExtendedLifetime(scorer) {
                let view = scorer.view
                var links: [MatchLink] = []
                let count = CandidatePairs(scorer).forEachPair(ofRule: rule) { left, right in
                    guard let (weight, evidence) = view.score(left, right, floor: floor) else { return }
                    let compatibility = view.compatibility(left, right, weight: -.infinity)
                    if compatibility == .forbidden, view.compatibility(left, right, weight: weight) == .forbidden {
                        return
                    }
                    links.append(
                        MatchLink(
                            left: left, right: right, weight: weight, compatibility: compatibility, evidence: evidence))
                }
                return (links, count)
            }
        }
        return (Self.heaviestFirst(found.flatMap(\.0)), found.map(\.1))
    }

    /// Links in order of weight, then of the two rows.
    private static func heaviestFirst(_ links: [MatchLink]) -> [MatchLink] {
        var ranked = links.enumerated().map { index, link in
            RankedRecord(
                rank: UInt64(~ascending(link.weight)) << 32 | UInt64(UInt32(bitPattern: link.left)), content: 0,
                record: Int32(index))
        }
        sortByRank(&ranked)
        var sorted = ranked.map { links[Int($0.record)] }
        // Of one weight and left row there are few.
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, ranked[end].rank == ranked[start].rank { end += 1 }
            if end - start > 1 { sorted[start..<end].sort { $0.right < $1.right } }
            start = end
        }
        return sorted
    }

    /// A number that grows with a weight.
    private static func ascending(_ weight: Float) -> UInt32 {
        // Both zeros are one weight.
        let bits = (weight + 0).bitPattern
        return bits >> 31 == 0 ? bits | 0x8000_0000 : ~bits
    }

    /// Joins rows to clusters.
    ///
    /// - Parameters:
    ///   - links: in order of weight.
    ///   - decisions: pairs of rows, not of records.
    func cluster(_ links: [MatchLink], joinWeight: Float, decisions: PairDecisions = PairDecisions()) -> ClusteredRows {
        var clusters = ClusterBuilder(scorer: scorer, heldApart: HeldApart(decisions.different))
        var outcome = ClusteredRows()
        let reviewWeight = Float(scorer.model.reviewWeight)
        let decided = decisions.same.indices.map { (pair: decisions.same[$0], position: $0) }.sorted {
            ($0.pair.0, $0.pair.1, $0.position) < ($1.pair.0, $1.pair.1, $1.position)
        }
        for decision in decided {
            let (left, right) = (clusters.root(of: decision.pair.0), clusters.root(of: decision.pair.1))
            if left == right { continue }
            if clusters.isHeldApart(left, right) {
                outcome.contradicted.append(decision.position)
                continue
            }
            let (weight, evidence) = scorer.score(decision.pair.0, decision.pair.1)
            clusters.join(left, right)
            outcome.joins.append(
                MatchLink(
                    left: decision.pair.0, right: decision.pair.1, weight: weight, isDecided: true, evidence: evidence))
        }
        // What only the weight of evidence lifts above a doubt waits until all that is beyond doubt has found together.
        var doubtful: [MatchLink] = []
        for link in links {
            let (left, right) = (clusters.root(of: link.left), clusters.root(of: link.right))
            if left == right { continue }
            guard link.weight >= joinWeight else {
                if link.weight >= reviewWeight { outcome.doubts.append(link) }
                continue
            }
            switch clusters.compatibility(left, right, joinedBy: link) {
            case .free:
                clusters.join(left, right)
                outcome.joins.append(link)
            case .doubtful: doubtful.append(link)
            case .forbidden: break
            }
        }
        for link in doubtful {
            let (left, right) = (clusters.root(of: link.left), clusters.root(of: link.right))
            if left == right { continue }
            switch clusters.compatibility(left, right, weight: link.weight) {
            case .free:
                clusters.join(left, right)
                outcome.joins.append(link)
            case .doubtful: outcome.doubts.append(link)
            case .forbidden: break
            }
        }
        outcome.doubts.removeAll { doubt in
            let (left, right) = (clusters.root(of: doubt.left), clusters.root(of: doubt.right))
            return left == right || clusters.compatibility(left, right, weight: doubt.weight) == .forbidden
        }
        outcome.roots = (0..<Int32(scorer.table.count)).map { clusters.root(of: $0) }
        outcome.contradicted.sort()
        return outcome
    }
}

/// The clusters of a table's rows, by row.
struct ClusteredRows {
    /// The row that stands for each row's cluster.
    var roots: [Int32] = []
    var joins: [MatchLink] = []
    /// Links between different clusters that people have to look at.
    var doubts: [MatchLink] = []
    /// Positions in the decisions' `same`.
    var contradicted: [Int] = []

    /// The same by record.
    func clustering(_ scorer: PairScorer, blocking: [BlockingCount] = []) -> Clustering {
        let table = scorer.table
        var clustering = Clustering()
        clustering.blocking = blocking
        clustering.wording = scorer.wording
        clustering.contradicted = contradicted
        let (clusters, clusterOfRoot) = ClusterList.gathering(recordCount: table.count, rootCount: table.count) {
            Int(roots[Int(table.rowOfRecord[$0])])
        }
        clustering.clusters = clusters
        func link(_ link: MatchLink) -> Clustering.Link {
            let left = clusterOfRoot[Int(roots[Int(link.left)])]
            let right = clusterOfRoot[Int(roots[Int(link.right)])]
            let records = (table.recordOfRow[Int(link.left)], table.recordOfRow[Int(link.right)])
            let (first, second) = left <= right ? records : (records.1, records.0)
            return Clustering.Link(
                leftCluster: min(left, right), rightCluster: max(left, right), left: first, right: second,
                weight: link.weight, evidence: link.evidence, isDecided: link.isDecided)
        }
        clustering.joins = joins.map(link)
        clustering.joins.sort { ($0.leftCluster, -$0.weight) < ($1.leftCluster, -$1.weight) }
        clustering.reviews = Self.strongest(doubts.map(link))
        return clustering
    }

    /// For each pair of clusters the heaviest link.
    private static func strongest(_ links: [Clustering.Link]) -> [Clustering.Link] {
        let sorted = links.sorted {
            ($0.leftCluster, $0.rightCluster, -$0.weight) < ($1.leftCluster, $1.rightCluster, -$1.weight)
        }
        var kept: [Clustering.Link] = []
        for link in sorted
        where kept.last?.leftCluster != link.leftCluster || kept.last?.rightCluster != link.rightCluster {
            kept.append(link)
        }
        return kept
    }
}
