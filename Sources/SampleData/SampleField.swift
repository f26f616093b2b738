// The fields that invented lists have columns for.

/// What a column of an invented list holds; raw values are the canonical names.
enum SampleField: String, Sendable, CaseIterable {
    case ordinal
    case fullName = "full_name"
    case familyName = "family_name"
    case givenName = "given_name"
    case birthDate = "birth_date"
    case birthDateMale = "birth_date_male"
    case birthDateFemale = "birth_date_female"
    case gender
    case nationalID = "national_id"
    case oldNationalID = "old_national_id"
    case ethnicity
    case religion
    case homeTown = "home_town"
    case position
    case unit
    case department
    case category
    case rank
    case salaryStep = "salary_step"
    case salaryCoefficient = "salary_coefficient"
    case positionAllowance = "position_allowance"
    case qualification
    case fieldOfStudy = "field_of_study"
    case politicalTheory = "political_theory"
    case partyJoined = "party_joined"
    case recruitedOn = "recruited_on"
    case insuranceFrom = "insurance_from"
    case insuranceYears = "insurance_years"
    case proposedUnit = "proposed_unit"
    case proposedPosition = "proposed_position"
    case policy
    case phone
    case note
    /// Position and unit in one cell.
    case positionAndUnit = "position_and_unit"
    /// A column that no reader can know.
    case unknown
    /// An empty column.
    case blank
}
