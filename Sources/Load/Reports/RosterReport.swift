// The list of each new unit's people in the Department's form: what is printed and signed.

import Personnel

/// The report `roster`: one file with a section for each unit, and a file for each unit under `roster/`.
///
/// People stand in the alphabetical order of their given names, as Vietnamese lists are searched. The birth date stands
/// under Nam or Nữ; where the sex is not known, under Nam with a note. `PeopleReports` writes it.
enum RosterReport {
    static let report = Report(name: "roster", parts: [part], isFromDatabase: false)

    /// Texts beside those of the part.
    static let ownKeys = ["title_of_one"]

    static let part = ReportPart(
        sql: "",
        section: [.text, .text, .number],
        textArguments: ["unknown_gender", "in_review"],
        columns: [
            .ordinal, ReportColumn("full_name"), ReportColumn("male", .date, group: "birth"),
            ReportColumn("female", .date, group: "birth"), ReportColumn("national_id"), ReportColumn("ethnicity"),
            ReportColumn("position"), ReportColumn("old_unit"), ReportColumn("rank"),
            ReportColumn("salary_step", .number, group: "salary"),
            ReportColumn("salary_coefficient", .decimal, group: "salary"),
            ReportColumn("qualification", .label("qualification"), group: "training"),
            ReportColumn("political_theory", .label("political_theory"), group: "training"), ReportColumn("note"),
        ],
        isNumbered: true)

    /// Writes the row of a person.
    static func write(_ values: PersonRecord, isInReview: Bool, ordinal: Int, _ line: inout PersonLine) {
        line.begin(ordinal)
        line.text(values.fullName)
        line.date(values.gender == .female ? nil : values.birthDate)
        line.date(values.gender == .female ? values.birthDate : nil)
        line.identity(of: values)
        line.text(values.ethnicity)
        line.text(values.position)
        line.oldUnit(of: values)
        line.text(values.rank)
        if let step = values.salaryStep { line.cells.number(Int(step)) } else { line.cells.empty() }
        line.coefficient(values.salaryCoefficient)
        line.qualification(values.qualification)
        line.politicalTheory(values.politicalTheory)
        writeNote(of: values, isInReview: isInReview, &line)
        line.cells.end()
    }

    private static func writeNote(of values: PersonRecord, isInReview: Bool, _ line: inout PersonLine) {
        let hasUnknownGender = values.gender == nil && values.birthDate != nil
        guard hasUnknownGender || isInReview else { return line.text(values.note) }
        var notes: [String] = []
        if hasUnknownGender { notes.append(line.words.text(report.name, "unknown_gender")) }
        if isInReview { notes.append(line.words.text(report.name, "in_review")) }
        if !values.note.isNone { notes.append(line.string(values.note)) }
        line.cells.text(notes.joined(separator: "; "))
    }
}
