// Which lists a district and the departments send about its people, and what stands in each.

/// Plans the lists of a district.
struct DistrictLists {
    let staff: DistrictStaff
    let mess: Mess
    /// How many lists there are besides each body's own, and how long files are.
    let custom: ListCustom
    var chance: Chance
    var plans: [ListPlan] = []

    var district: OldDistrict { staff.district }
    static let base: [SampleField] = [.fullName, .birthDate, .nationalID, .position]
    static let career: [SampleField] = [
        .gender, .ethnicity, .homeTown, .religion, .category, .rank, .salaryStep, .salaryCoefficient,
        .positionAllowance, .qualification, .fieldOfStudy, .politicalTheory, .partyJoined, .recruitedOn, .phone,
    ]
    private static let delimited: [FileForm] = [
        .csvComma, .csvSemicolon, .csvSep, .csvTrimmed, .csvPipe, .csvLoneCR, .csvQuotes, .tsv, .tsvUTF16, .tsvUTF16Big,
        .tsvUTF16Bare, .csvTwiceMojibake, .csv1258, .csvTCVN3, .csvVNI, .csvMojibake,
    ]
    private static let workbooks: [FileForm] = [
        .spreadsheet, .spreadsheetText, .spreadsheetTCVN3, .xlsx, .xlsxInline,
    ]
    static let anyForm = delimited + [.csvComma, .csvSemicolon, .csvTCVN3] + workbooks + [.html, .html, .xlsx]
    static let records: [FileForm] = [.xmlElements, .xmlElements, .xmlAttributes, .xmlNested, .csvComma]

    init(staff: DistrictStaff, mess: Mess, custom: ListCustom, chance: Chance) {
        self.staff = staff
        self.mess = mess
        self.custom = custom
        self.chance = chance
    }

    /// All lists of the district.
    mutating func all() -> [ListPlan] {
        planCommunes()
        let isPlanApart = mess.isVaried && chance.percent(50)
        planOffices(withPlan: !isPlanApart)
        planServices(withPlan: !isPlanApart)
        if isPlanApart { planPlan() }
        planKeyPositions()
        planLeavers()
        planSchools()
        planOlder()
        planHomeAffairs()
        planEducation()
        planOtherDepartments()
        if mess.isVaried { planAgain() }
        return plans.filter { !$0.sheets.flatMap(\.sections).flatMap(\.people).isEmpty }
    }

    // MARK: Ways of saying

    private var dateOfList: Day { Day(year: 2025, month: 5, day: 20) }

    func plan(
        _ path: String, _ kind: String, title: String, sections: [ListSection], needed: [SampleField],
        optional: [SampleField] = [], forms: [FileForm] = anyForm
    ) -> ListPlan {
        ListPlan(
            path: district.folder + path, kind: kind,
            sender: ["ỦY BAN NHÂN DÂN", district.fullName.uppercased()],
            sheets: [SheetPlan(name: "Danh sách", title: title, sections: sections)], date: dateOfList,
            place: district.name, needed: needed, optional: optional, forms: forms)
    }

    func people(of kinds: (BodyKind) -> Bool) -> [Int] {
        staff.bodies.filter { kinds($0.kind) }.flatMap { Array($0.people) }
    }

    /// A part of some people, each by chance.
    mutating func part(_ people: [Int], perMille share: Int) -> [Int] {
        people.filter { _ in chance.perMille(share) }
    }

    /// Whether the district is among so many of a hundred.
    mutating func isChosen(_ share: Int) -> Bool { share >= 100 || chance.percent(share) }

    func plain(_ people: [Int]) -> [ListSection] { [ListSection(title: "", level: 1, people: people)] }

    /// A commune's people in the sections cadres and civil servants, or in none.
    private mutating func sections(of body: Body, title: String?) -> [ListSection] {
        var sections: [ListSection] = []
        if let title { sections.append(ListSection(title: title, level: 0, people: [])) }
        let people = Array(body.people)
        guard mess.isVaried, chance.percent(70) else {
            if title != nil { sections[0].people = people } else { sections += plain(people) }
            return sections
        }
        let cadres = people.filter { staff.people[$0].category == "cadre" }
        let others = people.filter { staff.people[$0].category != "cadre" }
        sections.append(ListSection(title: "Cán bộ", level: 1, people: cadres, category: "cadre"))
        sections.append(ListSection(title: "Công chức", level: 1, people: others, category: "civil_servant"))
        return sections.filter { $0.level == 0 || !$0.people.isEmpty }
    }

    // MARK: Communes

    private mutating func planCommunes() {
        let bodies = staff.bodies.filter { $0.kind == .commune }
        guard mess.isVaried else {
            let sections = plain(bodies.flatMap { Array($0.people) })
            plans.append(
                plan(
                    "cap-xa", "communes", title: "DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP XÃ", sections: sections,
                    needed: Self.base + [.unit, .note], optional: Self.career))
            return
        }
        var left = bodies[...]
        while !left.isEmpty {
            let count = chance.pick(custom.communesInFile, or: 1)
            planCommunes(Array(left.prefix(count)), number: plans.count + 1)
            left = left.dropFirst(count)
        }
    }

    private mutating func planCommunes(_ bodies: [Body], number: Int) {
        let needed = Self.base + [.note]
        let optional = Self.career + [.department, .policy]
        let general = "DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP XÃ \(district.fullName.uppercased())"
        if bodies.count > 1 { return planTogether(bodies, number: number, title: general) }
        guard let body = bodies.first, let index = body.commune else { return }
        let commune = district.communes[index]
        let title = "DANH SÁCH CÁN BỘ, CÔNG CHỨC \(commune.fullName.uppercased())"
        switch chance.below(4) {
        case 0, 1:
            var list = plan(
                "cap-xa/\(Slugs.file(commune.fullName))", "commune/title", title: title,
                sections: sections(of: body, title: nil), needed: needed, optional: optional)
            list.needsTitle = true
            list.sender[1] = commune.fullName.uppercased()
            plans.append(list)
        case 2:
            var list = plan(
                "cap-xa/DS CBCC \(commune.lowerName)", "commune/filename", title: "DANH SÁCH CÁN BỘ, CÔNG CHỨC",
                sections: sections(of: body, title: nil), needed: needed, optional: optional)
            list.sender[1] = district.fullName.uppercased()
            plans.append(list)
        default:
            plans.append(
                plan(
                    "cap-xa/export_\(commune.code)", "commune/column", title: "DANH SÁCH CÁN BỘ, CÔNG CHỨC",
                    sections: plain(Array(body.people)), needed: needed + [.unit], optional: optional))
        }
    }

    /// Several communes in one file: a sheet each, or a section each.
    private mutating func planTogether(_ bodies: [Body], number: Int, title: String) {
        let needed = Self.base + [.note]
        let path = "cap-xa/Tong hop cap xa \(number)"
        guard chance.percent(custom.sheetsForCommunes) else {
            var sections: [ListSection] = []
            for body in bodies {
                let name = body.commune.map { district.communes[$0].fullName } ?? body.name
                sections += self.sections(of: body, title: name)
            }
            plans.append(
                plan(path, "communes/section", title: title, sections: sections, needed: needed, optional: Self.career))
            return
        }
        var list = plan(
            path, "communes/sheets", title: title, sections: [], needed: needed, optional: Self.career,
            forms: Self.workbooks)
        list.sheets = bodies.enumerated().map { place, body in
            let commune = district.communes[body.commune ?? 0]
            return SheetPlan(
                name: commune.name, title: "DANH SÁCH CÁN BỘ, CÔNG CHỨC \(commune.fullName.uppercased())",
                sections: sections(of: body, title: nil), isHidden: place > 0 && chance.percent(25))
        }
        list.needsTitle = true
        plans.append(list)
    }

    // MARK: Offices, services, schools

    private mutating func planOffices(withPlan: Bool) {
        let bodies = staff.bodies.filter(\.kind.isDistrictOffice)
        var needed = Self.base + [.note]
        if withPlan { needed.append(.proposedUnit) }
        let optional = Self.career + [.policy] + (withPlan ? [.proposedPosition] : [])
        let title = "DANH SÁCH CÁN BỘ, CÔNG CHỨC CẤP HUYỆN"
        let way = mess.isVaried ? chance.below(custom.hasFilesOfOffices ? 3 : 2) : 1
        if way == 2 {
            for body in bodies where body.kind == .division || body.kind == .inspectorate {
                var list = plan(
                    "cap-huyen/\(body.name) - danh sach", "office/title",
                    title: "DANH SÁCH CÁN BỘ, CÔNG CHỨC \(body.fullName.uppercased())",
                    sections: plain(Array(body.people)), needed: needed, optional: optional)
                list.needsTitle = true
                plans.append(list)
            }
        }
        let rest = way == 2 ? bodies.filter { $0.kind != .division && $0.kind != .inspectorate } : bodies
        let path = "cap-huyen/DS CBCC cap huyen \(Slugs.words(district.name)) 2025"
        guard way != 1 else {
            plans.append(
                plan(
                    path, "office/column", title: title, sections: plain(rest.flatMap { Array($0.people) }),
                    needed: needed + [.unit], optional: optional))
            return
        }
        let sections = rest.map { ListSection(title: $0.name, level: 1, people: Array($0.people)) }
        plans.append(plan(path, "office/section", title: title, sections: sections, needed: needed, optional: optional))
    }

    private mutating func planServices(withPlan: Bool) {
        let bodies = staff.bodies.filter(\.kind.isService)
        let isSectioned = mess.isVaried && chance.percent(70)
        let sections =
            isSectioned
            ? bodies.map { ListSection(title: $0.fullName, level: 1, people: Array($0.people)) }
            : plain(bodies.flatMap { Array($0.people) })
        let needed = Self.base + [.note] + (isSectioned ? [] : [.unit]) + (withPlan ? [.proposedUnit] : [])
        // Whose work is broadcasting shows in the position, which every list has.
        plans.append(
            plan(
                "su-nghiep/Don vi su nghiep \(Slugs.words(district.name))",
                isSectioned ? "service/section" : "service/column",
                title: "DANH SÁCH VIÊN CHỨC, NGƯỜI LAO ĐỘNG CÁC ĐƠN VỊ SỰ NGHIỆP \(district.fullName.uppercased())",
                sections: sections, needed: needed, optional: Self.career + (withPlan ? [.proposedPosition] : [])))
    }

    private mutating func planSchools() {
        let bodies = staff.bodies.filter(\.kind.isSchool)
        guard !bodies.isEmpty else { return }
        let parts = mess.isVaried ? custom.filesOfSchools : 1
        for index in 0..<parts {
            let some = bodies.enumerated().filter { $0.offset * parts / bodies.count == index }.map(\.element)
            planSchools(some, number: parts > 1 ? " phan \(index + 1)" : "")
        }
    }

    private mutating func planSchools(_ bodies: [Body], number: String) {
        let path = "truong-hoc/DS vien chuc truong hoc \(Slugs.words(district.name))\(number)"
        let title = "DANH SÁCH VIÊN CHỨC CÁC TRƯỜNG HỌC \(district.fullName.uppercased())"
        var needed = Self.base + [.note]
        var sections: [ListSection]
        var kind = "schools/section"
        switch mess.isVaried ? chance.below(3) : 2 {
        case 0:
            sections = []
            for (index, commune) in district.communes.enumerated() {
                let schools = bodies.filter { $0.commune == index }
                guard !schools.isEmpty else { continue }
                sections.append(ListSection(title: commune.fullName, level: 0, people: [], isUnderCommune: true))
                for school in schools {
                    sections.append(
                        ListSection(title: school.name, level: 1, people: Array(school.people), isUnderCommune: true))
                }
            }
        case 1:
            sections = bodies.map { ListSection(title: $0.name, level: 1, people: Array($0.people)) }
        default:
            sections = plain(bodies.flatMap { Array($0.people) })
            needed.append(.unit)
            kind = "schools/column"
        }
        var list = plan(path, kind, title: title, sections: sections, needed: needed, optional: Self.career)
        list.sender = ["UBND \(district.fullName.uppercased())", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"]
        plans.append(list)
    }

    // MARK: Plans and older lists

    private mutating func planPlan() {
        let people = people { $0.isDistrictOffice || $0 == .culture || $0 == .urban }
        plans.append(
            plan(
                "phuong-an/Phuong an bo tri nhan su \(Slugs.words(district.name))", "plan/column",
                title: "PHƯƠNG ÁN BỐ TRÍ, SẮP XẾP CÁN BỘ, CÔNG CHỨC CẤP HUYỆN VỀ CẤP XÃ", sections: plain(people),
                needed: Self.base + [.unit, .proposedUnit, .note], optional: [.gender, .proposedPosition]))
    }

    private mutating func planKeyPositions() {
        guard mess.isVaried else { return }
        let people = people { $0 == .commune }.filter { !staff.people[$0].proposedPosition.isEmpty }
        plans.append(
            plan(
                "phuong-an/Nhan su chu chot cap xa \(Slugs.words(district.name))", "key-positions/column",
                title: "DANH SÁCH NHÂN SỰ DỰ KIẾN GIỮ CHỨC VỤ CHỦ CHỐT HĐND, UBND XÃ, PHƯỜNG MỚI",
                sections: plain(people),
                needed: Self.base + [.unit, .proposedUnit, .proposedPosition],
                optional: [.gender, .ethnicity, .qualification, .fieldOfStudy, .politicalTheory, .partyJoined, .note]))
    }

    /// Those who asked to retire or to resign, with how long they paid social insurance.
    private mutating func planLeavers() {
        guard mess.isVaried, custom.hasHandover else { return }
        let people = people { $0 == .commune || $0.isDistrictOffice }.filter { staff.people[$0].isLeaving }
        let insurance: SampleField = staff.district.communes.count % 2 == 0 ? .insuranceYears : .insuranceFrom
        plans.append(
            plan(
                "nghi-che-do/DS nghi theo ND 178 \(Slugs.words(district.name))", "leavers/column",
                title: "DANH SÁCH CÁN BỘ, CÔNG CHỨC CÓ ĐƠN XIN NGHỈ HƯU TRƯỚC TUỔI, THÔI VIỆC", sections: plain(people),
                needed: Self.base + [
                    .unit, .gender, .rank, .salaryStep, .salaryCoefficient, .positionAllowance, .recruitedOn, insurance,
                    .policy, .note,
                ], optional: [.ethnicity, .qualification]))
    }

    private mutating func planOlder() {
        guard isChosen(custom.districtsWithOlder) else { return }
        let people = part(people { $0 == .commune || $0.isDistrictOffice }, perMille: 700)
            .filter { staff.people[$0].before != nil }
        guard mess.isVaried else { return }
        var list = plan(
            "nam-2023/CBCC \(Slugs.words(district.name)) 2023", "older/column",
            title: "THỐNG KÊ ĐỘI NGŨ CÁN BỘ, CÔNG CHỨC NĂM 2023", sections: plain(people),
            needed: Self.base + [.unit], optional: Self.career)
        list.time = .older
        list.date = Day(year: 2023, month: 12, day: 31)
        list.hasDateUnderTitle = true
        list.needsTitle = true
        plans.append(list)
    }
}
