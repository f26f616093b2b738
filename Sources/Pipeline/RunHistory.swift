// `sapxep history` and `sapxep diff`: the published runs, and what is different between two of them.

import Foundation
import Load
import Personnel

extension PublishedRuns {
    /// The runs as a table for a terminal, the last published first; no personal data.
    public var history: String {
        let current = folder.currentRun
        var rows = [["", "run", "finished", "files", "people"]]
        rows[0] += AssignmentStatus.allCases.map(\.rawValue) + ["pairs", "issues"]
        rows[0] += IdentityChange.Kind.allCases.map(\.rawValue) + ["run before"]
        for name in names {
            let mark = name == current ? "*" : ""
            guard let data = FileManager.default.contents(atPath: folder.location + "/runs/" + name + "/manifest.json"),
                let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
            else {
                rows.append([mark, name, "its manifest.json can't be read"])
                continue
            }
            rows.append([mark, name, manifest.finishedAt] + Self.figures(manifest))
        }
        return aligned(rows).joined(separator: "\n")
    }

    private static func figures(_ manifest: Manifest) -> [String] {
        func count(_ key: String) -> String { manifest.counts[key].map(String.init) ?? "?" }
        let issues = Severity.allCases.reduce(0) { $0 + (manifest.counts["issues.\($1.rawValue)"] ?? 0) }
        var figures = [count("files.all"), count("people")]
        figures += AssignmentStatus.allCases.map { count("assignments.\($0.rawValue)") }
        figures += [count("review_pairs"), String(issues)]
        figures += IdentityChange.Kind.allCases.map { count("changes.\($0.rawValue)") }
        return figures + [manifest.predecessor ?? "none"]
    }

    /// What is different from one run to another, for a person to read: it holds names and values.
    ///
    /// - Parameter limit: how many changes of a kind are shown; nil: all.
    public func difference(from older: String, to newer: String, limit: Int?) throws(RunFailure) -> String {
        let (before, after) = (try name(of: older), try name(of: newer))
        let changes = try Self.reading("\(before), \(after)") {
            try RunComparison(from: folder.database(of: before), to: folder.database(of: after)).changes()
        }
        let kinds = IdentityChange.Kind.allCases.map(\.rawValue) + ["unit", "assignment", "value"]
        var lines = ["from \(before) to \(after)"]
        lines += aligned(
            kinds.map { kind in
                let people = Set(changes.people.filter { $0.kind == kind }.map(\.person))
                return [kind, people.count == 1 ? "1 person" : "\(people.count) people"]
            })
        for kind in kinds {
            let found = changes.people.filter { $0.kind == kind }
            if found.isEmpty { continue }
            lines += ["", kind] + aligned(found.prefix(limit ?? found.count).map(Self.cells))
            if let limit, found.count > limit { lines.append("  … and \(found.count - limit) more (--all shows them)") }
        }
        if !changes.issues.isEmpty {
            lines += ["", "issues"]
            lines += aligned(
                [["sender", "code", "before", "appeared", "resolved", "after"]]
                    + changes.issues.map { issue in
                        [issue.sender, issue.code]
                            + [issue.before, issue.appeared, issue.resolved, issue.after].map(String.init)
                    })
        }
        return lines.joined(separator: "\n")
    }

    private static func cells(_ change: RunComparison.Change) -> [String] {
        var cells = [String(change.person), change.name]
        if let field = change.field { cells.append(field) }
        switch change.kind {
        case "merged": cells.append("is \(change.other.map(String.init) ?? "")")
        case "split": cells.append("was taken for \(change.other.map(String.init) ?? "")")
        case "unit", "assignment", "value":
            let parts = [change.before, change.after].map { value in
                (value ?? "nothing").split(separator: "|").joined(separator: ", ")
            }
            cells.append(parts.joined(separator: " -> "))
        default: break
        }
        return cells
    }
}
