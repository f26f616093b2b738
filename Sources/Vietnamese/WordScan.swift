// A text cut into words, each as a key and with its marks, in one walk over its bytes: what looking names up starts from.

/// The words of a text: letters and digits between anything else.
///
/// The text must be clean (see ``cleanText(_:)``). An apostrophe inside a word joins (`H'Mông`).
public struct WordScan: Sendable {
    /// One word, by where its writings stand.
    public struct Word: Sendable {
        /// Its i/y key in `keys`: lower case, no marks.
        public let key: Range<Int>
        /// In lower case with its marks, tones in the conventional place, in `marked`.
        public let marked: Range<Int>
        /// Where it stands in the text, in UTF-8 bytes.
        public let source: Range<Int>
        /// Whether punctuation other than a full stop stands before it.
        public let followsBreak: Bool
        /// Whether it carries a mark.
        public let hasMarks: Bool
        /// Whether it is nothing but digits.
        public let isNumber: Bool
    }

    public private(set) var keys: [UInt8] = []
    public private(set) var marked: [UInt8] = []
    public private(set) var words: [Word] = []

    /// - Parameter isPath: file names part words with `-` and `_`, which say nothing about where a name ends.
    public init(_ text: String, isPath: Bool = false) {
        var text = text
        text.withUTF8 { bytes in
            keys.reserveCapacity(bytes.count)
            marked.reserveCapacity(bytes.count)
            words.reserveCapacity(bytes.count / 4 + 1)
            scan(bytes, isPath: isPath)
        }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isPath: Bool) {
        var reader = ScalarReader(bytes)
        var letters: [Letter] = []
        letters.reserveCapacity(16)
        var draft = Draft()
        while true {
            let position = reader.position
            let scalar = reader.next() ?? 0x20
            let letter = Letter(scalar)
            if letter.isLetter {
                if letters.isEmpty, draft.digits == 0 { draft.begin(position, keys.count, marked.count) }
                letters.append(letter)
                draft.take(letter)
                keys.append(letter.base)
                marked.append(scalar: letter.lower.scalar)
            } else if scalar &- 0x30 < 10 {
                if letters.isEmpty, draft.digits == 0 { draft.begin(position, keys.count, marked.count) }
                draft.digits += 1
                keys.append(UInt8(truncatingIfNeeded: scalar))
                marked.append(UInt8(truncatingIfNeeded: scalar))
            } else if !isApostrophe(scalar) || letters.isEmpty {
                if !letters.isEmpty || draft.digits > 0 { finish(&draft, &letters, end: position) }
                // A full stop ends an abbreviation (`X. Mường Phăng`, `TP. ĐBP`), not a name.
                if scalar != 0x20, scalar != 0x2E, !isPath { draft.followsBreak = true }
            }
            if reader.isAtEnd {
                if !letters.isEmpty || draft.digits > 0 { finish(&draft, &letters, end: bytes.count) }
                return
            }
        }
    }

    /// A word on its way.
    private struct Draft {
        var start = 0
        var keyStart = 0
        var markedStart = 0
        var digits = 0
        var tones = 0
        var vowels = 0
        var hasMarks = false
        var followsBreak = false

        mutating func begin(_ start: Int, _ keyStart: Int, _ markedStart: Int) {
            self.start = start
            self.keyStart = keyStart
            self.markedStart = markedStart
        }

        mutating func take(_ letter: Letter) {
            if letter.hasTone { tones += 1 }
            if letter.isVowel { vowels += 1 }
            if !letter.isPlain { hasMarks = true }
        }
    }

    private mutating func finish(_ draft: inout Draft, _ letters: inout [Letter], end: Int) {
        if draft.tones > 0, draft.vowels > 1, draft.digits == 0, placeTone(in: &letters) == .moved {
            marked.removeSubrange(draft.markedStart...)
            for letter in letters { marked.append(scalar: letter.lower.scalar) }
        }
        foldFinalY(from: draft.keyStart)
        words.append(
            Word(
                key: draft.keyStart..<keys.count, marked: draft.markedStart..<marked.count, source: draft.start..<end,
                followsBreak: draft.followsBreak, hasMarks: draft.hasMarks,
                isNumber: letters.isEmpty && draft.digits > 0))
        letters.removeAll(keepingCapacity: true)
        draft = Draft()
    }

    private mutating func foldFinalY(from start: Int) {
        guard keys.last == UInt8(ascii: "y") || keys[start] == UInt8(ascii: "q") else { return }
        let count = keys.count - start
        keys.withUnsafeMutableBufferPointer { foldY(UnsafeMutableBufferPointer(rebasing: $0[start...]), count: count) }
    }
}

extension WordScan {
    /// Whether a word can be a Vietnamese syllable as it is written.
    public func isSyllable(_ word: Word) -> Bool {
        let letters = letters(of: word)
        return letters.count == word.key.count && Syllable(letters)?.isLegal == true
    }

    /// Some letters of a word in lower case with their marks, as a word of their own; empty where the word has others than
    /// letters.
    public func marked(_ letters: Range<Int>, of word: Word) -> [UInt8] {
        let all = self.letters(of: word)
        guard all.count == word.key.count, letters.upperBound <= all.count else { return [] }
        var part = Array(all[letters])
        _ = placeTone(in: &part)
        return Self.written(part)
    }

    /// The syllable that a word's letters and digits write as Telex or VNI keystrokes, in lower case with its marks; nil
    /// where they write none.
    public func typed(_ word: Word) -> [UInt8]? {
        guard !word.hasMarks else { return nil }
        guard let letters = Keystrokes.decode(marked[word.marked].map(UInt32.init)) else { return nil }
        return letters.count == word.key.count && letters.allSatisfy(\.isPlain) ? nil : Self.written(letters)
    }

    private func letters(of word: Word) -> [Letter] {
        marked[word.marked].withUnsafeBufferPointer { bytes in
            var reader = ScalarReader(bytes)
            var letters: [Letter] = []
            while let scalar = reader.next() {
                let letter = Letter(scalar)
                if letter.isLetter { letters.append(letter) }
            }
            return letters
        }
    }

    private static func written(_ letters: [Letter]) -> [UInt8] {
        var bytes: [UInt8] = []
        for letter in letters { bytes.append(scalar: letter.lower.scalar) }
        return bytes
    }
}
