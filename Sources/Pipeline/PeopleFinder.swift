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
        let fingerprints = RowFingerprints.of(register)
        var origins = try tracedOrigins(of: register, fingerprints)
        let resolution = DecisionResolver(origins: origins, decisions: decisions).resolve()
        origins = resolution.origins
        let clustering = deduplicator.cluster(
            register, units: units, decisions: resolution.pairs, threads: threads)
        let survivors = Survivorship(threads: threads).people(from: clustering, register: register, origins: origins)
        return Findings(
            survivors: survivors, links: clustering.records, scale: deduplicator.scale(of: clustering),
            unfit: resolution.unfit)
    }

    private func tracedOrigins(of register: Register, _ fingerprints: [UInt64]) throws -> RowOrigins {
        if let known {
            return try RowTracer(ledger: known.ledger).trace(
                register, fingerprints: fingerprints, traces: known.traces)
        }
        if decisions.isEmpty { return RowOrigins(fingerprints: fingerprints) }
        // In a fresh folder decisions are about the people that there would be without them.
        let undecided = Survivorship(threads: threads).people(
            from: deduplicator.cluster(register, units: units, threads: threads), register: register)
        return RowTracer.origins(of: register, fingerprints: fingerprints, undecided: undecided)
    }
}
