// The file of a model: what is read, and how a mistake is told.

import Personnel
import Testing
import Transform

@testable import Pipeline

@Suite("A model's file") struct ModelFileTests {
    private static let good = """
        name: people
        id: [rec_id]
        missing: [n/a]
        population: 2000
        thresholds: {join: 7, review: -1}
        fields:
          name: {kind: text, headings: [full_name, Họ và tên]}
          born: {kind: date, parts: [[by, bm, bd]], new_year: year}
          number: {kind: number}
          group: {kind: code, unless: [name], frequencies: {shares: {x: 0.5}}}
        comparisons:
          - compare: name
            levels:
              - {when: equal, m: 0.9, u: 0.001, frequency: 8}
              - {when: [edits 1 from 5, similar 0.9], named: alike, m: 0.05, u: 0.01}
              - {when: different, m: 0.05, u: 0.99}
          - compare: born
            label: birth
            levels:
              - {when: same year, m: 0.9, u: 0.02}
        blocking:
          - {by: [letters 3 of name, year of born], split: [number], limit: 30}
          - {by: [number], when: [born partial]}
        constraints:
          - {forbid: [number not one digit, group neither x], unless: [name equal], below: 30}
        """

    private static func read(_ yaml: String) throws -> MatchModel { try MatchModel(yaml: yaml, path: "m.yaml") }

    @Test("is read as it stands")
    func reads() throws {
        let model = try Self.read(Self.good)
        #expect(model.name == "people")
        #expect(model.fields.map(\.kind) == [.text, .date, .number, .code])
        #expect(model.fields[0].headings == ["full name", "ho va ten"])
        #expect(model.fields[1].parts == [["by", "bm", "bd"]])
        #expect(model.comparisons[0].levels[1].conditions == [.edits(1, from: 5), .similar(0.9)])
        #expect(model.comparisons[0].levels[1].name == "alike")
        #expect(model.comparisons[1].label == "birth")
        #expect(model.blocking[0].name == "letters 3 of name + year of born")
        #expect(model.blocking[0].limit == 30)
        #expect(
            model.constraints[0].when == [
                MatchClause("number", .oneDigit, isNegated: true), MatchClause("group", .neither("x")),
            ])
        #expect(model.constraints[0].below == 30)
        #expect(model.joinWeight == 7)
        #expect(model.reviewWeight == -1)
    }

    @Test(
        "with a mistake names file, line and what was expected",
        arguments: [
            ("  number: {kind: number}", "  number: {kind: digits}", 9, "one of text, date, number, code"),
            ("  - compare: name", "  - compare: nam", 12, "one of the fields name, born"),
            ("when: equal, m: 0.9", "when: equals, m: 0.9", 14, "edits N"),
            ("when: same year", "when: edits 1", 20, "same year"),
            ("m: 0.9, u: 0.001", "m: 1.9, u: 0.001", 14, "from 0.0 to 1.0"),
            ("m: 0.9, u: 0.001", "m: 0.9, u: 0", 14, "a probability above 0"),
            ("letters 3 of name", "letters of name", 22, "letters N"),
            ("year of born", "sound of born", 22, "year and month"),
            ("born partial", "born", 23, "a field and a condition"),
            ("{forbid: [number", "{deny: [number", 25, "forbid"),
            ("below: 30", "below: much", 25, "a number"),
            ("x: 0.5", "x: 5", 10, "from"),
            ("{shares: {x: 0.5}}", "{groups: {x: 0.5}}", 10, "together"),
            ("number: {kind: number", "number: {frequencies: {shares: {x: 0.1}}, kind: number", 9, "text or code"),
            ("review: -1", "review: 9", 5, "not above join"),
            ("join: 7", "join: auto", 5, "where nothing is estimated"),
            ("name: people", "nam: people", 1, "one of the keys name"),
        ])
    func mistakes(of text: String, written: String, line: Int, words: String) {
        let mistake = #expect(throws: ReferenceError.self) {
            try Self.read(Self.good.replacing(text, with: written))
        }
        #expect(mistake?.path == "m.yaml")
        #expect(mistake?.line == line)
        #expect(mistake?.description.contains(words) == true, "\(mistake?.description ?? "")")
    }

    @Test(
        "a table of words is checked as it is read",
        arguments: [
            ("part,text,group,variant,weight\nfirst,Lò,Thái,,308\n", 0, ""),
            ("part,text,group,variant,weight\nfamily,Lò,Thái,,308\n", 2, "first, middle or last"),
            ("part,text,group,variant,weight\nfirst,Lò,Thái,,none\n", 2, "a number above 0"),
            ("part,text,group,weight\nfirst,Lò,Thái,3\n", 1, "variant"),
        ])
    func words(csv: String, line: Int, words: String) throws {
        var frequencies = ValueFrequencies(groups: ["Thái": 1])
        guard line > 0 else { return try frequencies.take(ReferenceTable(csv: Array(csv.utf8), path: "w.csv")) }
        let mistake = #expect(throws: ReferenceError.self) {
            try frequencies.take(ReferenceTable(csv: Array(csv.utf8), path: "w.csv"))
        }
        #expect(mistake?.line == line)
        #expect(mistake?.description.contains(words) == true)
    }

    @Test("of a pipeline knows only the fields of records")
    func pipelineFields() {
        let mistake = #expect(throws: ReferenceError.self) {
            try MatchModel(yaml: Self.good, path: "m.yaml", settings: MatchingSettings(model: "m.yaml"))
        }
        #expect(mistake?.line == 7)
        #expect(mistake?.expected.contains("full_name") == true)
    }

    @Test("fits any table: fields are found by their headings, what the table lacks is left out")
    func columns() throws {
        let columns = MatchColumns(try Self.read(Self.good), headings: ["BY", "bm", "bd", "HỌ VÀ TÊN", "rec_id"])
        #expect(columns.model.fields.map(\.name) == ["name", "born"])
        #expect(columns.columns == [[3], [0, 1, 2]])
        #expect(columns.id == 4)
        #expect(columns.model.comparisons.map(\.field) == ["name", "born"])
        #expect(columns.model.blocking.map(\.name) == ["letters 3 of name + year of born"])
        #expect(columns.model.constraints.isEmpty)
        let row = ["1985", "3", "", "Lò Văn Pâng", "7"].map { Array($0.utf8) }
        var cells: [String] = []
        row[0].withUnsafeBufferPointer { year in
            row[1].withUnsafeBufferPointer { month in
                row[3].withUnsafeBufferPointer { name in
                    let blank = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
                    columns.forEachCell(of: { [year, month, blank, name][$0] }) { field, cell in
                        #expect(field == cells.count)
                        cells.append(String(decoding: cell, as: UTF8.self))
                    }
                }
            }
        }
        #expect(cells == ["Lò Văn Pâng", "1985-3"])
        #expect(MatchColumns.joined(["1985", " ", "4"]) == "1985")
    }
}
