import Personnel
import Testing

@testable import Pipeline

@Suite("Settings in YAML")
struct YAMLMappingTests {
    private func read(_ yaml: String) throws -> PipelineConfiguration {
        let tables = PipelineFolder.tableKeys.map { "  \($0): a.csv" }.joined(separator: "\n")
        return try PipelineConfiguration(
            yaml: yaml + "\npage: page.mustache\ntables:\n" + tables + "\n", path: "p.yaml")
    }

    private let good = """
        name: dien-bien
        title: tỉnh Điện Biên
        department: Sở Nội vụ
        as_of: 2025-07-01
        language: vi
        senders:
          - folder: tuan-giao
            name: UBND huyện Tuần Giáo
            district: tuan-giao
        """

    @Test("are read, with sane values for what is left out")
    func reads() throws {
        let configuration = try read(good)
        #expect(configuration.asOf.description == "2025-07-01")
        #expect(configuration.senders.map(\.folder) == ["tuan-giao"])
        #expect(configuration.senders[0].category == nil)
        #expect(configuration.retention == 14)
        #expect(configuration.matching == MatchingSettings(model: "matching.yaml"))
    }

    @Test(
        "with a mistake name file, line and what was expected",
        arguments: [
            ("retention: 14", "retenton: 14", 10, "retenton"),
            ("retention: 14", "retention: many", 10, "a whole number"),
            ("as_of: 2025-07-01", "as_of: 1/7/2025", 4, "a date such as 2025-07-01"),
            ("as_of: 2025-07-01", "as_of: 2025-02-30", 4, "a date such as 2025-07-01"),
            ("language: vi", "language: [vi", 6, "valid YAML"),
            ("    district: tuan-giao", "    distrct: tuan-giao", 9, "distrct"),
            ("    name: UBND huyện Tuần Giáo", "    name: x\n    category: boss", 9, "one of cadre"),
        ])
    func mistakes(of line: String, written: String, at number: Int, words: String) throws {
        let yaml = (good + "\nretention: 14").replacing(line, with: written)
        let mistake = #expect(throws: ReferenceError.self) { try read(yaml) }
        #expect(mistake?.path == "p.yaml")
        #expect(mistake?.line == number)
        #expect(mistake?.description.contains(words) == true)
    }

    @Test("that lack a key say which")
    func missingKey() {
        let yaml = good.replacing("language: vi\n", with: "")
        let mistake = #expect(throws: ReferenceError.self) { try read(yaml) }
        #expect(mistake?.column == "language")
    }

    @Test("name no sender twice")
    func senderTwice() {
        let yaml = good + "\n  - folder: tuan-giao\n    name: again"
        let mistake = #expect(throws: ReferenceError.self) { try read(yaml) }
        #expect(mistake?.line == 10)
    }
}
