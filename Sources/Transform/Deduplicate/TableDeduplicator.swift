// Matching of any table: the model is estimated where it asks for it, the threshold chosen where it leaves that open.

/// Finds the rows of a table that are one person's.
public struct TableDeduplicator: Sendable {
    private let model: MatchModel
    private let threads: Int

    /// - Parameter model: with the fields of the cells that are to be matched, and no others.
    public init(model: MatchModel, threads: Int = 1) {
        self.model = model
        self.threads = threads
    }

    /// Matches rows.
    ///
    /// - Parameter joinWeight: the threshold; nil: the model's, or where it has none the one with the best balance of
    ///   precision and recall as the model itself expects them.
    public func match(_ cells: MatchCells, joinWeight: Double? = nil) -> MatchedTable {
        let table = MatchTable(cells.rows, layout: cells.layout, values: cells.numbering.table(), threads: threads)
        let model =
            self.model.isEstimated ? MatchTraining(table: table, threads: threads).estimate(self.model) : self.model
        let matcher = Matcher(scorer: PairScorer(table: table, model: model), threads: threads)
        let floor = min(MatchedTable.leastWeight, Float(model.reviewWeight))
        let (links, blocking) = matcher.links(atLeast: floor)
        let expected =
            (joinWeight ?? model.joinWeight).map { ExpectedQuality.at($0, links) } ?? ExpectedQuality.best(links)
        return MatchedTable(matcher: matcher, links: links, blocking: blocking, expected: expected)
    }
}

/// A table whose pairs are weighed, ready to be parted into people at any threshold.
public struct MatchedTable {
    /// Pairs below are not kept: a pair of this weight is one person's once in 128 times.
    static let leastWeight: Float = -7

    private let matcher: Matcher
    private let links: [MatchLink]
    private let blocking: [BlockingCount]
    /// The threshold, and what the model expects of it.
    public let expected: ExpectedQuality

    init(matcher: Matcher, links: [MatchLink], blocking: [BlockingCount], expected: ExpectedQuality) {
        self.matcher = matcher
        self.links = links
        self.blocking = blocking
        self.expected = expected
    }

    /// The model that was used, with its estimates.
    public var model: MatchModel { matcher.scorer.model }

    /// The rows parted into people at the chosen threshold; records are the table's rows in the order they came.
    public func clustering() -> Clustering {
        clustered(expected.joinWeight).clustering(matcher.scorer, blocking: blocking)
    }

    /// For each row the number of its cluster, in order of the first row of each.
    public func clusterNumbers(joinWeight: Double) -> [Int32] {
        let roots = clustered(joinWeight).roots
        var (numbers, next) = ([Int32](repeating: -1, count: roots.count), Int32(0))
        return roots.indices.map { record in
            let root = Int(roots[Int(matcher.scorer.table.rowOfRecord[record])])
            if numbers[root] < 0 {
                numbers[root] = next
                next += 1
            }
            return numbers[root]
        }
    }

    /// A hash of what each row says, the same wherever the row stands.
    public var contentHashes: [UInt64] {
        let table = matcher.scorer.table
        return (0..<table.count).map { table.contentHashes[Int(table.rowOfRecord[$0])] }
    }

    /// The share of the pairs of one person that some blocking rule brings together.
    public func blockingRecall(truth: [Int32]) -> Double {
        let table = matcher.scorer.table
        let people = (0..<table.count).map { truth[Int(table.recordOfRow[$0])] }
        let scorer = matcher.scorer
        let found = inParallel(scorer.model.blocking.count, threads: matcher.threads) { rule in
            var found = 0
            _ = CandidatePairs(scorer).forEachPair(ofRule: rule) { left, right in
                if people[Int(left)] >= 0, people[Int(left)] == people[Int(right)] { found += 1 }
            }
            return found
        }
        var sizes: [Int32: Int] = [:]
        for person in truth where person >= 0 { sizes[person, default: 0] += 1 }
        let all = sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        return all == 0 ? 1 : Double(found.reduce(0, +)) / Double(all)
    }

    private func clustered(_ joinWeight: Double) -> ClusteredRows {
        matcher.cluster(links, joinWeight: Float(joinWeight))
    }
}
