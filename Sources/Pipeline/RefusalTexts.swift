// Why a file was refused or a decision does not fit, in the pipeline's language: what is wrong, where, and what its sender can do.

import Personnel
import Tabular

/// The sentences for refused files and unfit decisions, from a table with the columns `reason` and `message`.
///
/// `{place}` in a message stands for line and column where reading stopped, `{detail}` for a limit, a twin's path or a count.
struct RefusalTexts: Sendable {
    private let messages: [String: String]

    /// What is said beside the reasons that reading has.
    enum Key: String, CaseIterable {
        case duplicate
        case fileName = "file_name"
        case decisionColumns = "decision_columns"
        case decisionPersonID = "decision_person_id"
        case decisionPerson = "decision_person"
        case decisionUnit = "decision_unit"
        case decisionOldUnit = "decision_old_unit"
        case decisionOldUnitEmpty = "decision_old_unit_empty"
        case decisionAssignmentColumns = "decision_assignment_columns"
        case decisionReplaced = "decision_replaced"
        case decisionWord = "decision_word"
        case decisionGone = "decision_gone"
        case decisionRow = "decision_row"
        case decisionNothingApart = "decision_nothing_apart"
        case decisionContradicted = "decision_contradicted"
    }

    /// - Throws: `ReferenceError` when a reason has no message, or a message no reason.
    init(_ table: ReferenceTable) throws(ReferenceError) {
        let (reason, message) = (try table.column("reason"), try table.column("message"))
        let known = RefusedFile.Reason.allCases.map(\.rawValue) + Key.allCases.map(\.rawValue)
        var messages: [String: String] = [:]
        for row in table.rows {
            guard known.contains(row.cells[reason]), messages[row.cells[reason]] == nil else {
                throw table.mistake(
                    in: row, column: "reason", expected: "each of \(known.joined(separator: ", ")) once")
            }
            guard !row.cells[message].isEmpty else {
                throw table.mistake(in: row, column: "message", expected: "a sentence")
            }
            messages[row.cells[reason]] = row.cells[message]
        }
        for reason in known where messages[reason] == nil {
            throw ReferenceError(path: table.path, line: 1, expected: "a message for the reason \(reason)", found: "")
        }
        self.messages = messages
    }

    func message(for refusal: RefusedFile) -> String {
        var place = ""
        if let line = refusal.line { place = " (dòng \(line)" + (refusal.column.map { ", cột \($0)" } ?? "") + ")" }
        return filled(refusal.reason.rawValue, place: place, detail: refusal.detail ?? "")
    }

    /// A sentence that is about no place in a file.
    func text(_ key: Key, detail: String = "") -> String { filled(key.rawValue, place: "", detail: detail) }

    subscript(key: Key) -> String { text(key) }

    private func filled(_ key: String, place: String, detail: String) -> String {
        (messages[key] ?? key).split(separator: "{place}", omittingEmptySubsequences: false).joined(separator: place)
            .split(separator: "{detail}", omittingEmptySubsequences: false).joined(separator: detail)
    }
}
