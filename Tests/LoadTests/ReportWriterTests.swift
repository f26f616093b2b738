// The reports as people read them, compared with stored ones: a change in what anybody sees is seen in the diff.

import Foundation
import GRDB
import Personnel
import Testing

@testable import Load

@Suite struct ReportWriterTests {
    static let names = [
        "roster.csv", "roster/03253.csv", "roster/03256.csv", "duplicates.csv", "unresolved.csv",
        "headcount-by-unit.csv", "unit-succession.csv", "service-units.csv", "key-positions.csv", "benefits.csv",
        "handover.csv",
        "rejected-rows.csv",
        "reconciliation.csv",
        "data-quality.csv", "review-queue.csv", "changes.csv", "rejected-rows/tuan-giao.csv",
        "handover/tuan-giao-school-mn-hoa-ban--03256.csv",
    ]

    private static var golden: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/reports")
    }

    private static func write(in place: Workplace, _ name: String = "reports") throws -> [WrittenReport] {
        let (folder, texts) = (place.folder + "/" + name, try ReportTexts(Language.table("reports.csv")))
        let labels = try FieldLabels(Language.table("fields.csv"))
        let named = try PeopleReports(
            InventedRun.consolidation(), run: InventedRun.facts, folder: folder, texts: texts, labels: labels,
            messages: Language.messages()
        ).writeAll()
        let others = try ReportWriter(
            database: place.database(name + ".sqlite"), folder: folder, texts: texts, labels: labels
        ).writeAll()
        return named + others
    }

    @Test("each report of the invented run is the stored one, byte for byte")
    func sameAsStored() throws {
        let place = try Workplace()
        let written = try Self.write(in: place)
        #expect(written.map(\.name) == Self.names)
        let keeps = ProcessInfo.processInfo.environment["SAPXEP_STORE_REPORTS"] != nil
        for name in Self.names {
            let made = try Data(contentsOf: URL(filePath: place.folder + "/reports/" + name))
            let stored = Self.golden.appending(path: name)
            if keeps {
                try FileManager.default.createDirectory(
                    at: stored.deletingLastPathComponent(), withIntermediateDirectories: true)
                try made.write(to: stored)
            }
            let expected = try String(decoding: Data(contentsOf: stored), as: UTF8.self)
            #expect(Array(String(decoding: made, as: UTF8.self).utf8) == Array(expected.utf8), "\(name)")
        }
    }

    @Test("two senders whose names differ in the bytes of their accents alone get back their own rows alone")
    func accentsOfSenders() throws {
        let place = try Workplace()
        let database = try DatabaseQueue(path: place.database())
        let (whole, parted) = ("M\u{1B0}\u{1EDD}ng", "M\u{1B0}\u{1A1}\u{300}ng")
        try database.write { db in
            try db.execute(
                sql: """
                    UPDATE source_file SET sender = CASE WHEN EXISTS (SELECT 1 FROM source_row r
                        WHERE r.file_id = source_file.file_id AND kind = 'rejected') THEN ? ELSE ? END
                    """, arguments: [whole, parted])
            let rows = try RejectedRowsReport.rowsBySender(db)
            #expect(rows[Array(whole.utf8)]?.isEmpty == false)
            #expect(rows[Array(parted.utf8)] == nil)
        }
    }

    @Test("reports are for their owner alone and are never written over")
    func files() throws {
        let place = try Workplace()
        _ = try Self.write(in: place)
        for (path, mode) in [("", 0o700), ("/roster", 0o700), ("/roster.csv", 0o600), ("/roster/03253.csv", 0o600)] {
            let found = try FileManager.default.attributesOfItem(atPath: place.folder + "/reports" + path)
            #expect(found[.posixPermissions] as? Int == mode, "\(path)")
        }
        let writer = try ReportWriter(
            database: place.folder + "/reports.sqlite", folder: place.folder + "/reports",
            texts: ReportTexts(Language.table("reports.csv")), labels: FieldLabels(Language.table("fields.csv")))
        let first = place.folder + "/reports/headcount-by-unit.csv"
        #expect(throws: LoadError.file(path: first, errorNumber: EEXIST)) { _ = try writer.writeAll() }
    }

    @Test("every report begins with a byte-order mark and ends its lines with CRLF")
    func encoding() throws {
        let place = try Workplace()
        for report in try Self.write(in: place) {
            let bytes = try Array(Data(contentsOf: URL(filePath: place.folder + "/reports/" + report.name)))
            #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
            #expect(bytes.suffix(2) == [0x0D, 0x0A])
            let loose = bytes.indices.filter { bytes[$0] == 0x0A && (($0 == 0) || bytes[$0 - 1] != 0x0D) }
            #expect(loose.isEmpty, "\(report.name)")
        }
    }
}
