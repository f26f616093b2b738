// The second half of a run, all in memory: joined lists in, people in their new places out.

import Personnel
import Transform

/// Strings the steps of `Transform` together.
struct Consolidator {
    let knowledge: PipelineKnowledge
    let assigner: Assigner
    let decisions: Decisions

    /// - Throws: `RunFailure` (usage) for a mistake in the tables of rules.
    init(knowledge: PipelineKnowledge, decisions: Decisions) throws(RunFailure) {
        self.knowledge = knowledge
        self.decisions = decisions
        do {
            assigner = try knowledge.assigner(decisions.units)
        } catch {
            throw .usage(error.description)
        }
    }

    func consolidate(_ joined: Register) -> Consolidation {
        var register = joined
        let units = knowledge.unitReader.read(&register, mentions: UnitDecisionBook.mentions(decisions.oldUnits))
        register.issues += units.issues
        let clustering = knowledge.deduplicator.cluster(register)
        let (people, merges, reviewPairs) = Survivorship().people(from: clustering, register: register)

        var consolidation = Consolidation(register: register)
        consolidation.people = people
        consolidation.merges = merges
        consolidation.reviewPairs = reviewPairs
        consolidation.oldUnits = units.units
        consolidation.newUnits = knowledge.catalogue.newUnits
        consolidation.successions = knowledge.catalogue.successions
        let texts = knowledge.listReader.refusals
        let book = UnitDecisionBook(
            decisions.oldUnits, mentioned: units.mentioned[...], readings: units, assigner: assigner, texts: texts)
        let outcome = assigner.assign(
            &consolidation.people, register: register, readings: units, unitDecisions: book.decisions)
        consolidation.assignments = outcome.assignments
        let used = book.decisions.isEmpty ? [] : Set(register.records.compactMap { $0.oldUnit.map(Int.init) })
        consolidation.personIssues = decisions.issues(outcome.issues, of: consolidation.people, texts: texts)
        consolidation.personIssues += (book.unfit + book.idle(except: used)).map { $0.issue() }
        let headcount = knowledge.headcounter.count(consolidation)
        consolidation.headcount = headcount.lines
        consolidation.flows = headcount.flows
        consolidation.figures =
            knowledge.targets?.figures(headcount.lines, newUnits: knowledge.catalogue.newUnits) ?? []
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
}
