// Clusters of records one after the other: millions of small arrays would take more memory than what they hold.

import Personnel

/// Clusters, each the positions of its records, ascending.
public struct ClusterList: Sendable, Equatable, RandomAccessCollection, ExpressibleByArrayLiteral {
    private(set) var members: [Int32] = []
    /// Where each cluster ends in `members`.
    private(set) var ends: [Int32] = []

    public init() {}

    public init(arrayLiteral clusters: [Int32]...) {
        for cluster in clusters {
            members += cluster
            ends.append(Int32(members.count))
        }
    }

    /// Gathers records by what stands for the cluster of each, in order of each cluster's first record.
    ///
    /// - Parameters:
    ///   - rootCount: roots are below.
    ///   - root: of a record.
    /// - Returns: the clusters, and for each root the number of its cluster, -1 for numbers that are no root.
    static func gathering(
        recordCount: Int, rootCount: Int, root: (Int) -> Int
    ) -> (clusters: ClusterList, clusterOfRoot: [Int32]) {
        var list = ClusterList()
        var clusterOfRoot = [Int32](repeating: -1, count: rootCount)
        for record in 0..<recordCount {
            let root = root(record)
            if clusterOfRoot[root] < 0 {
                clusterOfRoot[root] = Int32(list.ends.count)
                list.ends.append(1)
            } else {
                list.ends[Int(clusterOfRoot[root])] += 1
            }
        }
        // Sizes become the places where clusters begin; filling them moves these on to where clusters end.
        var start: Int32 = 0
        for cluster in list.ends.indices {
            let size = list.ends[cluster]
            list.ends[cluster] = start
            start += size
        }
        list.members = Array(repeating: 0, count: recordCount)
        for record in 0..<recordCount {
            let cluster = Int(clusterOfRoot[root(record)])
            list.members[Int(list.ends[cluster])] = Int32(record)
            list.ends[cluster] += 1
        }
        return (list, clusterOfRoot)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { ends.count }

    /// Whether a cluster has several records.
    func isLarge(_ cluster: Int) -> Bool { span(of: cluster).count > 1 }

    /// Where the records of a cluster are in `members`.
    func span(of cluster: Int) -> ValueSpan {
        let start = cluster == 0 ? 0 : ends[cluster - 1]
        return ValueSpan(start: UInt32(start), count: UInt32(ends[cluster] - start))
    }

    public subscript(cluster: Int) -> ArraySlice<Int32> {
        members[Int(cluster == 0 ? 0 : ends[cluster - 1])..<Int(ends[cluster])]
    }
}
