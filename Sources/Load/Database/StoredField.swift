// The fields of a record as `row_value` stores them: their order, their names and their values as bytes.

import Personnel

/// A field that a record holds a value of.
struct StoredField {
    let field: Field

    /// In order of name: the order of the columns of `row_value`.
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

    /// Binds the record's normalised value as text; NULL where it has none.
    ///
    /// The texts are those of `PersonRecord.text(of:in:)`, made without a String where they are many.
    func bind(
        _ column: Int32, of record: PersonRecord, in pool: borrowing TextPool, _ texts: TextPool.Loan,
        to insert: PackedInsert
    ) {
        switch field {
        case .fullName: insert.bind(column, record.fullName, of: texts)
        case .birthDate: insert.bind(column, record.birthDate)
        case .gender: insert.bind(column, record.gender?.rawValue)
        case .nationalID: insert.bind(column, record.nationalID)
        case .oldNationalID: insert.bind(column, record.oldNationalID)
        case .ethnicity: insert.bind(column, record.ethnicity, of: texts)
        case .religion: insert.bind(column, record.religion, of: texts)
        case .homeTown: insert.bind(column, record.homeTown, of: texts)
        case .residence: insert.bind(column, record.residence, of: texts)
        case .position: insert.bind(column, record.position, of: texts)
        case .unit: insert.bind(column, record.unit, of: texts)
        case .department: insert.bind(column, record.department, of: texts)
        case .category: insert.bind(column, record.category?.rawValue)
        case .rank: insert.bind(column, record.rank, of: texts)
        case .qualification: insert.bind(column, record.qualification?.rawValue)
        case .fieldOfStudy: insert.bind(column, record.fieldOfStudy, of: texts)
        case .politicalTheory: insert.bind(column, record.politicalTheory?.rawValue)
        case .partyJoined: insert.bind(column, record.partyJoined)
        case .recruitedOn: insert.bind(column, record.recruitedOn)
        case .insuranceFrom: insert.bind(column, record.insuranceFrom)
        case .proposedUnit: insert.bind(column, record.proposedUnit, of: texts)
        case .proposedPosition: insert.bind(column, record.proposedPosition, of: texts)
        case .policy: insert.bind(column, record.policy, of: texts)
        case .phone: insert.bind(column, record.phone, of: texts)
        case .note: insert.bind(column, record.note, of: texts)
        case .salaryStep, .salaryCoefficient, .overFrame, .positionAllowance, .insuranceYears, .ordinal, .familyName,
            .givenName, .birthDateMale, .birthDateFemale, .level:
            insert.bind(column, record.text(of: field, in: pool))
        }
    }
}
