// The age of retirement against the decree's own table by month of birth.

import Personnel
import Testing

@testable import Transform

@Suite("Age of retirement")
struct RetirementAgesTests {
    @Test(
        "the pension starts in the month after the age is reached",
        arguments: [
            // Decree 135/2020, annex I: the first and last month of a band.
            ("1961-01-15", Gender.male, "2021-05"), ("1961-09-30", .male, "2022-01"), ("1961-10-01", .male, "2022-05"),
            ("1962-07-01", .male, "2023-05"), ("1966-01-15", .male, "2027-11"), ("1970-05-02", .male, "2032-06"),
            // Only the year known: 1 January.
            ("1966", .male, "2027-11"), ("1968-06-10", .female, "2024-11"), ("1985-12-31", .female, "2046-01"),
        ])
    func start(born: String, gender: Gender, pension: String) throws {
        let ages = try RetirementAges(DienBien.table("benefits/retirement-ages"))
        let birth = try #require(PartialDate(iso: born))
        #expect(ages.pensionStart(born: birth, gender: gender).description == pension)
    }

    @Test(
        "the first and last month of birth of every band of the decree's annexes",
        arguments: [
            ("1961-01", Gender.male, RetirementAges.Lowering.none, "2021-05"), ("1961-09", .male, .none, "2022-01"),
            ("1961-10", .male, .none, "2022-05"), ("1962-06", .male, .none, "2023-01"),
            ("1962-07", .male, .none, "2023-05"), ("1963-03", .male, .none, "2024-01"),
            ("1963-04", .male, .none, "2024-05"), ("1963-12", .male, .none, "2025-01"),
            ("1964-01", .male, .none, "2025-05"), ("1964-09", .male, .none, "2026-01"),
            ("1964-10", .male, .none, "2026-05"), ("1965-06", .male, .none, "2027-01"),
            ("1965-07", .male, .none, "2027-05"), ("1966-03", .male, .none, "2028-01"),
            ("1966-04", .male, .none, "2028-05"), ("1966-01", .male, .five, "2021-05"),
            ("1966-09", .male, .five, "2022-01"), ("1966-10", .male, .five, "2022-05"),
            ("1967-06", .male, .five, "2023-01"), ("1967-07", .male, .five, "2023-05"),
            ("1968-03", .male, .five, "2024-01"), ("1968-04", .male, .five, "2024-05"),
            ("1968-12", .male, .five, "2025-01"), ("1969-01", .male, .five, "2025-05"),
            ("1969-09", .male, .five, "2026-01"), ("1969-10", .male, .five, "2026-05"),
            ("1970-06", .male, .five, "2027-01"), ("1970-07", .male, .five, "2027-05"),
            ("1971-03", .male, .five, "2028-01"), ("1971-04", .male, .five, "2028-05"),
            ("1966-01", .female, .none, "2021-06"), ("1966-08", .female, .none, "2022-01"),
            ("1966-09", .female, .none, "2022-06"), ("1967-04", .female, .none, "2023-01"),
            ("1967-05", .female, .none, "2023-06"), ("1967-12", .female, .none, "2024-01"),
            ("1968-01", .female, .none, "2024-06"), ("1968-08", .female, .none, "2025-01"),
            ("1968-09", .female, .none, "2025-06"), ("1969-04", .female, .none, "2026-01"),
            ("1969-05", .female, .none, "2026-06"), ("1969-12", .female, .none, "2027-01"),
            ("1970-01", .female, .none, "2027-06"), ("1970-08", .female, .none, "2028-01"),
            ("1970-09", .female, .none, "2028-06"), ("1971-04", .female, .none, "2029-01"),
            ("1971-05", .female, .none, "2029-06"), ("1971-12", .female, .none, "2030-01"),
            ("1972-01", .female, .none, "2030-06"), ("1972-08", .female, .none, "2031-01"),
            ("1972-09", .female, .none, "2031-06"), ("1973-04", .female, .none, "2032-01"),
            ("1973-05", .female, .none, "2032-06"), ("1973-12", .female, .none, "2033-01"),
            ("1974-01", .female, .none, "2033-06"), ("1974-08", .female, .none, "2034-01"),
            ("1974-09", .female, .none, "2034-06"), ("1975-04", .female, .none, "2035-01"),
            ("1975-05", .female, .none, "2035-06"), ("1971-01", .female, .five, "2021-06"),
            ("1971-08", .female, .five, "2022-01"), ("1971-09", .female, .five, "2022-06"),
            ("1972-04", .female, .five, "2023-01"), ("1972-05", .female, .five, "2023-06"),
            ("1972-12", .female, .five, "2024-01"), ("1973-01", .female, .five, "2024-06"),
            ("1973-08", .female, .five, "2025-01"), ("1973-09", .female, .five, "2025-06"),
            ("1974-04", .female, .five, "2026-01"), ("1974-05", .female, .five, "2026-06"),
            ("1974-12", .female, .five, "2027-01"), ("1975-01", .female, .five, "2027-06"),
            ("1975-08", .female, .five, "2028-01"), ("1975-09", .female, .five, "2028-06"),
            ("1976-04", .female, .five, "2029-01"), ("1976-05", .female, .five, "2029-06"),
            ("1976-12", .female, .five, "2030-01"), ("1977-01", .female, .five, "2030-06"),
            ("1977-08", .female, .five, "2031-01"), ("1977-09", .female, .five, "2031-06"),
            ("1978-04", .female, .five, "2032-01"), ("1978-05", .female, .five, "2032-06"),
            ("1978-12", .female, .five, "2033-01"), ("1979-01", .female, .five, "2033-06"),
            ("1979-08", .female, .five, "2034-01"), ("1979-09", .female, .five, "2034-06"),
            ("1980-04", .female, .five, "2035-01"), ("1980-05", .female, .five, "2035-06"),
        ])
    func bands(born: String, gender: Gender, lowering: RetirementAges.Lowering, pension: String) throws {
        let ages = try RetirementAges(DienBien.table("benefits/retirement-ages"))
        let birth = try #require(PartialDate(iso: born))
        #expect(ages.pensionStart(born: birth, gender: gender, lowering: lowering).description == pension)
    }
}
