// Reads one file as a run would, and keeps what a run forgets: how each thing was recognised.

import Extract
import Foundation
import Personnel
import Tabular
import Transform
import Vietnamese

/// Inspects files with the knowledge of a pipeline.
public struct Inspector: Sendable {
    private static let rowsShown = 12

    private let knowledge: PipelineKnowledge

    /// - Parameter pipeline: a folder or YAML file, or the name of a folder under `Pipelines/`.
    public init(pipeline: String) throws(RunFailure) {
        knowledge = try PipelineKnowledge(PipelineFolder(pipeline), asOf: nil)
    }

    /// How a file is read.
    ///
    /// - Throws: `RunFailure`: status 2 where there is no such file, 1 where it is refused.
    public func inspect(_ path: String) throws(RunFailure) -> Inspection {
        let file = try InspectedFile(path: path, limits: knowledge.configuration.limits)
        do {
            return try inspect(file)
        } catch let refusal as RefusedFile {
            throw RunFailure(refusal, path: path)
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw .failed("\(path): \(error)")
        }
    }

    private func inspect(_ file: InspectedFile) throws -> Inspection {
        var source = try TabularFile(path: file.path, limits: file.limits, unknownLetters: .readAsWestern)
        var reading = ListReading(
            normalizer: ListNormalizer(knowledge.listReader.normalizer), rowsShown: Self.rowsShown)
        let place = self.place(of: file.path)
        if let assets = knowledge.listReader.assets, assets.takes(place.path) {
            return try inspect(file, &source, assets, place)
        }
        let list = try knowledge.listReader.extractor.extract(fileIndex: 0, path: place.path, sender: place.sender) {
            row, context in
            reading.take(row, context)
        } from: { take in
            try source.read { batch, info in
                reading.note(batch)
                try take(batch, info)
            }
        }
        return try inspection(
            file, source, listDate: list.listDate, rowKinds: reading.counts,
            sheets: list.sheets.indices.map { sheet($0, of: list, file, reading) },
            totals: list.totals.map(Inspection.Total.init), issues: reading.issues + list.issues)
    }

    private func inspection(
        _ file: InspectedFile, _ source: TabularFile, listDate: PartialDate?, rowKinds: [String: Int],
        sheets: [Inspection.Sheet], totals: [Inspection.Total], issues: [Issue]
    ) throws -> Inspection {
        let headings = try file.headings()
        return Inspection(
            path: file.path, bytes: Self.size(of: file.path), format: file.format.rawValue,
            encoding: Inspection.Encoding(
                name: source.encoding.name, confidence: Self.percent(source.encoding.confidence)),
            repairs: TextDamage.allCases.compactMap { damage in
                source.repairs[damage].map { Inspection.Repair(damage: damage.rawValue, cells: $0) }
            },
            dialect: file.dialect.map(Inspection.DialectFacts.init), listDate: listDate?.description,
            rowKinds: rowKinds, sheets: sheets, totals: totals, issues: self.issues(issues),
            tables: zip(file.tables, headings).map { Inspection.Table($0, in: file, columns: $1) })
    }

    /// A list of assets or balances, as the folder in which it lies says.
    private func inspect(
        _ file: InspectedFile, _ source: inout TabularFile, _ assets: AssetListReader,
        _ place: (path: String, sender: String)
    ) throws -> Inspection {
        var reading = AssetReading(rowsShown: Self.rowsShown)
        var normalized = SourceList(file: SourceFile(path: place.path, sender: place.sender))
        var normalizer = AssetListNormalizer(assets.normalizer)
        let found = try assets.extractor.extract(fileIndex: 0, path: place.path, sender: place.sender) { row, context in
            let before = normalized.rejected.count
            normalizer.take(row, context, into: &normalized)
            reading.take(row, context, isRejected: normalized.rejected.count > before)
        } from: { take in
            try source.read { batch, info in
                reading.note(batch)
                try take(batch, info)
            }
        }
        normalizer.finish(into: &normalized)
        let sheets = found.sheets.indices.map { index in
            Inspection.Sheet(
                sheet: index + 1, name: found.sheets[index],
                hidden: index < file.sheets.count && file.sheets[index].info.isHidden,
                rows: index < file.sheets.count ? file.sheets[index].profile.rowCount : 0,
                titles: reading.titles[index, default: []], sections: reading.sections[index, default: []],
                lists: reading.lists[index, default: []], firstRows: reading.firstRows[index, default: []])
        }
        return try inspection(
            file, source, listDate: nil, rowKinds: reading.counts, sheets: sheets, totals: [],
            issues: normalized.issues + found.issues)
    }

    /// The path under INPUT and the sender, as far as the path shows: from the first folder that is a known sender's, below
    /// the folder `Input` where there is one.
    private func place(of path: String) -> (path: String, sender: String) {
        let parts = path.split(separator: "/").map(String.init)
        let root = parts.lastIndex { $0.lowercased() == "input" } ?? -1
        let folders = parts[(root + 1)...].dropLast()
        guard let start = folders.firstIndex(where: knowledge.listReader.knownSenders.contains) else {
            return (parts.last ?? path, "")
        }
        return (parts[start...].joined(separator: "/"), parts[start])
    }

    private func sheet(
        _ index: Int, of list: ExtractedList, _ file: InspectedFile, _ reading: ListReading
    ) -> Inspection.Sheet {
        let summary = list.sheets[index]
        var sections: [String] = []
        var titles: [String] = []
        for context in reading.contexts[index, default: []].map({ list.contexts[$0] }) {
            if context.titles.count > titles.count { titles = context.titles }
            let words = context.sections.map { $0.marker.isEmpty ? $0.text : $0.marker + ". " + $0.text }
            let path = words.joined(separator: " / ")
            if !path.isEmpty, !sections.contains(path) { sections.append(path) }
        }
        return Inspection.Sheet(
            sheet: index + 1, name: summary.name, hidden: summary.isHidden,
            rows: index < file.sheets.count ? file.sheets[index].profile.rowCount : 0, titles: titles,
            sections: sections, lists: summary.tables.map(self.list), firstRows: reading.firstRows(ofSheet: index))
    }

    private func list(_ table: TableSummary) -> Inspection.List {
        let columns = table.columns.filter { !$0.heading.isEmpty || $0.meaning != .unknown }
        return Inspection.List(
            headingRows: table.headingRows, firstRow: table.firstRow,
            columns: columns.map { column in
                let name = column.meaning.name
                return Inspection.Column(
                    column: column.index + 1, heading: column.heading, field: name.isEmpty ? nil : name,
                    label: label(of: column.meaning), confidence: Self.percent(column.confidence),
                    method: column.method.rawValue)
            },
            unrecognised: columns.filter { $0.meaning == .unknown }.map(\.heading))
    }

    private func label(of meaning: ColumnMeaning) -> String? {
        switch meaning {
        case .field(let field): knowledge.fieldLabels[field]
        case .combined(let first, let second): knowledge.fieldLabels[first] + " + " + knowledge.fieldLabels[second]
        case .known, .unknown: nil
        }
    }

    /// Issues by code, the worst first.
    private func issues(_ issues: [Issue]) -> [Inspection.IssueGroup] {
        let groups = Dictionary(grouping: issues, by: \.code)
        let codes = Severity.allCases.flatMap { severity in IssueCode.allCases.filter { $0.severity == severity } }
        return codes.compactMap { code in
            groups[code].map { issues in
                Inspection.IssueGroup(
                    code: code.rawValue, severity: code.severity.rawValue, title: knowledge.messages.title(of: code),
                    count: issues.count, places: issues.map(Inspection.Place.init))
            }
        }
    }

    private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

    private static func size(of path: String) -> Int {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
        return size?.intValue ?? 0
    }
}

/// What is kept of a list while its rows go by.
private struct ListReading {
    private struct RowKey: Hashable {
        var sheet: Int
        var number: UInt32
    }

    private var normalizer: ListNormalizer
    private var list = SourceList(file: SourceFile(path: "", sender: ""))
    private let rowsShown: Int
    private var shown: [Int: [Inspection.Row]] = [:]
    private var kinds: [RowKey: RowKind] = [:]
    private var rowCounts: [RowKind: Int] = [:]
    /// The contexts met on each sheet, in order.
    private(set) var contexts: [Int: [Int]] = [:]

    var issues: [Issue] { list.issues }

    init(normalizer: ListNormalizer, rowsShown: Int) {
        self.normalizer = normalizer
        self.rowsShown = rowsShown
    }

    /// Keeps the first rows of a sheet.
    mutating func note(_ batch: RowBatch) {
        for index in 0..<batch.count {
            guard shown[batch.sheet, default: []].count < rowsShown else { return }
            let row = batch[index]
            shown[batch.sheet, default: []].append(
                Inspection.Row(row: row.number, kind: RowKind.blank.rawValue, cells: row.texts))
        }
    }

    /// Counts a row for what it is once it has been normalised.
    mutating func take(_ row: SourceRow, _ context: RowContext) {
        var kind = row.kind
        if kind == .person, !normalizer.normalize(row, context: context, into: &list) { kind = .rejected }
        // Nobody asks for the records.
        list.removeRecords()
        rowCounts[kind, default: 0] += 1
        let sheet = Int(row.place.sheet)
        if contexts[sheet]?.last != row.context { contexts[sheet, default: []].append(row.context) }
        if shown[sheet, default: []].contains(where: { $0.row == row.place.row }) {
            kinds[RowKey(sheet: sheet, number: row.place.row)] = kind
        }
    }

    var counts: [String: Int] {
        Dictionary(uniqueKeysWithValues: RowKind.allCases.map { ($0.rawValue, rowCounts[$0, default: 0]) })
    }

    func firstRows(ofSheet sheet: Int) -> [Inspection.Row] {
        shown[sheet, default: []].map { row in
            var row = row
            row.kind = (kinds[RowKey(sheet: sheet, number: row.row)] ?? .blank).rawValue
            return row
        }
    }
}
