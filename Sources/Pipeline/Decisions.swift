// What people decided in reports that came back: kept apart from the lists, checked against the people of a run.

import Personnel
import Transform

/// The decisions that lie under `INPUT/decisions/`.
struct Decisions: Sendable {
    /// The files that were read, for the run's record.
    var files: [Manifest.Decision] = []
    /// Where people go, one decision for each person: of several the last entered.
    var units: [UnitDecision] = []
    /// Where whole old units go, as `assignments.csv` names them, in order of entry.
    var oldUnits: [OldUnitDecision] = []
    /// The positions that people are decided to hold, in order of entry; of several the last counts.
    var positions: [PositionDecision] = []
    /// What can't be applied, whoever the people of the run are.
    var unfit: [UnfitDecision] = []

    /// Issues about decisions, under their own code: what was unfit from the start, what is about nobody, what names no
    /// unit; and the assignment's other issues as they were.
    ///
    /// - Parameter issues: those of the assignment with these decisions.
    func issues(_ issues: [Issue], of people: [Person], texts: RefusalTexts) -> [Issue] {
        var unfit = unfit
        let known = Set(people.map(\.id))
        for decision in units where !known.contains(decision.person) {
            unfit.append(UnfitDecision(decision, because: texts[.decisionPerson]))
        }
        for decision in positions where !known.contains(decision.person) {
            unfit.append(
                UnfitDecision(place: decision.source, text: decision.position, reason: texts[.decisionPerson]))
        }
        let decided = Dictionary(units.map { ($0.person, $0) }, uniquingKeysWith: { $1 })
        let judged = issues.map { issue in
            // A plan of a list has a row; a decision has none.
            guard issue.row == nil, let person = issue.person, let decision = decided[people[person].id],
                issue.code == .planUnknownUnit || issue.code == .planAmbiguousUnit
            else { return issue }
            return UnfitDecision(decision, because: texts[.decisionUnit]).issue(person: person)
        }
        return judged + unfit.map { $0.issue() }
    }
}

/// A decision on a whole old unit, not yet looked up.
struct OldUnitDecision: Sendable, Equatable {
    /// The unit as entered: its name, code or id.
    var unit: String
    /// The district that was entered beside it; may be empty.
    var district: String
    /// Where it goes: `person` is 0.
    var decision: UnitDecision
}

/// A decision on the position that a person is to hold.
struct PositionDecision: Sendable, Equatable {
    var person: Int64
    var position: String
    var source: String
}

/// A decision that can't be applied, with its place and the reason.
struct UnfitDecision: Sendable, Equatable {
    /// File, sheet and line, for people.
    var place: String
    /// As entered; nil where a whole file is meant.
    var text: String?
    /// In the pipeline's language; no personal data.
    var reason: String

    init(place: String, text: String? = nil, reason: String) {
        self.place = place
        self.text = text
        self.reason = reason
    }

    init(_ decision: UnitDecision, because reason: String) {
        self.init(place: decision.source, text: decision.text, reason: reason)
    }

    func issue(person: Int? = nil) -> Issue {
        Issue(.decisionUnfit, value: text, detail: "\(place): \(reason)", person: person)
    }
}
