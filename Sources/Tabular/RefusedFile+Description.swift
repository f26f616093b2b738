// What a refusal says to whoever sent the file: what is wrong, where, and what to do.

extension RefusedFile: CustomStringConvertible {
    /// One sentence in English, without the file's name; it never quotes the file.
    public var description: String {
        var place = ""
        if let line { place = column.map { " at line \(line), column \($0)" } ?? " at line \(line)" }
        return "\(problem)\(place); \(advice)"
    }

    private static let saveAs = "save it as \"CSV UTF-8\" or \"XML Spreadsheet 2003\""

    /// What is wrong.
    private var problem: String {
        let limit = detail.map { " (\($0))" } ?? ""
        return switch reason {
        case .empty: "an empty file"
        case .notAFile: "not a file but a folder or a device"
        case .unreadable: "the file cannot be read\(limit)"
        case .binaryExcel: "an old binary Excel workbook"
        case .pdf: "a PDF"
        case .image: "an image"
        case .wordDocument: "a text document"
        case .encrypted: "a workbook protected by a password"
        case .archive: "an archive, not a workbook"
        case .binary: "binary data, not a list"
        case .notATable: "no table was found"
        case .unknownEncoding: "the letters are in an encoding that is not known"
        case .unclosedQuote: "a quote is opened and never closed"
        case .malformedXML: "the XML is broken\(limit)"
        case .truncated: "the file breaks off"
        case .doctype: "the XML has a DOCTYPE, which is never accepted"
        case .damagedArchive: "the workbook's zip is damaged\(limit)"
        case .limitColumns: "a row has too many cells\(limit: "at most", detail)"
        case .limitCell: "a cell is too long\(limit: "bytes at most", detail)"
        case .limitDepth: "the elements are nested too deep\(limit: "levels at most", detail)"
        case .limitName: "a name is too long\(limit: "bytes at most", detail)"
        case .limitRepetition: "merged cells repeat far more than the file holds"
        case .limitEntries: "the workbook's zip holds too many files\(limit: "at most", detail)"
        case .limitEntrySize: "a part of the workbook is too large\(limit: "bytes at most", detail)"
        case .limitRatio: "a part of the workbook is packed suspiciously tight\(limit: "times at most", detail)"
        }
    }

    /// What to do.
    private var advice: String {
        switch reason {
        case .empty: "send the list again, or delete the file"
        case .notAFile: "put the list itself into the folder"
        case .unreadable: "check that the file exists and that it may be read"
        case .binaryExcel: "open it in Excel and \(Self.saveAs)"
        case .pdf, .image: "send the spreadsheet it was made from, saved as \"CSV UTF-8\" or \"XML Spreadsheet 2003\""
        case .wordDocument: "copy the table into Excel and \(Self.saveAs)"
        case .encrypted: "open it with its password in Excel, remove the password and \(Self.saveAs)"
        case .archive: "unpack it and send the lists inside"
        case .binary: "send the list from Excel, saved as \"CSV UTF-8\" or \"XML Spreadsheet 2003\""
        case .notATable: "send a file that holds the list as a table"
        case .unknownEncoding: "open it where its letters show right and save it as \"CSV UTF-8\""
        case .unclosedQuote: "close or remove the quote there, or save the list as \"CSV UTF-8\" again"
        case .malformedXML, .truncated, .damagedArchive: "export the list again and send it whole"
        case .doctype: "export the list again without a DOCTYPE"
        case .limitColumns, .limitCell, .limitDepth, .limitName:
            "check that the file is a list, or raise the limit in the pipeline"
        case .limitRepetition, .limitEntries, .limitEntrySize, .limitRatio: "open it in Excel and \(Self.saveAs)"
        }
    }
}

extension DefaultStringInterpolation {
    /// A limit in brackets, where it is known: `(2000 at most)`.
    fileprivate mutating func appendInterpolation(limit words: String, _ number: String?) {
        guard let number else { return }
        appendLiteral(" (\(words == "at most" ? "\(words) \(number)" : "\(number) \(words)"))")
    }
}
