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

    public init(name: String = "", isHidden: Bool = false, usesDatesFrom1904: Bool = false) {
        self.name = name
        self.isHidden = isHidden
        self.usesDatesFrom1904 = usesDatesFrom1904
    }
}
