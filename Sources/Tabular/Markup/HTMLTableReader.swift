// HTML tables saved as .xls, as many government systems export them.

/// Reads every table of an HTML file as one sheet: each `tr` is a row, in the order of the file, hidden ones too.
///
/// Tags may lack quotes and ends, as browsers allow. A table within a cell is text of that cell, unless tables within
/// cells are where the rows of three or more cells are: then the outer ones only lay out the page.
struct HTMLTableReader: SheetReader {
    private let input: MarkupInput
    private let encoding: String?
    private let limits: ReadingLimits
    private let chunkBytes: Int

    /// - parameter encoding: what the file's text is written in, where its bytes tell; nil trusts what the file says.
    /// - throws: `RefusedFile` where there is no file to read.
    init(path: String, encoding: String?, limits: ReadingLimits) throws(RefusedFile) {
        try self.init(.file(path: path), encoding: encoding, limits: limits)
    }

    init(
        _ input: MarkupInput, encoding: String? = nil, limits: ReadingLimits,
        chunkBytes: Int = MarkupInput.chunkBytes
    ) throws(RefusedFile) {
        try input.check()
        self.input = input
        self.encoding = encoding
        self.limits = limits
        self.chunkBytes = chunkBytes
    }

    mutating func read(_ body: (RowBatch, SheetInfo) throws -> Void) throws {
        let outline = HTMLOutline()
        let endsWithinTag = try parse(outline)
        guard outline.hasTable else { throw RefusedFile(.notATable) }
        if outline.isCutOff || (endsWithinTag && !outline.isDocumentEnded) { throw RefusedFile(.truncated) }
        try withoutActuallyEscaping(body) { body in
            let rows = HTMLRows(readsInnerTables: outline.hasRowsInInnerTables, limits: limits) {
                try body($0, SheetInfo())
            }
            _ = try parse(rows)
            try rows.finish()
        }
    }

    /// Takes the file through the tokenizer; true if it ends within a tag or comment.
    private func parse(_ handler: any HTMLHandler) throws -> Bool {
        var tokenizer = HTMLTokenizer(limits: limits)
        var decoder = try MarkupDecoder(input, encoding: encoding)
        try input.forEachChunk(of: chunkBytes) { chunk in
            try decoder.decode(chunk) { try tokenizer.push($0, to: handler) }
            return true
        }
        try decoder.finish { try tokenizer.push($0, to: handler) }
        return try tokenizer.finish(to: handler)
    }
}

/// A first look: is there a table, are all closed, and which tables hold the rows.
final class HTMLOutline: HTMLHandler {
    private(set) var hasTable = false
    private(set) var hasRowsInInnerTables = false
    private(set) var isDocumentEnded = false
    private var depth = 0
    private var cells = 0

    /// Whether the file breaks off within a table.
    var isCutOff: Bool { depth > 0 && !isDocumentEnded }

    func startTag(_ tag: HTMLTag) {
        switch tag.name {
        case "table":
            hasTable = true
            depth += 1
        case "tr": cells = 0
        case "td", "th":
            cells += 1
            if depth > 1, cells > 2 { hasRowsInInnerTables = true }
        default: break
        }
    }

    func endTag(_ name: String) {
        switch name {
        case "table": depth = max(0, depth - 1)
        case "body", "html": isDocumentEnded = true
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
