// Where the tone mark of a syllable stands: the old placement (hòa, thúy, khỏe), as nine names in ten have it.

/// What ``normalizeTones(_:)`` made of a text.
public struct ToneResult: Sendable, Equatable {
    public let text: String
    /// A tone mark stood elsewhere.
    public let isChanged: Bool
    /// A word bears two different tones; it was left as it is.
    public let hasTwoTones: Bool
}

/// The text with every tone mark in the old placement: `hoà` -> `hòa`, `hùynh` -> `huỳnh`, `qúy` -> `quý`.
///
/// A tone moves only when the word is a legal syllable then. Case, `i`/`y` and everything else stay as written. The text
/// must be in NFC (see ``cleanText(_:)``).
public func normalizeTones(_ text: String) -> ToneResult {
    var text = text
    var hasTwoTones = false
    let moved: String? = text.withUTF8 { bytes in
        let moves = toneMoves(in: bytes, hasTwoTones: &hasTwoTones)
        return moves.isEmpty ? nil : apply(moves, to: bytes)
    }
    return ToneResult(text: moved ?? text, isChanged: moved != nil, hasTwoTones: hasTwoTones)
}

/// A word that is to be written anew.
private struct ToneMove {
    let range: Range<Int>
    let letters: [Letter]
}

private func toneMoves(in bytes: UnsafeBufferPointer<UInt8>, hasTwoTones: inout Bool) -> [ToneMove] {
    var moves: [ToneMove] = []
    var word: [Letter] = []
    var toneCount = 0
    var reader = ScalarReader(bytes)
    var start = 0
    func endWord(at end: Int) {
        defer {
            word.removeAll(keepingCapacity: true)
            toneCount = 0
        }
        guard toneCount > 0, let syllable = Syllable(word) else { return }
        if syllable.hasToneConflict {
            hasTwoTones = true
        } else if let place = tonePosition(of: syllable, in: word), toneCount > 1 || !word[place].hasTone {
            var letters = word.map { $0.with(.level) }
            letters[place] = letters[place].with(syllable.tone)
            moves.append(ToneMove(range: start..<end, letters: letters))
        }
    }
    while true {
        let position = reader.position
        let letter = reader.next().map { Letter($0) } ?? .none
        if letter.isLetter {
            if word.isEmpty { start = position }
            word.append(letter)
            if letter.hasTone { toneCount += 1 }
        } else {
            if !word.isEmpty { endWord(at: position) }
            if reader.isAtEnd { return moves }
        }
    }
}

private func apply(_ moves: [ToneMove], to bytes: UnsafeBufferPointer<UInt8>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 8)
    var position = 0
    for move in moves {
        output.append(contentsOf: bytes[position..<move.range.lowerBound])
        for letter in move.letters { output.append(scalar: letter.scalar) }
        position = move.range.upperBound
    }
    output.append(contentsOf: bytes[position...])
    return String(decoding: output, as: UTF8.self)
}

/// The letter of a legal syllable that bears the tone in the old placement, or `nil` where the syllable is not legal.
func tonePosition(of syllable: Syllable, in word: some RandomAccessCollection<Letter>) -> Int? {
    guard syllable.isLegal else { return nil }
    let letters = Array(word)
    let vowels = syllable.rimeStart..<(letters[syllable.rimeStart...].firstIndex { !$0.isVowel } ?? letters.count)
    // ê, ô, ơ, â, ă, ư bear the tone; of ươ the second, of ưa the only one.
    if let shaped = letters[vowels].lastIndex(where: \.hasShape) { return shaped }
    switch vowels.count {
    case 1: return vowels.lowerBound
    case 2: return vowels.upperBound < letters.count ? vowels.lowerBound + 1 : vowels.lowerBound
    default: return vowels.lowerBound + 1
    }
}
