// Reads `decisions/assignments.csv`: where people, or whole old units, go by a person's decision, and who holds which position.

import Personnel
import Tabular
import Transform
import Vietnamese

/// The columns of a table of decided assignments.
enum AssignmentColumn: String, CaseIterable {
    case personID = "person_id"
    case oldUnit = "old_unit"
    case district
    case newUnit = "new_unit"
    case newPosition = "new_position"
    case reason
}

/// The headings under which those columns are known: their own names, and what the pipeline's language adds.
struct AssignmentColumns: Sendable {
    private var columns: [String: AssignmentColumn] = [:]

    init() {
        for column in AssignmentColumn.allCases { columns[asciiKey(column.rawValue)] = column }
    }

    /// - Parameter table: columns `column`, `heading`.
    init(_ table: ReferenceTable) throws(ReferenceError) {
        self.init()
        let (column, heading) = (try table.column("column"), try table.column("heading"))
        for row in table.rows {
            guard let known = AssignmentColumn(rawValue: row.cells[column]) else {
                let names = AssignmentColumn.allCases.map(\.rawValue).joined(separator: ", ")
                throw table.mistake(in: row, column: "column", expected: "one of \(names)")
            }
            let key = asciiKey(row.cells[heading])
            guard !key.isEmpty, columns[key] == nil || columns[key] == known else {
                throw table.mistake(in: row, column: "heading", expected: "a heading of one column only")
            }
            columns[key] = known
        }
    }

    /// Where each column stands in a heading row; nil where the cells are no such heading.
    func layout(of cells: [String]) -> [AssignmentColumn: Int]? {
        var layout: [AssignmentColumn: Int] = [:]
        for (index, cell) in cells.enumerated() {
            if let column = columns[asciiKey(cell)], layout[column] == nil { layout[column] = index }
        }
        let hasSubject = layout[.personID] != nil || layout[.oldUnit] != nil
        return hasSubject && (layout[.newUnit] != nil || layout[.newPosition] != nil) ? layout : nil
    }
}

/// The rows of one file of decided assignments, taken one by one.
struct AssignmentTable {
    let path: String
    private let columns: AssignmentColumns
    private let texts: RefusalTexts
    private var sheet: String?
    private var layout: [AssignmentColumn: Int]?
    private var hasHeading = false
    private var unfit: [UnfitDecision] = []
    private(set) var people: [UnitDecision] = []
    private(set) var oldUnits: [OldUnitDecision] = []
    private(set) var positions: [PositionDecision] = []

    init(path: String, columns: AssignmentColumns, texts: RefusalTexts) {
        self.path = path
        self.columns = columns
        self.texts = texts
    }

    /// Whether a file of decisions is one of assignments: by its name, `assignments` and what people add to it.
    static func isNamed(_ path: String) -> Bool {
        (path.split(separator: "/").last ?? "").lowercased().hasPrefix("assignments")
    }

    /// What can't be applied; a file without a heading last.
    var allUnfit: [UnfitDecision] {
        hasHeading ? unfit : unfit + [UnfitDecision(place: path, reason: texts[.decisionAssignmentColumns])]
    }

    mutating func add(_ row: RowBatch.Row, sheet name: String) {
        if sheet != name {
            sheet = name
            layout = nil
        }
        let cells = row.texts
        if let found = columns.layout(of: cells) {
            layout = found
            hasHeading = true
            return
        }
        guard let layout else { return }
        func cell(_ column: AssignmentColumn) -> String? {
            layout[column].flatMap { decisionEntry(cells, $0) }
        }
        let (newUnit, position) = (cell(.newUnit), cell(.newPosition))
        guard newUnit != nil || position != nil else { return }
        let place = path + (name.isEmpty ? "" : ", trang tính \(name)") + ", dòng \(row.number)"
        let reason = cell(.reason) ?? ""
        if let text = cell(.personID) {
            guard let person = Int64(text), person > 0 else {
                unfit.append(UnfitDecision(place: place, text: newUnit ?? position, reason: texts[.decisionPersonID]))
                return
            }
            if let newUnit {
                people.append(UnitDecision(person: person, text: unitCode(newUnit), source: place, reason: reason))
            }
            if let position { positions.append(PositionDecision(person: person, position: position, source: place)) }
        } else if let unit = cell(.oldUnit), let newUnit {
            oldUnits.append(
                OldUnitDecision(
                    unit: unitCode(unit), district: cell(.district) ?? "",
                    decision: UnitDecision(person: 0, text: unitCode(newUnit), source: place, reason: reason)))
        } else {
            unfit.append(UnfitDecision(place: place, text: newUnit ?? position, reason: texts[.decisionPersonID]))
        }
    }
}

/// A cell without the apostrophe by which reports keep Excel from making a number of it; nil for a blank one.
func decisionEntry(_ cells: [String], _ column: Int) -> String? {
    guard cells.indices.contains(column) else { return nil }
    let text = cleanText(String(cleanText(cells[column]).drop { $0 == "'" || $0 == "’" }))
    return text.isEmpty ? nil : text
}

/// A unit's code with the leading zero that Excel took away; any other text as it is.
func unitCode(_ text: String) -> String {
    let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isNumber && text.utf8.count == 4 ? "0" + text : text
}
