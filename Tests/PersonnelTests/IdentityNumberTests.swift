import Testing

@testable import Personnel

@Suite("Identity numbers")
struct IdentityNumberTests {
    @Test(
        "say province, gender and birth year",
        arguments: [
            (11_085_002_449 as UInt64, 11, Gender.male, 1985), (11_302_007_173, 11, .female, 2002),
            (1_203_012_684, 1, .male, 2003),
        ])
    func parts(number: UInt64, province: Int, gender: Gender, year: Int) throws {
        let id = try #require(CitizenID(number: number))
        #expect(id.provinceCode == province)
        #expect(id.gender == gender)
        #expect(id.birthYear == year)
    }

    @Test("are written with their leading zeros")
    func written() {
        #expect(CitizenID(number: 11_085_002_449)?.description == "011085002449")
        #expect(OldCitizenID(number: 40_934_445)?.description == "040934445")
    }

    @Test("of too many digits, or zero, are none")
    func refused() {
        #expect(CitizenID(number: 1_000_000_000_000) == nil)
        #expect(CitizenID(number: 0) == nil)
        #expect(OldCitizenID(number: 1_000_000_000) == nil)
    }
}
