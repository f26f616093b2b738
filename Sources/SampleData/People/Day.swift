// Days of the calendar for invented people and lists.

/// A day.
struct Day: Sendable, Hashable, Comparable {
    var year: Int
    var month: Int
    var day: Int

    static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// `1980-03-05`.
    var iso: String { "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))" }

    /// Excel's serial number in the 1900 system.
    var serial: Int {
        // Days since 1 March 0000 of the proleptic Gregorian calendar, shifted to 30 December 1899.
        let (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 693_899
    }

    /// Whole years from this day to another.
    func years(to other: Day) -> Int {
        other.year - year - ((other.month, other.day) < (month, day) ? 1 : 0)
    }

    static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func draw(year: Int, _ chance: inout Chance) -> Day {
        let month = chance.within(1...12)
        return Day(year: year, month: month, day: chance.within(1...dayCount(year: year, month: month)))
    }

    static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
