// What a cell looks like to somebody who cannot read it: enough to tell a heading from the rows below it.

/// The outward form of a cell.
enum CellForm: UInt8, Sendable {
    case blank
    /// Covered by the merged cell to its left, or above it.
    case coveredFromLeft, coveredFromAbove
    /// A word or sign for "nothing" (`-`, `n/a`): it says nothing of its column.
    case missing
    case number
    /// A whole number from 1900 to 2100, which heads columns as often as it fills them.
    case year
    /// A date or a time.
    case date
    /// Letters and figures in one piece: an article number, an address on the web.
    case code
    case words

    /// Whether the cell has a text of its own or from above.
    var isFilled: Bool { self != .blank && self != .coveredFromLeft }
    /// Whether the cell says of what kind its column is.
    var isTelling: Bool { rawValue >= CellForm.number.rawValue }

    /// The form of a cell's text.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        let count = ByteCount(text)
        let (letters, digits, blanks) = (count[.letter], count[.digit], count[.blank])
        let (marks, others) = (count[.mark], count[.other] + count[.addressSign])
        let hasAddressSign = count[.addressSign] > 0
        if blanks == text.count {
            self = .blank
        } else if digits == 0 {
            if letters == 0 || (letters <= 4 && Self.standsForNothing(text)) {
                self = .missing
            } else {
                self = blanks == 0 && (hasAddressSign || marks >= 3) ? .code : .words
            }
        } else if letters == 0 {
            if marks == 0 || (marks == 1 && text.first { $0 > Byte.space } == UInt8(ascii: "-")) {
                self = digits == 4 && digits == text.count && Self.isYear(text) ? .year : .number
            } else {
                self = digits >= 3 && others == 0 ? .date : .code
            }
        } else {
            self = Self.mixed(text, letters: letters, digits: digits, blanks: blanks, marks: marks)
        }
    }

    /// The form of a text of letters and figures.
    private static func mixed(
        _ text: some Collection<UInt8>, letters: Int, digits: Int, blanks: Int, marks: Int
    ) -> CellForm {
        // `2018-01-28T10:00Z`, `12-Jan-2018`, `10:30 AM`.
        if letters <= 3, digits >= 3, marks >= 1 || blanks >= 2, digits > letters { return .date }
        // `€ 12.50`, `12 kg`, `1.5E3`: one short word beside a number; a currency sign takes up to three bytes.
        let first = text.first { $0 > Byte.space } ?? 0
        let isFigureFirst = first < 0x3A || first >= 0x80
        if letters <= 3, digits >= letters, blanks <= 1, marks <= 1, isFigureFirst { return .number }
        return blanks == 0 ? .code : .words
    }

    private static func isYear(_ text: some Collection<UInt8>) -> Bool {
        let value = text.reduce(0) { $0 * 10 + Int($1 & 15) }
        return (1900...2100).contains(value)
    }

    private static func standsForNothing(_ text: some Collection<UInt8>) -> Bool {
        let word = text.filter { $0 > Byte.space }.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        return ["na", "n/a", "nan", "null", "none", "nil"].contains { $0.utf8.elementsEqual(word) }
    }
}

/// How many bytes of each kind a text holds.
private struct ByteCount {
    /// The raw value is the kind's place among the counts.
    enum Kind: Int { case digit, letter, blank, mark, numberSign, other, addressSign }

    private var counts: InlineArray<7, Int> = InlineArray(repeating: 0)

    subscript(kind: Kind) -> Int { counts[kind.rawValue] }

    init(_ text: UnsafeBufferPointer<UInt8>) {
        Self.lanes.withUnsafeBufferPointer { lanes in
            var start = 0
            while start < text.count {
                // A lane of eight bits holds no more.
                let end = min(text.count, start + 255)
                var sum: UInt64 = 0
                for index in start..<end { sum &+= lanes[Int(text[index])] }
                for kind in 0..<7 { counts[kind] += Int(sum >> UInt64(kind * 8) & 255) }
                start = end
            }
        }
    }

    /// For each byte a one in the lane of its kind, eight bits a lane.
    private static let lanes: [UInt64] = (0...255).map { byte in 1 << UInt64(kind(of: byte).rawValue * 8) }

    private static func kind(of byte: UInt8) -> Kind {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: .letter
        case 0...Byte.space: .blank
        case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "-"): .mark
        case UInt8(ascii: "."), Byte.comma, Byte.apostrophe, UInt8(ascii: "+"), UInt8(ascii: "%"),
            UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"):
            .numberSign
        case UInt8(ascii: "@"): .addressSign
        default: .other
        }
    }
}
