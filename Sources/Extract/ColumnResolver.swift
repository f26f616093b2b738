// What headings leave open, settled by the other columns and by the cells below.

import Personnel

/// Settles the columns of a table once its first rows are at hand.
struct ColumnResolver {
    let words: AnatomyWords
    /// Rows below the heading that look like data.
    let samples: [SheetRow]

    func resolve(_ columns: [TableColumn]) -> [TableColumn] {
        var columns = columns
        addUnheaded(&columns)
        settleSexColumns(&columns)
        settleTickedSex(&columns)
        PartedColumns.settle(&columns)
        settleNames(&columns)
        settleIdentityNumbers(&columns)
        settleShortForms(&columns)
        settleSalary(&columns)
        return columns
    }

    /// Columns without a heading to the right of the last one, where a good part of the rows has something there.
    private func addUnheaded(_ columns: inout [TableColumn]) {
        let widest = samples.reduce(0) { max($0, $1.lastFilled + 1) }
        var index = columns.count
        while index < widest {
            let filled = samples.count { $0.isFilled(index) }
            guard filled * 4 >= samples.count, filled >= 3 else { break }
            columns.append(TableColumn(index: index, heading: "", match: .none))
            index += 1
        }
    }

    /// `Nam` and `Nữ` with ticks below say the gender; with dates, whose birth dates stand there.
    private func settleSexColumns(_ columns: inout [TableColumn]) {
        for index in columns.indices {
            let value: String
            switch columns[index].meaning {
            case .field(.birthDateMale): value = "Nam"
            case .field(.birthDateFemale): value = "Nữ"
            default: continue
            }
            let shapes = shapes(of: columns[index].index)
            let ticks = samples.count { words.isMark($0.text(columns[index].index)) }
            if ticks > 0, ticks * 2 > shapes.count {
                columns[index].match.meaning = .field(.gender)
                columns[index].match.markedValue = value
            }
        }
    }

    /// In a lone column that ticks the women, or the men, whoever is not ticked is of the other sex.
    private func settleTickedSex(_ columns: inout [TableColumn]) {
        let sexes = columns.indices.filter {
            [.field(.gender), .field(.birthDateMale), .field(.birthDateFemale)].contains(columns[$0].meaning)
        }
        guard sexes.count == 1, let index = sexes.first, columns[index].meaning == .field(.gender) else { return }
        let named = LineWords(columns[index].heading)
        let names = (women: named.accented.contains("nữ"), men: named.accented.contains("nam"))
        guard names.women != names.men else { return }
        let filled = samples.filter { $0.isFilled(columns[index].index) }.map { trimmed($0.text(columns[index].index)) }
        let isTicked = filled.allSatisfy { words.isMark($0) && CellShape($0).digits == 0 }
        guard isTicked, !filled.isEmpty, filled.count < samples.count else { return }
        columns[index].match.markedValue = names.women ? "Nữ" : "Nam"
        columns[index].match.blankValue = names.women ? "Nam" : "Nữ"
    }

    private func settleNames(_ columns: inout [TableColumn]) {
        let hasFamily = columns.contains { $0.meaning == .field(.familyName) }
        let full = columns.firstIndex {
            $0.meaning.isName && $0.meaning != .field(.givenName) && $0.meaning != .field(.familyName)
        }
        if let given = columns.firstIndex(where: { $0.meaning == .field(.givenName) }) {
            if !hasFamily, full == nil {
                columns[given].match.meaning = .field(.fullName)
            } else if !hasFamily, let full, full == given - 1, columns[full].meaning == .field(.fullName) {
                columns[full].match.meaning = .field(.familyName)
            }
        } else if hasFamily, full == nil {
            splitName(&columns, at: columns.firstIndex { $0.meaning == .field(.familyName) })
        } else if let full, columns[full].meaning == .field(.fullName) {
            splitName(&columns, at: full)
        }
        guard !columns.contains(where: \.meaning.isName) else { return }
        let open = columns.indices.filter { columns[$0].meaning == .unknown }
        let named = open.first { index in
            let shapes = shapes(of: columns[index].index)
            let names = shapes.count { $0.isText && $0.blanks >= 1 && $0.letters <= 60 }
            return shapes.count >= 2 && names * 10 >= shapes.count * 9
        }
        if let named {
            columns[named].match = HeadingMatch(meaning: .field(.fullName), confidence: 0.6, method: .cells)
        }
    }

    /// `Họ và tên` over two columns: the second, without a heading of its own, holds the given name.
    private func splitName(_ columns: inout [TableColumn], at position: Int?) {
        guard let position, position + 1 < columns.count else { return }
        let next = columns[position + 1]
        guard next.heading.isEmpty || next.heading == columns[position].heading else { return }
        let shapes = shapes(of: next.index)
        let words = shapes.count { $0.isText && $0.blanks <= 1 && $0.letters <= 14 }
        guard shapes.count >= 2, words * 10 >= shapes.count * 9, shapes.count * 2 > samples.count else { return }
        columns[position].match.meaning = .field(.familyName)
        columns[position + 1].match = HeadingMatch(meaning: .field(.givenName), confidence: 0.8, method: .cells)
    }

    /// A lone column of old numbers holds whatever number there is; a column of 12-digit numbers with no telling heading
    /// is the citizen number where no other column is.
    private func settleIdentityNumbers(_ columns: inout [TableColumn]) {
        if columns.contains(where: { $0.meaning == .field(.nationalID) }) { return }
        if let old = columns.firstIndex(where: { $0.meaning == .field(.oldNationalID) }) {
            columns[old].match.meaning = .field(.nationalID)
            return
        }
        let certain = columns.indices.filter { index in
            guard columns[index].meaning == .unknown else { return false }
            let shapes = shapes(of: columns[index].index)
            return shapes.count >= 3 && shapes.allSatisfy { $0.isIdentityNumber && $0.digits == 12 }
        }
        if certain.count == 1 {
            columns[certain[0]].match = HeadingMatch(meaning: .field(.nationalID), confidence: 0.7, method: .cells)
        }
    }

    /// `DT` without accents is a people or a telephone: numbers below say which.
    private func settleShortForms(_ columns: inout [TableColumn]) {
        for index in columns.indices where columns[index].meaning == .field(.ethnicity) {
            let shapes = shapes(of: columns[index].index)
            guard !shapes.isEmpty, shapes.count(where: \.isIdentityNumber) * 5 >= shapes.count * 4 else { continue }
            columns[index].match = HeadingMatch(meaning: .field(.phone), confidence: 0.8, method: .cells)
        }
    }

    /// `Lương` alone is a sum of money or a coefficient: numbers such as `3,33` below say which.
    private func settleSalary(_ columns: inout [TableColumn]) {
        guard !columns.contains(where: { $0.meaning == .field(.salaryCoefficient) }) else { return }
        let open = columns.indices.filter { index in
            columns[index].meaning == .unknown && containsWords(headingKey(columns[index].heading), "luong")
        }
        guard open.count == 1, let index = open.first else { return }
        let shapes = shapes(of: columns[index].index)
        let coefficients = shapes.count {
            $0.isDecimal && $0.points + $0.commas == 1 && $0.firstRun <= 2 && $0.lastRun <= 2
        }
        guard shapes.count >= 2, coefficients * 10 >= shapes.count * 8 else { return }
        columns[index].match = HeadingMatch(meaning: .field(.salaryCoefficient), confidence: 0.7, method: .cells)
    }

    /// The forms of the filled cells of a column.
    private func shapes(of column: Int) -> [CellShape] {
        samples.compactMap { $0.isFilled(column) ? CellShape($0.cells[column]) : nil }
    }

    /// Whether the cells of a column begin as names of bodies and places do (`UBND xã …`, `Trường …`).
    private func namesUnits(_ column: Int) -> Bool {
        let lines = samples.filter { $0.isFilled(column) }.map { LineWords($0.cells[column]) }
        let units = lines.count { words.rank(ofSection: $0) <= .organisation && $0.plain.count > 1 }
        return units * 10 >= lines.count * 9
    }

    /// The columns of a table without any heading, told by their cells alone; nil unless there is certainly a name and
    /// beside it a date or an identity number in nearly every row.
    func headless() -> [TableColumn]? {
        guard samples.count >= 3 else { return nil }
        let width = samples.reduce(0) { max($0, $1.lastFilled + 1) }
        var columns = (0..<width).map { TableColumn(index: $0, heading: "", match: .none) }
        func set(_ column: Int, _ field: Field) {
            columns[column].match = HeadingMatch(meaning: .field(field), confidence: 0.5, method: .cells)
        }
        func isMost(_ column: Int, _ test: (CellShape) -> Bool) -> Bool {
            let shapes = shapes(of: column)
            return shapes.count * 10 >= samples.count * 8 && shapes.count(where: test) * 10 >= shapes.count * 9
        }
        let dates = (0..<width).filter { isMost($0) { $0.isDate || ($0.isInteger && $0.digits == 4) } }
        let identity = (0..<width).filter { isMost($0) { $0.isIdentityNumber && $0.digits > 8 } }
        let name = (0..<min(width, 4)).first { isMost($0) { $0.isText && $0.blanks >= 1 && $0.letters <= 60 } }
        guard let name, !dates.isEmpty || !identity.isEmpty else { return nil }
        if name > 0, isMost(name - 1, { $0.isInteger && $0.digits <= 4 }) { set(name - 1, .ordinal) }
        set(name, .fullName)
        if let birth = dates.first, birth == name + 1 || dates.count == 1 { set(birth, .birthDate) }
        if identity.count == 1 { set(identity[0], .nationalID) }
        let units = (name + 1..<width).filter { isMost($0, { $0.isText }) && namesUnits($0) }
        if units.count == 1 { set(units[0], .unit) }
        return columns
    }
}
