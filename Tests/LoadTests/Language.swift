// The pipeline's language as the tests use it, and a place of their own on disk.

import Foundation
import Load
import Personnel

/// The tables under `Pipelines/dien-bien/language`.
enum Language {
    static var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Pipelines/dien-bien/language")
    }

    static func table(_ name: String) throws -> ReferenceTable {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        var lines = records(of: text)
        let columns = lines.isEmpty ? [] : lines.removeFirst().cells
        let rows = lines.filter { $0.cells != [""] && !$0.cells[0].hasPrefix("#") }
        return ReferenceTable(path: name, columns: columns, rows: rows)
    }

    static func messages() throws -> IssueMessages {
        try IssueMessages(table("issues.csv"), labels: FieldLabels(table("fields.csv")))
    }

    /// RFC 4180, for the small and well-formed files of the pipeline.
    static func records(of text: String) -> [ReferenceTable.Row] {
        var rows: [ReferenceTable.Row] = []
        var cells: [String] = []
        var cell = ""
        var isQuoted = false
        var (line, firstLine) = (1, 1)
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        func endRow() {
            rows.append(.init(line: firstLine, cells: cells + [cell]))
            (cells, cell, firstLine) = ([], "", line)
        }
        while let scalar = next {
            next = scalars.next()
            if scalar == "\n" { line += 1 }
            switch scalar {
            case "\"" where isQuoted && next == "\"":
                cell += "\""
                next = scalars.next()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                cells.append(cell)
                cell = ""
            case "\n" where !isQuoted: endRow()
            case "\r" where !isQuoted, "\u{FEFF}": break
            default: cell.unicodeScalars.append(scalar)
            }
        }
        if !cell.isEmpty || !cells.isEmpty { endRow() }
        return rows
    }
}

/// A new folder that goes when the test is over.
final class Workplace {
    let folder: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "sapxep-load-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The path of the database of the invented run, written now.
    func database(_ name: String = "personnel.sqlite", _ consolidation: Consolidation = InventedRun.consolidation())
        throws
        -> String
    {
        let path = folder + "/" + name
        _ = try DatabaseWriter(path: path).write(consolidation, run: InventedRun.facts, messages: Language.messages())
        return path
    }
}
