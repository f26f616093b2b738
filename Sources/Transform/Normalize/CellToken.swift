// The pieces that a cell of dates, numbers or codes is made of: numbers, words and single marks.
import Vietnamese

/// A piece of a cell: `Bậc 4, HS 3,33` is a word, a mark, a number, a mark, a mark, a word and so on.
enum CellToken: Equatable {
    /// A run of digits; `O` and `l` inside one count as 0 and 1. The value is -1 where it has more than 18 digits.
    case number(value: Int, digits: Int)
    /// A run of letters, as its ascii key.
    case word(String)
    /// Any other character: dashes of every kind are `-`, an ellipsis three full stops, what is not ASCII is 0.
    case mark(UInt8)

    static let blank = CellToken.mark(UInt8(ascii: " "))

    /// The pieces of a text in their order; runs of blanks are one blank, none stands at either end.
    static func tokens(of text: String) -> [CellToken] {
        var tokenizer = CellTokenizer()
        for scalar in cleanText(text).unicodeScalars { tokenizer.take(scalar) }
        return tokenizer.finish()
    }
}

/// Cuts a cleaned text into pieces, scalar by scalar.
private struct CellTokenizer {
    private var tokens: [CellToken] = []
    private var run: [Unicode.Scalar] = []
    private var runHasDigit = false

    mutating func take(_ scalar: Unicode.Scalar) {
        let isPart =
            scalar.isASCII
            ? scalar.isASCIIDigit || (scalar.value | 0x20) &- 0x61 < 26
            : scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        if isPart {
            run.append(scalar)
            if scalar.isASCIIDigit { runHasDigit = true }
            return
        }
        endRun()
        switch scalar.value {
        case 0x2010...0x2015, 0x2212: tokens.append(.mark(UInt8(ascii: "-")))
        case 0x2026: tokens.append(contentsOf: Array(repeating: .mark(UInt8(ascii: ".")), count: 3))
        case 0xFFFD: tokens.append(.mark(UInt8(ascii: "?")))
        default: tokens.append(.mark(scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0))
        }
    }

    mutating func finish() -> [CellToken] {
        endRun()
        return tokens
    }

    private mutating func endRun() {
        defer {
            run.removeAll(keepingCapacity: true)
            runHasDigit = false
        }
        if run.isEmpty { return }
        if runHasDigit && run.allSatisfy({ $0.digitAsTyped != nil }) {
            appendNumber(run[...])
            return
        }
        var rest = run[...]
        while let first = rest.first {
            let isNumber = first.isASCIIDigit
            let piece = rest.prefix { $0.isASCIIDigit == isNumber }
            rest = rest.dropFirst(piece.count)
            if isNumber {
                appendNumber(piece)
            } else {
                var word = String.UnicodeScalarView()
                word.append(contentsOf: piece)
                tokens.append(.word(asciiKey(String(word))))
            }
        }
    }

    private mutating func appendNumber(_ scalars: ArraySlice<Unicode.Scalar>) {
        guard scalars.count <= 18 else {
            tokens.append(.number(value: -1, digits: scalars.count))
            return
        }
        let value = scalars.reduce(0) { $0 * 10 + ($1.digitAsTyped ?? 0) }
        tokens.append(.number(value: value, digits: scalars.count))
    }
}

extension Unicode.Scalar {
    var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

    /// The digit that a clerk meant: `O` for 0, `l` and `I` for 1 (conventions.md, "Dates"); nil for other letters.
    var digitAsTyped: Int? {
        switch self {
        case "0"..."9": Int(value) - 0x30
        case "O", "o": 0
        case "l", "I": 1
        default: nil
        }
    }
}
