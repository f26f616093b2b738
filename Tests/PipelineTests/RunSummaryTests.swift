import Testing

@testable import Pipeline

@Suite("What a run prints")
struct RunSummaryTests {
    @Test(
        "a file's name stays on its line and can't steer the terminal",
        arguments: [
            ("a/ds\n.csv: Tệp rỗng", "a/ds?.csv: Tệp rỗng"), ("a/\u{1B}[2Jds.csv", "a/?[2Jds.csv"),
            ("a/Danh sách xã.csv", "a/Danh sách xã.csv"),
        ])
    func names(text: String, shown: String) {
        #expect(Array(printable(text).utf8) == Array(shown.utf8))
    }
}
