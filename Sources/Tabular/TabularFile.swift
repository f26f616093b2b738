// The one door to any list: tells a file's format, encoding and dialect by its content and reads its rows.

/// The formats that can be read; the raw value is the name on the file's record.
public enum FileFormat: String, Sendable, CaseIterable {
    case csv
    case spreadsheetML = "spreadsheetml"
    case recordXML = "record-xml"
    case xlsx
    case html
}

/// A sheet of a file; formats without sheets have one with an empty name.
public struct SheetInfo: Sendable, Equatable {
    public var name: String
    public var isHidden: Bool
    public var usesDatesFrom1904: Bool
    /// The fields of record XML, a name a column; nil for formats whose columns are named by rows.
    public var fieldNames: [String]?
    /// What stands once in record XML, outside its records: an export's date, a sender's name; in the file's order.
    public var properties: [Property] = []
    /// The legacy Vietnamese font (`.VnTime`, `VNI-Times`) last met in a column; empty for any other font or none.
    ///
    /// A hint that grows as rows are read; shorter than the columns where the rest has none.
    public var fontHints: [String] = []

    public init(name: String = "", isHidden: Bool = false, usesDatesFrom1904: Bool = false) {
        self.name = name
        self.isHidden = isHidden
        self.usesDatesFrom1904 = usesDatesFrom1904
    }

    /// A name and its value.
    public struct Property: Sendable, Equatable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}
