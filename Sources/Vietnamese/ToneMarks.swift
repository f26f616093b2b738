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
/// A tone moves only when the word is a legal syllable then. Case, `i`/`y` and everything else stay as written. The
/// text must be in NFC (see ``cleanText(_:)``).
public func normalizeTones(_ text: String) -> ToneResult {
    var text = text
    var hasTwoTones = false
    let moved: String? = text.withUTF8 { bytes in
        // What was written of the text with its tones moved, and up to where in `bytes`; nothing as long as none moves.
        var output: [UInt8] = []
        var written = 0
        var word: [Letter] = []
        var start = 0
        var reader = ScalarReader(bytes)
        while true {
            let end = reader.position
            let scalar = reader.next()
            let letter = Letter(scalar ?? 0)
            if letter.isLetter {
                if word.isEmpty { start = end }
                word.append(letter)
                continue
            }
            switch word.count > 1 ? placeTone(in: &word) : .unchanged {
            case .unchanged: break
            case .moved:
                output.append(contentsOf: bytes[written..<start])
                for letter in word { output.append(scalar: letter.scalar) }
                written = end
            case .conflict: hasTwoTones = true
            }
            word.removeAll(keepingCapacity: true)
            guard scalar != nil else { break }
        }
        if written == 0 { return nil }
        output.append(contentsOf: bytes[written...])
        return String(decoding: output, as: UTF8.self)
    }
    return ToneResult(text: moved ?? text, isChanged: moved != nil, hasTwoTones: hasTwoTones)
}

/// What ``placeTone(in:)`` found.
enum TonePlacement { case unchanged, moved, conflict }

/// Moves the tone of a word to the letter that bears it in the old placement, where the word is a legal syllable.
func placeTone(in word: inout [Letter]) -> TonePlacement {
    var tones = 0
    var vowels = 0
    var first = Tone.level
    var toneIsOnShape = false
    for letter in word {
        if letter.isVowel { vowels &+= 1 }
        if letter.hasShape { toneIsOnShape = letter.hasTone }
        guard letter.hasTone else { continue }
        if tones == 0 { first = letter.tone } else if letter.tone != first { return .conflict }
        tones &+= 1
    }
    // A tone on the last of the letters that have a shape (`Nguyễn`, `Trường`) stands right.
    if tones == 1, toneIsOnShape { return .unchanged }
    guard tones > 0, vowels > 1, let syllable = Syllable(word), let place = tonePosition(of: syllable, in: word) else {
        return .unchanged
    }
    if tones == 1, word[place].hasTone { return .unchanged }
    for index in word.indices { word[index] = word[index].with(index == place ? first : .level) }
    return .moved
}

/// The letter of a legal syllable that bears the tone in the old placement, or `nil` where the syllable is not legal.
func tonePosition(of syllable: Syllable, in word: [Letter]) -> Int? {
    guard syllable.isLegal else { return nil }
    let start = syllable.rimeStart
    var end = start
    var shaped: Int?
    while end < word.count, word[end].isVowel {
        // ê, ô, ơ, â, ă, ư bear the tone; of ươ the second does.
        if word[end].hasShape { shaped = end }
        end += 1
    }
    if let shaped { return shaped }
    switch end - start {
    case 1: return start
    case 2: return end < word.count ? start + 1 : start
    default: return start + 1
    }
}
