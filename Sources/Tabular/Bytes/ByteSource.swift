// Where bytes come from: a file read in large chunks, or an array in tests. Nothing above this knows of descriptors.

import Glibc

/// Bytes that can be read once from front to back, and again after rewinding.
protocol ByteSource: AnyObject {
    /// Fills the buffer as far as it can; 0 at the end.
    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(RefusedFile) -> Int
    /// Goes back to the first byte.
    func rewind() throws(RefusedFile)
    /// How many bytes to ask for at a time.
    var chunkSize: Int { get }
}

extension ByteSource {
    /// Adds the next chunk, of a size at most, to the array; false at the end.
    func appendChunk(to bytes: inout [UInt8], size: Int = .max) throws(RefusedFile) -> Bool {
        let size = min(size, chunkSize)
        var read = 0
        var failure: RefusedFile?
        bytes.appendUninitialized(atMost: size) { room in
            do throws(RefusedFile) {
                read = try self.read(into: UnsafeMutableBufferPointer(start: room, count: size))
            } catch { failure = error }
            return read
        }
        if let failure { throw failure }
        return read > 0
    }
}

/// A regular file.
final class FileSource: ByteSource {
    private let descriptor: CInt
    /// Bytes of the file when it was opened.
    private let size: Int

    var chunkSize: Int { min(256 << 10, size) }

    /// Opens a file; a folder, a device, an empty or an unreadable file is refused, each for its own reason.
    init(path: String) throws(RefusedFile) {
        // Without O_NONBLOCK a pipe that nobody writes to would hold the run for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.unreadable() }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let refusal = Self.unreadable()
            close(descriptor)
            throw refusal
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw RefusedFile(.notAFile)
        }
        guard status.st_size > 0 else {
            close(descriptor)
            throw RefusedFile(.empty)
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(RefusedFile) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Self.unreadable() }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    func rewind() throws(RefusedFile) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.unreadable() }
    }

    private static func unreadable() -> RefusedFile {
        RefusedFile(.unreadable, detail: String(cString: strerror(errno)))
    }
}

/// An array as a source, handed out in chunks of any size.
final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private let chunk: Int

    var chunkSize: Int { max(1, min(chunk, bytes.count)) }
    private var position = 0

    init(_ bytes: [UInt8], chunk: Int = .max) {
        self.bytes = bytes
        self.chunk = chunk
    }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(RefusedFile) -> Int {
        let count = min(buffer.count, chunk, bytes.count - position)
        _ = buffer.update(fromContentsOf: bytes[position..<position + count])
        position += count
        return count
    }

    func rewind() throws(RefusedFile) { position = 0 }
}
