// By which headings a report that came back with decisions is known.

/// The headings of the columns that take and explain decisions, in the pipeline's language.
public struct DecisionHeadings: Sendable {
    /// The column that people fill in.
    public let decision: String
    /// The person of a line of `unresolved`.
    public let person: String
    /// The first of the two people of a line of `review-queue`.
    public let leftPerson: String
    /// The second of them.
    public let rightPerson: String
    /// The person of a line of `duplicates`.
    public let rowPerson: String
    /// The fingerprint of the row that is a line of `duplicates`.
    public let row: String
}

extension ReportTexts {
    /// The headings under which decisions come back.
    public var decisionHeadings: DecisionHeadings {
        DecisionHeadings(
            decision: self["unresolved", "column.decision"], person: self["unresolved", "column.person_id"],
            leftPerson: self["review-queue", "column.left_person_id"],
            rightPerson: self["review-queue", "column.right_person_id"],
            rowPerson: self["duplicates", "column.person_id"], row: self["duplicates", "column.row_key"])
    }
}
