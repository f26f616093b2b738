// How often what goes wrong: the rates of errors and oddities in invented lists.

/// The rates of a mess, of a thousand.
public struct Mess: Sendable, Equatable {
    /// Whether lists come in many forms, layouts and encodings, with refused files among them.
    var isVaried: Bool
    /// People who share their name with somebody else of the district, and of twins.
    var homonyms: Int
    var twins: Int
    /// Of rows: names with a title, a remark, blanks, look-alike letters or keystrokes.
    var oddNames: Int
    /// Of rows: names without accents.
    var plainNames: Int
    /// Of rows: names with a letter wrong or without their middle name.
    var wrongNames: Int
    /// Of rows: birth dates of which only a part is known.
    var partialDates: Int
    /// Of rows: birth dates that are impossible or month first.
    var wrongDates: Int
    /// Of rows: birth dates with a digit wrong.
    var typedDates: Int
    /// Of rows: numbers with a digit lost, changed or swapped, or cut off by Excel.
    var wrongNumbers: Int
    /// Of rows: no number at all.
    var missingNumbers: Int
    /// Of rows: no value in a cell that may be empty.
    var missingCells: Int
    /// Of rows: coefficients on no step, or without their comma.
    var wrongSalaries: Int
    /// Of rows: the same person again in the same list.
    var repeatedRows: Int
    /// Of rows: lines without a readable name, or with shifted cells.
    var rejectedRows: Int
    /// Of stated totals: wrong ones.
    var wrongTotals: Int

    /// Lists as districts send them.
    public static let usual = Mess(
        isVaried: true, homonyms: 8, twins: 3, oddNames: 40, plainNames: 12, wrongNames: 15, partialDates: 25,
        wrongDates: 10, typedDates: 8, wrongNumbers: 35, missingNumbers: 80, missingCells: 40, wrongSalaries: 5,
        repeatedRows: 4, rejectedRows: 4, wrongTotals: 70)

    /// No errors, one form, one layout.
    public static let none = Mess(
        isVaried: false, homonyms: 3, twins: 1, oddNames: 0, plainNames: 0, wrongNames: 0, partialDates: 0,
        wrongDates: 0, typedDates: 0, wrongNumbers: 0, missingNumbers: 0, missingCells: 0, wrongSalaries: 0,
        repeatedRows: 0, rejectedRows: 0, wrongTotals: 0)
}
