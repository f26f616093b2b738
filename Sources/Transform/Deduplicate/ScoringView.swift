// The innermost of matching: two rows in, a weight out. Pointers instead of arrays, for it runs some hundred million times.

import Glibc

/// Whether two rows may stand in one cluster.
enum Compatibility: Comparable {
    case free
    /// Only a person may decide: the two go to review.
    case doubtful
    case forbidden
}

/// What comparing needs, as pointers; they live as long as the `PairScorer` that hands it out.
struct ScoringView {
    typealias Row = UnsafePointer<UInt32>

    let rows: Row
    let width: Int
    let comparisons: UnsafeBufferPointer<CompiledComparison>
    let constraints: UnsafeBufferPointer<CompiledConstraint>
    let steps: UnsafePointer<MatchStep>
    let weights: UnsafePointer<Float>
    let rarityLimits: UnsafePointer<Float>
    let rarityBases: UnsafePointer<Float>
    /// For each comparison the most that it and those after it can add.
    let mostFrom: UnsafePointer<Float>
    let rarities: [RarityTable]
    let hasAccents: UnsafePointer<Bool>
    let firstWords: UnsafePointer<UInt32>
    let lastWords: UnsafePointer<UInt32>
    let keyStarts: UnsafePointer<UInt32>
    let keyBytes: UnsafePointer<UInt8>
    let prior: Float

    @inline(__always) func row(_ index: Int32) -> Row { rows + Int(index) * width }

    /// The weight and the evidence of two rows; nil as soon as it is sure that the weight stays below `floor`.
    func score(_ left: Int32, _ right: Int32, floor: Float = -.infinity) -> (weight: Float, evidence: MatchEvidence)? {
        let (one, other) = (row(left), row(right))
        var evidence = MatchEvidence()
        var weight = prior
        for index in 0..<comparisons.count {
            if weight + mostFrom[index] < floor { return nil }
            let comparison = comparisons[index]
            let level = self.level(of: comparison, one, other)
            if level == 0 { continue }
            evidence.packed |= UInt64(level) << UInt64(index * 4)
            let place = index * CompiledModel.levelStride + level
            weight += weights[place]
            if comparison.rarity >= 0, rarityLimits[place] > -.infinity {
                let rarity = rarities[Int(comparison.rarity)].rarity(
                    one + Int(comparison.offset), other + Int(comparison.offset))
                if let rarity { weight += min(rarityLimits[place], rarity + rarityBases[place]) }
            }
        }
        return weight >= floor ? (weight, evidence) : nil
    }

    /// How rare the values of a comparison are; nil where that is not asked, or not known.
    func rarity(ofComparison index: Int, _ left: Int32, _ right: Int32) -> Float? {
        let comparison = comparisons[index]
        guard comparison.rarity >= 0 else { return nil }
        let offset = Int(comparison.offset)
        return rarities[Int(comparison.rarity)].rarity(row(left) + offset, row(right) + offset)
    }

    /// How far a comparison's two values agree, from 1; 0 where one is missing or nothing holds.
    func level(of comparison: CompiledComparison, _ left: Row, _ right: Row) -> Int {
        var index = Int(comparison.firstStep)
        while index < Int(comparison.endStep) {
            if holds(steps[index], left, right) { return Int(steps[index].level) }
            index += 1
        }
        return 0
    }

    /// Whether something forbids or makes doubtful that two rows are one person's.
    ///
    /// - Parameter weight: of the evidence that would join them, or the clusters that they stand in.
    func compatibility(_ left: Int32, _ right: Int32, weight: Float) -> Compatibility {
        let (one, other) = (row(left), row(right))
        var outcome = Compatibility.free
        for constraint in constraints where constraint.compatibility > outcome && weight < constraint.below {
            let (start, middle, end) = (constraint.firstWhen, constraint.endWhen, constraint.endUnless)
            guard (start..<middle).allSatisfy({ holdsClause(steps[Int($0)], one, other) }),
                !(middle..<end).contains(where: { holdsClause(steps[Int($0)], one, other) })
            else { continue }
            outcome = constraint.compatibility
        }
        return outcome
    }

    /// Whether a clause holds: unlike a level's condition it may be negated, and then needs both values, too.
    func holdsClause(_ step: MatchStep, _ left: Row, _ right: Row) -> Bool {
        if !step.isNegated { return holds(step, left, right) }
        var always = step
        always.kind = .always
        return holds(always, left, right) && !holds(step, left, right)
    }

    /// Whether a date, in digits `yyyymmdd`, has no day; one that is not known has none.
    static func lacksDay(_ date: UInt32) -> Bool { date % 100 == 0 }

    func holds(_ step: MatchStep, _ left: Row, _ right: Row) -> Bool {
        let (one, other) = (left + Int(step.offset), right + Int(step.offset))
        switch step.kind {
        case .codeNeither:
            return Int32(bitPattern: one[0]) != step.argument && Int32(bitPattern: other[0]) != step.argument
        case .datePartial: return Self.lacksDay(one[0]) || Self.lacksDay(other[0])
        case .textSwapped: return isSwapped(step, left, right)
        case .textEqualsOther: return equalsOther(step, left, right)
        case .numberEqual, .numberOneDigit, .numberEdits, .numberWithin: return holdsForNumbers(step, one, other)
        default: break
        }
        if one[0] == 0 || other[0] == 0 { return false }
        switch step.kind {
        case .textEqual, .codeEqual: return one[0] == other[0]
        case .date: return DatePair(one[0], other[0]).holds(step.date, argument: step.argument)
        case .textKey: return one[1] == other[1]
        case .textUnaccented:
            return one[1] == other[1] && !(hasAccents[Int(one[0])] && hasAccents[Int(other[0])])
        case .textSameEnds:
            return firstWords[Int(one[1])] == firstWords[Int(other[1])]
                && lastWords[Int(one[1])] == lastWords[Int(other[1])]
        case .always: return true
        default: return holdsForKeys(step, one[1], other[1])
        }
    }

    private func holdsForNumbers(_ step: MatchStep, _ one: Row, _ other: Row) -> Bool {
        let left = UInt64(one[0]) | UInt64(one[1]) << 32
        let right = UInt64(other[0]) | UInt64(other[1]) << 32
        if left == 0 || right == 0 { return false }
        switch step.kind {
        case .numberEqual: return left == right
        case .numberOneDigit: return isOneDigitApart(left, right)
        case .numberWithin: return max(left, right) - min(left, right) <= UInt64(step.argument)
        default:
            return withDigits(of: left) { one in
                withDigits(of: right) { isWithinEdits(Int(step.argument), one, $0) }
            }
        }
    }

    @inline(__always) func key(_ code: UInt32) -> KeyBytes {
        let start = Int(keyStarts[Int(code)])
        return KeyBytes(start: keyBytes + start, count: Int(keyStarts[Int(code) + 1]) - start)
    }

    private func holdsForKeys(_ step: MatchStep, _ left: UInt32, _ right: UInt32) -> Bool {
        let (one, other) = (key(left), key(right))
        if one.isEmpty || other.isEmpty { return false }
        switch step.kind {
        case .textEdits:
            return min(one.count, other.count) >= Int(step.least) && isWithinEdits(Int(step.argument), one, other)
        case .textSimilar: return jaroWinkler(one, other) >= Double(step.number)
        case .textSameWords: return haveSameWords(one, other)
        case .textLacksWord:
            let sharesEnd =
                firstWords[Int(left)] == firstWords[Int(right)] || lastWords[Int(left)] == lastWords[Int(right)]
            return sharesEnd && lacksWord(one, other)
        case .textContains: return containsWords(one, other)
        case .textInitial: return min(one.count, other.count) == 1 && one[0] == other[0]
        case .textBeginning: return sharesBeginning(one, other, least: Int(step.argument))
        case .textSound: return soundex(one) == soundex(other)
        default: return false
        }
    }

    private func isSwapped(_ step: MatchStep, _ left: Row, _ right: Row) -> Bool {
        let (one, other) = (left[Int(step.offset) + 1], right[Int(step.offset) + 1])
        return one != 0 && other != 0 && one == right[Int(step.other) + 1] && other == left[Int(step.other) + 1]
    }

    private func equalsOther(_ step: MatchStep, _ left: Row, _ right: Row) -> Bool {
        let (one, other) = (left[Int(step.offset) + 1], right[Int(step.offset) + 1])
        return one != 0 && one == right[Int(step.other) + 1] || other != 0 && other == left[Int(step.other) + 1]
    }
}
