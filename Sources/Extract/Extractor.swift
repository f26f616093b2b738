// The stage Extract: rows of the sheets of a file become rows with their kind, their values by field and their context.

public import Personnel
public import Tabular

/// Reads lists: finds headings, sections and totals, maps columns to fields, and says of every row what it is.
///
/// ```swift
/// var reading = extractor.reading(fileIndex: 0, path: "muong-cha/ds.csv", sender: "muong-cha")
/// try file.read { batch, sheet in try reading.take(batch, of: sheet) { row, context in … } }
/// let list = try reading.finish { row, context in … }
/// ```
public struct Extractor: Sendable {
    let finder: HeadingFinder
    let words: AnatomyWords
    let asOf: PartialDate
    /// How many rows are held back to look at what follows.
    let lookAhead: Int

    /// An extractor with its knowledge: a bare year in a title stands for no day after `asOf`.
    public init(vocabulary: HeadingVocabulary, words: AnatomyWords, asOf: PartialDate, lookAhead: Int = 200) {
        finder = HeadingFinder(vocabulary: vocabulary, words: words)
        self.words = words
        self.asOf = asOf
        self.lookAhead = max(20, lookAhead)
    }

    /// A reading of one file, to be fed with its batches in order.
    ///
    /// - parameter path: under INPUT, with `/`.
    /// - parameter sender: the first folder of the path.
    public func reading(fileIndex: Int32, path: String, sender: String) -> ExtractReading {
        ExtractReading(self, fileIndex: fileIndex, path: path, sender: sender)
    }

    /// Reads what `source` hands over, which is how a file's batches come in: sheet by sheet, in order.
    ///
    /// Every row is handed to `emit` in order, with its context; `SourceRow.context` is the context's position in the
    /// answer's `contexts`.
    public func extract(
        fileIndex: Int32, path: String, sender: String, emit: (SourceRow, RowContext) throws -> Void,
        from source: ((RowBatch, SheetInfo) throws -> Void) throws -> Void
    ) throws -> ExtractedList {
        var reading = reading(fileIndex: fileIndex, path: path, sender: sender)
        try withoutActuallyEscaping(emit) { emit in
            try source { batch, sheet in try reading.take(batch, of: sheet, emit: emit) }
        }
        return try reading.finish(emit: emit)
    }
}

/// The reading of one file, batch by batch.
public struct ExtractReading {
    private let extractor: Extractor
    private var file: FileState
    private var sheet: SheetExtractor?
    private var sheetIndex = -1

    init(_ extractor: Extractor, fileIndex: Int32, path: String, sender: String) {
        self.extractor = extractor
        file = FileState(
            fileIndex: fileIndex, path: path, sender: sender, dates: StatedDates(asOf: extractor.asOf))
    }

    /// Takes the next batch. Rows are emitted as soon as what follows them is known well enough.
    public mutating func take(
        _ batch: RowBatch, of info: SheetInfo, emit: (SourceRow, RowContext) throws -> Void
    ) throws {
        if sheetIndex != batch.sheet {
            try endSheet(emit)
            sheet = SheetExtractor(extractor, &file, info: info, index: batch.sheet)
            sheetIndex = batch.sheet
        }
        sheet?.learn(info, &file)
        let cells = batch.cellStore
        for row in 0..<batch.count { try sheet?.take(SheetRow(row, of: batch, in: cells), &file, emit) }
    }

    /// Ends the file: the rows still held back are emitted, totals are settled.
    public mutating func finish(emit: (SourceRow, RowContext) throws -> Void) throws -> ExtractedList {
        try endSheet(emit)
        var list = file.list
        let hasTables = list.sheets.contains { !$0.tables.isEmpty }
        if !hasTables, !file.lastTitles.isEmpty {
            list.issues.append(Issue(.listNotFound, row: RowReference(file: file.fileIndex, sheet: 0, row: 0)))
        }
        list.contexts = file.contexts.contexts
        list.listDate = file.dates.newest
        return list
    }

    private mutating func endSheet(_ emit: (SourceRow, RowContext) throws -> Void) throws {
        guard var ending = sheet.take() else { return }
        try ending.finish(&file, emit)
    }
}

/// What a file's reading carries from sheet to sheet.
struct FileState {
    let fileIndex: Int32
    let path: String
    let sender: String
    var dates: StatedDates
    var list = ExtractedList()
    var contexts = ContextTable()
    /// The last table, for a sheet that goes on with it, and the titles over it.
    var lastLayout: TableLayout?
    var lastTitles: [String] = []
    /// Headings that nothing recognises and that have been reported, as keys.
    var reportedHeadings: Set<String> = []
}
