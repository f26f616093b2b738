// The ids of a table's clusters: made of what their rows say, so that they stay when rows change places.

import Transform

/// Ids of clusters by row: 16 hexadecimal digits, the least of the hashes of the cluster's rows.
struct ClusterIDs {
    private let clusterOfRow: [Int32]
    private let hashes: [UInt64]
    /// Of clusters of the same hash all but the first: rows that are alike to the letter and yet apart.
    private let numbers: [Int32: Int]

    /// - Parameter rowHashes: a hash of what each row says.
    init(_ clusters: ClusterList, rowHashes: [UInt64]) {
        var clusterOfRow = [Int32](repeating: -1, count: rowHashes.count)
        var hashes: [UInt64] = []
        hashes.reserveCapacity(clusters.count)
        for (number, cluster) in clusters.enumerated() {
            var least = UInt64.max
            for row in cluster {
                least = min(least, rowHashes[Int(row)])
                clusterOfRow[Int(row)] = Int32(number)
            }
            hashes.append(least)
        }
        (self.clusterOfRow, self.hashes) = (clusterOfRow, hashes)
        let sorted = hashes.sorted()
        let shared = Set(zip(sorted, sorted.dropFirst()).lazy.filter { $0 == $1 }.map(\.0))
        var (owners, numbers): ([UInt64: Int], [Int32: Int]) = ([:], [:])
        if !shared.isEmpty {
            for (cluster, hash) in hashes.enumerated() where shared.contains(hash) {
                owners[hash, default: 0] += 1
                if let number = owners[hash], number > 1 { numbers[Int32(cluster)] = number }
            }
        }
        self.numbers = numbers
    }

    /// Hands out a row's id in UTF-8; empty for a row that there was not.
    func withID(ofRow row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard row < clusterOfRow.count, clusterOfRow[row] >= 0 else {
            body(UnsafeBufferPointer(start: nil, count: 0))
            return
        }
        let cluster = clusterOfRow[row]
        let hash = hashes[Int(cluster)]
        if let number = numbers[cluster] {
            let digits = String(hash, radix: 16)
            var id = String(repeating: "0", count: 16 - digits.utf8.count) + digits + "-\(number)"
            id.withUTF8(body)
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { digits in
            for place in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: hash >> UInt64(60 - place * 4)) & 15
                digits.initializeElement(at: place, to: digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
            body(UnsafeBufferPointer(digits))
        }
    }
}
