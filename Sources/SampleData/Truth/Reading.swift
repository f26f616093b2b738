// What a careful clerk reads from a row that was written: the values, how good they are, and what is odd about them.

/// A field whose right value is known for every person.
enum TruthField: Int, Sendable, CaseIterable {
    case fullName, birthDate, gender, nationalID, oldNationalID, ethnicity, category, position, rankCode, salaryStep
    case salaryCoefficient, positionAllowance, qualification, politicalTheory, partyJoined, recruitedOn, oldUnit
}

/// A birth date as far as a row gives it; 0 for an unknown part.
struct DateReading: Sendable, Equatable {
    var year: Int
    var month = 0
    var day = 0

    var isFull: Bool { day > 0 }

    /// Partial ISO 8601.
    var iso: String {
        if month == 0 { return "\(year)" }
        if day == 0 { return "\(year)-\(Day.twoDigits(month))" }
        return Day(year: year, month: month, day: day).iso
    }

    init(year: Int, month: Int = 0, day: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(_ day: Day) { self.init(year: day.year, month: day.month, day: day.day) }

    /// No known part of one contradicts the other.
    func agrees(with other: DateReading) -> Bool {
        year == other.year && (month == 0 || other.month == 0 || month == other.month)
            && (day == 0 || other.day == 0 || day == other.day)
    }
}

/// A value that a row gives.
struct Observation: Sendable {
    enum Quality: Int, Sendable, Comparable {
        case whole, incomplete, wrong
        static func < (left: Quality, right: Quality) -> Bool { left.rawValue < right.rawValue }
    }

    var field: TruthField
    var value: String
    var quality = Quality.whole
    /// The list's date as `yyyymmdd`; 0 where it states none.
    var date = 0
}

/// Everything that is read from a row.
struct RowReading: Sendable {
    var values: [Observation] = []
    /// The codes of the issues that the row must raise, each once.
    private(set) var codes: [String] = []
    var name = ""
    var nameQuality = Observation.Quality.whole
    var birth: DateReading?
    var gender: String?
    /// Twelve digits; 0 for none that is valid.
    var citizenID = 0
    /// Nine digits; 0 for none.
    var oldID = 0
    var body = -1
    var position = ""
    var showsPlan = false
    var showsLeaving = false
    var showsInsurance = false
    /// The row, its section or title says in which commune the school stands.
    var showsCommune = false

    mutating func see(_ field: TruthField, _ value: String, _ quality: Observation.Quality = .whole) {
        values.append(Observation(field: field, value: value, quality: quality))
    }

    mutating func raise(_ code: String) {
        if !codes.contains(code) { codes.append(code) }
    }
}

/// The rules of the national identity number, as `conventions.md` has them.
enum IdentityRules {
    /// The codes of the provinces that give numbers.
    static let provinces: Set<Int> = [
        1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44,
        45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89,
        91, 92, 93, 94, 95, 96,
    ]

    /// The birth year in a number of twelve digits; nil where the number can't be one.
    static func birthYear(_ number: Int) -> Int? {
        let (province, century) = (number / 1_000_000_000, number / 100_000_000 % 10)
        let year = 1900 + century / 2 * 100 + number / 1_000_000 % 100
        guard provinces.contains(province), century <= 3, (1940...2025).contains(year) else { return nil }
        return year
    }

    static func isFemale(_ number: Int) -> Bool { number / 100_000_000 % 2 == 1 }

    /// Takes a number of twelve digits into a reading with the issue that it raises beside the row's birth and gender.
    ///
    /// - Parameter restored: how many zeros are missing in front.
    static func read(_ number: Int, restored: Int = 0, into reading: inout RowReading) {
        guard let year = birthYear(number) else { return reading.raise("national_id.invalid") }
        let agreesInGender = reading.gender.map { ($0 == "female") == isFemale(number) } ?? true
        let distance = reading.birth.map { abs($0.year - year) } ?? 0
        if restored > 0 {
            guard agreesInGender, distance == 0, restored == 1 || number / 1_000_000_000 <= 8 else {
                return reading.raise("national_id.invalid")
            }
            reading.raise("national_id.zero_restored")
        } else if !agreesInGender || distance > 1 {
            reading.raise("national_id.mismatch")
        } else if distance == 1 {
            reading.raise("national_id.year_off_by_one")
        }
        reading.citizenID = number
        let contradicts = !agreesInGender || distance > 0
        reading.see(.nationalID, twelve(number), contradicts ? .incomplete : .whole)
        if reading.gender == nil { reading.see(.gender, isFemale(number) ? "female" : "male", .incomplete) }
    }

    static func twelve(_ number: Int) -> String { padded(number, 12) }
    static func nine(_ number: Int) -> String { padded(number, 9) }

    private static func padded(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
