// Reading and writing scalars of UTF-8 on bytes, without String.

/// Bytes of UTF-8 that are read scalar by scalar. Ill-formed bytes read as U+FFFD, one each.
struct ScalarReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    @inline(__always) init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    @inline(__always) var isAtEnd: Bool { position >= bytes.count }

    @inline(__always) mutating func next() -> UInt32? {
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        position &+= 1
        return first < 0x80 ? UInt32(first) : wide(first)
    }

    @inline(__always) private mutating func trail(_ offset: Int) -> UInt32? {
        let index = position &+ offset
        guard index < bytes.count, bytes[index] & 0xC0 == 0x80 else { return nil }
        return UInt32(bytes[index] & 0x3F)
    }

    @inline(__always) private mutating func wide(_ first: UInt8) -> UInt32 {
        if first < 0xE0 {
            guard first >= 0xC2, let b = trail(0) else { return 0xFFFD }
            position &+= 1
            return UInt32(first & 0x1F) << 6 | b
        }
        if first < 0xF0 {
            guard let b = trail(0), let c = trail(1) else { return 0xFFFD }
            let scalar = UInt32(first & 0x0F) << 12 | b << 6 | c
            guard scalar >= 0x800, scalar & 0xF800 != 0xD800 else { return 0xFFFD }
            position &+= 2
            return scalar
        }
        guard first < 0xF5, let b = trail(0), let c = trail(1), let d = trail(2) else { return 0xFFFD }
        let scalar = UInt32(first & 0x07) << 18 | b << 12 | c << 6 | d
        guard scalar >= 0x10000, scalar < 0x110000 else { return 0xFFFD }
        position &+= 3
        return scalar
    }
}

/// Memory that UTF-8 is written into; whoever makes one knows that it is large enough.
struct ScalarWriter {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    @inline(__always) init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    @inline(__always) mutating func append(byte: UInt8) {
        buffer[count] = byte
        count &+= 1
    }

    @inline(__always) mutating func append(_ scalar: UInt32) {
        eachByte(of: scalar) { byte in
            buffer[count] = byte
            count &+= 1
        }
    }

    /// What was written so far.
    @inline(__always) var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[..<count]) }

    @inline(__always) mutating func truncate(to length: Int) { count = length }
}

/// Calls `body` with the bytes of UTF-8 that write `scalar`.
@inline(__always) func eachByte(of scalar: UInt32, _ body: (UInt8) -> Void) {
    if scalar < 0x80 {
        body(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
        body(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
        body(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
        body(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
        body(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        body(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    } else {
        body(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        body(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
        body(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        body(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
}

extension [UInt8] {
    /// Appends what `body` writes, which is `size` bytes at most.
    @inline(__always) mutating func write(atMost size: Int, _ body: (inout ScalarWriter) -> Void) {
        append(addingCapacity: size) { span in
            span.withUnsafeMutableBufferPointer { buffer, count in
                var writer = ScalarWriter(buffer)
                body(&writer)
                count = writer.count
            }
        }
    }

    @inline(__always) mutating func append(scalar: UInt32) {
        eachByte(of: scalar) { append($0) }
    }
}
