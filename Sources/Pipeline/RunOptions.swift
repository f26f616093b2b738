// What a run is asked to do.

public import Personnel

/// The wishes of whoever starts a run.
public struct RunOptions: Sendable {
    /// A folder under `Pipelines/`, or a YAML file.
    public var pipeline: String
    public var input: String
    public var output: String
    /// Instead of the pipeline's as-of date.
    public var asOf: PartialDate?
    /// Build and check everything, publish nothing.
    public var isDryRun: Bool
    /// How many files are read at the same time; nil: as many as there are processors.
    public var threads: Int?
    /// Trust nothing that earlier runs left: read every file, and run even where nothing changed.
    public var isFresh: Bool

    public init(
        pipeline: String, input: String, output: String, asOf: PartialDate? = nil, isDryRun: Bool = false,
        threads: Int? = nil, isFresh: Bool = false
    ) {
        self.pipeline = pipeline
        self.input = input
        self.output = output
        self.asOf = asOf
        self.isDryRun = isDryRun
        self.threads = threads
        self.isFresh = isFresh
    }
}

/// How a run ended that did not fail.
public enum RunOutcome: Sendable {
    case done(RunSummary)
    /// Nothing changed since the run published last, and nothing was done.
    case unchanged(UnchangedRun)

    /// The account for the terminal or cron's mail; no personal data.
    public var text: String {
        switch self {
        case .done(let summary): summary.text
        case .unchanged(let run): run.text
        }
    }

    public var status: ExitStatus {
        switch self {
        case .done(let summary): summary.status
        case .unchanged(let run): run.status
        }
    }
}

/// The run published last, where a new one would come to the same.
public struct UnchangedRun: Sendable, Equatable {
    /// The path of the run's folder.
    public var published: String
    /// Its account, as it was told then.
    public var account: String
    public var status: ExitStatus

    var text: String {
        account + "\nunchanged: inputs, decisions and pipeline are those of \(published); nothing was done"
    }
}

/// What a run did.
public struct RunSummary: Sendable {
    public var runID: String
    /// Nil for a dry run.
    public var published: String?
    public var account: Account
    /// The run before; nil for the first.
    public var predecessor: String? = nil
    /// What became of people since then.
    public var changes = ChangeSummary()
    /// Sentences on what went wrong without keeping the run from its end.
    public var warnings: [String] = []
    /// One line for each refused file: path, what is wrong, what to do.
    public var refusals: [String]
    /// For how many people decisions were entered.
    public var decisions: Int
    /// One line for each decision that does not fit: its place and the reason.
    public var unfitDecisions: [String]
    public var seconds: Double

    public var status: ExitStatus { account.hasOpenQuestions ? .openQuestions : .complete }
}

/// How many people came, went, were merged and split since the run before.
public struct ChangeSummary: Sendable, Equatable {
    public var counts: [IdentityChange.Kind: Int] = [:]

    public init() {}

    init(_ history: IdentityHistory) {
        for change in history.changes { counts[change.kind, default: 0] += 1 }
    }

    /// `3 new, 0 back, 1 gone, 0 merged, 0 split`.
    var text: String {
        IdentityChange.Kind.allCases.map { "\(counts[$0, default: 0]) \($0.rawValue)" }.joined(separator: ", ")
    }
}

extension RunSummary {
    /// The account of the run in a few lines, for the terminal or cron's mail; no personal data.
    public var text: String { account(ending: published.map { "published \($0)" } ?? "nothing published (dry run)") }

    /// The account with a last line about what became of it, or none.
    func account(ending: String?) -> String {
        func count(_ kind: RowKind) -> Int { account.rows[kind, default: 0] }
        func count(_ status: AssignmentStatus) -> Int { account.assignments[status, default: 0] }
        var lines = ["run \(runID)"]
        lines.append(
            "files    \(account.files): \(account.files - account.refusedFiles) loaded, \(account.refusedFiles) refused"
        )
        let others = RowKind.allCases.filter { $0 != .person }.map { "\(count($0)) \($0.rawValue)" }
        lines.append("rows     \(account.allRows): \(count(.person)) person, " + others.joined(separator: ", "))
        let statuses = AssignmentStatus.allCases.map { "\(count($0)) \($0.rawValue)" }
        lines.append("people   \(account.people): " + statuses.joined(separator: ", "))
        let issues = Severity.allCases.map { "\(account.issues[$0, default: 0]) \($0.rawValue)s" }
        lines.append("issues   " + issues.joined(separator: ", ") + "; \(account.reviewPairs) pairs to review")
        if let predecessor { lines.append("changes  since \(predecessor): \(changes.text)") }
        let unfit = account.unfitDecisions
        if decisions > 0 || unfit > 0 { lines.append("decisions \(decisions) entered; \(unfit) do not fit") }
        lines += warnings.map { "warning  \(printable($0))" }
        lines += unfitDecisions.map { "unfit    \(printable($0))" }
        lines += refusals.map { "refused  \(printable($0))" }
        if let ending { lines.append(ending) }
        return lines.joined(separator: "\n")
    }
}
