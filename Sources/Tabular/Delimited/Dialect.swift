// How a delimited text separates, quotes and ends: what has to be known before a row of it can be read.

/// The dialect of a delimited file.
public struct Dialect: Sendable, Equatable {
    /// How most records end. Whatever it says, CRLF, LF and a lone CR all end a record.
    public enum LineEnding: String, Sendable, CaseIterable { case crlf, lf, cr }

    /// The byte between cells; nil where every record is a single cell.
    public var delimiter: UInt8?
    /// What belongs to the delimiter beside that byte.
    public var wideDelimiter = WideDelimiter.single
    /// The byte around cells that hold a delimiter or a line break; nil where no byte quotes.
    public var quote: UInt8?
    /// The byte that takes the meaning from the quote, delimiter or escape after it; nil where quotes are doubled.
    public var escape: UInt8?
    public var lineEnding: LineEnding
    /// Whether blanks between a delimiter and an opening quote are to be skipped.
    public var skipsBlanksBeforeQuote: Bool
    /// Whether the first line is `sep=` and the delimiter, as Excel writes it: the line is no row and does not count.
    public var hasSeparatorLine: Bool

    public init(
        delimiter: UInt8? = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""), escape: UInt8? = nil,
        lineEnding: LineEnding = .lf, skipsBlanksBeforeQuote: Bool = false, hasSeparatorLine: Bool = false
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.lineEnding = lineEnding
        self.skipsBlanksBeforeQuote = skipsBlanksBeforeQuote
        self.hasSeparatorLine = hasSeparatorLine
    }

    /// RFC 4180: commas, doubled quotes.
    public static let rfc4180 = Dialect()
}

/// Bytes that mean something in delimited text.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let bar = UInt8(ascii: "|")
    static let doubleQuote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let backslash = UInt8(ascii: "\\")
}
