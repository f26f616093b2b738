// What a report is made of: parts, each a question to the database and the columns of its answer.

/// A report that is a table, or several below one another.
struct Report {
    /// The file's name without `.csv`, and the report's key in `language/reports.csv`.
    var name: String
    var parts: [ReportPart]
    /// Whether `ReportWriter` asks the database for it; the others are written from the people in memory.
    var isFromDatabase = true
}

/// One table of a report.
///
/// The SQL answers the values of the section heading first, then one value for each column that is not the ordinal, in
/// order.
struct ReportPart {
    /// The key of the subtitle; nil for a report's only part.
    var subtitle: String? = nil
    var sql: String
    /// The kinds of the values that make a section heading: a new section begins where they change. The text `section`
    /// takes them as `{1}`, `{2}`, ….
    var section: [ReportColumn.Kind] = []
    /// Keys of texts that the SQL takes as arguments of the same name.
    var textArguments: [String] = []
    var columns: [ReportColumn]
    /// Whether the columns are numbered in a row of their own under the heading. The numbers stand without the usual
    /// brackets: Excel takes `(1)` for minus one.
    var isNumbered = false
    /// Whether nothing of the part is written where there are no rows.
    var isLeftOutWhenEmpty = false
    var hasTotal: Bool { columns.contains { $0.isSummed } }
}

/// A column of a report: the key of its heading and how its values are written.
struct ReportColumn {
    enum Kind {
        /// Counts the rows of a section, from 1; no value of the SQL.
        case ordinal
        case text
        case number
        /// Two decimals, with the decimal mark of the language.
        case decimal
        /// A share of one, written in percent with one decimal.
        case percent
        /// Partial ISO 8601, written day first.
        case date
        /// A code whose text is `value`, `<domain>.<code>`; the code itself where there is none.
        case label(String)
        /// The name of a field.
        case field
        /// A field's name, a bar and a value of it, of which the value is written as people know it.
        case valueOfField
        /// The names of fields, one a line.
        case fields
        /// Pieces of evidence (`birth_date: equal`), one a line.
        case evidence
    }

    var key: String
    var kind: Kind
    /// The key of a heading above this one and its neighbours with the same key.
    var group: String? = nil
    var isSummed = false

    init(_ key: String, _ kind: Kind = .text, group: String? = nil, isSummed: Bool = false) {
        self.key = key
        self.kind = kind
        self.group = group
        self.isSummed = isSummed
    }

    /// `STT`.
    static let ordinal = ReportColumn("ordinal", .ordinal)

    /// A number that the table's last row adds up.
    static func sum(_ key: String) -> ReportColumn { ReportColumn(key, .number, isSummed: true) }
}
