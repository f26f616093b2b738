// Which fields a record has a value for.

import Personnel

extension PersonRecord {
    /// Whether the row says anything of a field; false for fields that no record holds.
    func hasValue(of field: Field) -> Bool {
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
        case .unit: !unit.isNone || oldUnit != nil
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
}
