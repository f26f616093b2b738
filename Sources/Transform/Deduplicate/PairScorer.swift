// The weight of the evidence between two rows of a table.

import Glibc

/// A model at work on a table.
final class PairScorer: Sendable {
    let table: MatchTable
    let compiled: CompiledModel
    /// The logarithm of the odds that two rows picked at random are one person's.
    let prior: Float
    private let comparisons: FrozenArray<CompiledComparison>
    private let constraints: FrozenArray<CompiledConstraint>
    private let steps: FrozenArray<MatchStep>
    private let weights: FrozenArray<Float>
    private let rarityLimits: FrozenArray<Float>
    private let rarityBases: FrozenArray<Float>
    private let mostFrom: FrozenArray<Float>
    let rarities: [RarityTable]

    var model: MatchModel { compiled.model }

    /// - Parameter rarities: those of an earlier scorer of the same table and model; nil: counted now.
    init(table: MatchTable, model: MatchModel, rarities known: [RarityTable]? = nil) {
        self.table = table
        compiled = CompiledModel(model, layout: table.layout, values: table.values)
        rarities = known ?? Self.rarities(of: table, model: model)
        prior = -Float(log2(max(2, model.population ?? Double(table.count))))
        comparisons = FrozenArray(compiled.comparisons)
        constraints = FrozenArray(compiled.constraints)
        steps = FrozenArray(compiled.steps)
        weights = FrozenArray(compiled.weights)
        rarityLimits = FrozenArray(compiled.rarityLimits)
        rarityBases = FrozenArray(compiled.rarityBases)
        mostFrom = FrozenArray(Self.mostFrom(compiled, rarities))
    }

    private static func rarities(of table: MatchTable, model: MatchModel) -> [RarityTable] {
        model.comparisons.compactMap { comparison in
            guard comparison.levels.contains(where: { $0.frequencyLimit != nil }),
                let slot = table.layout.slot(comparison.field)
            else { return nil }
            let share = comparison.levels.first { $0.meansOneKey }?.u ?? 0.001
            return RarityTable(table, slot: slot, share: share, background: model.background)
        }
    }

    private static func mostFrom(_ compiled: CompiledModel, _ rarities: [RarityTable]) -> [Float] {
        var most = [Float](repeating: 0, count: compiled.comparisons.count + 1)
        let largest = rarities.map(\.largest)
        for index in compiled.comparisons.indices.reversed() {
            let start = index * CompiledModel.levelStride
            let best = (start..<start + CompiledModel.levelStride).reduce(Float(0)) { best, place in
                guard compiled.comparisons[index].rarity >= 0, compiled.rarityLimits[place] > -.infinity else {
                    return max(best, compiled.weights[place])
                }
                let rarity = largest[Int(compiled.comparisons[index].rarity)] + compiled.rarityBases[place]
                return max(best, compiled.weights[place] + min(compiled.rarityLimits[place], rarity))
            }
            most[index] = most[index + 1] + best
        }
        return most
    }

    /// What the inner loops work on; not to be used beyond the life of the scorer.
    var view: ScoringView {
        ScoringView(
            rows: table.words.base, width: table.layout.width,
            comparisons: UnsafeBufferPointer(start: comparisons.base, count: comparisons.count),
            constraints: UnsafeBufferPointer(start: constraints.base, count: constraints.count), steps: steps.base,
            weights: weights.base, rarityLimits: rarityLimits.base, rarityBases: rarityBases.base,
            mostFrom: mostFrom.base, rarities: rarities, hasAccents: table.values.hasAccents.base,
            firstWords: table.values.firstWords.base, lastWords: table.values.lastWords.base,
            keyStarts: table.values.keyStarts.base, keyBytes: table.values.keyBytes.base, prior: prior)
    }

    /// The logarithm to base 2 of the odds that two rows are one person's, and what it rests on.
    func score(_ left: Int32, _ right: Int32) -> (weight: Float, evidence: MatchEvidence) {
        withExtendedLifetime(self) { view.score(left, right) ?? (0, MatchEvidence()) }
    }

    /// The words and weights of the model's levels.
    var wording: EvidenceWording { EvidenceWording(model: model, prior: prior) }
}
