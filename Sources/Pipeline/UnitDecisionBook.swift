// Decisions on whole old units, looked up among the units of a run: which unit each means, and which fit nothing.

import Personnel
import Transform

/// The decisions on old units of one run.
struct UnitDecisionBook {
    /// The decision that counts for each old unit, by its position in the readings.
    private(set) var decisions: [Int: UnitDecision] = [:]
    /// Those that name no one old unit or no new one, or that a later one replaces.
    private(set) var unfit: [UnfitDecision] = []
    private let texts: RefusalTexts

    /// The names to be read with the records of the run, in the order of the decisions.
    static func mentions(_ decisions: [OldUnitDecision]) -> [UnitMention] {
        decisions.map { decision in
            let context = RowContext(sender: "", titles: decision.district.isEmpty ? [] : [decision.district])
            return UnitMention(text: decision.unit, context: context)
        }
    }

    /// - Parameter mentioned: for each decision the unit that its name means, as `UnitReader` found it.
    init(
        _ entered: [OldUnitDecision], mentioned: ArraySlice<Int?>, readings: UnitReadings, assigner: Assigner,
        texts: RefusalTexts
    ) {
        self.texts = texts
        var byID: [String: Int] = [:]
        for (index, unit) in readings.units.enumerated() {
            byID[unit.id] = index
            if let code = unit.code { byID[code] = index }
        }
        for (decision, mention) in zip(entered, mentioned) {
            let unit = byID[decision.unit] ?? mention.flatMap { readings.units[$0].kind == "unknown" ? nil : $0 }
            guard let unit else {
                unfit.append(
                    UnfitDecision(
                        place: decision.decision.source, text: decision.unit, reason: texts[.decisionOldUnit]))
                continue
            }
            guard assigner.destination(of: decision.decision.text) != nil else {
                unfit.append(UnfitDecision(decision.decision, because: texts[.decisionUnit]))
                continue
            }
            if let earlier = decisions[unit], earlier.text != decision.decision.text {
                let reason = texts.text(.decisionReplaced, detail: decision.decision.source)
                unfit.append(UnfitDecision(earlier, because: reason))
            }
            decisions[unit] = decision.decision
        }
    }

    /// The decisions on units that nobody and nothing of the run belongs to, in order of unit.
    func idle(except used: Set<Int>) -> [UnfitDecision] {
        decisions.keys.sorted().filter { !used.contains($0) }.compactMap { unit in
            decisions[unit].map { UnfitDecision($0, because: texts[.decisionOldUnitEmpty]) }
        }
    }
}
