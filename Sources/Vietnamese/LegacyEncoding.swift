// The 8-bit encodings in which Vietnamese was written before Unicode, and the streaming decoder for them.

/// An encoding of Vietnamese other than Unicode.
public enum LegacyEncoding: String, CaseIterable, Sendable {
    /// Microsoft's code page: letters and combining tone marks.
    case windows1258 = "windows-1258"
    /// TCVN 5712:1993 as the `.Vn…` (ABC) fonts of the North have it.
    case tcvn3
    /// VNI-Windows, the fonts of the South: a mark byte follows the letter.
    case vni
    /// RFC 1456: marks written as ASCII punctuation.
    case viqr
}

/// Decodes a stream of bytes in one ``LegacyEncoding`` to UTF-8 in NFC.
///
/// Chunks may end anywhere; what is still undecided waits for the next chunk or for ``finish(into:)``. Bytes without a
/// meaning become U+FFFD. Example:
///
///     var decoder = LegacyDecoder(.tcvn3)
///     var text: [UInt8] = []
///     bytes.withUnsafeBufferPointer { decoder.decode($0, into: &text) }
///     decoder.finish(into: &text)
public struct LegacyDecoder {
    public let encoding: LegacyEncoding
    /// A letter that a following mark may still change; in VIQR it may be written in several bytes.
    var pending = Letter.none
    /// A backslash of VIQR was read: the next byte stands for itself.
    var escaped = false
    /// Words of TCVN3 whose case is not known yet.
    var capitals = CapitalRun()

    public init(_ encoding: LegacyEncoding) {
        self.encoding = encoding
    }

    /// Decodes `bytes` and appends what is certain to `output`.
    public mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        switch encoding {
        case .windows1258: decodeWindows1258(bytes, into: &output)
        case .tcvn3: decodeTCVN3(bytes, into: &output)
        case .vni: decodeVNI(bytes, into: &output)
        case .viqr: decodeVIQR(bytes, into: &output)
        }
    }

    /// Appends what was still waiting; the decoder is as new afterwards.
    public mutating func finish(into output: inout [UInt8]) {
        flushPending(into: &output)
        if escaped { output.append(UInt8(ascii: "\\")) }
        output.write(atMost: 3 * capitals.waitingCount) { capitals.flush(into: &$0) }
        self = LegacyDecoder(encoding)
    }

    @inline(__always) mutating func flushPending(into output: inout [UInt8]) {
        if pending.isLetter { output.append(scalar: pending.scalar) }
        pending = .none
    }
}

/// What bytes 0x80-0x9F mean in Windows-1252, 0 where they mean nothing.
///
/// The fonts TCVN3 and VNI keep typographic quotes, dashes and dots there; Windows-1258 differs in a few places.
let windows1252Block: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
]

/// Quotes, dashes, bullet and ellipsis of 0x80-0x9F, which every font has; 0xFFFD for the rest.
@inline(__always) func typographicScalar(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x9B: UInt32(windows1252Block[Int(byte) - 0x80])
    default: 0xFFFD
    }
}
