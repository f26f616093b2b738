// One sheet, row by row: what stands above its tables, its tables, and what stands below them.

import Personnel
import Tabular
import Vietnamese

/// Goes through the rows of a sheet with a bounded look-ahead and emits each with its kind, values and context.
struct SheetExtractor {
    typealias Emit = (SourceRow, RowContext) throws -> Void

    /// Lines kept as titles: a sheet that is no list has no end of them.
    private static let mostTitles = 40

    private let extractor: Extractor
    private let classifier: RowClassifier
    private var info: SheetInfo
    private var queue = RowQueue()
    /// Nil above the first table.
    private var table: TableInUse?
    private var isRecords = false
    private var inFooter = false
    /// Whether a table of something else goes on below the list.
    private var inSummary = false
    /// Whether the rows at hand have been searched for a heading in vain, so that a table without one may begin.
    private var lacksHeading: Bool?
    private var titles: [String] = []
    /// Notes since the last person or total: the titles of a further table.
    private var recentNotes: [String] = []
    private var sections = SectionStack()
    private var totals = TotalsLedger()
    private var filler: RowFiller
    private var context: ContextInUse?
    private var source: SourceRow
    private var seenProperties = 0

    /// The context of the rows at hand and its position in the file's; a class for the reason that the table is one.
    private final class ContextInUse {
        let position: Int
        let value: RowContext

        init(_ value: RowContext, position: Int) {
            self.position = position
            self.value = value
        }
    }

    private var layout: TableLayout? { table?.layout }

    init(_ extractor: Extractor, _ file: inout FileState, info: SheetInfo, index: Int) {
        self.extractor = extractor
        self.info = info
        classifier = RowClassifier(words: extractor.words, finder: extractor.finder)
        filler = RowFiller(words: extractor.words)
        source = SourceRow(
            place: RowReference(file: file.fileIndex, sheet: Int16(clamping: index)), kind: .blank, context: 0)
        file.list.sheets.append(SheetSummary(name: info.name, isHidden: info.isHidden))
        if info.isHidden {
            file.list.issues.append(Issue(.sheetHidden, value: info.name, row: source.place))
        }
    }

    /// Takes what the reader knows by now: the fields of records and what stands outside them.
    mutating func learn(_ info: SheetInfo, _ file: inout FileState) {
        self.info = info
        for property in info.properties.dropFirst(seenProperties) { readProperty(property, &file) }
        seenProperties = info.properties.count
        guard let names = info.fieldNames else { return }
        isRecords = true
        guard layout.map({ $0.columns.count < names.count }) ?? true else { return }
        let known = layout?.columns.count ?? 0
        let added = names.indices.dropFirst(known).map { column in
            // A field goes by its path where several have one name: `DonVi/Ten`.
            let path = names[column].split(separator: "/").map { wordsOfFieldName(String($0)) }
            return TableColumn(index: column, heading: names[column], match: extractor.finder.vocabulary.match(path))
        }
        let columns = (layout?.columns ?? []) + added
        let isFirst = layout == nil
        adopt(
            TableLayout(columns: ColumnResolver(words: extractor.words, samples: []).resolve(columns)), &file,
            firstRow: 1)
        if isFirst { titles = info.properties.map(\.value).filter { CellShape($0).letters > 3 } }
    }

    private mutating func readProperty(_ property: SheetInfo.Property, _ file: inout FileState) {
        // Only a stamp of the export dates the list, whatever else stands in a header.
        let name = LineWords(wordsOfFieldName(property.name))
        let words = extractor.words
        if words.mentions(name, .exportStamp) {
            file.dates.read(property.value, isTitle: false, words: words)
        } else if CellShape(property.value).letters > 3 {
            file.dates.read(property.value, isTitle: true, words: words)
        }
    }

    mutating func take(_ row: SheetRow, _ file: inout FileState, _ emit: Emit) throws {
        queue.append(row)
        while queue.count > extractor.lookAhead { try step(&file, emit) }
    }

    mutating func finish(_ file: inout FileState, _ emit: Emit) throws {
        while !queue.isEmpty { try step(&file, emit) }
        let stated = totals.close(title: mainTitle)
        for total in stated where total.expected != total.counted {
            file.list.issues.append(
                Issue(
                    .totalDiffers, value: String(total.expected),
                    detail: String(total.counted), row: total.place))
        }
        file.list.totals += stated
        if !titles.isEmpty { file.lastTitles = titles }
    }

    /// The longest of the titles, which is the list's own; dates, document numbers and the national motto stand in
    /// others.
    private var mainTitle: String {
        let plain = titles.filter {
            !$0.utf8.contains(where: isDigit) && !extractor.words.mentions(LineWords($0), .letterhead)
        }
        return (plain.isEmpty ? titles : plain).max { $0.utf8.count < $1.utf8.count } ?? info.name
    }

    private mutating func step(_ file: inout FileState, _ emit: Emit) throws {
        if isRecords {
            try stepRecord(&file, emit)
        } else if let table {
            try stepTable(table, &file, emit)
        } else {
            try stepPreamble(&file, emit)
        }
    }

    private mutating func stepRecord(_ file: inout FileState, _ emit: Emit) throws {
        guard let row = queue.waiting.first, let table else { return queue.removeFirst(1) }
        try send(row.filledCount == 0 ? .blank : .person, row, table, &file, emit)
        queue.removeFirst(1)
    }

    // MARK: Above the first table

    private mutating func stepPreamble(_ file: inout FileState, _ emit: Emit) throws {
        let waiting = queue.waiting
        guard let row = waiting.first else { return }
        if let block = extractor.finder.block(waiting) { return try beginTable(block, &file, emit) }
        if row.filledCount >= 3, row.filledColumns.contains(where: { CellShape(row.cells[$0]).digits > 3 }) {
            lacksHeading = lacksHeading ?? !findsHeading(waiting)
        }
        if lacksHeading == true, let headless = headlessLayout(waiting, file) {
            let isInherited = headless.columns.contains { $0.match.method == .inherited }
            if isInherited, titles.isEmpty { titles = file.lastTitles }
            adopt(headless, &file, firstRow: row.number)
            return
        }
        defer { queue.removeFirst(1) }
        guard row.filledCount > 0 else { return try send(.blank, row, nil, &file, emit) }
        if let section = sectionAboveHeading(waiting) {
            sections.enter(section.mark, text: section.text, rank: section.rank)
            context = nil
            return try send(.section, row, nil, &file, emit)
        }
        for column in row.filledColumns {
            let text = cleanText(row.cells[column])
            if titles.count < Self.mostTitles { titles.append(text) }
            file.dates.read(text, isTitle: true, words: extractor.words)
        }
        context = nil
        try send(.note, row, nil, &file, emit)
    }

    private func findsHeading(_ rows: ArraySlice<SheetRow>) -> Bool {
        rows.indices.contains { extractor.finder.block(rows[$0...]) != nil }
    }

    /// The table of a sheet without a heading that begins here: the one before, when the rows fit it, or one told by
    /// its cells.
    private func headlessLayout(_ rows: ArraySlice<SheetRow>, _ file: FileState) -> TableLayout? {
        guard let row = rows.first, row.filledCount >= 3 else { return nil }
        let samples = Array(rows.filter { $0.filledCount >= 3 }.prefix(60))
        if let last = file.lastLayout?.inherited, samples.allSatisfy({ $0.lastFilled <= last.width }) {
            let table = TableInUse(last)
            let people = samples.count { classifier.isPerson($0, table) }
            if classifier.isPerson(row, table), people * 10 >= samples.count * 8 { return last }
        }
        guard row.filledColumns.count(where: { CellShape(row.cells[$0]).isTelling }) > 0 else { return nil }
        return ColumnResolver(words: extractor.words, samples: samples).headless().map(TableLayout.init)
    }

    /// A section's line that stands right above the first heading (`I. PHÒNG NỘI VỤ`).
    private func sectionAboveHeading(
        _ rows: ArraySlice<SheetRow>
    ) -> (mark: ListMark, text: String, rank: SectionRank)? {
        guard let row = rows.first, row.filledCount == 1,
            let (mark, text) = ListMark.leading(row.cells[row.firstFilled]), mark.readings[0].kind != .dash,
            let next = rows.indices.dropFirst().first(where: { rows[$0].filledCount > 0 }),
            extractor.finder.block(rows[next...]) != nil
        else { return nil }
        let rank = extractor.words.rank(ofSection: LineWords(text))
        return rank == .other ? nil : (mark, text, rank)
    }

    // MARK: Tables

    private mutating func beginTable(_ block: HeadingFinder.Block, _ file: inout FileState, _ emit: Emit) throws {
        let waiting = queue.waiting
        let heading = Array(waiting.prefix(block.rows))
        let texts = Array(heading.prefix(block.textRows))
        let below = waiting.dropFirst(block.rows)
        let finder = extractor.finder
        let samples = Array(below.lazy.filter { $0.filledCount >= 3 && !finder.isColumnNumbers($0) }.prefix(100))
        let resolver = ColumnResolver(words: extractor.words, samples: samples)
        var next = TableLayout(columns: resolver.resolve(extractor.finder.columns(texts)))
        next.headingRows = texts.map { row in row.cells.indices.map { row.isFilled($0) ? row.cells[$0] : "" } }
        next.headingNumbers = heading.map(\.number)
        next.usualCells = Self.usualCells(samples)
        next.usualTexts = UsualTexts(of: samples, next)
        next.hasLooseBlanks = RowAlignment.hasLooseBlanks(samples)
        next.filledDown = MergedPattern.columns(of: next, rows: below)
        if let layout, layout.columns == next.columns {
            // The same heading in other words or rows: the table goes on.
            next.filledDown = layout.filledDown
            table = TableInUse(next)
            inFooter = false
        } else {
            let isFirst = layout == nil
            if !isFirst, !recentNotes.isEmpty { titles = recentNotes }
            adopt(next, &file, firstRow: heading[0].number)
            if !isFirst, inFooter { sections.removeAll() }
            (inFooter, inSummary) = (false, false)
        }
        for row in heading { try send(.heading, row, nil, &file, emit) }
        queue.removeFirst(block.rows)
    }

    /// The number of cells that half of the rows at least do not go beyond; 0 without rows.
    private static func usualCells(_ rows: [SheetRow]) -> Int {
        let counts = rows.map(\.cells.count).sorted()
        return counts.isEmpty ? 0 : counts[(counts.count - 1) / 2]
    }

    /// Makes a layout the current one, reports what it does not know, and starts a new count.
    private mutating func adopt(_ next: TableLayout, _ file: inout FileState, firstRow: UInt32) {
        table = TableInUse(next)
        context = nil
        filler.reset()
        totals.beginTable()
        recentNotes.removeAll()
        file.lastLayout = next
        let place = file.list.sheets.count - 1
        if isRecords { file.list.sheets[place].tables.removeAll() }
        file.list.sheets[place].tables.append(next.summary(firstRow: firstRow))
        if let beside = next.nameBeside {
            let row = RowReference(file: file.fileIndex, sheet: source.place.sheet, row: next.headingNumbers.last ?? 0)
            file.list.issues.append(Issue(.listBeside, value: beside, row: row))
        }
        for column in next.columns where column.meaning == .unknown && !column.heading.isEmpty {
            guard file.reportedHeadings.insert(headingKey(column.heading)).inserted else { continue }
            let row = RowReference(file: file.fileIndex, sheet: source.place.sheet, row: next.headingNumbers.last ?? 0)
            file.list.issues.append(Issue(.columnUnknown, value: column.heading, row: row))
        }
    }

    private mutating func stepTable(_ table: TableInUse, _ file: inout FileState, _ emit: Emit) throws {
        let waiting = queue.waiting
        guard let row = waiting.first else { return }
        let verdict = classifier.classify(waiting, table, inFooter: inFooter)
        switch verdict {
        case .table(let block):
            return try beginTable(block, &file, emit)
        case .blank:
            try send(.blank, row, table, &file, emit)
        case .heading:
            try send(.heading, row, table, &file, emit)
        case .note(let endsTable):
            inFooter = inFooter || endsTable
            for column in row.filledColumns {
                let text = cleanText(row.cells[column])
                file.dates.read(text, isTitle: false, words: extractor.words)
                if !inFooter, recentNotes.count < Self.mostTitles { recentNotes.append(text) }
            }
            try send(.note, row, table, &file, emit)
        case .section(let mark, let text, let rank):
            enterSection(mark, text: text, rank: rank)
            filler.beginSection()
            context = nil
            inFooter = false
            try send(.section, row, table, &file, emit)
        case .otherTable:
            (inFooter, inSummary) = (true, true)
            try send(.note, row, table, &file, emit)
        case .total(let isGrand, let mark, let count):
            source.place.row = row.number
            if let count, !inSummary {
                totals.state(count, at: source.place, isGrand: isGrand, mark: mark, sections: &sections)
            }
            recentNotes.removeAll()
            try send(.total, row, table, &file, emit)
        case .person:
            countPerson()
            try send(.person, row, table, &file, emit)
        case .misaligned(let shift):
            countPerson()
            try send(.rejected, row, table, &file, emit, shift: shift)
        }
        queue.removeFirst(1)
    }

    /// A letter that goes on from no other and stands before a bare name is no mark but the word that the name lacks:
    /// `P. Nội vụ`.
    private mutating func enterSection(_ mark: ListMark?, text: String, rank: SectionRank) {
        let words = extractor.words
        let text = words.withoutCount(text)
        if let mark, rank == .other, words.isPhrase(LineWords(mark.text), .unitLetter), !sections.continues(mark) {
            sections.enter(nil, text: "\(mark.text). \(text)", rank: .organisation)
        } else {
            sections.enter(mark, text: words.withoutLabel(text), rank: rank)
        }
    }

    private mutating func countPerson() {
        (inFooter, inSummary) = (false, false)
        recentNotes.removeAll()
        sections.countRow()
        totals.countRow()
    }

    // MARK: Emitting

    private mutating func send(
        _ kind: RowKind, _ row: SheetRow, _ table: TableInUse?, _ file: inout FileState, _ emit: Emit,
        shift: RowAlignment.Shift? = nil
    ) throws {
        source.place.row = row.number
        source.kind = kind
        source.values.removeAll()
        source.extras.removeAll(keepingCapacity: true)
        if kind == .person || kind == .rejected, let table {
            source.cells = row.cells
            // Ditto marks below a shifted row repeat what stands in their own column once it is moved back.
            let aligned = shift.map { RowAlignment.realigned(row, $0) } ?? row
            filler.fill(&source, from: aligned, table) { file.list.issues.append($0) }
            if kind == .rejected {
                let detail = "\(row.lastFilled + 1) > \(table.layout.width)"
                file.list.issues.append(Issue(.rowMisaligned, detail: detail, row: source.place))
            }
        }
        if source.cells.count > 0, kind != .person, kind != .rejected { source.cells = RowCells() }
        let current = currentContext(&file)
        source.context = current.position
        try emit(source, current.value)
    }

    private mutating func currentContext(_ file: inout FileState) -> ContextInUse {
        if let context { return context }
        let value = RowContext(
            sender: file.sender, path: file.path, sheet: info.name, titles: titles, sections: sections.sections,
            headings: layout?.headings ?? [:], usesDatesFrom1904: info.usesDatesFrom1904)
        let made = ContextInUse(value, position: file.contexts.position(of: value))
        context = made
        return made
    }
}
