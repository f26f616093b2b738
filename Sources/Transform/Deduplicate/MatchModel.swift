// The model of matching: what is compared, what each outcome is worth, which rows are compared at all, and what forbids.

/// A model after Fellegi and Sunter (1969), as its file states it.
///
/// Two rows are compared field by field; each comparison ends at the first of its levels that holds; each level is worth
/// log2(m / u), where `m` is how often it holds between two rows of one person and `u` between rows of two people. The
/// sum of the weights and the prior is the base-2 logarithm of the odds that the rows are one person's.
///
/// Fields that a table lacks are left out with all that names them.
public struct MatchModel: Sendable, Equatable {
    public var name: String
    public var fields: [MatchField]
    public var comparisons: [MatchComparison]
    public var blocking: [BlockingRule]
    public var constraints: [MatchConstraint]
    /// How many people the rows are drawn from: two rows picked at random are one person's once in so many times. Nil:
    /// estimated from the rows.
    public var population: Double?
    /// Pairs at or above are joined. Nil: where the model expects the best balance of wrong and missed pairs.
    public var joinWeight: Double?
    /// Pairs at or above, not joined, go to review.
    public var reviewWeight: Double
    /// How many further rows stand behind the counts of values, each value as common among them as its comparison's `u`
    /// says, so that a handful of rows does not make every name look rare. Nil: as many as make one row of the value.
    public var background: Double?
    /// The headings under which a table may hold what names its rows, as ASCII keys, the best first.
    public var idHeadings: [String] = []
    /// Cells that say that nothing is known, in lower case.
    public var missing: [String] = []
    /// Whether `m`, `u` and the prior are estimated from the rows, those of the file being the start.
    public var isEstimated: Bool

    public init(
        name: String, fields: [MatchField], comparisons: [MatchComparison], blocking: [BlockingRule],
        constraints: [MatchConstraint] = [], population: Double? = nil, joinWeight: Double? = nil,
        reviewWeight: Double = 0, background: Double? = nil, isEstimated: Bool = false
    ) {
        self.name = name
        self.fields = fields
        self.comparisons = comparisons
        self.blocking = blocking
        self.constraints = constraints
        self.population = population
        self.joinWeight = joinWeight
        self.reviewWeight = reviewWeight
        self.background = background
        self.isEstimated = isEstimated
    }

    public func field(_ name: String) -> MatchField? { fields.first { $0.name == name } }

    /// The model without the fields that a table lacks, and without what is compared, blocked or forbidden by them.
    public func restricted(to present: Set<String>) -> MatchModel {
        var model = self
        func knows(_ clause: MatchClause) -> Bool { clause.fieldNames.allSatisfy(present.contains) }
        model.fields = fields.filter { present.contains($0.name) }
        model.comparisons = comparisons.compactMap { comparison in
            guard present.contains(comparison.field) else { return nil }
            var comparison = comparison
            for index in comparison.levels.indices {
                comparison.levels[index].conditions.removeAll { condition in
                    condition.otherField.map { !present.contains($0) } ?? false
                }
            }
            comparison.levels.removeAll(where: \.conditions.isEmpty)
            return comparison
        }
        model.blocking = blocking.filter { rule in
            rule.parts.allSatisfy { present.contains($0.field) } && rule.when.allSatisfy(knows)
        }
        for index in model.blocking.indices {
            model.blocking[index].split.removeAll { !present.contains($0.field) }
        }
        model.constraints = constraints.filter { $0.when.allSatisfy(knows) }
        for index in model.constraints.indices { model.constraints[index].unless.removeAll { !knows($0) } }
        return model
    }
}

/// A field of the rows that are matched.
public struct MatchField: Sendable, Equatable {
    /// What a field holds: it decides which comparisons make sense.
    public enum Kind: String, Sendable, CaseIterable {
        /// Words, compared as written and by their key (no case, accents, punctuation).
        case text
        /// A date, whole or known to the month or the year.
        case date
        /// Digits: an identity number, a telephone number.
        case number
        /// A text of which only being equal matters, by its key.
        case code
    }

    public var name: String
    public var kind: Kind
    /// The headings under which a table may hold it, as ASCII keys, the best first.
    public var headings: [String]
    /// For dates: the headings of year, month and day where they are three columns.
    public var parts: [[String]]
    /// Fields beside which this one says nothing new: it is left out where a table has them all.
    public var unless: [String]
    /// For dates: whether 1 January is what forms hold where only the year is known.
    public var newYearIsYear: Bool
    /// How common values are among people at large; nil: each as common as the `u` of equal values says.
    public var frequencies: ValueFrequencies?

    public init(
        name: String, kind: Kind, headings: [String] = [], parts: [[String]] = [], unless: [String] = [],
        newYearIsYear: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.headings = headings
        self.parts = parts
        self.unless = unless
        self.newYearIsYear = newYearIsYear
    }
}

/// What is compared: a field, and the levels at which two values of it can agree, tried in order.
public struct MatchComparison: Sendable, Equatable {
    public var field: String
    /// The name that evidence is told under.
    public var label: String
    /// At most ``largestLevelCount``.
    public var levels: [MatchLevel]

    /// Evidence takes four bits for a comparison, one value of which says that it tells nothing.
    public static let largestLevelCount = 15
    /// Evidence has room for so many comparisons.
    public static let largestCount = 16

    public init(field: String, label: String? = nil, levels: [MatchLevel]) {
        self.field = field
        self.label = label ?? field
        self.levels = levels
    }
}

/// A way in which two values can agree, and what it is worth.
public struct MatchLevel: Sendable, Equatable {
    /// It holds where any of these does.
    public var conditions: [MatchCondition]
    /// In words, for evidence.
    public var name: String
    /// How often it holds between rows of one person, and of two.
    public var m: Double
    public var u: Double
    /// Whether agreeing on a rare value is worth more than on a common one, and how much more at most, in bits.
    public var frequencyLimit: Double?
    /// For estimated models: the mean over rows of two people of how rare the rarer value is; nil for equal values, whose
    /// mean is 1 / u.
    var meanRarity: Double?

    public init(
        conditions: [MatchCondition], name: String? = nil, m: Double, u: Double, frequencyLimit: Double? = nil
    ) {
        self.conditions = conditions
        self.name = name ?? conditions.first?.label ?? ""
        self.m = m
        self.u = u
        self.frequencyLimit = frequencyLimit
    }

    /// Whether the two values have one key, so that how common it is can be asked.
    var meansOneKey: Bool { conditions.allSatisfy { [.equal, .sameKey, .unaccented].contains($0) } }
}

/// What keeps two rows from being one person, whatever else speaks for it.
public struct MatchConstraint: Sendable, Equatable {
    public enum Verdict: String, Sendable, CaseIterable {
        /// The two never stand in one cluster.
        case forbid
        /// Only a person may decide: the two go to review.
        case doubt
    }

    public var verdict: Verdict
    /// It applies where all of these hold, and
    public var when: [MatchClause]
    /// none of these, and
    public var unless: [MatchClause]
    /// where the evidence that joins the two weighs less than this; nil: whatever it weighs.
    public var below: Double?

    public init(_ verdict: Verdict, when: [MatchClause], unless: [MatchClause] = [], below: Double? = nil) {
        self.verdict = verdict
        self.when = when
        self.unless = unless
        self.below = below
    }
}

/// Something that holds, or does not, between two rows: a condition on a field.
///
/// It never holds where a row lacks the value, save for the conditions that ask just that.
public struct MatchClause: Sendable, Equatable {
    public var field: String
    public var condition: MatchCondition
    public var isNegated: Bool

    public init(_ field: String, _ condition: MatchCondition, isNegated: Bool = false) {
        self.field = field
        self.condition = condition
        self.isNegated = isNegated
    }

    var fieldNames: [String] { [field] + (condition.otherField.map { [$0] } ?? []) }
}
