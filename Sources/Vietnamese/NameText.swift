// The words of a name cell: cut out of the clean text, with what stood around them gone.

/// A cell cut into words; what a word is made of stays in `scalars`.
struct NameText {
    struct Word {
        var range: Range<Int>
        /// A point or stroke without blanks ties it to the word before, as in `Đ/c` or `Th.S`.
        var isTied = false
        /// A sign that parts remarks from a name stands before it: comma, semicolon, spaced dash.
        var followsBreak = false
        /// The ``PhraseTable/number(_:)`` of its letters.
        var number: UInt64 = 0
        /// How many letters it has; letters of other alphabets count.
        var letterCount = 0
    }

    private(set) var scalars: [UInt32] = []
    private(set) var words: [Word] = []
    /// What the brackets at the end, or a single last digit, tell of namesakes.
    private(set) var suffix: String?
    private(set) var suffixIsBracketed = false
    private(set) var hasRemovedParts = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        scalars.reserveCapacity(bytes.count)
        words.reserveCapacity(8)
        var reader = ScalarReader(bytes)
        var (hasBrackets, hasDigits) = (false, false)
        while let scalar = reader.next() {
            if scalar == 0x28 || scalar == 0x5B || scalar == 0x7B || scalar == 0x3C { hasBrackets = true }
            if scalar &- 0x30 < 10 { hasDigits = true }
            // `H' Mai` is `H'Mai`.
            if scalar == 0x20, followsPrefix { continue }
            scalars.append(scalar)
        }
        if hasBrackets { takeBrackets() }
        cutWords()
        guard hasDigits || words.count > 2 else { return }
        takeListNumber()
        takeTrailingDigits()
    }

    /// Whether what has been read ends in a word of one letter with its apostrophe, as `H'` and `K'` open names.
    private var followsPrefix: Bool {
        guard let last = scalars.last, isApostrophe(last), scalars.count > 1 else { return false }
        let letter = scalars[scalars.count - 2] | 0x20
        let opensWord = scalars.count == 2 || scalars[scalars.count - 3] == 0x20
        return opensWord && (letter == 0x68 || letter == 0x6B)
    }

    mutating func dropFirst(_ count: Int) {
        words.removeFirst(count)
        hasRemovedParts = true
    }

    mutating func keepFirst(_ count: Int) {
        words.removeSubrange(count...)
        hasRemovedParts = true
    }

    // MARK: - Cutting

    /// Takes out what stands in brackets; a single letter or digit there is a namesake's mark.
    private mutating func takeBrackets() {
        var kept: [UInt32] = []
        var inside: [UInt32] = []
        var depth = 0
        for scalar in scalars {
            switch scalar {
            case 0x28, 0x5B, 0x7B, 0x3C: depth += 1
            case 0x29, 0x5D, 0x7D, 0x3E:
                depth = max(0, depth - 1)
                if depth == 0 { closeBracket(&inside, &kept) }
            default:
                if depth > 0 { inside.append(scalar) } else { kept.append(scalar) }
            }
        }
        if !inside.isEmpty { closeBracket(&inside, &kept) }
        if kept.contains(where: { Letter($0).isLetter }) {
            scalars = kept
        } else {
            // All of it is in brackets, so these are stray.
            scalars = scalars.map { [0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E].contains($0) ? 0x20 : $0 }
            hasRemovedParts = false
        }
    }

    private mutating func closeBracket(_ inside: inout [UInt32], _ kept: inout [UInt32]) {
        let content = inside.filter { $0 != 0x20 && $0 != 0x2E }
        inside.removeAll()
        kept.append(0x20)
        let hasName = kept.contains { Letter($0).isLetter }
        if content.count == 1, hasName, let mark = namesakeMark(content[0]) {
            suffix = mark
            suffixIsBracketed = true
        } else if !content.isEmpty {
            hasRemovedParts = true
        }
    }

    private func namesakeMark(_ scalar: UInt32) -> String? {
        let letter = Letter(scalar)
        let mark = letter.isLetter ? letter.upper.scalar : scalar
        guard letter.isLetter || scalar &- 0x31 < 9 else { return nil }
        return Unicode.Scalar(mark).map { String(Character($0)) }
    }

    private mutating func cutWords() {
        var word = Word(range: 0..<0)
        var start = -1
        for index in 0...scalars.count {
            if index < scalars.count, isWordScalar(at: index, inside: start >= 0) {
                if start < 0 { start = index }
                let letter = Letter(scalars[index])
                if letter.isLetter { word.number = PhraseTable.adding(letter, to: word.number) }
                if letter.isLetter || scalars[index] > 0xFF { word.letterCount &+= 1 }
                continue
            }
            if start >= 0 {
                word.range = start..<index
                words.append(word)
                word = Word(range: 0..<0, isTied: true)
                start = -1
            }
            guard index < scalars.count else { return }
            switch scalars[index] {
            case 0x2E, 0x2F: break
            case 0x2C, 0x3B, 0x2D, 0x2013, 0x2014, 0x3A, 0x7C: (word.isTied, word.followsBreak) = (false, true)
            default: word.isTied = false
            }
        }
    }

    /// Letters, digits, signs of damage; apostrophe and hyphen only between letters.
    @inline(__always) private func isWordScalar(at index: Int, inside: Bool) -> Bool {
        let scalar = scalars[index]
        return scalar != 0x20 && (Letter(scalar).isLetter || isWordSign(scalar, at: index, inside: inside))
    }

    private func isWordSign(_ scalar: UInt32, at index: Int, inside: Bool) -> Bool {
        if scalar &- 0x30 < 10 || scalar == 0x3F { return true }
        if isApostrophe(scalar) || scalar == 0x2D {
            return inside && index + 1 < scalars.count && Letter(scalars[index + 1]).isLetter
        }
        if scalar < 0x80 { return false }
        switch scalar {
        // Arrows, signs and ticks belong to no word.
        case 0x2190...0x2BFF: return false
        case 0x2010...0x2027, 0x2030...0x205E, 0xA0...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF:
            // A sign between letters is the trace of a wrong encoding, and stays to be seen.
            return inside && scalar < 0x100 && index + 1 < scalars.count && Letter(scalars[index + 1]).isLetter
        default: return true
        }
    }

    private func isNumber(_ word: Word) -> Bool {
        scalars[word.range].allSatisfy { $0 &- 0x30 < 10 }
    }

    /// `1.`, `01)`, `a)`, `II.` and digits glued to the front.
    private mutating func takeListNumber() {
        while let first = words.first {
            if isNumber(first) || isListLetter(first) {
                dropFirst(1)
            } else if scalars[first.range.lowerBound] &- 0x30 < 10 {
                let digits = scalars[first.range].prefix { $0 &- 0x30 < 10 }.count
                words[0].range = first.range.lowerBound + digits..<first.range.upperBound
                hasRemovedParts = true
            } else {
                return
            }
        }
    }

    /// A small letter or Roman number with a point or bracket after it.
    private func isListLetter(_ word: Word) -> Bool {
        guard words.count > 2, word.range.upperBound < scalars.count else { return false }
        let sign = scalars[word.range.upperBound]
        let isRoman = scalars[word.range].allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
        let isSmall = word.range.count == 1 && scalars[word.range.lowerBound] &- 0x61 < 26
        return isRoman && sign == 0x2E && !words[1].isTied || isSmall && (sign == 0x29 || sign == 0x2E)
    }

    /// A single digit at the end tells namesakes apart; a longer number, or several, are a remark.
    private mutating func takeTrailingDigits() {
        var numbers = 0
        while words.count > 1, let last = words.last, isNumber(last) {
            numbers += 1
            if numbers == 1, last.range.count == 1, suffix == nil {
                suffix = namesakeMark(scalars[last.range.lowerBound])
            } else {
                if !suffixIsBracketed { suffix = nil }
                hasRemovedParts = true
            }
            words.removeLast()
        }
        // Glued to the last word it does so too, but not where other words have digits: those are VNI keystrokes.
        guard numbers == 0, suffix == nil, let last = words.last, last.range.count > 2 else { return }
        let end = last.range.upperBound - 1
        let digits = words.reduce(0) { $0 + scalars[$1.range].count { $0 &- 0x30 < 10 } }
        if digits == 1, scalars[end] &- 0x31 < 9, isSyllable(last.range.lowerBound..<end) {
            suffix = namesakeMark(scalars[end])
            words[words.count - 1].range = last.range.lowerBound..<end
        }
    }

    private func isSyllable(_ range: Range<Int>) -> Bool {
        Syllable(scalars[range].map { Letter($0) })?.isSpelledLegally ?? false
    }
}
