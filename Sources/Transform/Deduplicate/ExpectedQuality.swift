// What a model expects of its own verdicts: how many are wrong and how many missed, without any labels.

import Glibc

/// The precision and recall that the probabilities of the links promise for a threshold.
public struct ExpectedQuality: Sendable, Equatable {
    public var joinWeight: Double
    public var precision: Double
    public var recall: Double

    public var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    /// The threshold with the best balance of precision and recall.
    ///
    /// - Parameter links: in order of weight, the heaviest first, down to where a pair is hardly one person's.
    static func best(_ links: [MatchLink]) -> ExpectedQuality {
        let all = links.reduce(0.0) { $0 + probability($1) }
        var best = ExpectedQuality(joinWeight: 7, precision: 1, recall: 0)
        var found = 0.0
        for (index, link) in links.enumerated() {
            found += probability(link)
            if index + 1 < links.count, links[index + 1].weight == link.weight { continue }
            let here = ExpectedQuality(
                joinWeight: Double(link.weight), precision: found / Double(index + 1), recall: found / all)
            if here.f1 > best.f1 { best = here }
        }
        return best
    }

    /// What a given threshold promises.
    static func at(_ weight: Double, _ links: [MatchLink]) -> ExpectedQuality {
        let all = links.reduce(0.0) { $0 + probability($1) }
        let joined = links.prefix { Double($0.weight) >= weight }
        let found = joined.reduce(0.0) { $0 + probability($1) }
        return ExpectedQuality(
            joinWeight: weight, precision: joined.isEmpty ? 1 : found / Double(joined.count),
            recall: all == 0 ? 1 : found / all)
    }

    private static func probability(_ link: MatchLink) -> Double { 1 / (1 + exp2(-Double(link.weight))) }
}
