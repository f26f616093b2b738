import Testing

@testable import SampleData

@Suite("What is true of invented lists")
struct TruthTests {
    private func row(
        _ name: String, birth: DateReading?, id: Int = 0, old: Int = 0, body: Int = 1, position: String = "Kế toán"
    ) -> RowEvidence {
        RowEvidence(
            name: name, nameQuality: .whole, birth: birth, citizenID: id, oldID: old, body: body, position: position)
    }

    @Test("rows are linked by number, or by name and full birth date; never across two valid numbers")
    func linkGroups() {
        let full = DateReading(year: 1980, month: 3, day: 5)
        let rows = [
            row("Lò Văn Pâng", birth: full, id: 11_080_000_001), row("Lo Van Pang", birth: full),
            row("Lò Văn Pâng", birth: full, id: 11_080_000_002), row("Lò Văn Pâng", birth: DateReading(year: 1980)),
            row("Lò Văn Pâng", birth: DateReading(year: 1980, month: 3)),
            row("Lò Pâng", birth: full, id: 11_080_000_001),
        ]
        #expect(LinkGroups.groups(of: rows) == [1, 2, 3, 4, 5, 1])
        #expect(LinkGroups.groups(of: rows.filter { $0.citizenID != 11_080_000_002 }) == [1, 1, 2, 1, 1])
    }

    @Test(
        "a number is judged beside the row's birth year and gender",
        arguments: [
            (11_080_123_456, 0, 1980, "male", nil, true),
            (11_080_123_456, 1, 1980, "male", "national_id.zero_restored", true),
            (11_080_123_456, 0, 1981, "male", "national_id.year_off_by_one", true),
            (11_080_123_456, 0, 1980, "female", "national_id.mismatch", true),
            (11_080_123_456, 0, 1990, "male", "national_id.mismatch", true),
            (11_080_123_456, 1, 1981, "male", "national_id.invalid", false),
            (312_080_123_456, 0, 1980, "male", "national_id.invalid", false),
            (11_480_123_456, 0, 1980, "male", "national_id.invalid", false),
        ] as [(Int, Int, Int, String, String?, Bool)])
    func numbers(number: Int, restored: Int, year: Int, gender: String, code: String?, isKept: Bool) {
        var reading = RowReading()
        reading.birth = DateReading(year: year)
        reading.gender = gender
        IdentityRules.read(number, restored: restored, into: &reading)
        #expect(reading.codes == (code.map { [$0] } ?? []))
        #expect((reading.citizenID > 0) == isKept)
    }

    @Test("a post's values are the newest list's, the rest the best attested and most complete")
    func survivorship() throws {
        let invented = try Invented(people: 700, seed: 1)
        let staff = invented.writer.staff(of: 0)
        let person = staff.people[0]
        let seen = [
            Observation(field: .position, value: "Phó Chủ tịch UBND", date: 20_231_231),
            Observation(field: .position, value: "Chủ tịch UBND", date: 20_250_520),
            Observation(field: .birthDate, value: person.birth.iso, date: 20_231_231),
            Observation(field: .birthDate, value: String(person.birth.year), quality: .incomplete, date: 20_250_520),
            Observation(field: .ethnicity, value: "Thái", date: 20_250_520),
        ]
        let fields = PersonTruth.fields(of: person, body: staff.bodies[person.now.body], values: seen)
        #expect(fields[.position] == "Chủ tịch UBND")
        #expect(fields[.birthDate] == person.birth.iso)
        #expect(fields[.ethnicity] == "Thái")
        #expect(fields[.salaryStep] == "*")
        #expect(fields[.nationalID] == "")
    }

    @Test("a commune that was divided goes to its main successor, and stays open where it has none")
    func dividedCommunes() throws {
        let region = try Invented(people: 700, seed: 1, pipeline: "vietnam").writer.region
        let communes = region.districts.flatMap(\.communes)
        func commune(_ code: String) -> OldCommune? { communes.first { $0.code == code } }
        #expect(commune("00007")?.successors == ["00008", "00025"])
        #expect(commune("00007")?.mainSuccessor == "")
        #expect(commune("03184")?.mainSuccessor == "03151")
        #expect(communes.filter { $0.successors.count == 1 }.allSatisfy { $0.mainSuccessor == $0.successors[0] })
    }
}
