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
    /// The codes of its successors; the first is the default one, where there is one.
    var successors: [String]
    /// It was divided, and the resolution says of none of its successors that it is the main one.
    var isLeftOpen = false
    /// Where its people go unless somebody decides; empty where that is open.
    var mainSuccessor: String { isLeftOpen ? "" : successors.first ?? "" }

    /// A ward with a number for its name: `1`, `14`, `I`.
    var isNumbered: Bool { name.allSatisfy { $0.isNumber || "IVX".contains($0) } }

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
    /// `Tỉnh` or `Thành phố`.
    var kindWord: String
    /// The first three digits of the identity numbers given there.
    var citizenCode: Int
    /// The code of the province that it became.
    var newCode: String
    /// Where the lists of its districts and departments lie, with a slash at its end; empty where there is one
    /// province.
    var folder: String
    var isHighland: Bool
    /// Its place among the provinces, from 0.
    var index: Int

    /// `tỉnh Điện Biên`.
    var fullName: String { kindWord.lowercased() + " " + name }
}

/// The tables of a pipeline that a region is made from.
public struct RegionTables: Sendable {
    var provinces: ReferenceTable
    var districts: ReferenceTable
    var oldCommunes: ReferenceTable
    var newCommunes: ReferenceTable
    var succession: ReferenceTable
    var receivingUnits: ReferenceTable
    var citizenCodes: ReferenceTable

    public init(
        provinces: ReferenceTable, districts: ReferenceTable, oldCommunes: ReferenceTable,
        newCommunes: ReferenceTable, succession: ReferenceTable, receivingUnits: ReferenceTable,
        citizenCodes: ReferenceTable
    ) {
        self.provinces = provinces
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
    /// The receiving unit of each kind for each area: a district's key, or a province's code after `province:`.
    private var receivers: [String: [String: String]] = [:]

    /// The unit of a kind that takes over from a district, or from its whole province.
    func receiver(kind: String, of district: OldDistrict) -> String? {
        receivers[kind]?[district.key] ?? receivers[kind]?["province:" + district.province.newCode]
    }

    var isOneProvince: Bool { Set(districts.map(\.province.index)).count <= 1 }

    /// Reads the region of a pipeline: one province's tables, or the country's, where districts name their province.
    public init(_ tables: RegionTables) throws {
        newCommunes = try Self.newCommunes(tables.newCommunes)
        let successors = try Self.successors(tables.succession)
        districts = try Self.districts(tables, successors: successors)
        let table = tables.receivingUnits
        let (id, kind, area) = (
            try table.column("unit_id"), try table.column("kind"), try table.column("area_districts")
        )
        for row in table.rows {
            for area in row.cells[area].split(separator: " ") {
                receivers[row.cells[kind], default: [:]][String(area)] = row.cells[id]
            }
        }
    }

    private static func newCommunes(_ table: ReferenceTable) throws -> [String: String] {
        let (code, kind, name) = (try table.column("code"), try table.column("kind"), try table.column("name"))
        var names: [String: String] = [:]
        for row in table.rows { names[row.cells[code]] = kindWord(row.cells[kind]) + " " + row.cells[name] }
        return names
    }

    private typealias Succession = (codes: [String], isLeftOpen: Bool)

    /// The new communes of each old one, the default first. A table without defaults takes the first named.
    private static func successors(_ table: ReferenceTable) throws -> [String: Succession] {
        let (old, new) = (try table.column("old_code"), try table.column("new_code"))
        let isDefault = table.columns.firstIndex(of: "is_default")
        var successors: [String: Succession] = [:]
        for row in table.rows {
            let isFirst = isDefault.map { row.cells[$0] == "true" } ?? false
            let (codes, wasOpen) = successors[row.cells[old], default: ([], true)]
            successors[row.cells[old]] = (
                isFirst ? [row.cells[new]] + codes : codes + [row.cells[new]], wasOpen && isDefault != nil && !isFirst
            )
        }
        return successors
    }

    private static func districts(_ tables: RegionTables, successors: [String: Succession]) throws -> [OldDistrict] {
        let table = tables.oldCommunes
        let (code, kind, name) = (try table.column("code"), try table.column("kind"), try table.column("name"))
        let districtColumn = try table.column("district")
        var found = try DistrictReader.districts(tables)
        var places: [String: Int] = [:]
        for (place, district) in found.enumerated() { places[district.key] = place }
        for row in table.rows {
            guard let place = places[row.cells[districtColumn]] else {
                throw table.mistake(in: row, column: "district", expected: "a district of \(tables.districts.path)")
            }
            found[place].communes.append(
                OldCommune(
                    code: row.cells[code], name: row.cells[name], kindWord: kindWord(row.cells[kind]),
                    successors: successors[row.cells[code]]?.codes ?? [],
                    isLeftOpen: successors[row.cells[code]]?.isLeftOpen ?? false))
        }
        return found.filter { !$0.communes.isEmpty }
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

/// Reads districts with their provinces.
private enum DistrictReader {
    static func districts(_ tables: RegionTables) throws -> [OldDistrict] {
        let provinces = try provinces(tables)
        let table = tables.districts
        let (key, name, kind) = (try table.column("district"), try table.column("name"), try table.column("kind"))
        let provinceColumn = table.columns.firstIndex(of: "province")
        let sole = provinces.first { _ in provinces.count == 1 }?.value
        var used: Set<String> = []
        return try table.rows.map { row in
            guard let province = provinceColumn.map({ provinces[row.cells[$0]] }) ?? sole else {
                throw table.mistake(in: row, column: "province", expected: "a province of \(tables.provinces.path)")
            }
            let word = SampleRegion.kindWord(row.cells[kind])
            let bare = String(row.cells[name].dropFirst(word.count + 1))
            // A city and the district around it may share a name: the kind tells them apart.
            var folder = provinces.count == 1 ? row.cells[key] : slug(word == "Huyện" ? bare : word + " " + bare)
            while !used.insert(province.folder + folder).inserted { folder += "-2" }
            return OldDistrict(
                key: row.cells[key], folder: province.folder + folder + "/", name: bare, kindWord: word,
                province: province, communes: [])
        }
    }

    /// The provinces before the reorganisation, by code.
    private static func provinces(_ tables: RegionTables) throws -> [String: SampleProvince] {
        let codes = tables.citizenCodes
        let (number, home) = (try codes.column("code"), try codes.column("province_at_birth_registration_63"))
        var numbers: [String: Int] = [:]
        for row in codes.rows { numbers[asciiKey(row.cells[home])] = Int(row.cells[number]) ?? 0 }
        let table = tables.provinces
        let (period, code) = (try table.column("period"), try table.column("code"))
        let (name, successor) = (try table.column("name"), try table.column("goes_to"))
        let old = table.rows.filter { $0.cells[period] == "old" }
        var provinces: [String: SampleProvince] = [:]
        for row in old {
            let kind = row.cells[name].hasPrefix("Thành phố ") ? "Thành phố" : "Tỉnh"
            let bare = String(row.cells[name].dropFirst(kind.count + 1))
            // A province may have had a longer name when the numbers were laid down: Thừa Thiên Huế, now Huế.
            let key = asciiKey(bare)
            let longer = numbers.keys.filter { $0.hasSuffix(" " + key) }.sorted().first
            guard let number = numbers[key] ?? longer.flatMap({ numbers[$0] }) else {
                throw table.mistake(in: row, column: "name", expected: "a province of \(codes.path)")
            }
            provinces[row.cells[code]] = SampleProvince(
                name: bare, kindWord: kind, citizenCode: number, newCode: row.cells[successor],
                folder: old.count == 1 ? "" : slug(bare) + "/",
                // Everything north and west of the delta, by the codes of the statistics office.
                isHighland: (2...25).contains(number) && number != 22, index: provinces.count)
        }
        return provinces
    }

    private static func slug(_ name: String) -> String {
        asciiKey(name).split(separator: " ").joined(separator: "-")
    }
}
