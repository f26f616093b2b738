// Every word that the pipeline's tables of units know, by number: names are then compared as runs of numbers.

internal import Personnel
internal import Vietnamese

/// Words by code. Codes are given in the order in which words come, so a lexicon that grows keeps its codes.
struct WordLexicon: Sendable {
    /// A word of a table: its key, and its writing with marks.
    struct Word: Sendable, Hashable {
        let key: UInt32
        let marked: UInt32
    }

    /// The codes from here on stand for words that no table has: this much and their position in the text.
    static let unknown: UInt32 = 1 << 30
    /// The same for numbers.
    static let number: UInt32 = 1 << 29

    private var keys = TextPool()
    private var marks = TextPool()
    /// By code: whether the word is digits alone, and whether it is one letter.
    private var numbers: [Bool] = [false]
    private var letters: [Bool] = [false]

    /// The pairs of words that stand side by side in some cell.
    private var pairs: Set<UInt64> = []
    /// The words that cells end with, and begin with, of tables that tell levels and kinds, and names.
    private var ends: Set<UInt32> = []
    private var begins: Set<UInt32> = []

    /// `các`: a text in the plural names no unit.
    private(set) var plural: UInt32 = 0

    init() {
        plural = keys(of: "các")[0]
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { _ = add(String(decoding: [letter], as: UTF8.self)) }
    }

    /// The words of a place's name, known from now on.
    mutating func addName(_ text: String) -> [Word] {
        let words = add(text)
        if let first = words.first { begins.insert(first.key) }
        return words
    }

    /// The words of what stands before a name, known from now on.
    mutating func addTitle(_ text: String) -> [Word] {
        let words = add(text)
        if let last = words.last { ends.insert(last.key) }
        return words
    }

    /// Whether two words can stand side by side: they do in some cell, or a name begins behind what stands before names. Of
    /// a single letter only the first is believed.
    func areNeighbours(_ left: UInt32, _ right: UInt32) -> Bool {
        if pairs.contains(UInt64(left) << 32 | UInt64(right)) { return true }
        return ends.contains(left) && !letters[Int(left)] && !letters[Int(right)]
            && (begins.contains(right) || ends.contains(right))
    }

    /// The words of a table's cell, known from now on.
    mutating func add(_ text: String) -> [Word] {
        let words = addWords(text)
        for (left, right) in zip(words, words.dropFirst()) { pairs.insert(UInt64(left.key) << 32 | UInt64(right.key)) }
        return words
    }

    private mutating func addWords(_ text: String) -> [Word] {
        let scan = WordScan(cleanText(text))
        return scan.words.map { word in
            let key = Self.significant(scan.keys[word.key], of: word)
            let code = key.withUnsafeBufferPointer { keys.code(forUTF8: $0).rawValue }
            if Int(code) == numbers.count {
                numbers.append(word.isNumber)
                letters.append(key.count == 1 && !word.isNumber)
            }
            return Word(
                key: code,
                marked: scan.marked[word.marked].withUnsafeBufferPointer { marks.code(forUTF8: $0).rawValue })
        }
    }

    /// The keys of a cell's words.
    mutating func keys(of text: String) -> [UInt32] { add(text).map(\.key) }

    /// The code of a word's key; nil for a word that no table has.
    func code(_ key: ArraySlice<UInt8>) -> UInt32? { key.withUnsafeBufferPointer { code($0) } }

    /// The same for bytes.
    func code(_ key: UnsafeBufferPointer<UInt8>) -> UInt32? { keys.existingCode(forUTF8: key)?.rawValue }

    /// The code of a word's writing with marks, tones in the conventional place.
    func marked(_ writing: ArraySlice<UInt8>) -> UInt32 { writing.withUnsafeBufferPointer { marked($0) } }

    /// The same for bytes.
    func marked(_ writing: UnsafeBufferPointer<UInt8>) -> UInt32 {
        marks.existingCode(forUTF8: writing)?.rawValue ?? Self.unknown
    }

    /// The key of a code.
    func text(_ code: UInt32) -> String { keys[TextCode(rawValue: code)] }

    /// Appends the key of a code.
    func appendText(_ code: UInt32, to bytes: inout [UInt8]) {
        keys.withUTF8(of: TextCode(rawValue: code)) { bytes.append(contentsOf: $0) }
    }

    /// How many codes are given.
    var count: Int { numbers.count }

    func isNumber(_ code: UInt32) -> Bool {
        code < Self.number ? numbers[Int(code)] : code < Self.unknown
    }

    /// Whether the word is a single letter or digit, which names nothing.
    func isMark(_ code: UInt32) -> Bool { isNumber(code) || code < Self.number && letters[Int(code)] }

    /// A key without the zeros before a number, for wards are numbered both ways: `01` is `1`.
    static func significant<Key: RandomAccessCollection<UInt8>>(
        _ key: Key, of word: WordScan.Word
    ) -> Key.SubSequence where Key.SubSequence: RandomAccessCollection<UInt8> {
        guard word.isNumber, key.first == UInt8(ascii: "0") else { return key[...] }
        return key[(key.firstIndex { $0 != UInt8(ascii: "0") } ?? key.index(before: key.endIndex))...]
    }
}
