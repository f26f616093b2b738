import Testing

@testable import Tabular

@Suite("Numbers of spreadsheets")
struct NumberTextTests {
    @Test(
        "the shortest text of a stored number",
        arguments: [
            ("3.3300000000000001", "3.33"), ("2.3399999999999999", "2.34"), ("4", "4"), ("4.0", "4"), ("4.50", "4.5"),
            ("1.1085003336E10", "11085003336"), ("11085003336", "11085003336"), ("011085003336", "011085003336"),
            ("1.11085003336E+11", "111085003336"), ("-0.5", "-0.5"), ("0.1", "0.1"), ("1E-3", "0.001"),
            ("1.5E-7", "0.00000015"), ("-2.5e-6", "-0.0000025"), ("1e20", "100000000000000000000"),
            ("1.2345e+21", "1234500000000000000000"), ("12345678901234567890", "12345678901234567890"), ("", ""),
            ("abc", "abc"), ("1.2.3", "1.2.3"), ("e", "e"), ("1e999", "1e999"), ("NaN", "NaN"), ("-0.0", "0"),
        ])
    func shortest(text: String, expected: String) {
        #expect(String(decoding: NumberText.shortest(Array(text.utf8)), as: UTF8.self) == expected)
    }

    @Test(
        "a writer's own decimals stay",
        arguments: [("4.00", "4.00"), ("3.3300000000000001", "3.33"), ("1E2", "100"), ("3,33", "3,33")])
    func withoutNoise(text: String, expected: String) {
        #expect(String(decoding: NumberText.withoutNoise(Array(text.utf8)), as: UTF8.self) == expected)
    }
}
