// Everything that the stages of a run have to know, made from the tables of the pipeline.

import Extract
import Load
public import Personnel
import Transform

/// The stages of a pipeline, ready to run.
struct PipelineKnowledge: Sendable {
    let configuration: PipelineConfiguration
    let sha256: String
    let asOf: PartialDate

    let listReader: ListReader
    let catalogue: UnitCatalogue
    let unitReader: UnitReader
    let deduplicator: Deduplicator
    let headcounter: Headcounter
    let targets: Targets?
    let appraiser: Appraiser?
    let handoverPlanner: HandoverPlanner?
    let benefitCalculator: BenefitCalculator?
    private let folder: PipelineFolder

    let messages: IssueMessages
    /// The rules of the reorganisation, in the order in which they are asked.
    let ruleOutlines: [RuleOutline]
    let fieldLabels: FieldLabels
    let reportTexts: ReportTexts
    let pageTemplate: String
    private let assignmentColumns: AssignmentColumns
    private let decisionWords: DecisionWords

    /// Reads reports that came back with decisions.
    var decisionReader: DecisionReader {
        DecisionReader(
            headings: reportTexts.decisionHeadings, limits: configuration.limits, texts: listReader.refusals,
            columns: assignmentColumns, words: decisionWords)
    }

    /// Finds people's places, people's decisions first.
    func assigner(_ decisions: [UnitDecision] = []) throws(ReferenceError) -> Assigner {
        try Assigner(
            catalogue: catalogue, rules: folder.table(.rules), leaving: folder.table(.leaving),
            plans: folder.table(.planWords), asOf: asOf, decisions: decisions)
    }

    /// Makes the stages.
    ///
    /// - Parameter asOf: the day to reckon from, where it is not the pipeline's.
    /// - Throws: `RunFailure` (usage) for the first mistake in a table.
    init(_ folder: PipelineFolder, asOf: PartialDate?) throws(RunFailure) {
        do {
            try self.init(reading: folder, asOf: asOf ?? folder.configuration.asOf)
        } catch {
            throw .usage(error.description)
        }
    }

    private init(reading folder: PipelineFolder, asOf: PartialDate) throws(ReferenceError) {
        let settings = folder.configuration
        self.folder = folder
        configuration = settings
        sha256 = folder.sha256
        self.asOf = asOf

        (catalogue, unitReader) = try folder.unitReader()

        deduplicator = Deduplicator(model: folder.matching)

        headcounter = Headcounter(rules: try Self.headcountRules(folder))
        targets = try Self.targets(folder, catalogue.newUnits)

        ruleOutlines = try RuleOutline.all(in: folder.table(.rules))
        let labels = try FieldLabels(folder.table(.fields))
        fieldLabels = labels
        messages = try IssueMessages(folder.table(.issues), labels: labels)
        let reportTexts = try ReportTexts(folder.table(.reports))
        self.reportTexts = reportTexts
        benefitCalculator = try folder.benefits(labels: labels)
        appraiser = try folder.appraiser(asOf: asOf, labels: reportTexts.trainingLabels)
        try PageWriter.check(template: folder.page.text, path: folder.page.path)
        pageTemplate = folder.page.text
        assignmentColumns =
            try folder.optionalTable(.decisionColumns).map(AssignmentColumns.init) ?? AssignmentColumns()

        decisionWords = try folder.optionalTable(.decisionWords).map(DecisionWords.init) ?? DecisionWords()

        let words = try AnatomyWords(folder.table(.anatomy))
        let headings = try HeadingVocabulary(
            folder.table(.headings), abbreviations: folder.table(.headingAbbreviations), fillers: words.headingFillers)
        let assets = try folder.assets(anatomy: words)
        handoverPlanner = assets?.planner
        listReader = ListReader(
            extractor: Extractor(vocabulary: headings, words: words, asOf: asOf),
            normalizer: Normalizer(
                knowledge: try Self.normalization(folder), asOf: asOf,
                senderDefaults: Dictionary(
                    settings.senders.compactMap { sender in sender.category.map { (sender.folder, $0) } },
                    uniquingKeysWith: { first, _ in first })),
            limits: settings.limits, refusals: try RefusalTexts(folder.table(.refusals)),
            knownSenders: KnownSenders(settings.senders.map(\.folder), places: unitReader), assets: assets?.reader)
        _ = try assigner()  // a mistake in its tables is one now, not after the reading
    }

    private static func targets(
        _ folder: PipelineFolder, _ newUnits: [NewUnit]
    ) throws(ReferenceError) -> Targets? {
        guard let table = folder.optionalTable(.targets) else { return nil }
        return try Targets(table, newUnits: newUnits)
    }

    private static func headcountRules(_ folder: PipelineFolder) throws(ReferenceError) -> HeadcountRules {
        guard let sources = folder.optionalTable(.headcountSources),
            let blocks = folder.optionalTable(.headcountBlocks), let movements = folder.optionalTable(.movements)
        else { return HeadcountRules() }
        return try HeadcountRules(sources: sources, blocks: blocks, movements: movements)
    }

    private static func normalization(_ folder: PipelineFolder) throws(ReferenceError) -> NormalizationKnowledge {
        try NormalizationKnowledge(
            ranks: folder.table(.ranks), rankWords: folder.table(.rankWords), salarySteps: folder.table(.salarySteps),
            ethnicities: folder.table(.ethnicities), religions: folder.table(.religions),
            qualifications: folder.table(.qualifications), politicalTheory: folder.table(.politicalTheory),
            categories: folder.table(.categories), positions: folder.table(.positions),
            genders: folder.table(.genders), missing: folder.table(.missing),
            citizenIDProvinces: folder.table(.citizenIDProvinces))
    }
}

extension PipelineFolder {
    /// The catalogue of the pipeline's tables, and what reads units by it.
    func unitReader() throws(ReferenceError) -> (catalogue: UnitCatalogue, reader: UnitReader) {
        let catalogue = try catalogue()
        let kinds = try UnitKinds(table(.unitKinds), neutral: table(.neutralWords), catalogue: catalogue)
        let reader = UnitReader(
            catalogue: catalogue, kinds: kinds, senders: try senderDistricts(in: catalogue),
            provinces: try senderProvinces(in: catalogue), readsSenderFolders: configuration.readsSenderFolders)
        return (catalogue, reader)
    }

    /// What reads plans by the pipeline's tables.
    func planReader(_ catalogue: UnitCatalogue) throws(ReferenceError) -> PlanReader {
        try PlanReader(catalogue: catalogue, words: table(.planWords))
    }

    /// The district's key of each sender that has one.
    private func senderDistricts(in catalogue: UnitCatalogue) throws(ReferenceError) -> [String: String] {
        var districts: [String: String] = [:]
        for sender in configuration.senders {
            guard let district = sender.district else { continue }
            guard catalogue.districts.contains(where: { $0.key == district }) else {
                throw ReferenceError(
                    path: configuration.path, line: sender.line, column: "district",
                    expected: "one of \(catalogue.districts.map(\.key).joined(separator: ", "))", found: district)
            }
            districts[sender.folder] = district
        }
        return districts
    }

    /// Appraises key positions, where the pipeline says what they are.
    ///
    /// - Parameter labels: the words for levels of training.
    fileprivate func appraiser(asOf: PartialDate, labels: [String: String]) throws(ReferenceError) -> Appraiser? {
        guard let seatTable = optionalTable(.seats) else { return nil }
        let seats = try Seats(seatTable, incompatible: table(.incompatibleSeats))
        return Appraiser(
            seats: seats, titles: try TitleReader(table(.titleWords)),
            standards: try Standards(table(.standards), seats: seats, labels: labels),
            texts: try FindingTexts(table(.findings)), ages: try RetirementAges(table(.retirementAges)), asOf: asOf)
    }

    /// Reckons what those who leave are owed, where the pipeline says by what.
    fileprivate func benefits(labels: FieldLabels) throws(ReferenceError) -> BenefitCalculator? {
        guard let components = optionalTable(.benefitComponents) else { return nil }
        let tables = BenefitTables(
            settings: table(.benefitSettings), baseSalaries: table(.baseSalaries),
            allowances: table(.benefitAllowances), insuranceRules: table(.insuranceRules),
            wishes: table(.leavingWishes), components: components, sentences: table(.benefitSentences),
            ages: table(.retirementAges))
        return try BenefitCalculator(tables) { labels[$0] }
    }

    /// Reads and plans what is handed over, where the pipeline says how its lists look.
    fileprivate func assets(
        anatomy: AnatomyWords
    ) throws(ReferenceError) -> (reader: AssetListReader, planner: HandoverPlanner)? {
        guard let headings = optionalTable(.assetHeadings), !configuration.assetFolders.isEmpty else { return nil }
        let words = try AssetWords(headings: headings, words: table(.assetWords))
        let kinds = try AssetKinds(table(.assetKinds))
        let reader = AssetListReader(
            extractor: AssetExtractor(words: words, anatomy: anatomy) { kinds.isKind($0) },
            normalizer: AssetNormalizer(kinds: kinds, labels: words.labels), folders: configuration.assetFolders)
        return (reader, HandoverPlanner(kinds: kinds, labels: words.labels))
    }

    /// The old code of the province of each sender that has one.
    private func senderProvinces(in catalogue: UnitCatalogue) throws(ReferenceError) -> [String: String] {
        var provinces: [String: String] = [:]
        for sender in configuration.senders {
            guard let province = sender.province else { continue }
            guard catalogue.oldProvinces.contains(where: { $0.code == province }) else {
                throw ReferenceError(
                    path: configuration.path, line: sender.line, column: "province",
                    expected: "a code of the old provinces", found: province)
            }
            provinces[sender.folder] = province
        }
        return provinces
    }

    /// The unit catalogue of the pipeline's tables.
    fileprivate func catalogue() throws(ReferenceError) -> UnitCatalogue {
        try UnitCatalogue(
            UnitTables(
                provinces: table(.provinces), districts: table(.oldDistricts), oldCommunes: table(.oldCommunes),
                newCommunes: table(.newCommunes), receivingUnits: table(.receivingUnits),
                receivingAliases: table(.receivingUnitAliases),
                succession: table(.communeSuccession), aliases: table(.unitAliases),
                confusables: table(.confusableNames), levelWords: table(.levelWords), unitWords: table(.unitWords)))
    }

    /// The communes of the old government, in the catalogue's order.
    /// - Throws: `RunFailure` (usage) for the first mistake in a table.
    public func oldCommunes() throws(RunFailure) -> [OldUnit] {
        do {
            return try catalogue().oldUnits.filter { $0.code != nil }
        } catch {
            throw .usage(error.description)
        }
    }
}
