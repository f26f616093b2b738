// The main job from end to end: read every list, join them, find people and their places, build, check, publish.

import Crypto
import Glibc
import Load
import Logging
public import Personnel

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
    public func perform() async throws(RunFailure) -> RunSummary {
        let started = clock.now()
        let folder = try PipelineFolder(options.pipeline)
        let knowledge = try PipelineKnowledge(folder, asOf: options.asOf)
        let inputs = try InputFolder(location: options.input).files()

        let output = OutputFolder(location: options.output)
        try output.prepare()
        let lock = try RunLock(folder: output.location)
        defer { withExtendedLifetime(lock) {} }
        output.removeAbandonedBuilds()

        let digests = try await InputDigests(of: inputs, threads: threadCount)
        let runID = identifier(of: inputs, digests: digests, knowledge: knowledge)
        let building = try output.beginBuilding(runID)
        do {
            let summary = try await build(
                runID, in: building, knowledge: knowledge, inputs: inputs, digests: digests, started: started)
            guard !options.isDryRun else {
                output.discard(building)
                return summary
            }
            try output.publish(building, as: runID)
            output.prune(keeping: knowledge.configuration.retention)
            var published = summary
            published.published = output.location + "/runs/" + runID
            return published
        } catch {
            output.discard(building)
            throw error
        }
    }
}
