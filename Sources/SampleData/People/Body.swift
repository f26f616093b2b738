// The offices, communes, centres and schools of a district in which people work.

/// What a body is; decides where its people go.
enum BodyKind: String, Sendable {
    case commune, leaders, office, division, inspectorate, partyoffice, party, front
    case vocational, agriculture, economic, culture, projects, land, urban
    case kindergarten, primary, secondary, upper
    case outside

    var isDistrictOffice: Bool {
        switch self {
        case .leaders, .office, .division, .inspectorate, .partyoffice, .party, .front: true
        default: false
        }
    }

    /// The Party's bodies, the Front and the unions.
    var isParty: Bool { self == .partyoffice || self == .party || self == .front }

    var isSchool: Bool { self == .kindergarten || self == .primary || self == .secondary }

    var isService: Bool {
        switch self {
        case .vocational, .agriculture, .economic, .culture, .projects, .land, .urban, .outside: true
        default: false
        }
    }
}

/// A body and its people, which stand together in the district's order.
struct Body: Sendable {
    var kind: BodyKind
    /// The name without its district: `Phòng Nội vụ`; for a commune `UBND xã Na Sang`.
    var name: String
    /// The name with its district: `Phòng Nội vụ huyện Mường Chà`.
    var fullName: String
    /// The place of the commune among the district's: of a commune, and where a school stands.
    var commune: Int?
    /// The name alone says in which commune the school stands.
    var namesCommune = false
    var people: Range<Int> = 0..<0
}
