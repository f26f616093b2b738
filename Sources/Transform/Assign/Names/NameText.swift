// A unit's name as lists write it, cut into words of the lexicon; what is glued together or typed in keystrokes is mended.

internal import Vietnamese

/// One word of a unit's name.
struct NameWord: Sendable {
    /// The code of its key: of the lexicon, or `WordLexicon.unknown` and `source`.
    var key: UInt32
    /// The code of its writing with marks.
    var marked: UInt32
    /// Whether punctuation other than a full stop stands before it.
    var followsBreak: Bool
    var hasMarks: Bool
    /// Its position in the scan.
    var source: Int32
    /// Whether it was decoded from keystrokes.
    var isTyped = false
}

/// A text that may name a unit, in words.
final class NameText: Sendable {
    /// The text, clean.
    let text: String
    let words: [NameWord]
    /// The words' keys alone.
    let keys: [UInt32]
    /// Whether any word carries a mark: then the absence of one means something.
    let hasMarks: Bool
    /// Whether it is a file's or folder's name.
    let isPath: Bool
    private let scan: WordScan

    init(_ raw: String, _ lexicon: WordLexicon, isPath: Bool = false) {
        self.isPath = isPath
        text = cleanText(raw)
        scan = WordScan(text, isPath: isPath)
        let reader = WordReader(scan, lexicon)
        words = reader.words
        keys = reader.words.map(\.key)
        hasMarks = reader.hasMarks
    }

    /// Another reading of a text: one word taken for another.
    private init(_ other: NameText, _ index: Int, _ word: WordLexicon.Word) {
        (text, isPath, scan, hasMarks) = (other.text, other.isPath, other.scan, other.hasMarks)
        var words = other.words
        words[index].key = word.key
        words[index].marked = word.marked
        self.words = words
        keys = words.map(\.key)
    }

    /// Another reading of a text: a word and the next taken for one.
    private init(_ other: NameText, joining index: Int, _ word: WordLexicon.Word) {
        (text, isPath, scan, hasMarks) = (other.text, other.isPath, other.scan, other.hasMarks)
        var words = other.words
        words[index].key = word.key
        words[index].marked = word.marked
        words.remove(at: index + 1)
        self.words = words
        keys = words.map(\.key)
    }

    /// Another reading of a text: a word and the next taken for one.
    func joining(_ index: Int, as word: WordLexicon.Word) -> NameText { NameText(self, joining: index, word) }

    /// Another reading of a text: one word taken for another.
    func replacing(_ index: Int, by word: WordLexicon.Word) -> NameText { NameText(self, index, word) }

    /// The key of a word by its code.
    func key(_ code: UInt32, _ lexicon: WordLexicon) -> String {
        var bytes: [UInt8] = []
        appendKey(code, lexicon, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the key of a word by its code.
    func appendKey(_ code: UInt32, _ lexicon: WordLexicon, to bytes: inout [UInt8]) {
        if code < WordLexicon.number {
            lexicon.appendText(code, to: &bytes)
        } else {
            let word = scan.words[Int(code & (WordLexicon.number - 1))]
            bytes += WordLexicon.significant(scan.keys[word.key], of: word)
        }
    }

    /// The key of words without blanks; as they are written, or with keystrokes decoded.
    func compactKey(_ words: ArraySlice<NameWord>, _ lexicon: WordLexicon, asWritten: Bool = false) -> [UInt8] {
        words.flatMap { word in
            asWritten && word.isTyped ? Array(scan.keys[scan.words[Int(word.source)].key]) : keyBytes(word, lexicon)
        }
    }

    /// The key of a word in bytes.
    func keyBytes(_ word: NameWord, _ lexicon: WordLexicon) -> [UInt8] {
        var bytes: [UInt8] = []
        appendKey(word.key, lexicon, to: &bytes)
        return bytes
    }

    /// Whether a word is a legal Vietnamese syllable, or no word of letters at all.
    func isSyllable(_ word: NameWord) -> Bool {
        let source = scan.words[Int(word.source)]
        return source.isNumber || scan.isSyllable(source)
    }

    /// Whether a word has a vowel, or is one letter, and is not all capitals among words that are not.
    func isSmallWithVowel(_ word: NameWord) -> Bool {
        let source = scan.words[Int(word.source)]
        let written = Array(text.utf8)[source.source]
        let hasSmall = written.contains { (0x61...0x7A).contains($0) }
        let hasVowel = scan.keys[source.key].contains { "aeiouy".utf8.contains($0) }
        return source.key.count == 1 || (hasVowel && (hasSmall || !text.utf8.contains { (0x61...0x7A).contains($0) }))
    }

    /// A number with as many digits as it is written with; nil for another word.
    func digits(of word: NameWord) -> String? {
        let source = scan.words[Int(word.source)]
        return source.isNumber ? String(decoding: scan.keys[source.key], as: UTF8.self) : nil
    }

    /// Where a word stands in the text, in UTF-8 bytes.
    func range(of word: NameWord) -> Range<Int> { scan.words[Int(word.source)].source }
}
