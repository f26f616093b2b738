// Appends pages to a database file that no connection has open: https://www.sqlite.org/fileformat2.html.

import Glibc

/// The pages of a database while whole b-trees are added to it.
///
/// The file is SQLite's own, made by it with all its tables; what is added here becomes part of the database with
/// `finish`, which writes the new number of pages into the header. Until then the file is as it was but longer.
final class DatabasePages {
    private let path: String
    private let descriptor: Int32
    /// The number of the next page, from 1.
    private var next: UInt32
    /// Pages that are not yet in the file, which follow one another in it.
    private let buffer: UnsafeMutableRawPointer
    private var buffered = 0
    private var bufferStart: UInt32

    /// As many as stay in a processor's cache until they are written.
    private static let bufferCapacity = 16
    /// The page at one GiB, by whose bytes SQLite locks files; it is never used.
    private static let lockPage = UInt32(0x4000_0000 / TreePage.size) + 1

    /// - throws: `LoadError.file` where the file can't be opened or read, `.inconsistent` where it is no database of
    ///   the shape that is written here: pages of `TreePage.size`, nothing reserved in them, no auto-vacuum, no free
    ///   pages.
    init(path: String) throws(LoadError) {
        let file = open(path, O_RDWR | O_CLOEXEC)
        guard file >= 0 else { throw .file(path: path, errorNumber: errno) }
        var header = [UInt8](repeating: 0, count: 100)
        let count = header.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
        func number(_ offset: Int, _ size: Int) -> UInt32 {
            header[offset..<offset + size].reduce(0) { $0 << 8 | UInt32($1) }
        }
        // Page size, reserved bytes, auto-vacuum, free pages, and whether the number of pages is up to date.
        guard count == 100, number(16, 2) == TreePage.size, number(20, 1) == 0, number(52, 4) == 0, number(36, 4) == 0,
            number(24, 4) == number(92, 4), number(28, 4) > 0
        else {
            close(file)
            throw .inconsistent("the database is not of the shape that rows are added to")
        }
        self.path = path
        descriptor = file
        next = number(28, 4) + 1
        bufferStart = next
        buffer = .allocate(byteCount: Self.bufferCapacity * TreePage.size, alignment: 4096)
        skipLockPage()
    }

    deinit {
        buffer.deallocate()
        close(descriptor)
    }

    /// The number that the next page will have, and that of the one after it.
    var nextTwo: (UInt32, UInt32) { (next, next + 1 == Self.lockPage ? next + 2 : next + 1) }

    /// Appends a page; answers its number.
    func append(_ page: UnsafeRawBufferPointer) throws(LoadError) -> UInt32 {
        let place = buffer + buffered * TreePage.size
        place.copyMemory(from: page.baseAddress ?? UnsafeRawPointer(place), byteCount: page.count)
        let number = next
        buffered += 1
        next += 1
        if buffered == Self.bufferCapacity || next == Self.lockPage { try flush() }
        return number
    }

    /// Writes a page that the file already has.
    func replace(_ number: UInt32, with page: UnsafeRawBufferPointer) throws(LoadError) {
        try write(page, at: number)
    }

    /// Writes what is left and makes the pages part of the database.
    func finish() throws(LoadError) {
        try flush()
        let count = (next - 1).bigEndian
        try withUnsafeBytes(of: count) { bytes throws(LoadError) in try write(bytes, atByte: 28) }
    }

    private func flush() throws(LoadError) {
        if buffered > 0 {
            try write(UnsafeRawBufferPointer(start: buffer, count: buffered * TreePage.size), at: bufferStart)
        }
        buffered = 0
        skipLockPage()
    }

    private func skipLockPage() {
        if next == Self.lockPage { next += 1 }
        bufferStart = next
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at page: UInt32) throws(LoadError) {
        try write(bytes, atByte: Int(page - 1) * TreePage.size)
    }

    private func write(_ bytes: UnsafeRawBufferPointer, atByte start: Int) throws(LoadError) {
        var done = 0
        while done < bytes.count {
            let written = pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, start + done)
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw .file(path: path, errorNumber: errno) }
            done += written
        }
    }
}
