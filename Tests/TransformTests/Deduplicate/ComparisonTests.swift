// The levels of comparison, value by value.

import Personnel
import Testing

@testable import Transform

@Suite("Comparison of values") struct ComparisonTests {
    static let names: [(String, String, MatchLevel)] = [
        ("Lò Văn Pâng", "Lò Văn Pâng", .equal),
        ("Lò Văn Pâng (A)", "Lò Văn Pâng", .equal),
        ("Lò Văn Pâng 2", "Lò Văn Pâng", .equal),
        ("Lò Văn Pâng", "Lo Van Pang", .unaccented),
        ("Lò Văn Pâng", "Lò Văn Pàng", .respelt),
        ("Lý Văn Chía", "Lí Văn Chía", .respelt),
        ("Nguyễn Văn Tuấn", "Nguyên Văn Toấn", .near),
        ("Nguyễn Văn Tuấn", "Nguyễn Văn Tuấnn", .near),
        ("Nguyễn Văn Tuấn", "Nguyễn Văn Taấn", .near),
        ("Lê Minh Tùng", "Tùng Lê Minh", .near),
        ("Lê Minh Tùng", "Lê Tùng", .partsEqual),
        ("Lê Minh Tùng", "Lê Văn Tùng", .partsEqual),
        ("Lê Minh Tùng", "Minh Tùng", .partsEqual),
        ("Lê Minh Tùng", "Lê Minh Sơn", .different),
        ("Lò Văn Pâng", "Cà Thị Hặc", .different),
    ]

    @Test("names", arguments: names)
    func name(left: String, right: String, level: MatchLevel) {
        let table = MatchTable(register([InventedList("a.csv", [InventedRow(left), InventedRow(right)])]))
        #expect(table.names.compare(table.rows[0].name, table.rows[1].name) == level)
        #expect(table.names.compare(table.rows[1].name, table.rows[0].name) == level)
    }

    static let dates: [(String, String, MatchLevel)] = [
        ("1985-03-12", "1985-03-12", .equal),
        ("1985-03-12", "1985-03", .sameMonth),
        ("1985-03", "1985-03", .sameMonth),
        ("1985-03-12", "1985-04", .different),
        ("1985-03-12", "1985", .sameYear),
        ("1985-03-12", "1985-01-01", .sameYear),
        ("1985-01-01", "1985-01-01", .sameYear),
        ("1985-03-12", "1986", .different),
        ("1985-03-12", "1985-12-03", .daySwapped),
        ("1985-03-12", "1986-03-12", .yearApart),
        ("1985-03-12", "1985-03-13", .oneDigit),
        ("1985-03-12", "1958-03-12", .oneDigit),
        ("1985-03-12", "1990-07-25", .different),
    ]

    @Test("birth dates", arguments: dates)
    func date(left: String, right: String, level: MatchLevel) throws {
        let one = try #require(PartialDate(iso: left)).packed
        let other = try #require(PartialDate(iso: right)).packed
        #expect(compareDates(one, other, isBirth: true) == level)
        #expect(compareDates(other, one, isBirth: true) == level)
        #expect(compareDates(one, 0, isBirth: true) == .missing)
    }

    static let numbers: [(UInt64, UInt64, MatchLevel)] = [
        (11_085_000_123, 11_085_000_123, .equal),
        (11_085_000_123, 11_085_000_124, .oneDigit),
        (11_085_000_123, 91_085_000_123, .oneDigit),
        (11_085_000_123, 11_085_000_213, .oneDigit),
        (11_085_000_123, 11_085_000_321, .different),
        (11_085_000_123, 11_085_001_124, .different),
        (11_085_000_123, 0, .missing),
    ]

    @Test("identity numbers", arguments: numbers)
    func number(left: UInt64, right: UInt64, level: MatchLevel) {
        #expect(compareNumbers(left, right) == level)
        #expect(compareNumbers(right, left) == level)
    }

    @Test("agreeing on a common name is worth less than on a rare one")
    func rarity() {
        var rows = (0..<400).map { InventedRow("Nguyễn Thị Hương", "19\(60 + $0 % 40)") }
        rows += [InventedRow("Khoàng Xuân Diễm", "1970"), InventedRow("Khoàng Xuân Diễm", "1970")]
        let table = MatchTable(register([InventedList("a.csv", rows)]))
        let scorer = PairScorer(table: table, model: MatchModel())
        let rare = table.rows.indices.filter { table.rows[$0].record >= 400 }.map(Int32.init)
        let common = table.rows.indices.filter { [10, 50].contains(table.rows[$0].record) }.map(Int32.init)
        #expect(scorer.score(rare[0], rare[1]).weight > scorer.score(common[0], common[1]).weight + 5)
    }
}
