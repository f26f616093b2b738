// A table of the pipeline's folder (synonyms, units, ranks, rules) and the error that a mistake in one becomes.

/// A CSV file of the pipeline, read: a heading row and rows of cells with their line numbers. Blank rows and rows that
/// begin with `#` are left out. Every row has as many cells as the heading.
public struct ReferenceTable: Sendable {
    public struct Row: Sendable {
        /// The line of the file on which the row begins, from 1.
        public var line: Int
        public var cells: [String]

        public init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    /// The file's path as the user would write it, for messages.
    public var path: String
    public var columns: [String]
    public var rows: [Row]

    public init(path: String, columns: [String], rows: [Row]) {
        self.path = path
        self.columns = columns
        self.rows = rows
    }

    /// The position of a column that the table must have.
    public func column(_ name: String) throws(ReferenceError) -> Int {
        guard let index = columns.firstIndex(of: name) else {
            throw ReferenceError(
                path: path, line: 1, expected: "a column named \(name)", found: columns.joined(separator: ", "))
        }
        return index
    }

    /// The error for a cell of a row that is not what it should be.
    public func mistake(in row: Row, column: String, expected: String) -> ReferenceError {
        let index = columns.firstIndex(of: column)
        let found = index.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
        return ReferenceError(path: path, line: row.line, column: column, expected: expected, found: found)
    }
}

/// A mistake in a file of the pipeline: where it is, what was expected there, what stands there.
public struct ReferenceError: Error, Equatable, CustomStringConvertible {
    public var path: String
    /// From 1.
    public var line: Int
    /// The name of the column or key; nil when the line as a whole is meant.
    public var column: String?
    public var expected: String
    public var found: String

    public init(path: String, line: Int, column: String? = nil, expected: String, found: String) {
        self.path = path
        self.line = line
        self.column = column
        self.expected = expected
        self.found = found
    }

    public var description: String {
        let place = "\(path):\(line)" + (column.map { ": \($0)" } ?? "")
        return "\(place): expected \(expected), found \(found.isEmpty ? "nothing" : "“\(found)”")"
    }
}
