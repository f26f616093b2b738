// Windows-1258: Latin-1 with ă ơ ư đ ₫, and the five tones as combining marks after the letter.

enum Windows1258 {
    /// Scalars of 0x80-0xFF; 0xFFFD where the code page has none.
    static let scalars: [UInt16] = {
        var table = (0x80...0xFF).map { UInt16($0) }
        for index in 0..<0x20 {
            let scalar = windows1252Block[index]
            table[index] = scalar == 0 || [0x8A, 0x8E, 0x9A, 0x9E].contains(index + 0x80) ? 0xFFFD : scalar
        }
        let differing: [(Int, UInt16)] = [
            (0xC3, 0x102), (0xCC, 0x300), (0xD0, 0x110), (0xD2, 0x309), (0xD5, 0x1A0), (0xDD, 0x1AF), (0xDE, 0x303),
            (0xE3, 0x103), (0xEC, 0x301), (0xF0, 0x111), (0xF2, 0x323), (0xF5, 0x1A1), (0xFD, 0x1B0), (0xFE, 0x20AB),
        ]
        for (byte, scalar) in differing { table[byte - 0x80] = scalar }
        return table
    }()
}

extension LegacyDecoder {
    mutating func decodeWindows1258(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        let scalars = Windows1258.scalars
        var pending = pending
        // No byte, and no letter that waits, is more than three bytes of UTF-8.
        output.write(atMost: 3 * (bytes.count + 1)) { writer in
            for byte in bytes {
                let scalar = byte < 0x80 ? UInt32(byte) : UInt32(scalars[Int(byte) &- 0x80])
                if scalar &- 0x300 < 0x70, let joined = pending.adding(scalar) {
                    pending = joined
                    continue
                }
                if pending.isLetter { writer.append(pending.scalar) }
                pending = Letter(scalar)
                if !pending.isLetter { writer.append(scalar) }
            }
        }
        self.pending = pending
    }
}
