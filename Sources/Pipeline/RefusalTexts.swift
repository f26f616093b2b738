// Why a file was refused, in the pipeline's language: what is wrong, where, and what its sender can do.

import Personnel
import Tabular

/// The sentences for refused files, from a table with the columns `reason` and `message`.
///
/// `{place}` in a message stands for line and column where reading stopped, `{detail}` for a limit or a twin's path.
struct RefusalTexts: Sendable {
    private let messages: [String: String]

    private static let duplicate = "duplicate"
    private static let fileName = "file_name"

    /// - Throws: `ReferenceError` when a reason has no message, or a message no reason.
    init(_ table: ReferenceTable) throws(ReferenceError) {
        let (reason, message) = (try table.column("reason"), try table.column("message"))
        let known = RefusedFile.Reason.allCases.map(\.rawValue) + [Self.duplicate, Self.fileName]
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

    func duplicate(of path: String) -> String { filled(Self.duplicate, place: "", detail: path) }

    var unreadableName: String { filled(Self.fileName, place: "", detail: "") }

    private func filled(_ key: String, place: String, detail: String) -> String {
        (messages[key] ?? key).split(separator: "{place}", omittingEmptySubsequences: false).joined(separator: place)
            .split(separator: "{detail}", omittingEmptySubsequences: false).joined(separator: detail)
    }
}
