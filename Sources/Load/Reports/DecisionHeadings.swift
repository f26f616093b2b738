// By which headings a report that came back with decisions is known.

/// The headings of the columns that take and explain decisions, in the pipeline's language.
public struct DecisionHeadings: Sendable {
    /// The column that people fill in.
    public let decision: String
    /// The person of a line of `unresolved`.
    public let person: String
    /// The first of the two people of a line of `review-queue`.
    public let leftPerson: String
}

extension ReportTexts {
    /// The headings under which decisions come back.
    public var decisionHeadings: DecisionHeadings {
        DecisionHeadings(
            decision: self["unresolved", "column.decision"], person: self["unresolved", "column.person_id"],
            leftPerson: self["review-queue", "column.left_person_id"])
    }
}
