// A first walk over the whole file: is it UTF-8 to the last byte, and what do its non-ASCII lines look like?

/// What the bytes of a file say about their encoding.
struct ByteSurvey {
    /// Well-formed sequences of more than one byte.
    private(set) var multibyteCount = 0
    /// Bytes above 127 that are in no well-formed sequence.
    private(set) var invalidCount = 0
    private(set) var nulCount = 0
    private(set) var byteCount = 0
    /// Lines from all over the file that hold a byte above 127; where no line does, the file's beginning.
    private(set) var sample: [UInt8] = []

    var isASCII: Bool { multibyteCount == 0 && invalidCount == 0 }
    var isUTF8: Bool { invalidCount == 0 }

    private static let sampleFromFirstChunk = 128 << 10
    private static let sampleFromOtherChunks = 8 << 10
    private static let sampleSize = 512 << 10

    /// Reads a source to its end.
    init(_ source: any ByteSource) throws(RefusedFile) {
        var bytes: [UInt8] = []
        var isFirst = true
        var beginning: [UInt8] = []
        while try Self.fill(&bytes, from: source) {
            let judged = bytes.withUnsafeBufferPointer { judge($0) }
            byteCount += judged
            if isFirst { beginning = Array(bytes.prefix(Self.sampleFromFirstChunk)) }
            let wanted = isFirst ? Self.sampleFromFirstChunk : Self.sampleFromOtherChunks
            takeSample(from: bytes[..<judged], atMost: min(wanted, Self.sampleSize - sample.count))
            isFirst = false
            bytes.removeSubrange(..<judged)
        }
        byteCount += bytes.count
        invalidCount += bytes.count
        takeSample(from: bytes[...], atMost: Self.sampleFromOtherChunks)
        if sample.isEmpty { sample = beginning }
    }

    /// Reads on until there are enough bytes to hold whole lines; false at the end.
    private static func fill(_ bytes: inout [UInt8], from source: any ByteSource) throws(RefusedFile) -> Bool {
        let known = bytes.count
        while bytes.count < known + 65_536 { guard try source.appendChunk(to: &bytes) else { break } }
        return bytes.count > known
    }

    /// Counts what is in a chunk; returns how much of it could be judged (a sequence may be cut off at its end).
    private mutating func judge(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var position = 0
        while position < bytes.count {
            let sound = SoundUTF8(UnsafeBufferPointer(rebasing: bytes[position...]))
            multibyteCount += sound.multibyteCount
            position += sound.length
            let end = min(position + SoundUTF8.blockSize, bytes.count)
            while position < end {
                switch UTF8Sequence(bytes, at: position) {
                case .valid(let length):
                    if length > 1 { multibyteCount += 1 }
                    if bytes[position] == 0 { nulCount += 1 }
                    position += length
                case .invalid:
                    invalidCount += 1
                    position += 1
                case .incomplete: return position
                }
            }
        }
        return position
    }

    private mutating func takeSample(from bytes: ArraySlice<UInt8>, atMost size: Int) {
        guard size > 0, !isASCII else { return }
        let end = sample.count + size
        var start = bytes.startIndex
        while start < bytes.endIndex && sample.count < end {
            let stop = bytes[start...].firstIndex { $0 == Byte.lineFeed || $0 == Byte.carriageReturn } ?? bytes.endIndex
            let line = bytes[start..<stop].prefix(end - sample.count)
            if line.contains(where: { $0 >= 0x80 }) {
                sample.append(contentsOf: line)
                sample.append(Byte.lineFeed)
            }
            start = min(stop + 1, bytes.endIndex)
        }
    }
}
