// Everything that lies in a run's folder: the database, checked; the reports; the page; the manifest.

import Foundation
import Load
import Personnel

/// Writes a run into its folder.
struct Publication {
    let folder: String
    let facts: RunFacts
    let knowledge: PipelineKnowledge
    /// The database of the run before; nil for the first run.
    var before: String? = nil
    /// What became of people since that run.
    var history = IdentityHistory()

    /// Makes the database of a run.
    static func beginDatabase(in folder: String) throws(RunFailure) -> DatabaseWriter {
        do {
            return try DatabaseWriter(path: folder + "/personnel.sqlite")
        } catch {
            throw failure(folder, error)
        }
    }

    private static func failure(_ folder: String, _ error: any Error) -> RunFailure {
        .failed("\(folder): can't be written, nothing was published: \(error)")
    }

    /// Writes the rest of the database and, beside it, the reports that name people.
    ///
    /// - Parameter rows: writes what the rows say; may still be at it.
    func writePeople(
        _ consolidation: Consolidation, to writer: DatabaseWriter,
        after rows: Task<DatabaseWriter.WrittenRows, any Error>
    ) async throws(RunFailure) -> [WrittenReport] {
        let database = folder + "/personnel.sqlite"
        let (facts, reportsFolder, texts) = (facts, folder + "/reports", knowledge.reportTexts)
        do {
            let people = PeopleReports(
                consolidation, run: facts, folder: reportsFolder, texts: texts, labels: knowledge.fieldLabels,
                messages: knowledge.messages)
            async let named = people.writeAll()
            _ = try writer.write(consolidation, run: facts, messages: knowledge.messages, after: try await rows.value)
            if let before {
                _ = try ChangeFinder(path: database, before: before).write(consolidation.history.changes)
            }
            return try await named
        } catch {
            throw Self.failure(folder, error)
        }
    }

    /// Checks the database and, beside that, asks it for the other reports and the page.
    ///
    /// All that is needed lies in the database: what people are made of in memory may be gone by now.
    func writeReports() async throws(RunFailure) -> [WrittenReport] {
        let database = folder + "/personnel.sqlite"
        let (reportsFolder, texts) = (folder + "/reports", knowledge.reportTexts)
        do {
            async let damage = DatabaseCheck.integrity(path: database)
            async let lost = DatabaseCheck.references(path: database)
            async let discrepancies = DatabaseCheck.account(path: database)
            let reports = try ReportWriter(
                database: database, folder: reportsFolder, texts: texts, labels: knowledge.fieldLabels
            ).writeAll()
            try PageWriter(
                database: database, template: knowledge.pageTemplate, texts: texts, labels: knowledge.fieldLabels
            ).write(to: folder + "/index.html")
            let found = try await damage + lost + discrepancies
            guard found.isEmpty else {
                throw RunFailure.failed(
                    "the database failed its check, nothing was published: \(found.joined(separator: "; "))")
            }
            return reports
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw Self.failure(folder, error)
        }
    }

    /// Writes manifest.json.
    func writeManifest(
        _ account: Account, files: [SourceFile], decisions: [Manifest.Decision], reports: [WrittenReport],
        times: StageTimes
    ) throws(RunFailure) {
        var counts = ["files.all": account.files, "files.refused": account.refusedFiles, "people": account.people]
        for kind in RowKind.allCases { counts["rows.\(kind.rawValue)"] = account.rows[kind, default: 0] }
        for status in AssignmentStatus.allCases {
            counts["assignments.\(status.rawValue)"] = account.assignments[status, default: 0]
        }
        for severity in Severity.allCases {
            counts["issues.\(severity.rawValue)"] = account.issues[severity, default: 0]
        }
        counts["decisions.unfit"] = account.unfitDecisions
        counts["review_pairs"] = account.reviewPairs
        for kind in IdentityChange.Kind.allCases {
            counts["changes.\(kind.rawValue)"] = history.changes.count { $0.kind == kind }
        }
        let manifest = Manifest(
            runID: facts.runID, predecessor: history.predecessor, pipeline: facts.pipeline, asOf: facts.asOf,
            toolVersion: facts.toolVersion,
            configSHA256: facts.configSHA256, startedAt: facts.startedAt, finishedAt: facts.finishedAt,
            inputs: files.map { file in
                Manifest.Input(
                    path: file.path, sha256: file.sha256, bytes: file.byteCount, status: file.status.rawValue,
                    format: file.format, encoding: file.encoding, message: file.message)
            },
            decisions: decisions, counts: counts,
            reports: reports.map { Manifest.Report(name: $0.name, rows: $0.rows) },
            timings: times.stages.map {
                Manifest.Stage(name: $0.name, seconds: $0.seconds, processorSeconds: $0.processor)
            })
        let path = folder + "/manifest.json"
        do {
            let data = try manifest.json()
            guard
                FileManager.default.createFile(
                    atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
            else { throw RunFailure.failed("\(path): can't be written (\(systemMessage())); nothing was published") }
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw .failed("\(path): can't be written, nothing was published: \(error)")
        }
    }
}
