// What is compared between two rows, and in how many ways it can agree: levels in words, from equal to different.

/// A field on which two rows are compared; raw values give the order in which evidence is told.
enum Comparison: Int, CaseIterable, Sendable {
    case fullName, birthDate, nationalID, oldNationalID, gender, ethnicity
    case unit, position, recruitedOn, partyJoined, homeTown, phone, salary

    /// The field's canonical name, as evidence and the model's file write it.
    var name: String {
        switch self {
        case .fullName: "full_name"
        case .birthDate: "birth_date"
        case .nationalID: "national_id"
        case .oldNationalID: "old_national_id"
        case .gender: "gender"
        case .ethnicity: "ethnicity"
        case .unit: "unit"
        case .position: "position"
        case .recruitedOn: "recruited_on"
        case .partyJoined: "party_joined"
        case .homeTown: "home_town"
        case .phone: "phone"
        case .salary: "salary_coefficient"
        }
    }
}

/// How far two values agree.
enum MatchLevel: UInt8, CaseIterable, Sendable {
    /// One row or both have no value: no evidence either way.
    case missing
    case equal
    /// The same letters, one of the two without any accents.
    case unaccented
    /// The same letters, other accents, or `i` for `y`.
    case respelt
    /// One letter apart, two neighbours swapped, or the same words in another order.
    case near
    /// A name that lacks a word of the other, or the same family and given name round another middle.
    case partsEqual
    /// Equal as far as the less complete date goes, down to the month.
    case sameMonth
    /// Equal as far as the less complete date goes, to the year alone; 1 January counts as the year alone.
    case sameYear
    case daySwapped
    /// One digit apart, or two neighbouring digits swapped.
    case oneDigit
    /// The same day one year earlier or later.
    case yearApart
    case different

    var name: String {
        switch self {
        case .missing: "missing"
        case .equal: "equal"
        case .unaccented: "equal without accents"
        case .respelt: "equal but for accents"
        case .near: "one letter apart"
        case .partsEqual: "family and given name equal"
        case .sameMonth: "same month"
        case .sameYear: "same year"
        case .daySwapped: "day and month swapped"
        case .oneDigit: "one digit apart"
        case .yearApart: "one year apart"
        case .different: "different"
        }
    }
}

/// The level of each comparison of two rows, four bits each.
struct MatchEvidence: Hashable, Sendable {
    private var packed: UInt64 = 0

    subscript(comparison: Comparison) -> MatchLevel {
        get { MatchLevel(rawValue: UInt8(packed >> UInt64(comparison.rawValue * 4) & 15)) ?? .missing }
        set {
            let shift = UInt64(comparison.rawValue * 4)
            packed = packed & ~(15 << shift) | UInt64(newValue.rawValue) << shift
        }
    }

    /// One line a comparison (`full_name: equal`), those without evidence left out.
    var lines: [String] {
        Comparison.allCases.compactMap { comparison in
            let level = self[comparison]
            return level == .missing ? nil : Self.line(comparison, level)
        }
    }

    /// The lines of several pairs of rows, each once, in order of comparison and then from equal to different.
    static func lines(of several: some Collection<MatchEvidence>) -> [String] {
        Comparison.allCases.flatMap { comparison in
            let levels = several.reduce(into: UInt16(0)) { $0 |= 1 << UInt16($1[comparison].rawValue) }
            return MatchLevel.allCases.dropFirst().filter { levels >> UInt16($0.rawValue) & 1 == 1 }
                .map { line(comparison, $0) }
        }
    }

    private static func line(_ comparison: Comparison, _ level: MatchLevel) -> String {
        allLines[comparison.rawValue * MatchLevel.allCases.count + Int(level.rawValue)]
    }

    /// Made once: a million people share these few lines.
    private static let allLines = Comparison.allCases.flatMap { comparison in
        MatchLevel.allCases.map { "\(comparison.name): \($0.name)" }
    }
}
