// One file of the input after reading and normalising: the unit of work that is done in parallel and joined in order.

/// Whether a file's rows are in the run.
public enum FileStatus: String, Sendable { case loaded, refused }

/// A file of the input folder, as the run's record knows it.
public struct SourceFile: Sendable {
    /// Path under INPUT, with `/`.
    public var path: String
    /// The first folder of the path.
    public var sender: String
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    public var sha256: String
    public var byteCount: Int
    /// `csv`, `spreadsheetml`, `record-xml`, `xlsx`, `html`; nil where it could not be told.
    public var format: String?
    /// `utf-8`, `utf-16le`, `utf-16be`, `windows-1258`, `tcvn3`, `vni`, `viqr`, `mojibake`; nil where it could not be
    /// told.
    public var encoding: String?
    /// How sure the encoding is, 0 to 1.
    public var encodingConfidence: Double?
    public var status: FileStatus
    /// For a refused file: what is wrong and what to do, in the pipeline's language.
    public var message: String?
    /// The newest date that the list states.
    public var listDate: PartialDate?
    /// Names of its sheets in order (one empty name where the format has none).
    public var sheets: [String]

    public init(path: String, sender: String, sha256: String = "", byteCount: Int = 0, status: FileStatus = .loaded) {
        self.path = path
        self.sender = sender
        self.sha256 = sha256
        self.byteCount = byteCount
        self.status = status
        sheets = []
    }
}

/// A row's line in the account: where it is and what it is.
public struct RowEntry: Sendable {
    public var sheet: Int16
    public var kind: RowKind
    public var number: UInt32
    /// The position of the row's `PersonRecord`; nil for every kind but `person`.
    public var record: Int32?

    public init(sheet: Int16, number: UInt32, kind: RowKind, record: Int32? = nil) {
        self.sheet = sheet
        self.number = number
        self.kind = kind
        self.record = record
    }
}

/// A row that could not be read as a person, with its cells, for the clerk who sent it.
public struct RejectedRow: Sendable {
    public var place: RowReference
    /// The headings of its table and its cells, both as read.
    public var headings: [String]
    public var cells: [String]

    public init(place: RowReference, headings: [String], cells: [String]) {
        self.place = place
        self.headings = headings
        self.cells = cells
    }
}

/// A total that a list states, and what was counted.
public struct StatedTotal: Sendable, Equatable {
    public enum Scope: String, Sendable { case section, sheet }
    public var place: RowReference
    public var scope: Scope
    /// What it is a total of, in the list's words (a section's text, a title); may be empty.
    public var name: String
    public var expected: Int
    /// Person and rejected rows counted in its scope.
    public var counted: Int

    public init(place: RowReference, scope: Scope, name: String, expected: Int, counted: Int) {
        self.place = place
        self.scope = scope
        self.name = name
        self.expected = expected
        self.counted = counted
    }
}

/// Everything that one file gave. A refused file has its `file` and issues only.
public struct SourceList: Sendable {
    public var file: SourceFile
    public var contexts: [RowContext] = []
    public var rows: [RowEntry] = []
    public var records: [PersonRecord] = []
    /// What `PersonRecord.originals` and `extras` are spans of.
    public var originals: [OriginalValue] = []
    public var extras: [ExtraCode] = []
    public var rejected: [RejectedRow] = []
    public var totals: [StatedTotal] = []
    /// Of lists of assets: the items, and the totals of money that the list states.
    public var assets: [AssetRecord] = []
    public var figures: [ControlFigure] = []
    public var issues: [Issue] = []
    public var pool = TextPool()

    public init(file: SourceFile) { self.file = file }

    /// Forgets the records, of which only the issues are wanted.
    public mutating func removeRecords() {
        records.removeAll(keepingCapacity: true)
        originals.removeAll(keepingCapacity: true)
        extras.removeAll(keepingCapacity: true)
    }

    /// Adds a record with the cells as they stood and those that no field claims.
    public mutating func append(
        _ record: PersonRecord, originals changed: [OriginalValue] = [], extras unclaimed: [ExtraCode] = []
    ) {
        var record = record
        record.originals = ValueSpan(start: UInt32(originals.count), count: UInt32(changed.count))
        record.extras = ValueSpan(start: UInt32(extras.count), count: UInt32(unclaimed.count))
        originals += changed
        extras += unclaimed
        records.append(record)
    }
}
