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
struct NameText: Sendable {
    /// The text, clean.
    let text: String
    private(set) var words: [NameWord] = []
    /// The words' keys alone.
    private(set) var keys: [UInt32] = []
    /// Whether any word carries a mark: then the absence of one means something.
    private(set) var hasMarks = false
    /// Whether it is a file's or folder's name.
    let isPath: Bool
    private let scan: WordScan

    init(_ raw: String, _ lexicon: WordLexicon, isPath: Bool = false) {
        self.isPath = isPath
        text = cleanText(raw)
        scan = WordScan(text, isPath: isPath)
        words.reserveCapacity(scan.words.count)
        keys.reserveCapacity(scan.words.count)
        for (index, word) in scan.words.enumerated() { add(word, Int32(index), lexicon) }
    }

    /// Another reading of a text: one word taken for another.
    func replacing(_ index: Int, by word: WordLexicon.Word) -> NameText {
        var text = self
        text.words[index].key = word.key
        text.words[index].marked = word.marked
        text.keys[index] = word.key
        return text
    }

    /// The key of a word by its code.
    func key(_ code: UInt32, _ lexicon: WordLexicon) -> String {
        if code < WordLexicon.number { return lexicon.text(code) }
        let source = Int(code & (WordLexicon.number - 1))
        let word = scan.words[source]
        return String(decoding: WordLexicon.significant(scan.keys[word.key], of: word), as: UTF8.self)
    }

    /// The key of words without blanks; as they are written, or with keystrokes decoded.
    func compactKey(_ words: ArraySlice<NameWord>, _ lexicon: WordLexicon, asWritten: Bool = false) -> [UInt8] {
        words.flatMap { word in
            asWritten && word.isTyped ? Array(scan.keys[scan.words[Int(word.source)].key]) : keyBytes(word, lexicon)
        }
    }

    /// The key of a word in bytes.
    func keyBytes(_ word: NameWord, _ lexicon: WordLexicon) -> [UInt8] { Array(key(word.key, lexicon).utf8) }

    /// A number with as many digits as it is written with; nil for another word.
    func digits(of word: NameWord) -> String? {
        let source = scan.words[Int(word.source)]
        return source.isNumber ? String(decoding: scan.keys[source.key], as: UTF8.self) : nil
    }

    /// Where a word stands in the text, in UTF-8 bytes.
    func range(of word: NameWord) -> Range<Int> { scan.words[Int(word.source)].source }

    // MARK: - Words

    private mutating func add(_ word: WordScan.Word, _ source: Int32, _ lexicon: WordLexicon) {
        if word.hasMarks { hasMarks = true }
        let key = WordLexicon.significant(scan.keys[word.key], of: word)
        if let code = lexicon.code(key) {
            append(code, lexicon.marked(scan.marked[word.marked]), word.followsBreak, word.hasMarks, source)
        } else if word.isNumber {
            append(WordLexicon.number + UInt32(source), WordLexicon.unknown, word.followsBreak, false, source)
        } else if key.count < 3 || !mend(word, source, lexicon) {
            append(
                WordLexicon.unknown + UInt32(source), WordLexicon.unknown, word.followsBreak, word.hasMarks, source)
        }
    }

    private mutating func append(
        _ key: UInt32, _ marked: UInt32, _ followsBreak: Bool, _ hasMarks: Bool, _ source: Int32
    ) {
        words.append(
            NameWord(key: key, marked: marked, followsBreak: followsBreak, hasMarks: hasMarks, source: source))
        keys.append(key)
    }

    /// Takes a word that no table has for what it was meant to be: keystrokes, or several words without blanks.
    private mutating func mend(_ word: WordScan.Word, _ source: Int32, _ lexicon: WordLexicon) -> Bool {
        if scan.isSyllable(word) { return false }
        if let typed = scan.typed(word) {
            let decoded = WordScan(String(decoding: typed, as: UTF8.self))
            if let only = decoded.words.first, let code = lexicon.code(decoded.keys[only.key]) {
                let marked = lexicon.marked(decoded.marked[only.marked])
                if marked != WordLexicon.unknown || !endsInNumber(word) {
                    append(code, marked, word.followsBreak, only.hasMarks, source)
                    words[words.count - 1].isTyped = true
                    return true
                }
            }
        }
        let parts = lexicon.parts(of: Array(scan.keys[word.key]))
        guard parts.count > 1 else { return false }
        for (index, part) in parts.enumerated() {
            let writing = scan.marked(part.range, of: word)
            append(
                part.code, lexicon.marked(writing[...]), index == 0 && word.followsBreak,
                writing.contains { $0 >= 0x80 }, source)
        }
        return true
    }

    private func endsInNumber(_ word: WordScan.Word) -> Bool {
        scan.keys[word.key].last.map { (0x30...0x39).contains($0) } ?? false
    }
}

extension WordLexicon {
    typealias Part = (code: UInt32, range: Range<Int>)

    /// The words that a word without blanks is made of, each beside one that it stands beside in the tables: the fewest;
    /// none where there is no such way, or more than one.
    func parts(of key: [UInt8]) -> [Part] {
        guard (3...40).contains(key.count) else { return [] }
        // For each end the best ways to come there, one for each last word.
        var ways = [[Way]](repeating: [], count: key.count + 1)
        for end in 1...key.count {
            for start in max(0, end - 9)..<end where start == 0 || !ways[start].isEmpty {
                let piece = key[start..<end]
                guard let code = code(piece) ?? numberCode(piece) else { continue }
                var way = Way(code: code, start: start, count: Int.max, ties: 0, previous: 0)
                if start == 0 { (way.count, way.ties) = (1, 1) }
                for (index, before) in ways[start].enumerated() where areNeighbours(before.code, code) || isCount(code)
                {
                    if before.count + 1 < way.count {
                        (way.count, way.ties, way.previous) = (before.count + 1, before.ties, index)
                    } else if before.count + 1 == way.count {
                        way.ties += before.ties
                    }
                }
                if way.ties > 0 { ways[end].append(way) }
            }
        }
        let fewest = ways[key.count].map(\.count).min() ?? 0
        let best = ways[key.count].indices.filter { ways[key.count][$0].count == fewest }
        guard best.count == 1, ways[key.count][best[0]].ties == 1 else { return [] }
        var parts: [Part] = []
        var (end, index) = (key.count, best[0])
        while end > 0 {
            let way = ways[end][index]
            parts.append((way.code, way.start..<end))
            (end, index) = (way.start, way.previous)
        }
        return parts.reversed()
    }

    /// A way to the end of a word's letters.
    private struct Way {
        let code: UInt32
        let start: Int
        var count: Int
        var ties: Int
        var previous: Int
    }

    /// `KV1`, `số2`: a number counts whatever stands before it.
    private func isCount(_ code: UInt32) -> Bool { isNumber(code) }

    private func numberCode(_ piece: ArraySlice<UInt8>) -> UInt32? {
        guard piece.count > 1, piece.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return code(piece.drop { $0 == 0x30 })
    }
}
