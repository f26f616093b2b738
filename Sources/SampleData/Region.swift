// The places that are peopled: districts with their communes, what became of these, and who takes over the rest.

public import Personnel
import Vietnamese

/// A commune, ward or township of the old government.
struct OldCommune: Sendable {
    var code: String
    /// The bare name: `Na Sang`.
    var name: String
    /// `Xã`, `Phường`, `Thị trấn`.
    var kindWord: String
    /// The codes of its successors; the first is the default one.
    var successors: [String]

    var fullName: String { kindWord + " " + name }
    /// `xã Na Sang`, as within a sentence.
    var lowerName: String { kindWord.lowercased() + " " + name }
}

/// A district of the old government.
struct OldDistrict: Sendable {
    /// The key of the district in the pipeline: `muong-cha`.
    var key: String
    /// The folder that its lists are sent in, with a slash at its end.
    var folder: String
    /// The bare name: `Mường Chà`.
    var name: String
    /// `Huyện`, `Thị xã`, `Thành phố`, `Quận`.
    var kindWord: String
    var province: SampleProvince
    var communes: [OldCommune]

    var fullName: String { kindWord + " " + name }
    var lowerName: String { kindWord.lowercased() + " " + name }
    /// `Huyện ủy`, `Thành ủy` …
    var partyCommittee: String { (kindWord.split(separator: " ").first ?? "Huyện") + " ủy" }
    /// `Huyện đoàn`, `Thành đoàn` …
    var youthUnion: String { (kindWord.split(separator: " ").first ?? "Huyện") + " đoàn" }
}

/// The province of a district.
struct SampleProvince: Sendable, Equatable {
    var name: String
    /// The first three digits of the identity numbers given there.
    var citizenCode: Int
    /// Where the lists of its departments lie, with a slash at its end; empty where there is one province.
    var folder: String
    var isHighland: Bool
    /// Its place among the provinces, from 0.
    var index: Int

    var fullName: String { (Self.cities.contains(name) ? "thành phố " : "tỉnh ") + name }

    private static let cities: Set<String> = ["Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ"]
}

/// The tables of a pipeline that a region is made from.
public struct RegionTables: Sendable {
    var districts: ReferenceTable
    var oldCommunes: ReferenceTable
    var newCommunes: ReferenceTable
    var succession: ReferenceTable
    var receivingUnits: ReferenceTable
    var citizenCodes: ReferenceTable

    public init(
        districts: ReferenceTable, oldCommunes: ReferenceTable, newCommunes: ReferenceTable,
        succession: ReferenceTable, receivingUnits: ReferenceTable, citizenCodes: ReferenceTable
    ) {
        self.districts = districts
        self.oldCommunes = oldCommunes
        self.newCommunes = newCommunes
        self.succession = succession
        self.receivingUnits = receivingUnits
        self.citizenCodes = citizenCodes
    }
}

/// A province or the country.
public struct SampleRegion: Sendable {
    var districts: [OldDistrict]
    /// The names of the new communes with their kinds (`Xã Na Sang`), by code.
    var newCommunes: [String: String]
    /// The receiving unit of each kind for each district's key; `province` for the province as a whole.
    private var receivers: [String: [String: String]] = [:]
    /// The unit that takes over by kind and district.
    func receiver(kind: String, district: String) -> String? { receivers[kind]?[district] }

    var isOneProvince: Bool { Set(districts.map(\.province.index)).count <= 1 }

    /// Reads the region of a pipeline: a province's tables, or the country's, in which communes name their province.
    public init(_ tables: RegionTables) throws {
        newCommunes = try Self.newCommunes(tables.newCommunes)
        let successors = try Self.successors(tables.succession)
        districts = try Self.districts(tables, successors: successors)
        let table = tables.receivingUnits
        let (id, kind, area) = (
            try table.column("unit_id"), try table.column("kind"), try table.column("area_districts")
        )
        for row in table.rows {
            for district in row.cells[area].split(separator: " ") {
                receivers[row.cells[kind], default: [:]][String(district)] = row.cells[id]
            }
        }
    }

    private static func newCommunes(_ table: ReferenceTable) throws -> [String: String] {
        let (code, kind, name) = (try table.column("code"), try table.column("kind"), try table.column("name"))
        var names: [String: String] = [:]
        for row in table.rows { names[row.cells[code]] = kindWord(row.cells[kind]) + " " + row.cells[name] }
        return names
    }

    /// The new communes of each old one, the default first.
    private static func successors(_ table: ReferenceTable) throws -> [String: [String]] {
        let (old, new) = (try table.column("old_code"), try table.column("new_code"))
        let isDefault = table.columns.firstIndex(of: "is_default")
        var successors: [String: [String]] = [:]
        for row in table.rows {
            let isFirst = isDefault.map { row.cells[$0] == "true" } ?? false
            let codes = successors[row.cells[old], default: []]
            successors[row.cells[old]] = isFirst ? [row.cells[new]] + codes : codes + [row.cells[new]]
        }
        return successors
    }

    private static func districts(_ tables: RegionTables, successors: [String: [String]]) throws -> [OldDistrict] {
        let table = tables.oldCommunes
        let (code, kind, name) = (try table.column("code"), try table.column("kind"), try table.column("name"))
        let districtCode = try table.column("district_code")
        var finder = try DistrictFinder(tables)
        var places: [String: Int] = [:]
        var districts: [OldDistrict] = []
        for row in table.rows where row.cells[kind] != "district" {
            let commune = OldCommune(
                code: row.cells[code], name: row.cells[name], kindWord: kindWord(row.cells[kind]),
                successors: successors[row.cells[code]] ?? [])
            if let place = places[row.cells[districtCode]] {
                districts[place].communes.append(commune)
            } else {
                places[row.cells[districtCode]] = districts.count
                var district = try finder.district(of: row)
                district.communes = [commune]
                districts.append(district)
            }
        }
        return districts
    }

    static func kindWord(_ kind: String) -> String {
        switch kind {
        case "ward": "Phường"
        case "township": "Thị trấn"
        case "special_zone": "Đặc khu"
        case "city": "Thành phố"
        case "town": "Thị xã"
        case "urban_district": "Quận"
        case "district": "Huyện"
        default: "Xã"
        }
    }
}

/// Makes districts from rows of communes: by the table of districts, or by what the row says of its district.
private struct DistrictFinder {
    private let communes: ReferenceTable
    private let districtColumn: Int
    private let national: (district: Int, kind: Int, province: Int)?
    private var provinces: [String: SampleProvince] = [:]
    private let codes: [String: Int]
    private var names: [String: (name: String, kind: String)] = [:]

    init(_ tables: RegionTables) throws {
        communes = tables.oldCommunes
        districtColumn = try communes.column("district")
        if let province = communes.columns.firstIndex(of: "province") {
            national = (districtColumn, try communes.column("district_kind"), province)
        } else {
            national = nil
        }
        let table = tables.citizenCodes
        let (code, name) = (try table.column("code"), try table.column("province_at_birth_registration_63"))
        var codes: [String: Int] = [:]
        for row in table.rows { codes[asciiKey(row.cells[name])] = Int(row.cells[code]) ?? 0 }
        self.codes = codes
        if national == nil {
            let table = tables.districts
            let (key, name, kind) = (try table.column("district"), try table.column("name"), try table.column("kind"))
            for row in table.rows {
                let word = SampleRegion.kindWord(row.cells[kind])
                names[row.cells[key]] = (String(row.cells[name].dropFirst(word.count + 1)), row.cells[kind])
            }
        }
    }

    mutating func district(of row: ReferenceTable.Row) throws -> OldDistrict {
        guard let national else {
            let key = row.cells[districtColumn]
            guard let known = names[key] else {
                throw communes.mistake(in: row, column: "district", expected: "a district of the table of districts")
            }
            let province = SampleProvince(name: "Điện Biên", citizenCode: 11, folder: "", isHighland: true, index: 0)
            return OldDistrict(
                key: key, folder: key + "/", name: known.name, kindWord: SampleRegion.kindWord(known.kind),
                province: province, communes: [])
        }
        let province = self.province(row.cells[national.province])
        let name = row.cells[national.district]
        let kind = SampleRegion.kindWord(row.cells[national.kind])
        // Two districts of a province may share a name (a city and the district around it): the kind tells them apart.
        let slug = Self.slug(kind == "Huyện" ? name : kind + " " + name)
        return OldDistrict(
            key: province.folder + slug, folder: province.folder + slug + "/", name: name, kindWord: kind,
            province: province, communes: [])
    }

    private mutating func province(_ name: String) -> SampleProvince {
        if let known = provinces[name] { return known }
        let code = codes[asciiKey(name)] ?? 1
        let province = SampleProvince(
            name: name, citizenCode: code, folder: Self.slug(name) + "/",
            isHighland: (2...25).contains(code) && ![1, 22].contains(code), index: provinces.count)
        provinces[name] = province
        return province
    }

    private static func slug(_ name: String) -> String {
        asciiKey(name).split(separator: " ").joined(separator: "-")
    }
}
