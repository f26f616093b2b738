// What people decided on pairs of rows: it stands above evidence and constraints.

/// Pairs of records, by their positions in the register, that people decided on.
///
/// The order of the pairs and of the two records of a pair means nothing.
public struct PairDecisions: Sendable {
    /// Records that are one person's.
    public var same: [(Int32, Int32)]
    /// Records that are two people's: they never stand in one cluster.
    public var different: [(Int32, Int32)]

    public init(same: [(Int32, Int32)] = [], different: [(Int32, Int32)] = []) {
        self.same = same
        self.different = different
    }

    public var isEmpty: Bool { same.isEmpty && different.isEmpty }
}

/// Which rows may never stand in one cluster, by row.
struct HeldApart {
    private var partners: [Int32: [Int32]] = [:]

    init(_ pairs: [(Int32, Int32)]) {
        for (one, other) in pairs where one != other {
            partners[one, default: []].append(other)
            partners[other, default: []].append(one)
        }
    }

    var isEmpty: Bool { partners.isEmpty }

    func contains(_ one: Int32, _ other: Int32) -> Bool { partners[one]?.contains(other) ?? false }
}
