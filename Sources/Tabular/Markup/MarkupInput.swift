// Where a reader's bytes come from: a file, read a chunk at a time, or bytes at hand.

internal import Glibc

/// The bytes of a file of markup; can be read more than once.
enum MarkupInput: Sendable {
    case file(path: String)
    case bytes([UInt8])

    static let chunkBytes = 256 << 10

    /// Refuses what is no readable file, or an empty one, before any reader is built on it.
    func check() throws(RefusedFile) {
        switch self {
        case .bytes(let bytes):
            if bytes.isEmpty { throw RefusedFile(.empty) }
        case .file(let path):
            var status = stat()
            guard stat(path, &status) == 0 else { throw RefusedFile(.unreadable, detail: Self.reason()) }
            guard status.st_mode & S_IFMT == S_IFREG else { throw RefusedFile(.notAFile) }
            if status.st_size == 0 { throw RefusedFile(.empty) }
        }
    }

    /// How many bytes there are.
    func byteCount() throws(RefusedFile) -> Int {
        switch self {
        case .bytes(let bytes): return bytes.count
        case .file(let path):
            var status = stat()
            guard stat(path, &status) == 0 else { throw RefusedFile(.unreadable, detail: Self.reason()) }
            return Int(status.st_size)
        }
    }

    /// The first bytes: where a file says in what it is written.
    func head(of count: Int) throws -> [UInt8] {
        var head: [UInt8] = []
        try forEachChunk(of: count) { chunk in
            head.append(contentsOf: chunk)
            return head.count < count
        }
        return head
    }

    /// Hands on all bytes in order, as long as `body` wants more (answers true).
    func forEachChunk(
        of size: Int = chunkBytes, _ body: (UnsafeBufferPointer<UInt8>) throws -> Bool
    ) throws {
        switch self {
        case .bytes(let bytes):
            try bytes.withUnsafeBufferPointer { all in
                var start = 0
                while start < all.count {
                    let end = min(start + size, all.count)
                    guard try body(UnsafeBufferPointer(rebasing: all[start..<end])) else { return }
                    start = end
                }
            }
        case .file(let path):
            try Self.readFile(path, size, body)
        }
    }

    private static func readFile(
        _ path: String, _ size: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Bool
    ) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw RefusedFile(.unreadable, detail: reason()) }
        defer { close(descriptor) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
        defer { buffer.deallocate() }
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, size)
            if count < 0 {
                if errno == EINTR { continue }
                throw RefusedFile(.unreadable, detail: reason())
            }
            if count == 0 { return }
            let chunk = UnsafeRawBufferPointer(rebasing: buffer[0..<count])
            guard try chunk.withMemoryRebound(to: UInt8.self, body) else { return }
        }
    }

    /// The system's words for the last error.
    private static func reason() -> String { String(cString: strerror(errno)) }
}
