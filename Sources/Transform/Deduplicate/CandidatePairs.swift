// Which rows are worth comparing: those that share a block, a combination of values that rows of one person share often
// and rows of two people seldom.

/// What one rule brought together.
public struct BlockingCount: Sendable, Equatable {
    /// The rule in words.
    public var rule: String
    /// Pairs that no earlier rule had brought together.
    public var pairs = 0
    public var largestBlock = 0
    /// Blocks larger than the rule's limit, which were split by its further key.
    public var splitBlocks = 0
    /// Pairs of a block that were left out because it was still too large after that.
    public var pairsLeftOut = 0
}

/// The pairs of rows that share a block of at least one rule.
struct CandidatePairs {
    private let view: ScoringView
    private let blocking: CompiledBlocking
    private let names: [String]
    private let rowCount: Int

    /// - Parameter scorer: must live as long as this.
    init(_ scorer: PairScorer) {
        view = scorer.view
        rowCount = scorer.table.count
        names = scorer.model.blocking.map(\.name)
        blocking = CompiledBlocking(
            scorer.model.blocking, layout: scorer.table.layout, values: scorer.table.values)
    }

    var ruleCount: Int { blocking.count }

    /// Calls `body` with the two rows of each pair, the earlier first, that a rule brings together and none before it.
    ///
    /// A block of more rows than the rule's limit is parted by the rule's further key; in a part that is still too
    /// large each row meets as many rows after it as the limit says, so that the work grows with the rows.
    func forEachPair(ofRule number: Int, _ body: (Int32, Int32) -> Void) -> BlockingCount {
        withExtendedLifetime(blocking) {
            let pairs = RulePairs(view: view, blocking: blocking.view, rule: number)
            var count = BlockingCount(rule: names[number])
            var sorter = BlockSorter(capacity: rowCount)
            for index in 0..<Int32(rowCount) {
                let block = pairs.blocking.block(ofRule: number, of: view.row(index), view)
                if block != 0 { sorter.add(index, block: block) }
            }
            let limit = pairs.blocking.limit(ofRule: number)
            sorter.forEachBlock { members in
                count.largestBlock = max(count.largestBlock, members.count)
                if members.count <= limit {
                    pairs.compareAll(members, &count, body)
                } else {
                    count.splitBlocks += 1
                    pairs.compareParts(members, &count, body)
                }
            }
            return count
        }
    }
}

/// The pairs of one rule's blocks, as pointers.
private struct RulePairs {
    let view: ScoringView
    let blocking: CompiledBlocking.View
    let rule: Int
    /// Where the date is of which one of two rows must lack a part; nil where the rule asks for no such thing.
    let lackingDate: Int?

    init(view: ScoringView, blocking: CompiledBlocking.View, rule: Int) {
        self.view = view
        self.blocking = blocking
        self.rule = rule
        lackingDate = blocking.lackingDate(ofRule: rule)
    }

    func compareAll(_ members: [Int32], _ count: inout BlockingCount, _ body: (Int32, Int32) -> Void) {
        guard let date = lackingDate else {
            for first in 0..<members.count - 1 {
                for second in first + 1..<members.count { compare(members[first], members[second], &count, body) }
            }
            return
        }
        // Most blocks have no such row, and the others few.
        func lacks(_ row: Int32) -> Bool { ScoringView.lacksDay(view.row(row)[date]) }
        guard members.contains(where: lacks) else { return }
        for first in 0..<members.count - 1 {
            let isFree = lacks(members[first])
            for second in first + 1..<members.count where isFree || lacks(members[second]) {
                compare(members[first], members[second], &count, body)
            }
        }
    }

    func compareParts(_ members: [Int32], _ count: inout BlockingCount, _ body: (Int32, Int32) -> Void) {
        let limit = blocking.limit(ofRule: rule)
        let keyed = members.map { (key: blocking.splitKey(ofRule: rule, of: view.row($0), view), row: $0) }
            .sorted { $0 < $1 }
        var start = 0
        while start < keyed.count {
            var end = start + 1
            while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
            for first in start..<end {
                let last = min(end - 1, first + limit)
                count.pairsLeftOut += end - 1 - last
                for second in first + 1..<max(last + 1, first + 1) {
                    compare(keyed[first].row, keyed[second].row, &count, body)
                }
            }
            start = end
        }
    }

    @inline(__always) private func compare(
        _ left: Int32, _ right: Int32, _ count: inout BlockingCount, _ body: (Int32, Int32) -> Void
    ) {
        let (one, other) = (view.row(left), view.row(right))
        guard blocking.bringsTogether(rule, one, other, view) else { return }
        for earlier in 0..<rule where blocking.bringsTogether(earlier, one, other, view) { return }
        count.pairs += 1
        body(left, right)
    }
}
