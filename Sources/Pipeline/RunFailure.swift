// Why a run ends without publishing, and the exit status that each reason has.

/// The exit statuses of the program: a contract with cron and with the scripts around it.
public enum ExitStatus: Int32, Sendable {
    /// Published; nothing for a person to do.
    case complete = 0
    /// Published, with rows rejected, files refused, or people in review or unresolved.
    case openQuestions = 1
    /// A mistake in the command line or the pipeline; nothing published.
    case usage = 2
    /// The run failed (disk, lost input, counts that do not close); nothing published.
    case failed = 3
    /// Another run holds the lock (`EX_TEMPFAIL`).
    case locked = 75
}

/// A run that ends without publishing: one clear sentence for standard error, never holding personal data.
public struct RunFailure: Error, Sendable, Equatable, CustomStringConvertible {
    public var status: ExitStatus
    public var description: String

    /// A mistake in the command line or the pipeline.
    public static func usage(_ sentence: String) -> RunFailure { RunFailure(status: .usage, description: sentence) }
    /// Something that broke while running.
    public static func failed(_ sentence: String) -> RunFailure { RunFailure(status: .failed, description: sentence) }
    /// Another run is at work in the same output folder.
    public static func locked(_ sentence: String) -> RunFailure { RunFailure(status: .locked, description: sentence) }
}
