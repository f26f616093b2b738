// All lists of a run joined: what matching and assignment work on, and what the database is written from.

/// The joined lists: one text pool, one array of records, files in path order.
public struct Register: Sendable {
    public var files: [SourceFile] = []
    /// The rows of each file, in order of sheet and row.
    public var rows: [[RowEntry]] = []
    public var contexts: [RowContext] = []
    /// In order of file, sheet, row.
    public var records: [PersonRecord] = []
    /// What `PersonRecord.originals` and `extras` are spans of.
    public private(set) var originals = OriginalValues()
    public private(set) var extras: [ExtraCode] = []
    public var rejected: [RejectedRow] = []
    public var totals: [StatedTotal] = []
    /// In order of file, sheet, row.
    public var assets: [AssetRecord] = []
    public var figures: [ControlFigure] = []
    public var issues: [Issue] = []
    public var pool = TextPool()

    public init() {}

    /// Makes room for so many records: a register that grows bit by bit copies them again and again.
    public mutating func reserveCapacity(records count: Int) { records.reserveCapacity(count) }

    /// Adds the next list; lists must come in path order.
    ///
    /// Codes and positions of the list are moved into the register's own; `place.file` must already be right.
    public mutating func append(_ list: SourceList) {
        let codes = pool.absorb(list.pool)
        let firstContext = Int32(contexts.count)
        let firstRecord = Int32(records.count)
        files.append(list.file)
        contexts += list.contexts
        rows.append(
            list.rows.map { entry in
                var entry = entry
                entry.record = entry.record.map { $0 + firstRecord }
                return entry
            })
        let (firstOriginal, firstExtra) = (UInt32(originals.count), UInt32(extras.count))
        for var record in list.records {
            record.context += firstContext
            record.originals.start += firstOriginal
            record.extras.start += firstExtra
            record.translateTexts(by: codes)
            records.append(record)
        }
        for original in list.originals {
            originals.append(OriginalValue(field: original.field, text: codes[Int(original.text.rawValue)]))
        }
        for extra in list.extras {
            extras.append(
                ExtraCode(
                    heading: codes[Int(extra.heading.rawValue)], text: codes[Int(extra.text.rawValue)]))
        }
        rejected += list.rejected
        totals += list.totals
        for var asset in list.assets {
            asset.context += firstContext
            assets.append(asset)
        }
        figures += list.figures
        issues += list.issues
    }
}

extension PersonRecord {
    /// Replaces every text code by its code in another pool.
    mutating func translateTexts(by codes: [TextCode]) {
        func translated(_ code: TextCode) -> TextCode { codes[Int(code.rawValue)] }
        fullName = translated(fullName)
        nameKey = translated(nameKey)
        ethnicity = translated(ethnicity)
        religion = translated(religion)
        homeTown = translated(homeTown)
        residence = translated(residence)
        position = translated(position)
        unit = translated(unit)
        department = translated(department)
        rank = translated(rank)
        fieldOfStudy = translated(fieldOfStudy)
        proposedUnit = translated(proposedUnit)
        proposedPosition = translated(proposedPosition)
        policy = translated(policy)
        phone = translated(phone)
        note = translated(note)
    }
}
