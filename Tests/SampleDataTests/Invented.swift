// Invents districts for tests, from the tables of a pipeline.

import Foundation
import Pipeline

@testable import SampleData

struct Invented {
    let writer: DistrictWriter

    init(
        people: Int, seed: UInt64, mess: Mess = .usual, hasFullTruth: Bool = true, pipeline: String = "dien-bien"
    ) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = try PipelineFolder(root.appending(path: "Pipelines/\(pipeline)").path)
        let region = try SampleRegion(
            RegionTables(
                provinces: folder.table(named: "provinces"), districts: folder.table(named: "old_districts"),
                oldCommunes: folder.table(named: "old_communes"),
                newCommunes: folder.table(named: "new_communes"), succession: folder.table(named: "commune_succession"),
                receivingUnits: folder.table(named: "receiving_units"),
                citizenCodes: folder.table(named: "citizen_id_provinces")))
        let tables = try SampleTables { try folder.sampleTable($0) }
        writer = DistrictWriter(
            region: region, tables: tables, mess: mess, seed: seed, people: people, hasFullTruth: hasFullTruth)
    }

    var districts: Range<Int> { writer.quotas.indices }

    /// Everybody, district by district.
    func people() -> [InventedPerson] { districts.flatMap { writer.staff(of: $0).people } }

    /// The files of a district.
    func files(of district: Int) -> [SampleFile] {
        var files: [SampleFile] = []
        _ = writer.write(district: district) { files.append($0) }
        return files
    }

    /// The lines of a file of a district's truth.
    func truth(_ file: String, of district: Int) -> [Substring] {
        let outcome = writer.write(district: district) { _ in }
        return String(decoding: outcome.truth[file] ?? [], as: UTF8.self).split(separator: "\n")
    }
}
