// A list before it is written in a format: sheets of rows of cells, each row with what it is.

/// What a row of a list is, as the account of a run names it.
enum RowKind: String, Sendable {
    case person, rejected, heading, section, total, note, blank
}

/// A cell, and how many columns and rows it is merged over.
struct SampleCell: Sendable {
    enum Kind: Sendable { case text, number, date }

    var text: String
    /// How formats with typed cells hold it; a date's text is then an ISO date.
    var kind = Kind.text
    var across = 1
    var down = 1
    /// Under a merged cell: no cell of its own.
    var isCovered = false

    init(_ text: String, kind: Kind = .text) {
        self.text = text
        self.kind = kind
    }
}

/// A row with its cells.
struct SampleRow: Sendable {
    var kind: RowKind
    var cells: [SampleCell]
    /// Headings and sections are bold.
    var isBold: Bool { kind == .heading || kind == .section || kind == .total }
    /// More cells than the heading, written as they are: a delimiter that nobody quoted.
    var isShifted = false
}

struct SampleSheet: Sendable {
    var name: String
    var isHidden = false
    var columnCount: Int
    var rows: [SampleRow] = []
    /// For record XML: the name of each column's element, and the path of groups above it.
    var fields: [SampleField] = []
}

/// A file's form: a format with its dialect and encoding.
enum FileForm: String, Sendable, CaseIterable {
    case csvComma = "csv-comma-utf8"
    case csvSemicolon = "csv-semi-bom"
    case csvSep = "csv-sep"
    case csvPipe = "csv-pipe"
    case csvTrimmed = "csv-trim"
    case csvLoneCR = "csv-cr"
    case csvQuotes = "csv-quotes"
    case tsv = "tsv-lf"
    case tsvUTF16 = "tsv-utf16le"
    case tsvUTF16Big = "tsv-utf16be"
    /// UTF-16 without a byte-order mark.
    case tsvUTF16Bare = "tsv-utf16le-bare"
    case csv1258 = "csv-1258"
    case csvTCVN3 = "csv-tcvn3"
    case csvVNI = "csv-vni"
    case csvMojibake = "csv-mojibake"
    case csvTwiceMojibake = "csv-mojibake2"
    case spreadsheet = "sml"
    case spreadsheetText = "sml-plain"
    case spreadsheetTCVN3 = "sml-tcvn3"
    case xlsx = "xlsx"
    case xlsxInline = "xlsx-inline"
    case html = "html"
    case xmlElements = "xml-elements"
    case xmlAttributes = "xml-attributes"
    case xmlNested = "xml-nested"

    /// The format's name in the database.
    var format: String {
        switch self {
        case .spreadsheet, .spreadsheetText, .spreadsheetTCVN3: "spreadsheetml"
        case .xlsx, .xlsxInline: "xlsx"
        case .html: "html"
        case .xmlElements, .xmlAttributes, .xmlNested: "record-xml"
        default: "csv"
        }
    }

    /// The encoding's name in the database; `*` where a zip holds the text.
    var encoding: String {
        switch self {
        case .tsvUTF16, .tsvUTF16Bare: "utf-16le"
        case .tsvUTF16Big: "utf-16be"
        case .csv1258: "windows-1258"
        case .csvTCVN3, .spreadsheetTCVN3: "tcvn3"
        case .csvVNI: "vni"
        case .csvMojibake, .csvTwiceMojibake: "mojibake|utf-8"
        case .xlsx, .xlsxInline: "*"
        default: "utf-8"
        }
    }

    /// Cells have types, merging and sheets.
    var isWorkbook: Bool { format == "spreadsheetml" || format == "xlsx" }
    var isRecordXML: Bool { format == "record-xml" }
    /// The bytes can hold any character.
    var isUnicode: Bool {
        switch self {
        case .csv1258, .csvTCVN3, .csvVNI, .spreadsheetTCVN3: false
        default: true
        }
    }

    /// The extensions under which such files are met.
    var fileExtensions: [String] {
        switch self {
        case .tsv, .tsvUTF16, .tsvUTF16Big, .tsvUTF16Bare: ["txt", "tsv"]
        case .spreadsheet, .spreadsheetText, .spreadsheetTCVN3: ["xml", "xls"]
        case .xlsx, .xlsxInline: ["xlsx"]
        case .html: ["xls"]
        case .xmlElements, .xmlAttributes, .xmlNested: ["xml"]
        default: ["csv"]
        }
    }
}
