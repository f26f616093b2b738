// The values of a record that may be unknown, packed and unpacked.

extension PersonRecord {
    /// The date of the list (the newest that it states); nil when it states none.
    @inlinable public var listDate: PartialDate? {
        get { PartialDate(packed: packedListDate) }
        set { packedListDate = newValue?.packed ?? 0 }
    }

    @inlinable public var birthDate: PartialDate? {
        get { PartialDate(packed: packedBirthDate) }
        set { packedBirthDate = newValue?.packed ?? 0 }
    }

    @inlinable public var partyJoined: PartialDate? {
        get { PartialDate(packed: packedPartyJoined) }
        set { packedPartyJoined = newValue?.packed ?? 0 }
    }

    @inlinable public var recruitedOn: PartialDate? {
        get { PartialDate(packed: packedRecruitedOn) }
        set { packedRecruitedOn = newValue?.packed ?? 0 }
    }

    @inlinable public var insuranceFrom: PartialDate? {
        get { PartialDate(packed: packedInsuranceFrom) }
        set { packedInsuranceFrom = newValue?.packed ?? 0 }
    }

    @inlinable public var nationalID: CitizenID? {
        get { CitizenID(number: packedNationalID) }
        set { packedNationalID = newValue?.number ?? 0 }
    }

    @inlinable public var oldNationalID: OldCitizenID? {
        get { OldCitizenID(number: packedOldNationalID) }
        set { packedOldNationalID = newValue?.number ?? 0 }
    }

    /// 1-12; nil when unknown.
    @inlinable public var salaryStep: UInt8? {
        get { packedStep == .max ? nil : packedStep }
        set { packedStep = newValue ?? .max }
    }

    @inlinable public var salaryCoefficient: Hundredths? {
        get { packedCoefficient == .min ? nil : Hundredths(packedCoefficient) }
        set { packedCoefficient = newValue?.value ?? .min }
    }

    /// Over-frame allowance in percent, below 255.
    @inlinable public var overFrame: UInt8? {
        get { packedOverFrame == .max ? nil : packedOverFrame }
        set { packedOverFrame = newValue ?? .max }
    }

    @inlinable public var positionAllowance: Hundredths? {
        get { packedAllowance == .min ? nil : Hundredths(packedAllowance) }
        set { packedAllowance = newValue?.value ?? .min }
    }

    /// Below 65,535.
    @inlinable public var insuranceMonths: UInt16? {
        get { packedMonths == .max ? nil : packedMonths }
        set { packedMonths = newValue ?? .max }
    }

    /// The unit looked up in the old catalogue, by `Assign`; nil when not looked up or not known.
    @inlinable public var oldUnit: Int32? {
        get { packedOldUnit == .min ? nil : packedOldUnit }
        set { packedOldUnit = newValue ?? .min }
    }
}
