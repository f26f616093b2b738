// Excel's .xlsx: a zip of XML (ECMA-376).

/// Reads the worksheets of an xlsx workbook, hidden ones too.
///
/// Cells stand where their references say; dates are told by their style and come as ISO 8601, numbers in full.
struct XLSXReader: SheetReader {
    private let input: MarkupInput
    private let limits: ReadingLimits

    /// - throws: `RefusedFile` where there is no file to read.
    init(path: String, limits: ReadingLimits) throws(RefusedFile) {
        try self.init(.file(path: path), limits: limits)
    }

    init(_ input: MarkupInput, limits: ReadingLimits) throws(RefusedFile) {
        try input.check()
        self.input = input
        self.limits = limits
    }

    /// Hands on at least one batch a sheet, an empty one for a sheet without rows.
    mutating func read(_ body: (RowBatch, SheetInfo) throws -> Void) throws {
        let archive = try ZipArchive(input, limits: limits)
        let package = try XLSXPackage(archive)
        let context = try context(of: package)
        for (index, sheet) in package.sheets.enumerated() {
            let info = SheetInfo(
                name: sheet.name, isHidden: sheet.isHidden, usesDatesFrom1904: package.usesDatesFrom1904)
            let merges = try merges(of: sheet.part, in: archive)
            try withoutActuallyEscaping(body) { body in
                let handler = XLSXSheetHandler(
                    sheet: index, info: info, context: context, merges: merges, limits: limits, deliver: body)
                defer { handler.deliver = nil }
                try archive.parse(sheet.part, handler)
                try handler.finish()
            }
        }
    }

    private func context(of package: XLSXPackage) throws -> XLSXContext {
        var context = XLSXContext(usesDatesFrom1904: package.usesDatesFrom1904)
        if let part = package.sharedStrings {
            let handler = SharedStringsHandler(limits: limits)
            try package.archive.parse(part, handler)
            context.strings = handler.strings
        }
        if let part = package.styles {
            let handler = XLSXStylesHandler()
            try package.archive.parse(part, handler)
            context.styles = handler.styles
        }
        return context
    }

    /// Merges stand behind the rows that they are about: a look for their tags costs much less than a second parse.
    private func merges(of part: String, in archive: ZipArchive) throws -> XLSXMerges {
        var scanner = XLSXMergeScanner()
        var isWide: Bool?
        try archive.read(part) { chunk in
            isWide = isWide ?? chunk.prefix(2).contains { $0 == 0 || $0 >= 0xFE }
            if isWide == false { scanner.push(chunk) }
            return isWide == false
        }
        guard isWide == true else {
            scanner.finish()
            return scanner.merges
        }
        let handler = XLSXMergeHandler()
        try archive.parse(part, handler)
        return handler.merges
    }
}
