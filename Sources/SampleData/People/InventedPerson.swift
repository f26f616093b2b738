// A person who does not exist, with everything about them consistent: number with birth and gender, step with rank.

/// Where the plan of the district puts somebody.
enum Plan: Sendable, Equatable {
    /// The plan leaves the place open.
    case none
    /// A new commune (by code), its people's committee.
    case commune(String)
    /// The General Service Centre of a new commune (by code).
    case serviceCentre(String)
    /// A department: its key among the receiving units, and its name.
    case department(key: String, name: String)
    /// Words that name no new unit.
    case unknown(String)
    /// Words that name several.
    case ambiguous(String)
}

/// A post held at some time.
struct Tenure: Sendable {
    var position: String
    var rank: String
    var scale: String
    /// From 1; 0 where there is no scale.
    var step: Int
    /// In hundredths; 0 where there is none.
    var coefficient: Int
    var allowance: Int
    /// The place of the body among the district's.
    var body: Int
}

extension Day {
    /// The months from this day to the reorganisation, 1 July 2025.
    var monthsToReorganisation: Int { (2025 - year) * 12 + 7 - month - (day > 1 ? 1 : 0) }
}

/// One invented person.
struct InventedPerson: Sendable {
    /// From 1, over the whole region.
    var number: Int
    var name: InventedName
    var isFemale: Bool
    var birth: Day
    /// Twelve digits.
    var citizenID: Int
    /// The old nine-digit number; 0 where none is known.
    var oldID: Int
    var ethnicity: String
    var homeTown: String
    var phone: String
    var category: String
    var now: Tenure
    /// As the lists of 2023 had it; nil for those who came later.
    var before: Tenure?
    /// `doctor, master, bachelor, college, intermediate, elementary`.
    var qualification: String
    var fieldOfStudy: String
    /// `advanced, intermediate, elementary`, or empty.
    var politicalTheory: String
    var partyJoined: Day?
    var recruited: Day
    /// From when on social insurance was paid: some worked on a contract before.
    var insured: Day
    var plan = Plan.none
    var isLeaving = false
    /// What the column of remarks says.
    var note = ""
    /// What the plan makes of them; empty for nothing said.
    var proposedPosition = ""
    /// What the column of the policy says.
    var policy = ""
    /// Counted in the announced figures: no error may hide that their rows are one person.
    var isAnnounced = false
    /// Shares name and birth date with somebody: only the number tells them apart.
    var hasDouble = false
    /// A line in a list that is nobody's: it was invented to be refused.
    var isGhost = false
}
