// The tables of a pipeline, by the key under which `pipeline.yaml` names each file.

/// A table that every pipeline has. The columns of each are described where the table is read.
enum TableKey: String, CaseIterable {
    case provinces
    case oldDistricts = "old_districts"
    case oldCommunes = "old_communes"
    case newCommunes = "new_communes"
    case receivingUnits = "receiving_units"
    case receivingUnitAliases = "receiving_unit_aliases"
    case communeSuccession = "commune_succession"
    case unitAliases = "unit_aliases"
    case confusableNames = "confusable_names"
    case levelWords = "level_words"
    case unitWords = "unit_words"

    case unitKinds = "unit_kinds"
    case neutralWords = "neutral_words"
    case rules
    case leaving
    case planWords = "plan_words"
    case headcountSources = "headcount_sources"
    case headcountBlocks = "headcount_blocks"
    case movements
    case targets

    case seats
    case incompatibleSeats = "incompatible_seats"
    case titleWords = "title_words"
    case standards
    case findings
    case retirementAges = "retirement_ages"

    case benefitSettings = "benefit_settings"
    case baseSalaries = "base_salaries"
    case benefitAllowances = "benefit_allowances"
    case insuranceRules = "insurance_rules"
    case leavingWishes = "leaving_wishes"
    case benefitComponents = "benefit_components"
    case benefitSentences = "benefit_sentences"
    case assetHeadings = "asset_headings"
    case assetWords = "asset_words"
    case assetKinds = "asset_kinds"

    case headings
    case headingAbbreviations = "heading_abbreviations"
    case anatomy
    case missing
    case ranks
    case rankWords = "rank_words"
    case salarySteps = "salary_steps"
    case ethnicities
    case religions
    case qualifications
    case politicalTheory = "political_theory"
    case categories
    case positions
    case genders
    case citizenIDProvinces = "citizen_id_provinces"

    case decisionColumns = "decision_columns"
    case decisionWords = "decision_words"
    case fields
    case issues
    case reports
    case refusals

    /// Tables without which a pipeline runs: what they are for is then left out.
    static let optional: Set<TableKey> = [
        .decisionColumns, .decisionWords, .headcountSources, .headcountBlocks, .movements, .targets,
        .seats, .incompatibleSeats, .titleWords, .standards, .findings, .retirementAges, .assetHeadings, .assetWords,
        .assetKinds,
    ]

    var isOptional: Bool { Self.optional.contains(self) }
}
