// Founds the bodies of a district and says how many people each has.

/// Founds bodies.
struct BodyFounder {
    private let district: OldDistrict
    private let tables: SampleTables
    private let quota: DistrictQuota
    private var chance: Chance
    private var founded: [(Body, Int)] = []

    init(district: OldDistrict, tables: SampleTables, quota: DistrictQuota, chance: Chance) {
        self.district = district
        self.tables = tables
        self.quota = quota
        self.chance = chance
    }

    /// The broadcasting staff of the culture centre: those who go to communes by plan, and those who stay in their
    /// work.
    var mediaCount: Int { arriving / 3 + quota.serviceBody }

    private var arriving: Int { quota.arrivals.reduce(0) { $0 + $1.service } }

    /// The posts of a body, by their name in the table.
    func posts(of body: Body) -> String { body.kind.rawValue }

    /// All bodies in the order in which the district names them, each with its number of people.
    mutating func bodies() -> [(Body, Int)] {
        found(communes: quota.communes, leavers: quota.communeLeavers)
        foundOffices(quota.arrivals.reduce(0) { $0 + $1.office } + quota.officeOthers)
        foundParty(quota.districtParty)
        foundServices()
        foundSchools(quota.education)
        return founded
    }

    private mutating func found(communes: [Int], leavers: Int) {
        for (index, commune) in district.communes.enumerated() {
            let more = leavers * (index + 1) / communes.count - leavers * index / communes.count
            let body = Body(
                kind: .commune, name: "UBND " + commune.lowerName, fullName: "UBND " + commune.lowerName, commune: index
            )
            founded.append((body, communes[index] + more))
        }
    }

    private mutating func found(_ kind: BodyKind, _ name: String, fullName: String? = nil, count: Int) {
        guard count > 0 else { return }
        founded.append((Body(kind: kind, name: name, fullName: fullName ?? name + " " + district.lowerName), count))
    }

    /// The offices of the district: its leaders, the office, divisions, the inspectorate.
    private mutating func foundOffices(_ count: Int) {
        let word = district.kindWord.lowercased()
        var offices: [Office] = [
            Office(kind: .leaders, name: "Lãnh đạo HĐND, UBND", weight: 5),
            Office(kind: .office, name: "Văn phòng HĐND và UBND", weight: 11),
        ]
        for division in tables.allWords("division") {
            offices.append(Office(kind: .division, name: division, weight: 6))
        }
        let inspectorate = "Thanh tra " + district.lowerName
        offices.append(Office(kind: .inspectorate, name: "Thanh tra " + word, fullName: inspectorate, weight: 4))
        found(offices, count: count)
    }

    /// The district's Party bodies, the Front and the unions.
    private mutating func foundParty(_ count: Int) {
        let (party, word) = (district.partyCommittee, district.kindWord.lowercased())
        var offices: [Office] = []
        for (kind, name, weight) in [
            (BodyKind.partyoffice, "Văn phòng " + party, 6), (.party, "Ban Tổ chức " + party, 5),
            (.party, "Ủy ban Kiểm tra " + party, 4), (.party, "Ban Tuyên giáo và Dân vận " + party, 5),
        ] {
            offices.append(Office(kind: kind, name: name, fullName: name + " " + district.name, weight: weight))
        }
        for name in ["Ủy ban MTTQ Việt Nam", "Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh"] {
            let fullName = name + " " + district.lowerName
            offices.append(Office(kind: .front, name: name + " " + word, fullName: fullName, weight: 3))
        }
        found(offices, count: count)
    }

    private struct Office {
        var kind: BodyKind
        var name: String
        var fullName: String?
        var weight: Int
    }

    /// Founds offices that share so many people by their weights.
    private mutating func found(_ offices: [Office], count: Int) {
        let all = max(1, offices.reduce(0) { $0 + $1.weight })
        var (sum, before) = (0, 0)
        for office in offices {
            sum += office.weight
            found(office.kind, office.name, fullName: office.fullName, count: count * sum / all - before)
            before = count * sum / all
        }
    }

    /// Centres, boards and teams; the city has a centre for its whole economy, some districts a board and a land
    /// centre.
    private mutating func foundServices() {
        let size = quota.serviceBody
        guard size > 0 || arriving > 0 else { return }
        let isCity = district.kindWord == "Thành phố"
        let isUrban = isCity || district.kindWord == "Thị xã"
        found(.vocational, "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên", count: size)
        if isCity {
            found(.economic, "Trung tâm Dịch vụ tổng hợp kinh tế", count: size)
        } else {
            found(.agriculture, "Trung tâm Dịch vụ nông nghiệp", count: size)
        }
        // Two people of the urban team stay without a plan, and so do the others of the culture centre.
        let team = isUrban ? arriving / 4 + 2 : 0
        let culture = arriving - arriving / 3 + size - (isUrban ? arriving / 4 + 2 : 0)
        found(.culture, "Trung tâm Văn hóa - Truyền thanh - Truyền hình", count: max(0, culture))
        if isUrban { found(.urban, "Đội Quản lý trật tự đô thị", count: team) }
        if isCity || district.name == "Điện Biên" {
            found(.projects, "Ban Quản lý dự án các công trình", count: size - size / 3)
            found(.land, "Trung tâm Phát triển quỹ đất", count: size / 3)
        } else {
            found(.projects, "Ban Quản lý dự án và Phát triển quỹ đất", count: size)
        }
        let outside = chance.percent(40) ? 2 : 0
        found(.outside, tables.word("unknown_unit", &chance), count: min(outside, size))
        found(.upper, upperSchoolName(0), fullName: upperSchoolName(0), count: size - min(outside, size))
    }

    private func upperSchoolName(_ index: Int) -> String {
        switch index % 4 {
        case 0: "Trường THPT \(district.name)"
        case 1: "Trường PTDTNT THPT \(district.lowerName)"
        case 2: "Trường THPT \(district.name) \(index)"
        default: "Trường THCS và THPT \(district.name) \(index)"
        }
    }

    /// Schools of all kinds in turn, commune by commune; one person in fourteen works in an upper secondary school.
    private mutating func foundSchools(_ count: Int) {
        guard count > 0, !district.communes.isEmpty else { return }
        let size = min(32, max(5, count / (district.communes.count * 3)))
        let upper = count / 14
        var names = Set<String>()
        for index in 0..<(upper / size) {
            found(.upper, upperSchoolName(index + 1), fullName: upperSchoolName(index + 1), count: size)
        }
        var left = count - upper / size * size
        var turn = 0
        while left > 0 {
            let people = min(left, max(3, size + chance.within(-2...2)))
            let commune = turn % district.communes.count
            let kind: BodyKind = [.kindergarten, .primary, .secondary][(turn / district.communes.count + commune) % 3]
            let number = turn / (district.communes.count * 3) + 1
            founded.append((school(kind, commune: commune, number: number, &names), people))
            left -= people
            turn += 1
        }
    }

    private mutating func school(
        _ kind: BodyKind, commune index: Int, number: Int, _ names: inout Set<String>
    ) -> Body {
        let commune = district.communes[index]
        let isBoarding = district.province.isHighland && commune.kindWord == "Xã" && chance.percent(35)
        let word: String
        switch kind {
        case .kindergarten: word = "Trường Mầm non"
        case .primary: word = isBoarding ? "Trường PTDTBT Tiểu học" : "Trường Tiểu học"
        default:
            word = isBoarding ? "Trường PTDTBT THCS" : chance.pick(["Trường THCS", "Trường THCS", "Trường TH&THCS"])
        }
        // A commune that is called like its district or another commune names nothing for sure, nor does a ward's
        // number.
        let isTelling =
            commune.name != district.name && !commune.isNumbered
            && district.communes.count { $0.name == commune.name } == 1
        let isNamed = isTelling && chance.percent(62)
        let own = tables.word("school_name", &chance)
        var name = isNamed ? "\(word) \(number > 1 ? "số \(number) " : "")\(commune.name)" : "\(word) \(own)"
        while !names.insert(name).inserted { name = "\(word) \(own) \(names.count)" }
        let saysCommune = isNamed && name.hasSuffix(commune.name)
        let fullName = saysCommune ? name : name + chance.pick([" ", ", "]) + commune.lowerName
        var body = Body(kind: kind, name: name, fullName: fullName, commune: index)
        body.namesCommune = saysCommune
        return body
    }
}
