// Unit names as they are mistyped, abbreviated and glued together: read where a clerk would be certain, asked
// elsewhere.

import Personnel
import Testing

@testable import Transform

@Suite("Mistyped unit names")
struct UnitMendingTests {
    private func name(_ text: String, _ sender: String) throws -> String? {
        let named = try DienBien.reader().name(text, from: sender)
        return try named.commune.map { try DienBien.catalogue().oldUnits[$0].name }
    }

    @Test(
        "keystrokes that were never decoded, words without blanks, codes, other orders",
        arguments: [
            ("Xax Muwowngf Phawng", "dien-bien-phu", "Xã Mường Phăng"),
            ("UBND xa4 Mu7o7ng2 Pha8ng", "dien-bien-phu", "Xã Mường Phăng"),
            ("UBNDxãMườngPhăng", "dien-bien-phu", "Xã Mường Phăng"),
            ("thitrantuangiao", "tuan-giao", "Thị trấn Tuần Giáo"),
            ("Xã NaƯ", "dien-bien", "Xã Na Ư"), ("xãMaThìHồ", "muong-cha", "Xã Ma Thì Hồ"),
            ("T.T Tuần Giáo", "tuan-giao", "Thị trấn Tuần Giáo"),
            ("03325", "", "Xã Mường Phăng"), ("3325", "", "Xã Mường Phăng"),
            ("Xã Mường Phăng (03325)", "", "Xã Mường Phăng"), ("03277 - Xã Mường Thín", "", "Xã Mường Thín"),
            ("TP ĐBP - xã Mường Phăng", "", "Xã Mường Phăng"),
            ("Tỉnh Điện Biên, huyện Tuần Giáo, xã Nà Sáy", "", "Xã Nà Sáy"),
            ("Bản Co Củ, xã Mường Phăng, huyện Điện Biên, tỉnh Điện Biên", "", "Xã Mường Phăng"),
            ("Tổ 5, phường Him Lam, TP Điện Biên Phủ", "", "Phường Him Lam"),
            ("Tổ dân phố số 3 phường Him Lam", "", "Phường Him Lam"),
            ("Tuần Giáo, huyện Tuần Giáo", "", "Thị trấn Tuần Giáo"),
            ("Tênh Phông - Tuần Giáo - Điện Biên", "", "Xã Tênh Phông"),
            ("UBND xa Mường Phăng", "dien-bien-phu", "Xã Mường Phăng"),
            ("Trung tâm học tập cộng đồng xã Nà Sáy", "tuan-giao", "Xã Nà Sáy"),
        ])
    func writings(text: String, sender: String, expected: String) throws {
        #expect(try name(text, sender) == expected)
    }

    @Test(
        "one typing error, in the name, the level word, the body or the district",
        arguments: [
            ("UBND xã Mường Phangg", "dien-bien-phu", "Xã Mường Phăng"),
            ("Xã Mường Mươnn", "muong-cha", "Xã Mường Mươn"), ("Xã Na Tôgn", "dien-bien", "Xã Na Tông"),
            ("Xp Mường Phăng", "dien-bien-phu", "Xã Mường Phăng"),
            ("Phờng Him Lam", "dien-bien-phu", "Phường Him Lam"),
            ("UBDN xã Mường Phăng", "dien-bien-phu", "Xã Mường Phăng"),
            ("Xã Nà Sáy, huyện Tuần Gáio", "", "Xã Nà Sáy"),
            ("Xã Pu Nhi, huyện Điện Biên Đôg", "", "Xã Pu Nhi"),
            ("Xã Mường Thínn, huyện Tuần Giáo", "", "Xã Mường Thín"), ("Mường Khongg", "tuan-giao", "Xã Mường Khong"),
        ])
    func typingErrors(text: String, sender: String, expected: String) throws {
        #expect(try name(text, sender) == expected)
    }

    @Test(
        "what may be two places, or none of ours, stays open",
        arguments: [
            ("Xã Mường Mưn", "muong-cha"), ("Xã Mường áng", "tua-chua"), ("Xã Mường Muun", "tuan-giao"),
            ("Thanh Xưng", "dien-bien"), ("Xã Chiềng Sinh, huyện Mộc Châu", ""), ("Xã Nà Sáy (03325)", "tuan-giao"),
            ("Xã Bình Minh", "tuan-giao"), ("Xã Mường Phangg", ""), ("Công ty Mường Phăng", "dien-bien-phu"),
            ("Trường Cao đẳng Kinh tế", "dien-bien-phu"),
        ])
    func open(text: String, sender: String) throws {
        let named = try DienBien.reader().name(text, from: sender)
        #expect(["unknown", "ambiguous"].contains(named.kind), "\(named)")
    }

    @Test(
        "kinds of unit through typing errors and short forms",
        arguments: [
            ("Truờg mầm non Hoa Ban", "kindergarten"), ("Trường Mầm nonn Hoa Ban", "kindergarten"),
            ("TTGDNN-GDTX", "vocational_centre"), ("TT.DVNN", "agriculture_centre"),
            ("Trung tâm Quản lý đất đai", "project_land_board"), ("Đội QLTTĐT", "urban_order_team"),
            ("Ban Quan ly du an cong trinh huyen", "project_land_board"),
        ])
    func kinds(text: String, kind: String) throws {
        #expect(try DienBien.reader().name(text, from: "tuan-giao").kind == kind)
    }

    @Test(
        "a school is known by its commune through a typing error that shows, and by a short form that is misspelt",
        arguments: [
            ("Trường Mầm non Thanhh Minh", "dien-bien-phu", "Xã Thanh Minh"),
            ("Trường PTDTBT Tiểu học Mườmg Thanh", "dien-bien-phu", "Phường Mường Thanh"),
            ("Trường Mầm non Tha nh Minh", "dien-bien-phu", "Xã Thanh Minh"),
            ("Trường Mầ m non Nà Tấu", "dien-bien-phu", "Xã Nà Tấu"),
            ("Trường TCS xã Nà Sáy", "tuan-giao", "Xã Nà Sáy"),
            ("Trường MNN Hoa Ban xã Nà Sáy", "tuan-giao", "Xã Nà Sáy"), ("Thị trấn", "tuan-giao", "Thị trấn Tuần Giáo"),
        ])
    func misspeltSchools(text: String, sender: String, expected: String) throws {
        #expect(try name(text, sender) == expected)
    }

    @Test("a school's own name is not taken for a commune's", arguments: ["Nà Nạn", "Sơn Ca", "Hoa Mai", "Kim Đồng"])
    func ownNames(text: String) throws { #expect(try name("Trường Mầm non \(text)", "dien-bien-phu") == nil) }

    @Test(
        "an office with a word that is no syllable",
        arguments: ["Hội Liên hiệp ohụ nữ", "Phògn Nông nghiệp và Môi trường", "Ủy ban Mặ t trận Tổ quốc"])
    func misspeltOffices(text: String) throws {
        #expect(try DienBien.reader().name(text, from: "tuan-giao").kind == "district_office")
    }

    @Test("two names of one district a letter apart are never taken for each other")
    func neighbours() throws {
        let catalogue = try DienBien.catalogue()
        let reader = try DienBien.reader()
        for (index, unit) in catalogue.oldUnits.enumerated() {
            #expect(reader.name(unit.name, from: unit.district ?? "").commune == index, "\(unit.name)")
        }
    }
}

@Suite("Plans in other writings")
struct PlanWritingTests {
    private func reader() throws -> PlanReader {
        try PlanReader(catalogue: try DienBien.catalogue(), words: try DienBien.table("reorganisation/plan-words"))
    }

    @Test(
        "a plan that names one new unit",
        arguments: [
            ("TT GDNN - GDTX khu vực II", "gdnn-gdtx-2"), ("Trung tâm GDNN-GDTX KV2", "gdnn-gdtx-2"),
            ("Trung tâm GDNN-GDTX khu vực 02", "gdnn-gdtx-2"), ("Ban QLDA khu vực 4", "qlda-ptqd-4"),
            ("Ban QLDA và PTQĐ khu vực IV", "qlda-ptqd-4"), ("TTDVNN khu vực III", "dvnn-3"),
            ("Báo và PT-TH tỉnh", "bao-dien-bien-phu"), ("TTDVTH Na Sang", "ttdvth-03172"),
            ("Xax Na Sang", "03172"), ("XãNaSang", "03172"), ("Xp Na Sang", "03172"), ("Xã Na Sang (mới)", "03172"),
            ("03172 - Xã Na Sang", "03172"), ("Xã Na Sang - Mường Chà", "03172"), ("Na Sang, Mường Chà", "03172"),
            ("UBND Na Sang", "03172"), ("HĐND và UBND Na Sang", "03172"), ("Đảng ủy ãx Na Sang", "03172"),
            ("UBND x ã Na Sang", "03172"), ("Xã Mườn g Chà", "03166"),
        ])
    func one(text: String, id: String) throws {
        #expect(try reader().read(text) == .unit(try #require(DienBien.catalogue().newPositions[id])))
    }

    @Test(
        "a plan that decides nothing",
        arguments: [
            "Chưa bố trí được", "N/A", "0", "Sẽ bố trí sau", "Chờ phương án sắp xếp", "Chưa rõ, chờ tỉnh", "nt",
            "Chưa có phương án của tỉnh",
        ])
    func none(text: String) throws { #expect(try reader().read(text) == .none) }

    @Test(
        "two names, with or without their level words, are two",
        arguments: ["Xã Na Sang - Mường Tùng", "Na Sang, Mường Tùng"])
    func several(text: String) throws {
        guard case .ambiguous = try reader().read(text) else {
            Testing.Issue.record("\(text): \(try reader().read(text))")
            return
        }
    }
}

@Suite("Rules are data")
struct RuleTableTests {
    @Test("a rule that is added to the table is asked in its place, by kind of unit and by words of the position")
    func addedRule() throws {
        var rules = try DienBien.table("reorganisation/rules")
        func row(_ cells: [String]) -> ReferenceTable.Row {
            .init(line: 99, cells: cells + Array(repeating: "", count: rules.columns.count - cells.count))
        }
        // Order 4.5 is between those that are there: the order is what the column says, not the row's place.
        for index in rules.rows.indices {
            let order = Int(rules.rows[index].cells[0]) ?? 0
            rules.rows[index].cells[0] = String(order * 10)
        }
        rules.rows.insert(
            row([
                "65", "clinic-school", "kindergarten;primary_school", "y tế học đường", "V.08", "unit", "so-nnmt",
                "{old_unit}: {words}, chuyển về {new_unit}.", "",
            ]), at: 0)
        rules.rows.append(
            row([
                "45", "nurse", "kindergarten", "y sĩ", "", "unit", "so-nnmt", "{old_unit} chuyển về {new_unit}.", "",
            ]))
        rules.rows.append(
            row([
                "39", "old-inspectors", "district_office", "thanh tra viên", "", "unit", "so-gddt",
                "{old_unit} chuyển về {new_unit}.", "",
            ]))
        rules.rows.append(rules.rows.remove(at: rules.rows.firstIndex { $0.cells[1] == "none" } ?? 0))
        let catalogue = try DienBien.catalogue()
        let assigner = try Assigner(
            catalogue: catalogue, rules: rules, leaving: try DienBien.table("reorganisation/leaving"),
            plans: try DienBien.table("reorganisation/plan-words"), asOf: try #require(DienBien.asOf))
        let context = RowContext(sender: "tuan-giao")
        var register = Register([
            TestRow(unit: "Trường MN Hoa Ban", position: "Y tế học đường", context: context),
            TestRow(unit: "Thanh tra huyện", position: "Thanh tra viên", context: context),
            TestRow(unit: "Thanh tra huyện", position: "Kế toán", context: context),
            TestRow(unit: "Trường MN xã Quài Tở", position: "Y sĩ", context: context),
            TestRow(unit: "Trường MN xã Quài Tở", position: "Giáo viên", context: context),
            TestRow(unit: "Trường MN xã Quài Tở", position: "Y sĩ", context: context),
        ])
        let readings = try DienBien.reader().read(&register)
        var people = PersonList(
            register.records.indices.map {
                Person(id: Int64($0), values: register.records[$0], records: [Int32($0)])
            })
        for threads in [1, 2, 5] {
            let found = assigner.assign(&people, register: register, readings: readings, threads: threads).assignments
            #expect(
                found.map(\.rule) == ["school", "old-inspectors", "district-office", "nurse", "school", "nurse"],
                "\(threads) threads")
            #expect(found[1].newUnit == "so-gddt")
        }
    }
}
