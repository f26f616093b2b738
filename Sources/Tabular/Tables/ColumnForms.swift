// Of what kind the columns of a table are, told by its rows; and how well a row would do as their heading.

/// The kinds of a table's columns.
struct ColumnForms {
    private enum Kind { case none, number, date, code, words }

    /// What a row would say as a heading.
    struct Verdict {
        /// Words over a column of numbers, dates or codes.
        var contrasts = 0
        /// The same where such a column has next to nothing else.
        var strongContrasts = 0
        /// Cells of the column's own kind, or figures over words.
        var conforms = 0
        var words = 0

        /// Whether the row can be no row of the body.
        var isHeading: Bool { contrasts > 0 && contrasts > 2 * conforms }
    }

    private static let sampleSize = 300
    private var kinds: [Kind] = []
    private var isPure: [Bool] = []

    /// How many columns hold numbers, dates or codes.
    private(set) var typedCount = 0

    /// The kinds of the columns over some rows; of many, a sample from top to bottom.
    init(_ sheet: SheetProfile, rows: [Int], width: Int) {
        let step = max(1, rows.count / Self.sampleSize)
        let sample = stride(from: 0, to: rows.count, by: step).map { rows[$0] }
        for column in 0..<width {
            var (numbers, dates, codes, words) = (0, 0, 0, 0)
            for row in sample {
                switch sheet.form(row, column) {
                case .number, .year: numbers += 1
                case .date: dates += 1
                case .code: codes += 1
                case .words: words += 1
                case .blank, .coveredFromLeft, .coveredFromAbove, .missing: break
                }
            }
            let all = numbers + dates + codes + words
            let isMost: (Int) -> Bool = { all > 0 && $0 * 10 >= all * 6 }
            let kind: Kind =
                isMost(numbers)
                ? .number : isMost(dates) ? .date : isMost(codes) ? .code : isMost(words) ? .words : .none
            kinds.append(kind)
            isPure.append(words * 10 < all)
            if kind == .number || kind == .date || kind == .code { typedCount += 1 }
        }
    }

    /// How a row would do as the heading.
    func verdict(_ sheet: SheetProfile, row: Int) -> Verdict {
        var verdict = Verdict()
        for (column, kind) in kinds.enumerated() {
            let form = sheet.form(row, column)
            guard form.isTelling else { continue }
            if form == .words { verdict.words += 1 }
            switch (kind, form) {
            case (.none, _), (.words, .words), (.words, .year), (.words, .code): break
            case (.number, .year), (.date, .year): break
            case (.number, .words), (.date, .words), (.code, .words), (.number, .code), (.date, .code):
                verdict.contrasts += 1
                if isPure[column] { verdict.strongContrasts += 1 }
            default: verdict.conforms += 1
            }
        }
        return verdict
    }

    /// Whether a row holds figures where the column holds words.
    func hasFiguresOverWords(_ sheet: SheetProfile, row: Int) -> Bool {
        kinds.indices.contains { column in
            let form = sheet.form(row, column)
            return kinds[column] == .words && (form == .number || form == .year)
        }
    }
}
