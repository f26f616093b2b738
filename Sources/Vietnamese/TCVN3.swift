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

    /// Whether a byte is a letter.
    static let isLetter: [Bool] = (0...0xFF).map { byte in
        Letter(byte < 0x80 ? UInt32(byte) : UInt32(scalars[byte - 0x80])).isLetter
    }

    /// Where the word ends that begins here, if it ends in these bytes and has a small letter without marks.
    @inline(__always)
    static func endOfPlainWord(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isLetter: [Bool]) -> Int? {
        var end = start
        var hasPlainSmall = false
        while end < bytes.count, end &- start < CapitalRun.patience, isLetter[Int(bytes[end])] {
            hasPlainSmall = hasPlainSmall || 0x61...0x7A ~= bytes[end]
            end &+= 1
        }
        return hasPlainSmall && end < bytes.count && end &- start < CapitalRun.patience ? end : nil
    }
}

extension LegacyDecoder {
    mutating func decodeTCVN3(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        let scalars = TCVN3.scalars
        let isLetter = TCVN3.isLetter
        var capitals = CapitalRun()
        swap(&capitals, &self.capitals)
        // No byte, and no scalar that waits, is more than three bytes of UTF-8.
        output.write(atMost: 3 * (bytes.count + capitals.waitingCount)) { writer in
            var index = 0
            while index < bytes.count {
                if capitals.isIdle, let end = TCVN3.endOfPlainWord(in: bytes, from: index, isLetter) {
                    capitals.noteMixedWord()
                    for byte in bytes[index..<end] {
                        writer.append(byte < 0x80 ? UInt32(byte) : UInt32(scalars[Int(byte) &- 0x80]))
                    }
                    index = end
                    continue
                }
                let byte = bytes[index]
                let scalar = byte < 0x80 ? UInt32(byte) : UInt32(scalars[Int(byte) &- 0x80])
                if isLetter[Int(byte)] {
                    capitals.add(Letter(scalar), scalar, into: &writer)
                } else {
                    capitals.end(with: scalar, into: &writer)
                }
                index &+= 1
            }
        }
        swap(&capitals, &self.capitals)
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
    static let patience = 256

    var waitingCount: Int { waiting.count }
    /// Whether no text waits: the next letter begins a word.
    var isIdle: Bool { waiting.isEmpty }

    /// A word was read, and written, that has a small letter and stays as it is.
    mutating func noteMixedWord() { before = .mixed }

    mutating func add(_ letter: Letter, _ scalar: UInt32, into output: inout ScalarWriter) {
        if letter.isUpper {
            if waiting.count > wordStart { hasInnerCapital = true }
        } else if letter.isPlain {
            hasPlainSmall = true
        }
        waiting.append(scalar)
        if waiting.count > Self.patience { flush(into: &output) }
    }

    /// Ends the word with a scalar that is no letter.
    mutating func end(with scalar: UInt32, into output: inout ScalarWriter) {
        endWord(into: &output)
        let endsCell = scalar < 0x20 || scalar == 0x2C || scalar == 0x3B || scalar == 0x7C || scalar == 0x22
        if endsCell { flush(into: &output) }
        if waiting.isEmpty {
            output.append(scalar)
        } else {
            waiting.append(scalar)
            wordStart = waiting.count
        }
    }

    /// Writes everything, as at the end of a cell.
    mutating func flush(into output: inout ScalarWriter) {
        endWord(into: &output)
        wordStart = waiting.count
        settle(.unknown, into: &output)
        before = .unknown
    }

    private mutating func endWord(into output: inout ScalarWriter) {
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
    private mutating func settle(_ last: Case, into output: inout ScalarWriter) {
        let areRaised = before == .capitals && last != .mixed || before == .unknown && last == .capitals
        for (index, scalar) in waiting.enumerated() {
            let isRaised = index < wordStart ? areRaised : last == .capitals
            let letter = isRaised ? Letter(scalar) : .none
            output.append(letter.isLetter ? letter.upper.scalar : scalar)
        }
        waiting.removeAll(keepingCapacity: true)
        wordStart = 0
        if last != .unknown { before = last }
    }
}
