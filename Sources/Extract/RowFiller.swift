// The cells of a person's row become values of fields; cells that repeat the value above take it over.

import Personnel
import Tabular

/// Fills fields from cells, remembering what stands above.
struct RowFiller {
    let words: AnatomyWords
    /// The last value of each column that can be repeated.
    private var above: [Above?] = []
    /// The cells that `above` points into, and the texts it holds of cells that came before them.
    private var store = RowCells().store
    private var carried: [UInt8] = []

    /// A value that cells below may repeat.
    private struct Above {
        /// Where it stands in the store, or in `carried`.
        var range: Range<Int>
        var isCarried = false
        var field: Field
        /// Whether a block of blanks below it has been reported.
        var isReported = false
    }

    init(words: AnatomyWords) { self.words = words }

    /// Forgets the values above: at the top of a table there are none.
    mutating func reset() { above.removeAll(keepingCapacity: true) }

    /// Forgets what a new section may say otherwise: unit, department, level and category. A ditto mark for a person's
    /// own facts (`nt` under `Thái`) goes on over the section's line.
    mutating func beginSection() {
        for (column, value) in above.enumerated() {
            guard let value, [.unit, .department, .level, .category].contains(value.field) else { continue }
            above[column] = nil
        }
    }

    /// Whether a field is one whose value lists repeat by a ditto mark or a merged cell.
    static func repeats(_ field: Field) -> Bool {
        switch field {
        case .ethnicity, .religion, .homeTown, .residence, .position, .unit, .department, .category, .level, .rank,
            .qualification, .fieldOfStudy, .politicalTheory, .proposedUnit, .proposedPosition, .policy, .note, .gender:
            true
        case .ordinal, .fullName, .familyName, .givenName, .birthDate, .birthDateMale, .birthDateFemale, .nationalID,
            .oldNationalID, .salaryStep, .salaryCoefficient, .overFrame, .positionAllowance, .partyJoined, .recruitedOn,
            .insuranceFrom, .insuranceYears, .phone:
            false
        }
    }

    /// Fills the values and extras of a row; hands over an issue for each block of blanks that is filled from above.
    mutating func fill(
        _ source: inout SourceRow, from row: SheetRow, _ table: TableInUse, report: (Issue) -> Void
    ) {
        carry(over: row.cells.store)
        while above.count < table.layout.width { above.append(nil) }
        let isOnePerson =
            !row.origins.isEmpty && table.layout.nameColumns.contains { row.origin($0) == .mergedFromAbove }
        let carried = carried
        carried.withUnsafeBufferPointer { carried in
            row.cells.withBytes { cells in
                let texts = Texts(cells: cells, carried: carried)
                for index in table.layout.steps.indices {
                    let step = table.layout.steps[index]
                    if step.kind == .extra {
                        keepExtra(row, step.column, table.layout.uses[index].heading, &source)
                    } else if step.kind == .field {
                        let value = value(of: step, row, isOnePerson, texts, source.place, report)
                        if !isBlank(value) { Self.put(value, step.field, table.layout.uses[index].heading, &source) }
                    } else {
                        let use = table.layout.uses[index]
                        if let stated = stated(use.use, row, step.column, isBlank: isBlank(cells[step.column])) {
                            if !stated.isEmpty { Self.put(stated, step.field, use.heading, &source) }
                            continue
                        }
                        let value = value(of: step, row, isOnePerson, texts, source.place, report)
                        if !isBlank(value) { put(value, use.use, step.field, use.heading, &source) }
                    }
                }
            }
        }
        for column in table.layout.width..<max(table.layout.width, row.cells.count) {
            keepExtra(row, column, "", &source)
        }
    }

    /// The value that several cells make, that a tick stands for, or its absence; empty where there is none, nil for cells
    /// that hold theirs themselves.
    private func stated(_ use: CellUse, _ row: SheetRow, _ column: Int, isBlank: Bool) -> String? {
        switch use {
        case .joined(let field, let columns):
            return Self.joined(columns.map { row.isFilled($0) ? trimmed(row.text($0)) : "" }, field)
        case .marked(_, let marked, let blank):
            if !blank.isEmpty, isBlank { return row.origin(column) == .own ? blank : "" }
            return row.isFilled(column) && words.isMark(row.text(column)) ? marked : nil
        case .field, .combined, .extra: return nil
        }
    }

    /// Names in one line; of a date what stands behind the last part that is missing: `5`, ``, `1980` is `1980`.
    private static func joined(_ parts: [String], _ field: Field) -> String {
        guard field == .birthDate else { return parts.filter { !$0.isEmpty }.joined(separator: " ") }
        let missing = parts.lastIndex(of: "").map { $0 + 1 } ?? 0
        return parts[missing...].joined(separator: "/")
    }

    private func keepExtra(
        _ row: SheetRow, _ column: Int, _ heading: @autoclosure () -> String, _ source: inout SourceRow
    ) {
        if row.isFilled(column) { source.extras.append(ExtraValue(heading: heading(), text: row.cells[column])) }
    }

    /// Puts a value where it belongs, or its two parts.
    private func put(
        _ value: UnsafeBufferPointer<UInt8>, _ use: CellUse, _ field: Field, _ heading: String,
        _ source: inout SourceRow
    ) {
        guard case .combined(let first, let second) = use else { return Self.put(value, field, heading, &source) }
        let (left, right) = CombinedCell.split(String(decoding: value, as: UTF8.self), first, second, words: words)
        Self.put(left, first, heading, &source)
        if !right.isEmpty { Self.put(right, second, heading, &source) }
    }

    private static func put(_ value: String, _ field: Field, _ heading: String, _ source: inout SourceRow) {
        var value = value
        value.withUTF8 { put($0, field, heading, &source) }
    }

    private static func put(
        _ value: UnsafeBufferPointer<UInt8>, _ field: Field, _ heading: @autoclosure () -> String,
        _ source: inout SourceRow
    ) {
        if source.values.isEmpty(field) {
            source.values.set(field, to: value)
        } else {
            source.extras.append(ExtraValue(heading: heading(), text: String(decoding: value, as: UTF8.self)))
        }
    }

    // MARK: Values above

    /// What values point into.
    private struct Texts {
        let cells: CellBytes
        let carried: UnsafeBufferPointer<UInt8>

        subscript(value: Above) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: value.isCarried ? carried[value.range] : cells.all[value.range])
        }
    }

    /// A cell's value after ditto marks, merges and merged-looking blanks have taken the one above; empty where there is
    /// none.
    private mutating func value(
        of step: FillStep, _ row: SheetRow, _ isOnePerson: Bool, _ texts: Texts, _ place: RowReference,
        _ report: (Issue) -> Void
    ) -> UnsafeBufferPointer<UInt8> {
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        let text = texts.cells[step.column]
        let origin = row.origin(step.column)
        guard step.repeats else {
            return origin == .own || (origin == .mergedFromAbove && isOnePerson) ? text : nothing
        }
        if origin == .mergedFromLeft { return nothing }
        let last = above[step.column]
        if origin == .own, words.isDitto(text) { return last.map { texts[$0] } ?? nothing }
        guard isBlank(text) else {
            above[step.column] = Above(range: texts.cells.range(step.column), field: step.field)
            return text
        }
        guard step.fillsDown, let last else {
            // A ditto mark repeats the cell right above it: below a blank there is nothing to repeat.
            if !step.fillsDown { above[step.column] = nil }
            return nothing
        }
        if !last.isReported {
            above[step.column]?.isReported = true
            let value = String(decoding: texts[last], as: UTF8.self)
            report(Issue(.valueFilledDown, field: step.field, value: value, row: place))
        }
        return texts[last]
    }

    /// Copies the values above where the row's cells lie in another store than those.
    private mutating func carry(over next: CellStore) {
        guard next !== store else { return }
        var copied: [UInt8] = []
        let carried = carried
        carried.withUnsafeBufferPointer { carried in
            RowCells(store, first: 0, count: 0).withBytes { cells in
                let texts = Texts(cells: cells, carried: carried)
                for column in above.indices {
                    guard let value = above[column] else { continue }
                    let start = copied.count
                    copied.append(contentsOf: texts[value])
                    above[column]?.range = start..<copied.count
                    above[column]?.isCarried = true
                }
            }
        }
        (self.carried, store) = (copied, next)
    }
}

/// Blanks that merged cells left behind in a format without merges.
enum MergedPattern {
    /// The columns of unit and department whose blank cells stand under a merged value: every block opens with a value,
    /// none comes again right below itself unless a page, a blank line or a section parts the two, and blanks are the
    /// rule, not gaps in a column where rows have their own. Where values come again further down, blocks must be long.
    static func columns(of layout: TableLayout, rows: some Sequence<SheetRow>) -> Set<Int> {
        var result: Set<Int> = []
        for (column, use, _) in layout.uses {
            guard use == .field(.unit) || use == .field(.department) else { continue }
            if isMerged(column, layout, rows) { result.insert(column) }
        }
        return result
    }

    /// Whether a row looks like a person's and not like the signers at the foot, whose offices may stand in its columns.
    private static func isPerson(_ row: SheetRow, _ layout: TableLayout) -> Bool {
        guard layout.nameColumns.contains(where: row.isFilled) else { return false }
        let data = layout.dataColumns.count(where: row.isFilled)
        return data > 2 || (data > 0 && layout.ordinalColumn.map(row.isFilled) ?? true)
    }

    private static func isMerged(_ column: Int, _ layout: TableLayout, _ rows: some Sequence<SheetRow>) -> Bool {
        var (values, blanks) = (0, 0)
        var last: String?
        var seen: Set<String> = []
        var comesAgain = false
        var atTop = true
        for row in rows {
            let isPerson = isPerson(row, layout)
            let isHeading =
                row.isFilled(column)
                && layout.headingRows.contains { heading in
                    heading.indices.contains(column) && heading[column] == row.cells[column]
                }
            guard isPerson, !isHeading else {
                // A section begins anew; other lines (page breaks) do not.
                if row.filledCount > 0, row.filledCount <= 2 { atTop = true }
                last = nil
                seen.removeAll(keepingCapacity: true)
                continue
            }
            if row.isFilled(column) {
                let value = headingKey(row.cells[column])
                if value == last { return false }
                last = value
                if !seen.insert(value).inserted { comesAgain = true }
                values += 1
                atTop = false
            } else {
                if atTop { return false }
                blanks += 1
            }
        }
        return values > 0 && blanks >= 2 && 2 * blanks >= (comesAgain ? 3 : 2) * values
    }
}
