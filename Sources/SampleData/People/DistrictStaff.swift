// The people of one district: its bodies are founded, their posts filled, and it is settled where everybody goes.

/// The bodies of a district and their people.
struct DistrictStaff: Sendable {
    let district: OldDistrict
    private(set) var bodies: [Body] = []
    private(set) var people: [InventedPerson] = []

    /// Peoples a district.
    ///
    /// - Parameters:
    ///   - slot: the district's place in its province, which keeps identity numbers apart.
    ///   - firstNumber: the number of its first person.
    ///   - mess: whether people share names and birth dates, and plans are unclear.
    init(
        _ district: OldDistrict, slot: Int, quota: DistrictQuota, region: SampleRegion, tables: SampleTables,
        firstNumber: Int, mess: Mess, seed: UInt64
    ) {
        self.district = district
        var maker = PersonMaker(
            tables: tables, region: region, district: district, slot: slot, firstNumber: firstNumber,
            chance: Chance(seed: seed, 0x11))
        var chance = Chance(seed: seed, 0x12)
        var founder = BodyFounder(district: district, tables: tables, quota: quota, chance: Chance(seed: seed, 0x13))
        for (var body, count) in founder.bodies() {
            let posts = tables.posts[founder.posts(of: body)] ?? []
            let start = people.count
            if body.kind == .commune {
                let leaders = tables.posts["commune_party"] ?? []
                for post in Self.filled(leaders, count: quota.communeParty, &chance) {
                    people.append(maker.person(in: post, body: bodies.count, kind: body.kind))
                }
            }
            for post in Self.filled(posts, count: count, &chance) {
                people.append(maker.person(in: post, body: bodies.count, kind: body.kind))
            }
            if body.kind == .culture { fillMedia(founder.mediaCount, body: bodies.count, &maker, tables, &chance) }
            body.people = start..<people.count
            bodies.append(body)
        }
        var settler = PlanSettler(
            district: district, quota: quota, region: region, tables: tables, mess: mess,
            chance: Chance(seed: seed, 0x14))
        settler.settle(&people, bodies: bodies)
        addDoubles(mess, &chance)
        moveSome(mess, &chance)
    }

    /// Some worked in another commune of the district in 2023.
    private mutating func moveSome(_ mess: Mess, _ chance: inout Chance) {
        let communes = bodies.indices.filter { bodies[$0].kind == .commune }
        guard communes.count > 1, mess.isVaried else { return }
        for place in people.indices where bodies[people[place].now.body].kind == .commune && chance.percent(5) {
            people[place].before?.body = communes[chance.below(communes.count)]
        }
    }

    /// The broadcasting staff of the culture centre.
    private mutating func fillMedia(
        _ count: Int, body: Int, _ maker: inout PersonMaker, _ tables: SampleTables, _ chance: inout Chance
    ) {
        for post in Self.filled(tables.posts["media"] ?? [], count: count, &chance) {
            people.append(maker.person(in: post, body: body, kind: .culture))
        }
    }

    /// So many posts: those that every body has first, then others by weight.
    private static func filled(_ posts: [Post], count: Int, _ chance: inout Chance) -> [Post] {
        var filled: [Post] = []
        var others = Weighted<Post>()
        for post in posts {
            for _ in 0..<post.fixed { filled.append(post) }
            others.add(post, weight: post.weight)
        }
        while filled.count < count {
            guard var post = others.draw(&chance) ?? posts.last else { break }
            post.fixed = 0
            filled.append(post)
        }
        return Array(filled.prefix(count))
    }

    /// Some share name and birth date with somebody elsewhere in the district, some are twins in one body.
    private mutating func addDoubles(_ mess: Mess, _ chance: inout Chance) {
        guard people.count > 20 else { return }
        for _ in 0..<people.count * mess.homonyms / 1000 {
            let (left, right) = (chance.below(people.count), chance.below(people.count))
            let (first, second) = (people[left], people[right])
            guard first.now.body != second.now.body, first.isFemale == second.isFemale, !first.hasDouble,
                !second.hasDouble
            else { continue }
            people[right].name = first.name
            people[right].ethnicity = first.ethnicity
            if chance.percent(40) { move(right, to: first.birth) }
            people[left].hasDouble = true
            people[right].hasDouble = true
        }
        for _ in 0..<people.count * mess.twins / 1000 {
            let left = chance.below(people.count - 1)
            let (first, second) = (people[left], people[left + 1])
            guard first.now.body == second.now.body, first.isFemale == second.isFemale, !first.hasDouble,
                !second.hasDouble, first.name.given != second.name.given
            else { continue }
            people[left + 1].name = InventedName(
                family: first.name.family, middle: first.name.middle, given: second.name.given)
            people[left + 1].ethnicity = first.ethnicity
            people[left + 1].homeTown = first.homeTown
            move(left + 1, to: first.birth)
            people[left].hasDouble = true
            people[left + 1].hasDouble = true
        }
    }

    /// Gives somebody another birth date, and the number that goes with it.
    private mutating func move(_ place: Int, to birth: Day) {
        let old = people[place].birth
        guard old.year / 100 == birth.year / 100, people[place].recruited.year - birth.year >= 20 else { return }
        let id = people[place].citizenID + (birth.year - old.year) * 1_000_000
        guard !people.contains(where: { $0.citizenID == id && $0.number != people[place].number }) else { return }
        people[place].birth = birth
        people[place].citizenID = id
    }
}
