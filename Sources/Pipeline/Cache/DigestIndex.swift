// Digests of files that were taken before: a file that the file system says was not touched is not read again.

import Glibc

/// Digests by what the file system says of a file: device, inode, size, times of change to a nanosecond.
///
/// The kernel sets a file's time of change (ctime) at every write and rename, and no program can set it. A file whose
/// change is less than two seconds older than the index is read again: a clock may stand still that long. Who sets the
/// machine's clock back runs with `--fresh`.
struct DigestIndex: Sendable {
    private let path: String
    private var digests: [FileStamp: String] = [:]

    /// Reads an index; what is no index is an empty one.
    init(path: String) {
        self.path = path
        guard let bytes = readWhole(path) else { return }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.first == Self.mark[...], lines.count > 1, let written = Int(lines[1]) else { return }
        for line in lines.dropFirst(2) {
            let parts = line.split(separator: " ")
            guard parts.count == 8, parts[7].utf8.count == 64 else { continue }
            let numbers = parts.prefix(7).compactMap { Int($0) }
            guard numbers.count == 7, numbers[5] + 2 < written else { continue }
            digests[FileStamp(numbers)] = String(parts[7])
        }
    }

    private static let mark = "sapxep digests 1"

    /// The digest of a file that did not change since it was taken; nil where that is not certain.
    func digest(of path: String) -> FileDigest? {
        var status = stat()
        guard !digests.isEmpty, stat(path, &status) == 0 else { return nil }
        let stamp = FileStamp(status)
        return digests[stamp].map { FileDigest(known: $0, stamp: stamp) }
    }

    /// Writes an index of these digests.
    ///
    /// - Parameter now: seconds since 1970, before the first of them was taken.
    func write(_ known: [FileDigest], now: Double) {
        var text = "\(Self.mark)\n\(Int(now))\n"
        for digest in known {
            guard let stamp = digest.stamp else { continue }
            text += stamp.numbers.map { String($0) }.joined(separator: " ") + " " + digest.sha256 + "\n"
        }
        replace(path, with: Array(text.utf8))
    }
}
