// The weight of the evidence between two rows.

import Glibc
import Personnel

/// Compares two rows of a table and weighs the outcome.
struct PairScorer {
    let table: MatchTable
    let model: MatchModel
    private let frequencies: TermFrequencies
    /// Weight of each comparison and level, log2(m / u).
    private let weights: [Float]
    /// The logarithm of the odds that two rows picked at random are one person's.
    private let prior: Float

    init(table: MatchTable, model: MatchModel) {
        self.table = table
        self.model = model
        frequencies = TermFrequencies(table: table, model: model)
        weights = Comparison.allCases.flatMap { comparison in
            MatchLevel.allCases.map { Float(log2(model[comparison, $0].m / model[comparison, $0].u)) }
        }
        prior = -Float(log2(Double(max(table.rows.count, TermFrequencies.backgroundCount))))
    }

    /// The logarithm to base 2 of the odds that two rows are one person's.
    func score(_ left: Int32, _ right: Int32) -> (weight: Float, evidence: MatchEvidence) {
        table.rows.withUnsafeBufferPointer { rows in score(rows[Int(left)], rows[Int(right)]) }
    }

    private func score(_ left: MatchRow, _ right: MatchRow) -> (weight: Float, evidence: MatchEvidence) {
        var evidence = MatchEvidence()
        var weight = prior
        func add(_ comparison: Comparison, _ level: MatchLevel, rarity: Float? = nil) {
            evidence[comparison] = level
            if level == .missing { return }
            let index = comparison.rawValue * MatchLevel.allCases.count + Int(level.rawValue)
            weight += weights[index] + (rarity ?? 0)
        }
        let name = table.names.compare(left.name, right.name)
        let sharesKey = name == .equal || name == .unaccented || name == .respelt
        add(.fullName, name, rarity: sharesKey ? frequencies.name(left.nameKey) : nil)
        let birth = compareDates(left.birth, right.birth, isBirth: true)
        add(.birthDate, birth, rarity: birth == .equal ? frequencies.birth(left.birth) : nil)
        add(.nationalID, compareNumbers(left.citizenID, right.citizenID))
        add(.oldNationalID, compareNumbers(UInt64(left.oldCitizenID), UInt64(right.oldCitizenID)))
        add(.gender, compareCodes(Int32(left.gender), Int32(right.gender)))
        add(.ethnicity, compareCodes(left.ethnicity, right.ethnicity), rarity: frequencies.ethnicity(left, right))
        add(.unit, compareUnits(left.unit, right.unit), rarity: frequencies.unit(left, right))
        add(.position, compareCodes(left.position, right.position), rarity: frequencies.position(left, right))
        add(.recruitedOn, compareDates(left.recruited, right.recruited))
        add(.partyJoined, compareDates(left.partyJoined, right.partyJoined))
        add(.homeTown, compareCodes(left.homeTown, right.homeTown))
        add(.phone, compareCodes(left.phone, right.phone))
        if left.salary == right.salary, left.salary != 0 { add(.salary, .equal) }
        return (weight, evidence)
    }

    private func compareCodes(_ left: Int32, _ right: Int32) -> MatchLevel {
        if left == 0 || right == 0 { return .missing }
        return left == right ? .equal : .different
    }

    /// Units looked up and units known by their text alone cannot be told apart or together.
    private func compareUnits(_ left: Int32, _ right: Int32) -> MatchLevel {
        (left < 0) == (right < 0) ? compareCodes(left, right) : .missing
    }
}

/// How two identity numbers agree.
func compareNumbers(_ left: UInt64, _ right: UInt64) -> MatchLevel {
    if left == 0 || right == 0 { return .missing }
    if left == right { return .equal }
    return isOneDigitApart(left, right) ? .oneDigit : .different
}

/// How two packed dates agree. 1 January as a birth date is what forms hold where only the year is known.
func compareDates(_ left: UInt32, _ right: UInt32, isBirth: Bool = false) -> MatchLevel {
    if left == 0 || right == 0 { return .missing }
    let (one, other) = (isBirth ? withoutNewYear(left) : left, isBirth ? withoutNewYear(right) : right)
    let sameYear = one / 10_000 == other / 10_000
    let (oneRest, otherRest) = (one % 10_000, other % 10_000)
    if oneRest == 0 || otherRest == 0 { return sameYear ? .sameYear : .different }
    let (oneMonth, otherMonth) = (oneRest / 100, otherRest / 100)
    let (oneDay, otherDay) = (oneRest % 100, otherRest % 100)
    if oneDay == 0 || otherDay == 0 { return sameYear && oneMonth == otherMonth ? .sameMonth : .different }
    if one == other { return .equal }
    if sameYear, oneMonth == otherDay, oneDay == otherMonth { return .daySwapped }
    if oneRest == otherRest, max(one, other) - min(one, other) == 10_000 { return .yearApart }
    return isOneDigitApart(UInt64(one), UInt64(other)) ? .oneDigit : .different
}

private func withoutNewYear(_ date: UInt32) -> UInt32 { date % 10_000 == 101 ? date - 101 : date }

/// Whether two numbers differ in one digit, or in two neighbouring digits that are swapped.
func isOneDigitApart(_ left: UInt64, _ right: UInt64) -> Bool {
    var (one, other) = (left, right)
    while one % 10 == other % 10, one != other {
        one /= 10
        other /= 10
    }
    if one / 10 == other / 10 { return true }
    return one / 100 == other / 100 && one % 10 == other / 10 % 10 && other % 10 == one / 10 % 10
}
