// Amounts as lists write them, to the đồng.

import Testing

@testable import Transform

@Suite("Amounts of money")
struct AmountReaderTests {
    @Test(
        "are read to the đồng",
        arguments: [
            ("1.234.567", 1_234_567), ("1,234,567", 1_234_567), ("1 234 567", 1_234_567), ("1234567", 1_234_567),
            ("1.234", 1234), ("1,234", 1234), ("1.234.567,50", 1_234_568), ("1,234,567.00", 1_234_567),
            ("1234567.0", 1_234_567), ("(1.234.567)", -1_234_567), ("-50.000", -50_000), ("50.000 đồng", 50_000),
            ("20.000đ", 20_000), ("1.2E+09", 1_200_000_000), ("1E3", 1000), ("0", 0), ("'1000", 1000),
            ("12,5", 13), ("12.4", 12), ("9223372036854775807", Int64.max),
        ])
    func read(text: String, amount: Int64) {
        guard case .amount(let found, _) = readAmount(text) else {
            Issue.record("\(text) is \(readAmount(text))")
            return
        }
        #expect(found == amount)
    }

    @Test(
        "are scaled by the unit of the list before a part of a đồng is rounded",
        arguments: [
            ("2.000.000,5", Int64(1000), Int64(2_000_000_500), false), ("1,5", 1_000_000, 1_500_000, false),
            ("1.234", 1000, 1_234_000, false), ("0,0005", 1000, 1, true), ("0,0004", 1000, 0, true),
            ("-0,0005", 1000, -1, true), ("12,5", 1, 13, true),
        ])
    func scaled(text: String, scale: Int64, amount: Int64, isRounded: Bool) {
        #expect(readAmount(text, scale: scale) == .amount(amount, isRounded: isRounded))
    }

    @Test("nothing there is missing, not nothing", arguments: ["", " ", "-", "x", "không"])
    func missing(text: String) { #expect(readAmount(text) == .missing) }

    @Test(
        "what is no one number is not guessed",
        arguments: [
            "khoảng 5 triệu", "1.23.456", "1.2.3", "12.34.567", "5 tr", "1,234.567,8", "99999999999999999999",
            "1.234.56",
        ])
    func unreadable(text: String) { #expect(readAmount(text) == .unreadable) }
}
