// UTF-8 of the everyday kind, judged eight bytes at a time: what it cannot vouch for is left to the full rules.

/// How far bytes are well-formed UTF-8 without NULs, as far as that can be told quickly.
///
/// Sequences of four bytes and those that begin with E0 or ED, whose second byte has rules of its own, are left to
/// ``UTF8Sequence``, and so is every error: the answer is never too long.
struct SoundUTF8 {
    /// Bytes from the beginning that are sound; ends between two characters.
    private(set) var length = 0
    /// Sequences of more than one byte among them.
    private(set) var multibyteCount = 0

    /// Bytes that are vouched for together.
    static let blockSize = 512

    private static let highest: UInt64 = 0x8080_8080_8080_8080
    private static let lowest: UInt64 = 0x0101_0101_0101_0101

    /// Judges bytes that begin with the beginning of a character.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        var twos: UInt64 = 0
        var threes: UInt64 = 0
        while length + Self.blockSize <= raw.count {
            var doubts: UInt64 = 0
            var leads = 0
            var position = length
            let (twosBefore, threesBefore) = (twos, threes)
            while position < length &+ Self.blockSize {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                let lead = word & word &<< 1 & Self.highest
                let lead3 = lead & word &<< 2
                let expected = lead &<< 8 | twos &>> 56 | lead3 &<< 16 | threes &>> 48
                doubts |= (word & ~(word &<< 1) & Self.highest) ^ expected
                doubts |= Self.doubts(about: word, lead, lead3)
                leads &+= Int(truncatingIfNeeded: ((lead &>> 7) &* Self.lowest) &>> 56)
                (twos, threes) = (lead, lead3)
                position &+= 8
            }
            guard doubts == 0 else {
                (twos, threes) = (twosBefore, threesBefore)
                break
            }
            length = position
            multibyteCount += leads
        }
        // A character that the last block has only in part is no part of the answer.
        let missing = twos &>> 56 | threes &>> 48
        if missing != 0 {
            repeat { length -= 1 } while bytes[length] & 0xC0 == 0x80
            multibyteCount -= 1
        }
    }

    /// NULs, leads of four bytes, C0, C1, E0 and ED, by the highest bit of their bytes; a byte after a NUL may be marked
    /// as well.
    @inline(__always)
    private static func doubts(about word: UInt64, _ lead: UInt64, _ lead3: UInt64) -> UInt64 {
        let bit4 = word &<< 3
        let bit3 = word &<< 4
        let bit2 = word &<< 5
        let bit1 = word &<< 6
        let bit0 = word &<< 7
        let nul = (word &- lowest) & ~word
        let isSmall = ~(bit3 | bit2 | bit1 | bit4)
        let overlong2 = lead & ~lead3 & isSmall
        let e0 = lead3 & isSmall & ~bit0
        let ed = lead3 & bit3 & bit2 & ~bit1 & bit0
        return (nul | overlong2 | e0 | ed | lead3 & bit4) & highest
    }
}
