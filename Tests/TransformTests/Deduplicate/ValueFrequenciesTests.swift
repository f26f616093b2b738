// How common values are among people at large, and that it keeps weights from depending on the size of a run.

import Personnel
import Testing
import Vietnamese

@testable import Transform

@Suite("Frequencies of values") struct ValueFrequenciesTests {
    private static let words: [ValueFrequencies.Word] = [
        word(.first, "Vừ", "Mông", "", 1), word(.first, "Giàng", "Mông", "", 3),
        word(.middle, "A", "Mông", "nam", 1), word(.middle, "Thị", "Mông", "nữ", 1),
        word(.last, "Bằng", "Mông", "nam", 1), word(.last, "Páo", "Mông", "nam", 1),
        word(.last, "Mỷ", "Mông", "nữ", 1),
        word(.first, "Nguyễn", "Kinh", "", 4), word(.first, "Lê", "Kinh", "", 1),
        word(.middle, "Văn", "Kinh", "nam", 9), word(.middle, "", "Kinh", "nam", 1),
        word(.middle, "Thị Thu", "Kinh", "nữ", 1),
    ]

    private static func word(
        _ part: ValueFrequencies.Word.Part, _ text: String, _ group: String, _ variant: String, _ weight: Double
    ) -> ValueFrequencies.Word {
        ValueFrequencies.Word(part: part, text: text, group: group, variant: variant, weight: weight)
    }

    private static func share(_ name: String) -> Double? {
        var frequencies = ValueFrequencies(shares: ["Lò Văn Pâng": 0.125], groups: ["Mông": 1, "Kinh": 3])
        frequencies.take(words)
        var key = iyKey(name)
        return key.withUTF8 { frequencies.share(ofKey: $0) }
    }

    // A quarter are Mông, half of them men; the Kinh know none of their words and give a tenth of their own rarest. The
    // Kinh have no last words of their own here, so they have the Mông's: half of them women's.
    private static let names: [(String, Double)] = [
        ("Vừ A Bằng", 0.0156), ("GIÀNG THỊ MỶ", 0.0938), ("Nguyễn Văn Páo", 0.0675), ("Lê Páo", 0.0038),
        ("Nguyễn Thị Thu Mỷ", 0.15),
    ]

    @Test("of a name are those of its words within each group of people", arguments: names)
    func ofName(name: String, share: Double) throws {
        let found = try #require(Self.share(name))
        #expect(found >= share * 0.99)
        #expect(found < share * 1.6)
    }

    @Test("of a value told by name are as told, of a single word nothing is known")
    func told() {
        #expect(Self.share("lo van pang") == 0.125)
        #expect(Self.share("Nguyễn") == nil)
        #expect(ValueFrequencies().share(ofKey: KeyBytes(start: nil, count: 0)) == nil)
    }

    @Test("a pair weighs the same in a list of two rows and among twenty thousand")
    func size() throws {
        var model = MatchModel.invented
        model.background = 200_000
        let families = (0..<40).map { "Ho\(Self.letters($0))" }
        let givens = (0..<200).map { "Ten\(Self.letters($0))" }
        // A few words are many people's.
        func weight(_ index: Int) -> Double { 1 / Double(index + 1) }
        var frequencies = ValueFrequencies(groups: ["all": 1])
        frequencies.take(
            families.enumerated().map { Self.word(.first, $1, "all", "", weight($0)) }
                + [Self.word(.middle, "Van", "all", "", 1)]
                + givens.enumerated().map { Self.word(.last, $1, "all", "", weight($0)) })
        model.fields[0].frequencies = frequencies
        func drawn(_ words: [String], _ row: Int, _ salt: UInt64) -> String {
            var left = Double(mixed(UInt64(row), salt) % 1_000_000) / 1_000_000
            let all = words.indices.reduce(0) { $0 + weight($1) }
            for (index, word) in words.enumerated() {
                left -= weight(index) / all
                if left < 0 { return word }
            }
            return words[0]
        }
        let others = (0..<20_000).map { row in
            [
                "\(drawn(families, row, 1)) Van \(drawn(givens, row, 2))",
                "19\(60 + row % 40)-0\(1 + row % 9)-\(10 + row % 18)",
            ]
        }
        for (family, given) in [(0, 0), (0, 30), (12, 0), (39, 199)] {
            let pair = Array(repeating: ["\(families[family]) Van \(givens[given])", "1985-03-12"], count: 2)
            let alone = try Self.weight(ofFirstPairIn: pair, model)
            let among = try Self.weight(ofFirstPairIn: pair + others, model)
            #expect(abs(alone - among) < 0.5, "\(families[family]) \(givens[given])")
        }
    }

    private static func letters(_ number: Int) -> String {
        String(decoding: [UInt8(97 + number / 26), UInt8(97 + number % 26)], as: UTF8.self)
    }

    private static func weight(ofFirstPairIn rows: [[String]], _ model: MatchModel) throws -> Float {
        let present = model.restricted(to: ["full_name", "birth_date"])
        var cells = MatchCells(present)
        for row in rows { cells.add(row) }
        let table = MatchTable(cells.rows, layout: cells.layout, values: cells.numbering.table(), threads: 1)
        let scorer = PairScorer(table: table, model: present)
        return scorer.score(table.rowOfRecord[0], table.rowOfRecord[1]).weight
    }
}
