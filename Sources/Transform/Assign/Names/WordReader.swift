// The words of a scanned text by the lexicon; what is glued together or typed in keystrokes is mended.

internal import Vietnamese

/// Looks the words of a text up.
struct WordReader {
    private(set) var words: [NameWord] = []
    private(set) var hasMarks = false

    init(_ scan: WordScan, _ lexicon: WordLexicon) {
        words.reserveCapacity(scan.words.count + 2)
        scan.keys.withUnsafeBufferPointer { keys in
            scan.marked.withUnsafeBufferPointer { marked in
                for index in scan.words.indices { add(index, keys, marked, scan, lexicon) }
            }
        }
    }

    private mutating func add(
        _ index: Int, _ keys: UnsafeBufferPointer<UInt8>, _ marked: UnsafeBufferPointer<UInt8>, _ scan: WordScan,
        _ lexicon: WordLexicon
    ) {
        let word = scan.words[index]
        let source = Int32(index)
        if word.hasMarks { hasMarks = true }
        let key = UnsafeBufferPointer(rebasing: WordLexicon.significant(keys[word.key], of: word))
        if let code = lexicon.code(key) {
            let marked = lexicon.marked(UnsafeBufferPointer(rebasing: marked[word.marked]))
            append(code, marked, word.followsBreak, word.hasMarks, source)
        } else if word.isNumber {
            append(WordLexicon.number + UInt32(index), WordLexicon.unknown, word.followsBreak, false, source)
        } else if key.count < 3 || !mend(word, source, scan, lexicon) {
            append(WordLexicon.unknown + UInt32(index), WordLexicon.unknown, word.followsBreak, word.hasMarks, source)
        }
    }

    private mutating func append(
        _ key: UInt32, _ marked: UInt32, _ followsBreak: Bool, _ hasMarks: Bool, _ source: Int32
    ) {
        words.append(
            NameWord(key: key, marked: marked, followsBreak: followsBreak, hasMarks: hasMarks, source: source))
    }

    /// Takes a word that no table has for what it was meant to be: keystrokes, or several words without blanks.
    private mutating func mend(_ word: WordScan.Word, _ source: Int32, _ scan: WordScan, _ lexicon: WordLexicon) -> Bool
    {
        if scan.isSyllable(word) { return false }
        if let typed = scan.typed(word) {
            let decoded = WordScan(String(decoding: typed, as: UTF8.self))
            if let only = decoded.words.first, let code = lexicon.code(decoded.keys[only.key]) {
                let marked = lexicon.marked(decoded.marked[only.marked])
                if marked != WordLexicon.unknown || !Self.endsInNumber(word, scan) {
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

    private static func endsInNumber(_ word: WordScan.Word, _ scan: WordScan) -> Bool {
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
