// The outcome of matching: which rows are one person, why, and which pairs a person must decide.

import Glibc

/// The rows of a register parted into people.
public struct Clustering: Sendable {
    /// The positions in the register of each cluster's records, ascending; clusters in order of their first record.
    public var clusters = ClusterList()
    /// Two rows whose evidence joined their clusters, in order of cluster, then of weight.
    public var joins: [Link] = []
    /// Two rows of different clusters that may be one person, the strongest for each pair of clusters.
    public var reviews: [Link] = []
    /// Positions in the decisions' `same` of those that decisions for `different` forbid, ascending.
    public var contradicted: [Int] = []
    /// What each blocking rule brought together.
    public var blocking: [BlockingCount] = []
    var wording: EvidenceWording?

    init() {}

    /// The evidence between two rows.
    public struct Link: Sendable {
        /// Positions in `clusters`, left <= right; equal for a join.
        public var leftCluster: Int32
        public var rightCluster: Int32
        /// The positions of the two records.
        public var left: Int32
        public var right: Int32
        /// The base-2 logarithm of the odds that the rows are one person's.
        public var weight: Float
        var evidence: MatchEvidence
        /// Whether people decided it, whatever the weight.
        public var isDecided = false

        /// The probability that the rows are one person's.
        public var probability: Double { 1 / (1 + exp2(-Double(weight))) }
    }

    /// What a link rests on: one line a comparison (`full_name: equal`), those without evidence left out.
    public func lines(of link: Link) -> [String] { wording?.lines(of: link.evidence) ?? [] }

    /// What several links rest on, each line once, in order of comparison, then from the best level to the worst.
    public func lines(of links: some Collection<Link>) -> [String] { wording?.lines(of: links.map(\.evidence)) ?? [] }

    /// What makes up a link's weight: the prior, each comparison, and how common the values are; in all the weight.
    public func pieces(of link: Link) -> [EvidencePiece] {
        wording?.pieces(of: link.evidence, weight: link.weight) ?? []
    }
}
