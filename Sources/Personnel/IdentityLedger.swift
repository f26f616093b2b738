// What a run knows of the people of the run before, so that everybody keeps the id: the ledger of identities.

/// The identities of a published run: who was there, of which rows, and which ids are no longer in use.
public struct IdentityLedger: Sendable {
    /// The id of the run that it was read from; nil for one that is not published.
    public var run: String?
    /// How many runs there were up to that one, each the successor of the one before.
    public var generation: Int32 = 0
    /// In order of id.
    public var identities: [Identity] = []
    /// The rows of the people who were there.
    public var rows: [KnownRow] = []
    /// Rows of people whose ids are no longer in use, as they last were.
    public var formerRows: [FormerRow] = []
    /// Fingerprints of rows that were corrected, with those that they have since; in order.
    public var corrections: [RowCorrection] = []

    public init() {}

    /// An id that was given to a person.
    public struct Identity: Sendable, Equatable {
        public var id: Int64
        /// The generation in which it was given.
        public var since: Int32
        public var state: State

        public init(id: Int64, since: Int32, state: State) {
            self.id = id
            self.since = since
            self.state = state
        }
    }

    /// Whether an id is in use.
    public enum State: Sendable, Equatable {
        case live
        /// The person turned out to be another one, whose id is given.
        case merged(into: Int64)
        /// No list has the person any more.
        case gone
    }

    /// A person's row in the run before.
    public struct KnownRow: Sendable {
        public var fingerprint: UInt64
        /// The position of its person in `identities`.
        public var owner: Int32
        /// By which its trace can be asked for.
        public var rowID: Int64

        public init(fingerprint: UInt64, owner: Int32, rowID: Int64) {
            self.fingerprint = fingerprint
            self.owner = owner
            self.rowID = rowID
        }
    }
}

/// A row of a person whose id is no longer in use; hashes, 0 for what it lacked.
public struct FormerRow: Sendable, Equatable {
    public var id: Int64
    public var fingerprint: UInt64
    public var nationalID: UInt64
    public var nameAndBirth: UInt64

    public init(id: Int64, fingerprint: UInt64, nationalID: UInt64 = 0, nameAndBirth: UInt64 = 0) {
        self.id = id
        self.fingerprint = fingerprint
        self.nationalID = nationalID
        self.nameAndBirth = nameAndBirth
    }
}

/// A row that came again with another content.
public struct RowCorrection: Sendable, Hashable, Comparable {
    public var from: UInt64
    public var to: UInt64

    public init(from: UInt64, to: UInt64) {
        self.from = from
        self.to = to
    }

    public static func < (left: RowCorrection, right: RowCorrection) -> Bool {
        (left.from, left.to) < (right.from, right.to)
    }
}

/// What a row is known again by when its content changed; hashes and numbers, 0 for what it lacks.
public struct RowTrace: Sendable, Equatable {
    /// File, sheet and row number.
    public var place: UInt64
    /// File and sheet.
    public var list: UInt64
    /// Of the name's key.
    public var name: UInt64
    /// Packed as in `PartialDate`.
    public var birth: UInt32
    public var nationalID: UInt64
    public var oldNationalID: UInt32
    /// Of the unit as its own column writes it.
    public var unit: UInt64

    public init(
        path: String, sheet: String, row: UInt32, name: UInt64, birth: PartialDate?, nationalID: CitizenID?,
        oldNationalID: OldCitizenID?, unit: UInt64
    ) {
        var hash = ContentHash()
        hash.add(path)
        hash.add(sheet)
        list = hash.value
        hash.add(UInt64(row))
        place = hash.value
        self.name = name
        self.birth = birth?.packed ?? 0
        self.nationalID = nationalID?.number ?? 0
        self.oldNationalID = oldNationalID?.number ?? 0
        self.unit = unit
    }
}

/// How the ids of a run's people came to be: what the next run's ledger is made of.
public struct IdentityHistory: Sendable {
    /// The run whose people were known; nil for the first.
    public var predecessor: String?
    /// 1 for the first run.
    public var generation: Int32 = 1
    /// For each person, same order, the generation in which the id was given.
    public var since: [Int32] = []
    /// For each record of the register the fingerprint of its content.
    public var fingerprints: [UInt64] = []
    /// Ids no longer in use, in order of id.
    public var retired: [RetiredIdentity] = []
    /// In order of id, then fingerprint.
    public var formerRows: [FormerRow] = []
    /// In order.
    public var corrections: [RowCorrection] = []
    /// What became of people since the run before, in order of id; empty for the first run.
    public var changes: [IdentityChange] = []

    public init() {}

    /// The same without what there is for every person and row.
    public var outline: IdentityHistory {
        var outline = self
        (outline.since, outline.fingerprints) = ([], [])
        return outline
    }

    /// The generation in which a person's id was given, by the person's position.
    public func since(ofPerson position: Int) -> Int32 {
        since.indices.contains(position) ? since[position] : generation
    }

    /// The id that the owner of an id has in this run: the successor's where it is retired, else itself.
    public func current(_ id: Int64) -> Int64? {
        var id = id
        for _ in 0..<64 {
            var (low, high) = (0, retired.count)
            while low < high {
                let middle = (low + high) / 2
                if retired[middle].id < id { low = middle + 1 } else { high = middle }
            }
            guard low < retired.count, retired[low].id == id, let successor = retired[low].successor else { return id }
            id = successor
        }
        return nil
    }

    /// A record's fingerprint; nil where none were made.
    public func fingerprint(ofRecord position: Int) -> UInt64? {
        fingerprints.indices.contains(position) ? fingerprints[position] : nil
    }
}

/// An id that is no longer in use.
public struct RetiredIdentity: Sendable, Equatable {
    public var id: Int64
    public var since: Int32
    /// The id of the person who it turned out to be; nil for one who is on no list any more.
    public var successor: Int64?

    public init(id: Int64, since: Int32, successor: Int64?) {
        self.id = id
        self.since = since
        self.successor = successor
    }
}

/// What became of a person since the run before.
public struct IdentityChange: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// On a list for the first time.
        case new
        /// On a list again.
        case back
        /// On no list any more.
        case gone
        /// Turned out to be the other person, whose id stays.
        case merged
        /// Was taken for the other person.
        case split
    }

    public var kind: Kind
    public var id: Int64
    /// The other person of a merge or split.
    public var other: Int64?

    public init(_ kind: Kind, id: Int64, other: Int64? = nil) {
        self.kind = kind
        self.id = id
        self.other = other
    }
}
