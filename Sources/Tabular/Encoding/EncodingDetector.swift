// Decides which encoding a text file is in, over the whole file: one word can stay ambiguous, three names decide.

internal import Vietnamese

/// The encoding of a text and what reading it takes.
struct DetectedEncoding {
    var guess: EncodingGuess
    /// Bytes of the byte-order mark.
    var markLength = 0
    var hasNULs = false

    /// Finds the encoding of a source: byte-order mark, UTF-16 by its NULs, strict UTF-8, then the 8-bit encodings by how
    /// well the text reads as Vietnamese.
    init(of source: any ByteSource, head: [UInt8]) throws(RefusedFile) {
        let mark = UnicodeMark(head)
        if let mark, mark.encoding != .utf8 {
            guess = EncodingGuess(mark.encoding, confidence: mark.length > 0 ? 1 : 0.95)
            markLength = mark.length
            return
        }
        try source.rewind()
        let survey = try ByteSurvey(source)
        hasNULs = survey.nulCount > 0
        markLength = mark?.length ?? 0
        if mark != nil && survey.isMostlyUTF8 {
            guess = EncodingGuess(.utf8, confidence: survey.isUTF8 ? 1 : 0.9)
        } else if survey.isASCII {
            let reading = survey.sample.withUnsafeBufferPointer { guessEncoding(of: $0) }
            let isVIQR = reading.encoding == .viqr && reading.score.toned >= 3 && reading.confidence > 0.5
            guess = isVIQR ? EncodingGuess(.viqr, confidence: reading.confidence) : EncodingGuess(.utf8, confidence: 1)
        } else if survey.isUTF8 {
            // Legacy text of some length is never well-formed UTF-8 by chance.
            guess = EncodingGuess(.utf8, confidence: survey.multibyteCount >= 3 ? 1 : 0.9)
        } else {
            let reading = survey.sample.withUnsafeBufferPointer { guessEncoding(of: $0) }
            if let encoding = reading.encoding.flatMap({ TextEncoding(rawValue: $0.rawValue) }), encoding != .viqr {
                guess = EncodingGuess(encoding, confidence: reading.confidence)
            } else if survey.isMostlyUTF8 {
                guess = EncodingGuess(.utf8, confidence: 0.7)
            } else {
                throw RefusedFile(.unknownEncoding)
            }
            markLength = 0
        }
    }
}

extension ByteSurvey {
    /// Whether the file is UTF-8 with a few bytes spoilt.
    var isMostlyUTF8: Bool { invalidCount * 50 <= multibyteCount }
}
