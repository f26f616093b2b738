// A number with a decimal comma or point.

/// A number as a cell writes it: `2,34`, `2.34`, `3`, `3.9900000001`.
struct DecimalNumber: Equatable {
    /// Rounded to two decimals.
    var hundredths: Int
    /// Whether it is written without a fraction.
    var isWhole: Bool
    /// The digits before the fraction.
    var digits: Int

    init(hundredths: Int, isWhole: Bool, digits: Int) {
        self.hundredths = hundredths
        self.isWhole = isWhole
        self.digits = digits
    }

    /// Nil when the text is anything but one number.
    init?(_ text: String) {
        var rest = CellToken.tokens(of: text)[...]
        guard let number = DecimalNumber(taking: &rest), rest.isEmpty else { return nil }
        self = number
    }

    /// The same after words that name it: `PCCV 0,3`, `Hệ số: 0,25`.
    init?(labelled text: String) {
        var rest = CellToken.tokens(of: text)[...]
        rest = rest.drop { token in
            switch token {
            case .word(let word): Self.labels.contains(word)
            // A spreadsheet's `'` and `=` say that a text or formula follows.
            case .mark(let mark): ": '=\"".utf8.contains(mark)
            case .number: false
            }
        }
        guard let number = DecimalNumber(taking: &rest) else { return nil }
        guard rest.allSatisfy({ $0 == .mark(UInt8(ascii: "\"")) || $0 == .mark(UInt8(ascii: "'")) }) else { return nil }
        self = number
    }

    private static let labels: Set<String> = [
        "pccv", "pc", "hspc", "hspccv", "hs", "he", "so", "phu", "cap", "chuc", "vu",
    ]

    /// Takes a number from the front; nil, and nothing taken, where none stands there.
    init?(taking tokens: inout ArraySlice<CellToken>) {
        var rest = tokens
        var whole = (value: 0, digits: 0)
        if case .number(let value, let digits) = rest.first, value >= 0 {
            whole = (value, digits)
            rest = rest.dropFirst()
        }
        rest = Self.withoutBlanksAtPoint(rest, isZero: whole.digits == 1 && whole.value == 0)
        var fraction = 0
        var isWhole = true
        if Self.isPoint(rest.first), case .number(let value, let digits) = rest.dropFirst().first, value >= 0 {
            fraction = Self.hundredths(ofFraction: value, digits: digits)
            isWhole = false
            rest = rest.dropFirst(2)
        } else if whole.digits == 0 {
            return nil
        }
        // `4.680.000` is no coefficient but a sum of money.
        var isLarge = whole.value >= 10_000_000
        while Self.isPoint(rest.first), case .number = rest.dropFirst().first {
            isLarge = true
            rest = rest.dropFirst(2)
        }
        let hundredths = isLarge ? Self.large : whole.value * 100 + fraction
        self.init(hundredths: hundredths, isWhole: isWhole, digits: whole.digits)
        tokens = rest
    }

    /// Stands for every number that is larger than anything on a list of people.
    private static let large = 1_000_000_000

    /// `3 ,33`, `3, 33` and `0 ,2` are one number where nothing follows it.
    private static func withoutBlanksAtPoint(
        _ tokens: ArraySlice<CellToken>, isZero: Bool
    ) -> ArraySlice<CellToken> {
        guard tokens.count <= 4, tokens.contains(.blank), tokens.contains(where: isPoint) else { return tokens }
        let tight = tokens.filter { $0 != .blank }
        guard tight.count == 2, isPoint(tight.first), case .number(_, let digits) = tight.last,
            digits == 2 || isZero
        else { return tokens }
        return tight[...]
    }

    private static func isPoint(_ token: CellToken?) -> Bool {
        token == .mark(UInt8(ascii: ",")) || token == .mark(UInt8(ascii: "."))
    }

    private static func hundredths(ofFraction value: Int, digits: Int) -> Int {
        if digits == 1 { return value * 10 }
        var value = value
        for _ in stride(from: digits, to: 3, by: -1) { value /= 10 }
        return digits == 2 ? value : (value + 5) / 10
    }
}
