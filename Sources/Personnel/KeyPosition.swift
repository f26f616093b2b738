// A key position of a new commune or ward, who is to hold it, and what the dossier lacks.

/// How far the dossier of a position is.
public enum DossierStatus: String, Sendable, CaseIterable {
    case ready
    /// Something is missing, or two things contradict each other.
    case incomplete
    /// Something that is known is below the standard.
    case belowStandard = "below_standard"
    case vacant
}

/// Something that a dossier lacks, in the pipeline's language.
public struct DossierFinding: Sendable, Equatable {
    /// The name of a standard or of a finding of the pipeline's tables.
    public var code: String
    public var message: String

    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}

/// One seat of a position with the person proposed for it, or one who is proposed beyond the number of seats.
public struct KeyPosition: Sendable, Equatable {
    /// The id of a `NewUnit`.
    public var newUnit: String
    /// The seat's name in its table; nil where a title is no seat for certain.
    public var seat: String?
    public var title: String
    /// Position in `Consolidation.people`; nil where the seat is vacant.
    public var person: Int?
    public var status: DossierStatus
    public var findings: [DossierFinding]
    /// Months from the as-of month to the month in which the pension would start; nil where it can't be reckoned.
    public var remainingMonths: Int?

    public init(
        newUnit: String, seat: String?, title: String, person: Int?, status: DossierStatus, findings: [DossierFinding],
        remainingMonths: Int?
    ) {
        self.newUnit = newUnit
        self.seat = seat
        self.title = title
        self.person = person
        self.status = status
        self.findings = findings
        self.remainingMonths = remainingMonths
    }
}
