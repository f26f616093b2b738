// Finds the dialect of a delimited text by reading a sample of it in every dialect that could be meant.

/// The dialect of a text and what goes with it.
struct DetectedDialect: Equatable {
    var dialect: Dialect
    /// The number of cells that most rows have.
    var columns: Int
    /// How many bytes the `sep=` line takes.
    var separatorLineBytes: Int

    init(_ dialect: Dialect, columns: Int = 0, separatorLineBytes: Int = 0) {
        self.dialect = dialect
        self.columns = columns
        self.separatorLineBytes = separatorLineBytes
    }
}

/// Finds dialects; preambles, footers, ragged rows, decimal commas and single columns are expected.
struct DialectDetector {
    /// How much of a text is looked at.
    static let sampleSize = 96 << 10

    var limits = ReadingLimits()

    /// The dialect of the text that begins with a sample, in UTF-8 and without NULs.
    ///
    /// - parameter isWhole: whether the sample is all the text; else its last line may be cut off and is left out.
    func detect(in sample: [UInt8], isWhole: Bool) -> DetectedDialect {
        let separator = SeparatorLine(sample)
        var end = sample.count
        if !isWhole, let last = sample.lastIndex(where: { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }) {
            end = last + 1
        }
        let start = min(separator?.length ?? 0, end)
        return sample.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
            let lineEnding = Self.lineEnding(of: text.isEmpty ? bytes : text)
            let delimiters: [UInt8?] = separator.map { [$0.delimiter] } ?? Self.delimiters(in: text)
            var best: DialectScore?
            let marks = QuoteMarks(text)
            for delimiter in delimiters {
                let partsQuoted = delimiter == Byte.space && Self.partsQuotedCells(Byte.space, in: text)
                for dialect in Self.dialects(delimiter, lineEnding, marks, in: text) {
                    // What perfect rows and cells would not bring above the best is not even read.
                    let most = DialectScore.weight(of: dialect, partsQuoted: partsQuoted)
                    if let best, most <= best.value { continue }
                    let score = DialectScore(
                        of: dialect, in: text, limits: limits, floor: best?.value ?? 0, partsQuoted: partsQuoted)
                    guard score.isComplete || dialect.quote != Byte.apostrophe else { continue }
                    if score.value > best?.value ?? -1 { best = score }
                }
            }
            var dialect = best?.dialect ?? Dialect(lineEnding: lineEnding)
            // Quotes may come after the sample; the scanner knows those that are only text.
            if dialect.quote == nil { dialect.quote = Byte.doubleQuote }
            dialect.hasSeparatorLine = separator != nil
            dialect.wideDelimiter = wideDelimiter(of: dialect, columns: best?.columns ?? 0, in: text)
            return DetectedDialect(dialect, columns: best?.columns ?? 0, separatorLineBytes: separator?.length ?? 0)
        }
    }

    /// What stands between the cells of a sample beside the delimiter.
    private func wideDelimiter(
        of dialect: Dialect, columns: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> WideDelimiter {
        var scanner = CSVScanner(dialect: dialect, limits: limits, expectedColumns: columns, rowsPerBatch: .max)
        var batch = RowBatch(sheet: 0)
        // What could be read of a text that breaks off tells enough.
        _ = try? scanner.scan(text, isLast: true, into: &batch)
        var survey = DelimiterSurvey(dialect)
        survey.add(batch)
        return survey.verdict
    }

    /// How most lines end.
    private static func lineEnding(of text: UnsafeBufferPointer<UInt8>) -> Dialect.LineEnding {
        var both = 0
        var feeds = 0
        var returns = 0
        var previous: UInt8 = 0
        for byte in text {
            if byte == Byte.lineFeed {
                if previous == Byte.carriageReturn {
                    both += 1
                    returns -= 1
                } else {
                    feeds += 1
                }
            } else if byte == Byte.carriageReturn {
                returns += 1
            }
            previous = byte
        }
        if both >= max(feeds, returns) && both > 0 { return .crlf }
        return returns > feeds ? .cr : .lf
    }

    /// The bytes that may be delimiters, the likeliest first, and nil for "none".
    ///
    /// A byte that stands on few lines only is none, unless there are few lines; an unusual one needs two lines.
    private static func delimiters(in text: UnsafeBufferPointer<UInt8>) -> [UInt8?] {
        var lineCounts = [Int](repeating: 0, count: 128)
        var lastLine = [Int](repeating: -1, count: 128)
        var line = 0
        for index in text.indices where mayDelimit[Int(text[index])] {
            let byte = text[index]
            if byte == Byte.lineFeed || byte == Byte.carriageReturn {
                line += 1
            } else if lastLine[Int(byte)] != line, !isInsideValue(text, at: index) {
                lastLine[Int(byte)] = line
                lineCounts[Int(byte)] += 1
            }
        }
        let usual: [UInt8] = [Byte.comma, Byte.semicolon, Byte.tab, Byte.bar]
        let others = (1..<UInt8(128)).filter { !usual.contains($0) && canDelimit($0) }
        let found = (usual + others).filter { byte in
            let count = lineCounts[Int(byte)]
            return usual.contains(byte) ? count * 20 > line && count > 0 : count * 3 > line && count > 1
        }
        return found.map { $0 } + [nil]
    }

    /// Whether a byte that could delimit is part of a time (`10:30`), a date (`3-4-2020`) or an address (`http://`).
    private static func isInsideValue(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        switch text[index] {
        case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "/"): break
        default: return false
        }
        func isDigit(_ position: Int) -> Bool {
            text.indices.contains(position) && text[position] &- UInt8(ascii: "0") < 10
        }
        if text[index] == UInt8(ascii: ":") {
            if index + 1 < text.count, text[index + 1] == UInt8(ascii: "/") { return true }
            return isDigit(index - 1) && isDigit(index + 1) && isDigit(index + 2) && !isDigit(index + 3)
        }
        return isDigit(index - 1) && isDigit(index + 1)
    }

    /// Whether a byte stands between two quotes on most lines: then even a blank was meant to delimit.
    private static func partsQuotedCells(_ delimiter: UInt8, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var (lines, count) = (1, 0)
        for index in text.indices.dropFirst().dropLast() {
            if text[index] == Byte.lineFeed || text[index] == Byte.carriageReturn { lines += 1 }
            guard text[index] == delimiter, text[index - 1] == text[index + 1] else { continue }
            if text[index - 1] == Byte.doubleQuote || text[index - 1] == Byte.apostrophe { count += 1 }
        }
        return count > 1 && count * 2 > lines
    }

    /// By byte: whether it can delimit cells, or ends lines.
    private static let mayDelimit: [Bool] = (0...0xFF).map { (byte: UInt8) in
        byte < 0x80 && canDelimit(byte) || byte == Byte.lineFeed || byte == Byte.carriageReturn
    }

    private static func canDelimit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), Byte.doubleQuote, Byte.apostrophe, Byte.backslash, Byte.lineFeed,
            Byte.carriageReturn, 0x7F:
            false
        default: !".()[]<>{}_".utf8.contains(byte)
        }
    }

    /// The dialects with one delimiter that the sample gives reason to try.
    private static func dialects(
        _ delimiter: UInt8?, _ lineEnding: Dialect.LineEnding, _ marks: QuoteMarks,
        in text: UnsafeBufferPointer<UInt8>
    ) -> [Dialect] {
        let plain = Dialect(delimiter: delimiter, quote: nil, lineEnding: lineEnding)
        var dialects: [Dialect] = []
        for (quote, places) in [(Byte.doubleQuote, marks.doubleQuotes), (Byte.apostrophe, marks.apostrophes)] {
            let use = QuoteUse(at: places, delimiter: delimiter, in: text)
            guard use.opens, use.closes else { continue }
            var dialect = plain
            dialect.quote = quote
            dialects.append(dialect)
            if use.opensAfterBlanks {
                dialect.skipsBlanksBeforeQuote = true
                dialects.append(dialect)
            }
            if use.isEscaped {
                dialect.escape = Byte.backslash
                dialects.append(dialect)
            }
        }
        dialects.append(plain)
        if let delimiter, marks.backslashes.contains(where: { $0 + 1 < text.count && text[$0 + 1] == delimiter }) {
            var escaped = plain
            escaped.escape = Byte.backslash
            dialects.append(escaped)
        }
        return dialects
    }
}

/// Where the bytes that can have to do with quoting stand in a text.
private struct QuoteMarks {
    private(set) var doubleQuotes: [Int] = []
    private(set) var apostrophes: [Int] = []
    private(set) var backslashes: [Int] = []

    init(_ text: UnsafeBufferPointer<UInt8>) {
        for index in text.indices where text[index] < UInt8(ascii: "a") {
            switch text[index] {
            case Byte.doubleQuote: doubleQuotes.append(index)
            case Byte.apostrophe: apostrophes.append(index)
            case Byte.backslash: backslashes.append(index)
            default: break
            }
        }
    }
}

/// How a quote stands in a text: only one at the edge of a cell can be meant to quote.
private struct QuoteUse {
    private(set) var opens = false
    private(set) var closes = false
    private(set) var opensAfterBlanks = false
    private(set) var isEscaped = false

    init(at places: [Int], delimiter: UInt8?, in text: UnsafeBufferPointer<UInt8>) {
        for index in places {
            let previous = index > 0 ? text[index - 1] : Byte.lineFeed
            let isAtStart = previous == delimiter || previous == Byte.lineFeed || previous == Byte.carriageReturn
            opens = opens || isAtStart
            if previous == Byte.space, delimiter != Byte.space,
                (text[..<index].last { $0 != Byte.space } ?? Byte.lineFeed) == delimiter
            {
                opens = true
                opensAfterBlanks = true
            }
            isEscaped = isEscaped || previous == Byte.backslash
            let next = index + 1 < text.count ? text[index + 1] : Byte.lineFeed
            closes =
                closes || next == delimiter || next == Byte.lineFeed || next == Byte.carriageReturn
                || next == Byte.space
        }
    }
}
