// When people reach the age of retirement: Decree 135/2020/NĐ-CP, by year and sex.

public import Personnel

/// A month of the calendar, so that months can be counted.
public struct CalendarMonth: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Months since January of the year 0.
    let index: Int

    init(index: Int) { self.index = index }

    /// The month of a date; January where only the year is known, as the law takes it.
    public init(_ date: PartialDate) { index = date.year * 12 + (date.month ?? 1) - 1 }

    public var year: Int { index / 12 }
    /// 1 to 12.
    public var month: Int { index % 12 + 1 }

    public func adding(months: Int) -> CalendarMonth { CalendarMonth(index: index + months) }

    /// How many months from another to this; negative where this is earlier.
    public func months(since other: CalendarMonth) -> Int { index - other.index }

    public static func < (left: CalendarMonth, right: CalendarMonth) -> Bool { left.index < right.index }

    /// `2027-11`.
    public var description: String { "\(year)-" + (month < 10 ? "0" : "") + "\(month)" }
}

/// Retirement ages by the year in which they are reached.
public struct RetirementAges: Sendable {
    /// How much lower the age is: in heavy or hazardous work, or after 15 years in especially difficult areas.
    public enum Lowering: String, Sendable, CaseIterable { case none, five, ten }

    private struct Row: Sendable {
        let year: Int
        /// Ages in months, by sex and lowering.
        let months: [Key: Int]
    }

    private struct Key: Hashable, Sendable {
        let gender: Gender
        let lowering: Lowering
    }

    private let rows: [Row]

    /// - Parameter table: `retirement-ages.csv`: year, and for each sex and lowering the age in years and months
    ///   (`male_years`, `male_months`, `female_5y_lower_years`, …); years ascending without a gap.
    public init(_ table: ReferenceTable) throws(ReferenceError) {
        var rows: [Row] = []
        let year = try table.column("year")
        for row in table.rows {
            guard let number = Int(row.cells[year]), rows.last.map({ $0.year + 1 == number }) ?? true else {
                throw table.mistake(in: row, column: "year", expected: "the year after that of the row above")
            }
            var months: [Key: Int] = [:]
            for gender in Gender.allCases {
                for (lowering, name) in [(Lowering.none, ""), (.five, "_5y_lower"), (.ten, "_10y_lower")] {
                    let (years, rest) = (gender.rawValue + name + "_years", gender.rawValue + name + "_months")
                    let cells = (row.cells[try table.column(years)], row.cells[try table.column(rest)])
                    guard let age = Int(cells.0), (30...80).contains(age) else {
                        throw table.mistake(in: row, column: years, expected: "an age in years")
                    }
                    guard let extra = Int(cells.1), (0..<12).contains(extra) else {
                        throw table.mistake(in: row, column: rest, expected: "months from 0 to 11")
                    }
                    months[Key(gender: gender, lowering: lowering)] = age * 12 + extra
                }
            }
            rows.append(Row(year: number, months: months))
        }
        guard !rows.isEmpty else {
            throw ReferenceError(path: table.path, line: 1, expected: "a row for each year", found: "none")
        }
        self.rows = rows
    }

    /// The month from which the pension is paid: the one after that in which the age is reached.
    ///
    /// Only the year of birth known counts as 1 January, only the month as its first day.
    public func pensionStart(born: PartialDate, gender: Gender, lowering: Lowering = .none) -> CalendarMonth {
        let birth = CalendarMonth(born)
        let key = Key(gender: gender, lowering: lowering)
        var reached = birth
        for row in rows {
            reached = birth.adding(months: row.months[key] ?? 0)
            if reached.year <= row.year { break }
        }
        return reached.adding(months: 1)
    }
}
