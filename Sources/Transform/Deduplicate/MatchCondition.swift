// In how many ways two values can agree: the words of a model's file, and what they mean.

/// What is asked of two values of a field.
public enum MatchCondition: Sendable, Equatable, Hashable {
    /// The same letters as written; the same full date; the same number; the same code.
    case equal
    /// Texts: the same but for case, accents, punctuation, and `i` for `y`.
    case sameKey
    /// Texts: the same key, one of the two without any accent.
    case unaccented
    /// Texts and numbers: so many insertions, deletions, replacements and swaps of neighbours apart at most, where the
    /// shorter has at least `from` letters.
    case edits(Int, from: Int)
    /// Texts: a Jaro-Winkler similarity of at least so much.
    case similar(Double)
    /// Texts: the same words in another order.
    case sameWords
    /// Texts: the first and the last word are the same.
    case sameEnds
    /// Texts: one has one word more, two at least being shared, the first or the last among them.
    case lacksWord
    /// Texts: every word of the one is a word of the other.
    case containsWords
    /// Texts: one is the first letter of the other.
    case initial
    /// Texts: one begins with the other, which has at least so many letters.
    case beginning(Int)
    /// Texts: both sound alike (Soundex).
    case soundsAlike
    /// Texts: each is what the other row has in another field.
    case swapped(with: String)
    /// Texts: one is what the other row has in another field.
    case equals(other: String)
    /// Dates: the same month of the same year, one of them without its day.
    case sameMonth
    /// Dates: the same year, one of them being no more than a year.
    case sameYear
    /// Dates: the same year, day and month swapped.
    case dayAndMonthSwapped
    /// Dates: the same day, so many years apart at most.
    case yearsApart(Int)
    /// Dates: two of year, month and day are the same.
    case twoParts
    /// Dates and numbers: one digit, or two neighbouring digits swapped, apart.
    case oneDigit
    /// Numbers: at most so much apart.
    case within(Int)
    /// Dates: another year.
    case otherYear
    /// Both rows have a value, and nothing before held.
    case different
    /// A date of one of the rows is no full date.
    case partial
    /// Neither row has this code; a row without a code has another.
    case neither(String)

    /// The condition of a model's file: `equal`, `edits 2 from 5`, `similar 0.92`, `swapped with surname`; nil for other
    /// words.
    public init?(text: String) {
        let words = text.split(separator: " ").map(String.init)
        if let plain = Self.plain[text] {
            self = plain
            return
        }
        func number(_ index: Int, in range: ClosedRange<Int>) -> Int? {
            guard words.count > index, let number = Int(words[index]), range.contains(number) else { return nil }
            return number
        }
        switch (words.first, words.count) {
        case ("edits", 2):
            guard let count = number(1, in: 1...5) else { return nil }
            self = .edits(count, from: 0)
        case ("edits", 4) where words[2] == "from":
            guard let count = number(1, in: 1...5), let least = number(3, in: 1...50) else { return nil }
            self = .edits(count, from: least)
        case ("similar", 2):
            guard let least = Double(words[1]), least > 0, least < 1 else { return nil }
            self = .similar(least)
        case ("beginning", 2):
            guard let count = number(1, in: 1...50) else { return nil }
            self = .beginning(count)
        case ("swapped", 3) where words[1] == "with": self = .swapped(with: words[2])
        case ("equals", 2): self = .equals(other: words[1])
        case ("years", 3) where words[1] == "apart":
            guard let count = number(2, in: 1...100) else { return nil }
            self = .yearsApart(count)
        case ("within", 2):
            guard let count = number(1, in: 1...1_000_000_000) else { return nil }
            self = .within(count)
        case ("neither", 2): self = .neither(words[1])
        default: return nil
        }
    }

    private static let plain: [String: MatchCondition] = [
        "equal": .equal, "same key": .sameKey, "unaccented": .unaccented, "same words": .sameWords,
        "same ends": .sameEnds, "lacks a word": .lacksWord, "contains words": .containsWords, "initial": .initial,
        "sounds alike": .soundsAlike, "same month": .sameMonth, "same year": .sameYear,
        "day and month swapped": .dayAndMonthSwapped, "two parts": .twoParts, "one digit": .oneDigit,
        "other year": .otherYear, "different": .different, "partial": .partial,
    ]

    /// The words of a model's file that fit a kind of field, for messages.
    public static func names(for kind: MatchField.Kind) -> [String] {
        switch kind {
        case .text:
            [
                "equal", "same key", "unaccented", "edits N", "edits N from LETTERS", "similar 0.92", "same words",
                "same ends", "lacks a word", "contains words", "initial", "beginning LETTERS", "sounds alike",
                "swapped with FIELD", "equals FIELD", "different",
            ]
        case .date:
            [
                "equal", "same month", "same year", "day and month swapped", "years apart N", "two parts", "one digit",
                "other year", "partial", "different",
            ]
        case .number: ["equal", "one digit", "edits N", "within N", "different"]
        case .code: ["equal", "neither CODE", "different"]
        }
    }

    /// Whether it can be asked of a kind of field.
    public func fits(_ kind: MatchField.Kind) -> Bool {
        switch self {
        case .equal, .different: true
        case .sameKey, .unaccented, .similar, .sameWords, .sameEnds, .lacksWord, .containsWords, .initial, .beginning,
            .soundsAlike, .swapped, .equals:
            kind == .text
        case .edits: kind == .text || kind == .number
        case .sameMonth, .sameYear, .dayAndMonthSwapped, .yearsApart, .twoParts, .otherYear, .partial: kind == .date
        case .oneDigit: kind == .date || kind == .number
        case .within: kind == .number
        case .neither: kind == .code
        }
    }

    /// The field that the other value is taken from.
    public var otherField: String? {
        switch self {
        case .swapped(let field), .equals(let field): field
        default: nil
        }
    }

    /// What evidence calls it where the model's file has no name for the level.
    var label: String {
        switch self {
        case .equal: "equal"
        case .sameKey: "equal but for accents"
        case .unaccented: "equal without accents"
        case .edits(1, _): "one letter apart"
        case .edits(let count, _): "\(count) letters apart"
        case .similar(let least): "similar (\(least))"
        case .sameWords: "same words"
        case .sameEnds: "family and given name equal"
        case .lacksWord: "a word missing"
        case .containsWords: "words contained"
        case .initial: "initial"
        case .beginning: "same beginning"
        case .soundsAlike: "sounds alike"
        case .swapped(let field): "swapped with \(field)"
        case .equals(let field): "equal to \(field)"
        case .sameMonth: "same month"
        case .sameYear: "same year"
        case .dayAndMonthSwapped: "day and month swapped"
        case .yearsApart(1): "one year apart"
        case .yearsApart(let count): "up to \(count) years apart"
        case .twoParts: "two parts equal"
        case .oneDigit: "one digit apart"
        case .within(let count): "up to \(count) apart"
        case .otherYear: "other year"
        case .different: "different"
        case .partial: "not full"
        case .neither(let code): "not \(code)"
        }
    }
}
