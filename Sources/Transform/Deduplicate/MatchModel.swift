// What agreement and disagreement are worth: the probabilities behind each level, and the two thresholds.

public import Personnel

/// The parameters of matching after Fellegi and Sunter (1969): for each comparison and level, how often it holds between
/// two rows of one person (`m`) and of two people (`u`), and the thresholds on the sum of the weights log2(m / u).
///
/// Where the rows can tell, `u` is taken from them (term frequencies: agreeing on a common name says less than on a rare
/// one); the model's `u` then stands in for values too rare to count.
public struct MatchModel: Sendable, Equatable {
    /// Pairs at or above are joined. The weight is the base-2 logarithm of the odds: 7 is 128 to 1.
    public var joinWeight = 7.0
    /// Pairs at or above, not joined, go to review.
    public var reviewWeight = 0.0

    private var probabilities: [Probabilities]

    struct Probabilities: Sendable, Equatable {
        var m: Double
        var u: Double
    }

    /// The model that holds where a pipeline has none of its own.
    public init() {
        let none = Probabilities(m: 1, u: 1)
        probabilities = Array(repeating: none, count: Comparison.allCases.count * MatchLevel.allCases.count)
        for (comparison, level, m, u) in Self.standard { self[comparison, level] = Probabilities(m: m, u: u) }
    }

    /// The standard model changed by a table of the columns `comparison`, `level`, `m`, `u`; the comparisons `join` and
    /// `review` set the thresholds, their weight standing under `m`.
    ///
    /// - throws: `ReferenceError` for an unknown comparison or level and for a number that is no probability.
    public init(table: ReferenceTable) throws(ReferenceError) {
        self.init()
        let (comparisonColumn, levelColumn) = (try table.column("comparison"), try table.column("level"))
        let (mColumn, uColumn) = (try table.column("m"), try table.column("u"))
        for row in table.rows {
            let name = row.cells[comparisonColumn]
            if name == "join" || name == "review" {
                guard let weight = Double(row.cells[mColumn]) else {
                    throw table.mistake(in: row, column: "m", expected: "a weight such as 7")
                }
                if name == "join" { joinWeight = weight } else { reviewWeight = weight }
                continue
            }
            guard let comparison = Comparison.allCases.first(where: { $0.name == name }) else {
                let known = Comparison.allCases.map(\.name).joined(separator: ", ")
                throw table.mistake(in: row, column: "comparison", expected: "join, review or one of \(known)")
            }
            guard let level = MatchLevel.allCases.first(where: { $0.name == row.cells[levelColumn] }), level != .missing
            else {
                let known = MatchLevel.allCases.dropFirst().map(\.name).joined(separator: ", ")
                throw table.mistake(in: row, column: "level", expected: "one of \(known)")
            }
            let m = try Self.probability(in: row, column: "m", at: mColumn, of: table)
            let u = try Self.probability(in: row, column: "u", at: uColumn, of: table)
            self[comparison, level] = Probabilities(m: m, u: u)
        }
    }

    private static func probability(
        in row: ReferenceTable.Row, column: String, at index: Int, of table: ReferenceTable
    ) throws(ReferenceError) -> Double {
        guard let value = Double(row.cells[index]), value > 0, value <= 1 else {
            throw table.mistake(in: row, column: column, expected: "a probability above 0, up to 1")
        }
        return value
    }

    subscript(comparison: Comparison, level: MatchLevel) -> Probabilities {
        get { probabilities[comparison.rawValue * MatchLevel.allCases.count + Int(level.rawValue)] }
        set { probabilities[comparison.rawValue * MatchLevel.allCases.count + Int(level.rawValue)] = newValue }
    }

    /// Set by judgement on lists of the kind that districts send: how often clerks misspell, drop and retype.
    private static let standard: [(Comparison, MatchLevel, m: Double, u: Double)] = [
        (.fullName, .equal, 0.86, 0.0005),
        (.fullName, .unaccented, 0.80, 0.0005),
        (.fullName, .respelt, 0.03, 0.0005),
        (.fullName, .near, 0.04, 0.002),
        (.fullName, .partsEqual, 0.02, 0.002),
        (.fullName, .different, 0.01, 0.99),
        (.birthDate, .equal, 0.90, 0.00007),
        (.birthDate, .sameMonth, 0.90, 0.002),
        (.birthDate, .sameYear, 0.90, 0.025),
        (.birthDate, .daySwapped, 0.01, 0.00007),
        (.birthDate, .yearApart, 0.01, 0.00014),
        (.birthDate, .oneDigit, 0.02, 0.001),
        (.birthDate, .different, 0.02, 0.99),
        (.nationalID, .equal, 0.93, 0.000_000_1),
        (.nationalID, .oneDigit, 0.03, 0.000_01),
        (.nationalID, .different, 0.03, 1),
        (.oldNationalID, .equal, 0.90, 0.000_000_2),
        (.oldNationalID, .oneDigit, 0.03, 0.000_05),
        (.oldNationalID, .different, 0.05, 1),
        (.gender, .equal, 0.995, 0.5),
        (.gender, .different, 0.005, 0.5),
        (.ethnicity, .equal, 0.97, 0.2),
        (.ethnicity, .different, 0.03, 0.6),
        (.unit, .equal, 0.75, 0.002),
        (.unit, .different, 0.25, 0.99),
        (.position, .equal, 0.7, 0.03),
        (.position, .different, 0.3, 0.9),
        (.recruitedOn, .equal, 0.90, 0.001),
        (.recruitedOn, .sameMonth, 0.90, 0.005),
        (.recruitedOn, .sameYear, 0.90, 0.04),
        (.recruitedOn, .oneDigit, 0.03, 0.01),
        (.recruitedOn, .different, 0.07, 0.99),
        (.partyJoined, .equal, 0.90, 0.0003),
        (.partyJoined, .sameMonth, 0.90, 0.005),
        (.partyJoined, .sameYear, 0.90, 0.05),
        (.partyJoined, .oneDigit, 0.03, 0.01),
        (.partyJoined, .different, 0.07, 0.99),
        (.homeTown, .equal, 0.85, 0.01),
        (.homeTown, .different, 0.15, 0.99),
        (.phone, .equal, 0.8, 0.000_01),
        (.phone, .different, 0.2, 1),
        (.salary, .equal, 0.6, 0.1),
    ]
}
