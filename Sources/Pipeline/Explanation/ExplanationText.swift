// What `explain` prints: the rows, the values, the weights as a waterfall, the rules, the issues.

import Foundation
import Load

extension PersonExplanation {
    /// All of it for a person at a terminal, without a line break at the end. It holds names and numbers.
    var text: String {
        let sections: [(String, [String])] = [
            ("Rows", rowLines), ("Values (* stands)", valueLines), ("Why these rows are one person", joinLines),
            ("Who else it may be", candidateLines), ("Others of the same name or number, kept apart", namesakeLines),
            ("Place", placeLines), ("Issues", issueLines), ("Changed since the run before", changeLines),
        ]
        var lines = ["\(id)  \(name)", "  run \(runID); known since run \(since) of \(generation)"]
        for (title, section) in sections where !section.isEmpty { lines += ["", title] + section }
        return lines.joined(separator: "\n")
    }

    private var rowLines: [String] {
        aligned(
            rows.enumerated().map { index, row in
                let list = row.listDate.map { "list of \($0)" } ?? "list without a date"
                return ["[\(index + 1)]", row.place, list, row.sections.map { short($0, 60) }.joined(separator: " > ")]
            })
    }

    private var valueLines: [String] {
        var fields: [String] = []
        for value in values where !fields.contains(value.field) { fields.append(value.field) }
        return aligned(
            fields.flatMap { field in
                values.filter { $0.field == field }.enumerated().map { index, value in
                    let original = value.original.map { "written “\(short($0, 40))”" } ?? ""
                    return [
                        index == 0 ? field : "", value.isChosen ? "*" : " ", short(value.value, 60),
                        "[\(value.row + 1)]",
                        original,
                    ]
                }
            })
    }

    // MARK: Evidence

    private var joinLines: [String] {
        if rows.count == 1 { return ["  one row only"] }
        return joins.flatMap { waterfall($0, isJoin: true) }
    }

    private var candidateLines: [String] {
        candidates.flatMap { candidate in
            ["  \(candidate.id)  \(candidate.name)  \(percent(candidate.probability)), waits in review-queue.csv"]
                + (candidate.link.map { waterfall($0, isJoin: false) } ?? [])
        }
    }

    /// The pieces of a weight one below the other, with the sum so far.
    private func waterfall(_ link: Link, isJoin: Bool) -> [String] {
        var sum = 0.0
        var table = link.pieces.map { piece in
            sum += piece.bits
            let name = ["prior": "any two rows", "frequency": "how rare or common the values are"][piece.field]
            return ["  " + (name ?? piece.field), piece.level, signed(piece.bits), "= " + signed(sum)]
        }
        let probability = percent(1 / (1 + exp2(-link.weight)))
        table.append(["  weight", verdict(link, isJoin: isJoin), "", "= " + signed(link.weight)])
        return ["  \(link.left)  and  \(link.right): \(probability)"] + aligned(table)
    }

    private func verdict(_ link: Link, isJoin: Bool) -> String {
        if link.isDecided { return "decided by people" }
        guard let join = thresholds["join"], let review = thresholds["review"] else { return "" }
        let thresholds = "joined from \(signed(join)), asked from \(signed(review))"
        return isJoin || link.weight < join ? thresholds : thresholds + "; a contradiction leaves it to people"
    }

    private var namesakeLines: [String] {
        namesakes.flatMap { namesake in
            [
                "  \(namesake.id)  \(namesake.name)",
                "    same: " + (namesake.agreeing.isEmpty ? "nothing" : namesake.agreeing.joined(separator: ", ")),
                "    other: "
                    + (namesake.differing.isEmpty
                        ? "nothing, too little is known"
                        : namesake.differing.map { "\($0.field) \(short($0.theirs, 30)), not \(short($0.mine, 30))" }
                            .joined(separator: "; ")),
            ]
        }
    }

    private func signed(_ bits: Double) -> String { String(format: "%+.1f", bits) }

    /// Nothing that matching says is certain.
    private func percent(_ share: Double) -> String { String(format: "%.1f %%", min(share * 100, 99.9)) }

    // MARK: Place, issues, changes

    private var placeLines: [String] {
        guard let assignment else { return [] }
        var lines = aligned([
            ["status", assignment.status + (assignment.newUnit.map { ": \($0)" } ?? "")], ["rule", assignment.rule],
            ["because", assignment.basis],
        ])
        let tried = assignment.rules.dropLast().map { rule in ["  " + rule.name, reason(rule, assignment)] }
        if !tried.isEmpty { lines += ["  rules asked before"] + aligned(Array(tried)) }
        return lines
    }

    /// Why a rule did not decide.
    private func reason(_ rule: Rule, _ assignment: Assignment) -> String {
        switch rule.outcome {
        case "decision": return "no decision on this person or the unit that could be applied"
        case "leaving": return "no row asks to retire or resign"
        case "plan":
            return assignment.proposedUnit.map { "“\(short($0, 60))” names no one new unit" } ?? "no list plans a place"
        default: break
        }
        if !rule.unitKinds.isEmpty, !rule.unitKinds.contains(assignment.oldUnitKind ?? "") {
            let kind = assignment.oldUnitKind.map { "the unit is a \($0)" } ?? "no unit is known"
            return "is for \(rule.unitKinds.joined(separator: ", ")); \(kind)"
        }
        if !rule.positionWords.isEmpty || !rule.rankPrefixes.isEmpty {
            let position = [assignment.position, assignment.rank].compactMap { $0 }.joined(separator: ", ")
            return "is for certain positions; “\(short(position, 60))” is none of them"
        }
        return "is for such units, and could not tell where to"
    }

    private var issueLines: [String] {
        aligned(issues.map { [$0.severity, $0.code, $0.place ?? "", short($0.message, 120)] })
    }

    private var changeLines: [String] {
        aligned(
            changes.map { change in
                var text = change.other.map { "\($0)" } ?? ""
                if change.before != nil || change.after != nil {
                    text = [change.before, change.after].map { value in
                        short((value ?? "nothing").split(separator: "|").joined(separator: ", "), 60)
                    }.joined(separator: " -> ")
                }
                return [change.kind, change.field ?? "", text]
            })
    }
}
