// Dates as clerks write them, and what is read of them.
import Personnel
import Testing

@testable import Transform

private let reader = DateReader(asOf: PartialDate(iso: "2025-07-01") ?? PartialDate.distant)

extension PartialDate {
    fileprivate static var distant: PartialDate { PartialDate(year: 9999)! }
}

/// What was read, in one word: the date, the date and its issue, the issue, or `missing`.
private func words(_ reading: DateReading) -> String {
    switch reading {
    case .missing: "missing"
    case .date(let date, nil): "\(date)"
    case .date(let date, let issue?): "\(date) \(issue.rawValue)"
    case .unreadable(let issue): issue.rawValue
    }
}

@Test(
    "a date of birth is read day first, in any writing",
    arguments: [
        ("05/03/1980", "1980-03-05"), ("5/3/1980", "1980-03-05"), ("05-03-1980", "1980-03-05"),
        ("05.03.1980", "1980-03-05"), ("5 3 1980", "1980-03-05"), ("05 / 03 / 1980", "1980-03-05"),
        ("05/03-1980", "1980-03-05"), ("05,03,1980", "1980-03-05"), ("05\\03\\1980", "1980-03-05"),
        ("05–03–1980", "1980-03-05"), (" 05/03/1980.", "1980-03-05"), ("'05/03/1980", "1980-03-05"),
        ("03/1980", "1980-03"), ("3-1980", "1980-03"), ("3.1980", "1980-03"), ("1980", "1980"), ("1980.0", "1980"),
        ("1980-03-05", "1980-03-05"), ("1980/3/5", "1980-03-05"), ("1980-03", "1980-03"),
        ("1980-03-05T00:00:00.000", "1980-03-05"), ("1980-03-05T00:00:00Z", "1980-03-05"),
        ("1980-03-05 00:00:00", "1980-03-05"), ("05/03/1980 7:30", "1980-03-05"),
        ("5/3/1980 12:00:00 AM", "1980-03-05"),
        ("ngày 5 tháng 3 năm 1980", "1980-03-05"), ("Ngày 05 tháng 03 năm 1980", "1980-03-05"),
        ("5 tháng 3 năm 1980", "1980-03-05"), ("tháng 3/1980", "1980-03"), ("T3/1980", "1980-03"),
        ("Sinh ngày 05/03/1980", "1980-03-05"), ("sinh năm 1980", "1980"), ("ngày … tháng … năm 1980", "1980"),
        ("ngày5tháng3năm1980", "1980-03-05"),
        ("05031980", "1980-03-05"), ("19800305", "1980-03-05"), ("5031980", "1980-03-05"), ("031980", "1980-03"),
        ("O5/O3/198O", "1980-03-05"), ("l2/03/1980", "1980-03-12"), ("05/03/l980", "1980-03-05"),
        ("5-Mar-1980", "1980-03-05"), ("Mar-80", "1980-03"), ("Mar 5, 1980", "1980-03-05"),
        ("05/03/1980 (theo CCCD)", "1980-03-05"), ("05/03//1980", "1980-03-05"), ("05//03/1980", "1980-03-05"),
    ])
func dateOfBirth(text: String, expected: String) {
    #expect(words(reader.read(text, as: .birth)) == expected)
}

@Test(
    "unknown parts stay unknown, the rest stands",
    arguments: [
        ("00/00/1980", "1980"), ("00/03/1980", "1980-03"), ("05/00/1980", "1980"), ("x/x/1980", "1980"),
        ("?/?/1980", "1980"), ("??/03/1980", "1980-03"), ("../../1980", "1980"), ("…/…/1980", "1980"),
        ("..1980", "1980"), ("/03/1980", "1980-03"), ("  /  /1980", "1980"), ("--/--/1980", "1980"),
        ("05//1980", "1980"), ("__/__/1980", "1980"), ("xx/xx/1980", "1980"), ("00001980", "1980"),
        ("0/1980", "1980"), ("1980-00-00", "1980"),
    ])
func unknownParts(text: String, expected: String) {
    #expect(words(reader.read(text, as: .birth)) == expected)
}

@Test(
    "what cannot be as written is read with a warning, or not at all",
    arguments: [
        ("12/25/1980", "1980-12-25 date.month_first"), ("05/24/1984", "1984-05-24 date.month_first"),
        ("31/02/1980", "1980-02 date.impossible"), ("29/02/1981", "1981-02 date.impossible"),
        ("29/02/1980", "1980-02-29"), ("45/03/1980", "1980-03 date.impossible"),
        ("19/21/1990", "1990 date.impossible"), ("13/1980", "1980 date.impossible"),
        ("02/31/1980", "1980-02 date.impossible"), ("31021980", "1980-02 date.impossible"),
        ("05/03/1980 âm lịch", "date.lunar"), ("1980 (ÂL)", "date.lunar"), ("15/8 AL 1980", "date.lunar"),
        ("1978 - 1980", "date.unreadable"), ("Kinh", "date.unreadable"), ("05/03/198", "date.unreadable"),
        ("05/03", "date.unreadable"), ("123", "date.unreadable"), ("#N/A", "date.unreadable"),
        ("05/03/0000", "date.unreadable"), ("99999", "date.unreadable"), ("Quàng Văn Hặc", "date.unreadable"),
    ])
func oddDates(text: String, expected: String) {
    #expect(words(reader.read(text, as: .birth)) == expected)
}

@Test(
    "a cell without a date says nothing",
    arguments: ["", " ", "-", "...", "x", "00/00/0000", "0", "//", "ngày … tháng … năm …"])
func missingDates(text: String) {
    #expect(words(reader.read(text, as: .birth)) == "missing")
}

@Test(
    "two-digit years: of birth, an age from 16 to 100; of an event, not in the future",
    arguments: [
        ("16/12/84", DateUse.birth, "1984-12-16"), ("05/03/05", .birth, "2005-03-05"), ("84", .birth, "1984"),
        ("05/03/80", .birth, "1980-03-05"), ("05/03/12", .birth, "date.unreadable"), ("03/80", .birth, "1980-03"),
        ("050380", .birth, "1980-03-05"),
        ("16/12/15", .event, "2015-12-16"), ("16/12/99", .event, "1999-12-16"), ("08/19", .event, "2019-08"),
        ("99", .event, "date.unreadable"),
    ])
func twoDigitYears(text: String, use: DateUse, expected: String) {
    #expect(words(reader.read(text, as: use)) == expected)
}

@Test(
    "Excel's serial numbers count from 1900, or from 1904 where the workbook says so",
    arguments: [
        ("25420", false, "1969-08-05"), ("29285", false, "1980-03-05"), ("29285.5", false, "1980-03-05"),
        ("10959", false, "1930-01-01"), ("47848", false, "2030-12-31"), ("10958", false, "date.unreadable"),
        ("27823", true, "1980-03-05"),
    ])
func serialNumbers(text: String, from1904: Bool, expected: String) {
    #expect(words(reader.read(text, as: .birth, from1904: from1904)) == expected)
}

@Test(
    "a person younger than 16 or older than 75 is implausible",
    arguments: [
        ("2020-11-20", true), ("1941-01-14", true), ("1949-06-30", true), ("1949-07-02", false), ("1949", false),
        ("1948", true), ("2009-07-02", true), ("2009-07-01", false), ("1980-03-05", false),
    ])
func implausibleBirth(iso: String, expected: Bool) throws {
    let date = try #require(PartialDate(iso: iso))
    #expect(reader.isImplausibleBirth(date) == expected)
}
