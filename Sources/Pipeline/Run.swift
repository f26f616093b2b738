// The main job from end to end: read every list, join them, find people and their places, build, check, publish.

import Foundation
import Load
import Logging
import Personnel

/// One run of a pipeline.
public struct Run: Sendable {
    /// The version on the run's record.
    public static let toolVersion = "0.1.0"

    private let options: RunOptions
    private let clock: RunClock
    /// Whether standard error is a terminal, where progress is shown.
    private let isTerminal: Bool

    public init(options: RunOptions, clock: RunClock = .system, isTerminal: Bool = false) {
        self.options = options
        self.clock = clock
        self.isTerminal = isTerminal
    }

    /// Does the whole job; nothing is published unless every check passes.
    ///
    /// Where inputs, decisions, pipeline, as-of date and program are those of the run published last, there is nothing
    /// to do; `RunOptions.isFresh` does it all the same.
    public func perform() async throws(RunFailure) -> RunOutcome {
        let started = clock.now()
        FreedMemory.share()
        let pipeline = try PipelineFolder(options.pipeline)
        let inputs = try InputFolder(location: options.input).files()
        let decisionFiles = try InputFolder(location: options.input).decisionFiles()
        let output = OutputFolder(location: options.output)
        try output.prepare(outside: options.input)
        let lock = try RunLock(folder: output.location)
        output.removeAbandonedBuilds()

        let night = try await Night(
            options: options, output: output, pipeline: pipeline, inputs: inputs, decisionFiles: decisionFiles,
            threads: threads, now: started)
        if let unchanged = night.unchangedRun { return .unchanged(unchanged) }
        let (digests, decisionDigests) = (night.digests, night.decisionDigests)
        let knowledge = try PipelineKnowledge(pipeline, asOf: options.asOf)
        let decisions = try knowledge.decisionReader.read(decisionFiles, digests: decisionDigests.digests)
        let runID = RunIdentifier.identifier(
            toolVersion: Self.toolVersion, configSHA256: knowledge.sha256, asOf: knowledge.asOf,
            inputs: inputs + decisionFiles,
            digests: digests.digests + decisionDigests.digests)
        let building = try output.beginBuilding(runID)
        var summary: RunSummary
        do {
            summary = try await build(
                runID, in: building, started: started, knowledge: knowledge, inputs: inputs, night: night,
                decisions: decisions)
            if options.isDryRun {
                output.discard(building)
            } else {
                night.willPublish()
                summary.published = try output.publish(building, as: runID)
                night.didPublish(summary, as: output.currentRun)
                output.prune(keeping: knowledge.configuration.retention, sparing: summary.predecessor)
            }
        } catch {
            output.discard(building)
            throw error
        }
        _ = consume lock
        return .done(summary)
    }

    private var threads: Int { options.threads ?? ProcessInfo.processInfo.activeProcessorCount }

    /// Builds and checks everything in the folder of a run that is not yet published.
    private func build(
        _ runID: String, in building: String, started: Double, knowledge: PipelineKnowledge, inputs: [InputFile],
        night: Night, decisions: Decisions
    ) async throws(RunFailure) -> RunSummary {
        let clock = clock
        let file = try LogFile(path: building + "/log.jsonl") { RunClock.text(clock.now()) }
        let logger = Logger(label: "sapxep") { _ in JSONLinesHandler(file: file) }
        logger.info("run begins", metadata: ["run": "\(runID)", "files": "\(inputs.count)"])
        let progress = Progress(files: inputs.count, terminal: isTerminal, logger: logger, clock: clock)
        defer { progress.end() }
        var times = StageTimes(clock: clock)

        // What is in memory of people is gone before the database is checked.
        let written = try await writePeople(
            runID, in: building, started: started, knowledge: knowledge, inputs: inputs, night: night,
            decisions: decisions, progress: progress, logger: logger, times: &times)
        FreedMemory.giveBack()
        let reports = written.reports + (try await written.publication.writeReports())
        times.end("check and reports")
        let account = written.account
        try written.publication.writeManifest(
            account, files: written.files, decisions: decisions.files, reports: reports, times: times)
        logger.info("run ends", metadata: ["people": "\(account.people)", "rows": "\(account.allRows)"])
        let history = written.publication.history
        return RunSummary(
            runID: runID, published: nil, account: account, predecessor: history.predecessor,
            changes: ChangeSummary(history), warnings: written.warnings,
            refusals: written.files.filter { $0.status == .refused }.map { "\($0.path): \($0.message ?? "")" },
            decisions: decisions.units.count + decisions.oldUnits.count + decisions.positions.count
                + decisions.identities.count,
            unfitDecisions: written.unfitDecisions, seconds: clock.now() - started)
    }

    /// What is left of the people of a run once they are written.
    private struct WrittenPeople {
        let publication: Publication
        let reports: [WrittenReport]
        let account: Account
        let files: [SourceFile]
        let unfitDecisions: [String]
        let warnings: [String]
    }

    /// Reads every list, finds people and their places, and writes all that is known of them.
    private func writePeople(
        _ runID: String, in building: String, started: Double, knowledge: PipelineKnowledge, inputs: [InputFile],
        night: Night, decisions: Decisions, progress: Progress, logger: Logger, times: inout StageTimes
    ) async throws(RunFailure) -> WrittenPeople {
        let consolidator = try Consolidator(knowledge: knowledge, decisions: decisions, threads: threads)
        var joined = try await read(
            inputs, night: night, knowledge: knowledge, progress: progress, logger: logger)
        let units = consolidator.readUnits(&joined)
        joined.pool.endLookups()
        let register = joined
        FreedMemory.giveBack()
        times.end("read")
        progress.begins("matching and assigning")
        let (known, warning) = KnownPeople.before(runID, in: OutputFolder(location: options.output))
        if let warning { logger.warning("run before", metadata: ["reason": "\(warning)"]) }
        // What the rows say is written while people are being matched.
        let database = try Publication.beginDatabase(in: building)
        let rows = Task { try database.writeRows(of: register) }
        let consolidation = try consolidator.consolidate(register, units: units, known: known)
        FreedMemory.giveBack()
        times.end("transform")
        try Self.close(consolidation)
        let unfitDecisions = consolidation.personIssues.filter { $0.code == .decisionUnfit }.compactMap(\.detail)
        for reason in unfitDecisions {
            logger.warning("decision does not fit", metadata: ["reason": "\(reason)"])
        }
        progress.begins("writing")
        let facts = RunFacts(
            runID: runID, pipeline: knowledge.configuration.name, asOf: knowledge.asOf.description,
            startedAt: RunClock.text(started), finishedAt: RunClock.text(clock.now()), toolVersion: Self.toolVersion,
            configSHA256: knowledge.sha256)
        let publication = Publication(
            folder: building, facts: facts, knowledge: knowledge, before: known?.database,
            history: consolidation.history.outline)
        let reports = try await publication.writePeople(consolidation, to: database, after: rows)
        times.end("database")
        return WrittenPeople(
            publication: publication, reports: reports, account: Account(consolidation), files: register.files,
            unfitDecisions: unfitDecisions, warnings: warning.map { [$0] } ?? [])
    }

    /// - Throws: `RunFailure` (failed) where the counts of a run don't close.
    private static func close(_ consolidation: Consolidation) throws(RunFailure) {
        let discrepancies = Account.discrepancies(in: consolidation)
        guard !discrepancies.isEmpty else { return }
        let rest = discrepancies.count > 5 ? "; and \(discrepancies.count - 5) more" : ""
        throw .failed(
            "the counts do not close, nothing was published: " + discrepancies.prefix(5).joined(separator: "; ") + rest)
    }

    /// Reads all files on several threads and joins them in path order.
    private func read(
        _ inputs: [InputFile], night: Night, knowledge: PipelineKnowledge, progress: Progress, logger: Logger
    ) async throws(RunFailure) -> Register {
        var register = Register()
        // A row takes some 350 bytes in most files. Memory that is not needed is never touched; of a folder full of scans not
        // even asked for.
        let bytes = night.digests.digests.reduce(0) { $0 + $1.byteCount }
        register.reserveCapacity(records: min(bytes / 256, 8_000_000))
        let (reader, digests) = (knowledge.listReader, night.digests)
        try await inOrder(
            inputs.count, threads: threads,
            work: { (position: Int) throws(RunFailure) -> SourceList in
                let (input, digest, index) = (inputs[position], digests.digests[position], Int32(position))
                let list =
                    if let original = digests.originals[position] {
                        reader.copy(of: inputs[original], input, digest: digest, index: index)
                    } else {
                        try night.list(of: input, digest: digest, index: index) { () throws(RunFailure) -> SourceList in
                            try reader.read(input, digest: digest, index: index)
                        }
                    }
                progress.finished(rows: list.rows.count)
                return list
            },
            take: { list in
                let file = list.file
                if file.status == .refused {
                    logger.warning(
                        "file refused", metadata: ["path": "\(file.path)", "reason": "\(file.message ?? "")"])
                }
                register.append(list)
            })
        reader.forget()
        return register
    }
}
