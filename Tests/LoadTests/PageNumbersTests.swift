// Numbers on the page: grouped, rounded so that they neither promise too much nor fail to add up.

import Testing

@testable import Load

@Suite struct PageNumbersTests {
    private let numbers = PageNumbers(decimalMark: ",")

    @Test(
        "a count has its thousands in groups",
        arguments: [
            (0, "0"), (999, "999"), (1000, "1.000"), (1539, "1.539"), (3_567_000, "3.567.000"), (-12, "−12"),
            (-1234, "−1.234"),
        ])
    func text(count: Int, text: String) {
        #expect(numbers.text(count) == text)
    }

    @Test("with a decimal point the thousands are kept apart by commas")
    func english() {
        #expect(PageNumbers(decimalMark: ".").text(1539) == "1,539")
        #expect(PageNumbers(decimalMark: ".").share(1, of: 3) == "33.3%")
    }

    @Test(
        "a share is rounded down: 100% is all and nothing less; of nothing there is no share",
        arguments: [
            (1, 3, "33,3%"), (2, 3, "66,6%"), (1538, 1539, "99,9%"), (1539, 1539, "100,0%"), (0, 5, "0,0%"),
            (0, 0, "–"),
        ])
    func share(part: Int, whole: Int, text: String) {
        #expect(numbers.share(part, of: whole) == text)
    }

    @Test(
        "thousandths add up to a thousand",
        arguments: [
            ([1, 1, 1], [334, 333, 333]), ([1418, 0, 91, 30], [921, 0, 59, 20]), ([0, 0], [0, 0]), ([5], [1000]),
            ([1, 999_999], [0, 1000]),
        ])
    func perMilles(counts: [Int], shares: [Int]) {
        #expect(PageNumbers.perMilles(counts) == shares)
    }

    @Test("a link is safe in an address, whatever the sender's folder is called")
    func link() {
        #expect(
            PageReader.link(to: "reports/rejected-rows/văn thư.csv")
                == "reports/rejected-rows/v%C4%83n%20th%C6%B0.csv")
        #expect(PageReader.link(to: "a\"b#?%") == "a%22b%23%3F%25")
    }
}
