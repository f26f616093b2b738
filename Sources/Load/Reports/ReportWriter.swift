// Writes the reports of a run from its finished database, so that every figure in them agrees with it.

import GRDB
import Glibc
import Personnel

/// A report that was written: its path under the reports' folder and how many rows of data it holds.
public struct WrittenReport: Sendable, Equatable {
    /// The path under the reports' folder.
    public var name: String
    /// Rows of data, titles and headings aside.
    public var rows: Int
}

/// Writes the reports of outputs.md as CSV files that Excel opens safely, save those that `PeopleReports` writes.
///
///     let written = try ReportWriter(database: run + "/personnel.sqlite", folder: run + "/reports", texts, labels)
///         .writeAll()
///
/// Folders have mode 0700, files 0600. The same database gives the same bytes.
public struct ReportWriter {
    private let queue: DatabaseQueue
    private let folder: String
    private let texts: ReportTexts
    private let labels: FieldLabels

    /// - parameter folder: made if it is not there; reports that are in it already are never written over.
    /// - throws: GRDB's `DatabaseError` when the database cannot be opened.
    public init(database path: String, folder: String, texts: ReportTexts, labels: FieldLabels) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536")
            ReportOrder.add(to: db, texts: texts)
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        self.folder = folder
        self.texts = texts
        self.labels = labels
    }

    /// Writes every report; answers what was written, in order.
    ///
    /// - throws: `LoadError.file` with the path that failed; that file is then gone.
    public func writeAll() throws -> [WrittenReport] {
        try Self.makeFolder(folder)
        return try queue.read { db in
            var written: [WrittenReport] = []
            for report in ReportCatalogue.reports where report.isFromDatabase {
                let path = folder + "/" + report.name + ".csv"
                let rows = try ReportFile.write(path) { file in try page(db, report, file).writeAll() }
                written.append(WrittenReport(name: report.name + ".csv", rows: rows))
            }
            written += try writeRejectedRows(db)
            written += try writeHandovers(db)
            return written
        }
    }

    private func page(_ db: Database, _ report: Report, _ file: ReportFile) -> ReportPage {
        ReportPage(db: db, texts: texts, labels: labels, report: report, file: file)
    }

    /// Writes one file for each giver and receiver, named after both; a name that is taken gets a number.
    private func writeHandovers(_ db: Database) throws -> [WrittenReport] {
        let pairs = try HandoverReport.pairs(db)
        if pairs.isEmpty { return [] }
        let report = HandoverReport.report
        try Self.makeFolder(folder + "/" + report.name)
        var names: Set<String> = []
        return try pairs.map { pair in
            // Files have names of 255 bytes at most.
            let giver = String(Self.fileName(pair.giver ?? "-").prefix(120))
            let stem = giver + "--" + Self.fileName(pair.receiver).prefix(60)
            var name = stem
            var number = 2
            while !names.insert(name).inserted {
                name = stem + "-\(number)"
                number += 1
            }
            let path = report.name + "/" + name + ".csv"
            let rows = try ReportFile.write(folder + "/" + path) { file in
                try HandoverReport.write(pair, on: page(db, report, file))
            }
            return WrittenReport(name: path, rows: rows)
        }
    }

    /// Writes for each sender of rejected rows or refused files what goes back.
    private func writeRejectedRows(_ db: Database) throws -> [WrittenReport] {
        let report = RejectedRowsReport.report
        let senders = try RejectedRowsReport.senders(db)
        if senders.isEmpty { return [] }
        try Self.makeFolder(folder + "/" + report.name)
        let rowIDs = try RejectedRowsReport.rowsBySender(db)
        return try senders.map { sender in
            let name = report.name + "/" + Self.fileName(sender) + ".csv"
            let rows = try ReportFile.write(folder + "/" + name) { file in
                try RejectedRowsReport.write(rowIDs[Array(sender.utf8)] ?? [], of: sender, on: page(db, report, file))
            }
            return WrittenReport(name: name, rows: rows)
        }
    }

    static func makeFolder(_ path: String) throws(LoadError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .file(path: path, errorNumber: errno) }
    }

    /// A key as the name of a file: without slashes and control characters, never hidden, never empty.
    static func fileName(_ key: String) -> String {
        let name = String(
            String.UnicodeScalarView(
                key.unicodeScalars.map { "/\\:*?\"<>|".unicodeScalars.contains($0) || $0.value < 0x20 ? "-" : $0 }))
        return name.isEmpty || name.hasPrefix(".") ? "_" + name : name
    }
}
