// The SHA-256 of a file's bytes: which input a run saw, and which files are copies of each other.

import Crypto
import Glibc

/// A file's digest and size.
struct FileDigest: Sendable, Equatable {
    /// SHA-256 in lower-case hexadecimal.
    var sha256: String
    var byteCount: Int

    /// The digest of no bytes, for what is no file.
    static let empty = FileDigest(sha256: hexadecimal(SHA256.hash(data: [UInt8]())), byteCount: 0)

    private init(sha256: String, byteCount: Int) {
        self.sha256 = sha256
        self.byteCount = byteCount
    }

    /// Reads the file once, in chunks.
    /// - Throws: `RunFailure` (failed): an input that can't be read is lost input, and nothing may be published.
    init(of path: String, named name: String) throws(RunFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .failed("\(name): can't be read (\(systemMessage())); nothing was published")
        }
        defer { close(descriptor) }
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
