// The heading of a table as one row: what stands over a column, from top to bottom.

/// Joins the rows of a heading into one.
///
/// A heading that goes on in the row below is one text, joined with a blank (`Ngày` over `sinh`), and so are a group and
/// each of the sub-headings under it (`Ngày sinh` over `Nam` and `Nữ`).
public struct HeadingTexts {
    private var rows: [(texts: [String], origins: [CellOrigin])] = []

    public init() {}

    /// Takes the next row of the heading.
    public mutating func add(_ texts: [String], origins: [CellOrigin] = []) { rows.append((texts, origins)) }

    /// One text a column; a heading of a single row comes back as it is.
    public var texts: [String] {
        if rows.count == 1 { return rows[0].texts.indices.map { text(0, $0) } }
        return (0..<(rows.map(\.texts.count).max() ?? 0)).map(joined)
    }

    private func origin(_ row: Int, _ column: Int) -> CellOrigin {
        column < rows[row].origins.count ? rows[row].origins[column] : .own
    }

    private func text(_ row: Int, _ column: Int) -> String {
        guard column < rows[row].texts.count, origin(row, column) == .own else { return "" }
        return rows[row].texts[column]
    }

    private func joined(_ column: Int) -> String {
        var parts: [String] = []
        for row in rows.indices {
            let part = group(row, column).map { text(row, $0) } ?? text(row, column)
            if part.utf8.contains(where: { $0 > Byte.space }) { parts.append(part) }
        }
        return parts.joined(separator: " ")
    }

    /// The column of the group that reaches over a cell; nil where the cell stands for itself.
    private func group(_ row: Int, _ column: Int) -> Int? {
        guard row + 1 < rows.count else { return nil }
        var start = column
        while start > 0, isOpen(row, start) { start -= 1 }
        guard hasLower(row, start), !text(row, start).isEmpty else { return nil }
        let reaches = isOpen(row, start + 1) && hasLower(row, start + 1)
        return reaches ? start : nil
    }

    /// Whether a cell has no text of its own, so that the one to its left may reach over it.
    private func isOpen(_ row: Int, _ column: Int) -> Bool {
        guard column < (rows.map(\.texts.count).max() ?? 0) else { return false }
        return origin(row, column) == .mergedFromLeft
            || (origin(row, column) == .own && text(row, column).isEmpty && hasLower(row, column))
    }

    private func hasLower(_ row: Int, _ column: Int) -> Bool {
        rows.indices.dropFirst(row + 1).contains { !text($0, column).isEmpty }
    }
}
