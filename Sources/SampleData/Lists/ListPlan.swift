// What stands in a list before its style is drawn: who sends it, its title and date, its sections and their people.

/// As of when a list shows people.
enum ListTime: Sendable {
    /// As they are now.
    case now
    /// At the end of 2023.
    case older
}

/// A section of a sheet.
struct ListSection: Sendable {
    /// Empty where people stand without a section.
    var title: String
    /// 0 for `A`, 1 for `I`.
    var level: Int
    /// The places of its people among the district's.
    var people: [Int]
    /// What the section says of the category; empty for nothing.
    var category = ""
    /// The section, or one around it, names a commune.
    var isUnderCommune = false
}

/// A sheet of a list.
struct SheetPlan: Sendable {
    var name: String
    var title: String
    var sections: [ListSection]
    var isHidden = false
}

/// A list.
struct ListPlan: Sendable {
    /// The path without its extension, below the sender's folder and with it.
    var path: String
    /// The list's kind, for the truth's table of files.
    var kind: String
    /// The two lines on the left of the preamble.
    var sender: [String]
    var sheets: [SheetPlan]
    var date: Day?
    /// The date stands in a line under the title instead of the footer.
    var hasDateUnderTitle = false
    /// `Mường Chà`, before the footer's date.
    var place: String
    var time = ListTime.now
    var needed: [SampleField]
    var optional: [SampleField]
    var forms: [FileForm]
    /// The title alone says which unit it is, so it must stand there.
    var needsTitle = false
    /// Units must be named with their district, since the list is of several.
    var needsFullUnits = false
    /// Nobody knows the folder that it came in.
    var isFromStranger = false
    /// The list exists twice: a copy with this path.
    var copy: String?
}
