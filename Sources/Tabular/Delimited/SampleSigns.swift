// One walk over a sample of delimited text: what may delimit its cells, where quotes stand, how its lines end.

/// The signs by which the dialect of a text is found.
struct SampleSigns {
    /// The bytes that may be delimiters, the likeliest first, and nil for "none".
    ///
    /// A byte that stands on few lines only is none, unless there are few lines; an unusual one needs two lines.
    private(set) var delimiters: [UInt8?] = [nil]
    /// Where the bytes stand that can have to do with quoting.
    private(set) var doubleQuotes: [Int] = []
    private(set) var apostrophes: [Int] = []
    private(set) var backslashes: [Int] = []
    /// How most lines end.
    private(set) var lineEnding = Dialect.LineEnding.lf
    /// How many line feeds and returns there are.
    private(set) var lineEnds = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var ends = LineEnds()
        var lines = DelimitedLines()
        Self.isSign.withUnsafeBufferPointer { isSign in
            for index in text.indices where isSign[Int(text[index])] {
                switch text[index] {
                case Byte.lineFeed, Byte.carriageReturn:
                    ends.add(text[index], after: index > 0 ? text[index - 1] : 0)
                    lines.endLine()
                case Byte.doubleQuote: doubleQuotes.append(index)
                case Byte.apostrophe: apostrophes.append(index)
                case Byte.backslash: backslashes.append(index)
                default: lines.add(at: index, of: text)
                }
            }
        }
        lineEnding = ends.usual
        lineEnds = lines.count
        delimiters = lines.delimiters + [nil]
    }

    var hasQuotes: Bool { !doubleQuotes.isEmpty || !apostrophes.isEmpty }

    /// By byte: whether it can delimit or quote cells, or ends lines.
    private static let isSign: [Bool] = (0...0xFF).map { (byte: UInt8) in
        switch byte {
        case Byte.lineFeed, Byte.carriageReturn, Byte.doubleQuote, Byte.apostrophe, Byte.backslash: true
        default: canDelimit(byte)
        }
    }

    fileprivate static func canDelimit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), Byte.doubleQuote, Byte.apostrophe, Byte.backslash, Byte.lineFeed,
            Byte.carriageReturn, 0, 0x7F...:
            false
        default: !".()[]<>{}_".utf8.contains(byte)
        }
    }
}

/// How many lines end how.
private struct LineEnds {
    private var both = 0
    private var feeds = 0
    private var returns = 0

    mutating func add(_ byte: UInt8, after previous: UInt8) {
        if byte == Byte.carriageReturn {
            returns += 1
        } else if previous == Byte.carriageReturn {
            both += 1
            returns -= 1
        } else {
            feeds += 1
        }
    }

    var usual: Dialect.LineEnding {
        if both >= max(feeds, returns) && both > 0 { return .crlf }
        return returns > feeds ? .cr : .lf
    }
}

/// On how many lines each byte stands that can delimit.
private struct DelimitedLines {
    private var counts = [Int](repeating: 0, count: 128)
    private var lastLine = [Int](repeating: -1, count: 128)
    private var line = 0

    /// How many lines have ended.
    var count: Int { line }

    mutating func endLine() { line += 1 }

    mutating func add(at index: Int, of text: UnsafeBufferPointer<UInt8>) {
        let byte = Int(text[index])
        guard lastLine[byte] != line, !Self.isInsideValue(text, at: index) else { return }
        lastLine[byte] = line
        counts[byte] += 1
    }

    var delimiters: [UInt8] {
        let usual: [UInt8] = [Byte.comma, Byte.semicolon, Byte.tab, Byte.bar]
        let others = (0..<UInt8(128)).filter { !usual.contains($0) && SampleSigns.canDelimit($0) }
        return (usual + others).filter { byte in
            let count = counts[Int(byte)]
            return usual.contains(byte) ? count * 20 > line && count > 0 : count * 3 > line && count > 1
        }
    }

    /// Whether a byte that could delimit is part of a time (`10:30`), a date (`3-4-2020`) or an address (`http://`).
    private static func isInsideValue(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        func isDigit(_ position: Int) -> Bool {
            text.indices.contains(position) && text[position] &- UInt8(ascii: "0") < 10
        }
        switch text[index] {
        case UInt8(ascii: ":"):
            if index + 1 < text.count, text[index + 1] == UInt8(ascii: "/") { return true }
            return isDigit(index - 1) && isDigit(index + 1) && isDigit(index + 2) && !isDigit(index + 3)
        case UInt8(ascii: "-"), UInt8(ascii: "/"): return isDigit(index - 1) && isDigit(index + 1)
        default: return false
        }
    }
}
