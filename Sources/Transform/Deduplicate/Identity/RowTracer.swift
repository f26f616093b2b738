// Finds the rows of the run before again: by their content, and where that was corrected by what a clerk would go by.

public import Personnel

/// Traces the rows of a register back to the people of the run before.
///
/// A row whose content is unchanged is known at once. The others are looked for in steps, the surest first: at the same
/// place with the same number, name or birth date; by identity number; by name and birth date; by name in the same
/// list. A step counts only where it leaves no choice.
public struct RowTracer {
    private let ledger: IdentityLedger

    public init(ledger: IdentityLedger) { self.ledger = ledger }

    /// Traces every record.
    ///
    /// - Parameter traces: answers the traces of rows of the run before, in the order of the ids asked for.
    public func trace(
        _ register: Register, fingerprints: [UInt64], traces: (_ rowIDs: [Int64]) throws -> [RowTrace]
    ) rethrows -> RowOrigins {
        let sorted = SortedKeys(fingerprints)
        var origins = RowOrigins(ledger: ledger, fingerprints: fingerprints, order: sorted.positions)
        var search = Search(register: register, ledger: ledger)
        let open = search.takeUnchanged(among: sorted, &origins)
        let found = try traces(open.map { ledger.rows[Int($0)].rowID })
        origins.missing = Array(zip(open, found))
        search.takeChanged(&origins)
        origins.corrections = origins.corrections(after: search.corrections)
        return origins
    }
}

extension RowTracer {
    /// The origins of a first run whose people decisions speak of: the people that there would be without them.
    public static func origins(of register: Register, fingerprints: [UInt64], undecided: Survivors) -> RowOrigins {
        var ledger = IdentityLedger()
        for (index, person) in undecided.people.enumerated() {
            ledger.identities.append(.init(id: person.id, since: 1, state: .live))
            for record in person.records {
                ledger.rows.append(
                    .init(fingerprint: fingerprints[Int(record)], owner: Int32(index), rowID: Int64(record)))
            }
        }
        var texts = TextHashes(pool: register.pool)
        return RowTracer(ledger: ledger).trace(register, fingerprints: fingerprints) { records in
            records.map { RowTrace(register.records[Int($0)], in: register, texts: &texts) }
        }
    }
}

/// The state of one tracing.
private struct Search {
    let register: Register
    let ledger: IdentityLedger
    /// Records whose content nobody had.
    var fresh: [Int32] = []
    /// Records of a content of which there are more than before: one of them may be another row, corrected.
    var surplus: [Int32] = []
    var corrections: [RowCorrection] = []

    init(register: Register, ledger: IdentityLedger) {
        self.register = register
        self.ledger = ledger
    }

    /// Takes the records whose fingerprint one person alone had; answers the old rows that are left, in order.
    ///
    /// Old and new rows are gone through side by side in order of fingerprint.
    mutating func takeUnchanged(among new: SortedKeys, _ origins: inout RowOrigins) -> [Int32] {
        let old = SortedKeys(ledger.rows.map(\.fingerprint))
        var open: [Int32] = []
        var (start, next) = (0, 0)
        while start < old.count {
            let fingerprint = old.keys[start]
            let rows = old.positions[start..<old.endOfRun(from: start)]
            while next < new.count, new.keys[next] < fingerprint { next += 1 }
            let isThere = next < new.count && new.keys[next] == fingerprint
            let records = new.positions[next..<(isThere ? new.endOfRun(from: next) : next)]
            let owner = ledger.rows[Int(rows[start])].owner
            let isOnePersons = rows.allSatisfy { ledger.rows[Int($0)].owner == owner }
            // Of several equal rows it is not known which was corrected.
            if records.count < rows.count || !isOnePersons { open += rows }
            if isOnePersons {
                if records.count > rows.count { surplus += records }
                for record in records {
                    origins.owners[Int(record)] = owner
                    origins.isUnchanged[Int(record)] = true
                }
            }
            (start, next) = (rows.endIndex, records.endIndex)
        }
        fresh = register.records.indices.map(Int32.init).filter { origins.owners[Int($0)] == RowOrigins.none }
        return open.sorted()
    }

    /// Takes the records that came again changed, and those of one content that several people had.
    mutating func takeChanged(_ origins: inout RowOrigins) {
        var old = origins.missing.map { row, trace in
            TracedRow(position: row, fingerprint: ledger.rows[Int(row)].fingerprint, trace: trace)
        }
        take(fresh, by: TraceStep.all, from: &old, &origins)
        take(surplus, by: TraceStep.all.filter(\.isByPlace), from: &old, &origins)
    }

    /// Takes those of some records that steps know again among the old rows, and these from there.
    private mutating func take(
        _ records: [Int32], by steps: [TraceStep], from old: inout [TracedRow], _ origins: inout RowOrigins
    ) {
        if records.isEmpty || old.isEmpty { return }
        var texts = TextHashes(pool: register.pool)
        var new = records.map { record in
            TracedRow(
                position: record, fingerprint: origins.fingerprints[Int(record)],
                trace: RowTrace(register.records[Int(record)], in: register, texts: &texts))
        }
        for step in steps {
            if new.isEmpty || old.isEmpty { return }
            let links = links(by: step, old: old, new: new)
            var taken: (old: Set<Int32>, new: Set<Int32>) = ([], [])
            for (before, after) in links {
                taken.old.insert(before.position)
                taken.new.insert(after.position)
                origins.owners[Int(after.position)] = ledger.rows[Int(before.position)].owner
                origins.isUnchanged[Int(after.position)] = before.fingerprint == after.fingerprint
                if before.fingerprint != after.fingerprint {
                    corrections.append(RowCorrection(from: before.fingerprint, to: after.fingerprint))
                }
            }
            old.removeAll { taken.old.contains($0.position) }
            new.removeAll { taken.new.contains($0.position) }
        }
    }

    /// The pairs of old and new rows that a step links: those of a key that leaves no choice.
    private func links(
        by step: TraceStep, old: [TracedRow], new: [TracedRow]
    ) -> [(TracedRow, TracedRow)] {
        var before: [UInt64: [Int]] = [:]
        for (index, row) in old.enumerated() {
            let key = step.key(row)
            if key != 0 { before[key, default: []].append(index) }
        }
        var after: [UInt64: [Int]] = [:]
        for (index, row) in new.enumerated() {
            let key = step.key(row)
            if key != 0, before[key] != nil { after[key, default: []].append(index) }
        }
        var links: [(TracedRow, TracedRow)] = []
        for key in after.keys.sorted() {
            let (olds, news) = ((before[key] ?? []).map { old[$0] }, (after[key] ?? []).map { new[$0] })
            guard leavesNoChoice(step, olds, news) else { continue }
            for (index, row) in news.enumerated() { links.append((olds[min(index, olds.count - 1)], row)) }
            // Old rows beyond the new ones came again as the last of these.
            for row in olds.dropFirst(news.count) { links.append((row, news[news.count - 1])) }
        }
        return links
    }

    private func leavesNoChoice(_ step: TraceStep, _ old: [TracedRow], _ new: [TracedRow]) -> Bool {
        if step.isOneToOne && (old.count > 1 || new.count > 1) { return false }
        let owner = ledger.rows[Int(old[0].position)].owner
        guard old.allSatisfy({ ledger.rows[Int($0.position)].owner == owner }) else { return false }
        guard new.allSatisfy({ !$0.trace.contradicts(new[0].trace) }) else { return false }
        return step.mayContradict || new.allSatisfy { row in old.contains { !$0.trace.contradicts(row.trace) } }
    }
}

/// A row that is looked for, or may be one that is.
private struct TracedRow {
    /// In the ledger's rows, or in the register's records.
    var position: Int32
    var fingerprint: UInt64
    var trace: RowTrace
}

/// One way in which a changed row is known again.
private struct TraceStep: Sendable {
    /// Rows of one key may be one; 0 is no key.
    var key: @Sendable (TracedRow) -> UInt64
    /// Whether the key must be one old row's and one new row's.
    var isOneToOne = false
    /// Whether the identity numbers or birth years may be others than before.
    var mayContradict = false
    /// Whether it looks at one row of one sheet alone.
    var isByPlace = false

    static let all: [TraceStep] = [
        TraceStep(key: { combined($0.fingerprint, $0.trace.place) }, mayContradict: true),
        TraceStep(key: { combined($0.fingerprint, $0.trace.list) }, mayContradict: true),
        TraceStep(key: { keyed($0.trace.place, $0.trace.nationalID) }, mayContradict: true, isByPlace: true),
        TraceStep(key: { keyed($0.trace.place, $0.trace.name) }, mayContradict: true, isByPlace: true),
        TraceStep(key: { keyed($0.trace.place, fullBirth($0.trace)) }, isByPlace: true),
        TraceStep(key: { $0.trace.nationalIDHash }),
        TraceStep(key: { keyed(UInt64($0.trace.oldNationalID), 2) }),
        TraceStep(key: { keyed($0.trace.list, $0.trace.nameAndBirth) }, mayContradict: true),
        TraceStep(key: { keyed($0.trace.nameAndBirth, $0.trace.unit) }, isOneToOne: true, mayContradict: true),
        TraceStep(key: { $0.trace.nameAndBirth }),
        TraceStep(key: { keyed($0.trace.list, $0.trace.name) }, isOneToOne: true),
        TraceStep(key: { keyed($0.trace.list, fullBirth($0.trace), $0.trace.unit | 1) }, isOneToOne: true),
        TraceStep(key: { keyed($0.trace.name, $0.trace.unit) }, isOneToOne: true),
    ]

    private static func fullBirth(_ trace: RowTrace) -> UInt64 { trace.birth % 100 == 0 ? 0 : UInt64(trace.birth) }

    /// 0 where a part is missing.
    private static func keyed(_ parts: UInt64...) -> UInt64 {
        if parts.contains(0) { return 0 }
        var hash = ContentHash()
        for part in parts { hash.add(part) }
        return hash.value | 1
    }
}

extension RowTrace {
    /// Whether two rows say what one person's rows seldom do: other numbers, or, where a number is missing, another
    /// year of birth.
    fileprivate func contradicts(_ other: RowTrace) -> Bool {
        if nationalID != 0 && other.nationalID != 0 {
            return nationalID != other.nationalID && !isOneDigitApart(nationalID, other.nationalID)
        }
        return birth != 0 && other.birth != 0 && birth / 10_000 != other.birth / 10_000
    }
}

extension RowOrigins {
    /// The ledger's corrections carried on, and the new ones: from each fingerprint straight to the newest.
    fileprivate func corrections(after new: [RowCorrection]) -> [RowCorrection] {
        let next = Dictionary(grouping: new, by: \.from)
        var all = Set(new)
        for known in ledger.corrections {
            let followers = next[known.to] ?? []
            for follower in followers { all.insert(RowCorrection(from: known.from, to: follower.to)) }
            if followers.isEmpty || !records(with: known.to).isEmpty { all.insert(known) }
        }
        return all.filter { $0.from != $0.to }.sorted()
    }
}
