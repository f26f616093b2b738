// The fields of a record as `person_value` stores them: their order, their names and their values as bytes.

import Personnel

/// A field that a record holds a value of.
struct StoredField {
    let field: Field

    /// In order of name, which is the order of `person_value`'s key: rows come in the order in which they lie.
    static let all: [StoredField] =
        Field.allCases
        .filter { stored(as: $0) == $0 && $0 != .ordinal && $0 != .level }
        .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        .map { StoredField(field: $0) }

    /// The field whose value a cell became: names and birth dates may come in two columns.
    static func stored(as field: Field) -> Field {
        switch field {
        case .familyName, .givenName: .fullName
        case .birthDateMale, .birthDateFemale: .birthDate
        default: field
        }
    }

    /// Binds the record's normalised value as text; answers whether there is one.
    ///
    /// The texts are those of `PersonRecord.text(of:in:)`, made without a String where they are many.
    func bind(_ column: Int32, of record: PersonRecord, in pool: borrowing TextPool, to insert: BulkInsert) -> Bool {
        func text(_ code: TextCode) -> Bool {
            insert.bind(column, code, of: pool)
            return !code.isNone
        }
        func date(_ date: PartialDate?) -> Bool {
            insert.bind(column, date)
            return date != nil
        }
        func other(_ value: String?) -> Bool {
            insert.bind(column, value)
            return value != nil
        }
        switch field {
        case .fullName: return text(record.fullName)
        case .birthDate: return date(record.birthDate)
        case .gender: return other(record.gender?.rawValue)
        case .nationalID:
            insert.bind(column, record.nationalID)
            return record.nationalID != nil
        case .oldNationalID:
            insert.bind(column, record.oldNationalID)
            return record.oldNationalID != nil
        case .ethnicity: return text(record.ethnicity)
        case .religion: return text(record.religion)
        case .homeTown: return text(record.homeTown)
        case .residence: return text(record.residence)
        case .position: return text(record.position)
        case .unit: return text(record.unit)
        case .department: return text(record.department)
        case .category: return other(record.category?.rawValue)
        case .rank: return text(record.rank)
        case .qualification: return other(record.qualification?.rawValue)
        case .fieldOfStudy: return text(record.fieldOfStudy)
        case .politicalTheory: return other(record.politicalTheory?.rawValue)
        case .partyJoined: return date(record.partyJoined)
        case .recruitedOn: return date(record.recruitedOn)
        case .insuranceFrom: return date(record.insuranceFrom)
        case .proposedUnit: return text(record.proposedUnit)
        case .proposedPosition: return text(record.proposedPosition)
        case .policy: return text(record.policy)
        case .phone: return text(record.phone)
        case .note: return text(record.note)
        case .salaryStep, .salaryCoefficient, .overFrame, .positionAllowance, .insuranceYears, .ordinal, .familyName,
            .givenName, .birthDateMale, .birthDateFemale, .level:
            return other(record.text(of: field, in: pool))
        }
    }

    /// Binds the cell as it stood, where reading changed it; answers whether there is one. Two cells that became one value
    /// are joined with a blank.
    func bindOriginal(_ column: Int32, of record: PersonRecord, in pool: borrowing TextPool, to insert: BulkInsert)
        -> Bool
    {
        var first = TextCode.none
        var joined: String?
        for original in record.originals where Self.stored(as: original.field) == field && !original.text.isNone {
            if first.isNone {
                first = original.text
            } else {
                joined = (joined ?? pool[first]) + " " + pool[original.text]
            }
        }
        if let joined { insert.bind(column, joined) } else { insert.bind(column, first, of: pool) }
        return !first.isNone
    }
}
