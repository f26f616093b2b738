// Where the fields of a table stand: its columns with their meaning, and what each cell of a row becomes.

import Personnel

/// A column of a table.
struct TableColumn: Equatable, Sendable {
    var index: Int
    /// Group and sub-heading as written, joined with ` / `; empty where the column has no heading.
    var heading: String
    var match: HeadingMatch
    /// The columns whose cells make its value together, in order, its own among them; empty where its own do alone.
    var joined: [Int] = []

    var meaning: ColumnMeaning { match.meaning }
}

/// What becomes of the cells of a column.
enum CellUse: Equatable, Sendable {
    case field(Field)
    /// A tick stands for a value (`x` under `Nữ`), and a blank for another one or nothing.
    case marked(Field, String, blank: String)
    case combined(Field, Field)
    /// A value in parts over several columns: day, month and year; family name and middle name.
    case joined(Field, columns: [Int])
    case extra
}

/// A column's use in a form that costs nothing to hand around; its texts stand in the layout's `uses`.
struct FillStep: Sendable {
    enum Kind { case field, marked, combined, joined, extra }

    var column: Int
    var kind: Kind
    /// The field that takes the cell, or the first part of it; nothing asks for it where the kind is `extra`.
    var field: Field
    /// Whether the field is one whose value lists repeat by a ditto mark or a merged cell.
    var repeats: Bool
    /// Whether blank cells of the column repeat the value above, as merged cells leave them.
    var fillsDown = false

    init(column: Int, use: CellUse) {
        self.column = column
        (kind, field) =
            switch use {
            case .field(let field): (.field, field)
            case .marked(let field, _, _): (.marked, field)
            case .combined(let field, _): (.combined, field)
            case .joined(let field, _): (.joined, field)
            case .extra: (.extra, .note)
            }
        repeats = RowFiller.repeats(field)
    }
}

/// A column whose cells may contradict their field.
struct FormCheck: Sendable {
    var column: Int
    var field: Field
    /// Whether no cell without a figure does.
    var needsDigit: Bool
    /// How many bytes a cell has at least that does.
    var shortest: Int
}

/// The layout of the table at hand. A class, so that a row counts one reference and not one for each array of the
/// layout.
final class TableInUse: Sendable {
    let layout: TableLayout

    init(_ layout: TableLayout) { self.layout = layout }
}

/// The columns of a table, with what the hot path needs to know about them laid out ready.
struct TableLayout: Sendable {
    var columns: [TableColumn]
    /// Uses in the order in which they fill fields: of two columns for one field, the surer first.
    private(set) var uses: [(column: Int, use: CellUse, heading: String)] = []
    /// The same uses, for every row.
    private(set) var steps: [FillStep] = []
    /// One past the last column that belongs to the table.
    private(set) var width = 0
    private(set) var ordinalColumn: Int?
    /// Columns with a name or a part of one.
    private(set) var nameColumns: [Int] = []
    /// Columns whose cells have a form to be checked, with their field.
    private(set) var formed: [(column: Int, field: Field)] = []
    /// Those of them whose cells can contradict their field.
    private(set) var checks: [FormCheck] = []
    /// Columns that say something of a person beside number, name and note.
    private(set) var dataColumns: [Int] = []
    /// The heading of each field.
    private(set) var headings: [Field: String] = [:]
    /// The texts of the heading's rows, by which repetitions are known.
    var headingRows: [[String]] = []
    var headingNumbers: [UInt32] = []
    /// How many cells most rows of the table have.
    var usualCells = 0
    /// Whether cells that begin with a blank are common, so that one says nothing.
    var hasLooseBlanks = false
    /// How many cells its rows may have, blank ones too, without being too long: as many as the heading's or most
    /// others.
    var cellCount: Int { headingRows.reduce(max(width, usualCells)) { max($0, $1.count) } }
    /// The texts that stand in a column again and again, by column: they show where values of a shifted row belong.
    var usualTexts: UsualTexts?
    /// Columns whose blank cells repeat the value above, as merged cells leave them.
    var filledDown: Set<Int> = [] {
        didSet {
            for index in steps.indices { steps[index].fillsDown = filledDown.contains(steps[index].column) }
        }
    }

    init(columns: [TableColumn]) {
        self.columns = columns
        prepare()
    }

    var hasName: Bool { !nameColumns.isEmpty }

    /// The heading of a second column of whole names, where a second number or birth date stands beside it as well: the
    /// heading of a list that goes on to the right.
    var nameBeside: String? {
        let names = columns.filter { $0.meaning == .field(.fullName) && $0.match.confidence > 0.9 }
        guard names.count > 1 else { return nil }
        let repeats = [Field.ordinal, .birthDate].contains { field in
            columns.count { $0.meaning == .field(field) && $0.match.confidence > 0.9 } > 1
        }
        return repeats ? names[1].heading : nil
    }

    private mutating func prepare() {
        let ranked = columns.sorted {
            (-$0.match.confidence, $0.index) < (-$1.match.confidence, $1.index)
        }
        for column in ranked {
            width = max(width, column.index + 1)
            let use = use(of: column)
            if use == .extra { continue }
            uses.append((column.index, use, column.heading))
            guard let field = Self.field(of: use) else { continue }
            if headings[field] == nil { headings[field] = column.heading }
            switch field {
            case .ordinal: ordinalColumn = ordinalColumn ?? column.index
            case .fullName, .familyName, .givenName: nameColumns.append(column.index)
            case .note: break
            default: dataColumns.append(column.index)
            }
            if case .field = use { formed.append((column.index, field)) }
        }
        uses += columns.filter { use(of: $0) == .extra }.map { ($0.index, .extra, $0.heading) }
        steps = uses.map { FillStep(column: $0.column, use: $0.use) }
        formed.sort { $0.column < $1.column }
        checks = formed.compactMap { column, field in
            CellShape.contradiction(of: field).map {
                FormCheck(
                    column: column, field: field, needsDigit: $0 == .figures,
                    shortest: CellShape.shortestContradiction(of: field))
            }
        }
        dataColumns.sort()
        nameColumns.sort()
    }

    private func use(of column: TableColumn) -> CellUse {
        switch column.meaning {
        case .field(let field) where !column.joined.isEmpty: .joined(field, columns: column.joined)
        case .field(let field):
            column.match.markedValue.isEmpty
                ? .field(field)
                : .marked(field, column.match.markedValue, blank: column.match.blankValue)
        case .combined(let first, let second): .combined(first, second)
        case .known, .unknown: .extra
        }
    }

    private static func field(of use: CellUse) -> Field? {
        switch use {
        case .field(let field), .marked(let field, _, _), .combined(let field, _), .joined(let field, _): field
        case .extra: nil
        }
    }

    /// The same table on a later sheet that has no heading of its own.
    var inherited: TableLayout {
        var copy = self
        for index in copy.columns.indices { copy.columns[index].match.method = .inherited }
        copy.headingNumbers = []
        copy.filledDown = []
        return copy
    }

    func summary(firstRow: UInt32) -> TableSummary {
        TableSummary(
            headingRows: headingNumbers, firstRow: headingNumbers.first ?? firstRow,
            columns: columns.map {
                ColumnSummary(
                    index: $0.index, heading: $0.heading, meaning: $0.meaning, confidence: $0.match.confidence,
                    method: $0.match.method)
            })
    }
}
