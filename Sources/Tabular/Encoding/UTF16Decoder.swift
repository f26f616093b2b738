// UTF-16 of either byte order to UTF-8, in pieces: Excel's "Unicode Text", and what databases export.

/// Decodes UTF-16 chunk by chunk. NULs are dropped; half a surrogate pair becomes U+FFFD.
struct UTF16Decoder {
    private let isBigEndian: Bool
    /// The first byte of a unit whose second is in the next chunk.
    private var half: UInt8?
    /// The first unit of a surrogate pair whose second is still to come.
    private var high: UInt32?

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        // A unit is three bytes at most; one whose first half is known and one that waits for its pair come on top.
        output.appendUninitialized(atMost: 3 * (bytes.count / 2 + 2)) { room in
            var text = UTF8Room(start: room)
            var index = 0
            if let first = half, !bytes.isEmpty {
                half = nil
                decode(unit(first, bytes[0]), into: &text)
                index = 1
            }
            while index + 1 < bytes.count {
                decode(unit(bytes[index], bytes[index + 1]), into: &text)
                index += 2
            }
            if index < bytes.count { half = bytes[index] }
            return text.count
        }
    }

    /// Ends the text: what is still half is lost, and says so.
    mutating func finish(into output: inout [UInt8]) {
        if half != nil || high != nil { output.append(contentsOf: "\u{FFFD}".utf8) }
        half = nil
        high = nil
    }

    private func unit(_ first: UInt8, _ second: UInt8) -> UInt32 {
        isBigEndian ? UInt32(first) << 8 | UInt32(second) : UInt32(second) << 8 | UInt32(first)
    }

    @inline(__always)
    private mutating func decode(_ unit: UInt32, into text: inout UTF8Room) {
        if let first = high {
            high = nil
            if unit & 0xFC00 == 0xDC00 {
                text.append(0x10000 + (first & 0x3FF) << 10 + unit & 0x3FF)
                return
            }
            text.append(0xFFFD)
        }
        switch unit {
        case 0: break
        case 0xD800..<0xDC00: high = unit
        case 0xDC00..<0xE000: text.append(0xFFFD)
        default: text.append(unit)
        }
    }
}

/// Memory that UTF-8 is written into; whoever makes one knows that it is large enough.
private struct UTF8Room {
    let start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0

    init(start: UnsafeMutablePointer<UInt8>) { self.start = start }

    @inline(__always)
    mutating func append(_ scalar: UInt32) {
        switch scalar {
        case 0..<0x80: append(byte: scalar)
        case 0x80..<0x800:
            append(byte: 0xC0 | scalar >> 6)
            append(byte: 0x80 | scalar & 0x3F)
        case 0x800..<0x10000:
            append(byte: 0xE0 | scalar >> 12)
            append(byte: 0x80 | scalar >> 6 & 0x3F)
            append(byte: 0x80 | scalar & 0x3F)
        default:
            append(byte: 0xF0 | scalar >> 18)
            append(byte: 0x80 | scalar >> 12 & 0x3F)
            append(byte: 0x80 | scalar >> 6 & 0x3F)
            append(byte: 0x80 | scalar & 0x3F)
        }
    }

    @inline(__always)
    private mutating func append(byte: UInt32) {
        start[count] = UInt8(truncatingIfNeeded: byte)
        count &+= 1
    }
}
