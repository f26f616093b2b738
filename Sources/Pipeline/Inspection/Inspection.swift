// What `inspect` says of a file, as data: the schema of its JSON, documented in Documentation/inspect.md.

/// How a file is read.
public struct Inspection: Codable, Sendable, Equatable {
    public struct Encoding: Codable, Sendable, Equatable {
        public var name: String
        /// How sure, in percent.
        public var confidence: Int
    }

    public struct Repair: Codable, Sendable, Equatable {
        public var damage: String
        public var cells: Int
    }

    public struct DialectFacts: Codable, Sendable, Equatable {
        public var delimiter: String?
        /// What belongs to the delimiter beside that character: the blank of `, `, the second one of `;;`.
        public var delimiterTail: String?
        public var quote: String?
        public var escape: String?
        public var lineEnding: String
        public var separatorLine: Bool
    }

    public struct Row: Codable, Sendable, Equatable {
        public var row: UInt32
        public var kind: String
        public var cells: [String]
    }

    public struct Column: Codable, Sendable, Equatable {
        /// From 1.
        public var column: Int
        public var heading: String
        /// A canonical name, two joined with `+`, or something known that no field holds; nil where nothing knows it.
        public var field: String?
        /// The field's name in the pipeline's language.
        public var label: String?
        /// In percent.
        public var confidence: Int
        public var method: String
    }

    public struct List: Codable, Sendable, Equatable {
        /// `people`, `assets` or `balances`.
        public var matter = "people"
        public var headingRows: [UInt32]
        public var firstRow: UInt32
        public var columns: [Column]
        /// Headings that nothing recognises.
        public var unrecognised: [String]
    }

    public struct Sheet: Codable, Sendable, Equatable {
        /// From 1.
        public var sheet: Int
        public var name: String
        public var hidden: Bool
        public var rows: Int
        public var titles: [String]
        public var sections: [String]
        /// The lists found by the pipeline's headings.
        public var lists: [List]
        public var firstRows: [Row]
    }

    public struct Total: Codable, Sendable, Equatable {
        public var sheet: Int
        public var row: UInt32
        public var scope: String
        public var name: String
        public var expected: Int
        public var counted: Int
    }

    public struct Place: Codable, Sendable, Equatable {
        /// Both nil where the whole file is meant; the row alone where the sheet is.
        public var sheet: Int?
        public var row: UInt32?
        public var field: String?
    }

    public struct IssueGroup: Codable, Sendable, Equatable {
        public var code: String
        public var severity: String
        public var title: String
        public var count: Int
        public var places: [Place]
    }

    public struct Table: Codable, Sendable, Equatable {
        /// What `--table` takes.
        public var table: Int
        public var sheet: Int
        public var headingRows: [UInt32]
        public var firstRow: UInt32
        public var lastRow: UInt32
        /// Rows below the heading.
        public var rows: Int
        /// Cells of most rows.
        public var width: Int
        public var columns: [String]
    }

    public static let currentVersion = 1

    /// Of the schema; a change that breaks readers raises it.
    public var version = Self.currentVersion
    public var path: String
    public var bytes: Int
    public var format: String
    public var encoding: Encoding
    public var repairs: [Repair]
    public var dialect: DialectFacts?
    public var listDate: String?
    /// Rows by kind, every kind named.
    public var rowKinds: [String: Int]
    public var sheets: [Sheet]
    public var totals: [Total]
    public var issues: [IssueGroup]
    public var tables: [Table]
}
