// Why a file is not read at all: half a list is worse than none.

/// A file that is refused whole, with what is wrong and what its sender can do.
public struct RefusedFile: Error, Sendable, Equatable {
    /// What is wrong; the raw value is the key of the message in the pipeline's language.
    public enum Reason: String, Sendable, CaseIterable {
        case empty
        case notAFile = "not_a_file"
        case unreadable
        case binaryExcel = "binary_excel"
        case pdf
        case image
        case wordDocument = "word_document"
        case encrypted
        case archive
        case binary
        case notATable = "not_a_table"
        case unknownEncoding = "unknown_encoding"
        case unclosedQuote = "unclosed_quote"
        case malformedXML = "malformed_xml"
        case truncated
        case doctype
        case damagedArchive = "damaged_archive"
        case limitColumns = "limit_columns"
        case limitCell = "limit_cell"
        case limitDepth = "limit_depth"
        case limitName = "limit_name"
        case limitRepetition = "limit_repetition"
        case limitEntries = "limit_entries"
        case limitEntrySize = "limit_entry_size"
        case limitRatio = "limit_ratio"
    }

    public var reason: Reason
    /// Where reading stopped, from 1; nil where there is no such place.
    public var line: Int?
    public var column: Int?
    /// A detail for the message (the parser's words, a limit's number); never personal data.
    public var detail: String?

    public init(_ reason: Reason, line: Int? = nil, column: Int? = nil, detail: String? = nil) {
        self.reason = reason
        self.line = line
        self.column = column
        self.detail = detail
    }
}
