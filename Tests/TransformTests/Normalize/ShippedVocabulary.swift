// The vocabulary that ships with Điện Biên's pipeline, for tests of what the officer's tables make of real cells.
import Foundation
import Personnel

@testable import Transform

/// Loads the tables of `Pipelines/dien-bien/vocabulary`.
enum ShippedVocabulary {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Pipelines/dien-bien/vocabulary")

    static func table(_ name: String) throws -> ReferenceTable {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        let lines = text.split(separator: "\n").map { cells(of: $0) }
        let rows = lines.enumerated().dropFirst().map { ReferenceTable.Row(line: $0 + 1, cells: $1) }
        return ReferenceTable(path: name, columns: lines.first ?? [], rows: rows)
    }

    static func knowledge() throws -> NormalizationKnowledge { try loaded.get() }

    /// Read once for all tests.
    private static let loaded = Result { try load() }

    private static func load() throws -> NormalizationKnowledge {
        try NormalizationKnowledge(
            ranks: table("ranks.csv"), rankWords: table("rank-words.csv"), salarySteps: table("salary-steps.csv"),
            ethnicities: table("ethnicities.csv"), religions: table("religions.csv"),
            qualifications: table("qualifications.csv"), politicalTheory: table("political-theory.csv"),
            categories: table("categories.csv"), positions: table("positions.csv"), genders: table("genders.csv"),
            missing: table("missing.csv"), citizenIDProvinces: table("citizen-id-provinces.csv"))
    }

    private static func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
