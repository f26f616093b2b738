// The rows of an HTML file's tables as its tags come by.

/// Follows tables, rows and cells; tags that are missing are supplied as browsers supply them.
final class HTMLRows: HTMLHandler {
    private let deliver: (RowBatch) throws -> Void
    private let readsInnerTables: Bool
    private let limits: ReadingLimits
    // The tokenizer calls one method at a time: no check of exclusive access.
    @exclusivity(unchecked) private var grid: GridBuilder
    @exclusivity(unchecked) private var text = HTMLText()
    @exclusivity(unchecked) private var isDelivered = false
    @exclusivity(unchecked) private var rowCount: UInt32 = 0
    @exclusivity(unchecked) private var tableDepth = 0
    /// Tables within the open cell that count as its text.
    @exclusivity(unchecked) private var innerDepth = 0
    @exclusivity(unchecked) private var isInRow = false
    @exclusivity(unchecked) private var isInCell = false
    @exclusivity(unchecked) private var across = 0
    @exclusivity(unchecked) private var down = 0

    /// Rows that a `rowspan` may reach over; `rowspan="0"` reaches to the table's end.
    private static let maximumSpan = 65_534

    init(readsInnerTables: Bool, limits: ReadingLimits, deliver: @escaping (RowBatch) throws -> Void) {
        self.readsInnerTables = readsInnerTables
        self.limits = limits
        self.deliver = deliver
        grid = GridBuilder(sheet: 0, limits: limits)
    }

    func startTag(_ tag: HTMLTag) throws {
        if tag.name == "table" { return try beginTable() }
        guard innerDepth == 0 else { return breakText(tag.name) }
        switch tag.name {
        case "tr":
            try endRow()
            beginRow()
        case "td", "th":
            if isInCell { try endCell() }
            if !isInRow { beginRow() }
            isInCell = true
            text.clear()
            across = min(max(tag.number("colspan") ?? 1, 1), limits.columns) - 1
            let rows = tag.number("rowspan") ?? 1
            down = rows == 0 ? Self.maximumSpan : min(rows, Self.maximumSpan) - 1
        default: breakText(tag.name)
        }
    }

    func endTag(_ name: String) throws {
        if name == "table" { return try endTable() }
        guard innerDepth == 0 else { return breakText(name) }
        switch name {
        case "td", "th": if isInCell { try endCell() }
        case "tr": try endRow()
        default: breakText(name)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard isInCell else { return }
        text.append(bytes)
        if text.bytes.count > limits.cellBytes { throw RefusedFile(.limitCell, detail: String(limits.cellBytes)) }
    }

    /// Hands on the rows that are left; an empty batch if there is none at all.
    func finish() throws {
        try endRow()
        if !grid.batch.isEmpty || !isDelivered { try deliverBatch() }
    }

    // MARK: Tables, rows, cells

    private func beginTable() throws {
        if isInCell, !readsInnerTables {
            innerDepth += 1
            guard innerDepth <= limits.depth else { throw RefusedFile(.limitDepth, detail: String(limits.depth)) }
            return text.appendBlank()
        }
        try endRow()
        tableDepth += 1
        grid.clearMerges()
    }

    private func endTable() throws {
        if innerDepth > 0 {
            innerDepth -= 1
            return text.appendBlank()
        }
        try endRow()
        tableDepth = max(0, tableDepth - 1)
        grid.clearMerges()
    }

    private func beginRow() {
        rowCount += 1
        isInRow = true
        grid.beginRow(rowCount)
    }

    private func endRow() throws {
        guard isInRow else { return }
        if isInCell { try endCell() }
        isInRow = false
        try grid.endRow()
        if grid.isFull { try deliverBatch() }
    }

    private func endCell() throws {
        isInCell = false
        text.trim()
        try grid.setText(text.repaired)
        try grid.endCell(across: across, down: down, skipsCovered: true)
    }

    private func deliverBatch() throws {
        isDelivered = true
        try deliver(grid.takeBatch())
    }

    /// A tag that begins a new line on the page parts words.
    private func breakText(_ name: String) {
        switch name {
        case "br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "hr", "h1", "h2", "h3", "h4", "h5", "h6":
            text.appendBlank()
        default: break
        }
    }
}
