// The numbers of a date cell and what its words say of them.

/// The components of a date cell in the order written, unknown ones as 0, and what the words `ngày`, `tháng`, `năm`
/// say.
struct DateParts {
    struct Component: Equatable {
        var value: Int
        var digits: Int

        static let unknown = Component(value: 0, digits: 1)

        /// Four digits: a year and nothing else.
        var isFullYear: Bool { digits == 4 && value > 0 }
    }

    private(set) var components: [Component] = []
    /// Day, month and year where words name them.
    private(set) var labelled = [Component](repeating: .unknown, count: 3)
    private(set) var hasLabels = false
    private(set) var isLunar = false
    /// Words that no date has.
    private(set) var isForeign = false
    /// The mark between the components; the others are decoration.
    private let separator: UInt8
    /// Separators since the last component: one more than needed means an unknown component between them.
    private var pending = 0
    /// The slot (0 day, 1 month, 2 year) that the next component fills.
    private var slot: Int?
    private var lastWasUnknown = false
    private var beginsWithMonthName = false

    /// A cell of one number, or of two with one mark between them (`1980`, `05031980`, `03/1980`), read without tokens;
    /// nil for every other text.
    init?(plain text: UnsafeBufferPointer<UInt8>) {
        guard text.count <= 18 else { return nil }
        var number = Component(value: 0, digits: 0)
        var mark: UInt8?
        for byte in text {
            if byte &- 0x30 < 10 {
                number.value = number.value * 10 + Int(byte - 0x30)
                number.digits += 1
                continue
            }
            guard mark == nil, number.digits > 0, "/-.".utf8.contains(byte) else { return nil }
            mark = byte
            components.append(number)
            number = Component(value: 0, digits: 0)
        }
        guard number.digits > 0 else { return nil }
        components.append(number)
        separator = mark ?? UInt8(ascii: "/")
    }

    init(_ tokens: [CellToken]) {
        let tokens = Self.withoutRemarks(Self.withoutTime(tokens))
        separator =
            ["/", "-", "."].map { (mark: Unicode.Scalar) in UInt8(ascii: mark) }.first { mark in
                tokens.contains { Self.mark($0) == mark }
            } ?? UInt8(ascii: "/")
        for token in tokens { take(token) }
        // `05//03/1980`: of three known components none is missing, whatever separators stand between them.
        let known = components.filter { $0.value > 0 }
        if components.count > 3 && known.count == 3 { components = known }
        // `Mar 5, 1980`: a month by name may stand first.
        if beginsWithMonthName && components.count == 3 { components.swapAt(0, 1) }
    }

    private mutating func take(_ token: CellToken) {
        switch token {
        case .number(let value, let digits): append(Component(value: value, digits: digits))
        case .word(let word): take(word: word)
        case .mark:
            switch Self.mark(token) {
            case separator: pending += 1
            case UInt8(ascii: "?"), UInt8(ascii: "_"):
                // A run of them is one unknown component.
                if lastWasUnknown { return }
                append(.unknown)
                lastWasUnknown = true
                return
            default: break
            }
        }
        lastWasUnknown = false
    }

    private mutating func take(word: String) {
        switch word {
        case "ngay", "ng": beginSlot(0)
        case "thang", "thg", "th", "t": beginSlot(1)
        case "nam": beginSlot(2)
        case "sinh", "sn", "ns", "duong", "lich", "dl", "vao", "tu", "": break
        case "am", "al", "amlich": isLunar = true
        case "x", "xx", "xxxx", "o", "oo", "oooo": append(.unknown)
        case "l", "i": append(Component(value: 1, digits: 1))
        default:
            if let month = Self.englishMonths.firstIndex(where: { word == $0 || word.hasPrefix($0) && word.count > 4 })
            {
                appendEnglishMonth(month + 1)
            } else {
                isForeign = true
            }
        }
    }

    private mutating func beginSlot(_ next: Int) {
        hasLabels = true
        // Numbers before the first word: `05 tháng 3 năm 1980`.
        if slot == nil, let first = components.first, components.count == 1, next == 1 { labelled[0] = first }
        slot = next
    }

    private mutating func append(_ component: Component) {
        // As many unknown components as there are separators too many, two before the year at most.
        let skipped = hasLabels ? 0 : components.isEmpty ? min(pending, 2) : pending - 1
        for _ in 0..<max(0, skipped) { components.append(.unknown) }
        pending = 0
        components.append(component)
        if let current = slot, current < 3 {
            labelled[current] = component
            slot = current + 1
        }
    }

    private mutating func appendEnglishMonth(_ month: Int) {
        // Excel in English shows `03/1980` as `Mar-80` and `05/03/1980` as `5-Mar-80`: the month is sure.
        pending = min(pending, 1)
        if components.isEmpty { beginsWithMonthName = true }
        append(Component(value: month, digits: 2))
    }

    private static let englishMonths = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// A serial number or a year that a program wrote with a fraction: `25420.5`, `1980.0`.
    mutating func dropFraction() {
        guard separator == UInt8(ascii: "."), components.count == 2, !hasLabels, components[0].digits >= 4 else {
            return
        }
        if components[0].digits == 5 || components[1].value == 0 { components.removeLast() }
    }

    /// The mark of a token as a separator: a comma stands for a full stop, a backslash for a slash.
    private static func mark(_ token: CellToken) -> UInt8? {
        guard case .mark(let mark) = token else { return nil }
        switch mark {
        case UInt8(ascii: ","): return UInt8(ascii: ".")
        case UInt8(ascii: "\\"), UInt8(ascii: "|"): return UInt8(ascii: "/")
        default: return mark
        }
    }

    /// The tokens before a time of day: `1980-03-05T00:00:00.000`, `05/03/1980 7:30`.
    private static func withoutTime(_ tokens: [CellToken]) -> ArraySlice<CellToken> {
        for index in tokens.indices.dropFirst(2) where tokens[index] == .mark(UInt8(ascii: ":")) {
            guard case .number(_, let digits) = tokens[index - 1], digits <= 2 else { continue }
            if tokens[index - 2] == .blank || tokens[index - 2] == .word("t") { return tokens[..<(index - 2)] }
        }
        return tokens[...]
    }

    /// The tokens outside brackets, where numbers stand there: `05/03/1980 (theo CCCD)`. A remark on the lunar calendar
    /// stays.
    private static func withoutRemarks(_ tokens: ArraySlice<CellToken>) -> [CellToken] {
        guard let open = tokens.firstIndex(of: .mark(UInt8(ascii: "("))) else { return Array(tokens) }
        let before = tokens[..<open]
        let remark = tokens[open...]
        let saysLunar = remark.contains(.word("am")) || remark.contains(.word("al"))
        let hasNumber = before.contains { if case .number = $0 { true } else { false } }
        return hasNumber && !saysLunar ? Array(before) : Array(tokens)
    }
}
