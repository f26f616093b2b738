// The encodings a list may come in, and how sure one can be of the one that was found.

/// An encoding of text; the raw value is its name on the file's record.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16le = "utf-16le"
    case utf16be = "utf-16be"
    case windows1258 = "windows-1258"
    case tcvn3, vni, viqr
    /// UTF-8 that was once read as Windows-1252 or -1258 and saved again.
    case mojibake
}

/// The encoding of a file, as found.
public struct EncodingGuess: Sendable, Equatable {
    public var encoding: TextEncoding
    /// From 0 to 1; 1 where a byte-order mark or the format itself says so.
    public var confidence: Double

    /// The name on the file's record.
    public var name: String { encoding.rawValue }

    public init(_ encoding: TextEncoding, confidence: Double) {
        self.encoding = encoding
        self.confidence = confidence
    }
}
