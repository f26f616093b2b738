// Makes one person after another: name by people, number by birth and gender, career by age and post.

/// Makes the people of one district.
struct PersonMaker {
    private let tables: SampleTables
    private let region: SampleRegion
    private let district: OldDistrict
    /// The district's place in its province: its share of the serial numbers.
    private let slot: Int
    private var chance: Chance
    private var used: Set<Int> = []
    private var number: Int

    /// The provinces that people move in from, by the first digits of their numbers.
    private static let otherProvinces = [1, 14, 15, 17, 25, 30, 33, 34, 35, 36, 37, 38, 40]

    init(
        tables: SampleTables, region: SampleRegion, district: OldDistrict, slot: Int, firstNumber: Int, chance: Chance
    ) {
        self.tables = tables
        self.region = region
        self.district = district
        self.slot = slot
        self.chance = chance
        number = firstNumber
    }

    /// The next person, in a post of a body.
    mutating func person(in post: Post, body: Int, kind: BodyKind) -> InventedPerson {
        let people = (district.province.isHighland ? tables.highland : tables.lowland).draw(&chance) ?? "Kinh"
        let isFemale = chance.percent(kind == .kindergarten ? 97 : kind.isSchool ? 62 : 42)
        let leads = post.fixed > 0 && post.allowance > 0
        let birth = Day.draw(year: leads ? chance.within(1966...1990) : chance.within(1966...2001), &chance)
        let recruited = recruitment(birth)
        let isLocal = chance.percent(78)
        defer { number += 1 }
        var person = InventedPerson(
            number: number, name: tables.names.draw(people: people, isFemale: isFemale, &chance), isFemale: isFemale,
            birth: birth, citizenID: citizenID(birth: birth, isFemale: isFemale, isLocal: isLocal),
            oldID: chance.percent(45) ? oldID() : 0, ethnicity: people, homeTown: homeTown(isLocal: isLocal),
            phone: "0" + chance.pick(["3", "8", "9"]) + "\(chance.within(10_000_000...99_999_999))",
            category: post.category, now: tenure(post, recruited: recruited, body: body),
            qualification: qualification(post), fieldOfStudy: fieldOfStudy(kind),
            politicalTheory: chance.percent(leads ? 92 : 45) ? politicalTheory(leads) : "", recruited: recruited,
            insured: insured(before: recruited))
        if chance.percent(leads ? 97 : 55) {
            let year = min(2024, recruited.year + chance.within(1...8))
            person.partyJoined = Day.draw(year: year, &chance)
        }
        if chance.percent(22) { person.note = tables.word("note", &chance) }
        if recruited.year < 2023 { person.before = earlier(person, post: post) }
        return person
    }

    /// A number of twelve digits that agrees with birth and gender, never given twice in the region: each district has
    /// serial numbers of its own in its province, and so has each province for those who moved in.
    private mutating func citizenID(birth: Day, isFemale: Bool, isLocal: Bool) -> Int {
        let own = district.province.citizenCode
        let other = Self.otherProvinces[chance.below(Self.otherProvinces.count)]
        let code = isLocal || other == own ? own : other
        let century = (birth.year - 1900) / 100 * 2 + (isFemale ? 1 : 0)
        let head = code * 1_000_000_000 + century * 100_000_000 + birth.year % 100 * 1_000_000
        let (first, count) =
            code == own
            ? (slot % 32 * 28_000, 28_000)
            : (896_000 + district.province.index % 64 * 1_600 + slot % 32 * 50, 50)
        for _ in 0..<1_000 {
            let id = head + first + 1 + chance.below(count - 1)
            if used.insert(id).inserted { return id }
        }
        // The district's serial numbers of that year are used up: another birth year's cannot stand in, but a number
        // outside the shares can.
        var id = head + first + 1
        while !used.insert(id).inserted { id += 1 }
        return id
    }

    /// Nine digits, the province's first, never given twice.
    private func oldID() -> Int {
        let serial = (number * 7_919 + 4_271) % 10_000_000
        return (district.province.isHighland ? 4 : 10 + district.province.citizenCode % 25) * 10_000_000 + serial
    }

    private mutating func homeTown(isLocal: Bool) -> String {
        guard isLocal else { return tables.word("home", &chance) }
        let home =
            region.isOneProvince && !region.districts.isEmpty
            ? region.districts[chance.below(region.districts.count)] : district
        guard let commune = home.communes.isEmpty ? nil : home.communes[chance.below(home.communes.count)] else {
            return home.fullName
        }
        return "\(commune.fullName), \(home.lowerName), \(home.province.fullName)"
    }

    private mutating func recruitment(_ birth: Day) -> Day {
        let year = min(2024, birth.year + chance.within(21...27))
        let month = chance.within(1...12)
        return Day(year: year, month: month, day: chance.pick([1, 1, 1, 15, 15, chance.within(1...28)], or: 1))
    }

    /// The first of the month of recruitment, or of an earlier one on a contract.
    private func insured(before recruited: Day) -> Day {
        var chance = Chance(seed: UInt64(number), 0x15)
        let months = recruited.year * 12 + recruited.month - 1 - (chance.percent(30) ? chance.within(6...36) : 0)
        return Day(year: months / 12, month: months % 12 + 1, day: 1)
    }

    private mutating func tenure(_ post: Post, recruited: Day, body: Int) -> Tenure {
        let position = post.position.split(separator: "{district}", omittingEmptySubsequences: false)
            .joined(separator: district.kindWord.lowercased())
        var tenure = Tenure(
            position: position, rank: post.rank, scale: post.scale, step: 0, coefficient: 0, allowance: post.allowance,
            body: body)
        if let scale = tables.scales[post.scale] {
            let start = post.scale.hasPrefix("A2") ? 12 : 1
            let years = 2025 - recruited.year - start
            tenure.step = min(scale.steps, max(1, 1 + years / scale.yearsPerStep - chance.below(2)))
            tenure.coefficient = scale.coefficient(step: tenure.step)
        }
        return tenure
    }

    /// The post as the lists of 2023 had it: a step lower in most cases, some in a lower post.
    private mutating func earlier(_ person: InventedPerson, post: Post) -> Tenure {
        var tenure = person.now
        if let scale = tables.scales[tenure.scale], tenure.step > 1, chance.percent(55) {
            tenure.step -= 1
            tenure.coefficient = scale.coefficient(step: tenure.step)
        }
        if post.position == "Chủ tịch UBND", chance.percent(40) {
            tenure.position = "Phó Chủ tịch UBND"
            tenure.allowance = 20
        }
        return tenure
    }

    private mutating func qualification(_ post: Post) -> String {
        switch post.scale {
        case "A0": "college"
        case "B": "intermediate"
        case "": chance.pick(["intermediate", "elementary"])
        default: chance.percent(10) ? "master" : "bachelor"
        }
    }

    private mutating func politicalTheory(_ leads: Bool) -> String {
        leads
            ? chance.pick(["advanced", "intermediate", "intermediate"])
            : chance.pick(["intermediate", "intermediate", "elementary"])
    }

    private mutating func fieldOfStudy(_ kind: BodyKind) -> String {
        switch kind {
        case .kindergarten: "Giáo dục mầm non"
        case .primary: "Giáo dục tiểu học"
        case .secondary, .upper: tables.word("field_of_education", &chance)
        default: tables.word("field_of_study", &chance)
        }
    }
}
