// What a cell looks like, judged byte by byte: cut at the right delimiter, cells are numbers, dates, names and
// sentences; cut at the wrong one, they are shreds.

/// How plausible the text of one cell is as a cell.
enum CellShape {
    /// From 0, no one's cell, to 1, a number, a date, a word or a phrase; nil where an empty cell says nothing.
    static func plausibility(_ cell: UnsafeBufferPointer<UInt8>, delimiter: UInt8?) -> Double? {
        var start = 0
        var end = cell.count
        while start < end && cell[start] == Byte.space { start += 1 }
        while end > start && cell[end - 1] == Byte.space { end -= 1 }
        // Blanks that delimit come one at a time; where they come in runs they line things up.
        guard start < end else { return delimiter == Byte.space ? 0.5 : nil }
        let text = UnsafeBufferPointer(rebasing: cell[start..<end])
        let signs = Signs(text)
        if signs.letters == 0 {
            // A sign between blanks is a delimiter, and the blanks are none.
            if delimiter == Byte.space, signs.digits == 0, text.count == 1 { return 0 }
            return plausibilityOfFigures(text, signs)
        }
        return plausibilityOfText(text, signs, delimiter: delimiter)
    }

    /// What kinds of bytes a text is made of.
    private struct Signs {
        var letters = 0
        var digits = 0
        var blanks = 0
        /// Signs of numbers, dates and times.
        var numeric = 0
        /// Commas right before a letter or digit, as a separator stands, and all others.
        var tightCommas = 0
        var looseCommas = 0
        var semicolons = 0
        /// Tabs, bars and control characters, which no one types into a cell.
        var separators = 0
        /// Signs that delimit where the usual ones do not.
        var rareSeparators = 0
        var lineBreaks = 0
        var quotes = 0
        var others = 0

        init(_ text: UnsafeBufferPointer<UInt8>) {
            if countAtOnce(text) { return }
            self = Signs()
            count(text)
        }

        /// Counts common bytes eight kinds at a time, a byte of a word each; false where the text has other bytes.
        private mutating func countAtOnce(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
            var start = 0
            repeat {
                let end = min(start + 255, text.count)
                var counts: UInt64 = 0
                Self.kinds.withUnsafeBufferPointer { kinds in
                    for index in start..<end { counts &+= kinds[Int(text[index])] }
                }
                // The sum of the eight bytes.
                guard (counts &* 0x0101_0101_0101_0101) >> 56 == end - start else { return false }
                func count(_ kind: UInt64) -> Int { Int(counts >> (8 * kind) & 0xFF) }
                letters += count(0)
                digits += count(1)
                blanks += count(2)
                numeric += count(3)
                looseCommas += count(4)
                semicolons += count(5)
                separators += count(6)
                quotes += count(7)
                start = end
            } while start < text.count
            if looseCommas > 0 { partCommas(text) }
            return true
        }

        /// Tells the commas apart once all are counted.
        private mutating func partCommas(_ text: UnsafeBufferPointer<UInt8>) {
            tightCommas = text.indices.dropLast().count { text[$0] == Byte.comma && text[$0 + 1] != Byte.space }
            looseCommas -= tightCommas
        }

        /// By byte: a one in the place of its kind; nothing for signs that few cells have.
        private static let kinds: [UInt64] = (0...0xFF).map { (byte: UInt8) in
            var signs = Signs()
            withUnsafePointer(to: byte) { signs.count(UnsafeBufferPointer(start: $0, count: 1)) }
            if signs.rareSeparators > 0 { return 0 }
            let kinds = [
                signs.letters, signs.digits, signs.blanks, signs.numeric, signs.looseCommas, signs.semicolons,
                signs.separators, signs.quotes,
            ]
            return kinds.firstIndex(of: 1).map { 1 << UInt64(8 * $0) } ?? 0
        }

        private init() {}

        private mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
            for index in text.indices {
                switch text[index] {
                case 0x80..., UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letters += 1
                case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
                case Byte.space: blanks += 1
                case Byte.comma:
                    let isTight = index + 1 < text.count && text[index + 1] != Byte.space
                    if isTight { tightCommas += 1 } else { looseCommas += 1 }
                case Byte.semicolon: semicolons += 1
                case Byte.bar, Byte.tab, 1..<9, 11...12, 14..<32: separators += 1
                case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "~"):
                    rareSeparators += 1
                    others += 1
                case Byte.lineFeed, Byte.carriageReturn: lineBreaks += 1
                case Byte.doubleQuote: quotes += 1
                case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "+"),
                    UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"):
                    numeric += 1
                default: others += 1
                }
            }
        }
    }

    /// Numbers, dates, times; a lone sign (`-`, `*`, `//`) stands for "nothing" or "as above".
    private static func plausibilityOfFigures(_ text: UnsafeBufferPointer<UInt8>, _ signs: Signs) -> Double {
        if signs.semicolons + signs.separators > 0 { return signs.digits == 0 ? 0.2 : 0 }
        if signs.digits == 0 { return text.count <= 3 ? 0.7 : 0.3 }
        if signs.quotes > 0 { return 0.2 }
        if signs.others > 0 { return 0.5 }
        if signs.tightCommas + signs.looseCommas > 3 { return 0.5 }
        if signs.looseCommas > 0 || signs.lineBreaks > 0 { return 0.4 }
        let isClosed = isDigit(text[text.count - 1]) || text[text.count - 1] != Byte.comma
        return signs.numeric <= 2 * signs.digits && isClosed ? 1 : 0.5
    }

    private static func plausibilityOfText(
        _ text: UnsafeBufferPointer<UInt8>, _ signs: Signs, delimiter: UInt8?
    ) -> Double {
        if signs.separators > 0 { return 0.1 }
        var value = 1.0
        let first = text[0]
        let last = text[text.count - 1]
        if signs.quotes > 0 { value *= plausibilityOfQuotes(text, signs.quotes) }
        if (first == Byte.apostrophe) != (last == Byte.apostrophe) {
            value *= 0.3
        } else if first == Byte.apostrophe {
            value *= 0.5
        }
        if signs.rareSeparators > 1 { value *= 0.6 }
        if signs.semicolons > 0 { value *= signs.semicolons == 1 ? 0.4 : 0.15 }
        if signs.tightCommas > 0 { value *= signs.tightCommas == 1 ? 0.5 : 0.3 }
        if signs.looseCommas > 0 { value *= 0.8 }
        if signs.lineBreaks > 0 { value *= 0.8 }
        if 2 * signs.others > text.count { value *= 0.5 }
        if first == Byte.comma || first == UInt8(ascii: ")") || first == Byte.semicolon { value *= 0.3 }
        if last == UInt8(ascii: "(") || last == Byte.comma { value *= 0.3 }
        // Words are what blanks and hyphens part in any text: no sign of columns.
        if delimiter == Byte.space || delimiter == UInt8(ascii: "-") { value *= signs.digits > 0 ? 0.8 : 0.3 }
        return value
    }

    /// Quotes that come in pairs inside a phrase are fine; around all of it, or alone, they were meant to quote.
    private static func plausibilityOfQuotes(_ text: UnsafeBufferPointer<UInt8>, _ count: Int) -> Double {
        let opens = text[0] == Byte.doubleQuote
        let closes = text[text.count - 1] == Byte.doubleQuote
        if opens && closes { return text.count > 1 ? 0.3 : 0.7 }
        if opens || closes && count % 2 == 1 { return 0.2 }
        var hasEscape = false
        for index in text.indices.dropFirst() where text[index] == Byte.doubleQuote {
            hasEscape = hasEscape || text[index - 1] == Byte.backslash
        }
        if hasEscape { return 0.3 }
        return count % 2 == 0 ? 0.9 : 0.6
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
