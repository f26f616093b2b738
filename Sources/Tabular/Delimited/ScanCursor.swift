// The scanner's hands: copies runs of plain bytes eight at a time and stops where a byte means something.

/// Four bytes to stop at, each spread over a word.
struct StopBytes {
    private let first, second, third, fourth: UInt64

    init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
        self.first = Self.spread(first)
        self.second = Self.spread(second)
        self.third = Self.spread(third)
        self.fourth = Self.spread(fourth)
    }

    private static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// A word whose lowest set bit is in the first byte that is a stop; zero where none is.
    @inline(__always)
    func matches(in word: UInt64) -> UInt64 {
        Self.zeros(word ^ first) | Self.zeros(word ^ second) | Self.zeros(word ^ third) | Self.zeros(word ^ fourth)
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool { matches(in: Self.spread(byte)) != 0 }

    /// Marks zero bytes; marks above the lowest one may be false, so only the lowest counts.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}

/// A position in the input and one in the output, which has room for all of the input and a word more.
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

    /// Copies the byte at the position.
    @inline(__always)
    mutating func copyOne() {
        output[written] = input[position]
        position &+= 1
        written &+= 1
    }
}
