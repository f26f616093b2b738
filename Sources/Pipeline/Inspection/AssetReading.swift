// What `inspect` keeps of a list of assets or balances while its rows go by.

import Personnel
import Tabular

/// The rows, tables and sections of a list of assets, by sheet.
struct AssetReading {
    /// What counts a row that is a thing or a balance; all others count by their `RowKind`.
    static let item = "item"

    let rowsShown: Int
    private(set) var counts: [String: Int]
    private(set) var titles: [Int: [String]] = [:]
    private(set) var sections: [Int: [String]] = [:]
    private(set) var lists: [Int: [Inspection.List]] = [:]
    private(set) var firstRows: [Int: [Inspection.Row]] = [:]

    init(rowsShown: Int) {
        self.rowsShown = rowsShown
        counts = Dictionary(uniqueKeysWithValues: RowKind.allCases.map { ($0.rawValue, 0) })
        counts[Self.item] = 0
    }

    /// Keeps the first rows of a sheet.
    mutating func note(_ batch: RowBatch) {
        for index in 0..<batch.count where firstRows[batch.sheet, default: []].count < rowsShown {
            let row = Inspection.Row(row: batch[index].number, kind: RowKind.blank.rawValue, cells: batch[index].texts)
            firstRows[batch.sheet, default: []].append(row)
        }
    }

    mutating func take(_ row: AssetRow, _ context: AssetContext, isRejected: Bool) {
        let kind: String
        switch row.kind {
        case .item: kind = isRejected ? RowKind.rejected.rawValue : Self.item
        case .section:
            kind = RowKind.section.rawValue
            sections[Int(row.place.sheet), default: []].append(row.text)
        case .total: kind = RowKind.total.rawValue
        case .other(let other): kind = other.rawValue
        }
        counts[kind, default: 0] += 1
        let sheet = Int(row.place.sheet)
        if let shown = firstRows[sheet]?.firstIndex(where: { $0.row == row.place.row }) {
            firstRows[sheet]?[shown].kind = kind
        }
        if context.row.titles.count > titles[sheet, default: []].count { titles[sheet] = context.row.titles }
        if case .item = row.kind { note(context, sheet, firstRow: row.place.row) }
    }

    /// Keeps the table in which an item stands.
    private mutating func note(_ context: AssetContext, _ sheet: Int, firstRow: UInt32) {
        let headings = context.headingRow == 0 ? [] : [context.headingRow]
        guard lists[sheet]?.last?.headingRows != headings else { return }
        let columns = context.headings.indices.filter { !context.headings[$0].isEmpty }.map { index in
            let field = index < context.fields.count ? context.fields[index] : nil
            let isKnown = field != nil && field != .other
            return Inspection.Column(
                column: index + 1, heading: context.headings[index], field: isKnown ? field?.rawValue : nil, label: nil,
                confidence: isKnown ? 100 : 0, method: isKnown ? "exact" : "none")
        }
        lists[sheet, default: []].append(
            Inspection.List(
                matter: context.isBalance ? "balances" : "assets", headingRows: headings,
                firstRow: context.headingRow == 0 ? firstRow : context.headingRow, columns: columns,
                unrecognised: columns.filter { $0.field == nil }.map(\.heading)))
    }
}
