// The scanner's hands: copies runs of plain bytes eight at a time and stops where a byte means something.

/// Four bytes to stop at, each spread over a word.
struct StopBytes {
    private let first, second, third, fourth: UInt64

    init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
        self.first = ByteWord.spread(first)
        self.second = ByteWord.spread(second)
        self.third = ByteWord.spread(third)
        self.fourth = ByteWord.spread(fourth)
    }

    /// A word whose lowest set bit is in the first byte that is a stop; zero where none is.
    @inline(__always)
    func matches(in word: UInt64) -> UInt64 {
        Self.zeros(word ^ first) | Self.zeros(word ^ second) | Self.zeros(word ^ third) | Self.zeros(word ^ fourth)
    }

    /// A bit for each of 64 bytes, the first the lowest, set where the byte is a stop.
    @inline(__always)
    func mask(at block: UnsafePointer<UInt8>) -> UInt64 {
        var mask: UInt64 = 0
        for index in 0..<8 {
            let word = UnsafeRawPointer(block + index &* 8).loadUnaligned(as: UInt64.self)
            let bits = ByteWord.gathered(exactMatches(in: UInt64(littleEndian: word)))
            mask |= bits &<< UInt64(index &* 8)
        }
        return mask
    }

    /// The highest bit of each byte that is a stop.
    @inline(__always)
    private func exactMatches(in word: UInt64) -> UInt64 {
        let others =
            ByteWord.nonZeros(word ^ first) & ByteWord.nonZeros(word ^ second) & ByteWord.nonZeros(word ^ third)
            & ByteWord.nonZeros(word ^ fourth)
        return ~others & ByteWord.highest
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool { matches(in: ByteWord.spread(byte)) != 0 }

    /// Marks zero bytes; marks above the lowest one may be false, so only the lowest counts.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}

/// A position in the input and one in the output, which has room for all of the input and a stride more.
struct ScanCursor {
    private let input: UnsafePointer<UInt8>
    private let output: UnsafeMutablePointer<UInt8>
    let end: Int
    var position = 0
    private(set) var written: Int

    init(input: UnsafePointer<UInt8>, count: Int, output: UnsafeMutablePointer<UInt8>, written: Int) {
        self.input = input
        self.output = output
        end = count
        self.written = written
    }

    @inline(__always)
    var current: UInt8 { input[position] }

    /// The byte at a position; nil beyond the input.
    @inline(__always)
    func byte(at position: Int) -> UInt8? { position < end ? input[position] : nil }

    /// The byte written last; nil where nothing was written after the offset.
    func lastWritten(after offset: Int) -> UInt8? { written > offset ? output[written - 1] : nil }

    /// What has been written from an offset on.
    func writtenBytes(from offset: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: output + offset, count: written - offset)
    }

    /// Puts a byte in front of what was written from an offset on; as many bytes must have been left out before.
    mutating func insert(_ byte: UInt8, at offset: Int) {
        (output + offset + 1).update(from: output + offset, count: written - offset)
        output[offset] = byte
        written += 1
    }

    /// Takes out a byte that was written.
    mutating func remove(at offset: Int) {
        (output + offset).update(from: output + offset + 1, count: written - offset - 1)
        written -= 1
    }

    /// Copies bytes up to the next stop; false when the input ends first.
    @inline(__always)
    mutating func copy(until stops: StopBytes) -> Bool {
        while end &- position >= 8 {
            let word = UnsafeRawPointer(input + position).loadUnaligned(as: UInt64.self)
            UnsafeMutableRawPointer(output + written).storeBytes(of: word, as: UInt64.self)
            let matches = stops.matches(in: UInt64(littleEndian: word))
            if matches != 0 {
                let run = matches.trailingZeroBitCount >> 3
                position &+= run
                written &+= run
                return true
            }
            position &+= 8
            written &+= 8
        }
        while position < end {
            if stops.contains(input[position]) { return true }
            copyOne()
        }
        return false
    }

    /// Where the next stop may be looked for without a look at the end: 64 bytes are there, and room to read beyond.
    @inline(__always)
    func hasBlock(at position: Int) -> Bool { position &+ 64 &+ Self.stride <= end }

    /// The stops among the 64 bytes from a position on.
    @inline(__always)
    func stops(at position: Int, of stops: StopBytes) -> UInt64 { stops.mask(at: input + position) }

    /// The byte at a position that is known to be there.
    @inline(__always)
    func knownByte(at position: Int) -> UInt8 { input[position] }

    /// Copies the bytes up to a position, 32 at a time: what is copied beyond will be overwritten.
    @inline(__always)
    mutating func copy(to stop: Int) {
        let count = stop &- position
        var copied = 0
        repeat {
            let source = UnsafeRawPointer(input + (position &+ copied))
            let target = UnsafeMutableRawPointer(output + (written &+ copied))
            target.storeBytes(of: source.loadUnaligned(as: SIMD32<UInt8>.self), as: SIMD32<UInt8>.self)
            copied &+= Self.stride
        } while copied < count
        position = stop
        written &+= count
    }

    /// How many bytes are copied at a time where cells are copied whole.
    static let stride = 32

    /// Copies the byte at the position.
    @inline(__always)
    mutating func copyOne() {
        output[written] = input[position]
        position &+= 1
        written &+= 1
    }
}
