// Where in a batch damage could be, found by a walk over all its bytes at once: cell by cell it would take thrice as long.

/// Two bits for each byte of a text in UTF-8: does it begin a letter beyond ASCII, and could it be a sign of damage?
///
/// It knows nothing of cells and so errs on one side: every sign of ``DamageScan`` is marked, and some that are none.
struct DamageMap {
    private var letters: [UInt64] = []
    private var signs: [UInt64] = []

    /// Whether any byte of a range is beyond ASCII.
    @inline(__always)
    func hasNonASCII(_ start: Int, _ end: Int) -> Bool { Self.hasBit(letters, start, end) }

    /// Whether a sign of damage may be in a range.
    @inline(__always)
    func hasSign(_ start: Int, _ end: Int) -> Bool { Self.hasBit(signs, start, end) }

    /// Draws the map of a text.
    mutating func draw(_ text: UnsafeBufferPointer<UInt8>, by scan: borrowing DamageScan) {
        letters.removeAll(keepingCapacity: true)
        signs.removeAll(keepingCapacity: true)
        let raw = UnsafeRawBufferPointer(text)
        var start = 0
        while start < text.count {
            var leads: UInt64 = 0
            var marks: UInt64 = 0
            if start &+ 64 <= text.count {
                for index in 0..<8 {
                    let word = raw.loadUnaligned(fromByteOffset: start &+ index &* 8, as: UInt64.self)
                    let (lead, found) = Self.look(at: UInt64(littleEndian: word))
                    leads |= ByteWord.gathered(lead) &<< UInt64(index &* 8)
                    if found != 0 { marks |= ByteWord.gathered(found) &<< UInt64(index &* 8) }
                }
            } else {
                for index in start..<text.count {
                    let (lead, found) = Self.look(at: ByteWord.spread(text[index]))
                    if lead != 0 { leads |= 1 &<< UInt64(index &- start) }
                    if found != 0 { marks |= 1 &<< UInt64(index &- start) }
                }
            }
            letters.append(leads)
            signs.append(marks | scan.foreignLetters(among: leads, at: start, of: text))
            start &+= 64
        }
    }

    /// The bytes of a word that begin a letter beyond ASCII, and those that may be a mark or begin a reference; by their
    /// highest bits.
    @inline(__always)
    private static func look(at word: UInt64) -> (letters: UInt64, marks: UInt64) {
        let others =
            ByteWord.nonZeros(word ^ ByteWord.spread(UInt8(ascii: "&")))
            & ByteWord.nonZeros(word ^ ByteWord.spread(UInt8(ascii: "(")))
            & ByteWord.nonZeros(word ^ ByteWord.spread(UInt8(ascii: "+")))
            & ByteWord.nonZeros(word ^ ByteWord.spread(UInt8(ascii: "`")))
            // `^` and `~` differ in one bit.
            & ByteWord.nonZeros((word | ByteWord.spread(0x20)) ^ ByteWord.spread(UInt8(ascii: "~")))
        return (word & word &<< 1 & ByteWord.highest, ~others & ByteWord.highest)
    }

    @inline(__always)
    private static func hasBit(_ bits: [UInt64], _ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        var word = start &>> 6
        let last = (end &- 1) &>> 6
        var found = bits[word] & (UInt64.max &<< UInt64(start & 63))
        while word < last {
            if found != 0 { return true }
            word &+= 1
            found = bits[word]
        }
        return found & (UInt64.max &>> UInt64(63 &- (end &- 1) & 63)) != 0
    }
}

/// Eight bytes of a text in one word.
enum ByteWord {
    static let highest: UInt64 = 0x8080_8080_8080_8080

    /// A byte eight times.
    @inline(__always)
    static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The highest bit of each byte that is not zero; the other bits mean nothing.
    @inline(__always)
    static func nonZeros(_ word: UInt64) -> UInt64 {
        (word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F | word
    }

    /// The highest bits of the eight bytes side by side, the first the lowest; no other bit may be set.
    @inline(__always)
    static func gathered(_ highestBits: UInt64) -> UInt64 { (highestBits &* 0x0002_0408_1020_4081) &>> 56 }
}
