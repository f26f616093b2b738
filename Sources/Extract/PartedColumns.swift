// Values that lists spread over several columns: a birth date over day, month and year, a name over family and middle name.

import Personnel

/// Puts columns that hold parts of one value together.
enum PartedColumns {
    static func settle(_ columns: inout [TableColumn]) {
        joinBirthDate(&columns)
        joinMiddleName(&columns)
        // A part without the others says nothing of a birth date.
        for index in columns.indices where dateParts.contains(columns[index].meaning.name) {
            if !columns.contains(where: { $0.joined.contains(columns[index].index) }) { columns[index].match = .none }
        }
    }

    private static let dateParts = ["birth_day", "birth_month", "birth_year"]

    /// Day, month and year side by side, in this order. `Ngày sinh` and `Năm sinh` around `Tháng sinh` are parts as well.
    private static func joinBirthDate(_ columns: inout [TableColumn]) {
        guard let month = columns.firstIndex(where: { $0.meaning.name == "birth_month" }), month > 0,
            month + 1 < columns.count, isPart(columns[month - 1], "birth_day"),
            isPart(columns[month + 1], "birth_year") || isUnaccentedYear(columns[month + 1], columns),
            columns[(month - 1)...(month + 1)].allSatisfy({ isOfBirth($0.heading) })
        else { return }
        columns[month - 1].match.meaning = .known("birth_day")
        columns[month + 1].match.meaning = .field(.birthDate)
        columns[month + 1].joined = [month - 1, month, month + 1].map { columns[$0].index }
    }

    private static func isPart(_ column: TableColumn, _ name: String) -> Bool {
        let words = headingKey(column.heading.split(separator: "/").last.map(String.init) ?? "").split(separator: " ")
        return column.meaning.name == name
            || (column.meaning == .field(.birthDate) && words.count == 2 && words.last == "sinh"
                && words.first == (name == "birth_day" ? "ngay" : "nam"))
    }

    /// `Nam` behind day and month is the year where no column of women stands beside it.
    private static func isUnaccentedYear(_ column: TableColumn, _ columns: [TableColumn]) -> Bool {
        column.meaning == .field(.birthDateMale) && !columns.contains { $0.meaning == .field(.birthDateFemale) }
    }

    /// Under a group the group must speak of a birth: other dates are spread over columns, too.
    private static func isOfBirth(_ heading: String) -> Bool {
        !heading.utf8.contains(UInt8(ascii: "/")) || containsWords(headingKey(heading), "sinh")
    }

    private static func joinMiddleName(_ columns: inout [TableColumn]) {
        guard let middle = columns.firstIndex(where: { $0.meaning.name == "middle_name" }), middle > 0,
            columns[middle - 1].meaning == .field(.familyName)
        else { return }
        columns[middle - 1].joined = [middle - 1, middle].map { columns[$0].index }
    }
}
