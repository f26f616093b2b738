// The cells of a person's row become values of fields; cells that repeat the value above take it over.

import Personnel
import Tabular

/// Fills fields from cells, remembering what stands above.
struct RowFiller {
    let words: AnatomyWords
    /// The last value of each column that can be repeated, and whether a block of blanks below it has been reported.
    private var above: [Int: (text: String, field: Field, isReported: Bool)] = [:]

    init(words: AnatomyWords) { self.words = words }

    /// Forgets the values above: at the top of a table there are none.
    mutating func reset() { above.removeAll(keepingCapacity: true) }

    /// Forgets what a new section may say otherwise: unit, department, level and category. A ditto mark for a person's
    /// own facts (`nt` under `Thái`) goes on over the section's line.
    mutating func beginSection() {
        above = above.filter { ![.unit, .department, .level, .category].contains($0.value.field) }
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
        _ source: inout SourceRow, from row: SheetRow, _ layout: TableLayout, report: (Issue) -> Void
    ) {
        let isOnePerson = layout.nameColumns.contains { row.origin($0) == .mergedFromAbove }
        for (column, use, heading) in layout.uses {
            let text = row.text(column)
            let place = source.place
            func value(_ field: Field) -> String {
                resolve(
                    text, column, field, row.origin(column), isOnePerson, layout.filledDown.contains(column), place,
                    report)
            }
            switch use {
            case .extra:
                if row.isFilled(column) { source.extras.append(ExtraValue(heading: heading, text: text)) }
            case .field(let field):
                let value = value(field)
                if value.isEmpty || (value == text && isBlank(value)) { continue }
                put(value, field, heading, &source)
            case .marked(let field, let marked, let blank):
                if !blank.isEmpty, isBlank(text) {
                    if row.origin(column) == .own { put(blank, field, heading, &source) }
                } else if row.isFilled(column), words.isMark(text) {
                    put(marked, field, heading, &source)
                } else if case let value = value(field), !isBlank(value) {
                    put(value, field, heading, &source)
                }
            case .combined(let first, let second):
                let value = value(first)
                if isBlank(value) { continue }
                let (left, right) = CombinedCell.split(value, first, second, words: words)
                put(left, first, heading, &source)
                if !right.isEmpty { put(right, second, heading, &source) }
            }
        }
        for column in layout.width..<max(layout.width, row.cells.count) where row.isFilled(column) {
            source.extras.append(ExtraValue(heading: "", text: row.cells[column]))
        }
    }

    private func put(_ value: String, _ field: Field, _ heading: String, _ source: inout SourceRow) {
        if source.values[field].isEmpty {
            source.values[field] = value
        } else {
            source.extras.append(ExtraValue(heading: heading, text: value))
        }
    }

    /// A cell's value after ditto marks, merges and merged-looking blanks have taken the one above.
    private mutating func resolve(
        _ text: String, _ column: Int, _ field: Field, _ origin: CellOrigin, _ isOnePerson: Bool, _ fillsDown: Bool,
        _ place: RowReference, _ report: (Issue) -> Void
    ) -> String {
        guard Self.repeats(field) else {
            return origin == .own || (origin == .mergedFromAbove && isOnePerson) ? text : ""
        }
        if origin == .mergedFromLeft { return "" }
        if origin == .own, words.isDitto(text) { return above[column]?.text ?? "" }
        guard isBlank(text) else {
            above[column] = (text, field, false)
            return text
        }
        guard fillsDown, let last = above[column] else {
            // A ditto mark repeats the cell right above it: below a blank there is nothing to repeat.
            if !fillsDown { above[column] = nil }
            return ""
        }
        if !last.isReported {
            above[column]?.isReported = true
            report(Issue(.valueFilledDown, field: field, value: last.text, row: place))
        }
        return last.text
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
