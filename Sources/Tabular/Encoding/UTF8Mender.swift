// UTF-8 with a few bytes spoilt stays UTF-8: what is lost becomes U+FFFD, and the rest stands.

/// Passes well-formed UTF-8 on, chunk by chunk, with U+FFFD for each byte that is in no sequence.
struct UTF8Mender {
    /// The beginning of a sequence whose rest is in the next chunk.
    private var pending: [UInt8] = []
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        guard !pending.isEmpty else {
            mend(bytes, into: &output)
            return
        }
        let whole = pending + bytes
        pending.removeAll()
        whole.withUnsafeBufferPointer { mend($0, into: &output) }
    }

    mutating func finish(into output: inout [UInt8]) {
        for _ in pending { output.append(contentsOf: Self.replacement) }
        pending.removeAll()
    }

    private mutating func mend(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        output.reserveCapacity(output.count + bytes.count)
        var position = 0
        var sound = 0
        while position < bytes.count {
            switch UTF8Sequence(bytes, at: position) {
            case .valid(let length): position += length
            case .invalid:
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[sound..<position]))
                output.append(contentsOf: Self.replacement)
                position += 1
                sound = position
            case .incomplete:
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[sound..<position]))
                pending.append(contentsOf: bytes[position...])
                return
            }
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[sound...]))
    }
}
