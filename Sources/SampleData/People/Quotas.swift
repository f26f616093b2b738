// How many people work where: the announced figures of Điện Biên to the person, and the same shape at any other size.

/// How many people a new commune takes in from the district level.
struct Arrivals: Sendable {
    /// The code of the new commune.
    var commune: String
    /// From the district's offices.
    var office: Int
    /// From its culture, broadcasting and urban order bodies.
    var service: Int
}

/// The people of one district by kind of body.
struct DistrictQuota: Sendable {
    /// Of each commune's government, in the district's order.
    var communes: [Int]
    /// Of each commune's Party committee, Front and unions.
    var communeParty: Int
    /// Of the district's Party bodies, Front and unions.
    var districtParty: Int
    var arrivals: [Arrivals]
    /// Office staff beyond the arrivals: leaving, without a plan, to a department, with an unclear plan.
    var officeOthers: Int
    var communeLeavers: Int
    /// The people of each of the other service bodies.
    var serviceBody: Int
    var education: Int
    /// The people count in the announced figures.
    var isAnnounced = false

    var total: Int {
        let arriving = arrivals.reduce(0) { $0 + $1.office + $1.service }
        let party = communes.count * communeParty + districtParty
        return communes.reduce(0, +) + party + arriving + officeOthers + communeLeavers
            + serviceBody * Self.serviceBodies + education
    }

    /// Bodies of `serviceBody` people each: vocational, agriculture, media, culture, projects, and one for the rest.
    static let serviceBodies = 6
}

/// The figures that the province announced for the government block, and what is needed to meet them.
struct AnnouncedFigures: Sendable {
    var district = 750
    var commune = 2_571
    var service = 246
    /// The headcounts of new communes that were announced, by code: the largest and the two smallest.
    var headcounts = ["03127": 139, "03356": 51, "03175": 51]
    /// Every other new commune lies strictly between.
    var others = 52...138
    /// The number of people in all from which, and up to which, the figures are met to the person.
    var people = 5_500...30_000
}

extension SampleRegion {
    /// The quotas of all districts for so many people.
    func quotas(people: Int, seed: UInt64) -> [DistrictQuota] {
        let figures = AnnouncedFigures()
        let isDienBien = isOneProvince && figures.headcounts.keys.allSatisfy { newCommunes[$0] != nil }
        if isDienBien && figures.people.contains(people) {
            return announcedQuotas(figures, people: people, seed: seed)
        }
        var chance = Chance(seed: seed, 0x71)
        let weights = districts.map { $0.communes.count + 8 }
        let all = max(1, weights.reduce(0, +))
        var before = 0
        return districts.indices.map { place in
            let upTo = people * weights[...place].reduce(0, +) / all
            defer { before = upTo }
            return quota(of: districts[place], people: upTo - before, &chance)
        }
    }

    /// A district of so many people: the government block at its usual size where there are enough, the rest teaches.
    private func quota(of district: OldDistrict, people: Int, _ chance: inout Chance) -> DistrictQuota {
        let usual = district.communes.count * 27 + 182
        let share = min(1.0, Double(people) / (Double(usual) * 1.6))
        func part(_ number: Int) -> Int { Int(Double(number) * share) }
        var quota = DistrictQuota(
            communes: district.communes.map { _ in max(1, part(chance.within(18...22))) }, communeParty: part(7),
            districtParty: part(22), arrivals: [],
            officeOthers: part(24), communeLeavers: part(district.communes.count / 3), serviceBody: part(8),
            education: 0)
        var taken: [String: Int] = [:]
        let codes = newCommunes(of: district)
        for turn in 0..<part(100) where !codes.isEmpty { taken[codes[turn % codes.count], default: 0] += 1 }
        quota.arrivals = codes.map { code in
            let number = taken[code] ?? 0
            return Arrivals(commune: code, office: number - number / 4, service: number / 4)
        }
        quota.education = max(0, people - quota.total)
        if quota.total > people { (quota.communeParty, quota.districtParty) = (0, 0) }
        var excess = quota.total - people
        for index in quota.communes.indices.reversed() where excess > 0 {
            let cut = min(excess, quota.communes[index])
            quota.communes[index] -= cut
            excess -= cut
        }
        return quota
    }

    /// The new communes that a district's communes go into, each once, in the order of their first commune.
    private func newCommunes(of district: OldDistrict) -> [String] {
        var codes: [String] = []
        for commune in district.communes {
            if let code = commune.successors.first, !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    private func announcedQuotas(_ figures: AnnouncedFigures, people: Int, seed: UInt64) -> [DistrictQuota] {
        var chance = Chance(seed: seed, 0x72)
        let staff = communeStaff(figures.commune, &chance)
        var present: [String: Int] = [:]
        for (district, numbers) in zip(districts, staff) {
            for (commune, number) in zip(district.communes, numbers) {
                present[commune.successors.first ?? "", default: 0] += number
            }
        }
        let arriving = arrivals(figures, present: present, &chance)
        let homes = mainDistricts()
        var quotas = districts.indices.map { place in
            DistrictQuota(
                communes: staff[place], communeParty: 7, districtParty: 22,
                arrivals: arriving.filter { homes[$0.commune] == place }, officeOthers: 12,
                communeLeavers: districts[place].communes.count / 3, serviceBody: 7, education: 0, isAnnounced: true)
        }
        let rest = max(0, people - quotas.reduce(0) { $0 + $1.total })
        let communes = max(1, districts.reduce(0) { $0 + $1.communes.count })
        var (shared, before) = (0, 0)
        for place in quotas.indices {
            shared += districts[place].communes.count
            quotas[place].education = rest * shared / communes - before
            before = rest * shared / communes
        }
        return quotas
    }

    /// The staff of each commune: about the same everywhere, so many in all.
    private func communeStaff(_ total: Int, _ chance: inout Chance) -> [[Int]] {
        let count = max(1, districts.reduce(0) { $0 + $1.communes.count })
        var numbers = [Int](repeating: total / count, count: count)
        for place in chance.shuffled(Array(0..<count)).prefix(total % count) { numbers[place] += 1 }
        for _ in 0..<count {
            let (from, to) = (chance.below(count), chance.below(count))
            guard numbers[from] > total / count - 2, numbers[to] < total / count + 3 else { continue }
            numbers[from] -= 1
            numbers[to] += 1
        }
        var start = 0
        return districts.map { district in
            defer { start += district.communes.count }
            return Array(numbers[start..<start + district.communes.count])
        }
    }

    /// What each new commune takes in, so that the announced headcounts come out.
    private func arrivals(_ figures: AnnouncedFigures, present: [String: Int], _ chance: inout Chance) -> [Arrivals] {
        let codes = newCommunes.keys.sorted()
        let total = figures.district + figures.service
        var numbers = codes.map { code in
            let here = present[code] ?? 0
            if let headcount = figures.headcounts[code] { return max(0, headcount - here) }
            return min(max(figures.others.lowerBound - here, chance.within(16...28)), figures.others.upperBound - here)
        }
        var difference = total - numbers.reduce(0, +)
        var place = 0
        while difference != 0 && place < codes.count * 200 {
            let step = difference > 0 ? 1 : -1
            let index = place % codes.count
            place += 1
            let headcount = (present[codes[index]] ?? 0) + numbers[index] + step
            guard figures.headcounts[codes[index]] == nil, figures.others.contains(headcount),
                numbers[index] + step >= 0
            else { continue }
            numbers[index] += step
            difference -= step
        }
        var (sum, service) = (0, 0)
        return codes.indices.map { index in
            sum += numbers[index]
            let upTo = figures.service * sum / max(1, total)
            defer { service = upTo }
            return Arrivals(
                commune: codes[index], office: numbers[index] - (upTo - service), service: upTo - service)
        }
    }

    /// The district that most of a new commune's old ones belonged to, by the new one's code.
    private func mainDistricts() -> [String: Int] {
        var counts: [String: [Int]] = [:]
        for (place, district) in districts.enumerated() {
            for code in district.communes.compactMap(\.successors.first) {
                counts[code, default: Array(repeating: 0, count: districts.count)][place] += 1
            }
        }
        return counts.mapValues { numbers in numbers.indices.max { numbers[$0] < numbers[$1] } ?? 0 }
    }
}
