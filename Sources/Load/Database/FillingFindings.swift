// Tables of findings: issues and control totals.

import Personnel

extension Filling {
    func fillIssueCodes() throws {
        try fill("issue_code", "code, severity, title, remedy") { insert in
            for code in IssueCode.allCases {
                insert.bind(1, code.rawValue)
                insert.bind(2, code.severity.rawValue)
                insert.bind(3, messages.title(of: code))
                insert.bind(4, messages.remedy(of: code))
                try insert.insert()
            }
        }
    }

    /// In order of file, sheet, row, field and code; those of people after those of rows.
    func packIssues(_ packer: Packer) throws {
        let columns = "issue_id, severity, code, field, value, message, file_id, sheet, row_number, row_id, person_id"
        let issues = Issue.inOrder(register.issues + consolidation.personIssues)
        try pack(packer, "issue", columns, rows: issues.count) { insert in
            for (index, issue) in issues.enumerated() {
                let person = issue.person ?? issue.row.flatMap(rows.record(at:)).flatMap(person(ofRecord:))
                insert.bind(1, index + 1)
                insert.bind(2, issue.code.severity.rawValue)
                insert.bind(3, issue.code.rawValue)
                insert.bind(4, issue.field?.name)
                insert.bind(5, issue.value)
                insert.bind(6, messages.message(for: issue))
                insert.bind(7, issue.row.map { $0.file + 1 })
                insert.bind(8, issue.row.flatMap(rows.sheetName(of:)))
                insert.bind(9, issue.row.flatMap { $0.row > 0 ? Int64($0.row) : nil })
                insert.bind(10, issue.row.flatMap(rows.id(of:)))
                insert.bind(11, person.map { consolidation.people.id(of: $0) })
                try insert.insert()
            }
        }
    }

    /// The totals that lists state; and a line for each sheet with people that states none.
    func fillControlTotals() throws {
        let columns = "name, sheet, title, scope, expected, counted, difference, status, file_id, row_id, new_unit_id"
        try fill("control_total", columns) { insert in
            for total in register.totals {
                let difference = total.counted - total.expected
                bindName(of: total.place, title: total.name, to: insert)
                insert.bind(4, total.scope.rawValue)
                insert.bind(5, total.expected)
                insert.bind(6, total.counted)
                insert.bind(7, difference)
                insert.bind(8, difference == 0 ? "agrees" : "differs")
                insert.bind(10, rows.id(of: total.place))
                try insert.insert()
            }
            for (place, counted) in sheetsWithoutTotal() {
                bindName(of: place, title: "", to: insert)
                insert.bind(4, StatedTotal.Scope.sheet.rawValue)
                insert.bindNull(5)
                insert.bind(6, counted)
                insert.bindNull(7)
                insert.bind(8, "not_stated")
                insert.bindNull(10)
                try insert.insert()
            }
            for figure in register.figures + consolidation.figures { try fillFigure(figure, insert) }
        }
    }

    private func fillFigure(_ figure: ControlFigure, _ insert: BulkInsert) throws {
        if let place = figure.place {
            bindName(of: place, title: figure.title + " (" + figure.name + ")", to: insert)
            insert.bind(10, rows.id(of: place))
        } else {
            insert.bind(1, figure.name)
            insert.bind(2, "")
            insert.bind(3, figure.title)
            insert.bindNull(9)
            insert.bindNull(10)
        }
        insert.bind(4, figure.scope.rawValue)
        insert.bind(5, figure.expected)
        insert.bind(6, figure.counted)
        insert.bind(7, figure.expected.map { figure.counted - $0 })
        insert.bind(8, figure.expected.map { $0 == figure.counted ? "agrees" : "differs" } ?? "not_stated")
        insert.bind(11, figure.newUnit)
        try insert.insert()
    }

    private func bindName(of place: RowReference, title: String, to insert: BulkInsert) {
        let sheet = rows.sheetName(of: place) ?? ""
        insert.bind(1, [register.files[Int(place.file)].path, sheet, title].joined(separator: " | "))
        insert.bind(2, sheet)
        insert.bind(3, title)
        insert.bind(9, place.file + 1)
    }

    private func sheetsWithoutTotal() -> [(place: RowReference, counted: Int)] {
        let stated = Set(
            register.totals.filter { $0.scope == .sheet }.map {
                RowReference(file: $0.place.file, sheet: $0.place.sheet)
            })
        var found: [(place: RowReference, counted: Int)] = []
        for (file, entries) in register.rows.enumerated() {
            for entry in entries where entry.kind == .person || entry.kind == .rejected {
                let place = RowReference(file: Int32(file), sheet: entry.sheet)
                if found.last?.place == place {
                    found[found.count - 1].counted += 1
                } else if !stated.contains(place) {
                    found.append((place, 1))
                }
            }
        }
        return found
    }
}

extension Issue {
    /// Issues by file, sheet, row, field and code; those of people after those of rows.
    static func inOrder(_ issues: [Issue]) -> [Issue] {
        let order = issues.indices.sorted { left, right in
            let (leftKey, rightKey) = (issues[left].orderKey, issues[right].orderKey)
            return leftKey == rightKey ? left < right : leftKey < rightKey
        }
        return order.map { issues[$0] }
    }

    /// Place, field and code as numbers and texts that sort; issues without a row come last.
    fileprivate var orderKey: (Int, Int, Int64, Int, Int, String) {
        (
            row.map { Int($0.file) } ?? Int.max, row.map { Int($0.sheet) } ?? 0, row.map { Int64($0.row) } ?? 0,
            person ?? -1, field.map { Int($0.rawValue) } ?? -1, code.rawValue
        )
    }
}
