// The outcome of comparing two rows: a level for each comparison, and the words in which it is told.

/// The level of each comparison of two rows, four bits each: 0 where a row has no value, else the level's position + 1.
struct MatchEvidence: Hashable, Sendable {
    var packed: UInt64 = 0

    subscript(comparison: Int) -> Int {
        get { Int(packed >> UInt64(comparison * 4) & 15) }
        set {
            let shift = UInt64(comparison * 4)
            packed = packed & ~(15 << shift) | UInt64(newValue) << shift
        }
    }
}

/// A piece of evidence: what was compared, how it came out, and what that is worth.
public struct EvidencePiece: Sendable, Equatable {
    /// The comparison's label; `prior` and `frequency` for the two pieces that are no comparison.
    public var comparison: String
    /// The level's name; empty for the two.
    public var level: String
    /// The base-2 logarithm of how much likelier it makes that the rows are one person's.
    public var bits: Float
}

/// The words and weights of a model's levels.
struct EvidenceWording: Sendable {
    let labels: [String]
    let levelNames: [[String]]
    let weights: [[Float]]
    let prior: Float
    private let lines: [[String]]

    init(model: MatchModel, prior: Float) {
        labels = model.comparisons.map(\.label)
        levelNames = model.comparisons.map { $0.levels.map(\.name) }
        weights = model.comparisons.map { $0.levels.map(\.weight) }
        lines = model.comparisons.map { comparison in comparison.levels.map { "\(comparison.label): \($0.name)" } }
        self.prior = prior
    }

    /// One line a comparison (`full_name: equal`), those without evidence left out.
    func lines(of evidence: MatchEvidence) -> [String] {
        lines.indices.compactMap { evidence[$0] == 0 ? nil : lines[$0][evidence[$0] - 1] }
    }

    /// The lines of several pairs of rows, each once, in order of comparison and then of level.
    func lines(of several: some Collection<MatchEvidence>) -> [String] {
        lines.indices.flatMap { comparison in
            let levels = several.reduce(into: UInt16(0)) { $0 |= 1 << UInt16($1[comparison]) }
            return lines[comparison].indices.filter { levels >> UInt16($0 + 1) & 1 == 1 }.map { lines[comparison][$0] }
        }
    }

    /// What makes up a weight: the prior, each comparison, and how common or rare the values are.
    func pieces(of evidence: MatchEvidence, weight: Float) -> [EvidencePiece] {
        var pieces = [EvidencePiece(comparison: "prior", level: "", bits: prior)]
        for comparison in labels.indices where evidence[comparison] > 0 {
            let level = evidence[comparison] - 1
            pieces.append(
                EvidencePiece(
                    comparison: labels[comparison], level: levelNames[comparison][level],
                    bits: weights[comparison][level]))
        }
        let rest = weight - pieces.reduce(0) { $0 + $1.bits }
        if abs(rest) >= 0.05 { pieces.append(EvidencePiece(comparison: "frequency", level: "", bits: rest)) }
        return pieces
    }
}
