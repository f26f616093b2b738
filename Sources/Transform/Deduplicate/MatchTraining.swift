// m, u and the prior estimated from the rows themselves, without anybody telling which rows are one person.

import Glibc

/// Estimates a model's probabilities by expectation-maximisation (Winkler 1988) over the pairs that share a block.
///
/// The blocks bring together nearly all pairs of one person, so that what is counted there holds for all. `u` is counted
/// over pairs picked at random, equal values over all pairs, and what pairs of one person add to either is taken off
/// again. The outcome depends on what the rows say, not on their order or on the number of threads.
struct MatchTraining {
    private let table: MatchTable
    private let threads: Int

    /// Pairs that are looked at; of more, as many are drawn by a hash of what the two rows say.
    static let largestSample = 2_000_000
    static let randomPairs = 1_000_000
    private static let mostRounds = 100
    /// Estimates that move less than this from one round to the next are good.
    private static let precision = 0.0005
    /// How many pairs the probabilities of the model's file weigh as much as.
    private static let faith = 5.0

    init(table: MatchTable, threads: Int) {
        self.table = table
        self.threads = threads
    }

    func estimate(_ model: MatchModel) -> MatchModel {
        var model = model
        let rows = Double(max(2, table.count))
        model.population = model.population ?? rows
        guard table.count > 2, !model.comparisons.isEmpty else { return model }
        let scorer = PairScorer(table: table, model: model)
        let pairs = sample(scorer)
        let chance = ChanceCounts(scorer)
        chance.setU(of: &model, taking: TrueCounts(model))
        for _ in 0..<Self.mostRounds {
            let before = model
            let counts = expectation(pairs, PairScorer(table: table, model: model, rarities: scorer.rarities))
            maximise(&model, counts)
            chance.setU(of: &model, taking: counts)
            if Self.change(from: before, to: model) < Self.precision { break }
        }
        return model
    }

    /// The largest change of an `m`, or of the prior as a share of itself.
    private static func change(from old: MatchModel, to new: MatchModel) -> Double {
        let prior = abs((old.population ?? 1) / (new.population ?? 1) - 1)
        return zip(old.comparisons, new.comparisons).reduce(prior) { largest, pair in
            zip(pair.0.levels, pair.1.levels).reduce(largest) { max($0, abs($1.0.m - $1.1.m)) }
        }
    }

    /// Two rows that share a block.
    private struct Pair: Sendable {
        var left: Int32
        var right: Int32
        /// How many pairs it stands for.
        var weight: Float
    }

    private func sample(_ scorer: PairScorer) -> [Pair] {
        let counts = inParallel(scorer.model.blocking.count, threads: threads) { rule in
            CandidatePairs(scorer).forEachPair(ofRule: rule) { _, _ in }.pairs
        }
        let every = UInt64(max(1, counts.reduce(0, +) / Self.largestSample))
        let table = table
        let found = inParallel(scorer.model.blocking.count, threads: threads) { rule in
            var pairs: [Pair] = []
            _ = CandidatePairs(scorer).forEachPair(ofRule: rule) { left, right in
                let hash = mixed(table.contentHashes.base[Int(left)], table.contentHashes.base[Int(right)])
                if hash % every == 0 { pairs.append(Pair(left: left, right: right, weight: Float(every))) }
            }
            return pairs
        }
        return found.flatMap { $0 }
    }

    /// How often each level holds between rows of one person, each pair as likely as the model says.
    private func expectation(_ pairs: [Pair], _ scorer: PairScorer) -> TrueCounts {
        let parts = Transform.pieces(of: pairs.count, 64)
        let model = scorer.model
        let counted = inParallel(parts.count, threads: threads) { part in
            withExtendedLifetime(scorer) {
                var counts = TrueCounts(model)
                let view = scorer.view
                for pair in pairs[parts[part]] {
                    guard let (weight, evidence) = view.score(pair.left, pair.right, floor: -20) else { continue }
                    let probability = Double(pair.weight) / (1 + exp2(-Double(weight)))
                    counts.add(evidence, probability) { view.rarity(ofComparison: $0, pair.left, pair.right) }
                }
                return counts
            }
        }
        return counted.reduce(into: TrueCounts(model)) { $0.add($1) }
    }

    private func maximise(_ model: inout MatchModel, _ counts: TrueCounts) {
        let total = Double(table.count) * Double(table.count - 1) / 2
        model.population = total / max(0.5, min(counts.pairs, total / 2))
        for comparison in model.comparisons.indices {
            let present = counts.levels[comparison].reduce(0, +)
            for level in model.comparisons[comparison].levels.indices {
                let start = counts.start[comparison][level]
                let m = (counts.levels[comparison][level] + Self.faith * start) / (present + Self.faith)
                model.comparisons[comparison].levels[level].m = max(1e-6, m)
            }
        }
    }
}

/// What is counted over pairs of one person.
struct TrueCounts: Sendable {
    /// By comparison and level.
    private(set) var levels: [[Double]]
    /// The same, each pair as often as its value is rare.
    private(set) var rarities: [[Double]]
    private(set) var pairs = 0.0
    /// The probabilities of the model's file, brought to the sum of 1.
    let start: [[Double]]

    init(_ model: MatchModel) {
        levels = model.comparisons.map { $0.levels.map { _ in 0 } }
        rarities = levels
        start = model.comparisons.map { comparison in
            let sum = comparison.levels.reduce(0) { $0 + $1.m }
            return comparison.levels.map { $0.m / sum }
        }
    }

    mutating func add(_ evidence: MatchEvidence, _ probability: Double, rarity: (Int) -> Float?) {
        pairs += probability
        for comparison in levels.indices where evidence[comparison] > 0 {
            levels[comparison][evidence[comparison] - 1] += probability
            if let bits = rarity(comparison) {
                rarities[comparison][evidence[comparison] - 1] += probability * exp2(Double(bits))
            }
        }
    }

    mutating func add(_ other: TrueCounts) {
        pairs += other.pairs
        for comparison in levels.indices {
            for level in levels[comparison].indices {
                levels[comparison][level] += other.levels[comparison][level]
                rarities[comparison][level] += other.rarities[comparison][level]
            }
        }
    }
}

/// How often each level holds between rows picked at random.
private struct ChanceCounts {
    private let total: Double
    /// Pairs drawn, and by comparison and level how often it held, plainly and as often as the value is rare.
    private var drawn = 0.0
    private var levels: [[Double]]
    private var rarities: [[Double]]
    /// By comparison: pairs of all rows with equal values, and with a value at all; nil where that is not the first level.
    private let equals: [(equal: Double, present: Double)?]
    private let start: [[Double]]

    init(_ scorer: PairScorer) {
        let table = scorer.table
        let count = table.count
        total = Double(count) * Double(count - 1) / 2
        levels = scorer.model.comparisons.map { $0.levels.map { _ in 0 } }
        rarities = levels
        start = scorer.model.comparisons.map { $0.levels.map(\.u) }
        equals = scorer.model.comparisons.map { comparison in
            guard comparison.levels.first?.conditions == [.equal], let slot = table.layout.slot(comparison.field) else {
                return nil
            }
            return Self.equalPairs(table, slot)
        }
        let view = scorer.view
        func draw(_ left: Int, _ right: Int) {
            drawn += 1
            guard let (_, evidence) = view.score(Int32(left), Int32(right)) else { return }
            for comparison in levels.indices where evidence[comparison] > 0 {
                levels[comparison][evidence[comparison] - 1] += 1
                if let bits = view.rarity(ofComparison: comparison, Int32(left), Int32(right)) {
                    rarities[comparison][evidence[comparison] - 1] += exp2(Double(bits))
                }
            }
        }
        withExtendedLifetime(scorer) {
            if total <= Double(MatchTraining.randomPairs) {
                for left in 0..<count { for right in left + 1..<max(count, left + 1) { draw(left, right) } }
                return
            }
            // Canonical order is an order of hashes: any distance pairs rows at random.
            for round in 0..<MatchTraining.randomPairs / count + 1 {
                let distance = 1 + Int(mixed(UInt64(round), 0x5eed) % UInt64(count - 1))
                for left in stride(from: 0, to: count, by: max(1, count / MatchTraining.randomPairs)) {
                    draw(left, (left + distance) % count)
                }
            }
        }
    }

    /// Sets `u`: what was counted by chance without what pairs of one person had part in it.
    func setU(of model: inout MatchModel, taking counts: TrueCounts) {
        let share = drawn / total
        for comparison in model.comparisons.indices {
            let present = max(1, levels[comparison].reduce(0, +) - counts.levels[comparison].reduce(0, +) * share)
            for level in model.comparisons[comparison].levels.indices {
                let held = max(0, levels[comparison][level] - counts.levels[comparison][level] * share)
                var u = (held + start[comparison][level]) / (present + 1)
                if level == 0, let (equal, all) = equals[comparison] {
                    let others = all - counts.levels[comparison].reduce(0, +)
                    u = max(0.5, equal - counts.levels[comparison][0]) / max(1, others)
                } else if model.comparisons[comparison].levels[level].frequencyLimit != nil {
                    let rarity = rarities[comparison][level] - counts.rarities[comparison][level] * share
                    let mean = max(1, rarity) / max(1, held)
                    model.comparisons[comparison].levels[level].meanRarity = log2(max(1, mean))
                }
                model.comparisons[comparison].levels[level].u = min(1, max(1e-12, u))
            }
        }
    }

    private static func equalPairs(_ table: MatchTable, _ slot: RowLayout.Slot) -> (equal: Double, present: Double) {
        var values: [UInt64] = []
        let (rows, width) = (table.words.base, table.layout.width)
        for row in 0..<table.count {
            let cell = rows + row * width + slot.offset
            var value = UInt64(cell[0])
            if slot.field.kind == .number { value |= UInt64(cell[1]) << 32 }
            if value != 0 { values.append(value) }
        }
        values.sort()
        var (equal, start) = (0.0, 0)
        while start < values.count {
            var end = start + 1
            while end < values.count, values[end] == values[start] { end += 1 }
            let isFull = slot.field.kind != .date || values[start] % 100 != 0
            if isFull { equal += Double(end - start) * Double(end - start - 1) / 2 }
            start = end
        }
        return (equal, Double(values.count) * Double(values.count - 1) / 2)
    }
}
