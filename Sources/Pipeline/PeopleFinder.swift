// From rows to people: who was known before, what people decided on who is who, matching, and the ids.

import Personnel
import Transform

/// Finds the people of a register, each with the id that the person had before.
struct PeopleFinder {
    let deduplicator: Deduplicator
    /// The units that records refer to by position.
    let units: [OldUnit]
    let threads: Int
    /// The people of the run before; nil for the first run.
    let known: KnownPeople?
    /// In the order in which they were entered.
    let decisions: [IdentityDecision]

    /// People, and the decisions that fit nobody.
    struct Findings {
        var survivors: Survivors
        /// The evidence behind merges and questions, and what it is worth.
        var links: [MatchRecord]
        var scale: MatchScale?
        var unfit: [UnfitIdentityDecision]
    }

    /// - Throws: whatever reading the run before throws.
    func find(in register: Register) throws -> Findings {
        let (clustering, origins, unfit) = try cluster(register)
        let survivors = Survivorship(threads: threads).people(from: clustering, register: register, origins: origins)
        return Findings(
            survivors: survivors, links: clustering.records, scale: deduplicator.scale(of: clustering), unfit: unfit)
    }

    /// The rows parted into people, whence each row is, and the decisions that fit nobody.
    ///
    /// What matching works on is as large as the register itself, and is gone before people are made.
    private func cluster(
        _ register: Register
    ) throws -> (clustering: Clustering, origins: RowOrigins, unfit: [UnfitIdentityDecision]) {
        let fingerprints = RowFingerprints.of(register, threads: threads)
        var weighed: WeighedRegister?
        var origins: RowOrigins
        if let known {
            origins = try RowTracer(ledger: known.ledger).trace(
                register, fingerprints: fingerprints, traces: known.traces)
        } else if decisions.isEmpty {
            origins = RowOrigins(fingerprints: fingerprints)
        } else {
            // In a fresh folder decisions are about the people that there would be without them.
            let rows = deduplicator.weigh(register, units: units, threads: threads)
            let undecided = Survivorship(threads: threads).people(from: rows.clustering(), register: register)
            origins = RowTracer.origins(of: register, fingerprints: fingerprints, undecided: undecided)
            weighed = rows
        }
        let resolution = DecisionResolver(origins: origins, decisions: decisions).resolve()
        origins = resolution.origins
        let rows = weighed ?? deduplicator.weigh(register, units: units, threads: threads)
        return (rows.clustering(resolution.pairs), origins, resolution.unfit)
    }
}
