// Titles as plans write them, and what the dossier of each seat shows.

import Personnel
import Testing

@testable import Transform

@Suite("Key positions")
struct AppraiserTests {
    private static func seats() throws -> Seats {
        try Seats(DienBien.table("appraisal/seats"), incompatible: DienBien.table("appraisal/incompatible-seats"))
    }

    private static func appraiser() throws -> Appraiser {
        let seats = try seats()
        return Appraiser(
            seats: seats, titles: try TitleReader(DienBien.table("appraisal/title-words")),
            standards: try Standards(DienBien.table("appraisal/standards"), seats: seats, labels: [:]),
            texts: try FindingTexts(DienBien.table("appraisal/findings")),
            ages: try RetirementAges(DienBien.table("benefits/retirement-ages")), asOf: try #require(DienBien.asOf))
    }

    @Test(
        "titles are read wherever they stand; those of other bodies and of offices are none",
        arguments: [
            ("Chủ tịch UBND", "chair committee"), ("PCT HĐND", "vice_chair council"),
            ("Phó Bí thư Đảng ủy, Chủ tịch UBND xã Na Sang", "chair committee [xã Na Sang]"),
            ("Bí thư Đảng ủy - Chủ tịch HĐND", "chair council"),
            ("CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN PHƯỜNG", "chair council [PHƯỜNG]"),
            ("Phó Chủ tịch thường trực HĐND", "vice_chair council"),
            ("Trưởng Ban Kinh tế - Ngân sách HĐND xã", "head budget [xã]"),
            ("Phó Trưởng ban VH-XH HĐND", "deputy_head society"), ("Trưởng Ban Pháp chế", "head legal"),
            ("Phó Chủ tịch HĐND kiêm Trưởng Ban Văn hóa - Xã hội", "vice_chair council; head society"),
            ("Phó Chủ tịch", "vice_chair -"), ("Chủ tịch xã", "chair - [xã]"),
            ("Chủ tịch Hội Nông dân", ""), ("Chủ tịch UBMTTQ Việt Nam xã", ""), ("Trưởng phòng Văn hóa - Xã hội", ""),
            ("Chuyên viên Văn phòng HĐND và UBND", ""), ("Phó Trưởng Ban Tổ chức Đảng ủy", ""),
            ("Chủ nhiệm Ủy ban Kiểm tra", ""), ("", ""),
        ])
    func titles(text: String, expected: String) throws {
        let reader = try TitleReader(DienBien.table("appraisal/title-words"))
        let found = reader.read(text).map { title in
            "\(title.role) \(title.body ?? "-")" + (title.place.isEmpty ? "" : " [\(title.place)]")
        }
        #expect(found.joined(separator: "; ") == expected)
    }

    /// A person with a whole dossier, assigned to a commune, to be changed.
    private struct Proposal {
        var title: String
        var unit: String? = "03253"
        var status = AssignmentStatus.assigned
        var position = "Chuyên viên"
        var birth = "1985-03-12"
        var qualification: Qualification? = .bachelor
        var theory: PoliticalTheory? = .intermediate
        var party: String? = "2010-02-03"
    }

    private static func appraise(_ proposals: [Proposal]) throws -> Appraisal {
        var register = Register(proposals.map { TestRow(position: $0.position) })
        for (index, proposal) in proposals.enumerated() {
            register.records[index].proposedPosition = register.pool.code(for: proposal.title)
            register.records[index].ethnicity = register.pool.code(for: "Thái")
            register.records[index].birthDate = PartialDate(iso: proposal.birth)
            register.records[index].gender = .male
            register.records[index].nationalID = CitizenID(number: 11_085_000_100 + UInt64(index))
            register.records[index].qualification = proposal.qualification
            register.records[index].politicalTheory = proposal.theory
            register.records[index].partyJoined = proposal.party.flatMap { PartialDate(iso: $0) }
        }
        var consolidation = Consolidation(register: register)
        consolidation.newUnits = try DienBien.catalogue().newUnits
        for (index, proposal) in proposals.enumerated() {
            var person = Person(id: Int64(index + 1), values: register.records[index], records: [Int32(index)])
            person.level = .commune
            consolidation.people.append(person)
            consolidation.assignments.append(
                Assignment(status: proposal.status, newUnit: proposal.unit, rule: "plan", basis: ""))
        }
        return try appraiser().appraise(consolidation, decided: [:], assigner: DienBien.assigner())
    }

    @Test(
        "a dossier is ready, incomplete or below the standard, and says why",
        arguments: [
            (Proposal(title: "Chủ tịch UBND"), DossierStatus.ready, ""),
            (Proposal(title: "Chủ tịch UBND", theory: .elementary), .belowStandard, "political-theory"),
            (Proposal(title: "Chủ tịch UBND", qualification: .college), .belowStandard, "qualification"),
            (Proposal(title: "Chủ tịch UBND", theory: nil), .incomplete, "political-theory"),
            (Proposal(title: "Chủ tịch UBND", party: nil), .incomplete, "party"),
            (Proposal(title: "Chủ tịch UBND", birth: "1966-01-15"), .belowStandard, "age-first"),
            (Proposal(title: "Chủ tịch UBND", position: "Chủ tịch UBND", birth: "1966-01-15"), .ready, ""),
            (
                Proposal(title: "Chủ tịch UBND", position: "Chủ tịch UBND", birth: "1963-01-15"), .belowStandard,
                "age-again"
            ),
            (Proposal(title: "Chủ tịch UBND", birth: "1985"), .incomplete, "year_only"),
            (Proposal(title: "Chủ tịch UBND phường"), .incomplete, "wrong_kind"),
            (Proposal(title: "Chủ tịch UBND xã Na Sang"), .incomplete, "other_unit"),
            (Proposal(title: "Chủ tịch UBND", status: .review), .incomplete, "in_review"),
            (Proposal(title: "Trưởng Ban Pháp chế HĐND"), .incomplete, "seat_ended"),
            (Proposal(title: "Phó Chủ tịch"), .incomplete, "unclear"),
        ])
    private func dossier(proposal: Proposal, status: DossierStatus, finding: String) throws {
        let position = try #require(try Self.appraise([proposal]).positions.first { $0.person == 0 })
        #expect(position.status == status)
        #expect(position.findings.map(\.code).joined(separator: " ") == finding)
        #expect(position.findings.allSatisfy { !$0.message.isEmpty && !$0.message.contains("{") })
    }

    @Test("every commune and ward has its seats, vacant where nobody is proposed")
    func vacancies() throws {
        let positions = try Self.appraise([Proposal(title: "Phó Chủ tịch UBND")]).positions
        #expect(positions.count == 45 * 9)
        #expect(positions.count { $0.status == .vacant } == 45 * 9 - 1)
        #expect(
            positions.filter { $0.newUnit == "03253" && $0.seat == "committee-vice-chair" }.map(\.status) == [
                .ready, .vacant,
            ])
    }

    @Test("two people for one seat, and one for two seats that exclude each other, are said for each")
    func conflicts() throws {
        let two = try Self.appraise([Proposal(title: "Chủ tịch UBND"), Proposal(title: "Chủ tịch UBND")]).positions
        #expect(two.filter { $0.person != nil }.map { $0.findings.map(\.code) } == [["too_many"], ["too_many"]])
        let one = try Self.appraise([Proposal(title: "Phó Chủ tịch HĐND kiêm Phó Chủ tịch UBND")]).positions
        #expect(
            one.filter { $0.person != nil }.map { $0.findings.map(\.code) } == [["incompatible"], ["incompatible"]])
        let allowed = try Self.appraise([Proposal(title: "Phó Chủ tịch HĐND, Trưởng Ban Văn hóa - Xã hội HĐND")])
            .positions
        #expect(allowed.filter { $0.person != nil }.map(\.status) == [.ready, .ready])
    }

    @Test("who is proposed and leaves, or goes where there is no such seat, is an issue and fills none")
    func unplaced() throws {
        let appraisal = try Self.appraise([
            Proposal(title: "Chủ tịch UBND", unit: nil, status: .leaving),
            Proposal(title: "Chủ tịch UBND", unit: nil, status: .unresolved),
            Proposal(title: "Chủ tịch UBND xã Na Sang", unit: nil, status: .unresolved),
            Proposal(title: "Phó Chủ tịch UBND", unit: "so-gddt"),
        ])
        #expect(appraisal.issues.map(\.person) == [0, 1, 3])
        #expect(appraisal.issues.allSatisfy { $0.code == .positionUnplaced })
        #expect(appraisal.positions.filter { $0.person != nil }.map(\.newUnit) == ["03172"])
    }

    @Test(
        "a mistake in the standards says its line and column",
        arguments: [
            (["s", "*", "qualification", "clever", "b", "m", "", ""], "value"),
            (["s", "mayor", "field", "gender", "", "m", "", ""], "seats"),
            (["s", "*", "height", "2", "b", "m", "", ""], "check"),
            (["s", "*", "remaining_months", "60", "", "m", "", ""], "below"),
            (["s", "*", "field", "gender", "", "", "", ""], "missing"),
        ])
    func mistakes(cells: [String], column: String) throws {
        let columns = ["standard", "seats", "check", "value", "below", "missing", "standing", "basis"]
        let table = ReferenceTable(
            path: "standards.csv", columns: columns, rows: [ReferenceTable.Row(line: 4, cells: cells)])
        let seats = try Self.seats()
        let error = #expect(throws: ReferenceError.self) { try Standards(table, seats: seats, labels: [:]) }
        #expect(error?.line == 4)
        #expect(error?.column == column)
    }
}
