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
            let signs = SampleSigns(text)
            let lineEnding = text.isEmpty ? SampleSigns(bytes).lineEnding : signs.lineEnding
            var best: DialectScore?
            for delimiter in separator.map({ [$0.delimiter] }) ?? signs.delimiters {
                let partsQuoted =
                    delimiter == Byte.space && Self.partsQuotedCells(Byte.space, signs, in: text)
                for dialect in Self.dialects(delimiter, lineEnding, signs, in: text) {
                    // What perfect rows and cells would not bring above the best is not even read.
                    let most = DialectScore.most(of: dialect, partsQuoted: partsQuoted)
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
            // Without quotes the columns that are expected change nothing: the rows are those that were scored.
            let rows = signs.hasQuotes ? rows(of: text, dialect, columns: best?.columns ?? 0) : best?.rows
            dialect.wideDelimiter = rows.map { DelimiterSurvey(dialect, $0).verdict } ?? .single
            return DetectedDialect(dialect, columns: best?.columns ?? 0, separatorLineBytes: separator?.length ?? 0)
        }
    }

    /// The rows of a sample in the dialect found.
    private func rows(of text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, columns: Int) -> RowBatch {
        var scanner = CSVScanner(dialect: dialect, limits: limits, expectedColumns: columns, rowsPerBatch: .max)
        var rows = RowBatch(sheet: 0)
        // What could be read of a text that breaks off tells enough.
        _ = try? scanner.scan(text, isLast: true, into: &rows)
        return rows
    }

    /// Whether a byte stands between two quotes on most lines: then even a blank was meant to delimit.
    private static func partsQuotedCells(
        _ delimiter: UInt8, _ signs: SampleSigns, in text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let count = [signs.doubleQuotes, signs.apostrophes].joined().count { quote in
            quote + 2 < text.count && text[quote + 1] == delimiter && text[quote + 2] == text[quote]
        }
        let endsLine = text.last == Byte.lineFeed || text.last == Byte.carriageReturn
        return count > 1 && count * 2 > signs.lineEnds + (endsLine ? 0 : 1)
    }

    /// The dialects with one delimiter that the sample gives reason to try.
    private static func dialects(
        _ delimiter: UInt8?, _ lineEnding: Dialect.LineEnding, _ signs: SampleSigns,
        in text: UnsafeBufferPointer<UInt8>
    ) -> [Dialect] {
        let plain = Dialect(delimiter: delimiter, quote: nil, lineEnding: lineEnding)
        var dialects: [Dialect] = []
        for (quote, places) in [(Byte.doubleQuote, signs.doubleQuotes), (Byte.apostrophe, signs.apostrophes)] {
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
        if let delimiter, signs.backslashes.contains(where: { $0 + 1 < text.count && text[$0 + 1] == delimiter }) {
            var escaped = plain
            escaped.escape = Byte.backslash
            dialects.append(escaped)
        }
        return dialects
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
