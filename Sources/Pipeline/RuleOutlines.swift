// The rules of the reorganisation in outline, as the database keeps them to explain an assignment by.

import Personnel

extension RuleOutline {
    /// The rules of `rules.csv` in the order in which they are asked.
    static func all(in table: ReferenceTable) throws(ReferenceError) -> [RuleOutline] {
        let names = ["order", "rule", "outcome", "unit_kinds", "position_words", "rank_prefixes"]
        var columns: [Int] = []
        for name in names { columns.append(try table.column(name)) }
        func parts(_ cell: String) -> [String] { cell.split(separator: ";").map(String.init) }
        let ordered = table.rows.enumerated().map { place, row in
            let cells = columns.map { row.cells[$0] }
            let rule = RuleOutline(
                name: cells[1], outcome: cells[2], unitKinds: parts(cells[3]), positionWords: parts(cells[4]),
                rankPrefixes: parts(cells[5]))
            return (order: Int(cells[0]) ?? place, place: place, rule: rule)
        }
        return ordered.sorted { ($0.order, $0.place) < ($1.order, $1.place) }.map(\.rule)
    }
}
