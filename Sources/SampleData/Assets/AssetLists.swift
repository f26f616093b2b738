// The lists of what a district's units hand over: an inventory of things, and a table of balances.

/// A list of assets or balances before its sheet is built.
struct AssetPlan {
    /// The path without its extension.
    var path: String
    var isBalance: Bool
    var title: String
    var givers: [Giver]
}

/// A unit that hands over what it owns.
struct Giver {
    var body: Body
    /// The code of the commune that the list names as its receiver; empty where a rule decides.
    var receiver: String
    /// The code or key of the unit that takes over.
    var newUnit: String
}

/// Plans and writes the lists of one district.
struct AssetLists {
    let staff: DistrictStaff
    let region: SampleRegion
    let tables: SampleTables
    let mess: Mess
    var chance: Chance

    private static let forms: [FileForm] = [
        .csvComma, .csvSemicolon, .csvTCVN3, .tsvUTF16, .spreadsheet, .xlsx, .xlsx, .html,
    ]

    /// The lists: nothing where the district hands over nothing.
    mutating func all() -> [AssetPlan] {
        let givers = givers()
        guard !givers.isEmpty else { return [] }
        let folder = staff.district.folder + "tai-san/"
        let (slug, name) = (Slugs.words(staff.district.name), staff.district.fullName.uppercased())
        return [
            AssetPlan(
                path: folder + "Kiem ke tai san \(slug)", isBalance: false,
                title: "BẢNG KIỂM KÊ TÀI SẢN BÀN GIAO CÁC CƠ QUAN, ĐƠN VỊ \(name)", givers: givers),
            AssetPlan(
                path: folder + "So du kinh phi \(slug)", isBalance: true,
                title: "BẢNG TỔNG HỢP SỐ DƯ KINH PHÍ BÀN GIAO CÁC CƠ QUAN, ĐƠN VỊ \(name)", givers: givers),
        ]
    }

    /// The office, some divisions, the centres and boards, two communes.
    private mutating func givers() -> [Giver] {
        let bodies = staff.bodies
        let offices = bodies.filter { $0.kind == .office } + bodies.filter { $0.kind == .division }.prefix(3)
        let services = bodies.filter {
            [.vocational, .agriculture, .economic, .culture, .projects, .land, .urban].contains($0.kind)
        }
        let communes = chance.shuffled(bodies.filter { $0.kind == .commune }).prefix(2)
        return (offices + services + communes).compactMap { giver($0) }
    }

    private mutating func giver(_ body: Body) -> Giver? {
        let district = staff.district
        let successors = body.commune.map { district.communes[$0].successors } ?? []
        if successors.count == 1 { return Giver(body: body, receiver: "", newUnit: successors[0]) }
        let kinds: [BodyKind: String] = [
            .vocational: "regional_vocational_centre", .agriculture: "area_agriculture_centre",
            .economic: "area_agriculture_centre", .projects: "area_project_land_board",
            .land: "area_project_land_board",
        ]
        if let kind = kinds[body.kind], let unit = region.receiver(kind: kind, of: district) {
            return Giver(body: body, receiver: "", newUnit: unit)
        }
        let codes = successors.isEmpty ? district.communes.compactMap(\.successors.first) : successors
        guard !codes.isEmpty else { return nil }
        let code = chance.pick(codes)
        return Giver(body: body, receiver: code, newUnit: code)
    }

    /// Writes a list and notes what stands in it.
    mutating func file(_ plan: AssetPlan, into ledger: inout TruthLedger) -> SampleFile {
        var style = ListStyle()
        style.form = chance.pick(Self.forms, or: .csvComma)
        style.lineEnd = style.form == .tsv ? "\n" : "\r\n"
        let path = plan.path + "." + chance.pick(style.form.fileExtensions)
        ledger.files.append(
            FileTruth(
                path: path, status: "loaded", encoding: style.form.encoding, format: style.form.format,
                form: style.form.rawValue, list: plan.isBalance ? "balances/column" : "assets/section"))
        var builder = AssetSheetBuilder(
            plan: plan, form: style.form, newCommunes: region.newCommunes, things: tables.things,
            district: staff.district, file: ledger.files.count - 1, chance: Chance(seed: chance.next()))
        builder.build(into: &ledger)
        return SampleFile(path: path, bytes: FormWriter.bytes(of: [builder.sheet], style: style, date: nil))
    }
}
