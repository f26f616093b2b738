// In which encoding a file of markup is written, and its text in UTF-8: for HTML, and for XML that lies about itself.

internal import Vietnamese

/// Decodes a file's bytes as they come.
struct MarkupDecoder {
    private enum Decoding {
        case utf8
        case utf16(UTF16Decoder)
        case legacy(LegacyDecoder)
        case windows1252
    }

    private var decoding: Decoding
    private var output: [UInt8] = []

    /// How many of a file's first bytes are asked for its encoding.
    private static let headBytes = 4_096

    /// A decoder for a file: its byte-order mark is the surest sign, then what the caller found out from the whole text,
    /// then what the file says of itself.
    init(_ input: MarkupInput, encoding: String?) throws {
        let head = try input.head(of: Self.headBytes)
        if head.starts(with: [0xFF, 0xFE]) {
            decoding = .utf16(UTF16Decoder(isBigEndian: false))
        } else if head.starts(with: [0xFE, 0xFF]) {
            decoding = .utf16(UTF16Decoder(isBigEndian: true))
        } else if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            decoding = .utf8
        } else if head.starts(with: [0x3C, 0x00]) {
            decoding = .utf16(UTF16Decoder(isBigEndian: false))
        } else if head.starts(with: [0x00, 0x3C]) {
            decoding = .utf16(UTF16Decoder(isBigEndian: true))
        } else {
            decoding = (encoding ?? Self.declared(head)).map(Self.decoding) ?? .utf8
        }
    }

    /// The text of the next bytes.
    mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void)
        throws
    {
        output.removeAll(keepingCapacity: true)
        switch decoding {
        case .utf8: return try body(bytes)
        case .utf16(var decoder):
            decoder.decode(bytes, into: &output)
            decoding = .utf16(decoder)
        case .legacy(var decoder):
            decoder.decode(bytes, into: &output)
            decoding = .legacy(decoder)
        case .windows1252: Windows1252.decode(bytes, into: &output)
        }
        try output.withUnsafeBufferPointer(body)
    }

    /// What a decoder still held back.
    mutating func finish(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        output.removeAll(keepingCapacity: true)
        switch decoding {
        case .utf8, .windows1252: return
        case .utf16(var decoder): decoder.finish(into: &output)
        case .legacy(var decoder): decoder.finish(into: &output)
        }
        try output.withUnsafeBufferPointer(body)
    }

    private static func decoding(_ name: String) -> Decoding {
        switch name.lowercased() {
        case "utf-16", "utf-16le", "unicode": .utf16(UTF16Decoder(isBigEndian: false))
        case "utf-16be": .utf16(UTF16Decoder(isBigEndian: true))
        case "windows-1258", "cp1258": .legacy(LegacyDecoder(.windows1258))
        case "tcvn3": .legacy(LegacyDecoder(.tcvn3))
        case "vni": .legacy(LegacyDecoder(.vni))
        case "viqr": .legacy(LegacyDecoder(.viqr))
        case "windows-1252", "iso-8859-1", "latin1", "us-ascii", "x-user-defined": .windows1252
        default: .utf8
        }
    }

    /// The `charset` of a `meta` in the first bytes.
    private static func declared(_ head: [UInt8]) -> String? {
        let start = head.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        let word = Array("charset".utf8)
        for index in start.indices where start[index...].starts(with: word) {
            let rest = start[(index + word.count)...].drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: "=") else { continue }
            let value = rest.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            let name = value.prefix {
                0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
            return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
        }
        return nil
    }
}
