// What the next run must know of this one's people, and what became of those of the run before.

import Personnel

/// Makes the history of a run's identities.
struct HistoryWriter {
    let people: PersonList
    let ids: [Int64]
    let matching: IdentityMatching
    let origins: RowOrigins

    /// The history, in the order of the people given.
    func history() -> IdentityHistory {
        let ledger = origins.ledger
        var history = IdentityHistory()
        history.predecessor = ledger.run
        history.generation = ledger.generation + 1
        history.fingerprints = origins.fingerprints
        history.corrections = origins.corrections
        history.since = matching.kept.map { identity in
            identity == RowOrigins.none ? history.generation : ledger.identities[Int(identity)].since
        }
        history.retired = retired()
        history.formerRows = formerRows(of: history.retired)
        if ledger.run != nil { history.changes = changes(history.retired) }
        return history
    }

    /// Ids that nobody has: those that nobody had before, and those that went now.
    private func retired() -> [RetiredIdentity] {
        var isKept = [Bool](repeating: false, count: origins.ledger.identities.count)
        for identity in matching.kept where identity != RowOrigins.none { isKept[Int(identity)] = true }
        return origins.ledger.identities.enumerated().filter { !isKept[$0.offset] }.map { position, identity in
            let heir = matching.shares[Int32(position)]?.first.map { ids[Int($0.person)] }
            let successor =
                if case .merged(let id) = identity.state { origins.current(id) ?? id } else { heir }
            return RetiredIdentity(id: identity.id, since: identity.since, successor: heir ?? successor)
        }
    }

    private func formerRows(of retired: [RetiredIdentity]) -> [FormerRow] {
        let ledger = origins.ledger
        let isRetired = Set(retired.map(\.id))
        let wentNow = Set(
            retired.compactMap { identity in
                origins.identity(identity.id).flatMap { ledger.identities[Int($0)].state == .live ? $0 : nil }
            })
        var rows = ledger.formerRows.filter { isRetired.contains($0.id) }
        if !wentNow.isEmpty {
            var traces: [Int32: RowTrace] = [:]
            for (row, trace) in origins.missing { traces[row] = trace }
            for (index, row) in ledger.rows.enumerated() where wentNow.contains(row.owner) {
                let trace = traces[Int32(index)]
                rows.append(
                    FormerRow(
                        id: ledger.identities[Int(row.owner)].id, fingerprint: row.fingerprint,
                        nationalID: trace?.nationalIDHash ?? 0, nameAndBirth: trace?.nameAndBirth ?? 0))
            }
        }
        var seen: Set<RowCorrection> = []
        return rows.sorted { ($0.id, $0.fingerprint) < ($1.id, $1.fingerprint) }.filter { row in
            seen.insert(RowCorrection(from: UInt64(row.id), to: row.fingerprint)).inserted
        }
    }

    private func changes(_ retired: [RetiredIdentity]) -> [IdentityChange] {
        let ledger = origins.ledger
        var changes: [IdentityChange] = []
        for (index, identity) in matching.kept.enumerated() {
            let state = identity == RowOrigins.none ? nil : ledger.identities[Int(identity)].state
            if state == .live { continue }
            if let other = formerOwner(of: index), other != identity {
                changes.append(IdentityChange(.split, id: ids[index], other: ledger.identities[Int(other)].id))
            } else {
                changes.append(IdentityChange(state == nil ? .new : .back, id: ids[index]))
            }
        }
        for identity in retired {
            guard let known = origins.identity(identity.id), ledger.identities[Int(known)].state == .live else {
                continue
            }
            changes.append(
                identity.successor.map { IdentityChange(.merged, id: identity.id, other: $0) }
                    ?? IdentityChange(.gone, id: identity.id))
        }
        return changes.sorted { ($0.id, $0.kind.rawValue) < ($1.id, $1.kind.rawValue) }
    }

    /// The live person of the run before who had most of the rows, the older of two.
    private func formerOwner(of person: Int) -> Int32? {
        var counts: [Int32: Int] = [:]
        people.forEachRecord(of: person) { record in
            let owner = origins.decidedApart[record] ?? origins.owners[Int(record)]
            if owner != RowOrigins.none { counts[owner, default: 0] += 1 }
        }
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
}
