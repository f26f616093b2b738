// The rows of a SpreadsheetML workbook as its elements come by.

/// Follows Workbook / Worksheet / Table / Row / Cell / Data; everything beside that path is passed over.
final class SpreadsheetMLHandler: SAXHandler {
    /// Takes each batch; set to nil when reading has ended.
    var deliver: ((RowBatch, SheetInfo) throws -> Void)?
    private(set) var sheetCount = 0

    private let outline: SpreadsheetMLOutline
    private let limits: ReadingLimits
    // The parser calls one method at a time: the check of exclusive access would cost a tenth of the parse.
    @exclusivity(unchecked) private var place = Place.document
    @exclusivity(unchecked) private var grid: GridBuilder
    @exclusivity(unchecked) private var cell = Cell()
    @exclusivity(unchecked) private var info = SheetInfo()
    @exclusivity(unchecked) private var isDelivered = false
    @exclusivity(unchecked) private var nextRow = 1
    @exclusivity(unchecked) private var rowSpan = 0
    @exclusivity(unchecked) private var nextColumn = 0
    @exclusivity(unchecked) private var isNumber = false
    @exclusivity(unchecked) private var fonts = StyleFonts()
    private var usesDatesFrom1904 = false

    /// The innermost element of the path that is open; the raw value is its depth.
    private enum Place: Int {
        case document = 0
        case workbook, sheet, table, row, cell, data
    }

    /// What a cell's attributes say.
    private struct Cell {
        var position: Int?
        var across = 0
        var down = 0
        var font: String?
    }

    init(
        outline: SpreadsheetMLOutline, limits: ReadingLimits, deliver: @escaping (RowBatch, SheetInfo) throws -> Void
    ) {
        self.outline = outline
        self.limits = limits
        self.deliver = deliver
        grid = GridBuilder(sheet: 0, limits: limits)
    }

    func startElement(_ element: borrowing XMLElement, depth: Int) throws {
        guard depth == place.rawValue + 1 else {
            if place == .data, element.isNamed("BR") || element.isNamed("Br") { try appendBlank() }
            if place == .workbook { takeWorkbookPart(element) }
            return
        }
        switch place {
        case .row: if element.isNamed("Cell") { beginCell(element) }
        case .cell:
            if element.isNamed("Data") {
                place = .data
                isNumber = element.value("Type", is: "Number")
            }
        case .table:
            if element.isNamed("Row") {
                try beginRow(element)
            } else if element.isNamed("Column") {
                beginColumn(element)
            }
        case .sheet: if element.isNamed("Table") { place = .table }
        case .workbook:
            if element.isNamed("Worksheet") {
                beginSheet(element)
            } else {
                takeWorkbookPart(element)
            }
        case .document:
            guard element.isNamed("Workbook") else { throw RefusedFile(.notATable) }
            place = .workbook
        case .data: if element.isNamed("BR") || element.isNamed("Br") { try appendBlank() }
        }
    }

    func endElement(depth: Int) throws {
        guard depth == place.rawValue else { return }
        switch place {
        case .data:
            if isNumber { try grid.setText(NumberText.withoutNoise(grid.text)) }
            place = .cell
        case .cell:
            try endCell()
            place = .row
        case .row:
            try endRow()
            place = .table
        case .table: place = .sheet
        case .sheet:
            if !grid.batch.isEmpty || !isDelivered { try deliverBatch() }
            place = .workbook
        case .workbook: place = .document
        case .document: break
        }
    }

    func characters(_ text: UnsafeBufferPointer<UInt8>) throws {
        if place == .data { try grid.append(text) }
    }

    // MARK: Sheets

    /// Styles and the settings of `ExcelWorkbook`, which stand before the sheets.
    private func takeWorkbookPart(_ element: borrowing XMLElement) {
        if element.isNamed("Date1904") {
            usesDatesFrom1904 = true
        } else {
            fonts.startElement(element)
        }
    }

    private func beginSheet(_ element: borrowing XMLElement) {
        place = .sheet
        info = SheetInfo(
            name: element.value("Name") ?? "", isHidden: outline.hiddenSheets.contains(sheetCount),
            usesDatesFrom1904: usesDatesFrom1904)
        grid = GridBuilder(sheet: sheetCount, limits: limits)
        sheetCount += 1
        isDelivered = false
        nextRow = 1
        nextColumn = 0
        fonts.beginSheet()
    }

    private func deliverBatch() throws {
        info.fontHints = fonts.hints
        isDelivered = true
        try deliver?(grid.takeBatch(), info)
    }

    /// A column's own style, which its cells have unless they say another.
    private func beginColumn(_ element: borrowing XMLElement) {
        guard fonts.hasLegacyFont else { return }
        let first = max(nextColumn, (element.number("Index") ?? 0) - 1)
        nextColumn = min(first, limits.columns) + 1 + (element.number("Span") ?? 0)
        guard let font = fonts.legacyFont(ofStyle: element.value("StyleID")) else { return }
        for column in first..<max(first, min(nextColumn, limits.columns)) { fonts.note(font, column: column) }
    }

    // MARK: Rows and cells

    private func beginRow(_ element: borrowing XMLElement) throws {
        place = .row
        nextColumn = 0
        if let index = element.number("Index") { nextRow = max(nextRow, index) }
        rowSpan = element.number("Span") ?? 0
        guard let number = UInt32(exactly: nextRow) else {
            throw RefusedFile(.malformedXML, detail: "row number too high")
        }
        grid.beginRow(number)
    }

    private func endRow() throws {
        try grid.endRow()
        nextRow += 1 + rowSpan
        if grid.isFull { try deliverBatch() }
    }

    private func beginCell(_ element: borrowing XMLElement) {
        place = .cell
        cell = Cell()
        guard element.attributeCount > 0 else { return }
        cell.position = element.number("Index").map { max($0, 1) - 1 }
        cell.across = element.number("MergeAcross") ?? 0
        cell.down = element.number("MergeDown") ?? 0
        if fonts.hasLegacyFont { cell.font = fonts.legacyFont(ofStyle: element.value("StyleID")) }
    }

    private func endCell() throws {
        let column = grid.nextColumn(at: cell.position)
        let hasText = !grid.text.isEmpty
        try grid.endCell(at: cell.position, across: cell.across, down: cell.down)
        if let font = cell.font, hasText, column < limits.columns { fonts.note(font, column: column) }
    }

    private func appendBlank() throws {
        let blank: [UInt8] = [UInt8(ascii: " ")]
        try blank.withUnsafeBufferPointer { try grid.append($0) }
    }
}
