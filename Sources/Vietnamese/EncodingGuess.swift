// Which legacy encoding a stretch of bytes is in, judged by how it reads.

/// What ``guessEncoding(of:)`` thinks of a sample.
public struct EncodingGuess: Sendable, Equatable {
    /// The encoding, or `nil` where none of them makes it Vietnamese: plain ASCII, Western text, binary data.
    public let encoding: LegacyEncoding?
    /// From 0 (no idea) to 1: how far the reading is ahead of the next best.
    public let confidence: Double
    /// How the text reads in that encoding.
    public let score: SyllableScore
}

/// The legacy encoding in which a sample reads best as Vietnamese; three names are enough.
///
/// The sample should be taken from whole lines. UTF-8 and UTF-16 must be ruled out before.
public func guessEncoding(of sample: UnsafeBufferPointer<UInt8>) -> EncodingGuess {
    let hasHighBytes = sample.contains { $0 >= 0x80 }
    let candidates: [LegacyEncoding] = hasHighBytes ? [.windows1258, .tcvn3, .vni] : [.viqr]
    let model = SyllableModel()
    let readings = candidates.map { encoding in
        var decoder = LegacyDecoder(encoding)
        var text: [UInt8] = []
        text.reserveCapacity(sample.count * 2)
        decoder.decode(sample, into: &text)
        decoder.finish(into: &text)
        return (encoding: encoding, score: text.withUnsafeBufferPointer { model.score($0) })
    }.sorted { $0.score.logLikelihood > $1.score.logLikelihood }
    let best = readings[0]
    guard best.score.toned > 0, Double(best.score.legalToned) >= 0.6 * Double(best.score.toned) else {
        return EncodingGuess(encoding: nil, confidence: 1, score: best.score)
    }
    let rival = readings.count > 1 ? readings[1].score.logLikelihood : model.score(sample).logLikelihood
    let lead = best.score.logLikelihood - rival
    if !hasHighBytes, lead <= 0 { return EncodingGuess(encoding: nil, confidence: 1, score: best.score) }
    return EncodingGuess(encoding: best.encoding, confidence: lead / (lead + 5), score: best.score)
}
