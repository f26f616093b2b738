// Decides which encoding a text file is in, over the whole file: one word can stay ambiguous, three names decide.

internal import Vietnamese

/// What is done with a text whose letters are Vietnamese in no encoding.
public enum UnknownLetters: Sendable {
    /// The file is refused: whoever sent it is to save it anew.
    case refuse
    /// It is read as Windows-1258, most of which is what all of Western Europe writes; the confidence is 0.
    case readAsWestern
}

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
    init(of source: any ByteSource, head: [UInt8], unknownLetters: UnknownLetters = .refuse) throws(RefusedFile) {
        let mark = UnicodeMark(head)
        if let mark, mark.encoding != .utf8 {
            guess = EncodingGuess(mark.encoding, confidence: mark.length > 0 ? 1 : 0.95)
            markLength = mark.length
            return
        }
        try source.rewind()
        let survey = try ByteSurvey(source)
        guess = try Self.guess(from: survey, hasMark: mark != nil, unknownLetters)
        hasNULs = survey.nulCount > 0
        markLength = mark?.length ?? 0
        isSpoilt = !survey.isUTF8
    }

    private static func guess(
        from survey: ByteSurvey, hasMark: Bool, _ unknownLetters: UnknownLetters
    ) throws(RefusedFile) -> EncodingGuess {
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
        case .viqr where isVIQR(survey.sample, reading):
            return EncodingGuess(.viqr, confidence: reading.confidence)
        default: break
        }
        if survey.isASCII { return EncodingGuess(.utf8, confidence: 1) }
        // A degree sign or a dash in a text that is ASCII otherwise: the code page of the country.
        if survey.invalidCount * 200 <= survey.byteCount { return EncodingGuess(.windows1258, confidence: 0.3) }
        guard unknownLetters == .readAsWestern else { throw RefusedFile(.unknownEncoding) }
        return EncodingGuess(.windows1258, confidence: 0)
    }

    /// Whether ASCII text is VIQR: many of its words say so, or it is a few names whose words are all syllables and
    /// whose marks end no sentence, as a full stop or a question mark does.
    private static func isVIQR(_ text: [UInt8], _ reading: Vietnamese.EncodingGuess) -> Bool {
        if reading.score.toned >= 3 { return reading.confidence > 0.5 }
        guard reading.score.legal == reading.score.words else { return false }
        return text.indices.contains { index in
            if "`^~+(".utf8.contains(text[index]) { return true }
            guard ".'?".utf8.contains(text[index]), index > 0, index + 1 < text.count else { return false }
            let (before, after) = (text[index - 1], text[index + 1])
            return "aeiouy".utf8.contains(before | 0x20) && 0x61...0x7A ~= after | 0x20 && before & 0x20 == after & 0x20
        }
    }
}
