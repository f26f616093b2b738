// What people decided on who is one person: about two people of a report, or about a row of a person.

/// A decision on identity as someone entered it.
public struct IdentityDecision: Sendable, Equatable {
    public enum Subject: Sendable, Equatable {
        /// Two people, by their ids.
        case pair(Int64, Int64)
        /// A row, by its fingerprint, and the person of whom it was a row.
        case row(person: Int64, fingerprint: UInt64)
    }

    public var subject: Subject
    /// Whether the two are one person, the row the person's; else they are kept apart.
    public var isSame: Bool
    /// As entered.
    public var text: String
    /// Where it was entered, for people: file and line.
    public var source: String

    public init(_ subject: Subject, isSame: Bool, text: String, source: String) {
        self.subject = subject
        self.isSame = isSame
        self.text = text
        self.source = source
    }
}

/// A decision that can't be applied.
public struct UnfitIdentityDecision: Sendable, Equatable {
    public enum Reason: Sendable, Equatable {
        /// No person has the id, nor had it.
        case unknownPerson
        /// The person is on no list any more.
        case gone
        /// The row is not there as it was.
        case unknownRow
        /// Both are the same rows, or rows of the same content, so that nothing can be told apart.
        case nothingApart
        /// A later decision says otherwise; its place is given.
        case contradicted(by: String)
    }

    public var decision: IdentityDecision
    public var reason: Reason

    public init(_ decision: IdentityDecision, _ reason: Reason) {
        self.decision = decision
        self.reason = reason
    }
}
