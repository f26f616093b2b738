// The second half of a run, all in memory: joined lists in, people in their new places out.

import Personnel
import Transform

/// Strings the steps of `Transform` together.
struct Consolidator {
    let knowledge: PipelineKnowledge
    let assigner: Assigner
    let decisions: Decisions
    /// How many threads match rows.
    let threads: Int

    /// - Throws: `RunFailure` (usage) for a mistake in the tables of rules.
    init(knowledge: PipelineKnowledge, decisions: Decisions, threads: Int) throws(RunFailure) {
        self.threads = threads
        self.knowledge = knowledge
        self.decisions = decisions
        assigner = try Self.assigner(knowledge, decisions)
    }

    /// Reads the units that rows name, once all lists are joined.
    func readUnits(_ register: inout Register) -> UnitReadings {
        let units = knowledge.unitReader.read(
            &register,
            mentions: UnitDecisionBook.mentions(decisions.oldUnits) + HandoverPlanner.mentions(register),
            threads: threads)
        register.issues += units.issues
        return units
    }

    /// - Parameter register: the joined lists, their units read.
    /// - Parameter known: the people of the run before; nil for the first run.
    /// - Throws: `RunFailure` when the run before can't be read, or a rule is wrong.
    func consolidate(
        _ register: Register, units: UnitReadings, known: KnownPeople?
    ) throws(RunFailure) -> Consolidation {
        let texts = knowledge.listReader.refusals
        var found = try people(in: register, units: units.units, known: known)
        let decisions = decisions.renamed(by: found.survivors.history.current, texts: texts)

        var consolidation = Consolidation(register: register)
        // People are many and about to be changed: were they left where they come from, they would be copied.
        swap(&consolidation.people, &found.survivors.people)
        consolidation.merges = found.survivors.merges
        consolidation.reviewPairs = found.survivors.reviewPairs
        consolidation.history = found.survivors.history
        consolidation.links = found.links
        consolidation.scale = found.scale
        consolidation.rules = knowledge.ruleOutlines
        consolidation.oldUnits = units.units
        consolidation.newUnits = knowledge.catalogue.newUnits
        consolidation.successions = knowledge.catalogue.successions
        let assigner = try decisions.units == self.decisions.units ? assigner : Self.assigner(knowledge, decisions)
        let book = UnitDecisionBook(
            decisions.oldUnits, mentioned: units.mentioned.prefix(decisions.oldUnits.count), readings: units,
            assigner: assigner, texts: texts)
        let outcome = assigner.assign(
            &consolidation.people, register: register, readings: units, unitDecisions: book.decisions,
            threads: threads)
        consolidation.assignments = outcome.assignments
        let handover = knowledge.handoverPlanner?.plan(
            register, mentioned: units.mentioned.dropFirst(decisions.oldUnits.count), readings: units,
            assigner: assigner, unitDecisions: book.decisions)
        consolidation.handedItems = handover?.items ?? []
        let owners = consolidation.handedItems.compactMap { $0.oldUnit.map(Int.init) }
        let used =
            book.decisions.isEmpty ? [] : Set(register.records.compactMap { $0.oldUnit.map(Int.init) } + owners)
        consolidation.personIssues = decisions.issues(outcome.issues, of: consolidation.people, texts: texts)
        consolidation.personIssues += (book.unfit + book.idle(except: used)).map { $0.issue() }
        consolidation.personIssues += found.unfit.map { UnfitDecision($0, texts: texts).issue() }
        consolidation.personIssues += handover?.issues ?? []
        let headcount = knowledge.headcounter.count(consolidation, threads: threads)
        consolidation.headcount = headcount.lines
        consolidation.flows = headcount.flows
        consolidation.figures =
            (knowledge.targets?.figures(headcount.lines, newUnits: knowledge.catalogue.newUnits) ?? [])
            + (handover?.figures ?? [])
        consolidation.benefits = knowledge.benefitCalculator?.benefits(consolidation) ?? []
        if let appraiser = knowledge.appraiser {
            let decided = Dictionary(
                decisions.positions.map { ($0.person, DecidedPosition(position: $0.position, source: $0.source)) },
                uniquingKeysWith: { $1 })
            let appraisal = appraiser.appraise(consolidation, decided: decided, assigner: assigner)
            consolidation.keyPositions = appraisal.positions
            consolidation.personIssues += appraisal.issues
        }
        return consolidation
    }

    private func people(
        in register: Register, units: [OldUnit], known: KnownPeople?
    ) throws(RunFailure) -> PeopleFinder.Findings {
        let finder = PeopleFinder(
            deduplicator: knowledge.deduplicator, units: units, threads: threads, known: known,
            decisions: decisions.identities)
        do {
            return try finder.find(in: register)
        } catch {
            let database = known?.database ?? "the run before"
            throw .failed("\(database): can't be read, nothing was published: \(error)")
        }
    }

    private static func assigner(
        _ knowledge: PipelineKnowledge, _ decisions: Decisions
    ) throws(RunFailure) -> Assigner {
        do {
            return try knowledge.assigner(decisions.units)
        } catch {
            throw .usage(error.description)
        }
    }
}
