// A model of matching from its YAML file: every mistake is an error with file, line and what was expected there.

import Personnel
import Transform
import Vietnamese

extension MatchModel {
    private static let keys = [
        "name", "id", "missing", "population", "background", "estimate", "thresholds", "fields", "comparisons",
        "blocking",
        "constraints",
    ]

    /// Reads the text of a model's file.
    init(yaml: String, path: String) throws(ReferenceError) {
        let root = try YAMLMapping(yaml: yaml, path: path)
        try root.allow(only: Self.keys)
        let fields = try MatchModel.fields(root.mapping("fields"))
        let reader = MatchRuleReader(fields: fields)
        self.init(
            name: try root.string("name"), fields: fields, comparisons: try reader.comparisons(root),
            blocking: try reader.blocking(root), constraints: try reader.constraints(root))
        population = try root.optionalNumber("population", in: 2...1e12)
        background = try root.optionalNumber("background", in: 0...1e12)
        idHeadings = try (root.optionalStrings("id") ?? ["id"]).map(asciiKey)
        missing = try (root.optionalStrings("missing") ?? []).map { $0.lowercased() }
        isEstimated = try root.optionalBool("estimate") ?? false
        let thresholds = try root.optionalMapping("thresholds")
        try thresholds?.allow(only: ["join", "review"])
        if let thresholds, try thresholds.optionalString("join") != "auto" {
            joinWeight = try thresholds.optionalNumber("join", in: -100...1_000)
        }
        reviewWeight = try thresholds?.optionalNumber("review", in: -100...1_000) ?? 0
        if let thresholds, let joinWeight, reviewWeight > joinWeight {
            throw thresholds.mistake("review", expected: "a number not above join (\(joinWeight))")
        }
        if joinWeight == nil, !isEstimated {
            throw (thresholds ?? root).mistake("join", expected: "a weight such as 7, where nothing is estimated")
        }
    }

    /// Reads the model of a pipeline: its fields must be those of records, and the pipeline may set the thresholds.
    init(yaml: String, path: String, settings: MatchingSettings) throws(ReferenceError) {
        try self.init(yaml: yaml, path: path)
        let entries = try YAMLMapping(yaml: yaml, path: path).mapping("fields")
        for field in fields {
            guard let known = RegisterField(rawValue: field.name) else {
                let names = RegisterField.allCases.map(\.rawValue).joined(separator: ", ")
                throw entries.mistake(field.name, expected: "only fields of a person's record: \(names)")
            }
            guard known.kind == field.kind else {
                throw try entries.mapping(field.name).mistake("kind", expected: known.kind.rawValue)
            }
        }
        joinWeight = settings.joinWeight ?? joinWeight
        reviewWeight = settings.reviewWeight ?? reviewWeight
    }

    private static func fields(_ mapping: YAMLMapping) throws(ReferenceError) -> [MatchField] {
        var fields: [MatchField] = []
        for name in mapping.keys {
            let entry = try mapping.mapping(name)
            try entry.allow(only: ["kind", "headings", "parts", "unless", "new_year", "frequencies"])
            guard let kind = try entry.choice("kind", of: MatchField.Kind.self) else {
                throw entry.mistake("kind", expected: "one of text, date, number, code")
            }
            var field = MatchField(name: name, kind: kind)
            field.headings = try (entry.optionalStrings("headings") ?? [name]).map(asciiKey)
            for part in try entry.optionalSequences("parts") ?? [] {
                guard kind == .date, part.count == 3 else {
                    throw entry.mistake("parts", expected: "for a date, lists of the headings of year, month and day")
                }
                field.parts.append(part.map(asciiKey))
            }
            field.unless = try entry.optionalStrings("unless") ?? []
            if let unknown = field.unless.first(where: { !mapping.keys.contains($0) }) {
                throw entry.mistake("unless", expected: "fields of this file, not \(unknown)")
            }
            if let use = try entry.optionalString("new_year") {
                guard kind == .date, use == "year" else {
                    throw entry.mistake("new_year", expected: "year, and only for a date")
                }
                field.newYearIsYear = true
            }
            if let frequencies = try entry.optionalMapping("frequencies") {
                guard kind == .text || kind == .code else {
                    throw entry.mistake("frequencies", expected: "a field of the kind text or code")
                }
                field.frequencies = try ValueFrequencies(frequencies)
            }
            fields.append(field)
        }
        return fields
    }
}

/// Reads what refers to the fields of a model.
private struct MatchRuleReader {
    let fields: [MatchField]

    private func field(_ name: String, for entry: YAMLMapping, _ key: String) throws(ReferenceError) -> MatchField {
        guard let field = fields.first(where: { $0.name == name }) else {
            let known = fields.map(\.name).joined(separator: ", ")
            throw entry.mistake(key, expected: "one of the fields \(known), not “\(name)”")
        }
        return field
    }

    // MARK: Comparisons

    func comparisons(_ root: YAMLMapping) throws(ReferenceError) -> [MatchComparison] {
        let entries = try root.mappings("comparisons")
        guard entries.count <= MatchComparison.largestCount else {
            throw root.mistake("comparisons", expected: "at most \(MatchComparison.largestCount) comparisons")
        }
        var comparisons: [MatchComparison] = []
        for entry in entries {
            try entry.allow(only: ["compare", "label", "levels"])
            let name = try entry.string("compare")
            let field = try field(name, for: entry, "compare")
            let levels = try entry.mappings("levels")
            guard levels.count <= MatchComparison.largestLevelCount else {
                throw entry.mistake("levels", expected: "at most \(MatchComparison.largestLevelCount) levels")
            }
            var comparison = MatchComparison(field: name, label: try entry.optionalString("label"), levels: [])
            for level in levels { comparison.levels.append(try self.level(level, of: field)) }
            comparisons.append(comparison)
        }
        return comparisons
    }

    private func level(_ entry: YAMLMapping, of field: MatchField) throws(ReferenceError) -> MatchLevel {
        try entry.allow(only: ["when", "named", "m", "u", "frequency"])
        var conditions: [MatchCondition] = []
        for text in try entry.strings("when") {
            conditions.append(try condition(text, of: field, for: entry, "when"))
        }
        let (m, u) = (try probability("m", entry), try probability("u", entry))
        var level = MatchLevel(conditions: conditions, name: try entry.optionalString("named"), m: m, u: u)
        if try entry.optionalString("frequency") == "unlimited" {
            level.frequencyLimit = .infinity
        } else {
            level.frequencyLimit = try entry.optionalNumber("frequency", in: 0...100)
        }
        if level.frequencyLimit != nil, field.kind == .number {
            throw entry.mistake("frequency", expected: "a field of another kind: numbers are not counted")
        }
        return level
    }

    private func probability(_ key: String, _ entry: YAMLMapping) throws(ReferenceError) -> Double {
        guard let value = try entry.optionalNumber(key, in: 0...1), value > 0 else {
            throw entry.mistake(key, expected: "a probability above 0, up to 1")
        }
        return value
    }

    private func condition(
        _ text: String, of field: MatchField, for entry: YAMLMapping, _ key: String
    ) throws(ReferenceError) -> MatchCondition {
        let known = MatchCondition.names(for: field.kind).joined(separator: ", ")
        guard let condition = MatchCondition(text: text), condition.fits(field.kind) else {
            throw entry.mistake(key, expected: "for a \(field.kind.rawValue), one of: \(known); not “\(text)”")
        }
        if let other = condition.otherField {
            guard try self.field(other, for: entry, key).kind == .text else {
                throw entry.mistake(key, expected: "another field of the kind text")
            }
        }
        return condition
    }

    // MARK: Blocking and constraints

    func blocking(_ root: YAMLMapping) throws(ReferenceError) -> [BlockingRule] {
        var rules: [BlockingRule] = []
        for entry in try root.mappings("blocking") {
            try entry.allow(only: ["by", "when", "split", "limit"])
            rules.append(
                BlockingRule(
                    parts: try parts("by", entry), when: try clauses("when", entry), split: try parts("split", entry),
                    limit: try entry.optionalInteger("limit", in: 2...100_000) ?? 64))
            if rules.last?.parts.isEmpty ?? true { throw entry.mistake("by", expected: "at least one field") }
        }
        return rules
    }

    private func parts(_ key: String, _ entry: YAMLMapping) throws(ReferenceError) -> [BlockingPart] {
        var parts: [BlockingPart] = []
        for text in try entry.optionalStrings(key) ?? [] {
            let words = text.split(separator: " ").map(String.init)
            let name = words.last ?? ""
            let field = try field(name, for: entry, key)
            if words.count == 1 {
                parts.append(BlockingPart(name))
                continue
            }
            let known = BlockingPiece.names(for: field.kind).joined(separator: ", ")
            guard words.count > 2, words[words.count - 2] == "of",
                let piece = BlockingPiece(name: words.dropLast(2).joined(separator: " ")), piece.fits(field.kind)
            else {
                throw entry.mistake(
                    key, expected: "a field, or “PIECE of \(name)” with one of: \(known); not “\(text)”")
            }
            parts.append(BlockingPart(name, piece))
        }
        return parts
    }

    func constraints(_ root: YAMLMapping) throws(ReferenceError) -> [MatchConstraint] {
        var constraints: [MatchConstraint] = []
        for entry in try root.optionalMappings("constraints") ?? [] {
            try entry.allow(only: ["forbid", "doubt", "unless", "below"])
            let verdicts = MatchConstraint.Verdict.allCases.filter { entry.keys.contains($0.rawValue) }
            guard verdicts.count == 1 else {
                throw entry.mistake("forbid", expected: "either forbid or doubt with what must hold")
            }
            constraints.append(
                MatchConstraint(
                    verdicts[0], when: try clauses(verdicts[0].rawValue, entry), unless: try clauses("unless", entry),
                    below: try entry.optionalNumber("below", in: -100...1_000)))
        }
        return constraints
    }

    /// `birth_date other year`, `national_id not one digit`.
    private func clauses(_ key: String, _ entry: YAMLMapping) throws(ReferenceError) -> [MatchClause] {
        var clauses: [MatchClause] = []
        for text in try entry.optionalStrings(key) ?? [] {
            var words = text.split(separator: " ").map(String.init)
            guard words.count > 1 else { throw entry.mistake(key, expected: "a field and a condition") }
            let name = words.removeFirst()
            let field = try field(name, for: entry, key)
            let isNegated = words[0] == "not" && words.count > 1
            if isNegated { words.removeFirst() }
            let condition = try condition(words.joined(separator: " "), of: field, for: entry, key)
            clauses.append(MatchClause(name, condition, isNegated: isNegated))
        }
        return clauses
    }
}
