// The SHA-256 of a file's bytes: which input a run saw, and which files are copies of each other.

import Crypto
import Glibc

/// A file's digest and size.
struct FileDigest: Sendable, Equatable {
    /// SHA-256 in lower-case hexadecimal.
    var sha256: String
    var byteCount: Int
    /// What the file system said of it when it was opened; nil for what is no file.
    private(set) var stamp: FileStamp?

    /// The digest of no bytes, for what is no file.
    static let empty = FileDigest(sha256: hexadecimal(SHA256.hash(data: [UInt8]())), byteCount: 0)

    private init(sha256: String, byteCount: Int) {
        self.sha256 = sha256
        self.byteCount = byteCount
    }

    /// A digest that was taken when the file system said the same of the file.
    init(known sha256: String, stamp: FileStamp) {
        self.sha256 = sha256
        byteCount = stamp.size
        self.stamp = stamp
    }

    /// Takes the digest from an index, else by reading the file.
    /// - Throws: `RunFailure` (failed) as reading does.
    init(of path: String, named name: String, index: DigestIndex?) throws(RunFailure) {
        if let known = index?.digest(of: path) { self = known } else { try self.init(of: path, named: name) }
    }

    /// Reads the file once, in chunks.
    /// - Throws: `RunFailure` (failed): an input that can't be read is lost input, and nothing may be published.
    init(of path: String, named name: String) throws(RunFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .failed("\(name): can't be read (\(systemMessage())); nothing was published")
        }
        defer { close(descriptor) }
        var status = stat()
        stamp = fstat(descriptor, &status) == 0 ? FileStamp(status) : nil
        var hash = SHA256()
        var buffer = [UInt8](repeating: 0, count: 256 * 1024)
        byteCount = 0
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .failed("\(name): can't be read to its end (\(systemMessage())); nothing was published")
            }
            if count == 0 { break }
            buffer.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            byteCount += count
        }
        sha256 = hexadecimal(hash.finalize())
    }

    /// Makes sure that what was read after the digest was taken is what the digest was taken of.
    /// - Throws: `RunFailure` (failed) where somebody has written to the file, or put another in its place.
    func requireUnchanged(_ path: String, named name: String) throws(RunFailure) {
        var status = stat()
        guard stat(path, &status) == 0, FileStamp(status) == stamp else {
            throw .failed("\(name): was changed while the run was reading it; nothing was published, run again")
        }
    }
}

/// Which file it is and when it was last written to.
struct FileStamp: Sendable, Hashable {
    let device: UInt64
    let node: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int
    /// When anything of it was changed last, its name and mode included: the kernel sets it, programs can't.
    let changeSeconds: Int
    let changeNanoseconds: Int

    /// As numbers, in a fixed order.
    var numbers: [Int] {
        [
            Int(truncatingIfNeeded: device), Int(truncatingIfNeeded: node), size, seconds, nanoseconds, changeSeconds,
            changeNanoseconds,
        ]
    }

    /// From seven numbers in the order of `numbers`.
    init(_ numbers: [Int]) {
        device = UInt64(truncatingIfNeeded: numbers[0])
        node = UInt64(truncatingIfNeeded: numbers[1])
        (size, seconds, nanoseconds) = (numbers[2], numbers[3], numbers[4])
        (changeSeconds, changeNanoseconds) = (numbers[5], numbers[6])
    }

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        node = UInt64(status.st_ino)
        size = Int(status.st_size)
        seconds = Int(status.st_mtim.tv_sec)
        nanoseconds = Int(status.st_mtim.tv_nsec)
        changeSeconds = Int(status.st_ctim.tv_sec)
        changeNanoseconds = Int(status.st_ctim.tv_nsec)
    }
}

/// Bytes in lower-case hexadecimal.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in bytes {
        text += String(byte >> 4, radix: 16)
        text += String(byte & 15, radix: 16)
    }
    return text
}
