// The step that finds the rows of one person.

public import Personnel

/// Finds which records of a register are the same person's.
///
/// Rows that share a block are compared and weighed (Fellegi-Sunter); pairs join clusters in order of weight where no
/// constraint forbids it; what stays between the two thresholds, or is held apart by a doubt, is left for review. The
/// outcome is the same in whatever order the files come.
public struct Deduplicator: Sendable {
    private let model: MatchModel

    public init(model: MatchModel = MatchModel()) { self.model = model }

    /// Parts the records of a register into people.
    ///
    /// - Parameter decisions: what people decided. Records that are the same are joined first, whatever speaks against it
    ///   but a decision that they are different.
    public func cluster(_ register: Register, decisions: PairDecisions = PairDecisions()) -> Clustering {
        let scorer = PairScorer(table: MatchTable(register), model: model)
        let rowOfRecord = scorer.table.rowOfRecord
        func rows(_ pair: (Int32, Int32)) -> (Int32, Int32) {
            let (one, other) = (rowOfRecord[Int(pair.0)], rowOfRecord[Int(pair.1)])
            return (min(one, other), max(one, other))
        }
        let links = weighedLinks(scorer)
        var clusters = ClusterBuilder(scorer: scorer, heldApart: HeldApart(decisions.different.map(rows)))
        var (joins, doubts): ([MatchLink], [MatchLink]) = ([], [])
        var contradicted: [Int] = []
        let decided = decisions.same.indices.map { (pair: rows(decisions.same[$0]), position: $0) }.sorted {
            ($0.pair.0, $0.pair.1, $0.position) < ($1.pair.0, $1.pair.1, $1.position)
        }
        for decision in decided {
            let (left, right) = (clusters.root(of: decision.pair.0), clusters.root(of: decision.pair.1))
            if left == right { continue }
            if clusters.isHeldApart(left, right) {
                contradicted.append(decision.position)
                continue
            }
            let (weight, evidence) = scorer.score(decision.pair.0, decision.pair.1)
            clusters.join(left, right)
            joins.append(
                MatchLink(
                    left: decision.pair.0, right: decision.pair.1, weight: weight, evidence: evidence, isDecided: true))
        }
        for link in links {
            let (left, right) = (clusters.root(of: link.left), clusters.root(of: link.right))
            if left == right { continue }
            guard link.weight >= Float(model.joinWeight) else {
                doubts.append(link)
                continue
            }
            switch clusters.compatibility(left, right) {
            case .free:
                clusters.join(left, right)
                joins.append(link)
            case .doubtful: doubts.append(link)
            case .forbidden: break
            }
        }
        var clustering = outcome(of: clusters, joins: joins, doubts: doubts, scorer: scorer)
        clustering.contradicted = contradicted.sorted()
        return clustering
    }

    /// The pairs that reach the threshold of review, the heaviest first, each once.
    private func weighedLinks(_ scorer: PairScorer) -> [MatchLink] {
        let rows = scorer.table.rows
        let threshold = Float(model.reviewWeight)
        var links: [MatchLink] = []
        forEachCandidatePair(in: rows) { left, right in
            let (weight, evidence) = scorer.score(left, right)
            guard weight >= threshold, rowCompatibility(rows[Int(left)], rows[Int(right)]) != .forbidden else { return }
            links.append(MatchLink(left: left, right: right, weight: weight, evidence: evidence))
        }
        links.sort { (-$0.weight, $0.left, $0.right) < (-$1.weight, $1.left, $1.right) }
        var kept = 0
        for index in links.indices {
            if kept > 0, links[kept - 1].left == links[index].left, links[kept - 1].right == links[index].right {
                continue
            }
            links[kept] = links[index]
            kept += 1
        }
        links.removeSubrange(kept...)
        return links
    }

    private func outcome(
        of clusters: consuming ClusterBuilder, joins: [MatchLink], doubts: [MatchLink], scorer: PairScorer
    ) -> Clustering {
        let rows = scorer.table.rows
        var clustering = Clustering()
        var clusterOfRoot = [Int32](repeating: -1, count: rows.count)
        for (record, row) in scorer.table.rowOfRecord.enumerated() {
            let root = Int(clusters.root(of: row))
            if clusterOfRoot[root] < 0 {
                clusterOfRoot[root] = Int32(clustering.clusters.count)
                clustering.clusters.append([])
            }
            clustering.clusters[Int(clusterOfRoot[root])].append(Int32(record))
        }
        func link(_ link: MatchLink) -> Clustering.Link {
            let left = clusterOfRoot[Int(clusters.root(of: link.left))]
            let right = clusterOfRoot[Int(clusters.root(of: link.right))]
            return Clustering.Link(
                leftCluster: min(left, right), rightCluster: max(left, right), weight: link.weight,
                evidence: link.evidence, isDecided: link.isDecided)
        }
        clustering.joins = joins.map(link)
        clustering.joins.sort { ($0.leftCluster, -$0.weight) < ($1.leftCluster, -$1.weight) }
        clustering.reviews = strongest(
            doubts.filter { doubt in
                let (left, right) = (clusters.root(of: doubt.left), clusters.root(of: doubt.right))
                return left != right && clusters.compatibility(left, right) != .forbidden
            }.map(link))
        return clustering
    }

    /// For each pair of clusters the heaviest link.
    private func strongest(_ links: [Clustering.Link]) -> [Clustering.Link] {
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
