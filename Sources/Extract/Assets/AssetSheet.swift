// One sheet of a list of assets, row by row: titles, headings, sections, items, totals, footer.

import Personnel
import Tabular
import Vietnamese

/// Goes through the rows of a sheet; one row is held back, for what follows can make a section of an item.
struct AssetSheet {
    typealias Emit = (AssetRow, AssetContext) throws -> Void

    /// Lines kept as titles.
    private static let mostTitles = 40
    /// How many rows a heading may have.
    private static let mostHeadingRows = 3

    let index: Int
    private let extractor: AssetExtractor
    private var info: SheetInfo
    private var place: RowReference
    private var context: AssetContext
    private var titles: [String] = []
    private var sections = SectionStack()
    private var layout: AssetLayout?
    /// Rows of a heading that is being read.
    private var heading: [SheetRow] = []
    private var inFooter = false
    /// An item that waits for the row below it.
    private var pending: (row: SheetRow, number: String)?

    init(
        _ extractor: AssetExtractor, _ index: Int, _ info: SheetInfo, path: String, sender: String, place: RowReference
    ) {
        self.extractor = extractor
        self.index = index
        self.info = info
        self.place = place
        context = AssetContext(row: RowContext(sender: sender, path: path, sheet: info.name))
    }

    private var words: AssetWords { extractor.words }

    /// Takes the fields of record XML, whose rows are all items.
    mutating func learn(_ info: SheetInfo) {
        self.info = info
        guard let names = info.fieldNames, layout?.fields.count ?? 0 < names.count else { return }
        adopt(AssetLayout(names: names, words: words))
    }

    mutating func take(_ row: SheetRow, _ emit: Emit) throws {
        if row.filledCount == 0 { return try pass(.blank, row, emit) }
        if info.fieldNames != nil { return try emitItem(row, emit) }
        if !heading.isEmpty {
            if heading.count < Self.mostHeadingRows, isSubHeading(row) {
                heading.append(row)
                return
            }
            try endHeading(emit)
        }
        if isHeading(row) {
            try release(emit)
            heading = [row]
            return
        }
        if isColumnNumbers(row) { return try pass(.heading, row, emit) }
        if let layout, !inFooter { try takeRow(row, layout, emit) } else { try takeLine(row, emit) }
    }

    mutating func finish(_ emit: Emit) throws {
        if !heading.isEmpty { try endHeading(emit) }
        try release(emit)
    }

    // MARK: - Headings

    /// Three columns that are known, one of which names things or is worth something.
    private func isHeading(_ row: SheetRow) -> Bool {
        guard row.filledCount >= 3 else { return false }
        let fields = row.filledColumns.map { words.field(of: row.cells[$0]) }
        let groups = row.filledColumns.count { words.isGroup(row.cells[$0]) }
        let known = Set(fields.compactMap { $0 }.filter { $0 != .other })
        let isNamed = known.contains(.name) || known.contains(.content)
        return isNamed && fields.count { $0 != nil } + groups >= 3
            && !row.filledColumns.contains { isAmount(row.cells[$0]) }
    }

    /// A row under a heading in which every cell is a heading too.
    private func isSubHeading(_ row: SheetRow) -> Bool {
        let own = row.filledColumns
        guard !own.isEmpty, !isColumnNumbers(row) else { return false }
        return own.allSatisfy { column in
            let above = heading.last.map { cleanText($0.text(column)) } ?? ""
            let left = heading.first.map { top in
                (0...column).reversed().lazy.map { cleanText(top.text($0)) }.first { !$0.isEmpty } ?? ""
            }
            return words.field(of: row.cells[column], under: above.isEmpty ? left ?? "" : above) != nil
        }
    }

    /// `(1) (2) (3)`, `A B 1 2`, `6=4-5`: figures and signs alone, one of each column.
    private func isColumnNumbers(_ row: SheetRow) -> Bool {
        guard row.filledCount >= 3 else { return false }
        let cells = row.filledColumns.map { trimmed(row.cells[$0]) }
        guard Set(cells).count == cells.count else { return false }
        return cells.allSatisfy { text in
            text.utf8.count <= 12
                && text.utf8.allSatisfy { byte in
                    isDigit(byte) || isCapital(byte) || "()[]=+-. ".utf8.contains(byte)
                } && CellShape(text).lastRun <= 2 && CellShape(text).firstRun <= 2
        }
    }

    private mutating func endHeading(_ emit: Emit) throws {
        let found = AssetLayout(heading, words: words)
        let rows = heading
        heading = []
        if found.isUsable {
            context.headingRow = rows.first?.number ?? 0
            adopt(found)
            inFooter = false
        }
        for row in rows { try pass(.heading, row, emit) }
    }

    private mutating func adopt(_ layout: AssetLayout) {
        self.layout = layout
        context.headings = layout.headings
        context.fields = layout.fields
        context.isBalance = layout.isBalance
        if let scale = layout.scale { context.scale = scale }
        context.row.titles = titles
        settle()
    }

    // MARK: - Rows

    /// A line outside a table: a title, a footer.
    private mutating func takeLine(_ row: SheetRow, _ emit: Emit) throws {
        for column in row.filledColumns {
            let text = cleanText(row.cells[column])
            if let scale = words.scale(in: text, isHeading: false) { context.scale = scale }
            if let receiver = words.receiver(in: text) {
                context.receiver = receiver
            } else if let giver = words.giver(in: text) {
                context.giver = giver
            } else if layout == nil, titles.count < Self.mostTitles {
                titles.append(text)
            }
        }
        try pass(.note, row, emit)
    }

    private mutating func takeRow(_ row: SheetRow, _ layout: AssetLayout, _ emit: Emit) throws {
        let nameColumn = layout.column(.name) ?? layout.column(.content) ?? 0
        let first = row.text(row.firstFilled)
        let name = row.isFilled(nameColumn) ? row.text(nameColumn) : first
        let hasAmounts = row.filledColumns.contains { $0 != layout.column(.ordinal) && isAmountColumn($0, layout, row) }
        if let total = words.total(name) ?? words.total(first) {
            try release(emit)
            return try send(.total(isGrand: total == .grand), row, layout, text: name, emit)
        }
        if !hasAmounts, words.isFooter(first) || words.isFooter(name) {
            try release(emit)
            inFooter = true
            return try takeLine(row, emit)
        }
        let ordinal = layout.column(.ordinal).map { trimmed(row.text($0)) } ?? ""
        let mark = ListMark(cell: ordinal)
        if let kind = mark?.readings.first?.kind, kind == .roman || kind == .letter || kind == .part {
            try release(emit)
            return try enterSection(mark, name, row, layout, emit)
        }
        let isAlone = row.filledColumns.allSatisfy {
            $0 == layout.column(.ordinal) || $0 == nameColumn || $0 == row.firstFilled
        }
        if !hasAmounts, isAlone {
            if isPartMark(ordinal) || name.utf8.first == UInt8(ascii: "-") {
                try release(emit)
                return try pass(.note, row, emit)
            }
            if mark == nil {
                try release(emit)
                let leading = ListMark.leading(name)
                return try enterSection(leading?.mark, leading?.rest ?? name, row, layout, emit)
            }
        }
        try followPending(ordinal, name, emit)
        pending = (row, ordinal)
    }

    /// An item with a number becomes a section when parts of it follow: `1.1`, `a)`, `-` with amounts of their own.
    private mutating func followPending(_ ordinal: String, _ name: String, _ emit: Emit) throws {
        guard let waiting = pending, let layout, !waiting.number.isEmpty,
            waiting.number.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }),
            ordinal.hasPrefix(waiting.number + ".") && ordinal != waiting.number + "." || isPartMark(ordinal)
        else { return try release(emit) }
        pending = nil
        let column = layout.column(.name) ?? layout.column(.content) ?? 0
        try enterSection(ListMark(cell: waiting.number), waiting.row.text(column), waiting.row, layout, emit)
    }

    /// `-`, `+`, `a)`: the mark of a part of the item above.
    private func isPartMark(_ text: String) -> Bool {
        if text == "-" || text == "+" { return true }
        guard let mark = ListMark(cell: text) else { return false }
        return mark.readings.allSatisfy { $0.kind == .smallLetter }
    }

    private mutating func enterSection(
        _ mark: ListMark?, _ text: String, _ row: SheetRow, _ layout: AssetLayout, _ emit: Emit
    ) throws {
        let text = cleanText(text)
        sections.enter(mark, text: text, rank: extractor.anatomy.rank(ofSection: LineWords(text)))
        settle()
        try send(.section(depth: sections.open.count), row, layout, text: text, emit)
        sections.countRow()
    }

    /// Parts the sections into those that name a kind and those that may name a unit.
    private mutating func settle() {
        let kinds = sections.sections.filter { extractor.isKind($0.text) }
        context.row.sections = sections.sections.filter { !extractor.isKind($0.text) }
        context.kindTexts = kinds.isEmpty ? titles + [info.name] : kinds.map(\.text)
    }

    private func isAmountColumn(_ column: Int, _ layout: AssetLayout, _ row: SheetRow) -> Bool {
        guard column < layout.fields.count, let field = layout.fields[column] else { return false }
        let holds = AssetField.amounts.contains(field) || [.quantity, .budgetCost, .otherCost].contains(field)
        // The date of the footer often stands under a column of amounts.
        return holds && row.cells[column].utf8.contains(where: isDigit) && !words.isFooter(row.cells[column])
    }

    /// `1.234.567`, and no heading that holds a date.
    private func isAmount(_ text: String) -> Bool { CellShape(text).digits >= 5 && CellShape(text).letters <= 4 }

    // MARK: - Emitting

    private mutating func release(_ emit: Emit) throws {
        guard let waiting = pending.take() else { return }
        try emitItem(waiting.row, emit)
    }

    private mutating func emitItem(_ row: SheetRow, _ emit: Emit) throws {
        guard let layout else { return try pass(.note, row, emit) }
        try send(.item, row, layout, text: "", emit)
    }

    private mutating func send(
        _ kind: AssetRow.Kind, _ row: SheetRow, _ layout: AssetLayout, text: String, _ emit: Emit
    ) throws {
        place.row = row.number
        let (values, details) = layout.values(of: row)
        try emit(
            AssetRow(
                place: place, kind: kind, text: cleanText(text), values: values, details: details,
                cells: Array(row.cells)),
            context)
    }

    private mutating func pass(_ kind: RowKind, _ row: SheetRow, _ emit: Emit) throws {
        try release(emit)
        place.row = row.number
        try emit(AssetRow(place: place, kind: .other(kind)), context)
    }
}
