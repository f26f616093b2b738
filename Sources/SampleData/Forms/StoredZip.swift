// A zip archive whose members are stored as they are, and gzip without compression (PKWARE APPNOTE, RFC 1951, RFC 1952).

/// Writes a zip archive.
struct StoredZip {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ content: [UInt8]) {
        let start = bytes.count
        var fields: [UInt8] = []
        fields.appendLittle(20, bytes: 2)  // the version needed
        fields.appendLittle(0x800, bytes: 2)  // names in UTF-8
        fields.appendLittle(0, bytes: 2)  // stored
        fields.appendLittle(0, bytes: 2)  // midnight
        fields.appendLittle(0x5AE1, bytes: 2)  // of 1 July 2025
        fields.appendLittle(Int(CRC32.of(content)), bytes: 4)
        fields.appendLittle(content.count, bytes: 4)
        fields.appendLittle(content.count, bytes: 4)
        fields.appendLittle(name.utf8.count, bytes: 2)
        fields.appendLittle(0, bytes: 2)
        bytes += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + content
        directory += [0x50, 0x4B, 1, 2, 20, 0] + fields
        directory.appendLittle(0, bytes: 10)
        directory.appendLittle(start, bytes: 4)
        directory += Array(name.utf8)
        count += 1
    }

    func finished() -> [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        end.appendLittle(count, bytes: 2)
        end.appendLittle(count, bytes: 2)
        end.appendLittle(directory.count, bytes: 4)
        end.appendLittle(bytes.count, bytes: 4)
        end.appendLittle(0, bytes: 2)
        return bytes + directory + end
    }
}

/// Wraps bytes as a member of a gzip file; members one after the other make one file.
enum StoredGzip {
    static func member(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        bytes.reserveCapacity(content.count + content.count / 65_535 * 5 + 32)
        var start = 0
        repeat {
            let count = min(65_535, content.count - start)
            bytes.append(start + count == content.count ? 1 : 0)
            bytes.appendLittle(count, bytes: 2)
            bytes.appendLittle(~count & 0xFFFF, bytes: 2)
            bytes += content[start..<start + count]
            start += count
        } while start < content.count
        bytes.appendLittle(Int(CRC32.of(content)), bytes: 4)
        bytes.appendLittle(content.count & 0xFFFF_FFFF, bytes: 4)
        return bytes
    }
}

enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        var value = UInt32(index)
        for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
        return value
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        table.withUnsafeBufferPointer { table in
            for byte in bytes { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8) }
        }
        return value ^ 0xFFFF_FFFF
    }
}

extension [UInt8] {
    /// Appends a number, its lowest byte first.
    fileprivate mutating func appendLittle(_ number: Int, bytes count: Int) {
        for place in 0..<count { append(place < 8 ? UInt8(truncatingIfNeeded: number >> (8 * place)) : 0) }
    }
}
