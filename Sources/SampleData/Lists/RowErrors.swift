// The errors of clerks and spreadsheets: in names, dates and numbers, each with what can still be read.

import Vietnamese

/// Errors in names.
struct NameErrors {
    var chance: Chance
    /// The file's encoding can hold any character.
    let isUnicode: Bool

    /// A letter wrong, or the middle name left out.
    mutating func wrong(_ name: InventedName) -> String {
        if !name.middle.isEmpty, chance.percent(40) { return name.family + " " + name.given }
        let pairs = [
            ("ương", "ướng"), ("inh", "ing"), ("ân", "âng"), ("ang", "an"), ("ung", "un"), ("ích", "ít"),
            ("uyền", "uyên"),
            ("iền", "iên"), ("ùng", "ung"), ("ải", "ai"), ("oa", "oan"), ("ai", "ay"), ("ơn", "ợn"), ("ò", "ỏ"),
        ]
        for (right, wrong) in chance.shuffled(pairs) {
            guard let given = Self.replacing(right, by: wrong, in: name.given), given != name.given else { continue }
            return name.familyAndMiddle + " " + given
        }
        return name.family + " " + name.given
    }

    private static func replacing(_ part: String, by other: String, in word: String) -> String? {
        guard word.hasSuffix(part), word.count > part.count else { return nil }
        return word.dropLast(part.count) + other
    }

    /// The name without its marks, each word with a capital.
    func plain(_ name: String) -> String {
        asciiKey(name).split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    /// The right name with something around it or within: a title, a remark, blanks, letters of another script.
    mutating func odd(_ name: String, isFemale: Bool) -> String {
        switch chance.below(isUnicode ? 9 : 5) {
        case 0: return (isFemale ? "Bà " : "Ông ") + name
        case 1: return "Đ/c " + name
        case 2: return name + chance.pick([" (kiêm nhiệm)", " (ThS)", " (Bí thư chi bộ)"])
        case 3: return name.split(separator: " ").joined(separator: "  ") + " "
        case 4: return "1. " + name
        case 5: return name.split(separator: " ").joined(separator: "\u{A0}")
        case 6: return "\u{200B}" + name
        case 7: return Self.exchanging(["Đ": "Ð", "A": "А", "o": "о", "H": "Н"], in: name)
        default: return Keystrokes.telex(name)
        }
    }

    private static func exchanging(_ letters: [Character: Character], in text: String) -> String {
        String(text.map { letters[$0] ?? $0 })
    }
}

/// Names as they look when the keyboard driver was off.
enum Keystrokes {
    private static let marks: [Character: (String, String)] = {
        var marks: [Character: (String, String)] = [:]
        let rows = [
            ("ă", "aw", "ằắẳẵặ"), ("â", "aa", "ầấẩẫậ"), ("ê", "ee", "ềếểễệ"), ("ô", "oo", "ồốổỗộ"),
            ("ơ", "ow", "ờớởỡợ"),
            ("ư", "uw", "ừứửữự"),
        ]
        for (plain, keys, toned) in rows {
            for letter in plain { marks[letter] = (keys, "") }
            for (letter, tone) in zip(toned, ["f", "s", "r", "x", "j"]) { marks[letter] = (keys, tone) }
        }
        marks["đ"] = ("dd", "")
        return marks
    }()

    /// The name with one word as it is typed in Telex, where that word leaves a certain sign.
    static func telex(_ name: String) -> String {
        var words = name.split(separator: " ").map(String.init)
        guard
            let place = words.lastIndex(where: { word in
                word.count > 2
                    && word.dropFirst().contains { marks[$0].map { ["aa", "ee", "oo"].contains($0.0) } ?? false }
            })
        else { return name }
        var (keys, tone) = ("", "")
        for letter in words[place] {
            if let mark = marks[letter] {
                keys += mark.0
                if !mark.1.isEmpty { tone = mark.1 }
            } else {
                guard letter.isASCII else { return name }
                keys.append(letter)
            }
        }
        // “oong” and the like are syllables of their own.
        guard !tone.isEmpty || !keys.contains("oo") else { return name }
        words[place] = keys + tone
        return words.joined(separator: " ")
    }
}

/// Errors in birth dates.
struct DateErrors {
    var chance: Chance
    let style: DateStyle

    /// Another day, month or year by a slip of the finger.
    mutating func typed(_ day: Day) -> Day {
        var other = day
        switch chance.below(3) {
        case 0: other.year += chance.pick([-10, 10, -1, 1], or: 1)
        case 1: other.month = other.month == 12 ? 11 : other.month + 1
        default: other.day = other.day > 27 ? other.day - 9 : other.day + 1
        }
        other.year = min(other.year, 2006)
        other.day = min(other.day, Day.dayCount(year: other.year, month: other.month))
        return other
    }

    /// A date that says nothing: of the lunar calendar, or beyond reading.
    mutating func lost(_ day: Day) -> String {
        chance.percent(50) ? "\(day.day)/\(day.month)/\(day.year) (âm lịch)" : "khoảng những năm \(day.year / 10 % 10)0"
    }

    /// A date that is none: month first, a day or month that does not exist. Nil where the date gives no occasion.
    mutating func wrong(_ day: Day) -> (text: String, reading: DateReading, code: String)? {
        if day.day > 12, chance.percent(50) {
            return ("\(Day.twoDigits(day.month))/\(day.day)/\(day.year)", DateReading(day), "date.month_first")
        }
        let count = Day.dayCount(year: day.year, month: day.month)
        if count < 31, chance.percent(60) {
            let reading = DateReading(year: day.year, month: day.month)
            return ("31/\(Day.twoDigits(day.month))/\(day.year)", reading, "date.impossible")
        }
        guard day.day > 12 else { return nil }
        return ("\(day.day)/\(day.month + 12)/\(day.year)", DateReading(year: day.year), "date.impossible")
    }

    /// A date of which a part is unknown.
    mutating func partial(_ day: Day) -> (text: String, reading: DateReading) {
        let month = DateReading(year: day.year, month: day.month)
        switch chance.below(4) {
        case 0: return ("00/\(Day.twoDigits(day.month))/\(day.year)", month)
        case 1: return ("\(day.month)/\(day.year)", month)
        case 2: return ("00/00/\(day.year)", DateReading(year: day.year))
        default: return (String(day.year), DateReading(year: day.year))
        }
    }
}

/// Errors in identity numbers.
struct NumberErrors {
    /// What is left of a number.
    enum Outcome {
        /// No number; the code.
        case code(String)
        /// A number of twelve digits, and how many zeros are missing in front of it.
        case number(Int, restored: Int)
    }

    var chance: Chance

    mutating func wrong(_ number: Int) -> (text: String, outcome: Outcome) {
        let text = IdentityRules.twelve(number)
        let digits = text.map { Int($0.wholeNumberValue ?? 0) }
        switch chance.below(10) {
        case 0:
            let mantissa = String(number)
            return (
                "\(mantissa.prefix(1)),\(mantissa.dropFirst().prefix(5))E+\(mantissa.count - 1)",
                .code("national_id.truncated")
            )
        case 1:
            let mantissa = String(number)
            let whole = "\(mantissa.prefix(1)).\(mantissa.dropFirst())E+\(mantissa.count - 1)"
            // A zero at its end would not be written.
            guard !mantissa.hasSuffix("0") else { return (text, .number(number, restored: 0)) }
            return (whole, .number(number, restored: 12 - mantissa.count))
        case 2: return (text.prefix(7) + "00000", .code("national_id.truncated"))
        case 3: return (String(text.prefix(7)), .code("national_id.invalid"))
        case 4: return (text.dropLast() + "?", .code("national_id.invalid"))
        case 5: return (chance.pick(["000000000000", "111111111111", "123456789"]), .code("national_id.invalid"))
        case 6: return changed(digits, at: 11)
        case 7: return changed(digits, at: chance.within(4...5))
        case 8: return swapped(digits)
        default: return changed(digits, at: chance.within(7...10))
        }
    }

    private mutating func changed(_ digits: [Int], at place: Int) -> (text: String, outcome: Outcome) {
        var digits = digits
        digits[place] = (digits[place] + chance.within(1...9)) % 10
        return joined(digits)
    }

    private mutating func swapped(_ digits: [Int]) -> (text: String, outcome: Outcome) {
        var digits = digits
        let place = chance.within(6...10)
        digits.swapAt(place, place + 1)
        return joined(digits)
    }

    private func joined(_ digits: [Int]) -> (text: String, outcome: Outcome) {
        let number = digits.reduce(0) { $0 * 10 + $1 }
        let isCut = number % 100_000 == 0
        return (
            IdentityRules.twelve(number), isCut ? .code("national_id.truncated") : .number(number, restored: 0)
        )
    }
}
