// How many people go where from where, counted once over a whole run, and figures held against what was announced.

/// The kind of body in which a person worked before the reorganisation, as headcounts tell them apart.
public enum HeadcountSource: String, Sendable, CaseIterable {
    case district, commune
    /// A public service unit outside education.
    case service
    case education, province
    /// No unit is known, or one of none of these kinds.
    case other
}

/// The side of public life that a person's post belongs to.
public enum HeadcountBlock: String, Sendable, CaseIterable {
    case government, party
    /// The Fatherland Front and the unions.
    case front
}

/// People who have everything in common that headcounts tell apart.
public struct HeadcountLine: Sendable, Equatable {
    /// The id of a `NewUnit`; nil where none is known.
    public var newUnit: String?
    public var status: AssignmentStatus
    public var source: HeadcountSource
    public var block: HeadcountBlock
    public var category: Category?
    public var level: Level?
    public var people: Int

    public init(
        newUnit: String?, status: AssignmentStatus, source: HeadcountSource, block: HeadcountBlock, category: Category?,
        level: Level?, people: Int
    ) {
        self.newUnit = newUnit
        self.status = status
        self.source = source
        self.block = block
        self.category = category
        self.level = level
        self.people = people
    }
}

/// The people of one old unit who go one way in a movement of public service units.
public struct UnitFlow: Sendable, Equatable {
    /// The movement's name in its table.
    public var movement: String
    /// The position of the old unit in `Consolidation.oldUnits`.
    public var oldUnit: Int32
    /// The id of a `NewUnit`; nil where none is known.
    public var newUnit: String?
    public var status: AssignmentStatus
    public var people: Int
    /// What would settle it, where it is open; else empty.
    public var settles: String

    public init(
        movement: String, oldUnit: Int32, newUnit: String?, status: AssignmentStatus, people: Int, settles: String
    ) {
        self.movement = movement
        self.oldUnit = oldUnit
        self.newUnit = newUnit
        self.status = status
        self.people = people
        self.settles = settles
    }
}

/// A figure of the whole run held against what is expected: a target of headcounts, a sum that is handed over.
public struct ControlFigure: Sendable, Equatable {
    public enum Scope: String, Sendable, CaseIterable { case target, handover, amount }

    public var scope: Scope
    /// Unique in the run: `target | …`; of a total that a list of assets states, the word for the amount.
    public var name: String
    /// What it is a figure of, for people.
    public var title: String
    /// The id of the `NewUnit` that it is about; nil where it is about no single one.
    public var newUnit: String?
    /// People or đồng; nil where nothing is expected.
    public var expected: Int64?
    public var counted: Int64
    /// The row that states it; nil for figures of the whole run.
    public var place: RowReference?

    public init(
        scope: Scope, name: String, title: String, newUnit: String?, expected: Int64?, counted: Int64,
        place: RowReference? = nil
    ) {
        self.scope = scope
        self.name = name
        self.title = title
        self.newUnit = newUnit
        self.expected = expected
        self.counted = counted
        self.place = place
    }
}
