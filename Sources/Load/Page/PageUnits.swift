// Where people come from and where they go: old districts, new communes and wards, other receiving units.

import GRDB

extension PageReader {
    /// Columns: people, then each status. Everybody once.
    func districts() throws -> PageTable {
        let sql = """
            SELECT o.unit_id IS NULL, o.district, \(Self.statusCounts)
            FROM assignment_count h LEFT JOIN old_unit o ON o.unit_id = h.old_unit_id
            GROUP BY 1, 2 ORDER BY 1, o.district IS NULL, 2
            """
        var all = [0, 0, 0, 0]
        let lines = try Row.fetchAll(db, sql: sql).map { row in
            let byStatus = Self.integers(row, from: 2)
            for (index, count) in byStatus.enumerated() { all[index] += count }
            let district: String? = row[1]
            let isUnknown: Bool = row[0]
            let line = PageLine(
                name: district.map { texts.label("district", $0) } ?? "", isProvince: district == nil && !isUnknown,
                isUnknown: isUnknown)
            return (progress(line, byStatus), [byStatus.reduce(0, +)] + byStatus)
        }
        var table = table(lines, columns: 5)
        table.total = progress(table.total, all)
        return table
    }

    private func progress(_ line: PageLine, _ byStatus: [Int]) -> PageLine {
        var line = line
        line.share = numbers.share(byStatus[0], of: byStatus.reduce(0, +))
        line.bar = bar(byStatus)
        return line
    }

    /// New units in order of the catalogue, as in the report `headcount-by-unit`. Columns: people, each category, no
    /// category, and how many of the people are in review.
    func units(_ condition: String, keepsEmpty: Bool) throws -> PageTable {
        let categories = Self.categories.map { AssignmentCounts.people("category = '\($0)'") }.joined(separator: ", ")
        let sql = """
            SELECT u.unit_id, u.name, u.code, coalesce(sum(h.people), 0), \(categories),
                \(AssignmentCounts.people("category IS NULL")), \(AssignmentCounts.people("status = 'review'"))
            FROM new_unit u LEFT JOIN assignment_count h ON h.new_unit_id = u.unit_id
            WHERE \(condition) GROUP BY u.unit_id \(keepsEmpty ? "" : "HAVING total(h.people) > 0")
            ORDER BY u.position
            """
        let lines = try Row.fetchAll(db, sql: sql).map { row in
            let counts = Self.integers(row, from: 3)
            var line = PageLine(name: row[1], code: row[2] ?? "")
            if counts[0] > 0 {
                line.hasLink = true
                line.link = Self.link(to: "reports/roster/" + ReportWriter.fileName(row[0]) + ".csv")
            }
            return (line, counts)
        }
        return table(lines, columns: Self.categories.count + 3)
    }

    func emptyUnits() throws -> String {
        numbers.text(
            try count(
                """
                SELECT count(*) FROM new_unit u
                WHERE code IS NULL AND unit_id NOT IN (SELECT new_unit_id FROM assignment_count WHERE new_unit_id IS NOT NULL)
                """))
    }
}
