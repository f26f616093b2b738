// What one text says about a unit, before the list around it completes it.

internal import Personnel

/// A text read as a unit's name.
struct UnitReading: Hashable, Sendable {
    enum Meaning: Hashable, Sendable {
        /// It names no unit (`Công chức`).
        case nothing
        /// An old commune, or a body of one.
        case commune(Int)
        /// A body or office of the authority of a place, which the text or the list around it names.
        case authority
        /// A school, centre, board or team: a kind by its position in the kinds.
        case institution(Int)
        /// Several units fit.
        case ambiguous
        /// It names a unit that is none of ours.
        case unknown
    }

    var meaning: Meaning
    /// The canonical words of the name without its place; what makes two spellings one.
    var nameKey = ""
    /// The old commune in which the unit stands, where the text says it.
    var commune: Int?
    /// The communes of one name after which a school is named, where that may be any of several.
    var namesakes: [Int] = []
    var district: Int?
    /// The old province that the text states.
    var province: Int?
    /// The level that the text states for an authority (`Thanh tra huyện`); `province` for a unit of the province.
    var level: PlaceLevel?
    /// For what is ambiguous or unknown: what it could be, or why it is none.
    var detail = ""
    /// Whether it is known to be none of ours: of another province, a company, a bank.
    var isForeign = false

    var isCommune: Bool {
        if case .commune = meaning { return true }
        return false
    }

    var isInstitution: Bool {
        if case .institution = meaning { return true }
        return false
    }

    static let nothing = UnitReading(meaning: .nothing)

    /// Whether it is unknown for want of words that tell its kind: those may be misspelt.
    var lacksKind = false

    static func foreign(_ detail: String, lacksKind: Bool = false) -> UnitReading {
        UnitReading(meaning: .unknown, detail: detail, isForeign: true, lacksKind: lacksKind)
    }
}
