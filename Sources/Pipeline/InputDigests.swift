// Which bytes a run saw: the digest of every input, and which inputs are copies of another.

/// The digests of a run's inputs, in their order.
struct InputDigests: Sendable {
    let digests: [FileDigest]
    /// For each input that is a byte-identical copy: the position of the first of its kind.
    let originals: [Int: Int]

    /// Reads every file once, on several threads, save those that the index knows.
    init(of files: [InputFile], threads: Int, index: DigestIndex?) async throws(RunFailure) {
        var digests: [FileDigest] = []
        try await inOrder(
            files.count, threads: threads,
            work: { (position: Int) throws(RunFailure) -> FileDigest in
                let file = files[position]
                if file.obstacle != nil { return .empty }
                return try FileDigest(of: file.location, named: file.path, index: index)
            }, take: { digests.append($0) })
        var first: [String: Int] = [:]
        var originals: [Int: Int] = [:]
        for (position, digest) in digests.enumerated() where digest.byteCount > 0 {
            if let original = first[digest.sha256] {
                originals[position] = original
            } else {
                first[digest.sha256] = position
            }
        }
        self.digests = digests
        self.originals = originals
    }
}
