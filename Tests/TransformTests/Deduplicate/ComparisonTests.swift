// The levels of comparison, value by value.

import Personnel
import Testing

@testable import Transform

@Suite("Comparison of values") struct ComparisonTests {
    private static let textLevels = [
        "equal", "unaccented", "same key", "edits 1 from 5", "same words", "same ends", "lacks a word",
        "edits 2 from 6",
        "similar 0.92", "contains words", "beginning 3", "initial", "sounds alike", "different",
    ]

    static let texts: [(String, String, String)] = [
        ("Lò Văn Pâng", "Lò Văn Pâng", "equal"),
        ("Lò Văn Pâng", "Lo Van Pang", "unaccented"),
        ("Lò Văn Pâng", "Lò Văn Pàng", "same key"),
        ("Lý Văn Chía", "Lí Văn Chía", "same key"),
        ("Nguyễn Văn Tuấn", "Nguyên Văn Toấn", "edits 1 from 5"),
        ("Nguyễn Văn Tuấn", "Nguyễn Văn Tuấnn", "edits 1 from 5"),
        ("Nguyễn Văn Tuấn", "Nguyễn Văn Taấn", "edits 1 from 5"),
        ("Nguyễn Văn Tuấn", "Nguyễn Vna Tuấn", "edits 1 from 5"),
        ("Lê Minh Tùng", "Tùng Lê Minh", "same words"),
        ("Lê Minh Tùng", "Lê Tùng", "same ends"),
        ("Lê Minh Tùng", "Lê Văn Tùng", "same ends"),
        ("Lê Minh Tùng", "Minh Tùng", "lacks a word"),
        ("Katherine", "Catherin", "edits 2 from 6"),
        ("Friederike", "Friederikesan", "similar 0.92"),
        ("Anna", "Maria Anna Luise", "contains words"),
        ("Smith", "Schmidt", "sounds alike"),
        ("Wil", "William", "beginning 3"),
        ("W", "Walther", "initial"),
        ("Lò Văn Pâng", "Cà Thị Hặc", "different"),
    ]

    @Test("texts", arguments: texts)
    func text(left: String, right: String, expected: String) {
        #expect(level(.text, Self.textLevels, left, right) == expected)
        #expect(level(.text, Self.textLevels, right, left) == expected)
        #expect(level(.text, Self.textLevels, left, "") == nil)
    }

    private static let dateLevels = [
        "equal", "same month", "same year", "day and month swapped", "years apart 1", "one digit", "two parts",
        "different",
    ]

    static let dates: [(String, String, String)] = [
        ("1985-03-12", "12/03/1985", "equal"),
        ("1985-03-12", "1985-03", "same month"),
        ("1985-03", "03/1985", "same month"),
        ("1985-03-12", "1985-04", "different"),
        ("1985-03-12", "1985", "same year"),
        ("1985-03-12", "1986", "different"),
        ("1985-03-12", "1985-12-03", "day and month swapped"),
        ("1985-03-12", "1986-03-12", "years apart 1"),
        ("1985-03-12", "19850313", "one digit"),
        ("1985-03-12", "1958-03-12", "one digit"),
        ("1985-03-12", "1985-03-27", "two parts"),
        ("1985-03-12", "1990-07-25", "different"),
        // Impossible dates still resemble possible ones.
        ("19310715", "19310175", "one digit"),
        ("19161017", "19160017", "one digit"),
    ]

    @Test("dates", arguments: dates)
    func date(left: String, right: String, expected: String) {
        #expect(level(.date, Self.dateLevels, left, right) == expected)
        #expect(level(.date, Self.dateLevels, right, left) == expected)
        #expect(level(.date, Self.dateLevels, left, "không rõ") == nil)
    }

    private static let numberLevels = ["equal", "one digit", "edits 1", "edits 2", "different"]

    static let numbers: [(String, String, String)] = [
        ("011085000123", "11 085 000 123", "equal"),
        ("11085000123", "11085000124", "one digit"),
        ("11085000123", "91085000123", "one digit"),
        ("11085000123", "11085000213", "one digit"),
        ("11085000123", "1108500123", "edits 1"),
        ("11085000123", "11085001124", "edits 2"),
        ("11085000123", "27094111555", "different"),
    ]

    @Test("numbers", arguments: numbers)
    func number(left: String, right: String, expected: String) {
        #expect(level(.number, Self.numberLevels, left, right) == expected)
        #expect(level(.number, Self.numberLevels, right, left) == expected)
        #expect(level(.number, Self.numberLevels, left, "-") == nil)
    }

    @Test("two names in each other's place")
    func swapped() throws {
        let model = MatchModel(
            name: "names",
            fields: [MatchField(name: "given", kind: .text), MatchField(name: "family", kind: .text)],
            comparisons: [
                comparison("given", [("equal", 0.9, 0.01, nil), ("swapped with family", 0.05, 0.001, nil)]),
                comparison("family", [("equal", 0.9, 0.01, nil), ("equals given", 0.05, 0.01, nil)]),
            ], blocking: [BlockingRule(parts: [BlockingPart("given")])], joinWeight: 1)
        var cells = MatchCells(model)
        cells.add(["Carsten", "Meier"])
        cells.add(["MEIER", "CARSTEN"])
        let table = MatchTable(cells.rows, layout: cells.layout, values: cells.numbering.table(), threads: 1)
        let evidence = PairScorer(table: table, model: model).score(0, 1).evidence
        #expect(evidence[0] == 2)
        #expect(evidence[1] == 2)
    }

    @Test("agreeing on a common name is worth less than on a rare one")
    func rarity() {
        var rows = (0..<400).map { InventedRow("Nguyễn Thị Hương", "19\(60 + $0 % 40)") }
        rows += [InventedRow("Khoàng Xuân Diễm", "1970"), InventedRow("Khoàng Xuân Diễm", "1970")]
        let scorer = scorer(of: register([InventedList("a.csv", rows)]))
        func row(_ record: Int) -> Int32 { scorer.table.rowOfRecord[record] }
        let common = scorer.score(row(10), row(50)).weight
        #expect(scorer.score(row(400), row(401)).weight > common + 5)
    }

    private func scorer(of register: Register) -> PairScorer {
        let layout = RowLayout(fields: MatchModel.invented.fields)
        var numbering = ValueNumbering()
        let rows = RegisterRows(register, units: [], layout: layout, numbering: &numbering)
        let table = MatchTable(rows, layout: layout, values: numbering.table(), threads: 1)
        return PairScorer(table: table, model: .invented)
    }
}
