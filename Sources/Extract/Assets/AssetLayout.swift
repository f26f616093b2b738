// The columns of a table of assets, from the one to three rows of its heading.

import Personnel
import Tabular
import Vietnamese

/// Where each field stands in a table of assets.
struct AssetLayout: Equatable {
    /// By column; nil for columns without a heading.
    private(set) var fields: [AssetField?] = []
    /// The heading of each column, group and sub-heading joined with ` / `.
    private(set) var headings: [String] = []
    /// The scale that the heading of a column of money states.
    private(set) var scale: Int64?

    /// The layout of fields that have names rather than headings, as record XML has.
    init(names: [String], words: AssetWords) {
        for name in names { add(words.field(of: wordsOfFieldName(name)), heading: name, words) }
    }

    init(_ rows: [SheetRow], words: AssetWords) {
        let width = rows.map(\.cells.count).max() ?? 0
        for column in 0..<width {
            let path = Self.path(rows, column)
            let own = path.last ?? ""
            let group = path.dropLast().last ?? ""
            var field = words.field(of: own, under: group)
            // A group over sub-headings that nothing knows, or a heading over blank rows.
            if field == nil, path.count > 1 { field = words.field(of: group) == nil ? nil : .other }
            add(field, heading: path.joined(separator: " / "), words)
        }
    }

    private mutating func add(_ field: AssetField?, heading: String, _ words: AssetWords) {
        let isTaken = field.map { known in known != .other && fields.contains(known) } ?? false
        fields.append(heading.isEmpty ? nil : isTaken ? .other : field ?? .other)
        headings.append(heading)
        if let field, AssetField.amounts.contains(field), scale == nil {
            scale = words.scale(in: heading, isHeading: true)
        }
    }

    /// The texts over a column, top to bottom, each once. A blank cell beside a group belongs to the group where there is
    /// something below it.
    private static func path(_ rows: [SheetRow], _ column: Int) -> [String] {
        var path: [String] = []
        for (index, row) in rows.enumerated() {
            var text = row.origin(column) == .mergedFromAbove ? "" : cleanText(row.text(column))
            if text.isEmpty, index + 1 < rows.count,
                rows[(index + 1)...].contains(where: { $0.isFilled(column) }), row.origins.isEmpty
            {
                text = (0..<column).reversed().lazy.map { cleanText(row.text($0)) }.first { !$0.isEmpty } ?? ""
            }
            if !text.isEmpty, path.last != text { path.append(text) }
        }
        return path
    }

    /// Columns that explain an item and decide nothing: kept with their headings.
    private static let kept: Set<AssetField> = [.other, .countedQuantity, .countedCost, .countedResidual]

    func column(_ field: AssetField) -> Int? { fields.firstIndex(of: field) }

    var isBalance: Bool {
        column(.remaining) != nil && column(.originalCost) == nil && column(.residualValue) == nil
    }

    /// Whether it is a table that can be read: something named, and something worth.
    var isUsable: Bool {
        let isNamed = column(.name) != nil || column(.content) != nil
        let isWorth =
            AssetField.amounts.contains { column($0) != nil } || column(.quantity) != nil || column(.budgetCost) != nil
        return isNamed && isWorth
    }

    /// The values of a row by field, and the cells that are kept with their headings.
    func values(of row: SheetRow) -> (values: [AssetField: String], details: [ExtraValue]) {
        var values: [AssetField: String] = [:]
        var details: [ExtraValue] = []
        for column in row.cells.indices where row.isFilled(column) {
            let text = cleanText(row.text(column))
            let field = column < fields.count ? fields[column] : nil
            if let field, !Self.kept.contains(field) {
                values[field] = text
            } else {
                details.append(ExtraValue(heading: column < headings.count ? headings[column] : "", text: text))
            }
        }
        return (values, details)
    }
}
