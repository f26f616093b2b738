// Excel's day numbers as dates.

/// Days as Excel counts them.
enum SerialDate {
    /// The date `yyyy-mm-dd` of a day number, with `Thh:mm:ss` where it has a time of day; the time alone below one day;
    /// nil for what is no date.
    ///
    /// The 1900 system has a 29 February 1900 that never was (day 60), as Lotus 1-2-3 had; the 1904 system starts at 0
    /// with 1 January 1904.
    static func text(_ serial: Double, from1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var days = Int(serial)
        var seconds = Int(((serial - Double(days)) * 86_400).rounded())
        if seconds == 86_400 {
            days += 1
            seconds = 0
        }
        let time = "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        if days == 0, !from1904 { return seconds == 0 ? nil : time }
        let date = date(days, from1904)
        return seconds == 0 ? date : date + "T" + time
    }

    private static func date(_ days: Int, _ from1904: Bool) -> String {
        if !from1904, days == 60 { return "1900-02-29" }
        // Days since 1 January 1970.
        let origin = from1904 ? -24_107 : (days < 60 ? -25_568 : -25_569)
        let (year, month, day) = civil(days + origin)
        return "\(year < 1000 ? "0" : "")\(year)-\(two(month))-\(two(day))"
    }

    /// The Gregorian date of a day, counted from 1 January 1970, by eras of 400 years that begin in March.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
