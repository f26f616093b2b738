// `sapxep explain`: finds whom a question names in a published run, and says all that is known.

import Load
import Vietnamese

/// Explains people of a published run.
public struct Explainer {
    private let reader: ExplanationReader
    private let run: String

    /// - Parameter run: `current`, `previous`, or a run's id.
    /// - Throws: `RunFailure`: status 2 where there is no such run, 3 where it can't be read.
    public init(output: String, run: String = "current") throws(RunFailure) {
        let database = try PublishedRuns(output: output).database(of: run)
        self.run = run
        reader = try PublishedRuns.reading(database) { try ExplanationReader(database: database) }
    }

    /// The explanation of whom or what a text names: an id, an identity number, a name, or `FILE:ROW`, `FILE:SHEET:ROW`.
    ///
    /// - Throws: `RunFailure` (usage) for a text that names nobody, or several.
    public func explain(_ text: String) throws(RunFailure) -> String {
        switch try subject(of: text) {
        case .person(let id): return try explanation(of: id)
        case .merged(let id, let current):
            return "\(id) turned out to be \(current), whose id stays.\n\n" + (try explanation(of: current))
        case .gone(let id): return "\(id) is on no list any more; the id is kept for the day of coming back."
        case .several(let people):
            throw .usage("\(text): several people; name one by its id: " + people.joined(separator: "; "))
        case .row(let place, let kind, let reasons):
            return ([place, "  no person's row: \(kind)"] + reasons.map { "  " + $0 }).joined(separator: "\n")
        case .nothing:
            throw .usage("\(text): nobody of that id, number or name, and no such row, in this run")
        }
    }

    private func subject(of text: String) throws(RunFailure) -> ExplainedSubject {
        let text = cleanText(String(text.drop { $0 == "'" }))
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        return try PublishedRuns.reading("the run \(run)") {
            if parts.count > 1, let row = Int(parts[parts.count - 1]) {
                let path = parts.dropLast().joined(separator: ":")
                let found = try reader.subject(path: path, sheet: nil, row: row)
                if found != .nothing || parts.count < 3 { return found }
                return try reader.subject(
                    path: parts.dropLast(2).joined(separator: ":"), sheet: parts[parts.count - 2], row: row)
            }
            let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return try reader.subject(number: isNumber ? text : nil, nameKey: isNumber ? "" : asciiKey(text))
        }
    }

    private func explanation(of id: Int64) throws(RunFailure) -> String {
        let found = try PublishedRuns.reading("the run \(run)") { try reader.explanation(of: id) }
        guard let found else { throw .usage("\(id): nobody of that id in this run") }
        return found.text
    }
}
