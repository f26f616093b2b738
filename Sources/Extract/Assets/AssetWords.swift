// The words of lists of assets: how columns are headed, what opens totals and footers, who gives and takes, in what unit of money.

public import Personnel
import Vietnamese

/// The vocabulary of lists of assets and balances.
public struct AssetWords: Sendable {
    private enum Meaning: String, CaseIterable {
        case total, footer, giver, receiver, scale, label
        case measureLine = "measure_line"
    }

    private struct Heading: Sendable {
        let field: AssetField
        let key: String
        let under: String
    }

    private let headings: [Heading]
    private var grandTotals: [String] = []
    private var partTotals: [String] = []
    private var footers: [String] = []
    private var givers: [String] = []
    private var receivers: [String] = []
    private var scales: [(key: String, scale: Int64)] = []
    private var measureLines: [String] = []
    /// The words for amounts.
    public private(set) var labels: [AssetField: String] = [:]

    /// - Parameter headings: columns `field`, `heading`, `under` (the group heading above it; empty for any).
    /// - Parameter words: columns `meaning`, `words` (parted by `;`), `value`.
    public init(headings table: ReferenceTable, words: ReferenceTable) throws(ReferenceError) {
        let (field, heading, under) = (
            try table.column("field"), try table.column("heading"), try table.column("under")
        )
        var list: [Heading] = []
        for row in table.rows {
            guard let known = AssetField(rawValue: row.cells[field]) else {
                let names = AssetField.allCases.map(\.rawValue).joined(separator: ", ")
                throw table.mistake(in: row, column: "field", expected: "one of \(names)")
            }
            let key = asciiKey(row.cells[heading])
            guard !key.isEmpty else { throw table.mistake(in: row, column: "heading", expected: "a heading") }
            list.append(Heading(field: known, key: key, under: asciiKey(row.cells[under])))
        }
        self.headings = list.sorted { $0.key.utf8.count > $1.key.utf8.count }
        try read(words)
    }

    private mutating func read(_ table: ReferenceTable) throws(ReferenceError) {
        let (meaning, words, value) = (
            try table.column("meaning"), try table.column("words"), try table.column("value")
        )
        for row in table.rows {
            let keys = row.cells[words].split(separator: ";").map { asciiKey(String($0)) }
            switch Meaning(rawValue: row.cells[meaning]) {
            case .total?:
                guard ["grand", "part"].contains(row.cells[value]) else {
                    throw table.mistake(in: row, column: "value", expected: "grand or part")
                }
                if row.cells[value] == "grand" { grandTotals += keys } else { partTotals += keys }
            case .footer?: footers += keys
            case .giver?: givers += keys
            case .receiver?: receivers += keys
            case .measureLine?: measureLines += keys
            case .scale?:
                guard let scale = Int64(row.cells[value]), (1...1_000_000_000).contains(scale) else {
                    throw table.mistake(in: row, column: "value", expected: "how many đồng a figure stands for")
                }
                scales += keys.map { ($0, scale) }
            case .label?:
                guard let field = AssetField(rawValue: row.cells[value]) else {
                    throw table.mistake(in: row, column: "value", expected: "a field of assets")
                }
                labels[field] = row.cells[words]
            case nil:
                let names = Meaning.allCases.map(\.rawValue).joined(separator: ", ")
                throw table.mistake(in: row, column: "meaning", expected: "one of \(names)")
            }
        }
        scales.sort { $0.key.utf8.count > $1.key.utf8.count }
    }

    // MARK: - Headings

    /// The field that a heading names, under the group heading above it; nil where nothing knows it.
    func field(of heading: String, under group: String = "") -> AssetField? {
        var (heading, group) = (heading, group)
        // `Theo sổ kế toán: Nguyên giá` in one cell.
        if let colon = heading.firstIndex(of: ":"), heading[heading.index(after: colon)...].contains(where: \.isLetter)
        {
            group = String(heading[..<colon])
            heading = String(heading[heading.index(after: colon)...])
        }
        let key = asciiKey(Self.withoutBrackets(heading))
        let above = asciiKey(Self.withoutBrackets(group))
        if key.isEmpty { return nil }
        func fits(_ known: Heading, exactly: Bool) -> Bool {
            // What two words begin can be anything (`Giá trị hao mòn`); three name a column.
            exactly
                ? known.key == key
                : known.key.utf8.count { $0 == 0x20 } >= 2 && key.hasPrefix(known.key + " ")
        }
        for exactly in [true, false] {
            let found = headings.first { known in
                !known.under.isEmpty && !above.isEmpty && above.contains(known.under) && fits(known, exactly: exactly)
            }
            if let found { return found.field }
            if let found = headings.first(where: { $0.under.isEmpty && fits($0, exactly: exactly) }) {
                return found.field
            }
        }
        return nil
    }

    /// Whether a text heads a group of columns.
    func isGroup(_ text: String) -> Bool {
        let key = asciiKey(Self.withoutBrackets(text))
        return !key.isEmpty && headings.contains { !$0.under.isEmpty && key.contains($0.under) }
    }

    private static func withoutBrackets(_ text: String) -> String {
        var depth = 0
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            default: if depth == 0 { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    // MARK: - Lines

    enum Total { case grand, part }

    /// What a line is a total of; nil for a line that is none.
    func total(_ text: String) -> Total? {
        let key = asciiKey(text)
        if Self.opens(key, grandTotals) { return .grand }
        return Self.opens(key, partTotals) ? .part : nil
    }

    func isFooter(_ text: String) -> Bool {
        let key = asciiKey(text)
        return Self.opens(key, footers) || key.contains("ngay") && key.contains(" thang ") && key.contains(" nam ")
    }

    /// The unit after the words for who gives or takes (`Bên nhận: UBND xã Na Sang`).
    func giver(in line: String) -> String? { Self.named(line, givers) }
    func receiver(in line: String) -> String? { Self.named(line, receivers) }

    /// The scale that a heading or a line such as `Đơn vị tính: nghìn đồng` states.
    func scale(in text: String, isHeading: Bool) -> Int64? {
        let key = asciiKey(text)
        guard isHeading || measureLines.contains(where: { key.contains($0) }) else { return nil }
        return scales.first { (" " + key + " ").contains(" " + $0.key + " ") }?.scale
    }

    private static func opens(_ key: String, _ words: [String]) -> Bool {
        words.contains { key == $0 || key.hasPrefix($0 + " ") }
    }

    private static func named(_ line: String, _ words: [String]) -> String? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        guard words.contains(asciiKey(withoutBrackets(String(line[..<colon])))) else { return nil }
        let rest = cleanText(String(line[line.index(after: colon)...]))
        return rest.isEmpty ? nil : rest
    }
}
