// The text of a file as a stream of UTF-8, whatever the file was written in.

internal import Vietnamese

/// Decodes a source chunk by chunk. UTF-8 passes through as it is; NULs and the byte-order mark are dropped.
struct DecodedText {
    private enum Decoder {
        case none
        case mending(UTF8Mender)
        case utf16(UTF16Decoder)
        case legacy(MixedLegacyDecoder)

        mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, into text: inout [UInt8]) {
            switch self {
            case .none: text.append(contentsOf: bytes)
            case .mending(var decoder):
                decoder.decode(bytes, into: &text)
                self = .mending(decoder)
            case .utf16(var decoder):
                decoder.decode(bytes, into: &text)
                self = .utf16(decoder)
            case .legacy(var decoder):
                decoder.decode(bytes, into: &text)
                self = .legacy(decoder)
            }
        }

        mutating func finish(into text: inout [UInt8]) {
            switch self {
            case .none: break
            case .mending(var decoder): decoder.finish(into: &text)
            case .utf16(var decoder): decoder.finish(into: &text)
            case .legacy(var decoder): decoder.finish(into: &text)
            }
        }
    }

    private let source: any ByteSource
    private let detected: DetectedEncoding
    private var decoder = Decoder.none
    private var raw: [UInt8] = []
    private var isFinished = false
    /// What is left of a text that is known already.
    private var known: ArraySlice<UInt8> = []

    /// Reads a source from its beginning.
    init(_ source: any ByteSource, as detected: DetectedEncoding) throws(RefusedFile) {
        self.source = source
        self.detected = detected
        try rewind()
    }

    /// Goes back to the beginning.
    mutating func rewind() throws(RefusedFile) {
        try source.rewind()
        var mark: [UInt8] = []
        while mark.count < detected.markLength {
            guard try source.appendChunk(to: &mark, size: detected.markLength - mark.count) else { break }
        }
        switch detected.guess.encoding {
        case .utf8, .mojibake: decoder = detected.isSpoilt ? .mending(UTF8Mender()) : .none
        case .utf16le: decoder = .utf16(UTF16Decoder(isBigEndian: false))
        case .utf16be: decoder = .utf16(UTF16Decoder(isBigEndian: true))
        case .windows1258: decoder = .legacy(MixedLegacyDecoder(.windows1258))
        case .tcvn3: decoder = .legacy(MixedLegacyDecoder(.tcvn3))
        case .vni: decoder = .legacy(MixedLegacyDecoder(.vni))
        case .viqr: decoder = .legacy(MixedLegacyDecoder(.viqr))
        }
        isFinished = false
    }

    /// Goes back to the beginning of a text that was read to its end, and is not decoded again.
    mutating func rewind(to text: [UInt8]) { known = text[...] }

    /// Adds the next decoded chunk; false at the end. A chunk may decode to nothing.
    mutating func appendChunk(to text: inout [UInt8]) throws(RefusedFile) -> Bool {
        if !known.isEmpty {
            let chunk = known.prefix(source.chunkSize)
            text.append(contentsOf: chunk)
            known = known.dropFirst(chunk.count)
            return true
        }
        if case .none = decoder {
            let start = text.count
            guard try source.appendChunk(to: &text) else { return false }
            if detected.hasNULs { text.removeNULs(from: start) }
            return true
        }
        raw.removeAll(keepingCapacity: true)
        if try source.appendChunk(to: &raw) {
            if detected.hasNULs { raw.removeNULs(from: 0) }
            raw.withUnsafeBufferPointer { decoder.decode($0, into: &text) }
            return true
        }
        if isFinished { return false }
        isFinished = true
        decoder.finish(into: &text)
        return true
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
