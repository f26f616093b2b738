// SpreadsheetML 2003 ("XML Spreadsheet 2003"): Excel's XML before xlsx, often named .xls.

internal import Glibc

/// Reads the worksheets of a SpreadsheetML workbook.
///
/// Rows that `ss:Index` or `ss:Span` jumps over are numbered and are no rows; cells jumped over are empty. Merges,
/// types and comments are read as the format's reference says:
/// https://learn.microsoft.com/previous-versions/office/developer/office-xp/aa140066(v=office.10)
struct SpreadsheetMLReader: SheetReader {
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

    /// Hands on at least one batch a sheet, an empty one for a sheet without rows.
    mutating func read(_ body: (RowBatch, SheetInfo) throws -> Void) throws {
        let outline = try outline()
        try withoutActuallyEscaping(body) { body in
            let handler = SpreadsheetMLHandler(outline: outline, limits: limits, deliver: body)
            defer { handler.deliver = nil }
            try SAXParser(handler: handler, limits: limits, encoding: encoding).parse(input, chunkBytes: chunkBytes)
            if handler.sheetCount == 0 { throw RefusedFile(.notATable) }
        }
    }

    /// Which sheets are hidden: a worksheet says it behind its rows.
    ///
    /// A search for the words that say so costs a tenth of a parse; only a file that has them is parsed for them first.
    private func outline() throws -> SpreadsheetMLOutline {
        guard try mentionsHiddenSheets() else { return SpreadsheetMLOutline() }
        let handler = SpreadsheetMLOutlineHandler()
        try SAXParser(handler: handler, limits: limits, encoding: encoding).parse(input)
        return handler.outline
    }

    /// Whether `SheetHidden` or `SheetVeryHidden` may stand in the file, in one byte to the letter or in two.
    private func mentionsHiddenSheets() throws -> Bool {
        // Twice the letters of `tHidden`, less one: what the end of one chunk and the start of the next may share.
        let overlap = 13
        var tail: [UInt8] = []
        var isFound = false
        try input.forEachChunk { chunk in
            let seam = tail + chunk.prefix(overlap)
            isFound = Self.mentionsHidden(chunk) || seam.withUnsafeBufferPointer(Self.mentionsHidden)
            tail = (tail + chunk.suffix(overlap)).suffix(overlap)
            return !isFound
        }
        return isFound
    }

    private static func mentionsHidden(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = bytes.baseAddress else { return false }
        var index = 0
        while let found = memchr(start + index, Int32(UInt8(ascii: "H")), bytes.count - index) {
            let letter = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            if hasHidden(bytes, at: letter, step: 1) || hasHidden(bytes, at: letter, step: 2) { return true }
            index = letter + 1
        }
        return false
    }

    /// Whether the `H` at a place is that of `tHidden` or `yHidden`; the attribute `ss:Hidden` of rows is neither.
    private static func hasHidden(_ bytes: UnsafeBufferPointer<UInt8>, at letter: Int, step: Int) -> Bool {
        guard letter >= step, letter + 5 * step < bytes.count else { return false }
        let before = bytes[letter - step]
        guard before == UInt8(ascii: "t") || before == UInt8(ascii: "y") else { return false }
        return zip("idden".utf8, 1...).allSatisfy { bytes[letter + $1 * step] == $0 }
    }
}
