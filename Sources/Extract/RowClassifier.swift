// Tells what a row below a heading is: a person, a section, a total, a note, a heading again.

import Personnel
import Vietnamese

/// What a row turned out to be, with what was read of it on the way.
enum RowVerdict: Equatable {
    case blank
    /// `endsTable` for the lines of the footer: place and date, signatures.
    case note(endsTable: Bool)
    case heading
    /// The heading of a table of something else (`STT | Đơn vị | Số người`): what follows counts and names nobody.
    case otherTable
    case table(HeadingFinder.Block)
    case section(mark: ListMark?, text: String, rank: SectionRank)
    case total(isGrand: Bool, mark: String, count: Int?)
    case person
    case misaligned(RowAlignment.Shift)
}

/// Classifies the rows of a table.
struct RowClassifier: Sendable {
    let words: AnatomyWords
    let finder: HeadingFinder

    /// What the first of the rows is; those after it are looked at where it alone does not say.
    func classify(_ rows: ArraySlice<SheetRow>, _ table: TableInUse, inFooter: Bool) -> RowVerdict {
        guard let row = rows.first, row.filledCount > 0 else { return .blank }
        let evidence = Evidence(row, table)
        if evidence.isPlain, !inFooter { return person(row, table) }
        if row.filledCount >= 2, let verdict = heading(rows, table, evidence) { return verdict }
        // The last row of a heading may hold one sub-heading alone.
        if row.filledCount == 1, !evidence.isTelling, finder.repeats(row, table.layout) { return .heading }
        let line = Line(row)
        if !evidence.isStrong {
            if words.opening(line.words, .pageLine) != nil, row.filledCount <= 4 { return .note(endsTable: false) }
            if let total = total(row, line, table) { return total }
        }
        if evidence.isStrong { return person(row, table) }
        if isSignature(row) || isSigners(row, evidence) { return .note(endsTable: true) }
        if let section = section(rows, line, table, evidence, inFooter: inFooter) { return section }
        if inFooter { return .note(endsTable: false) }
        if !evidence.isNumbered, words.opening(line.words, .noteStart) != nil { return .note(endsTable: false) }
        if evidence.isWeak || evidence.isNameless { return person(row, table) }
        return .note(endsTable: false)
    }

    /// Whether the row alone proves that it is a person's.
    func isPerson(_ row: SheetRow, _ table: TableInUse) -> Bool { Evidence(row, table).isStrong }

    private func person(_ row: SheetRow, _ table: TableInUse) -> RowVerdict {
        RowAlignment.shift(row, table).map(RowVerdict.misaligned) ?? .person
    }

    private func heading(_ rows: ArraySlice<SheetRow>, _ table: TableInUse, _ evidence: Evidence) -> RowVerdict? {
        guard let row = rows.first, !evidence.isTelling else { return nil }
        if finder.isColumnNumbers(row) { return .heading }
        if finder.repeats(row, table.layout) { return .heading }
        if evidence.isNumbered { return nil }
        if let block = finder.block(rows) { return .table(block) }
        return finder.namesOtherColumns(row, table.layout) ? .otherTable : nil
    }

    // MARK: Totals

    private func total(_ row: SheetRow, _ line: Line, _ table: TableInUse) -> RowVerdict? {
        let isGrand: Bool
        let opening: Int
        if let word = words.opening(line.words, .grandTotal) {
            (isGrand, opening) = (true, word)
        } else if let word = words.opening(line.words, .partTotal) {
            (isGrand, opening) = (false, word)
        } else {
            return nil
        }
        let tail = line.words.dropFirst(opening)
        // `Tòng Thị …` and `Công chức` without accents open like a total: a total goes on with a number, a thing
        // counted, a mark, or nothing.
        let next = tail.plain.first ?? ""
        let mark = ListMark(cell: next.uppercased())
        let isNumber = next.utf8.first.map(isDigit) ?? false || StatedCount.words(next) != nil
        let counts = words.opening(tail, .countNoun) != nil
        let isSingleWord = opening == 1
        guard !isSingleWord || next.isEmpty || isNumber || counts || mark != nil else { return nil }
        let count = count(row, line)
        if count == nil, !next.isEmpty, mark == nil, !counts, row.filledCount == 1 { return nil }
        // A figure is a mark where the count comes after a colon.
        let isMark =
            mark.map { CellShape($0.text).digits == 0 || countFollowsColon(line.text, after: $0.text) } ?? false
        let named = isMark ? mark?.text ?? "" : ""
        return .total(isGrand: isGrand, mark: named, count: count)
    }

    /// Whether a colon stands right behind the mark, with a number after it.
    private func countFollowsColon(_ text: String, after mark: String) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        return parts.count == 2 && LineWords(parts[0]).plain.last == mark.lowercased() && CellShape(parts[1]).digits > 0
    }

    /// The number that a total's row states: in its text, else in the first other cell that counts people or is a whole
    /// number.
    private func count(_ row: SheetRow, _ line: Line) -> Int? {
        let nouns: (String) -> Bool = { words.opening(LineWords($0), .countNoun) != nil }
        let text = line.text
        let afterColon = text.split(separator: ":", maxSplits: 1).dropFirst().first.map(String.init)
        // Before a colon stands what is summed up: `Cộng mục 1: 4`.
        if let afterColon, CellShape(afterColon).digits > 0 { return StatedCount.read(afterColon, nouns: nouns) }
        if CellShape(text).digits > 0, let count = StatedCount.read(text, nouns: nouns) { return count }
        let others = row.filledColumns.filter { $0 != line.column }
        if let counted = others.first(where: { words.mentions(LineWords(row.cells[$0]), .countNoun) }),
            let count = StatedCount.read(row.cells[counted], nouns: nouns)
        {
            return count
        }
        if let whole = others.first(where: {
            CellShape(row.cells[$0]).isInteger && CellShape(row.cells[$0]).digits <= 6
        }) {
            return StatedCount.read(row.cells[whole], nouns: nouns)
        }
        return StatedCount.words(asciiKey(afterColon ?? withoutOpening(line)))
    }

    private func withoutOpening(_ line: Line) -> String {
        line.words.dropFirst(words.opening(line.words, .grandTotal) ?? words.opening(line.words, .partTotal) ?? 0).key
    }

    // MARK: Footers

    /// Whether every cell is something that stands at a list's foot: place and date, a signer's office, a hint to sign.
    /// Between two of them a body may be named, too.
    private func isSignature(_ row: SheetRow) -> Bool {
        guard row.filledCount <= 6 else { return false }
        let texts = row.filledColumns.map { row.cells[$0] }
        let others = texts.filter { !isSignature($0) }
        if others.isEmpty { return true }
        return texts.count - others.count >= 2
            && others.allSatisfy { CellShape($0).digits == 0 && words.rank(ofSection: LineWords($0)) != .other }
    }

    private func isSignature(_ text: String) -> Bool {
        let line = LineWords(text)
        if ["ngay", "thang", "nam"].allSatisfy(line.plain.contains) { return true }
        if isPlaceAndDate(text) { return true }
        if words.opening(line, .signatureStart) != nil { return true }
        guard let count = words.opening(line, .signature) else { return false }
        return line.plain.count <= count + 8
    }

    /// Whether the row holds the names of signers: several names side by side, and nothing else.
    private func isSigners(_ row: SheetRow, _ evidence: Evidence) -> Bool {
        !evidence.isNumbered && row.filledCount >= 2
            && row.filledColumns.allSatisfy { words.isName(LineWords(row.cells[$0])) }
    }

    /// `Quài Tở, ngày 10/6/2025`.
    private func isPlaceAndDate(_ text: String) -> Bool {
        let parts = text.split(separator: ",")
        guard parts.count == 2, let date = parts.last else { return false }
        let words = LineWords(String(date)).plain
        return words.first == "ngay" && words.count > 1 && CellShape(String(date.dropFirst(5))).digits >= 4
    }

    // MARK: Sections

    private func section(
        _ rows: ArraySlice<SheetRow>, _ line: Line, _ table: TableInUse, _ evidence: Evidence, inFooter: Bool
    ) -> RowVerdict? {
        guard let row = rows.first, row.filledCount <= 3, !line.words.isEmpty, line.text.utf8.count <= 300 else {
            return nil
        }
        let others = row.filledColumns.filter { $0 != line.column }
        // Beside its words a section's row has at most its mark before them and a count after them.
        var mark: ListMark?
        for column in others {
            if column < line.column {
                guard mark == nil, let found = ListMark(cell: row.cells[column]) else { return nil }
                mark = found
            } else {
                let shape = CellShape(row.cells[column])
                let counts = words.mentions(LineWords(row.cells[column]), .countNoun) && shape.digits > 0
                guard (shape.isInteger && shape.digits <= 4) || counts else { return nil }
            }
        }
        if let mark {
            // A number of the list beside a value, with no name between them, is a person's row that lacks its name.
            let isNameless = evidence.isNumbered && table.layout.dataColumns.contains(line.column)
            if isNameless, words.rank(ofSection: line.words) == .other, !isShouted(line.text) { return .person }
            return marked(mark, line.text, line, table, evidence, inFooter: inFooter)
        }
        if let (mark, rest) = ListMark.leading(line.text) {
            let kind = mark.readings[0].kind
            let isRemark = kind == .number || kind == .smallLetter
            if isRemark, words.rank(ofSection: LineWords(rest)) == .other, !precedesPeople(rows, table) { return nil }
            return marked(mark, rest, line, table, evidence, inFooter: inFooter)
        }
        return unmarked(rows, line, inFooter: inFooter)
    }

    private func marked(
        _ mark: ListMark, _ text: String, _ line: Line, _ table: TableInUse, _ evidence: Evidence, inFooter: Bool
    ) -> RowVerdict? {
        let rank = words.rank(ofSection: LineWords(text))
        let kind = mark.readings[0].kind
        if inFooter, kind == .dash || kind == .number || rank == .other { return nil }
        switch kind {
        case .number:
            // A number before a person's name alone is a person about whom nothing else is known.
            let line = LineWords(text)
            let isName = words.isName(line) || (rank == .other && !isShouted(text) && PersonName(text) != nil)
            if evidence.hasName, isName, !table.layout.dataColumns.isEmpty { return nil }
        case .dash:
            if rank == .other { return nil }
        case .smallLetter, .letter, .roman, .part, .decimal, .none: break
        }
        return .section(mark: mark, text: text, rank: rank)
    }

    private func unmarked(_ rows: ArraySlice<SheetRow>, _ line: Line, inFooter: Bool) -> RowVerdict? {
        guard rows.first?.filledCount == 1, CellShape(line.text).letters > 1, line.text.utf8.first != UInt8(ascii: "("),
            words.opening(line.words, .noteStart) == nil
        else { return nil }
        let rank = words.rank(ofSection: line.words)
        guard leadsToPeople(rows) || (rank != .other && !inFooter && isShouted(line.text)) else { return nil }
        if inFooter, rank == .other { return nil }
        return .section(mark: nil, text: line.text, rank: rank)
    }

    /// Whether a person comes anywhere below, as far as can be seen.
    private func precedesPeople(_ rows: ArraySlice<SheetRow>, _ table: TableInUse) -> Bool {
        rows.dropFirst().contains { Evidence($0, table).isStrong }
    }

    /// Whether people, another section or a heading come next, blanks aside.
    private func leadsToPeople(_ rows: ArraySlice<SheetRow>) -> Bool {
        for row in rows.dropFirst().prefix(6) where row.filledCount > 0 {
            if row.filledCount >= 4 { return true }
            let line = Line(row)
            if row.filledCount == 1 {
                if ListMark.leading(line.text) != nil { return true }
                guard words.rank(ofSection: line.words) != .other else { return false }
                continue
            }
            return row.filledCount == 3
                || (ListMark(cell: row.cells[row.firstFilled]) != nil && row.firstFilled < line.column)
        }
        return false
    }

    /// Whether the text is in capitals.
    private func isShouted(_ text: String) -> Bool {
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count(where: \.properties.isLowercase) * 4 < letters.count
    }
}

/// The first words of a row, which say what a row without a person is.
private struct Line {
    let column: Int
    let text: String
    let words: LineWords

    init(_ row: SheetRow) {
        let filled = row.filledColumns
        column =
            filled.first { CellShape(row.cells[$0]).letters > 1 && ListMark(cell: row.cells[$0]) == nil }
            ?? filled.first ?? 0
        text = cleanText(row.text(column))
        words = LineWords(text)
    }
}

/// What speaks for a row being a person's.
private struct Evidence {
    var isNumbered = false
    var hasName = false
    /// A date or an identity number.
    var isTelling = false
    var data = 0

    init(_ row: SheetRow, _ table: TableInUse) {
        row.cells.withBytes { cells in
            if let ordinal = table.layout.ordinalColumn, ordinal < cells.count {
                let shape = CellShape(cells[ordinal])
                isNumbered = shape.digits > 0 && shape.digits <= 5 && shape.letters == 0 && !shape.isDate
            }
            for column in table.layout.nameColumns where row.isFilled(column) || row.origin(column) == .mergedFromAbove
            {
                hasName = hasName || CellShape(cells[column]).letters > 0
            }
            for column in table.layout.dataColumns where column < cells.count {
                let text = cells[column]
                if row.origin(column) == .mergedFromLeft || isBlank(text) { continue }
                data += 1
                if !isTelling, hasDigit(text) { isTelling = EverydayForm(text) != nil || CellShape(text).isTelling }
                if isTelling, data > 2 { break }
            }
        }
    }

    var isPlain: Bool { hasName && ((isTelling && data >= 2) || (isNumbered && data >= 3)) }
    var isStrong: Bool { hasName && ((isTelling && data >= 1) || (isNumbered && data >= 2)) }
    var isWeak: Bool { hasName && (data >= 1 || isNumbered) }
    /// A person's row whose name is missing.
    var isNameless: Bool { !hasName && data >= 2 && (isTelling || isNumbered) }
}
