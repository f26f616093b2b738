// The sentences for what is odd about a proposal, whatever the standards say.

public import Personnel

/// Findings by name, in the pipeline's language; `{1}`, `{2}` stand for what each names.
public struct FindingTexts: Sendable {
    enum Finding: String, CaseIterable {
        case vacant
        case tooMany = "too_many"
        case incompatible
        case seatEnded = "seat_ended"
        case wrongKind = "wrong_kind"
        case otherUnit = "other_unit"
        case unclear
        case inReview = "in_review"
        case yearOnly = "year_only"
        case unplaced
        case unplacedLeaving = "unplaced_leaving"
        case unplacedNowhere = "unplaced_nowhere"
        case unplacedElsewhere = "unplaced_elsewhere"
    }

    private let messages: [Finding: String]

    /// - Parameter table: `findings.csv`: finding, message; every finding once.
    public init(_ table: ReferenceTable) throws(ReferenceError) {
        let (finding, message) = (try table.column("finding"), try table.column("message"))
        var messages: [Finding: String] = [:]
        for row in table.rows {
            guard let known = Finding(rawValue: row.cells[finding]), messages[known] == nil else {
                let names = Finding.allCases.map(\.rawValue).joined(separator: ", ")
                throw table.mistake(in: row, column: "finding", expected: "each of \(names) once")
            }
            guard !row.cells[message].isEmpty else {
                throw table.mistake(in: row, column: "message", expected: "a sentence")
            }
            messages[known] = row.cells[message]
        }
        for known in Finding.allCases where messages[known] == nil {
            throw ReferenceError(
                path: table.path, line: (table.rows.last?.line ?? 1) + 1, column: "finding",
                expected: "the finding \(known.rawValue)", found: "")
        }
        self.messages = messages
    }

    func text(_ finding: Finding, _ first: String = "", _ second: String = "", _ third: String = "") -> String {
        filled(messages[finding] ?? finding.rawValue, ["1": first, "2": second, "3": third])
    }

    func finding(_ finding: Finding, _ first: String = "", _ second: String = "", _ third: String = "")
        -> DossierFinding
    {
        DossierFinding(code: finding.rawValue, message: text(finding, first, second, third))
    }
}
