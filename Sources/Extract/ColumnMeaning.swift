// What a column of a list holds, and how sure the reading of its heading is.

public import Personnel

/// What a heading says that its column holds.
public enum ColumnMeaning: Hashable, Sendable {
    /// One field.
    case field(Field)
    /// Two fields written into one cell (`Bậc/hệ số`).
    case combined(Field, Field)
    /// Something known that no field holds (birth place, school): kept with the row, no reason for an issue.
    case known(String)
    /// Nothing that the vocabulary knows.
    case unknown

    /// The canonical name, as vocabularies and `inspect` write it; empty where nothing is known.
    public var name: String {
        switch self {
        case .field(let field): field.name
        case .combined(let first, let second): first.name + "+" + second.name
        case .known(let name): name
        case .unknown: ""
        }
    }

    /// The meaning of a canonical name; nil when it combines what is no field.
    init?(name: String) {
        let parts = name.split(separator: "+", omittingEmptySubsequences: false)
        if parts.count == 1 {
            guard !name.isEmpty else { return nil }
            self = Field(name: name).map(ColumnMeaning.field) ?? .known(name)
        } else {
            guard parts.count == 2, let first = Field(name: String(parts[0])),
                let second = Field(name: String(parts[1]))
            else { return nil }
            self = .combined(first, second)
        }
    }
}

/// How the meaning of a column was found, surest first.
public enum RecognitionMethod: String, Sendable, CaseIterable {
    /// The heading stands in the vocabulary as written, case, accents and blanks apart.
    case exact
    /// The group over the heading decided.
    case group
    /// With its short forms written out.
    case abbreviation
    /// A heading of the vocabulary with words around it that add nothing.
    case phrase
    /// With a typing error.
    case spelling
    /// The cells below decided.
    case cells
    /// Carried over from the sheet before.
    case inherited
    case none
}

/// The meaning of a heading with its certainty.
struct HeadingMatch: Hashable, Sendable {
    var meaning: ColumnMeaning
    /// What a mark (`x`) under the heading means (`Đại học`); empty where cells hold the value itself.
    var markedValue = ""
    /// What a blank under the heading means where every other cell is a mark (`Nam` under `Nữ (x)`); empty where nothing.
    var blankValue = ""
    /// 0 to 1.
    var confidence: Double
    var method: RecognitionMethod

    static let none = HeadingMatch(meaning: .unknown, confidence: 0, method: .none)
}
