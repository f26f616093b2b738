// Joins rows to clusters, the strongest evidence first, and never against a constraint.

/// A pair of rows that may be one person.
struct MatchLink: Sendable {
    var left: Int32
    var right: Int32
    var weight: Float
    /// Whether people decided it, whatever the weight.
    var isDecided = false
    /// Whether the two rows may stand together as long as no weight lifts them above a doubt.
    var compatibility = Compatibility.free
    var evidence: MatchEvidence
}

/// Clusters of rows under construction: linked lists within a union-find forest.
struct ClusterBuilder {
    private let scorer: PairScorer
    private let view: ScoringView
    private var parent: [Int32]
    /// The next row of the same cluster; the last one points to the first.
    private var next: [Int32]
    private var size: [Int32]
    private let heldApart: HeldApart

    /// - Parameter heldApart: rows that people decided are different people's.
    init(scorer: PairScorer, heldApart: HeldApart = HeldApart([])) {
        self.scorer = scorer
        view = scorer.view
        self.heldApart = heldApart
        parent = Array(0..<Int32(scorer.table.count))
        next = parent
        size = Array(repeating: 1, count: parent.count)
    }

    /// The row that stands for a row's cluster.
    mutating func root(of row: Int32) -> Int32 {
        var row = row
        while parent[Int(row)] != row {
            parent[Int(row)] = parent[Int(parent[Int(row)])]
            row = parent[Int(row)]
        }
        return row
    }

    private func members(of root: Int32) -> [Int32] {
        var members = [root]
        var row = next[Int(root)]
        while row != root {
            members.append(row)
            row = next[Int(row)]
        }
        return members
    }

    /// Joins the clusters of two different roots, whatever the evidence.
    mutating func join(_ left: Int32, _ right: Int32) {
        let (larger, smaller) = size[Int(left)] >= size[Int(right)] ? (left, right) : (right, left)
        parent[Int(smaller)] = larger
        size[Int(larger)] += size[Int(smaller)]
        next.swapAt(Int(left), Int(right))
    }

    /// Whether the clusters of a link's rows may become one, as long as no weight lifts it above a doubt.
    func compatibility(_ left: Int32, _ right: Int32, joinedBy link: MatchLink) -> Compatibility {
        let isOfTwo = size[Int(left)] + size[Int(right)] == 2
        // Of two rows alone it was found out when they were weighed.
        return isOfTwo && !isHeldApart(left, right)
            ? link.compatibility : compatibility(left, right, weight: -.infinity)
    }

    /// Whether two clusters may become one: every row of one must be able to stand beside every row of the other, and
    /// the rows must agree on the whole, so that one chance likeness cannot bridge two people.
    ///
    /// - Parameter weight: of the evidence that would join them, the strongest between any two of their rows.
    func compatibility(_ left: Int32, _ right: Int32, weight: Float) -> Compatibility {
        let (leftSize, rightSize) = (Int(size[Int(left)]), Int(size[Int(right)]))
        if isHeldApart(left, right) { return .forbidden }
        if leftSize + rightSize == 2 { return view.compatibility(left, right, weight: weight) }
        if leftSize * rightSize > Self.largestComparison { return .doubtful }
        var (outcome, total) = (Compatibility.free, Float(0))
        let others = members(of: right)
        for one in members(of: left) {
            for other in others {
                outcome = max(outcome, view.compatibility(one, other, weight: weight))
                if outcome == .forbidden { return .forbidden }
                total += view.score(one, other)?.weight ?? 0
            }
        }
        let mean = total / Float(leftSize * rightSize)
        return mean < Float(scorer.model.reviewWeight) ? max(outcome, .doubtful) : outcome
    }

    /// Whether people decided that a row of one cluster and a row of the other are different people's.
    func isHeldApart(_ left: Int32, _ right: Int32) -> Bool {
        if heldApart.isEmpty { return false }
        let others = members(of: right)
        return members(of: left).contains { one in others.contains { heldApart.contains(one, $0) } }
    }

    /// Clusters that have more pairs of rows are not weighed pair by pair.
    private static let largestComparison = 2_500
}
