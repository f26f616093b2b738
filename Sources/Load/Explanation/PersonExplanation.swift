// What a published database can say of one person: every row, value, weight, rule and issue.

/// Everything that made a person what the database says.
public struct PersonExplanation: Sendable {
    public var id: Int64
    public var name: String
    public var runID: String
    /// The generation in which the id was given, and the run's own.
    public var since: Int
    public var generation: Int
    /// In order of file and row.
    public var rows: [SourceRow] = []
    /// In the order of fields; the values of a field in the order of rows.
    public var values: [Value] = []
    /// The links that made the rows one, the heaviest first.
    public var joins: [Link] = []
    /// People who may be the same, the likeliest first.
    public var candidates: [Candidate] = []
    /// People of the same name or number who were kept apart.
    public var namesakes: [Namesake] = []
    public var thresholds: [String: Double] = [:]
    public var assignment: Assignment?
    public var issues: [Issue] = []
    /// What became of the person since the run before.
    public var changes: [Change] = []

    /// A row that is the person's.
    public struct SourceRow: Sendable {
        public var id: Int64
        public var place: String
        public var listDate: String?
        public var titles: [String]
        public var sections: [String]
    }

    /// A value that a row gives.
    public struct Value: Sendable {
        public var field: String
        public var value: String
        /// The position of its row in `rows`.
        public var row: Int
        /// Whether it stands.
        public var isChosen: Bool
        /// The cell as written, where reading changed it.
        public var original: String?
    }

    /// The weight of the evidence between two rows, taken apart.
    public struct Link: Sendable {
        /// Places of the two rows.
        public var left: String
        public var right: String
        public var isDecided: Bool
        public var weight: Double
        public var pieces: [Piece]
    }

    /// One comparison: its field, how it came out, and what that is worth in bits.
    public struct Piece: Sendable, Equatable {
        public var field: String
        public var level: String
        public var bits: Double
    }

    /// Another person who may be this one.
    public struct Candidate: Sendable {
        public var id: Int64
        public var name: String
        public var probability: Double
        public var link: Link?
    }

    /// Another person of the same name or number.
    public struct Namesake: Sendable {
        public var id: Int64
        public var name: String
        /// Fields of which both have a value, by whether it is the same.
        public var agreeing: [String]
        public var differing: [Difference]
    }

    /// A field of which two people have different values.
    public struct Difference: Sendable {
        public var field: String
        public var mine: String
        public var theirs: String
    }

    public struct Assignment: Sendable {
        public var status: String
        public var newUnit: String?
        public var rule: String
        public var basis: String
        public var oldUnit: String?
        public var oldUnitKind: String?
        public var position: String?
        public var rank: String?
        public var proposedUnit: String?
        /// The rules in the order in which they were asked, up to the one that decided.
        public var rules: [Rule]
    }

    public struct Rule: Sendable {
        public var name: String
        public var outcome: String
        public var unitKinds: [String]
        public var positionWords: [String]
        public var rankPrefixes: [String]
    }

    public struct Issue: Sendable {
        public var severity: String
        public var code: String
        public var place: String?
        public var message: String
    }

    public struct Change: Sendable {
        public var kind: String
        public var other: Int64?
        public var field: String?
        public var before: String?
        public var after: String?
    }
}

/// Whom or what a question to the database names.
public enum ExplainedSubject: Sendable, Equatable {
    case person(Int64)
    /// The id was merged into the other one.
    case merged(Int64, into: Int64)
    /// The person is on no list any more.
    case gone(Int64)
    /// Several people fit; id, name and birth date of each.
    case several([String])
    /// A row that is nobody's: its place, its kind, and why it was rejected.
    case row(place: String, kind: String, reasons: [String])
    case nothing
}
