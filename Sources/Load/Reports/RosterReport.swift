// The list of each new unit's people in the Department's form: what is printed and signed.

/// The report `roster`: one file with a section for each unit, and a file for each unit under `roster/`.
///
/// People stand in the alphabetical order of their given names, as Vietnamese lists are searched. The birth date stands
/// under Nam or Nữ; where the sex is not known, under Nam with a note. `RosterWriter` writes it.
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
}
