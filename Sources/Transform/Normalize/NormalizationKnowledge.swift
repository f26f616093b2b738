// Everything that normalising has to know and that the pipeline's officer can edit, read and checked.
public import Personnel

/// The vocabularies, rank and salary tables by which rows are normalised.
///
/// The tables are those of the pipeline's `vocabulary` folder; several written forms in a cell are parted by `;`.
///
/// A class: every field of every row asks for it, and a copy would count a reference for each of its tables.
public final class NormalizationKnowledge: Sendable {
    let missingWords: MissingWords
    let genders: GenderReader
    let ethnicities: Vocabulary<String>
    let religions: Vocabulary<String>
    let qualifications: TrainingReader<Qualification>
    let politicalTheory: TrainingReader<PoliticalTheory>
    let categories: CategoryReader
    let positions: PositionReader
    let scale: SalaryScale
    let ranks: RankReader
    let provinceCodes: Set<Int>

    /// Reads the tables; the first mistake found in one is thrown.
    ///
    /// - Parameters:
    ///   - ranks: `ranks.csv`: `code`, `title`, `kind` (công chức, viên chức), `salary_group`, `other_groups`, `status`
    ///     (`old` or not), `written`.
    ///   - rankWords: `rank-words.csv`: short forms inside titles; `written`, `meaning`.
    ///   - salarySteps: `salary-steps.csv`: `salary_group`, `step`, `coefficient`.
    ///   - ethnicities: `ethnicities.csv`: `name`, `written`.
    ///   - religions: `religions.csv`: `name`, `written`.
    ///   - qualifications: `qualifications.csv`: `qualification` (or `none`), `written`.
    ///   - politicalTheory: `political-theory.csv`: `level` (or `none`), `written`.
    ///   - categories: `categories.csv`: `category` (or `none`), `where` (`column`, `context`, `both`), `written`.
    ///   - positions: `positions.csv`: `written`, `title`, `where` (`whole`, `start`, `anywhere`).
    ///   - genders: `genders.csv`: `gender`, `written`.
    ///   - missing: `missing.csv`: words that say nothing; `field` (a name or `*`), `written`.
    ///   - citizenIDProvinces: `citizen-id-provinces.csv`: `code`.
    public init(
        ranks: ReferenceTable, rankWords: ReferenceTable, salarySteps: ReferenceTable, ethnicities: ReferenceTable,
        religions: ReferenceTable, qualifications: ReferenceTable, politicalTheory: ReferenceTable,
        categories: ReferenceTable, positions: ReferenceTable, genders: ReferenceTable, missing: ReferenceTable,
        citizenIDProvinces: ReferenceTable
    ) throws(ReferenceError) {
        missingWords = try MissingWords(missing)
        self.genders = try GenderReader(genders)
        self.ethnicities = try Self.names(ethnicities)
        self.religions = try Self.names(religions)
        self.qualifications = try TrainingReader(
            qualifications, level: "qualification", parse: Qualification.init(rawValue:))
        self.politicalTheory = try TrainingReader(
            politicalTheory, level: "level", parse: PoliticalTheory.init(rawValue:))
        self.categories = try CategoryReader(categories)
        self.positions = try PositionReader(positions)
        scale = try SalaryScale(salarySteps)
        self.ranks = try RankReader(ranks: ranks, words: rankWords, scale: scale)
        provinceCodes = try IdentityNumberReader.provinceCodes(citizenIDProvinces)
    }

    private static func names(_ table: ReferenceTable) throws(ReferenceError) -> Vocabulary<String> {
        try Vocabulary(
            table, meaning: "name", meaningIsWritten: true, expected: "a name", parse: { $0.isEmpty ? nil : $0 })
    }
}
