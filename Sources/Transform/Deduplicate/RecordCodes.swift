// A record's values as numbers: what survivorship compares, counts and copies without knowing what they mean.

import Personnel

extension PersonRecord {
    /// The value of a field as a number, equal for equal values of that field; 0 where the row has none.
    func code(of field: Field) -> UInt64 {
        switch field {
        case .fullName: UInt64(fullName.rawValue)
        case .birthDate: Self.code(birthDate)
        case .gender: gender.map { $0 == .male ? 1 : 2 } ?? 0
        case .nationalID: nationalID?.number ?? 0
        case .oldNationalID: UInt64(oldNationalID?.number ?? 0)
        case .ethnicity: UInt64(ethnicity.rawValue)
        case .religion: UInt64(religion.rawValue)
        case .homeTown: UInt64(homeTown.rawValue)
        case .residence: UInt64(residence.rawValue)
        case .position: UInt64(position.rawValue)
        case .unit: UInt64(unit.rawValue)
        case .department: UInt64(department.rawValue)
        case .category: Self.code(category)
        case .rank: UInt64(rank.rawValue)
        case .salaryStep: salaryStep.map { UInt64($0) + 1 } ?? 0
        case .salaryCoefficient: Self.code(salaryCoefficient)
        case .overFrame: overFrame.map { UInt64($0) + 1 } ?? 0
        case .positionAllowance: Self.code(positionAllowance)
        case .qualification: Self.code(qualification)
        case .fieldOfStudy: UInt64(fieldOfStudy.rawValue)
        case .politicalTheory: Self.code(politicalTheory)
        case .partyJoined: Self.code(partyJoined)
        case .recruitedOn: Self.code(recruitedOn)
        case .insuranceFrom: Self.code(insuranceFrom)
        case .insuranceYears: insuranceMonths.map { UInt64($0) + 1 } ?? 0
        case .proposedUnit: UInt64(proposedUnit.rawValue)
        case .proposedPosition: UInt64(proposedPosition.rawValue)
        case .policy: UInt64(policy.rawValue)
        case .phone: UInt64(phone.rawValue)
        case .note: UInt64(note.rawValue)
        case .ordinal, .familyName, .givenName, .birthDateMale, .birthDateFemale, .level: 0
        }
    }

    /// Takes the value of a field over from another record; a name comes with its key.
    mutating func take(_ field: Field, from other: PersonRecord) {
        switch field {
        case .fullName: (fullName, nameKey) = (other.fullName, other.nameKey)
        case .birthDate: birthDate = other.birthDate
        case .gender: gender = other.gender
        case .nationalID: nationalID = other.nationalID
        case .oldNationalID: oldNationalID = other.oldNationalID
        case .ethnicity: ethnicity = other.ethnicity
        case .religion: religion = other.religion
        case .homeTown: homeTown = other.homeTown
        case .residence: residence = other.residence
        case .position: position = other.position
        case .unit: unit = other.unit
        case .department: department = other.department
        case .category: category = other.category
        case .rank: rank = other.rank
        case .salaryStep: salaryStep = other.salaryStep
        case .salaryCoefficient: salaryCoefficient = other.salaryCoefficient
        case .overFrame: overFrame = other.overFrame
        case .positionAllowance: positionAllowance = other.positionAllowance
        case .qualification: qualification = other.qualification
        case .fieldOfStudy: fieldOfStudy = other.fieldOfStudy
        case .politicalTheory: politicalTheory = other.politicalTheory
        case .partyJoined: partyJoined = other.partyJoined
        case .recruitedOn: recruitedOn = other.recruitedOn
        case .insuranceFrom: insuranceFrom = other.insuranceFrom
        case .insuranceYears: insuranceMonths = other.insuranceMonths
        case .proposedUnit: proposedUnit = other.proposedUnit
        case .proposedPosition: proposedPosition = other.proposedPosition
        case .policy: policy = other.policy
        case .phone: phone = other.phone
        case .note: note = other.note
        case .ordinal, .familyName, .givenName, .birthDateMale, .birthDateFemale, .level: break
        }
    }

    private static func code(_ date: PartialDate?) -> UInt64 { UInt64(date?.packed ?? 0) }

    private static func code(_ number: Hundredths?) -> UInt64 {
        number.map { UInt64(UInt32(bitPattern: $0.value)) + 1 } ?? 0
    }

    private static func code(_ category: Category?) -> UInt64 {
        switch category {
        case nil: 0
        case .cadre: 1
        case .civilServant: 2
        case .publicEmployee: 3
        case .contract: 4
        case .partTime: 5
        }
    }

    private static func code(_ qualification: Qualification?) -> UInt64 {
        switch qualification {
        case nil: 0
        case .doctor: 1
        case .master: 2
        case .bachelor: 3
        case .college: 4
        case .intermediate: 5
        case .elementary: 6
        }
    }

    private static func code(_ theory: PoliticalTheory?) -> UInt64 {
        switch theory {
        case nil: 0
        case .bachelor: 1
        case .advanced: 2
        case .intermediate: 3
        case .elementary: 4
        }
    }
}
