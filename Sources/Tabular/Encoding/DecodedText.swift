// The text of a file as a stream of UTF-8, whatever the file was written in.

/// Decodes a source chunk by chunk. UTF-8 passes through as it is; NULs and the byte-order mark are dropped.
struct DecodedText {
    private enum Decoder {
        case none
        case utf16(UTF16Decoder)
    }

    private let source: any ByteSource
    private let encoding: TextEncoding
    private let skipped: Int
    private let dropsNULs: Bool
    private var decoder = Decoder.none
    private var raw: [UInt8] = []
    private var isFinished = false

    /// Reads a source from its beginning, without its first bytes: the byte-order mark.
    init(
        _ source: any ByteSource, encoding: TextEncoding, skipping skipped: Int = 0, dropsNULs: Bool = false
    ) throws(RefusedFile) {
        self.source = source
        self.encoding = encoding
        self.skipped = skipped
        self.dropsNULs = dropsNULs
        try rewind()
    }

    /// Goes back to the beginning.
    mutating func rewind() throws(RefusedFile) {
        try source.rewind()
        var mark: [UInt8] = []
        while mark.count < skipped {
            guard try source.appendChunk(to: &mark, size: skipped - mark.count) else { break }
        }
        switch encoding {
        case .utf16le: decoder = .utf16(UTF16Decoder(isBigEndian: false))
        case .utf16be: decoder = .utf16(UTF16Decoder(isBigEndian: true))
        default: decoder = .none
        }
        isFinished = false
    }

    /// Adds the next decoded chunk; false at the end. A chunk may decode to nothing.
    mutating func appendChunk(to text: inout [UInt8]) throws(RefusedFile) -> Bool {
        switch decoder {
        case .none:
            let start = text.count
            guard try source.appendChunk(to: &text) else { return false }
            if dropsNULs { text.removeNULs(from: start) }
            return true
        case .utf16(var utf16):
            raw.removeAll(keepingCapacity: true)
            if try source.appendChunk(to: &raw) {
                raw.withUnsafeBufferPointer { utf16.decode($0, into: &text) }
                decoder = .utf16(utf16)
                return true
            }
            if isFinished { return false }
            isFinished = true
            utf16.finish(into: &text)
            return true
        }
    }
}

extension [UInt8] {
    /// Takes out the NULs from a position on.
    fileprivate mutating func removeNULs(from start: Int) {
        var kept = start
        for index in start..<count where self[index] != 0 {
            self[kept] = self[index]
            kept += 1
        }
        removeLast(count - kept)
    }
}
