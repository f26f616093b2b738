// The second half of a run, all in memory: joined lists in, people in their new places out.

import Personnel
import Transform

/// Strings the steps of `Transform` together.
struct Consolidator {
    let knowledge: PipelineKnowledge

    func consolidate(_ joined: Register) -> Consolidation {
        var register = joined
        let units = knowledge.unitReader.read(&register)
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
        let outcome = knowledge.assigner.assign(&consolidation.people, register: register, units: units)
        consolidation.assignments = outcome.assignments
        consolidation.personIssues = outcome.issues
        return consolidation
    }
}
