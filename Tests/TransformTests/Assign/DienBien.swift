// The tables of the Điện Biên pipeline, read for tests: what ships is what is tested.

import Foundation
import Personnel
import Testing

@testable import Transform

enum DienBien {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Pipelines/dien-bien")

    /// A table of the pipeline by its path in the pipeline's folder, without its extension.
    static func table(_ name: String) throws -> ReferenceTable {
        let path = name + ".csv"
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        var rows = parse(text)
        let heading = rows.removeFirst()
        return ReferenceTable(path: path, columns: heading.cells, rows: rows)
    }

    static func tables() throws -> UnitTables {
        UnitTables(
            provinces: try table("units/provinces"), districts: try table("units/old-districts"),
            oldCommunes: try table("units/old-communes"),
            newCommunes: try table("units/new-communes"), receivingUnits: try table("units/receiving-units"),
            receivingAliases: try table("units/receiving-unit-aliases"),
            succession: try table("units/commune-succession"), aliases: try table("units/unit-aliases"),
            confusables: try table("units/confusable-names"), levelWords: try table("units/level-words"),
            unitWords: try table("units/unit-words"))
    }

    /// Read once: tests are many and the tables the same.
    private static let read = Result { try UnitCatalogue(tables()) }

    static func catalogue() throws -> UnitCatalogue { try read.get() }

    static func kinds() throws -> UnitKinds {
        try UnitKinds(
            try table("reorganisation/unit-kinds"), neutral: try table("reorganisation/neutral-words"),
            catalogue: try catalogue())
    }

    private static let readerRead = Result {
        let catalogue = try Self.catalogue()
        let senders = Dictionary(uniqueKeysWithValues: catalogue.districts.map { ($0.key, $0.key) })
        return UnitReader(catalogue: catalogue, kinds: try kinds(), senders: senders)
    }

    static func reader() throws -> UnitReader { try readerRead.get() }

    static let asOf = PartialDate(iso: "2025-07-01")

    static func assigner(decisions: [UnitDecision] = []) throws -> Assigner {
        let asOf = try #require(asOf)
        return try Assigner(
            catalogue: try catalogue(), rules: try table("reorganisation/rules"),
            leaving: try table("reorganisation/leaving"), plans: try table("reorganisation/plan-words"), asOf: asOf,
            decisions: decisions)
    }

    /// Records of CSV text: quotes, doubled quotes, no line breaks inside cells.
    private static func parse(_ text: String) -> [ReferenceTable.Row] {
        var rows: [ReferenceTable.Row] = []
        for (line, content) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !content.isEmpty && !content.hasPrefix("#") {
            var cells = [""]
            var isQuoted = false
            var previousQuote = false
            for character in content where character != "\r" {
                if character == "\"" {
                    if isQuoted {
                        isQuoted = false
                        previousQuote = true
                    } else {
                        if previousQuote { cells[cells.count - 1].append("\"") }
                        isQuoted = true
                        previousQuote = false
                    }
                } else if character == ",", !isQuoted {
                    cells.append("")
                    previousQuote = false
                } else {
                    cells[cells.count - 1].append(character)
                    previousQuote = false
                }
            }
            rows.append(ReferenceTable.Row(line: line + 1, cells: cells))
        }
        return rows
    }
}

/// A row of a list, for tests that need a register.
struct TestRow {
    var unit = ""
    var department = ""
    var position = ""
    var rank = ""
    var proposedUnit = ""
    var policy = ""
    var note = ""
    var context = RowContext(sender: "")
    var listDate: PartialDate?
}

extension Register {
    /// A register of rows, one list, in order.
    init(_ rows: [TestRow]) {
        self.init()
        var contexts: [RowContext: Int32] = [:]
        for (index, row) in rows.enumerated() {
            let context = contexts[row.context] ?? Int32(self.contexts.count)
            if contexts[row.context] == nil {
                contexts[row.context] = context
                self.contexts.append(row.context)
            }
            var record = PersonRecord(place: RowReference(file: 0, sheet: 0, row: UInt32(index + 1)), context: context)
            record.unit = pool.code(for: row.unit)
            record.department = pool.code(for: row.department)
            record.position = pool.code(for: row.position)
            record.rank = pool.code(for: row.rank)
            record.proposedUnit = pool.code(for: row.proposedUnit)
            record.policy = pool.code(for: row.policy)
            record.note = pool.code(for: row.note)
            record.listDate = row.listDate
            records.append(record)
        }
    }
}
