// The canonical names of what a personnel list can hold (inputs.md, "Fields").

/// A field of a personnel list; `name` is its canonical name in vocabularies, the database and reports.
public enum Field: UInt8, CaseIterable, Sendable {
    case ordinal, fullName, familyName, givenName
    case birthDate, birthDateMale, birthDateFemale, gender
    case nationalID, oldNationalID
    case ethnicity, religion, homeTown, residence
    case position, unit, department, category, level
    case rank, salaryStep, salaryCoefficient, overFrame, positionAllowance
    case qualification, fieldOfStudy, politicalTheory
    case partyJoined, recruitedOn, insuranceFrom, insuranceYears
    case proposedUnit, proposedPosition, policy
    case phone, note

    private static let names = [
        "ordinal", "full_name", "family_name", "given_name",
        "birth_date", "birth_date_male", "birth_date_female", "gender",
        "national_id", "old_national_id",
        "ethnicity", "religion", "home_town", "residence",
        "position", "unit", "department", "category", "level",
        "rank", "salary_step", "salary_coefficient", "over_frame", "position_allowance",
        "qualification", "field_of_study", "political_theory",
        "party_joined", "recruited_on", "insurance_from", "insurance_years",
        "proposed_unit", "proposed_position", "policy",
        "phone", "note",
    ]

    public var name: String { Self.names[Int(rawValue)] }

    /// The field of a canonical name; nil for any other text.
    public init?(name: String) {
        guard let index = Self.names.firstIndex(of: name), let field = Field(rawValue: UInt8(index)) else { return nil }
        self = field
    }
}
