// The lists that departments of the province make of a district's people, and lists that come again.

extension DistrictLists {
    private func department(
        _ folder: String, _ path: String, _ kind: String, title: String, people: [Int], name: String,
        date: Day, optional: [SampleField], forms: [FileForm] = anyForm
    ) -> ListPlan {
        var list = plan(
            path, kind, title: title, sections: plain(people), needed: Self.base + [.unit], optional: optional,
            forms: forms)
        list.path = district.province.folder + folder + "/" + path
        list.sender = ["UBND " + district.province.fullName.uppercased(), name]
        list.place = district.province.name
        list.date = date
        list.needsFullUnits = true
        return list
    }

    mutating func planHomeAffairs() {
        let government = people { $0 == .commune || $0.isDistrictOffice }
        let slug = Slugs.words(district.fullName)
        var overview = department(
            "so-noi-vu", "tong-hop/SNV tong hop \(slug)", "snv/column",
            title: "BIỂU TỔNG HỢP CÁN BỘ, CÔNG CHỨC \(district.fullName.uppercased())",
            people: part(government, perMille: mess.isVaried ? 900 : 1000), name: "SỞ NỘI VỤ",
            date: Day(year: 2025, month: 3, day: 31), optional: Self.career + [.note])
        overview.needsTitle = true
        plans.append(overview)
        guard mess.isVaried, isChosen(custom.districtsWithRecords) else { return }
        plans.append(
            department(
                "so-noi-vu", "pmis/pmis \(slug)", "pmis/column",
                title: "DANH SÁCH TRÍCH XUẤT PMIS \(district.fullName.uppercased())",
                people: part(government, perMille: custom.inRecords), name: "SỞ NỘI VỤ",
                date: Day(year: 2024, month: 12, day: 31), optional: Self.career + [.oldNationalID],
                forms: Self.records))
    }

    mutating func planEducation() {
        let schools = people { $0.isSchool }
        let slug = Slugs.words(district.fullName)
        if mess.isVaried {
            plans.append(
                department(
                    "so-giao-duc", "GD \(slug)", "sgd/column",
                    title: "DANH SÁCH CÁN BỘ QUẢN LÝ, GIÁO VIÊN, NHÂN VIÊN \(district.fullName.uppercased())",
                    people: part(schools, perMille: custom.inEducationList), name: "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
                    date: Day(year: 2025, month: 4, day: 15), optional: Self.career))
            if custom.hasFurtherDepartments {
                plans.append(
                    department(
                        "so-giao-duc", "csdl-nganh/csdl \(slug)", "csdl/column",
                        title: "TRÍCH XUẤT CƠ SỞ DỮ LIỆU NGÀNH \(district.fullName.uppercased())",
                        people: part(schools, perMille: 300), name: "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
                        date: Day(year: 2024, month: 12, day: 31), optional: Self.career + [.oldNationalID],
                        forms: Self.records))
            }
        }
        var centres = department(
            "so-giao-duc", "gdtx-thpt/GDTX va THPT \(slug)", "voc/section",
            title:
                "DANH SÁCH VIÊN CHỨC TRUNG TÂM GDNN-GDTX VÀ CÁC TRƯỜNG THPT TRÊN ĐỊA BÀN \(district.fullName.uppercased())",
            people: people { $0 == .vocational || $0 == .upper }, name: "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            date: Day(year: 2025, month: 5, day: 15), optional: Self.career + [.note])
        if mess.isVaried {
            centres.needed.removeAll { $0 == .unit }
            centres.sheets[0].sections = staff.bodies.filter { $0.kind == .vocational || $0.kind == .upper }
                .map { ListSection(title: $0.fullName, level: 1, people: Array($0.people)) }
        }
        plans.append(centres)
    }

    mutating func planOtherDepartments() {
        guard mess.isVaried, custom.hasFurtherDepartments else { return }
        let slug = Slugs.words(district.fullName)
        plans.append(
            department(
                "so-nong-nghiep", "TT DVNN \(slug) 2025", "agri/column",
                title: "DANH SÁCH VIÊN CHỨC TRUNG TÂM DỊCH VỤ NÔNG NGHIỆP CẤP HUYỆN",
                people: people { $0 == .agriculture || $0 == .economic }, name: "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
                date: Day(year: 2025, month: 5, day: 12), optional: Self.career + [.note]))
        let media = people { $0 == .culture }.filter { staff.people[$0].now.rank.hasPrefix("V.11") }
        plans.append(
            department(
                "bao-dien-bien", "Nhan su tiep nhan \(slug)", "bao/column",
                title:
                    "DANH SÁCH VIÊN CHỨC LÀM CÔNG TÁC TRUYỀN THÔNG CỦA CÁC TRUNG TÂM VĂN HÓA - TRUYỀN THANH - TRUYỀN HÌNH",
                people: media.filter { staff.people[$0].plan == .none }, name: "BÁO ĐIỆN BIÊN PHỦ",
                date: Day(year: 2025, month: 5, day: 20), optional: Self.career))
    }

    /// Lists that come again: a resend of a part, by the district or by somebody whom nobody knows.
    mutating func planAgain() {
        let communes = people { $0 == .commune }
        if chance.percent(custom.districtsWithResend) {
            plans.append(
                plan(
                    "gui-lai/Danh sach bo sung \(Slugs.words(district.name))", "again/column",
                    title: "DANH SÁCH BỔ SUNG CÁN BỘ, CÔNG CHỨC CẤP XÃ", sections: plain(part(communes, perMille: 70)),
                    needed: Self.base + [.unit, .note], optional: Self.career))
        }
        if chance.percent(custom.districtsWithStranger) {
            var list = plan(
                "", "unknown-sender/column", title: "DANH SÁCH GỬI LẠI", sections: plain(part(communes, perMille: 70)),
                needed: Self.base + [.unit], optional: Self.career)
            list.path = "phong-noi-vu-cu/danh sach gui lai \(Slugs.words(district.fullName))"
            list.isFromStranger = true
            list.needsFullUnits = true
            plans.append(list)
        }
        for place in plans.indices where chance.perMille(25) {
            plans[place].copy = plans[place].path + chance.pick([" - Copy", " (1)", " ban cuoi"])
        }
    }
}
