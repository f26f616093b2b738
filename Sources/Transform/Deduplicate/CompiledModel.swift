// A model made ready for a table: names become positions of words, conditions become steps.

import Glibc
import Vietnamese

/// One question to two rows.
struct MatchStep: Sendable {
    enum Kind: UInt8, Sendable {
        case textEqual, textKey, textUnaccented, textEdits, textSimilar, textSameWords, textSameEnds, textLacksWord
        case textContains, textInitial, textBeginning, textSound, textSwapped, textEqualsOther
        case date, datePartial
        case numberEqual, numberOneDigit, numberEdits, numberWithin
        case codeEqual, codeNeither
        case always
    }

    var kind: Kind
    var date = DateCondition.different
    /// The level that it gives, from 1.
    var level: UInt8 = 0
    var isNegated = false
    /// Where the field is in a row, and the other field where there is one.
    var offset: Int32
    var other: Int32 = 0
    var argument: Int32 = 0
    var least: Int32 = 0
    var number: Float = 0
}

/// A comparison: its steps, and where its weights are.
struct CompiledComparison: Sendable {
    var offset: Int32
    var firstStep: Int32
    var endStep: Int32
    /// The position of its rarities; negative where no level asks for them.
    var rarity: Int32
}

/// A constraint: its clauses as steps.
struct CompiledConstraint: Sendable {
    var compatibility: Compatibility
    var firstWhen: Int32
    var endWhen: Int32
    /// Those that lift it go on from there.
    var endUnless: Int32
    /// It applies to evidence that weighs less.
    var below: Float
}

/// A model's comparisons and constraints for one table.
struct CompiledModel: Sendable {
    /// Room for each comparison's levels, missing included.
    static let levelStride = 16

    let model: MatchModel
    let comparisons: [CompiledComparison]
    let constraints: [CompiledConstraint]
    let steps: [MatchStep]
    /// By comparison and level: log2(m / u); 0 for missing.
    var weights: [Float]
    /// By comparison and level: the most that rarity adds; negative infinity where it adds nothing.
    var rarityLimits: [Float]
    /// By comparison and level: log2(u) of equal values, or the negative mean rarity of others.
    var rarityBases: [Float]

    init(_ model: MatchModel, layout: RowLayout, values: ValueTable) {
        self.model = model
        var steps: [MatchStep] = []
        func step(_ condition: MatchCondition, _ slot: RowLayout.Slot) -> MatchStep? {
            MatchStep(condition, slot: slot, layout: layout, values: values)
        }
        func clauses(_ clauses: [MatchClause]) -> Range<Int> {
            let start = steps.count
            for clause in clauses {
                if let step = MatchStep(clause, layout: layout, values: values) { steps.append(step) }
            }
            return start..<steps.count
        }
        var rarities: Int32 = 0
        comparisons = model.comparisons.compactMap { comparison in
            guard let slot = layout.slot(comparison.field) else { return nil }
            let start = steps.count
            for (index, level) in comparison.levels.enumerated() {
                for condition in level.conditions {
                    guard var compiled = step(condition, slot) else { continue }
                    compiled.level = UInt8(index + 1)
                    steps.append(compiled)
                }
            }
            let asksRarity = comparison.levels.contains { $0.frequencyLimit != nil }
            if asksRarity { rarities += 1 }
            return CompiledComparison(
                offset: Int32(slot.offset), firstStep: Int32(start),
                endStep: Int32(steps.count), rarity: asksRarity ? rarities - 1 : -1)
        }
        constraints = model.constraints.map { constraint in
            let (when, unless) = (clauses(constraint.when), clauses(constraint.unless))
            return CompiledConstraint(
                compatibility: constraint.verdict == .forbid ? .forbidden : .doubtful,
                firstWhen: Int32(when.lowerBound), endWhen: Int32(when.upperBound), endUnless: Int32(unless.upperBound),
                below: constraint.below.map { Float($0) } ?? .infinity)
        }
        self.steps = steps
        (weights, rarityLimits, rarityBases) = ([], [], [])
        weigh(model)
    }

    /// Takes the weights of a model that differs from the compiled one in its probabilities alone.
    mutating func weigh(_ model: MatchModel) {
        let count = comparisons.count * Self.levelStride
        weights = Array(repeating: 0, count: count)
        rarityLimits = Array(repeating: -.infinity, count: count)
        rarityBases = weights
        for (index, comparison) in model.comparisons.enumerated() {
            for (position, level) in comparison.levels.enumerated() {
                let place = index * Self.levelStride + position + 1
                weights[place] = level.weight
                guard let limit = level.frequencyLimit else { continue }
                rarityLimits[place] = Float(limit)
                rarityBases[place] = level.meanRarity.map { -Float($0) } ?? Float(log2(level.u))
            }
        }
    }
}

extension MatchLevel {
    /// log2(m / u).
    public var weightInBits: Double { log2(m / u) }
    var weight: Float { Float(weightInBits) }
}

extension MatchStep {
    /// A clause of a constraint or a blocking rule, where `different` means no more than “not equal”.
    init?(_ clause: MatchClause, layout: RowLayout, values: ValueTable) {
        guard let slot = layout.slot(clause.field) else { return nil }
        let isDifferent = clause.condition == .different
        self.init(isDifferent ? .equal : clause.condition, slot: slot, layout: layout, values: values)
        isNegated = clause.isNegated != isDifferent
    }

    /// Nil where the condition does not fit the field, or the other field is not there.
    init?(_ condition: MatchCondition, slot: RowLayout.Slot, layout: RowLayout, values: ValueTable) {
        let kind = slot.field.kind
        guard condition.fits(kind) else { return nil }
        self.init(kind: .always, offset: Int32(slot.offset))
        if let name = condition.otherField {
            guard let slot = layout.slot(name), slot.field.kind == .text else { return nil }
            other = Int32(slot.offset)
        }
        switch condition {
        case .equal:
            switch kind {
            case .text: self.kind = .textEqual
            case .date: setDate(.equal)
            case .number: self.kind = .numberEqual
            case .code: self.kind = .codeEqual
            }
        case .sameKey: self.kind = .textKey
        case .unaccented: self.kind = .textUnaccented
        case .edits(let count, let least):
            self.kind = kind == .text ? .textEdits : .numberEdits
            (argument, self.least) = (Int32(count), Int32(least))
        case .similar(let least):
            self.kind = .textSimilar
            number = Float(least)
        case .sameWords: self.kind = .textSameWords
        case .sameEnds: self.kind = .textSameEnds
        case .lacksWord: self.kind = .textLacksWord
        case .containsWords: self.kind = .textContains
        case .initial: self.kind = .textInitial
        case .beginning(let least):
            self.kind = .textBeginning
            argument = Int32(least)
        case .soundsAlike: self.kind = .textSound
        case .swapped: self.kind = .textSwapped
        case .equals: self.kind = .textEqualsOther
        case .sameMonth: setDate(.sameMonth)
        case .sameYear: setDate(.sameYear)
        case .dayAndMonthSwapped: setDate(.dayAndMonthSwapped)
        case .yearsApart(let count):
            setDate(.yearsApart)
            argument = Int32(count)
        case .twoParts: setDate(.twoParts)
        case .otherYear: setDate(.otherYear)
        case .oneDigit: if kind == .date { setDate(.oneDigit) } else { self.kind = .numberOneDigit }
        case .within(let count):
            self.kind = .numberWithin
            argument = Int32(count)
        case .partial: self.kind = .datePartial
        case .neither(let code):
            self.kind = .codeNeither
            let hash = stableHash(of: iyKey(code))
            argument = (0..<values.keyCount).first { values.keyHashes[$0] == hash }.map { Int32($0) } ?? -1
        case .different: break
        }
    }

    private mutating func setDate(_ condition: DateCondition) {
        (kind, date) = (.date, condition)
    }
}
