// The values of a record by field: whether there is one, and how it is written.

extension PersonRecord {
    /// Whether the row has a value for a field; false for fields that no record holds.
    public func hasValue(of field: Field) -> Bool {
        switch field {
        case .fullName: !fullName.isNone
        case .birthDate: birthDate != nil
        case .gender: gender != nil
        case .nationalID: nationalID != nil
        case .oldNationalID: oldNationalID != nil
        case .ethnicity: !ethnicity.isNone
        case .religion: !religion.isNone
        case .homeTown: !homeTown.isNone
        case .residence: !residence.isNone
        case .position: !position.isNone
        case .unit: !unit.isNone
        case .department: !department.isNone
        case .category: category != nil
        case .rank: !rank.isNone
        case .salaryStep: salaryStep != nil
        case .salaryCoefficient: salaryCoefficient != nil
        case .overFrame: overFrame != nil
        case .positionAllowance: positionAllowance != nil
        case .qualification: qualification != nil
        case .fieldOfStudy: !fieldOfStudy.isNone
        case .politicalTheory: politicalTheory != nil
        case .partyJoined: partyJoined != nil
        case .recruitedOn: recruitedOn != nil
        case .insuranceFrom: insuranceFrom != nil
        case .insuranceYears: insuranceMonths != nil
        case .proposedUnit: !proposedUnit.isNone
        case .proposedPosition: !proposedPosition.isNone
        case .policy: !policy.isNone
        case .phone: !phone.isNone
        case .note: !note.isNone
        case .ordinal, .familyName, .givenName, .birthDateMale, .birthDateFemale, .level: false
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
