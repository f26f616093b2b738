// The pipeline of the whole country: every old commune finds its new one, whichever way its address is written.

import Foundation
import Personnel
import Testing
import Vietnamese

@testable import Pipeline
@testable import Transform

@Suite("The whole country")
struct NationalPipelineTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let loaded = Result {
        try PipelineFolder(root.appendingPathComponent("Pipelines/vietnam").path).unitReader()
    }

    /// Where a text's commune went.
    private struct Place: Equatable {
        let old: String?
        let new: String?
        let isDivided: Bool
    }

    private func place(_ text: String, from sender: String = "") throws -> Place {
        let (catalogue, reader) = try Self.loaded.get()
        let named = reader.name(text, from: sender)
        guard let unit = named.commune else { return Place(old: nil, new: nil, isDivided: false) }
        let successors = catalogue.successors(of: unit)
        let isDivided = successors.count > 1
        return Place(
            old: catalogue.oldUnits[unit].code, new: isDivided ? nil : successors.first?.newUnit, isDivided: isDivided)
    }

    @Test("the tables hold every unit of both periods")
    func complete() throws {
        let (catalogue, _) = try Self.loaded.get()
        #expect(catalogue.oldProvinces.count == 63)
        #expect(catalogue.districts.count == 696)
        #expect(catalogue.oldUnits.count { $0.kind != "district" } == 10_035)
        #expect(catalogue.newUnits.count { $0.code != nil } == 3_321)
        let divided = catalogue.oldUnits.indices.count { catalogue.successors(of: $0).count > 1 }
        #expect(divided == 441)
        #expect(catalogue.oldUnits.indices.allSatisfy { !catalogue.successors(of: $0).isEmpty })
    }

    @Test("all old communes by their address, in full, in capitals, abbreviated and without accents")
    func everyCommune() throws {
        let (catalogue, reader) = try Self.loaded.get()
        let short = [
            ("Xã ", "X."), ("Phường ", "P."), ("Thị trấn ", "TT."), ("Huyện ", "H."), ("Thị xã ", "TX."),
            ("Thành phố ", "TP."), ("Quận ", "Q."), ("Tỉnh ", "T."),
        ]
        func abbreviated(_ name: String) -> String {
            short.first { name.hasPrefix($0.0) }.map { $0.1 + name.dropFirst($0.0.count) } ?? name
        }
        var keys: [String: Int] = [:]
        func key(_ unit: Int) -> String { "\(catalogue.districtOf[unit]) \(asciiKey(catalogue.oldUnits[unit].name))" }
        for unit in catalogue.oldUnits.indices { keys[key(unit), default: 0] += 1 }
        for (index, unit) in catalogue.oldUnits.enumerated() {
            let district = catalogue.districtOf[index]
            let parts = [
                unit.name, catalogue.districts[district].name,
                catalogue.oldProvinces[catalogue.provinceOf[district]].name,
            ]
            let address = parts.joined(separator: ", ")
            let writings = [
                address, "UBND \(address)".uppercased(), parts.map(abbreviated).joined(separator: " - "),
                // Without accents a few are two of one district: those are left open.
                keys[key(index)] == 1 ? asciiAddress(parts) : address,
            ]
            for writing in writings { #expect(reader.name(writing).commune == index, "\(writing)") }
        }
    }

    private func asciiAddress(_ parts: [String]) -> String { parts.map(asciiKey).joined(separator: ", ") }

    @Test(
        "former districts, kinds, names and provinces, and spellings of the catalogue",
        arguments: [
            ("Xã Lay Nưa, huyện Mường Chà, tỉnh Điện Biên", "03184", "03151"),
            ("X. Mường Phăng - H. Điện Biên - T. Điện Biên", "03325", "03325"),
            ("Xa Na Co Sa, Huyen Muong Nhe, Tinh Dien Bien", "03167", "03164"),
            ("Thị trấn Mường Ảng, huyện Tuần Giáo, tỉnh Lai Châu", "03256", "03256"),
            ("Phường Thảo Điền, Quận 2, TP HCM", "27088", "27094"),
            ("P. Hiệp Phú, Q. 9, TP. Hồ Chí Minh", "26839", nil),
            ("Xã Sáng Nhè, huyện Tủa Chùa", "03244", "03244"),
            ("Huyện Bạch Long Vĩ, TP Hải Phòng", "318", "11948"),
            ("Phường Đông Sơn, Bỉm Sơn, Thanh Hóa", "14821", nil),
        ])
    func former(text: String, old: String, new: String?) throws {
        let found = try place(text)
        #expect(found.old == old)
        if let new { #expect(found.new == new) }
    }

    @Test("a name that several places have is settled by who sent the list, or asked")
    func homonyms() throws {
        let (catalogue, reader) = try Self.loaded.get()
        func district(_ text: String, _ sender: String) -> String? { reader.name(text, from: sender).district }
        #expect(reader.name("Xã Tân Lập").kind == "ambiguous")
        #expect(try place("Xã Tân Lập", from: "tinh-lang-son").old == "06352")
        #expect(try place("Xã Tân Lập", from: "lang-son").old == "06352")
        #expect(try place("xã Mường Lạn", from: "dien-bien").old == "03313")
        #expect(try place("xã Mường Lạn", from: "so-noi-vu-son-la").old == "04246")
        #expect(district("Phòng Nội vụ", "moc-chau") == "123")
        #expect(district("Phòng Nội vụ", "huyen-tuan-giao") == "099")
        // Nine districts are called Châu Thành, and a province has the name of its district.
        #expect(reader.name("Phòng Nội vụ", from: "chau-thanh").kind == "ambiguous")
        #expect(reader.name("Phòng Nội vụ", from: "dien-bien").kind == "ambiguous")
        #expect(catalogue.districts.count { $0.name == "Huyện Châu Thành" } > 5)
    }

    @Test(
        "a folder names the district, with its level word or without; a number does not, nor a name of another province's",
        arguments: [
            ("Xã An Khánh", "thai-nguyen/dai-tu/Tong hop cap xa 4", "05824"),
            ("Xã Hưng Thịnh", "cao-bang/bao-lac/Tong hop cap xa 3", "01352"),
            ("Xã An Khánh", "thai-nguyen/dai-tu/danh sach Tan Binh", "05824"),
            ("PHƯỜNG BẮC SƠN", "thanh-hoa/thi-xa-bim-son/cap-xa/Tong hop cap xa 1", "14809"),
            ("Phường 1", "quang-tri/thanh-pho-dong-ha/cap-xa/Tong hop cap xa 1", "19333"),
            ("Xã Hải Ninh", "quang-binh/quang-ninh/cap-xa/Tong hop cap xa 1", "19216"),
        ])
    func numberedFiles(text: String, folders: String, old: String) throws {
        #expect(try place(text, from: folders).old == old)
    }

    /// Where a school may stand: the codes of old communes.
    private func communes(ofSchool text: String, _ path: String) throws -> [String?] {
        let (catalogue, reader) = try Self.loaded.get()
        var register = Register()
        register.contexts = [RowContext(sender: String(path.prefix { $0 != "/" }), path: path + "/truong.csv")]
        var record = PersonRecord(place: RowReference(file: 0, sheet: 0, row: 1), context: 0)
        record.unit = register.pool.code(for: text)
        register.records.append(record)
        let readings = reader.read(&register)
        let unit = try #require(register.records[0].oldUnit)
        return readings.standings[Int(unit)].communes.map { catalogue.oldUnits[$0].code }
    }

    @Test(
        "a school stands in the commune after which it is named, in any of those of that name, or in its island",
        arguments: [
            ("Trường Mầm non Lê Văn Tám, huyện Bạch Long Vĩ", "hai-phong", ["318"]),
            ("Trường Mầm non Lê Văn Tám", "hai-phong/huyen-bach-long-vi", ["318"]),
            ("Trường Mầm non Hồ", "bac-ninh/thi-xa-thuan-thanh", ["09400"]),
            ("TRƯỜNG MẦM NON THỨA", "bac-ninh/luong-tai", ["09496"]),
            ("Truong Mam non Ho", "bac-ninh/thi-xa-thuan-thanh", []),
            ("Trường Mầm non Hoa Hồ", "bac-ninh/thi-xa-thuan-thanh", []),
            ("Trường Mầm non 9", "tra-vinh/thanh-pho-tra-vinh", []),
            ("Trường Mầm non Yên Viên", "ha-noi/gia-lam", ["00526", "00532"]),
            ("Trường Mầm non xã Yên Viên", "ha-noi/gia-lam", ["00532"]),
        ])
    func schools(text: String, folder: String, codes: [String]) throws {
        #expect(try communes(ofSchool: text, folder) == codes)
    }

    @Test("a list that names no district learns a school's communes from one that does, whichever comes first")
    func namesakes() throws {
        let (catalogue, reader) = try Self.loaded.get()
        let known = RowContext(sender: "ha-noi", path: "ha-noi/gia-lam/truong.csv")
        let open = RowContext(sender: "ha-noi", path: "ha-noi/danh sach.csv")
        for contexts in [[known, open], [open, known]] {
            var register = Register()
            register.contexts = contexts
            for context in [0, 1] as [Int32] {
                var record = PersonRecord(place: RowReference(file: 0, sheet: 0, row: 1), context: context)
                record.unit = register.pool.code(for: "Trường Mầm non Yên Viên")
                register.records.append(record)
            }
            let readings = reader.read(&register)
            let units = register.records.compactMap(\.oldUnit)
            #expect(units.count == 2 && units[0] == units[1])
            let codes = readings.standings[Int(units[0])].communes.map { catalogue.oldUnits[$0].code }
            #expect(codes == ["00526", "00532"])
        }
    }

    @Test("the one unit of an island district is commune and district: its level is for the lists to say")
    func islandLevel() throws {
        let (_, reader) = try Self.loaded.get()
        var register = Register()
        register.contexts = [RowContext(sender: "quang-tri", path: "quang-tri/con-co/cap-huyen/ds.csv")]
        var record = PersonRecord(place: RowReference(file: 0, sheet: 0, row: 1), context: 0)
        record.unit = register.pool.code(for: "UBND huyện Cồn Cỏ")
        register.records.append(record)
        let readings = reader.read(&register)
        let unit = try #require(register.records[0].oldUnit)
        #expect(readings.units[Int(unit)].code == "471")
        #expect(readings.standings[Int(unit)].level == nil)
    }

    @Test(
        "only a folder that is named after a place is a known sender's",
        arguments: [
            ("dien-bien", true), ("tinh-lang-son", true), ("huyen-tuan-giao", true), ("tp-hai-phong", true),
            ("phong-noi-vu-cu", false), ("so-noi-vu", false), ("moi", false),
        ])
    func senders(folder: String, isKnown: Bool) throws {
        let (_, reader) = try Self.loaded.get()
        #expect(KnownSenders(["*"], places: reader).contains(folder) == isKnown)
        #expect(!KnownSenders(["so-gd"], places: reader).contains(folder))
    }

    @Test(
        "a plan names a new unit whole where its name has a dash",
        arguments: [
            ("UBND phường Văn Miếu - Quốc Tử Giám", "00226"), ("P. Văn Miếu – Quốc Tử Giám", "00226"),
            ("Phường Xuân Hương - Đà Lạt", "24781"), ("Xã Văn Miếu, tỉnh Phú Thọ", "08611"),
        ])
    func dashes(text: String, code: String) throws {
        let (catalogue, _) = try Self.loaded.get()
        let folder = try PipelineFolder(Self.root.appendingPathComponent("Pipelines/vietnam").path)
        let reading = try folder.planReader(catalogue).read(text)
        #expect(reading == catalogue.newUnits.firstIndex { $0.code == code }.map { .unit($0) })
    }

    @Test("a code means the unit of its period")
    func codes() throws {
        #expect(try place("03127") == Place(old: "03127", new: "03127", isDivided: false))
        #expect(try place("Phường Him Lam (03127), thành phố Điện Biên Phủ").old == "03127")
        let (catalogue, _) = try Self.loaded.get()
        #expect(catalogue.oldUnits.first { $0.code == "03127" }?.name == "Phường Him Lam")
        #expect(catalogue.newUnit("03127")?.name == "Phường Điện Biên Phủ")
    }
}
