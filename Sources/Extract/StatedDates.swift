// The dates that a list states about itself: in its title, its footer, its export stamp.

import Personnel
import Vietnamese

/// Collects the dates of a list's titles and footers; the newest is the list's date.
struct StatedDates {
    /// A bare year stands for its 31 December, but for no day after this one.
    let asOf: PartialDate
    private var full: PartialDate?
    private var year: Int?

    init(asOf: PartialDate) { self.asOf = asOf }

    /// The newest date stated. A bare year counts where no date within it is stated: the date says the same more closely.
    var newest: PartialDate? {
        guard let year, full.map({ $0.year < year }) ?? true else { return full }
        guard let end = PartialDate(year: year, month: 12, day: 31) else { return full }
        return min(end, asOf)
    }

    mutating func add(_ date: PartialDate) { full = max(full ?? date, date) }

    /// Reads the dates of a line that is no person's row. `isTitle` says whether a bare year counts.
    mutating func read(_ text: String, isTitle: Bool, words: AnatomyWords) {
        guard text.utf8.contains(where: isDigit) else { return }
        let tokens = Self.tokens(of: Self.withFigures(text))
        var found = false
        for index in tokens.indices {
            guard let (date, length) = date(tokens, at: index) ?? period(tokens, at: index, isTitle: isTitle) else {
                continue
            }
            found = true
            let before = tokens[max(0, index - 12)..<index].map(\.text).joined(separator: " ")
            let after = index + length
            if Self.isPart(tokens, index, after) || words.mentions(LineWords(Self.clause(before)), .notAListDate) {
                continue
            }
            add(date)
        }
        if isTitle, !found { readYear(tokens) }
    }

    private mutating func readYear(_ tokens: [Token]) {
        for (index, token) in tokens.enumerated() {
            guard token.text.utf8.count == 4, let number = Int(token.text), (1990...2100).contains(number) else {
                continue
            }
            let next = index + 1 < tokens.count ? tokens[index + 1].separator : 0x20
            // Part of a document's number (178/2024/NĐ-CP) or of a span of years.
            if token.separator == UInt8(ascii: "/") || next == UInt8(ascii: "/") { continue }
            year = max(year ?? number, number)
        }
    }

    /// `2O25`, `l5/5/2025`: letters between or beside figures that are meant for figures.
    private static func withFigures(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for index in bytes.indices.dropFirst() where isDigit(bytes[index - 1]) {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            guard isDigit(next) else { continue }
            switch bytes[index] {
            case UInt8(ascii: "O"), UInt8(ascii: "o"): bytes[index] = UInt8(ascii: "0")
            case UInt8(ascii: "l"): bytes[index] = UInt8(ascii: "1")
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A word or number with the byte before it that is no blank, or a blank.
    struct Token {
        var text: String
        var separator: UInt8
        var number: Int? { text.utf8.allSatisfy(isDigit) && text.utf8.count <= 4 ? Int(text) : nil }
    }

    private static func tokens(of text: String) -> [Token] {
        var result: [Token] = []
        var word: [UInt8] = []
        var separator: UInt8 = 0x20
        func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || isDigit(byte) || isCapital(byte) || isSmall(byte) }
        func end() {
            if word.isEmpty { return }
            let key = asciiKey(String(decoding: word, as: UTF8.self))
            // A no-break space or a long dash leaves an empty key or two words.
            for part in key.split(separator: " ") { result.append(Token(text: String(part), separator: separator)) }
            word.removeAll()
            separator = 0x20
        }
        for byte in text.utf8 {
            let changes = word.last.map { isDigit($0) != isDigit(byte) } ?? false
            if isWord(byte) {
                if changes { end() }
                word.append(byte)
            } else {
                end()
                if byte > 0x20 { separator = byte }
            }
        }
        end()
        return result
    }

    /// A date that begins at a token: `20 tháng 5 năm 2025`, `20/5/2025`, `2025-05-20`, `tháng 5 năm 2025`, `5/2025`.
    private func date(_ tokens: [Token], at index: Int) -> (PartialDate, length: Int)? {
        func number(_ offset: Int) -> Int? { index + offset < tokens.count ? tokens[index + offset].number : nil }
        func word(_ offset: Int) -> String { index + offset < tokens.count ? tokens[index + offset].text : "" }
        func separator(_ offset: Int) -> UInt8 { index + offset < tokens.count ? tokens[index + offset].separator : 0 }
        func joins(_ offset: Int) -> Bool {
            let byte = separator(offset)
            return byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        func year(_ offset: Int) -> Int? { number(offset).flatMap { self.year(of: $0, word(offset)) } }
        if let first = number(0) {
            if word(1) == "thang", let month = number(2), word(3) == "nam", let year = year(4),
                let date = PartialDate(year: year, month: month, day: first)
            {
                return (date, 5)
            }
            if let month = number(1), joins(1), let last = number(2), joins(2) {
                if first > 999, let date = PartialDate(year: first, month: month, day: last) { return (date, 3) }
                if let year = year(2), let date = PartialDate(year: year, month: month, day: first) { return (date, 3) }
            }
            if first <= 12, let year = number(1), joins(1), (1990...2100).contains(year), index == 0 || !joins(0),
                let date = PartialDate(year: year, month: first)
            {
                return (date, 2)
            }
        } else if word(0) == "thang", let month = number(1), index == 0 || tokens[index - 1].number == nil {
            if word(2) == "nam", let year = year(3), let date = PartialDate(year: year, month: month) {
                return (date, 4)
            }
        }
        return nil
    }

    /// A year of four figures, or of two of this century, unless that is still to come.
    private func year(of number: Int, _ text: String) -> Int? {
        switch text.utf8.count {
        case 4: return (1900...2100).contains(number) ? number : nil
        case 2: return 2000 + number <= asOf.year ? 2000 + number : nil
        default: return nil
        }
    }

    /// A part of a year that begins at a token: `Quý I/2025`, `quý 2 năm 2025`, `6 tháng đầu năm 2025`. It stands for its
    /// last day, but for no day after the as-of date.
    private func period(_ tokens: [Token], at index: Int, isTitle: Bool) -> (PartialDate, length: Int)? {
        func word(_ offset: Int) -> String { index + offset < tokens.count ? tokens[index + offset].text : "" }
        func end(_ offset: Int, month: Int, day: Int) -> (PartialDate, length: Int)? {
            let at = word(offset) == "nam" ? offset + 1 : offset
            guard isTitle, word(at).utf8.count == 4, let number = Int(word(at)), let year = year(of: number, word(at)),
                let date = PartialDate(year: year, month: month, day: day)
            else { return nil }
            return (min(date, asOf), at + 1)
        }
        switch word(0) {
        case "quy":
            switch word(1) {
            case "1", "i": return end(2, month: 3, day: 31)
            case "2", "ii": return end(2, month: 6, day: 30)
            case "3", "iii": return end(2, month: 9, day: 30)
            case "4", "iv": return end(2, month: 12, day: 31)
            default: return nil
            }
        case "6", "sau": return word(1) == "thang" && word(2) == "dau" ? end(3, month: 6, day: 30) : nil
        default: return nil
        }
    }

    /// Whether the date is part of a document's number: `12/2025/QĐ-UBND`.
    private static func isPart(_ tokens: [Token], _ index: Int, _ after: Int) -> Bool {
        if after - index == 2, after < tokens.count, tokens[after].separator == UInt8(ascii: "/") { return true }
        return index > 0 && tokens[index].separator == UInt8(ascii: "/")
    }

    /// The words since the last document named: a date belongs to the document nearest before it.
    private static func clause(_ words: String) -> String {
        for document in ["cong van", "to trinh", "bao cao", "quyet dinh", "ke hoach", "de an", "thong bao"] {
            guard containsWords(words, document) else { continue }
            let parts = words.split(separator: " ").map(String.init)
            let first = document.split(separator: " ").map(String.init)
            if let start = parts.indices.last(where: { parts[$0...].starts(with: first) }) {
                return parts[start...].joined(separator: " ")
            }
        }
        return words
    }
}
