// The evidence of a clustering as it is kept for whoever asks later why.

public import Personnel

extension Clustering {
    /// The links that joined rows, and those that wait for a decision, in order of the two records.
    public var records: [MatchRecord] {
        var records: [MatchRecord] = []
        records.reserveCapacity(joins.count + reviews.count)
        for (links, isJoin) in [(joins, true), (reviews, false)] {
            for link in links {
                records.append(
                    MatchRecord(
                        left: link.left, right: link.right, isJoin: isJoin, isDecided: link.isDecided,
                        weight: link.weight, levels: link.evidence.packed))
            }
        }
        records.sort { ($0.left, $0.right) < ($1.left, $1.right) }
        return records
    }
}

extension Deduplicator {
    /// What the evidence of one of its clusterings is worth.
    public func scale(of clustering: Clustering) -> MatchScale? {
        guard let wording = clustering.wording else { return nil }
        var scale = MatchScale(prior: Double(wording.prior), join: joinWeight, review: model.reviewWeight)
        for (comparison, names) in wording.levelNames.enumerated() {
            for (index, name) in names.enumerated() {
                scale.levels.append(
                    MatchScale.Level(
                        comparison: comparison, level: index + 1, field: wording.labels[comparison], name: name,
                        bits: Double(wording.weights[comparison][index])))
            }
        }
        return scale
    }
}
