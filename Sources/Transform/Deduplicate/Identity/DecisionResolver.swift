// Finds the rows that decisions on identity are about, whatever became of ids and rows since they were made.

import Personnel

/// Turns decisions about people and rows of earlier runs into decisions about pairs of records.
///
/// Of two decisions that contradict each other the later counts, and the other is told.
public struct DecisionResolver {
    private let origins: RowOrigins
    private let decisions: [IdentityDecision]
    private let recordsOfOwner: [Int32: [Int32]]
    /// For each person the fingerprints of rows that are not the person's.
    private let markedApart: [Int64: [UInt64]]

    /// - Parameter origins: the rows of this run, traced back.
    /// - Parameter decisions: in the order in which they were entered.
    public init(origins: RowOrigins, decisions: [IdentityDecision]) {
        self.origins = origins
        self.decisions = decisions
        var wanted: Set<Int32> = []
        for decision in decisions {
            for id in decision.subject.people {
                if let identity = origins.identity(id) { wanted.insert(identity) }
                if let identity = origins.current(id).flatMap({ origins.identity($0) }) { wanted.insert(identity) }
            }
        }
        var records: [Int32: [Int32]] = [:]
        for (record, owner) in origins.owners.enumerated() where wanted.contains(owner) {
            records[owner, default: []].append(Int32(record))
        }
        recordsOfOwner = records
        var marked: [Int64: [UInt64]] = [:]
        for decision in decisions where !decision.isSame {
            if case .row(let person, let fingerprint) = decision.subject {
                marked[person, default: []].append(fingerprint)
            }
        }
        markedApart = marked
    }

    /// What decisions come to.
    public struct Resolution {
        public var pairs = PairDecisions()
        public var unfit: [UnfitIdentityDecision] = []
        /// The origins as the decisions see them: rows that are not their former person's are nobody's.
        public var origins: RowOrigins
    }

    /// What the decisions come to for the records of this run.
    public func resolve() -> Resolution {
        var resolution = Resolution(origins: origins)
        var accepted = DecidedGroups()
        for decision in decisions.reversed() {
            let groups: Groups
            switch groupsOfRecords(decision) {
            case .success(let found): groups = found
            case .failure(let reason):
                resolution.unfit.append(UnfitIdentityDecision(decision, reason.reason))
                continue
            }
            if let other = accepted.accept(groups, isSame: decision.isSame, source: decision.source) {
                resolution.unfit.append(UnfitIdentityDecision(decision, .contradicted(by: other)))
                continue
            }
            guard let first = groups.one.first else { continue }
            if decision.isSame {
                resolution.pairs.same += (groups.one.dropFirst() + groups.other).map { (first, $0) }
            } else {
                for one in groups.one { resolution.pairs.different += groups.other.map { (one, $0) } }
                for record in groups.other { resolution.origins.decide(record, isOf: groups.otherOwner) }
            }
        }
        resolution.unfit.reverse()
        return resolution
    }

    /// Two groups of records, each one person's.
    private struct Groups {
        var one: [Int32]
        var other: [Int32]
        /// Whose rows those of `other` are when they are kept apart.
        var otherOwner: Int32
    }

    private struct Obstacle: Error {
        var reason: UnfitIdentityDecision.Reason
    }

    private func groupsOfRecords(_ decision: IdentityDecision) -> Result<Groups, Obstacle> {
        switch decision.subject {
        case .pair(let left, let right): groups(ofPair: left, right, isSame: decision.isSame)
        case .row(let person, let fingerprint): groups(ofRow: fingerprint, person, isSame: decision.isSame)
        }
    }

    private func groups(ofPair left: Int64, _ right: Int64, isSame: Bool) -> Result<Groups, Obstacle> {
        guard let one = origins.identity(left), let other = origins.identity(right) else {
            return .failure(Obstacle(reason: .unknownPerson))
        }
        let (mine, theirs) = (records(of: one), records(of: other))
        if mine.isEmpty || theirs.isEmpty { return .failure(Obstacle(reason: .gone)) }
        if isSame {
            // Where one was merged into the other, its rows are among the other's.
            let shared = Set(mine).intersection(theirs)
            let (left, right) = (mine.filter { !shared.contains($0) }, theirs.filter { !shared.contains($0) })
            let groups = [binding(left), binding(right), binding(shared.sorted())].filter { !$0.isEmpty }
            return .success(Groups(one: groups[0], other: Array(groups.dropFirst().joined()), otherOwner: other))
        }
        // Of one who was merged into the other the rows are known; the rest is the other's.
        let isOtherFormer = origins.ledger.identities[Int(other)].state != .live
        let (apart, rest, owner) = isOtherFormer ? (theirs, mine, other) : (mine, theirs, one)
        let remaining = rest.filter { !apart.contains($0) }
        guard !remaining.isEmpty, one != other else { return .failure(Obstacle(reason: .nothingApart)) }
        return .success(Groups(one: remaining, other: apart, otherOwner: owner))
    }

    private func groups(ofRow fingerprint: UInt64, _ person: Int64, isSame: Bool) -> Result<Groups, Obstacle> {
        guard let identity = origins.identity(person) else { return .failure(Obstacle(reason: .unknownPerson)) }
        let rows = origins.records(ofRow: fingerprint)
        if rows.isEmpty { return .failure(Obstacle(reason: .unknownRow)) }
        var mine = records(of: identity).filter { !rows.contains($0) }
        // Whether rows that are all kept apart from a person are one person's is left to the evidence.
        let marked = Set((markedApart[person] ?? []).flatMap { origins.records(ofRow: $0) })
        let unmarked = mine.filter { !marked.contains($0) }
        if !isSame && !unmarked.isEmpty { mine = unmarked }
        // Rows of one content can't be told apart by it.
        if !isSame && mine.isEmpty && rows.contains(where: { origins.owners[Int($0)] == identity }) {
            return .failure(Obstacle(reason: .nothingApart))
        }
        let groups = Groups(
            one: isSame ? binding(mine) : mine, other: rows,
            otherOwner: owner(ofRowsApart: rows, from: identity))
        return .success(groups)
    }

    /// Rows that are said not to be a person's are nobody's, unless somebody else has them by now.
    private func owner(ofRowsApart rows: [Int32], from identity: Int32) -> Int32 {
        let owner = origins.owners[Int(rows[0])]
        return owner == identity ? RowOrigins.none : owner
    }

    /// The records of an identity in this run; of one no longer in use those that its rows became, else its successor's.
    private func records(of identity: Int32) -> [Int32] {
        if let records = recordsOfOwner[identity] { return records }
        let id = origins.ledger.identities[Int(identity)].id
        let former = Set(
            origins.ledger.formerRows.filter { $0.id == id }.flatMap { origins.records(ofRow: $0.fingerprint) })
        if !former.isEmpty { return former.sorted() }
        guard let current = origins.current(id).flatMap({ origins.identity($0) }) else { return [] }
        return recordsOfOwner[current] ?? []
    }

    /// The rows that a decision for `same` binds: a row that was corrected since is judged anew, unless it is all there is.
    private func binding(_ records: [Int32]) -> [Int32] {
        let unchanged = records.filter { origins.isUnchanged[Int($0)] }
        return unchanged.isEmpty ? records : unchanged
    }
}

extension IdentityDecision.Subject {
    fileprivate var people: [Int64] {
        switch self {
        case .pair(let left, let right): [left, right]
        case .row(let person, _): [person]
        }
    }
}

extension DecisionResolver {
    /// What was decided so far: groups of one person, and which groups are two people.
    private struct DecidedGroups {
        private var parent: [Int32: Int32] = [:]
        /// For each group's root the roots that it is kept apart from.
        private var apart: [Int32: Set<Int32>] = [:]
        /// Where the decisions of each root were entered, some of them.
        private var sources: [Int32: [String]] = [:]

        private mutating func root(_ record: Int32) -> Int32 {
            var root = record
            while let next = parent[root] { root = next }
            if root != record { parent[record] = root }
            return root
        }

        /// Takes a decision up; answers the place of one that contradicts it, which then stands.
        mutating func accept(_ groups: Groups, isSame: Bool, source: String) -> String? {
            if isSame {
                let roots = Set((groups.one + groups.other).map { root($0) }).sorted()
                for one in roots {
                    if let other = roots.first(where: { apart[one]?.contains($0) == true }) {
                        return places(of: [one, other])
                    }
                }
                for other in roots.dropFirst() { join(roots[0], other) }
                note(source, at: roots[0])
                return nil
            }
            let (mine, theirs) = (Set(groups.one.map { root($0) }), Set(groups.other.map { root($0) }))
            if let shared = mine.intersection(theirs).min() { return places(of: [shared]) }
            for one in mine.sorted() {
                apart[one, default: []].formUnion(theirs)
                note(source, at: one)
            }
            for other in theirs.sorted() {
                apart[other, default: []].formUnion(mine)
                note(source, at: other)
            }
            return nil
        }

        private mutating func note(_ source: String, at root: Int32) {
            if sources[root, default: []].count < 3 { sources[root, default: []].append(source) }
        }

        private func places(of roots: [Int32]) -> String {
            var places: [String] = []
            for place in roots.flatMap({ sources[$0] ?? [] }) where !places.contains(place) { places.append(place) }
            return places.sorted().joined(separator: "; ")
        }

        private mutating func join(_ one: Int32, _ other: Int32) {
            parent[other] = one
            for source in sources.removeValue(forKey: other) ?? [] { note(source, at: one) }
            for third in apart.removeValue(forKey: other) ?? [] {
                apart[third]?.remove(other)
                apart[third, default: []].insert(one)
                apart[one, default: []].insert(third)
            }
        }
    }
}
