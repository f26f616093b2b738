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
                capitals.add(letter)
            } else {
                capitals.end(with: scalar, into: &output)
            }
        }
        capitals.release(into: &output)
    }
}

/// Words of one cell whose case the plain letters, or the neighbouring words, must tell.
///
/// Where every plain letter of a word is a capital, its toned letters are capitals too: `NGUYÔN` is `NGUYỄN`. A capital
/// at the beginning alone says too little (`Hµ` is `Hà` in `Hà Nội` and `HÀ` in `HÀ VĂN`): such words follow their
/// neighbours, and stay as they are when these disagree or there are none.
struct CapitalRun {
    private enum Case { case capitals, mixed, unknown }

    /// Undecided text: words still open, with what stands between them.
    private var waiting: [Letter] = []
    private var between: [UInt32] = []
    private var before = Case.unknown
    private var wordStart = 0
    private var isUndecided = false

    /// The longest text that waits for a neighbour.
    private static let patience = 128

    mutating func add(_ letter: Letter) {
        waiting.append(letter)
        between.append(0)
    }

    /// Ends the word with a scalar that is no letter.
    mutating func end(with scalar: UInt32, into output: inout [UInt8]) {
        if wordStart < waiting.count { endWord(into: &output) }
        let endsCell = scalar < 0x20 || scalar == 0x2C || scalar == 0x3B || scalar == 0x7C || scalar == 0x22
        if endsCell {
            flush(into: &output)
            output.append(scalar: scalar)
        } else if waiting.isEmpty {
            output.append(scalar: scalar)
        } else {
            waiting.append(.none)
            between.append(scalar)
            wordStart = waiting.count
            if waiting.count > Self.patience { settle(.unknown, into: &output) }
        }
    }

    /// Writes everything, as at the end of a cell.
    mutating func flush(into output: inout [UInt8]) {
        if wordStart < waiting.count { endWord(into: &output) }
        settle(.unknown, into: &output)
        before = .unknown
    }

    /// Keeps memory bounded between chunks: a word of absurd length is written as it stands.
    mutating func release(into output: inout [UInt8]) {
        if waiting.count > 4 * Self.patience { flush(into: &output) }
    }

    private mutating func endWord(into output: inout [UInt8]) {
        let word = waiting[wordStart...]
        if word.contains(where: { $0.isPlain && !$0.isUpper }) {
            settle(.mixed, into: &output)
        } else if word.dropFirst().contains(where: \.isUpper) {
            settle(.capitals, into: &output)
        } else {
            wordStart = waiting.count
        }
    }

    /// Decides the waiting words by the last word, which is the newest neighbour, and writes all.
    private mutating func settle(_ last: Case, into output: inout [UInt8]) {
        let undecidedEnd = last == .unknown ? waiting.count : wordStart
        let neighbours = [before, last]
        let raised = neighbours.contains(.capitals) && !neighbours.contains(.mixed)
        write(upTo: undecidedEnd, raised: raised, into: &output)
        write(upTo: waiting.count, raised: last == .capitals, into: &output)
        if last != .unknown { before = last }
    }

    private mutating func write(upTo end: Int, raised: Bool, into output: inout [UInt8]) {
        for index in 0..<end {
            let letter = waiting[index]
            output.append(scalar: letter.isLetter ? (raised ? letter.upper : letter).scalar : between[index])
        }
        waiting.removeFirst(end)
        between.removeFirst(end)
        wordStart = max(0, wordStart - end)
    }
}
