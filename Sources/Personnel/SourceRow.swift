// A row as `Extract` hands it on: its kind, its values by field, and what stands around it on the sheet.

/// What a row of a sheet is. Every row is exactly one of these: the account of a run closes over them.
public enum RowKind: String, Sendable, CaseIterable {
    case person, rejected, heading, section, total, note, blank
}

/// A section heading that stands over a row: `A. XÃ NÀ SÁY`.
public struct Section: Hashable, Sendable {
    /// The list mark as written, without its full stop (`A`, `I`, `1`, `a`); empty where there is none.
    public var marker: String
    /// The words after the mark, blanks made single.
    public var text: String

    public init(marker: String = "", text: String) {
        self.marker = marker
        self.text = text
    }
}

/// What stands around a row and may say its unit, category and level: equal for many rows, so kept once.
public struct RowContext: Hashable, Sendable {
    /// The first folder under INPUT: who sent the file.
    public var sender: String
    /// The file's path under INPUT, with `/`.
    public var path: String
    /// The sheet's name; empty where the format has none.
    public var sheet: String
    /// The lines above the heading, top to bottom, letterhead included; each blank-trimmed and not empty.
    public var titles: [String]
    /// The sections over the row, outermost first.
    public var sections: [Section]
    /// The heading of each mapped column as written, group and sub-heading joined with ` / ` (`Trình độ / LLCT`): some
    /// values mean something only with their heading (`x` under `Nữ (x)`).
    public var headings: [Field: String]
    /// Whether the workbook counts days from 1904 (older Excel on the Mac).
    public var usesDatesFrom1904: Bool

    public init(
        sender: String, path: String = "", sheet: String = "", titles: [String] = [], sections: [Section] = [],
        headings: [Field: String] = [:], usesDatesFrom1904: Bool = false
    ) {
        self.sender = sender
        self.path = path
        self.sheet = sheet
        self.titles = titles
        self.sections = sections
        self.headings = headings
        self.usesDatesFrom1904 = usesDatesFrom1904
    }
}

/// A cell of a column that no field claims: kept, never guessed.
public struct ExtraValue: Hashable, Sendable {
    public var heading: String
    public var text: String

    public init(heading: String, text: String) {
        self.heading = heading
        self.text = text
    }
}

/// One row of a list with its place, kind and raw values (decoded and repaired text, blanks not yet normalised).
public struct SourceRow: Sendable {
    public var place: RowReference
    public var kind: RowKind
    /// The position of its `RowContext` in the file's `contexts`.
    public var context: Int
    /// For `person` and `rejected` rows; empty otherwise.
    public var values: FieldValues
    public var extras: [ExtraValue]
    /// Every cell as read, for `person` and `rejected` rows: what goes back to the clerk when the row is rejected.
    public var cells: RowCells

    public init(
        place: RowReference, kind: RowKind, context: Int, values: FieldValues = FieldValues(),
        extras: [ExtraValue] = [], cells: RowCells = RowCells()
    ) {
        self.place = place
        self.kind = kind
        self.context = context
        self.values = values
        self.extras = extras
        self.cells = cells
    }
}
