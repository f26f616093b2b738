// Which legacy encoding a stretch of bytes is in, judged by how it reads.

/// What ``guessEncoding(of:)`` thinks of a sample.
public struct EncodingGuess: Sendable, Equatable {
    /// The encoding, or `nil` where none of them makes it Vietnamese: plain ASCII, Western text, binary data.
    public let encoding: LegacyEncoding?
    /// From 0 (no idea) to 1: how far the reading is ahead of the next best.
    public let confidence: Double
    /// How the text reads in that encoding; where it has bytes above 127, how the cells do that have some.
    public let score: SyllableScore
}

/// The legacy encoding in which a sample reads best as Vietnamese; three names are enough.
///
/// The sample should be taken from whole lines. UTF-8 and UTF-16 must be ruled out before.
public func guessEncoding(of sample: UnsafeBufferPointer<UInt8>) -> EncodingGuess {
    let hasHighBytes = sample.contains { $0 >= 0x80 }
    let candidates: [LegacyEncoding] = hasHighBytes ? [.windows1258, .tcvn3, .vni] : [.viqr]
    let model = SyllableModel()
    let cells = hasHighBytes ? tellingCells(of: sample) : [(Array(sample), count: 1)]
    let readings = candidates.map { encoding in
        let score = cells.reduce(into: SyllableScore()) { $0.add(model.score($1.text, in: encoding), times: $1.count) }
        return (encoding: encoding, score: score)
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

extension SyllableModel {
    /// Judges text that is in a legacy encoding.
    fileprivate func score(_ legacy: [UInt8], in encoding: LegacyEncoding) -> SyllableScore {
        var decoder = LegacyDecoder(encoding)
        var text: [UInt8] = []
        text.reserveCapacity(legacy.count * 2)
        legacy.withUnsafeBufferPointer { decoder.decode($0, into: &text) }
        decoder.finish(into: &text)
        return text.withUnsafeBufferPointer(score)
    }
}

/// The cells of a sample that have bytes above 127, as lines: those that stand in it once, those that do twice and so
/// on.
///
/// All others read alike in every encoding, and equal ones read alike; no encoding looks beyond a cell's end.
private func tellingCells(of sample: UnsafeBufferPointer<UInt8>) -> [(text: [UInt8], count: Int)] {
    let endsCell = cellEnds
    var counts: [SampleCell: Int] = [:]
    var start = 0
    while start < sample.count {
        var end = start
        var bits: UInt8 = 0
        while end < sample.count, !endsCell[Int(sample[end])] {
            bits |= sample[end]
            end &+= 1
        }
        if bits >= 0x80 {
            counts[SampleCell(bytes: UnsafeBufferPointer(rebasing: sample[start..<end])), default: 0] += 1
        }
        start = end &+ 1
    }
    // In whatever order: the scores of lines are sums of whole numbers, the same in any.
    var lines: [Int: [UInt8]] = [:]
    for (cell, count) in counts {
        lines[count, default: []].append(contentsOf: cell.bytes)
        lines[count, default: []].append(0x0A)
    }
    return lines.map { (text: $0.value, count: $0.key) }
}

/// By byte: whether it stands between cells, or between values in one.
private let cellEnds: [Bool] = (0...0xFF).map { $0 < 0x20 || ",;|\"".utf8.contains($0) }

/// A cell by its bytes, which live as long as the sample.
private struct SampleCell: Hashable {
    let bytes: UnsafeBufferPointer<UInt8>

    static func == (left: SampleCell, right: SampleCell) -> Bool { left.bytes.elementsEqual(right.bytes) }

    func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
}
