// The rows of an xlsx worksheet as its elements come by.

/// What a workbook's sheets share.
struct XLSXContext {
    var strings = SharedStrings()
    var styles = XLSXStyles()
    var usesDatesFrom1904 = false
}

/// Follows worksheet / sheetData / row / c / v or is.
final class XLSXSheetHandler: SAXHandler {
    /// Takes each batch; set to nil when reading has ended.
    var deliver: ((RowBatch, SheetInfo) throws -> Void)?

    private let context: XLSXContext
    private let merges: XLSXMerges
    private let limits: ReadingLimits
    private var info: SheetInfo
    // The parser calls one method at a time: the check of exclusive access would cost a tenth of the parse.
    @exclusivity(unchecked) private var grid: GridBuilder
    @exclusivity(unchecked) private var place = Place.document
    @exclusivity(unchecked) private var value: [UInt8] = []
    private var isDelivered = false
    private var row = 0
    private var column = 0
    private var kind = Kind.number
    private var style = 0
    private var inline = RichText(depth: Place.value.rawValue)

    /// The innermost element of the path that is open; the raw value is its depth. `value` is `v` or `is`.
    private enum Place: Int {
        case document = 0
        case worksheet, data, row, cell, value
    }

    /// What a cell's `t` says its value is (ECMA-376 part 1, 18.18.11).
    private enum Kind { case number, shared, inline, text, asWritten }

    init(
        sheet: Int, info: SheetInfo, context: XLSXContext, merges: XLSXMerges, limits: ReadingLimits,
        deliver: @escaping (RowBatch, SheetInfo) throws -> Void
    ) {
        self.info = info
        self.context = context
        self.merges = merges
        self.limits = limits
        self.deliver = deliver
        grid = GridBuilder(sheet: sheet, limits: limits)
    }

    func startElement(_ element: borrowing XMLElement, depth: Int) throws {
        guard depth == place.rawValue + 1 else {
            if place == .value, kind == .inline { inline.start(element, depth: depth) }
            return
        }
        switch place {
        case .cell: if element.isNamed("v") || element.isNamed("is") { place = .value }
        case .row: if element.isNamed("c") { beginCell(element) }
        case .data: if element.isNamed("row") { beginRow(element) }
        case .worksheet: if element.isNamed("sheetData") { place = .data }
        case .document:
            guard element.isNamed("worksheet") else { throw RefusedFile(.damagedArchive) }
            place = .worksheet
        case .value: if kind == .inline { inline.start(element, depth: depth) }
        }
    }

    func endElement(depth: Int) throws {
        if place == .value, kind == .inline { inline.end(depth: depth) }
        guard depth == place.rawValue else { return }
        switch place {
        case .value: place = .cell
        case .cell:
            try endCell()
            place = .row
        case .row:
            try grid.endRow()
            if grid.isFull { try deliverBatch() }
            place = .data
        case .data: place = .worksheet
        case .worksheet: place = .document
        case .document: break
        }
    }

    func characters(_ text: UnsafeBufferPointer<UInt8>) throws {
        guard place == .value else { return }
        if kind == .inline { inline.append(text) } else { value.append(contentsOf: text) }
        if max(value.count, inline.text.count) > limits.cellBytes {
            throw RefusedFile(.limitCell, detail: String(limits.cellBytes))
        }
    }

    /// Hands on the rows that are left; an empty batch if there is none at all.
    func finish() throws {
        if !grid.batch.isEmpty || !isDelivered { try deliverBatch() }
    }

    private func deliverBatch() throws {
        isDelivered = true
        try deliver?(grid.takeBatch(), info)
    }

    // MARK: Rows and cells

    private func beginRow(_ element: borrowing XMLElement) {
        place = .row
        row = max(row + 1, element.number("r") ?? 0)
        column = -1
        grid.beginRow(UInt32(truncatingIfNeeded: row))
    }

    private func beginCell(_ element: borrowing XMLElement) {
        place = .cell
        let reference = element.withValue("r") { XLSXReference($0) } ?? nil
        column = max(column + 1, reference?.column ?? 0)
        style = element.number("s") ?? 0
        kind = element.withValue("t", Self.kind) ?? .number
        value.removeAll(keepingCapacity: true)
        inline.clear()
    }

    private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kind {
        switch (type.first, type.count) {
        case (UInt8(ascii: "s"), 1): .shared
        case (UInt8(ascii: "s"), _): .text
        case (UInt8(ascii: "i"), _): .inline
        case (UInt8(ascii: "n"), _), (nil, _): .number
        default: .asWritten
        }
    }

    private func endCell() throws {
        switch kind {
        case .number: try grid.setText(number())
        case .shared: try grid.setText(Array(sharedString()), isShared: true)
        case .text: try grid.setText(OOXMLEscapes.decoded(value))
        case .inline: try grid.setText(OOXMLEscapes.decoded(inline.text))
        case .asWritten: try grid.setText(value)
        }
        if !grid.text.isEmpty, let font = context.styles.legacyFont(style), column < limits.columns {
            info.noteFont(font, column: column)
        }
        let extent = merges.isEmpty ? (across: 0, down: 0) : merges.extent(row: row, column: column)
        try grid.endCell(at: column, across: extent.across, down: extent.down)
    }

    private func sharedString() throws -> ArraySlice<UInt8> {
        guard !value.isEmpty else { return [] }
        guard let index = Int(String(decoding: value, as: UTF8.self)), let text = context.strings[index] else {
            // A text that the workbook lost: the cell's words are gone.
            throw RefusedFile(.damagedArchive)
        }
        return text
    }

    /// A number as it is shown: dates by their style, everything else in full and as short as can be.
    private func number() -> [UInt8] {
        let format = context.styles.format(style)
        switch format {
        case .plain: break
        case .date:
            if let serial = Double(String(decoding: value, as: UTF8.self)),
                let text = SerialDate.text(serial, from1904: context.usesDatesFrom1904)
            {
                return Array(text.utf8)
            }
        case .padded(let digits):
            let text = NumberText.shortest(value)
            let isWhole = !text.isEmpty && text.allSatisfy { 0x30...0x39 ~= $0 }
            return isWhole ? Array(repeating: 0x30, count: max(0, digits - text.count)) + text : text
        }
        return NumberText.shortest(value)
    }
}

extension SheetInfo {
    /// Notes the legacy font of a column.
    mutating func noteFont(_ font: String, column: Int) {
        while fontHints.count <= column { fontHints.append("") }
        if fontHints[column] != font { fontHints[column] = font }
    }
}
