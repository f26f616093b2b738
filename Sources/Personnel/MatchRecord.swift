// What matching leaves behind for whoever asks later why two rows are one person: links between rows and their weights.

/// The evidence between two rows that were joined, or that wait for a decision.
public struct MatchRecord: Sendable, Equatable {
    /// Positions of the two records in the register, left < right.
    public var left: Int32
    public var right: Int32
    /// Whether it joined them; else the two wait for a decision.
    public var isJoin: Bool
    /// Whether people decided it, whatever the weight.
    public var isDecided: Bool
    /// The base-2 logarithm of the odds that the rows are one person's.
    public var weight: Float
    /// The level of each comparison, four bits each from the lowest; 0 where a row has no value.
    public var levels: UInt64

    public init(left: Int32, right: Int32, isJoin: Bool, isDecided: Bool, weight: Float, levels: UInt64) {
        self.left = min(left, right)
        self.right = max(left, right)
        self.isJoin = isJoin
        self.isDecided = isDecided
        self.weight = weight
        self.levels = levels
    }
}

/// What the levels of a run's comparisons are called and worth.
public struct MatchScale: Sendable, Equatable {
    /// The weight of two rows of which nothing is compared.
    public var prior: Double
    /// From which weight rows are joined.
    public var join: Double
    /// From which weight they are a question.
    public var review: Double
    public var levels: [Level] = []

    public init(prior: Double, join: Double, review: Double) {
        self.prior = prior
        self.join = join
        self.review = review
    }

    /// One way in which two values can agree.
    public struct Level: Sendable, Equatable {
        /// The comparison's position, from 0, and the level's in it, from 1.
        public var comparison: Int
        public var level: Int
        /// The canonical name of the field, and the level in words.
        public var field: String
        public var name: String
        public var bits: Double

        public init(comparison: Int, level: Int, field: String, name: String, bits: Double) {
            self.comparison = comparison
            self.level = level
            self.field = field
            self.name = name
            self.bits = bits
        }
    }
}

/// A rule of the reorganisation in outline: for whom it is.
public struct RuleOutline: Sendable, Equatable {
    public var name: String
    public var outcome: String
    /// Kinds of old unit; empty for every unit.
    public var unitKinds: [String]
    /// Words of positions and beginnings of rank codes that it asks for; both empty where it is for everybody.
    public var positionWords: [String]
    public var rankPrefixes: [String]

    public init(
        name: String, outcome: String, unitKinds: [String], positionWords: [String], rankPrefixes: [String]
    ) {
        self.name = name
        self.outcome = outcome
        self.unitKinds = unitKinds
        self.positionWords = positionWords
        self.rankPrefixes = rankPrefixes
    }
}
