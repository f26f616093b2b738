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
    guard let best = readings.first(where: { isPlausible($0.score, besides: readings[0].score) }) else {
        return EncodingGuess(encoding: nil, confidence: 1, score: readings[0].score)
    }
    let rival = readings.first { $0.encoding != best.encoding }?.score ?? model.score(sample)
    let lead = best.score.logLikelihood - rival.logLikelihood
    if !hasHighBytes, lead <= 0 { return EncodingGuess(encoding: nil, confidence: 1, score: best.score) }
    return EncodingGuess(encoding: best.encoding, confidence: max(lead, 1) / (max(lead, 1) + 5), score: best.score)
}

/// Whether a reading can be what was meant. A rare syllable may cost more than a word that is none: a reading of whole
/// syllables stands against a likelier one that is no Vietnamese, if it is not far behind.
private func isPlausible(_ score: SyllableScore, besides best: SyllableScore) -> Bool {
    if score.logLikelihood == best.logLikelihood { return score.isVietnamese }
    return score.toned > 0 && score.legalToned == score.toned && best.logLikelihood - score.logLikelihood < 10
}
