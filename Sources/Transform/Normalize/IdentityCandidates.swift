// The numbers that stand in a cell of identity numbers, before anything is judged.
import Personnel
import Vietnamese

/// The digits of a cell, freed of words, dates of issue, and marks.
struct IdentityCandidates {
    enum Number: Equatable {
        /// 6 to 18 digits.
        case digits([UInt8])
        /// A number with lost or foreign characters inside: `03017401752?`, `0110xx001234`.
        case damaged
        /// Scientific notation without all its digits: `1.1085E+10`.
        case truncated

        fileprivate var digitCount: Int { if case .digits(let digits) = self { digits.count } else { 0 } }
    }

    private(set) var numbers: [Number] = []
    /// Whether the cell holds nothing at all, neither words nor digits.
    private(set) var isEmpty = true

    init(_ text: String) {
        if let plain = Self.plainDigits(text) {
            numbers = [.digits(plain)]
            isEmpty = false
            return
        }
        var pieces: [Piece] = []
        for run in Self.runs(of: Self.withoutDates(cleanText(text))) { take(run, into: &pieces) }
        flush(&pieces)
        // Beside a number, a few digits are a year or a day of issue.
        if numbers.contains(where: { $0.digitCount >= 8 }) { numbers.removeAll { (1...7).contains($0.digitCount) } }
    }

    /// A cell of digits alone, the usual one, optionally after Excel's apostrophe.
    private static func plainDigits(_ text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8 { bytes in
            let digits = bytes.first == UInt8(ascii: "'") ? bytes.dropFirst() : bytes[...]
            guard (8...12).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return digits.map { $0 - 0x30 }
        }
    }

    /// The text without dates (`12/05/2021`, the day of issue), where a number is left beside them.
    private static func withoutDates(_ text: String) -> String {
        var kept: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let startsNumber = isDigit(bytes[index]) && (index == 0 || !isDigit(bytes[index - 1]))
            if startsNumber, let length = dateLength(bytes[index...]) {
                kept.append(UInt8(ascii: ";"))
                index += length
            } else {
                kept.append(bytes[index])
                index += 1
            }
        }
        return kept.count(where: isDigit) >= 8 ? String(decoding: kept, as: UTF8.self) : text
    }

    /// How many bytes a day, month and year with one mark between them take at the front; nil where none stand there.
    private static func dateLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        let day = bytes.prefix(while: isDigit)
        guard (1...2).contains(day.count), let mark = bytes.dropFirst(day.count).first,
            [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(mark)
        else { return nil }
        let month = bytes.dropFirst(day.count + 1).prefix(while: isDigit)
        let afterMonth = bytes.dropFirst(day.count + 1 + month.count)
        guard (1...2).contains(month.count), afterMonth.first == mark else { return nil }
        let year = afterMonth.dropFirst().prefix(while: isDigit)
        return year.count == 4 ? day.count + month.count + 6 : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The number of a cell of twelve digits with nothing but marks between and around them, and `CCCD` before them, as
    /// most are.
    static func plainCitizenID(_ text: UnsafeBufferPointer<UInt8>) -> CitizenID? {
        var number: UInt64 = 0
        var count = 0
        for byte in text.dropFirst(labelLength(of: text)) {
            switch byte {
            case 0x30...0x39:
                count += 1
                if count > 12 { return nil }
                number = number * 10 + UInt64(byte - 0x30)
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "="), UInt8(ascii: "."), UInt8(ascii: " "),
                UInt8(ascii: "-"):
                break
            default: return nil
            }
        }
        return count == 12 ? CitizenID(number: number) : nil
    }

    /// How many bytes `CCCD:` or `CCCD ` takes at the front; 0 where nothing of the kind stands there.
    private static func labelLength(of text: UnsafeBufferPointer<UInt8>) -> Int {
        guard text.count > 12, text[..<4].elementsEqual("cccd".utf8, by: { $0 | 0x20 == $1 }),
            text[4] == UInt8(ascii: ":") || text[4] == UInt8(ascii: " ")
        else { return 0 }
        return 5
    }

    // MARK: Pieces

    /// A group of digits and what joins it to the next.
    private struct Piece {
        var digits: [UInt8]
        var isDamaged = false
        /// Whether a full stop or comma stands before it: it may be a fraction.
        var followsPoint = false
    }

    private enum Run {
        case group([UInt8])
        case damaged
        case scientific([UInt8], fraction: Int, exponent: Int)
        case word(String)
        case joint(UInt8)
        case parting
    }

    /// Whether what stands now is a date or place of issue, up to the next name of a number.
    private var isIssue = false

    private mutating func take(_ run: Run, into pieces: inout [Piece]) {
        switch run {
        case .group(let digits):
            isEmpty = false
            if !isIssue { pieces.append(Piece(digits: digits, followsPoint: pointIsOpen)) }
            pointIsOpen = false
        case .damaged:
            isEmpty = false
            if !isIssue { pieces.append(Piece(digits: [], isDamaged: true)) }
        case .scientific(let digits, let fraction, let exponent):
            isEmpty = false
            flush(&pieces)
            if !isIssue { numbers.append(fraction == exponent ? .digits(digits) : .truncated) }
        case .word(let word):
            isEmpty = false
            flush(&pieces)
            switch word {
            case "cccd", "cmnd", "cmtnd", "cmt", "cc", "so", "ddcn", "gcmnd": isIssue = false
            case "cap", "ngay", "noi", "nc", "tai": isIssue = true
            default: break
            }
        case .joint(let mark): pointIsOpen = mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",")
        case .parting: flush(&pieces)
        }
    }

    private var pointIsOpen = false

    /// Makes numbers of the pieces gathered: one where they join to 12 digits or fewer, else split where 9 or 12 end.
    private mutating func flush(_ pieces: inout [Piece]) {
        defer { pieces.removeAll() }
        pointIsOpen = false
        if pieces.isEmpty { return }
        if pieces.contains(where: \.isDamaged) {
            numbers.append(.damaged)
            return
        }
        // A number that a program wrote with a fraction: `11085001234.0`.
        if pieces.count == 2, pieces[1].followsPoint, pieces[0].digits.count >= 8,
            pieces[1].digits.allSatisfy({ $0 == 0 })
        {
            pieces.removeLast()
        }
        let all = pieces.flatMap(\.digits)
        guard all.count > 12 else {
            numbers.append(.digits(all))
            return
        }
        // Both numbers with nothing but blanks between them: 12 and 9 digits, or 9 and 12.
        let ends = pieces.indices.map { index in pieces[...index].reduce(0) { $0 + $1.digits.count } }
        let firstLength = pieces[0].digits.count == 9 ? 9 : ends.contains(12) ? 12 : 9
        if all.count == 21 && ends.contains(firstLength) {
            numbers += [.digits(Array(all[..<firstLength])), .digits(Array(all[firstLength...]))]
        } else {
            numbers.append(.damaged)
        }
    }

    // MARK: Runs

    private static func runs(of text: String) -> [Run] {
        var runs: [Run] = []
        var rest = Array(text.unicodeScalars)[...]
        while let first = rest.first {
            if let (run, length) = scientific(rest) {
                runs.append(run)
                rest = rest.dropFirst(length)
            } else if first.isWordPart {
                let run = rest.prefix { $0.isWordPart }
                rest = rest.dropFirst(run.count)
                runs += pieces(of: run)
            } else {
                rest = rest.dropFirst()
                switch first {
                case " ", ".", "-", "\u{2010}", "\u{2011}", "\u{2013}", ",":
                    runs.append(.joint(UInt8(first.isASCII ? first.value : 0x2D)))
                case "'", "\"", "=", "\u{2019}", "\u{2018}", "`": break
                default: runs.append(.parting)
                }
            }
        }
        return runs
    }

    /// A run of letters and digits: a group of digits, a word, a word with digits after it (`CCCD011…`), or damage.
    private static func pieces(of run: ArraySlice<Unicode.Scalar>) -> [Run] {
        if run.contains(where: \.isASCIIDigit) {
            let digits = run.compactMap(\.digitAsTyped)
            if digits.count == run.count { return [.group(digits.map { UInt8($0) })] }
            let letters = run.prefix { !$0.isASCIIDigit }
            let after = run.dropFirst(letters.count)
            let digitsAfter = after.compactMap(\.digitAsTyped)
            let word = key(of: letters)
            guard knownPrefixes.contains(word), digitsAfter.count == after.count else { return [.damaged] }
            return [.word(word), .group(digitsAfter.map { UInt8($0) })]
        }
        // `?` and U+FFFD alone are letters lost beside the number.
        if run.allSatisfy({ $0 == "?" || $0 == "\u{FFFD}" || $0 == "*" || $0 == "#" }) { return [.damaged] }
        return [.word(key(of: run))]
    }

    private static let knownPrefixes: Set<String> = ["cccd", "cmnd", "cmtnd", "cmt", "so", "cc", "ddcn"]

    private static func key(of scalars: ArraySlice<Unicode.Scalar>) -> String {
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars)
        return asciiKey(String(word))
    }

    /// `1.1085123456E+10` at the start of the text, and how long it is.
    private static func scientific(_ text: ArraySlice<Unicode.Scalar>) -> (Run, Int)? {
        guard let first = text.first, first.isASCIIDigit else { return nil }
        let point = text.dropFirst()
        guard point.first == "." || point.first == "," || point.first == "E" || point.first == "e" else { return nil }
        let hasFraction = point.first == "." || point.first == ","
        let fraction = hasFraction ? point.dropFirst().prefix { $0.isASCIIDigit } : []
        var rest = hasFraction ? point.dropFirst(1 + fraction.count) : point
        guard rest.first == "E" || rest.first == "e" else { return nil }
        rest = rest.dropFirst()
        if rest.first == "+" { rest = rest.dropFirst() }
        let exponent = rest.prefix { $0.isASCIIDigit }
        guard (1...3).contains(exponent.count) else { return nil }
        let digits = ([first] + fraction).compactMap(\.digitAsTyped).map { UInt8($0) }
        let power = exponent.compactMap(\.digitAsTyped).reduce(0) { $0 * 10 + $1 }
        return (
            .scientific(digits, fraction: fraction.count, exponent: power), text.count - rest.count + exponent.count
        )
    }
}

extension Unicode.Scalar {
    /// Whether it belongs to a word, a number, or the ruins of one.
    fileprivate var isWordPart: Bool {
        if isASCII, isASCIIDigit || (value | 0x20) &- 0x61 < 26 { return true }
        return self == "?" || self == "*" || self == "#" || self == "\u{FFFD}" || properties.isAlphabetic
            || properties.generalCategory == .nonspacingMark
    }
}
