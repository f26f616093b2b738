// Identity numbers as clerks write them, what is read of them and what is said about them. The numbers are invented.
import Personnel
import Testing

@testable import Transform

private func makeReader() throws -> IdentityNumberReader {
    let asOf = try #require(PartialDate(iso: "2025-07-01"))
    return IdentityNumberReader(asOf: asOf, provinces: [1, 2, 8, 11, 14])
}

/// What was read, in one line: CCCD, CMND, codes.
private func words(_ reading: IdentityReading) -> String {
    let numbers = [reading.citizenID.map { "\($0)" }, reading.oldID.map { "\($0)" }].compactMap { $0 }
    return (numbers + reading.issues.map(\.code.rawValue)).joined(separator: " ")
}

@Test(
    "a number is read in any writing",
    arguments: [
        ("011085001234", "011085001234"), ("'011085001234", "011085001234"), ("=\"011085001234\"", "011085001234"),
        ("011.085.001.234", "011085001234"), ("011 085 001 234", "011085001234"), ("011-085-001-234", "011085001234"),
        ("O11O85OO1234", "011085001234"), ("0ll085001234", "011085001234"), ("CCCD: 011085001234", "011085001234"),
        ("Số CCCD 011085001234 cấp ngày 12/03/2021 tại Cục CSQLHC", "011085001234"),
        ("CCCD011085001234", "011085001234"), ("011085001234.0", "011085001234"),
        ("040123457", "040123457"), ("040 123 457", "040123457"), ("CMND 040123457", "040123457"),
        ("011085001234 / 040123457", "011085001234 040123457"), ("040123457\n011085001234", "011085001234 040123457"),
        ("CMND: 040123457 cấp ngày 01/02/2005; CCCD: 011085001234", "011085001234 040123457"),
        ("011085001234, 12/05/2021", "011085001234"), ("011085001234 - 12.05.2021 - Cục CS", "011085001234"),
        ("011085001234 (CMND cũ: 040123457)", "011085001234 040123457"), ("", ""),
    ])
func numbers(text: String, expected: String) throws {
    let facts = BirthFacts(birthYear: 1985, gender: .male)
    #expect(words(try makeReader().read(text, facts: facts)) == expected)
}

@Test(
    "zeros that Excel took are restored where nothing in the row speaks against it",
    arguments: [
        ("11085001234", 1985, Gender.male, "011085001234 national_id.zero_restored"),
        ("'11085001234", 1985, .male, "011085001234 national_id.zero_restored"),
        ("1085001234", 1985, .male, "001085001234 national_id.zero_restored"),
        ("40123457", 1985, .male, "040123457 national_id.zero_restored"),
        ("1.1085001234E+10", 1985, .male, "011085001234 national_id.zero_restored"),
        ("11085001234", 1986, .male, "national_id.invalid"), ("11085001234", 1985, .female, "national_id.invalid"),
        ("11785001234", 1985, .male, "national_id.invalid"), ("35085001234", 1985, .male, "national_id.invalid"),
        ("01108500123", 1985, .male, "national_id.invalid"), ("9085001234", 1985, .male, "national_id.invalid"),
        ("0912345678", 1985, .male, "national_id.invalid"),
    ])
func restoredZeros(text: String, year: Int, gender: Gender, expected: String) throws {
    let facts = BirthFacts(birthYear: year, gender: gender)
    #expect(words(try makeReader().read(text, facts: facts)) == expected)
}

@Test(
    "one wrong thing raises its one code",
    arguments: [
        ("101085001234", "national_id.invalid"), ("011485001234", "national_id.invalid"),
        ("011285001234", "national_id.invalid"), ("011035001234", "national_id.invalid"),
        ("03017401752?", "national_id.invalid"), ("?11085001234", "national_id.invalid"),
        ("011085xx1234", "national_id.invalid"), ("0110850", "national_id.invalid"),
        ("0110850012345", "national_id.invalid"), ("đang làm", "national_id.invalid"), ("####", "national_id.invalid"),
        ("000000000000", "national_id.invalid"), ("111111111", "national_id.invalid"),
        ("123456789", "national_id.invalid"), ("123456789012", "national_id.invalid"),
        ("1.1085E+10", "national_id.truncated"), ("1,1085E+10", "national_id.truncated"),
        ("011085000000", "national_id.truncated"), ("11085000000", "national_id.truncated"),
        ("011071001234", "011071001234 national_id.mismatch"), ("011185001234", "011185001234 national_id.mismatch"),
        ("011171001234", "011171001234 national_id.mismatch"),
        ("011084001234", "011084001234 national_id.year_off_by_one"),
        ("011186001234", "011186001234 national_id.mismatch"),
    ])
func wrongNumbers(text: String, expected: String) throws {
    let facts = BirthFacts(birthYear: 1985, gender: .male)
    #expect(words(try makeReader().read(text, facts: facts)) == expected)
}

@Test("a number contradicts nothing where the row says nothing")
func numberAlone() throws {
    let reading = try makeReader().read("11085001234", facts: BirthFacts())
    #expect(words(reading) == "011085001234 national_id.zero_restored")
}
