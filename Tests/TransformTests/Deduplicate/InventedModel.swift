// A model of people for tests of the engine: the fields and levels of the usual kind, in few lines.

import Testing

@testable import Transform

extension MatchModel {
    /// Names, birth dates, the two identity numbers, gender, unit and position of records.
    static let invented = MatchModel(
        name: "invented",
        fields: [
            MatchField(name: "full_name", kind: .text),
            MatchField(name: "birth_date", kind: .date, newYearIsYear: true),
            MatchField(name: "national_id", kind: .number), MatchField(name: "old_national_id", kind: .number),
            MatchField(name: "gender", kind: .code), MatchField(name: "unit_text", kind: .code),
            MatchField(name: "position", kind: .code), MatchField(name: "list", kind: .code),
        ],
        comparisons: [
            comparison(
                "full_name",
                [
                    ("equal", 0.86, 0.0005, 8), ("unaccented", 0.8, 0.0005, 8), ("same key", 0.03, 0.0005, 8),
                    ("edits 1 from 5", 0.04, 0.002, nil), ("lacks a word", 0.02, 0.002, nil),
                    ("different", 0.01, 0.99, nil),
                ]),
            comparison(
                "birth_date",
                [
                    ("equal", 0.9, 0.00007, 2), ("same month", 0.9, 0.002, nil), ("same year", 0.9, 0.025, nil),
                    ("day and month swapped", 0.01, 0.00007, nil), ("different", 0.02, 0.99, nil),
                ]),
            comparison(
                "national_id",
                [("equal", 0.93, 0.000_000_1, nil), ("one digit", 0.03, 0.000_01, nil), ("different", 0.03, 1, nil)]),
            comparison("old_national_id", [("equal", 0.9, 0.000_000_2, nil), ("different", 0.05, 1, nil)]),
            comparison("gender", [("equal", 0.995, 0.5, nil), ("different", 0.005, 0.5, nil)]),
            comparison("unit_text", [("equal", 0.75, 0.002, nil), ("different", 0.25, 0.99, nil)]),
            comparison("position", [("equal", 0.7, 0.03, nil), ("different", 0.3, 0.9, nil)]),
        ],
        blocking: [
            BlockingRule(parts: [BlockingPart("national_id")]), BlockingRule(parts: [BlockingPart("old_national_id")]),
            BlockingRule(parts: [BlockingPart("full_name"), BlockingPart("birth_date", .year)]),
            BlockingRule(parts: [BlockingPart("full_name"), BlockingPart("unit_text")]),
            BlockingRule(parts: [BlockingPart("full_name", .lastWord), BlockingPart("birth_date")]),
        ],
        constraints: [
            MatchConstraint(.forbid, when: [MatchClause("gender", .different), MatchClause("birth_date", .otherYear)]),
            MatchConstraint(
                .forbid,
                when: [MatchClause("national_id", .different), MatchClause("national_id", .oneDigit, isNegated: true)]),
            MatchConstraint(.doubt, when: [MatchClause("national_id", .different)]),
            MatchConstraint(
                .forbid, when: [MatchClause("list", .equal), MatchClause("birth_date", .different)],
                unless: [MatchClause("national_id", .equal)]),
        ],
        population: 2_000, joinWeight: 7, reviewWeight: 0, background: 2_000)
}

/// A comparison of levels given as the condition's words, m, u and the limit of frequency.
func comparison(_ field: String, _ levels: [(String, Double, Double, Double?)]) -> MatchComparison {
    MatchComparison(
        field: field,
        levels: levels.compactMap { words, m, u, limit in
            MatchCondition(text: words).map { MatchLevel(conditions: [$0], m: m, u: u, frequencyLimit: limit) }
        })
}

/// The level at which two rows of one field agree under conditions tried in order, in words; nil for none.
func level(_ kind: MatchField.Kind, _ conditions: [String], _ left: String, _ right: String) -> String? {
    let model = MatchModel(
        name: "one field", fields: [MatchField(name: "value", kind: kind)],
        comparisons: [comparison("value", conditions.map { ($0, 0.5, 0.5, nil) })],
        blocking: [BlockingRule(parts: [BlockingPart("value")])], joinWeight: 1)
    var cells = MatchCells(model)
    cells.add([left])
    cells.add([right])
    let table = MatchTable(cells.rows, layout: cells.layout, values: cells.numbering.table(), threads: 1)
    let evidence = PairScorer(table: table, model: model).score(0, 1).evidence
    return evidence[0] == 0 ? nil : conditions[evidence[0] - 1]
}
