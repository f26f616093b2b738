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
    /// Who is who, in order of entry.
    var identities: [IdentityDecision] = []
    /// What can't be applied, whoever the people of the run are.
    var unfit: [UnfitDecision] = []

    /// The same decisions under the ids that people have in this run: who was merged into another is the other.
    ///
    /// Of two decisions on the places of people who are one the later file's counts, and the other fits nothing.
    func renamed(by current: (Int64) -> Int64?, texts: RefusalTexts) -> Decisions {
        var renamed = self
        var last: [Int64: UnitDecision] = [:]
        for var decision in units {
            decision.person = current(decision.person) ?? decision.person
            guard let other = last[decision.person] else {
                last[decision.person] = decision
                continue
            }
            let (earlier, later) = decision.source < other.source ? (decision, other) : (other, decision)
            last[decision.person] = later
            if later.text != earlier.text {
                renamed.unfit.append(
                    UnfitDecision(earlier, because: texts.text(.decisionReplaced, detail: later.source)))
            }
        }
        renamed.units = last.values.sorted { $0.person < $1.person }
        for index in positions.indices {
            renamed.positions[index].person = current(positions[index].person) ?? positions[index].person
        }
        return renamed
    }

    /// Issues about decisions, under their own code: what was unfit from the start, what is about nobody, what names no
    /// unit; and the assignment's other issues as they were.
    ///
    /// - Parameter issues: those of the assignment with these decisions.
    func issues(_ issues: [Issue], of people: PersonList, texts: RefusalTexts) -> [Issue] {
        var unfit = unfit
        let known = Set(people.indices.map { people.id(of: $0) })
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
            guard issue.row == nil, let person = issue.person, let decision = decided[people.id(of: person)],
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

    init(_ unfit: UnfitIdentityDecision, texts: RefusalTexts) {
        let reason =
            switch unfit.reason {
            case .unknownPerson: texts[.decisionPerson]
            case .gone: texts[.decisionGone]
            case .unknownRow: texts[.decisionRow]
            case .nothingApart: texts[.decisionNothingApart]
            case .contradicted(let other): texts.text(.decisionContradicted, detail: other)
            }
        self.init(place: unfit.decision.source, text: unfit.decision.text, reason: reason)
    }

    func issue(person: Int? = nil) -> Issue {
        Issue(.decisionUnfit, value: text, detail: "\(place): \(reason)", person: person)
    }
}
