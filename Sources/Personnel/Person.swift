// One person made of the rows of one person, and the place found for that person.

/// A person of the register: which records it is made of and which record each field's value came from.
public struct Person: Sendable {
    /// Stable from run to run; positive.
    public var id: Int64
    /// The record that holds the surviving values: a record of the register's pool, field by field chosen.
    public var values: PersonRecord
    /// Positions of its records in the register, ascending, never empty.
    public var records: RecordPositions
    /// For each field (by raw value) the position in `records` of the record whose value stands; `noSource` where none.
    public var sources: FieldSources {
        get { givenSources ?? FieldSources(ofOnly: values) }
        set { givenSources = newValue }
    }
    /// The level of the person's old unit; nil where it is not known.
    public var level: Level?
    /// Nil for a person who is one row as it stands: all that it tells is the row's.
    private var givenSources: FieldSources?

    public static let noSource = FieldSources.none

    public init(id: Int64, values: PersonRecord, records: some Collection<Int32>) {
        self.id = id
        self.values = values
        self.records = RecordPositions(records)
        givenSources = FieldSources()
    }

    /// A person as a list keeps one.
    init(id: Int64, values: PersonRecord, records: RecordPositions, sources: FieldSources?, level: Level?) {
        self.id = id
        self.values = values
        self.records = records
        self.level = level
        givenSources = sources
    }
}

public enum AssignmentStatus: String, Sendable, CaseIterable { case assigned, review, unresolved, leaving }

/// Where a person goes, by which rule, and the sentence that a clerk can check.
public struct Assignment: Sendable, Equatable {
    public var status: AssignmentStatus
    /// The id of a `NewUnit`; nil for `leaving`, and for `unresolved` where nothing is proposed.
    public var newUnit: String?
    /// The rule's name (reorganisation.md).
    public var rule: String
    /// In the pipeline's language. For `unresolved`: what would settle it.
    public var basis: String

    public init(status: AssignmentStatus, newUnit: String?, rule: String, basis: String) {
        self.status = status
        self.newUnit = newUnit
        self.rule = rule
        self.basis = basis
    }
}

/// Two people who may be one, for a person to decide.
public struct ReviewPair: Sendable {
    /// Positions in `Consolidation.people`, left < right.
    public var left: Int
    public var right: Int
    /// 0 to 1.
    public var probability: Double
    /// What speaks for and against: one line a comparison (`full_name: equal`), in stable order.
    public var evidence: [String]

    public init(left: Int, right: Int, probability: Double, evidence: [String]) {
        self.left = left
        self.right = right
        self.probability = probability
        self.evidence = evidence
    }
}

/// Why two or more rows were made one person.
public struct MergeReason: Sendable {
    /// Position in `Consolidation.people`.
    public var person: Int
    /// The evidence that joined them, one line each, in stable order.
    public var evidence: [String]

    public init(person: Int, evidence: [String]) {
        self.person = person
        self.evidence = evidence
    }
}

/// The whole outcome of `Transform`: what `Load` writes.
public struct Consolidation: Sendable {
    public var register: Register
    /// In order of id.
    public var people = PersonList()
    /// One for each person, same order.
    public var assignments = AssignmentList()
    /// Records refer to these by position (`PersonRecord.oldUnit`).
    public var oldUnits: [OldUnit] = []
    public var newUnits: [NewUnit] = []
    public var successions: [Succession] = []
    public var reviewPairs: [ReviewPair] = []
    public var merges: [MergeReason] = []
    /// The evidence behind merges and questions, in order of the two records.
    public var links: [MatchRecord] = []
    /// What that evidence is worth; nil where nothing was matched.
    public var scale: MatchScale?
    /// The rules by which people were assigned, in the order in which they were asked.
    public var rules: [RuleOutline] = []
    /// Whence the people's ids, and what became of those of the run before.
    public var history = IdentityHistory()
    /// Issues about people rather than rows; those about rows are in the register.
    public var personIssues: [Issue] = []
    /// Everybody, counted.
    public var headcount: [HeadcountLine] = []
    /// The people of the old units that are in a movement of public service units.
    public var flows: [UnitFlow] = []
    /// The seats of communes and wards, in order of unit and seat.
    public var keyPositions: [KeyPosition] = []
    /// What those who leave are owed, in order of person.
    public var benefits: [Benefit] = []
    /// Assets and balances of old units with their receivers, in order of file, sheet, row.
    public var handedItems: [HandedItem] = []
    /// Figures of the whole run held against what is expected.
    public var figures: [ControlFigure] = []

    public init(register: Register) { self.register = register }
}
