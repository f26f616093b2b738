// The heading of a list: one to three rows, with groups merged over their columns and plain headings merged down.

/// Lays out headings.
enum HeadingRows {
    /// The rows of a style's heading.
    static func rows(of style: ListStyle) -> [[SampleCell]] {
        let columns = style.columns
        var groups: [[String]] = []
        for column in columns {
            groups.append(column.heading.groups == ["="] ? groups.last ?? [] : column.heading.groups)
        }
        let depth = 1 + (groups.map(\.count).max() ?? 0)
        var rows = Array(repeating: Array(repeating: SampleCell(""), count: columns.count), count: depth)
        for (place, column) in columns.enumerated() {
            let leaf = groups[place].count
            rows[leaf][place] = SampleCell(text(column, style))
            rows[leaf][place].down = depth - leaf
            for row in (leaf + 1)..<max(depth, leaf + 1) { rows[row][place].isCovered = true }
        }
        for level in 0..<depth { placeGroups(level, groups, &rows[level], style) }
        return rows
    }

    private static func placeGroups(_ level: Int, _ groups: [[String]], _ row: inout [SampleCell], _ style: ListStyle) {
        var place = 0
        while place < groups.count {
            guard groups[place].count > level else {
                place += 1
                continue
            }
            let path = groups[place].prefix(level + 1)
            var end = place + 1
            while end < groups.count, groups[end].prefix(level + 1) == path { end += 1 }
            row[place] = SampleCell(styled(path[level], style))
            row[place].across = end - place
            for covered in place + 1..<max(end, place + 1) { row[covered].isCovered = true }
            place = end
        }
    }

    private static func text(_ column: ListColumn, _ style: ListStyle) -> String {
        if column.field == .salaryStep, style.stepStyle == .withCoefficient { return styled("Bậc/Hệ số", style) }
        return styled(column.heading.text, style)
    }

    /// Long headings are broken over two lines, as narrow columns make clerks do.
    private static func styled(_ text: String, _ style: ListStyle) -> String {
        let text = style.hasUpperHeadings ? text.uppercased() : text
        guard style.hasColumnNumbers || style.hasTotals, style.form.format == "csv", text.count > 10 else {
            return text
        }
        let words = text.split(separator: " ")
        guard words.count > 2 else { return text }
        return words[..<(words.count / 2)].joined(separator: " ") + "\n"
            + words[(words.count / 2)...].joined(separator: " ")
    }
}

/// The marks of sections.
enum SectionMarks {
    static func letter(_ number: Int) -> String {
        let letters = Array("ABCDEGHIKLMNOPQRSTUVXY")
        return number <= letters.count ? String(letters[number - 1]) : "A\(number)"
    }

    static func roman(_ number: Int) -> String {
        // Numerals, thirty among them: nothing is left to do here.
        let tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        return tens[number / 10 % 10] + ones[number % 10]
    }
}

/// Numbers in words.
enum NumberWords {
    private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

    /// `Bảy mươi lăm`, for numbers below ten thousand.
    static func capitalized(_ number: Int) -> String {
        let words = words(number)
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func words(_ number: Int) -> String {
        switch number {
        case ..<10: return digits[max(0, number)]
        case ..<100:
            let (tens, ones) = (number / 10, number % 10)
            let head = tens == 1 ? "mười" : digits[tens] + " mươi"
            switch ones {
            case 0: return head
            case 1: return head + (tens == 1 ? " một" : " mốt")
            case 5: return head + " lăm"
            default: return head + " " + digits[ones]
            }
        case ..<1000:
            let rest = number % 100
            let tail = rest == 0 ? "" : rest < 10 ? " linh " + digits[rest] : " " + words(rest)
            return digits[number / 100] + " trăm" + tail
        default:
            let rest = number % 1000
            let tail =
                rest == 0
                ? "" : rest < 100 ? " không trăm " + (rest < 10 ? "linh " : "") + words(rest) : " " + words(rest)
            return words(number / 1000) + " nghìn" + tail
        }
    }
}
