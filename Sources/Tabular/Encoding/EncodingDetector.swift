// Decides which encoding a text file is in, over the whole file: one word can stay ambiguous, three names decide.

internal import Vietnamese

/// The encoding of a text and what reading it takes.
struct DetectedEncoding {
    var guess: EncodingGuess
    /// Bytes of the byte-order mark.
    var markLength = 0
    var hasNULs = false
    /// Whether some bytes of UTF-8 are in no sequence.
    var isSpoilt = false

    init(_ guess: EncodingGuess) { self.guess = guess }

    /// Finds the encoding of a source: byte-order mark, UTF-16 by its NULs, strict UTF-8, then the 8-bit encodings by how
    /// well the text reads as Vietnamese.
    ///
    /// - throws: `RefusedFile` where the text is Vietnamese in no encoding.
    init(of source: any ByteSource, head: [UInt8]) throws(RefusedFile) {
        let mark = UnicodeMark(head)
        if let mark, mark.encoding != .utf8 {
            guess = EncodingGuess(mark.encoding, confidence: mark.length > 0 ? 1 : 0.95)
            markLength = mark.length
            return
        }
        try source.rewind()
        let survey = try ByteSurvey(source)
        guess = try Self.guess(from: survey, hasMark: mark != nil)
        hasNULs = survey.nulCount > 0
        markLength = mark?.length ?? 0
        isSpoilt = !survey.isUTF8
    }

    private static func guess(from survey: ByteSurvey, hasMark: Bool) throws(RefusedFile) -> EncodingGuess {
        if survey.isUTF8 && !survey.isASCII {
            // Legacy text of some length is never well-formed UTF-8 by chance.
            return EncodingGuess(.utf8, confidence: hasMark || survey.multibyteCount >= 3 ? 1 : 0.9)
        }
        if !survey.isUTF8 && survey.invalidCount * 10 <= survey.multibyteCount {
            return EncodingGuess(.utf8, confidence: 0.8)
        }
        let reading = survey.sample.withUnsafeBufferPointer { guessEncoding(of: $0) }
        switch reading.encoding {
        case .windows1258: return EncodingGuess(.windows1258, confidence: reading.confidence)
        case .tcvn3: return EncodingGuess(.tcvn3, confidence: reading.confidence)
        case .vni: return EncodingGuess(.vni, confidence: reading.confidence)
        case .viqr where reading.score.toned >= 3 && reading.confidence > 0.5:
            return EncodingGuess(.viqr, confidence: reading.confidence)
        default: break
        }
        if survey.isASCII { return EncodingGuess(.utf8, confidence: 1) }
        // A degree sign or a dash in a text that is ASCII otherwise: the code page of the country.
        if survey.invalidCount * 200 <= survey.byteCount { return EncodingGuess(.windows1258, confidence: 0.3) }
        throw RefusedFile(.unknownEncoding)
    }
}
