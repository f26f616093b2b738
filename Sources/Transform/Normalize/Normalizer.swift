// The step from what a list says to what it means: the knowledge, the as-of date and the defaults of the senders.
public import Personnel

/// Normalises rows of lists; a ``ListNormalizer`` does it, one list after the other.
public final class Normalizer: Sendable {
    let knowledge: NormalizationKnowledge
    let dates: DateReader
    let identityNumbers: IdentityNumberReader
    let salaries: SalaryReader
    let insurance: InsuranceReader
    let senderDefaults: [String: Category]

    /// `asOf`: the date of the run, by which ages and the century of two-digit years are judged. `senderDefaults`: what
    /// people are on the lists of a sender that says nothing of their category.
    public init(knowledge: NormalizationKnowledge, asOf: PartialDate, senderDefaults: [String: Category]) {
        self.knowledge = knowledge
        dates = DateReader(asOf: asOf)
        identityNumbers = IdentityNumberReader(asOf: asOf, provinces: knowledge.provinceCodes)
        salaries = SalaryReader(scale: knowledge.scale)
        insurance = InsuranceReader(dates: dates)
        self.senderDefaults = senderDefaults
    }
}
