// TCVN3 (ABC fonts): one byte a letter. Toned capitals have none, so the capitals around them tell the case.

enum TCVN3 {
    /// Letters of 0xA1-0xFE; a space where the fonts have none.
    private static let row = Array(
        """
        ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ
        """.unicodeScalars)

    /// Scalars of 0x80-0xFF; 0xFFFD where there is none.
    static let scalars: [UInt16] = (0x80...0xFF).map { byte in
        if byte == 0xA0 { return 0xA0 }
        guard byte > 0xA0, byte < 0xFF else { return UInt16(typographicScalar(UInt8(byte))) }
        let scalar = row[byte - 0xA1].value
        return scalar == 0x20 ? 0xFFFD : UInt16(scalar)
    }
}

extension LegacyDecoder {
    mutating func decodeTCVN3(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        for byte in bytes {
            let scalar = byte < 0x80 ? UInt32(byte) : UInt32(TCVN3.scalars[Int(byte) - 0x80])
            let letter = Letter(scalar)
            if letter.isLetter {
                capitals.add(letter, scalar, into: &output)
            } else {
                capitals.end(with: scalar, into: &output)
            }
        }
    }
}

/// Words of one cell whose case the plain letters, or the neighbouring words, must tell.
///
/// Where every plain letter of a word is a capital, its toned letters are capitals too: `NGUYÔN` is `NGUYỄN`. A capital
/// at the beginning alone says too little (`Hµ` is `Hà` in `Hà Nội` and `HÀ` in `HÀ VĂN`): such words follow their
/// neighbours, and stay as they are when these disagree or there are none.
struct CapitalRun {
    private enum Case { case capitals, mixed, unknown }

    /// Text that waits for a neighbour or for the end of its word.
    private var waiting: [UInt32] = []
    /// Where the word that is being read begins in `waiting`.
    private var wordStart = 0
    private var hasPlainSmall = false
    private var hasInnerCapital = false
    /// The case of the last decided word of the cell.
    private var before = Case.unknown

    /// The longest text that waits.
    private static let patience = 256

    mutating func add(_ letter: Letter, _ scalar: UInt32, into output: inout [UInt8]) {
        if letter.isUpper {
            if waiting.count > wordStart { hasInnerCapital = true }
        } else if letter.isPlain {
            hasPlainSmall = true
        }
        waiting.append(scalar)
        if waiting.count > Self.patience { flush(into: &output) }
    }

    /// Ends the word with a scalar that is no letter.
    mutating func end(with scalar: UInt32, into output: inout [UInt8]) {
        endWord(into: &output)
        let endsCell = scalar < 0x20 || scalar == 0x2C || scalar == 0x3B || scalar == 0x7C || scalar == 0x22
        if endsCell { flush(into: &output) }
        if waiting.isEmpty {
            output.append(scalar: scalar)
        } else {
            waiting.append(scalar)
            wordStart = waiting.count
        }
    }

    /// Writes everything, as at the end of a cell.
    mutating func flush(into output: inout [UInt8]) {
        endWord(into: &output)
        wordStart = waiting.count
        settle(.unknown, into: &output)
        before = .unknown
    }

    private mutating func endWord(into output: inout [UInt8]) {
        if hasPlainSmall {
            settle(.mixed, into: &output)
        } else if hasInnerCapital {
            settle(.capitals, into: &output)
        } else {
            wordStart = waiting.count
        }
        (hasPlainSmall, hasInnerCapital) = (false, false)
    }

    /// Writes what waits: the last word by its own case, those before it by the words around them.
    private mutating func settle(_ last: Case, into output: inout [UInt8]) {
        let areRaised = before == .capitals && last != .mixed || before == .unknown && last == .capitals
        for (index, scalar) in waiting.enumerated() {
            let isRaised = index < wordStart ? areRaised : last == .capitals
            let letter = isRaised ? Letter(scalar) : .none
            output.append(scalar: letter.isLetter ? letter.upper.scalar : scalar)
        }
        waiting.removeAll(keepingCapacity: true)
        wordStart = 0
        if last != .unknown { before = last }
    }
}
