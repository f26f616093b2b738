// How well text reads as Vietnamese: by it the readings of the same bytes in different encodings are told apart.

/// What ``SyllableModel/score(_:)`` found in a text.
public struct SyllableScore: Sendable, Equatable {
    /// Words judged: runs of letters and of characters that have no place between words.
    public var words = 0
    /// Words that are legal Vietnamese syllables.
    public var legal = 0
    /// Words with at least one letter that is not ASCII, abbreviations aside.
    public var toned = 0
    /// Words of ``toned`` that are legal syllables.
    public var legalToned = 0
    /// Abbreviations with a `Đ`: capitals without a vowel (`HĐND`), which are no syllables and yet Vietnamese.
    public var abbreviations = 0
    /// The sum of the natural logarithms of the words' likelihoods, whole numbers each; comparable between readings of
    /// the same bytes.
    public var logLikelihood = 0.0

    public init() {}

    /// Whether most words that are not plain ASCII are legal syllables.
    public var isVietnamese: Bool { toned > 0 && Double(legalToned) >= 0.6 * Double(toned) }

    /// Adds the score of another text that stands so many times.
    mutating func add(_ other: SyllableScore, times: Int) {
        words += other.words * times
        legal += other.legal * times
        toned += other.toned * times
        legalToned += other.legalToned * times
        abbreviations += other.abbreviations * times
        logLikelihood += other.logLikelihood * Double(times)
    }

    /// The mean ``logLikelihood`` of a word, or negative infinity where there is no word.
    public var perWord: Double { words == 0 ? -.infinity : logLikelihood / Double(words) }
}

/// A model of Vietnamese syllables: which are legal, and how often each stands in personnel lists.
public struct SyllableModel: Sendable {
    public init() {}

    /// Judges every word of a text in UTF-8.
    public func score(_ utf8: UnsafeBufferPointer<UInt8>) -> SyllableScore {
        var score = SyllableScore()
        var reader = ScalarReader(utf8)
        var word = Word()
        var isAfterDigit = false
        // A guillemet that opens after a letter, or closes before one, is a letter of TCVN3: `M«ng`, `B»ng`.
        var isAfterClosing = false
        while let scalar = reader.next() {
            let letter = Letter(scalar)
            if isAfterClosing {
                isAfterClosing = false
                if letter.isLetter { word.addForeign(isSign: true) } else { word.end(in: &score) }
            }
            if letter.isLetter {
                word.add(letter, afterDigit: isAfterDigit)
            } else if scalar == 0xBB && !word.letters.isEmpty {
                isAfterClosing = true
            } else if scalar == 0xAB && !word.letters.isEmpty {
                word.addForeign(isSign: true)
            } else if isBetweenWords(scalar) {
                word.end(in: &score, beforeDigit: isDigit(scalar))
            } else {
                word.addForeign(isSign: 0xA1...0xBF ~= scalar)
            }
            isAfterDigit = isDigit(scalar)
        }
        word.end(in: &score)
        return score
    }

    /// Whether the bytes of UTF-8, whatever their case, spell one legal Vietnamese syllable.
    public func isSyllable(_ word: some Sequence<UInt8>) -> Bool {
        Array(word).withUnsafeBufferPointer { bytes in
            var reader = ScalarReader(bytes)
            var letters: [Letter] = []
            while let scalar = reader.next() {
                let letter = Letter(scalar)
                guard letter.isLetter, letters.count < 7 else { return false }
                letters.append(letter)
            }
            return Syllable(letters)?.isLegal ?? false
        }
    }

    /// Negative logarithms: a legal syllable that no list has, a word that is none, a word with signs inside.
    private static let rareRarity: Float = 13
    private static let illegalRarity: Float = 18
    private static let foreignRarity: Float = 22

    /// The syllables that lists have, by their keys: how rare each is, and whether it is legal.
    private static let known: [UInt64: (rarity: Float, isLegal: Bool)] = {
        var table: [UInt64: (rarity: Float, isLegal: Bool)] = [:]
        for (rarity, syllables) in SyllableFrequencies.tiers {
            for syllable in syllables.split(separator: " ") {
                let letters = syllable.unicodeScalars.map { Letter($0.value) }
                if let syllable = Syllable(letters) { table[syllable.key] = (Float(rarity), syllable.isLegal) }
            }
        }
        return table
    }()

    /// A word while it is being read.
    private struct Word {
        var letters: [Letter] = []
        var isForeign = false
        var isMarked = false
        /// A capital after a small letter, which no one writes.
        var rises = false
        /// Signs such as `£` and `§`, and nothing else so far.
        var signs = 0
        var touchesDigit = false

        mutating func add(_ letter: Letter, afterDigit: Bool) {
            if letters.isEmpty, afterDigit { touchesDigit = true }
            if letter.isUpper, let last = letters.last, !last.isUpper { rises = true }
            if !letter.isPlain { isMarked = true }
            // `Ñ` is no Vietnamese letter, though it looks like one with a tone: VNI shows `Đ` so.
            if letter.hasTone, !letter.isVowel { isForeign = true }
            letters.append(letter)
        }

        /// The letters without the `H` of `Hmông` and `HMông`, as lists write the name of the Mông.
        private var spelling: [Letter] {
            let isHm = letters.count > 2 && letters[0].base == UInt8(ascii: "h") && letters[1].base == UInt8(ascii: "m")
            return isHm ? Array(letters.dropFirst()) : letters
        }

        private var isAbbreviation: Bool {
            letters.count > 1 && !isForeign && letters.allSatisfy { $0.isUpper && !$0.isVowel }
        }

        mutating func addForeign(isSign: Bool) {
            isForeign = true
            isMarked = true
            if isSign { signs += 1 }
        }

        mutating func end(in score: inout SyllableScore, beforeDigit: Bool = false) {
            guard !letters.isEmpty || isForeign else { return }
            defer {
                letters.removeAll(keepingCapacity: true)
                (isForeign, isMarked, rises, signs, touchesDigit) = (false, false, false, 0, false)
            }
            // `£` alone is an amount's sign, and `Ê584` the same amount misread.
            if letters.isEmpty, signs == 1 { return }
            if letters.count == 1, isMarked, beforeDigit || touchesDigit { isForeign = true }
            score.words += 1
            if isMarked, isAbbreviation { score.abbreviations += 1 }
            if isMarked, !isAbbreviation { score.toned += 1 }
            let syllable = isForeign ? nil : Syllable(spelling)
            let known = syllable.flatMap { SyllableModel.known[$0.key] }
            let isLegal = !rises && (known?.isLegal ?? syllable?.isLegal ?? false)
            if isLegal {
                score.legal += 1
                if isMarked { score.legalToned += 1 }
            }
            var rarity = isForeign ? SyllableModel.foreignRarity : SyllableModel.illegalRarity
            if syllable != nil, !rises {
                rarity = known?.rarity ?? (isLegal ? SyllableModel.rareRarity : SyllableModel.illegalRarity)
            }
            score.logLikelihood -= Double(rarity)
        }
    }
}

/// Blanks, digits and punctuation, which part words; other signs inside a word say that it was misread.
private func isBetweenWords(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 || scalar == 0xA0 { return true }
    switch scalar {
    case 0xAB, 0xB0, 0xBB, 0x2000...0x2027, 0x2030...0x203A, 0x20AB: return true
    default: return false
    }
}

private func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }
