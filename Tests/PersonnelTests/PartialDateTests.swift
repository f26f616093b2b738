import Testing

@testable import Personnel

@Suite("Partial dates")
struct PartialDateTests {
    @Test(
        "are written and read as partial ISO 8601",
        arguments: ["1980-03-05", "1980-03", "1980", "2000-02-29", "0001-01-01"])
    func roundTrip(_ text: String) {
        #expect(PartialDate(iso: text)?.description == text)
    }

    @Test(
        "that don't exist are refused",
        arguments: [
            "1980-13-01", "1981-02-29", "1980-00-05", "1980-3-5", "80", "1980-03-05-01", "", "1900-02-29", "abcd",
        ])
    func refusesImpossible(_ text: String) {
        #expect(PartialDate(iso: text) == nil)
    }

    @Test("are ordered, an unknown part first")
    func ordered() throws {
        let texts = ["1979-12-31", "1980", "1980-03", "1980-03-05", "1980-04"]
        let dates = try texts.map { try #require(PartialDate(iso: $0)) }
        #expect(dates.sorted() == dates)
    }

    @Test(
        "count completed years, unknown parts as the first of the year",
        arguments: [
            ("1980-07-01", "2025-07-01", 45), ("1980-07-02", "2025-07-01", 44), ("1980", "2025-07-01", 45),
            ("1980-07", "2025-07-01", 45), ("1980-08", "2025-07-01", 44),
        ])
    func completedYears(birth: String, on day: String, years: Int) throws {
        let birth = try #require(PartialDate(iso: birth))
        #expect(birth.completedYears(to: try #require(PartialDate(iso: day))) == years)
    }

    @Test("know a day only with its month")
    func dayNeedsMonth() {
        #expect(PartialDate(year: 1980, month: 0, day: 5) == nil)
        #expect(PartialDate(year: 1980, month: 3)?.day == nil)
        #expect(PartialDate(year: 1980)?.isFull == false)
    }
}
