// A date of which the day, or the day and the month, may be unknown: what official lists really hold.

/// A calendar date known to the day, the month or the year; packed into 32 bits.
///
/// Ordered by year, month, day, an unknown part before every known one. Written as partial ISO 8601: `1980-03-05`,
/// `1980-03`, `1980`.
public struct PartialDate: Hashable, Sendable, Comparable {
    /// Year x 10,000 + month x 100 + day; 0 stands for an unknown part.
    public let packed: UInt32

    /// A date, or nil when it does not exist in the calendar (month 13, 31 February, year 0, a day without its month).
    public init?(year: Int, month: Int = 0, day: Int = 0) {
        guard (1...9999).contains(year), (0...12).contains(month), day >= 0 else { return nil }
        if month == 0 {
            guard day == 0 else { return nil }
        } else {
            guard day <= Self.dayCount(year: year, month: month) else { return nil }
        }
        packed = UInt32(year * 10_000 + month * 100 + day)
    }

    /// A date from partial ISO 8601 (`1980-03-05`, `1980-03`, `1980`); nil for anything else.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
        var numbers = [0, 0, 0]
        for (index, part) in parts.enumerated() {
            guard index == 0 || part.utf8.count == 2, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(part), number > 0
            else { return nil }
            numbers[index] = number
        }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// 1 January 1970.
    public static let epoch = PartialDate(19_700_101)

    private init(_ packed: UInt32) { self.packed = packed }

    /// A date as `packed` gave it; nil for 0.
    @inlinable init?(packed: UInt32) {
        if packed == 0 { return nil }
        self.packed = packed
    }

    public var year: Int { Int(packed) / 10_000 }
    /// The month, 1 to 12; nil when unknown.
    public var month: Int? { Int(packed) / 100 % 100 == 0 ? nil : Int(packed) / 100 % 100 }
    /// The day, 1 to 31; nil when unknown.
    public var day: Int? { Int(packed) % 100 == 0 ? nil : Int(packed) % 100 }

    /// Whether year, month and day are all known.
    public var isFull: Bool { day != nil }

    public static func < (left: PartialDate, right: PartialDate) -> Bool { left.packed < right.packed }

    /// How many days the month has, in the Gregorian calendar.
    public static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Completed years from this date to another; unknown parts count as the first of the year or month, as the law does
    /// where only the year is known.
    public func completedYears(to other: PartialDate) -> Int {
        let mine = ((month ?? 1), (day ?? 1))
        let theirs = ((other.month ?? 1), (other.day ?? 1))
        return other.year - year - (theirs < mine ? 1 : 0)
    }
}

extension PartialDate: CustomStringConvertible {
    public var description: String {
        var text = Self.padded(year, to: 4)
        if let month { text += "-" + Self.padded(month, to: 2) }
        if let day { text += "-" + Self.padded(day, to: 2) }
        return text
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
