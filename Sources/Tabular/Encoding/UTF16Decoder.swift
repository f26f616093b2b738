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
        output.reserveCapacity(output.count + bytes.count * 3 / 2 + 4)
        var index = 0
        if let first = half, !bytes.isEmpty {
            half = nil
            decode(unit(first, bytes[0]), into: &output)
            index = 1
        }
        while index + 1 < bytes.count {
            decode(unit(bytes[index], bytes[index + 1]), into: &output)
            index += 2
        }
        if index < bytes.count { half = bytes[index] }
    }

    /// Ends the text: what is still half is lost, and says so.
    mutating func finish(into output: inout [UInt8]) {
        if half != nil || high != nil { Self.append(0xFFFD, to: &output) }
        half = nil
        high = nil
    }

    private func unit(_ first: UInt8, _ second: UInt8) -> UInt32 {
        isBigEndian ? UInt32(first) << 8 | UInt32(second) : UInt32(second) << 8 | UInt32(first)
    }

    private mutating func decode(_ unit: UInt32, into output: inout [UInt8]) {
        if let first = high {
            high = nil
            if unit & 0xFC00 == 0xDC00 {
                Self.append(0x10000 + (first & 0x3FF) << 10 + unit & 0x3FF, to: &output)
                return
            }
            Self.append(0xFFFD, to: &output)
        }
        switch unit {
        case 0: break
        case 0xD800..<0xDC00: high = unit
        case 0xDC00..<0xE000: Self.append(0xFFFD, to: &output)
        default: Self.append(unit, to: &output)
        }
    }

    private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: output.append(UInt8(scalar))
        case 0x80..<0x800:
            output.append(UInt8(0xC0 | scalar >> 6))
            output.append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            output.append(UInt8(0xE0 | scalar >> 12))
            output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(0x80 | scalar & 0x3F))
        default:
            output.append(UInt8(0xF0 | scalar >> 18))
            output.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}
