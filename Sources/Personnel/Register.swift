// All lists of a run joined: what matching and assignment work on, and what the database is written from.

/// The joined lists: one text pool, one array of records, files in path order.
public struct Register: Sendable {
    public var files: [SourceFile] = []
    /// The rows of each file, in order of sheet and row.
    public var rows: [[RowEntry]] = []
    public var contexts: [RowContext] = []
    /// In order of file, sheet, row.
    public var records: [PersonRecord] = []
    public var rejected: [RejectedRow] = []
    public var totals: [StatedTotal] = []
    public var issues: [Issue] = []
    public var pool = TextPool()

    public init() {}

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
        records.reserveCapacity(records.count + list.records.count)
        for var record in list.records {
            record.context += firstContext
            record.translateTexts(by: codes)
            records.append(record)
        }
        rejected += list.rejected
        totals += list.totals
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
        for index in originals.indices { originals[index].text = translated(originals[index].text) }
        for index in extras.indices {
            extras[index].heading = translated(extras[index].heading)
            extras[index].text = translated(extras[index].text)
        }
    }

    /// The normalised value of a field as the database and reports show it; nil where it is unknown or no value of a
    /// record (`ordinal`, `level` and the parts of names and birth dates).
    public func text(of field: Field, in pool: TextPool) -> String? {
        func text(_ code: TextCode) -> String? { code.isNone ? nil : pool[code] }
        switch field {
        case .fullName: return text(fullName)
        case .birthDate: return birthDate?.description
        case .gender: return gender?.rawValue
        case .nationalID: return nationalID?.description
        case .oldNationalID: return oldNationalID?.description
        case .ethnicity: return text(ethnicity)
        case .religion: return text(religion)
        case .homeTown: return text(homeTown)
        case .residence: return text(residence)
        case .position: return text(position)
        case .unit: return text(unit)
        case .department: return text(department)
        case .category: return category?.rawValue
        case .rank: return text(rank)
        case .salaryStep: return salaryStep.map(String.init)
        case .salaryCoefficient: return salaryCoefficient?.description
        case .overFrame: return overFrame.map(String.init)
        case .positionAllowance: return positionAllowance?.description
        case .qualification: return qualification?.rawValue
        case .fieldOfStudy: return text(fieldOfStudy)
        case .politicalTheory: return politicalTheory?.rawValue
        case .partyJoined: return partyJoined?.description
        case .recruitedOn: return recruitedOn?.description
        case .insuranceFrom: return insuranceFrom?.description
        case .insuranceYears: return insuranceMonths.map { Hundredths(Int32($0) * 100 / 12).description }
        case .proposedUnit: return text(proposedUnit)
        case .proposedPosition: return text(proposedPosition)
        case .policy: return text(policy)
        case .phone: return text(phone)
        case .note: return text(note)
        case .ordinal, .familyName, .givenName, .birthDateMale, .birthDateFemale, .level: return nil
        }
    }
}
