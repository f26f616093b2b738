// The standards that a dossier must meet: what must be there, how much training, how long a person can still serve.

public import Personnel

/// The standards of a pipeline.
public struct Standards: Sendable {
    enum Check: Sendable {
        case field(Field)
        case qualification(Qualification)
        case politicalTheory(PoliticalTheory)
        /// At least so many months until retirement, for whom it says.
        case remainingMonths(Int, Term)
    }

    /// Whether a person holds such a position already.
    enum Term: Sendable { case any, first, again }

    struct Standard: Sendable {
        let name: String
        /// Names of seats; empty for all.
        let seats: Set<String>
        let check: Check
        /// The sentence for a value below the standard, with `{value}` and `{standard}`.
        let below: String
        /// The sentence for a value that is not there.
        let missing: String
    }

    /// What is known of a person for a seat.
    struct Dossier {
        let values: PersonRecord
        let remainingMonths: Int?
        let holdsSuchAPosition: Bool
    }

    let standards: [Standard]
    private let labels: [String: String]

    /// - Parameter table: `standards.csv`: standard, seats (parted by `;`, `*` for all), check (`field`, `qualification`,
    ///   `political_theory`, `remaining_months`, `remaining_months_first`, `remaining_months_again`), value, below,
    ///   missing, standing, basis.
    /// - Parameter seats: which names a standard may have.
    /// - Parameter labels: the words for codes of qualification and political theory.
    public init(_ table: ReferenceTable, seats: Seats, labels: [String: String]) throws(ReferenceError) {
        let (name, list) = (try table.column("standard"), try table.column("seats"))
        let (below, missing) = (try table.column("below"), try table.column("missing"))
        let known = Set(seats.seats.map(\.name))
        var standards: [Standard] = []
        for row in table.rows {
            let check = try Self.check(row, table)
            var names = row.cells[list].split(separator: ";").map(String.init)
            if names == ["*"] { names = [] } else if names.isEmpty { names = [""] }
            guard names.allSatisfy({ known.contains($0) }) else {
                throw table.mistake(in: row, column: "seats", expected: "names of seats parted by ;, or *")
            }
            guard !row.cells[missing].isEmpty else {
                throw table.mistake(in: row, column: "missing", expected: "a sentence")
            }
            if case .field = check {
            } else if row.cells[below].isEmpty {
                throw table.mistake(in: row, column: "below", expected: "a sentence")
            }
            standards.append(
                Standard(
                    name: row.cells[name], seats: Set(names), check: check, below: row.cells[below],
                    missing: row.cells[missing]))
        }
        self.standards = standards
        self.labels = labels
    }

    private static func check(_ row: ReferenceTable.Row, _ table: ReferenceTable) throws(ReferenceError) -> Check {
        let value = row.cells[try table.column("value")]
        func months(_ term: Term) throws(ReferenceError) -> Check {
            guard let number = Int(value), number >= 0 else {
                throw table.mistake(in: row, column: "value", expected: "a number of months")
            }
            return .remainingMonths(number, term)
        }
        switch row.cells[try table.column("check")] {
        case "field":
            guard let field = Field(name: value) else {
                throw table.mistake(in: row, column: "value", expected: "the name of a field")
            }
            return .field(field)
        case "qualification":
            guard let least = Qualification(rawValue: value) else {
                throw table.mistake(in: row, column: "value", expected: "a qualification")
            }
            return .qualification(least)
        case "political_theory":
            guard let least = PoliticalTheory(rawValue: value) else {
                throw table.mistake(in: row, column: "value", expected: "a level of political theory")
            }
            return .politicalTheory(least)
        case "remaining_months": return try months(.any)
        case "remaining_months_first": return try months(.first)
        case "remaining_months_again": return try months(.again)
        default:
            throw table.mistake(
                in: row, column: "check",
                expected: "field, qualification, political_theory or remaining_months (_first, _again)")
        }
    }

    /// What a dossier lacks for a seat, in the table's order, and whether any of it is below the standard.
    func findings(_ dossier: Dossier, seat: String) -> (findings: [DossierFinding], isBelow: Bool) {
        var findings: [DossierFinding] = []
        var isBelow = false
        for standard in standards where standard.seats.isEmpty || standard.seats.contains(seat) {
            switch outcome(standard, dossier) {
            case .met: continue
            case .missing: findings.append(DossierFinding(code: standard.name, message: standard.missing))
            case .below(let value, let least):
                isBelow = true
                let message = filled(standard.below, ["value": value, "standard": least])
                findings.append(DossierFinding(code: standard.name, message: message))
            }
        }
        return (findings, isBelow)
    }

    private enum Outcome {
        case met, missing
        case below(String, String)
    }

    private func outcome(_ standard: Standard, _ dossier: Dossier) -> Outcome {
        switch standard.check {
        case .field(let field):
            return dossier.values.hasValue(of: field) ? .met : .missing
        case .qualification(let least):
            return compared(dossier.values.qualification, least, "qualification")
        case .politicalTheory(let least):
            return compared(dossier.values.politicalTheory, least, "political_theory")
        case .remainingMonths(let least, let term):
            if term == .first && dossier.holdsSuchAPosition || term == .again && !dossier.holdsSuchAPosition {
                return .met
            }
            guard let months = dossier.remainingMonths else { return .missing }
            return months >= least ? .met : .below("\(months)", "\(least)")
        }
    }

    /// Cases stand best first.
    private func compared<Level: CaseIterable & Equatable & RawRepresentable<String>>(
        _ value: Level?, _ least: Level, _ domain: String
    ) -> Outcome {
        guard let value else { return .missing }
        let order = Array(Level.allCases)
        guard let place = order.firstIndex(of: value), let limit = order.firstIndex(of: least), place > limit else {
            return .met
        }
        return .below(
            labels[domain + "." + value.rawValue] ?? value.rawValue,
            labels[domain + "." + least.rawValue] ?? least.rawValue
        )
    }
}
