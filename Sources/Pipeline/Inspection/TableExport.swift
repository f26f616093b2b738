// One table of a file as clean CSV: RFC 4180, UTF-8, the heading first, every cell as read.

import Tabular

extension InspectedFile {
    private static let bytesAtATime = 1 << 20

    /// Writes a table, heading first, as CSV to `sink`, some bytes at a time.
    ///
    /// Cells are as read. A cell that a merge covers holds the merge's value when it is below its first cell, and is
    /// blank to the right of it. Rows of spreadsheets are filled up with blank cells to the table's width; rows of
    /// delimited text have the cells that they have.
    ///
    /// - throws: `RunFailure` (usage) where the file has no such table; whatever `sink` throws.
    public func writeTable(_ number: Int, to sink: ([UInt8]) throws -> Void) throws {
        guard let table = tables.first(where: { $0.number == number }) else {
            let held = tables.count == 1 ? "1 table" : "\(tables.count) tables"
            throw RunFailure.usage("\(path): holds \(held); there is no table \(number)")
        }
        var writer = CSVWriter()
        if let names = table.fieldNames { writer.append(names) }
        var heading = HeadingTexts()
        var remaining = table.found.heading.count
        var body = table.found.body[...]
        try forEachRow(ofSheet: table.sheet) { position, row in
            if remaining > 0, table.found.heading.contains(position) {
                heading.add((0..<row.count).map(row.text), origins: (0..<row.count).map(row.origin))
                remaining -= 1
                if remaining == 0 { writer.append(padded(heading.texts, to: table)) }
                return
            }
            guard let range = body.first, range.contains(position) else { return }
            if position == range.upperBound - 1 { body.removeFirst() }
            writer.append(padded(cells(of: row), to: table))
            if writer.bytes.count >= Self.bytesAtATime { try sink(writer.take()) }
        }
        try sink(writer.take())
    }

    /// The heading of each table as one row.
    func headings() throws -> [[String]] {
        var texts = tables.map { $0.fieldNames ?? [] }
        for (index, table) in tables.enumerated() where table.fieldNames == nil && !table.found.heading.isEmpty {
            var heading = HeadingTexts()
            try forEachRow(ofSheet: table.sheet, upTo: table.found.heading.last) { position, row in
                guard table.found.heading.contains(position) else { return }
                heading.add((0..<row.count).map(row.text), origins: (0..<row.count).map(row.origin))
            }
            texts[index] = padded(heading.texts, to: table)
        }
        return texts
    }

    private func cells(of row: BatchCells) -> [String] {
        (0..<row.count).map { row.origin($0) == .mergedFromLeft ? "" : row.text($0) }
    }

    /// The cells with blank ones added, where the format leaves those at a row's end out.
    private func padded(_ cells: [String], to table: Table) -> [String] {
        guard format != .csv else { return cells }
        let width = table.fieldNames?.count ?? table.found.width
        let blanks = cells.reversed().prefix { $0.isEmpty }.count
        let needed = max(width, cells.count - blanks)
        return cells.prefix(needed) + Array(repeating: "", count: max(0, needed - cells.count))
    }
}
