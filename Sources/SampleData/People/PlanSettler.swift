// Settles where the people of a district go: by plan, by leaving, or not yet.

/// Gives plans, and the wish to leave, to the people of a district.
struct PlanSettler {
    private let district: OldDistrict
    private let quota: DistrictQuota
    private let region: SampleRegion
    private let tables: SampleTables
    private let mess: Mess
    private var chance: Chance

    init(
        district: OldDistrict, quota: DistrictQuota, region: SampleRegion, tables: SampleTables, mess: Mess,
        chance: Chance
    ) {
        self.district = district
        self.quota = quota
        self.region = region
        self.tables = tables
        self.mess = mess
        self.chance = chance
    }

    mutating func settle(_ people: inout [InventedPerson], bodies: [Body]) {
        settleCommunes(&people, bodies)
        settleKeyPositions(&people, bodies)
        settleOffices(&people, bodies)
        settleParty(&people, bodies)
        settleServices(&people, bodies)
        for body in bodies where body.kind.isSchool {
            for place in body.people where chance.percent(1) { leave(&people[place]) }
        }
    }

    /// Everybody of a commune goes with it, save those who leave; the figures count the government's people alone.
    private mutating func settleCommunes(_ people: inout [InventedPerson], _ bodies: [Body]) {
        for body in bodies where body.kind == .commune {
            let staff = quota.communes[body.commune ?? 0]
            for (index, place) in body.people.dropFirst(quota.communeParty).enumerated() {
                if index < staff { people[place].isAnnounced = quota.isAnnounced } else { leave(&people[place]) }
            }
        }
    }

    /// The seats of a new commune, in the order in which the leaders of its first old commune are put up for them.
    private static let seats = [
        "Chủ tịch HĐND", "Chủ tịch UBND", "Phó Chủ tịch HĐND", "Phó Chủ tịch UBND", "Phó Chủ tịch UBND",
        "Trưởng Ban Kinh tế - Ngân sách HĐND", "Trưởng Ban Văn hóa - Xã hội HĐND",
        "Phó Trưởng Ban Kinh tế - Ngân sách HĐND", "Phó Trưởng Ban Văn hóa - Xã hội HĐND",
    ]

    /// Puts leaders of the old communes up for the seats of the new ones; some seats, and some communes, stay open.
    private mutating func settleKeyPositions(_ people: inout [InventedPerson], _ bodies: [Body]) {
        guard mess.isVaried else { return }
        for arrival in quota.arrivals where chance.percent(85) {
            let candidates = bodies.filter { body in
                body.kind == .commune
                    && body.commune.map { district.communes[$0].successors == [arrival.commune] } ?? false
            }.flatMap { Array($0.people) }.filter { people[$0].category == "cadre" && !people[$0].isLeaving }
            for (seat, place) in zip(Self.seats, candidates) where chance.percent(93) {
                people[place].plan = .commune(arrival.commune)
                people[place].proposedPosition = seat
            }
        }
    }

    private mutating func settleOffices(_ people: inout [InventedPerson], _ bodies: [Body]) {
        let all = bodies.filter { $0.kind.isDistrictOffice && !$0.kind.isParty }.flatMap { Array($0.people) }
        let shuffled = chance.shuffled(all)
        // Workers on contract are not among those whom the announced figures count.
        let places =
            shuffled.filter { people[$0].category != "contract" }
            + shuffled.filter { people[$0].category == "contract" }
        let arrivals = quota.arrivals.flatMap { Array(repeating: $0.commune, count: $0.office) }
        for (index, place) in places.enumerated() {
            guard index >= arrivals.count else {
                people[place].plan = .commune(arrivals[index])
                people[place].proposedPosition = mess.isVaried ? tables.word("plan_position", &chance) : ""
                people[place].isAnnounced = quota.isAnnounced
                continue
            }
            settleOther(&people[place], turn: index - arrivals.count)
        }
    }

    /// The Party's people, the Front's and the unions' go by plan, too, beside the announced figures.
    private mutating func settleParty(_ people: inout [InventedPerson], _ bodies: [Body]) {
        let codes = quota.arrivals.map(\.commune)
        for place in bodies.filter({ $0.kind.isParty }).flatMap({ Array($0.people) }) {
            if chance.percent(6) {
                leave(&people[place])
            } else if !codes.isEmpty, chance.percent(85) {
                people[place].plan = .commune(chance.pick(codes))
            }
        }
    }

    /// The others in turn: leaving, left open, to a department, with a plan that is none.
    private mutating func settleOther(_ person: inout InventedPerson, turn: Int) {
        switch turn % 6 {
        case 0, 3: leave(&person)
        case 1:
            let key = region.receiver(kind: "agriculture_department", of: district) ?? "so-nnmt"
            person.plan = .department(key: key, name: "Sở Nông nghiệp và Môi trường")
        case 2 where mess.isVaried && quota.arrivals.count > 1: person.plan = .ambiguous(ambiguous())
        case 4 where mess.isVaried: person.plan = .unknown(unknown())
        default: break
        }
    }

    /// Old communes that no new one is called like, and places of other provinces.
    private mutating func unknown() -> String {
        let newNames = Set(
            region.newCommunes.values.map { $0.split(separator: " ").dropFirst().joined(separator: " ") })
        let gone = district.communes.filter { !newNames.contains($0.name) && $0.kindWord == "Xã" }
        if chance.percent(50), let commune = gone.isEmpty ? nil : gone[chance.below(gone.count)] {
            return commune.lowerName
        }
        return tables.word("unknown_plan", &chance)
    }

    private mutating func ambiguous() -> String {
        let names = chance.shuffled(quota.arrivals.map(\.commune)).prefix(2).map { region.newCommunes[$0] ?? $0 }
        guard names.count == 2 else { return "" }
        return names[0] + chance.pick([" hoặc ", " / "]) + lowerFirst(names[1])
    }

    /// The arrivals from the broadcasting staff, the culture centre and the urban team, in this order; others stay open.
    private mutating func settleServices(_ people: inout [InventedPerson], _ bodies: [Body]) {
        var places: [Int] = []
        let arrivals = chance.shuffled(quota.arrivals.flatMap { Array(repeating: $0.commune, count: $0.service) })
        for body in bodies where body.kind == .culture {
            let media = body.people.filter { people[$0].now.rank.hasPrefix("V.11") }
            let others = body.people.filter { !people[$0].now.rank.hasPrefix("V.11") }
            let team = bodies.first { $0.kind == .urban }.map { Array($0.people).dropLast(2) } ?? []
            places = Array(media.prefix(arrivals.count / 3)) + Array(team)
            places += others.prefix(max(0, arrivals.count - places.count))
        }
        for (place, commune) in zip(places, arrivals) {
            let toCentre = people[place].now.rank.hasPrefix("V.10") && chance.percent(60)
            people[place].plan = toCentre ? .serviceCentre(commune) : .commune(commune)
            people[place].isAnnounced = quota.isAnnounced
        }
    }

    private mutating func leave(_ person: inout InventedPerson) {
        person.isLeaving = true
        // Who is within ten years of the pension asks for it, the young resign.
        let wish = person.birth.year <= (person.isFemale ? 1977 : 1973) ? "retiring" : "resigning"
        if chance.percent(60) {
            person.note = tables.word(wish + "_note", &chance)
        } else {
            person.policy = tables.word(wish + "_policy", &chance)
            person.note = ""
        }
    }
}

/// The text with its first letter small.
func lowerFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
