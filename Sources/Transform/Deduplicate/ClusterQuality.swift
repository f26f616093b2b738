// How clusters compare with the truth, where there are labels: the measures that papers on matching use.

/// Precision and recall of clusters against labels, over pairs of rows and over rows (B-cubed, Bagga and Baldwin 1998).
public struct ClusterQuality: Sendable, Equatable {
    public var pairPrecision = 1.0
    public var pairRecall = 1.0
    public var cubedPrecision = 1.0
    public var cubedRecall = 1.0
    /// Pairs of rows in one cluster that are two people's; pairs of one person in two clusters.
    public var wrongPairs = 0
    public var missedPairs = 0

    public var pairF1: Double { Self.f1(pairPrecision, pairRecall) }
    public var cubedF1: Double { Self.f1(cubedPrecision, cubedRecall) }

    /// - Parameters:
    ///   - clusters: for each row its cluster.
    ///   - truth: for each row its person; negative where it is not known: such rows are left out.
    public init(clusters: [Int32], truth: [Int32]) {
        var both: [UInt64: Int] = [:]
        var (ofCluster, ofPerson): ([Int32: Int], [Int32: Int]) = ([:], [:])
        var count = 0
        for (cluster, person) in zip(clusters, truth) where person >= 0 {
            both[UInt64(UInt32(bitPattern: cluster)) << 32 | UInt64(UInt32(bitPattern: person)), default: 0] += 1
            ofCluster[cluster, default: 0] += 1
            ofPerson[person, default: 0] += 1
            count += 1
        }
        guard count > 0 else { return }
        func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
        // Whole numbers, and sums of ratios taken in a fixed order: the same digits on every run.
        let right = both.values.reduce(0) { $0 + pairs($1) }
        let joined = ofCluster.values.reduce(0) { $0 + pairs($1) }
        let owned = ofPerson.values.reduce(0) { $0 + pairs($1) }
        wrongPairs = joined - right
        missedPairs = owned - right
        pairPrecision = joined == 0 ? 1 : Double(right) / Double(joined)
        pairRecall = owned == 0 ? 1 : Double(right) / Double(owned)
        var (precision, recall) = (0.0, 0.0)
        for key in both.keys.sorted() {
            let shared = Double(both[key] ?? 0)
            precision += shared * shared / Double(ofCluster[Int32(bitPattern: UInt32(key >> 32))] ?? 1)
            recall += shared * shared / Double(ofPerson[Int32(bitPattern: UInt32(truncatingIfNeeded: key))] ?? 1)
        }
        cubedPrecision = precision / Double(count)
        cubedRecall = recall / Double(count)
    }

    private static func f1(_ precision: Double, _ recall: Double) -> Double {
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
}
