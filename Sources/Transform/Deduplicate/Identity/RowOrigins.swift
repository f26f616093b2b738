// Which person of the run before each row is a row of.

import Personnel

/// For each record of a register the identity that its row belonged to in the run before.
public struct RowOrigins: Sendable {
    static let none: Int32 = -1

    let ledger: IdentityLedger
    /// One for each record.
    let fingerprints: [UInt64]
    /// Positions in the ledger's identities, `none` for rows of nobody known.
    var owners: [Int32]
    /// Whose rows those were that people decided are somebody else's.
    private(set) var decidedApart: [Int32: Int32] = [:]
    /// Whether the row's content is the same as before.
    var isUnchanged: [Bool]
    /// Old rows that came again changed.
    var corrections: [RowCorrection] = []
    /// Traces of old rows that did not come again as they were, by the row's position in the ledger; in order.
    var missing: [(row: Int32, trace: RowTrace)] = []

    /// Records by fingerprint, for look-ups; nil where none is to be expected: each then goes through all records.
    private let order: [Int32]?

    /// - Parameter order: the records by fingerprint; nil where hardly anybody will look for them.
    init(ledger: IdentityLedger, fingerprints: [UInt64], order: [Int32]?) {
        self.ledger = ledger
        self.fingerprints = fingerprints
        owners = Array(repeating: Self.none, count: fingerprints.count)
        isUnchanged = Array(repeating: false, count: fingerprints.count)
        self.order = order
    }

    /// The origins of a first run: nobody is known.
    public init(fingerprints: [UInt64]) {
        self.init(ledger: IdentityLedger(), fingerprints: fingerprints, order: nil)
    }

    /// Gives a record to another identity, or to nobody known, by a decision.
    mutating func decide(_ record: Int32, isOf identity: Int32) {
        let owner = owners[Int(record)]
        if owner != Self.none, owner != identity { decidedApart[record] = owner }
        owners[Int(record)] = identity
    }

    /// The records with a fingerprint, ascending.
    func records(with fingerprint: UInt64) -> ArraySlice<Int32> {
        guard let order else {
            return fingerprints.indices.filter { fingerprints[$0] == fingerprint }.map(Int32.init)[...]
        }
        func bound(_ isBefore: (UInt64) -> Bool) -> Int {
            var (low, high) = (0, order.count)
            while low < high {
                let middle = (low + high) / 2
                if isBefore(fingerprints[Int(order[middle])]) { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return order[bound { $0 < fingerprint }..<bound { $0 <= fingerprint }]
    }

    /// The records of a row that had a fingerprint once: those that have it still, and what it was corrected to.
    func records(ofRow fingerprint: UInt64) -> [Int32] {
        var records = Set(records(with: fingerprint))
        var (low, high) = (0, corrections.count)
        while low < high {
            let middle = (low + high) / 2
            if corrections[middle].from < fingerprint { low = middle + 1 } else { high = middle }
        }
        while low < corrections.count, corrections[low].from == fingerprint {
            records.formUnion(self.records(with: corrections[low].to))
            low += 1
        }
        return records.sorted()
    }

    /// The position of an id among the ledger's identities.
    func identity(_ id: Int64) -> Int32? {
        var (low, high) = (0, ledger.identities.count)
        while low < high {
            let middle = (low + high) / 2
            if ledger.identities[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < ledger.identities.count && ledger.identities[low].id == id ? Int32(low) : nil
    }

    /// The id that stands for an id today: itself, or the one that it was merged into; nil for an unknown one.
    public func current(_ id: Int64) -> Int64? {
        guard var position = identity(id) else { return nil }
        for _ in 0..<64 {
            let identity = ledger.identities[Int(position)]
            guard case .merged(let successor) = identity.state, let next = self.identity(successor) else {
                return identity.id
            }
            position = next
        }
        return nil
    }
}
