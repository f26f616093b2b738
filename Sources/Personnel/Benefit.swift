// What a person who leaves because of the reorganisation is owed, with everything that it was reckoned from.

/// One part of a benefit: months of salary times a measure.
public struct BenefitPart: Sendable, Equatable {
    public var name: String
    /// Months of salary for each unit of the measure, in thousandths.
    public var factor: Int64
    /// Months or years, in hundredths.
    public var measure: Int64
    /// In đồng.
    public var amount: Int64

    public init(name: String, factor: Int64, measure: Int64, amount: Int64) {
        self.name = name
        self.factor = factor
        self.measure = measure
        self.amount = amount
    }
}

/// A figure or text that a benefit was reckoned from.
public struct BenefitInput: Sendable, Equatable {
    public enum Value: Sendable, Equatable {
        case number(Int64)
        case text(String)
    }

    public var name: String
    public var value: Value

    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}

/// The benefit of one person under one regime.
public struct Benefit: Sendable, Equatable {
    /// Position in `Consolidation.people`.
    public var person: Int
    /// The regime's name in its table; `retirement`, `none` or `unknown` where no table's applies.
    public var regime: String
    /// For people.
    public var title: String
    /// Whole months from leaving to the month in which the pension would start.
    public var months: Int?
    /// In đồng; nil where something is missing or nothing is owed for certain.
    public var amount: Int64?
    /// The formulas, or why there is none, in the pipeline's language.
    public var basis: String
    public var inputs: [BenefitInput]
    public var parts: [BenefitPart]
    /// Names of fields that are missing; `wish` for what the person asks for.
    public var missing: [String]

    public init(
        person: Int, regime: String, title: String, months: Int? = nil, amount: Int64? = nil, basis: String,
        inputs: [BenefitInput] = [], parts: [BenefitPart] = [], missing: [String] = []
    ) {
        self.person = person
        self.regime = regime
        self.title = title
        self.months = months
        self.amount = amount
        self.basis = basis
        self.inputs = inputs
        self.parts = parts
        self.missing = missing
    }
}
