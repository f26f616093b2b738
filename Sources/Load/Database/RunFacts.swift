// What the caller knows of a run and Load writes down: this stage has no clock.

/// The facts of a run for the table `run`; times and dates as ISO 8601 text.
public struct RunFacts: Sendable, Equatable {
    /// The name of the run's folder.
    public var runID: String
    public var pipeline: String
    /// The date to which ages and plans are reckoned, `2025-07-01`.
    public var asOf: String
    public var startedAt: String
    public var finishedAt: String
    public var toolVersion: String
    public var configSHA256: String

    public init(
        runID: String, pipeline: String, asOf: String, startedAt: String, finishedAt: String, toolVersion: String,
        configSHA256: String
    ) {
        self.runID = runID
        self.pipeline = pipeline
        self.asOf = asOf
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.toolVersion = toolVersion
        self.configSHA256 = configSHA256
    }
}
