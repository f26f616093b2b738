// Record XML from older systems (PMIS and the like): an element a record, found by itself.

/// Reads record XML: rows are records, numbered from 1; columns are fields, named by `SheetInfo.fieldNames`.
///
/// A first pass over the file finds the element that repeats and holds most, and its fields in order of their first
/// appearance; nested groups are flattened, and a field that occurs several times in a record is joined with `; `.
/// Fields of a group around the records (a unit around its people) become columns; what stands once in the document
/// becomes `SheetInfo.properties`. Records of the same kind elsewhere in the document are rows of the same sheet;
/// records of another kind make a further sheet, named after their element.
struct RecordXMLReader: SheetReader {
    private let input: MarkupInput
    private let limits: ReadingLimits
    private let encoding: String?
    private let chunkBytes: Int

    /// - parameter encoding: what the file is written in, where its bytes contradict its own word; nil trusts the file.
    /// - throws: `RefusedFile` where there is no file to read.
    init(path: String, encoding: String? = nil, limits: ReadingLimits) throws(RefusedFile) {
        try self.init(.file(path: path), encoding: encoding, limits: limits)
    }

    init(
        _ input: MarkupInput, encoding: String? = nil, limits: ReadingLimits, chunkBytes: Int = MarkupInput.chunkBytes
    ) throws(RefusedFile) {
        try input.check()
        self.input = input
        self.limits = limits
        self.encoding = encoding
        self.chunkBytes = chunkBytes
    }

    mutating func read(_ body: (RowBatch, SheetInfo) throws -> Void) throws {
        let survey = RecordPathWalker(visitor: RecordSurvey(), limits: limits)
        try parse(survey)
        let plan = try RecordPlan(survey.tree, limits: limits)
        for (sheet, table) in plan.tables.enumerated() {
            var info = SheetInfo(name: table.name)
            info.fieldNames = table.fieldNames
            info.properties = plan.properties
            try withoutActuallyEscaping(body) { body in
                let rows = RecordRows(table: table, sheet: sheet, limits: limits) { [info] in try body($0, info) }
                let walker = RecordPathWalker(tree: survey.tree, visitor: rows, limits: limits)
                try parse(walker)
                try rows.finish()
            }
        }
    }

    private func parse(_ handler: any SAXHandler) throws {
        try SAXParser(handler: handler, limits: limits, encoding: encoding).parse(input, chunkBytes: chunkBytes)
    }
}
