// Dates as lists write them, to partial ISO dates (conventions.md, "Dates").
import Personnel
import Vietnamese

/// What a date column holds: the century of a two-digit year depends on it.
enum DateUse { case birth, event }

/// What a date cell says.
enum DateReading: Equatable {
    /// Nothing: empty, a dash, "không rõ" and the like.
    case missing
    /// A date, with the issue that its reading raises, if any.
    case date(PartialDate, IssueCode?)
    /// No value, and why: `date.lunar` or `date.unreadable`.
    case unreadable(IssueCode)
}

/// Reads dates, day before month always.
struct DateReader: Sendable {
    let asOf: PartialDate

    /// Reads a cell. `from1904`: the workbook counts its serial numbers from 1904.
    func read(_ text: String, as use: DateUse, from1904: Bool = false) -> DateReading {
        var text = text
        if let date = text.withUTF8({ Self.plainDate($0) }) { return .date(date, nil) }
        var parts = text.withUTF8 { DateParts(plain: $0) } ?? DateParts(CellToken.tokens(of: text))
        if parts.isLunar { return .unreadable(.dateLunar) }
        guard !parts.isForeign else { return .unreadable(.dateUnreadable) }
        if parts.components.allSatisfy({ $0.value == 0 }) { return .missing }
        parts.dropFraction()
        return reading(of: parts, as: use, from1904: from1904)
    }

    /// The first of several dates in an event's cell (`03/02/2010; chính thức 03/02/2011`): the event itself, the later
    /// ones confirm it. Nil where the cell does not hold several.
    func readFirst(of text: String) -> DateReading? {
        let pieces = Self.datedPieces(of: text)
        guard let first = pieces.first, first.utf8.count < text.utf8.count else { return nil }
        let reading = read(first, as: .event)
        guard case .date = reading else { return nil }
        return reading
    }

    /// The runs of digits and date marks that hold a year, without the words around them.
    private static func datedPieces(of text: String) -> [String] {
        var pieces: [String] = []
        var piece: [UInt8] = []
        func end() {
            while let last = piece.last, !(0x30...0x39).contains(last) { piece.removeLast() }
            if piece.count >= 6 { pieces.append(String(decoding: piece, as: UTF8.self)) }
            piece.removeAll()
        }
        for byte in text.utf8 {
            let isMark = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            // One date has one mark: the `-` of `5/5/2012-5/5/2013` parts two.
            let mark = piece.first { !(0x30...0x39).contains($0) } ?? byte
            if (0x30...0x39).contains(byte) || isMark && !piece.isEmpty && byte == mark {
                piece.append(byte)
            } else {
                end()
            }
        }
        end()
        return pieces
    }

    /// Whether a person born then is younger than 16 or older than 75 at the as-of date, whatever the unknown day is.
    func isImplausibleBirth(_ date: PartialDate) -> Bool {
        let lastDay = PartialDate.dayCount(year: date.year, month: date.month ?? 12)
        let latest = PartialDate(year: date.year, month: date.month ?? 12, day: date.day ?? lastDay) ?? date
        return date.completedYears(to: asOf) < 16 || latest.completedYears(to: asOf) > 75
    }

    /// The common forms, `05/03/1980` and `5/3/1980` with any one mark and `1980-03-05` with or without a time, without
    /// tokens; nil for every other text.
    static func plainDate(_ bytes: UnsafeBufferPointer<UInt8>) -> PartialDate? {
        guard bytes.count >= 8, bytes[0] &- 0x30 < 10 else { return nil }
        func number(_ range: Range<Int>) -> Int {
            var number = 0
            for index in range {
                guard (0x30...0x39).contains(bytes[index]) else { return -10_000 }
                number = number * 10 + Int(bytes[index] - 0x30)
            }
            return number
        }
        func date(_ day: Range<Int>, _ month: Range<Int>, _ year: Range<Int>) -> PartialDate? {
            let (day, month, year) = (number(day), number(month), number(year))
            return day > 0 && month > 0 ? PartialDate(year: year, month: month, day: day) : nil
        }
        if bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes.count == 10 || bytes[10] == 0x54 {
            return date(8..<10, 5..<7, 0..<4)
        }
        // One or two digits, a mark, one or two digits, the mark again, four digits.
        let mark = bytes[1] &- 0x30 < 10 ? 2 : 1
        let second = bytes.count - 5
        guard bytes.count <= 10, mark < second - 1, second - mark <= 3, bytes[mark] == bytes[second],
            bytes[mark] == 0x2F || bytes[mark] == 0x2D || bytes[mark] == 0x2E
        else { return nil }
        return date(0..<mark, mark + 1..<second, second + 1..<bytes.count)
    }
}

// MARK: - From components to a date

extension DateReader {
    private typealias Component = DateParts.Component

    private func reading(of parts: DateParts, as use: DateUse, from1904: Bool) -> DateReading {
        let found = parts.components
        if parts.hasLabels {
            return date(day: parts.labelled[0], month: parts.labelled[1], year: parts.labelled[2], as: use)
        }
        switch found.count {
        case 1: return run(found[0], as: use, from1904: from1904)
        case 2 where found[0].isFullYear && !found[1].isFullYear:
            return date(day: .unknown, month: found[1], year: found[0], as: use)
        // `05/03` may be a day and a month or a month and a year: nothing is guessed.
        case 2 where found[1].isFullYear || found[1].value > 12 && found[1].digits == 2:
            return date(day: .unknown, month: found[0], year: found[1], as: use)
        case 3 where found[0].isFullYear:
            return date(day: found[2], month: found[1], year: found[0], as: use)
        case 3 where found[0].value <= 31 || found[2].isFullYear:
            return date(day: found[0], month: found[1], year: found[2], as: use)
        default: return .unreadable(.dateUnreadable)
        }
    }

    /// A single run of digits: a year, a date without marks, or a serial number of Excel.
    private func run(_ component: Component, as use: DateUse, from1904: Bool) -> DateReading {
        let value = component.value
        switch component.digits {
        case 4 where Self.years.contains(value), 2 where use == .birth:
            return date(day: .unknown, month: .unknown, year: component, as: use)
        case 4, 5: return serial(value, from1904: from1904)
        case 6: return sixDigits(value, as: use)
        // 7: Excel took the zero away from `05031980`.
        case 7, 8: return eightDigits(value)
        default: return .unreadable(.dateUnreadable)
        }
    }

    private static let years = 1900...2100

    private func eightDigits(_ value: Int) -> DateReading {
        let candidates = [
            (value / 1_000_000, value / 10_000 % 100, value % 10_000),
            (value % 100, value / 100 % 100, value / 10_000),
        ]
        for (day, month, year) in candidates where Self.years.contains(year) {
            if month > 0, day > 0, let date = PartialDate(year: year, month: month, day: day) {
                return .date(date, nil)
            }
        }
        for (day, month, year) in candidates where Self.years.contains(year) {
            return resolve(day: day, month: month, year: year)
        }
        return .unreadable(.dateUnreadable)
    }

    /// `031980` or `198003`, else `050380`: at most one of them is a date.
    private func sixDigits(_ value: Int, as use: DateUse) -> DateReading {
        for (month, year) in [(value / 10_000, value % 10_000), (value % 100, value / 100)]
        where Self.years.contains(year) && (1...12).contains(month) {
            return resolve(day: 0, month: month, year: year)
        }
        let (day, month) = (value / 10_000, value / 100 % 100)
        guard let year = fullYear(value % 100, month: month, day: day, as: use),
            day > 0, month > 0, let date = PartialDate(year: year, month: month, day: day)
        else { return .unreadable(.dateUnreadable) }
        return .date(date, nil)
    }

    /// A serial number of Excel, 1 January 1930 to 31 December 2030. Its 1900 system counts a 29 February 1900 that
    /// never was; the 1904 system begins 1,462 days later (ECMA-376, part 1, 18.17.4.1).
    private func serial(_ value: Int, from1904: Bool) -> DateReading {
        let days = from1904 ? value + 1_462 : value
        guard (10_959...47_848).contains(days) else { return .unreadable(.dateUnreadable) }
        let date = Self.civilDate(daysSince1970: days - 25_569)
        return date.map { .date($0, nil) } ?? .unreadable(.dateUnreadable)
    }

    /// The Gregorian date of a day number, by the era method (400 years are 146,097 days).
    private static func civilDate(daysSince1970 days: Int) -> PartialDate? {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return PartialDate(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private func date(day: Component, month: Component, year: Component, as use: DateUse) -> DateReading {
        guard day.digits <= 2, month.digits <= 2 else { return .unreadable(.dateUnreadable) }
        let full: Int? =
            switch year.digits {
            case 4 where year.value > 0: year.value
            case 2: fullYear(year.value, month: month.value, day: day.value, as: use)
            default: nil
            }
        return full.map { resolve(day: day.value, month: month.value, year: $0) } ?? .unreadable(.dateUnreadable)
    }

    /// The century of a two-digit year: of birth, the one that gives an age from 16 to 100 at the as-of date; of an
    /// event, this century unless that is in the future. Nil where no century fits.
    private func fullYear(_ year: Int, month: Int, day: Int, as use: DateUse) -> Int? {
        switch use {
        case .event: return 2000 + year > asOf.year ? 1900 + year : 2000 + year
        case .birth:
            return [1900 + year, 2000 + year].first { year in
                let date = PartialDate(year: year, month: month, day: day) ?? PartialDate(year: year)
                return date.map { (16...100).contains($0.completedYears(to: asOf)) } ?? false
            }
        }
    }

    /// A date of three numbers, 0 for unknown, put right where month and day stand the other way or cannot be.
    private func resolve(day: Int, month: Int, year: Int) -> DateReading {
        func dated(_ month: Int, _ day: Int, _ issue: IssueCode?) -> DateReading? {
            PartialDate(year: year, month: month, day: day).map { .date($0, issue) }
        }
        let answer: DateReading? =
            if month == 0 {
                dated(0, 0, nil)
            } else if let asWritten = dated(month, day, nil) {
                asWritten
            } else if month <= 12 {
                dated(month, 0, .dateImpossible)
            } else if day > 0, let swapped = dated(day, month, .dateMonthFirst) {
                swapped
            } else if (1...12).contains(day) {
                dated(day, 0, .dateImpossible)
            } else {
                dated(0, 0, .dateImpossible)
            }
        return answer ?? .unreadable(.dateUnreadable)
    }
}
