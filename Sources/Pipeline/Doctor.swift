// `sapxep doctor`: is this machine ready for a night's run.

import Glibc
import Load

/// Looks at everything that a run needs, without doing any of it.
public struct Doctor: Sendable {
    /// How a check came out.
    public enum Verdict: String, Sendable {
        case ready = "ok"
        /// A run would work; somebody should have a look.
        case doubtful = "look"
        /// A run would fail.
        case broken = "FAIL"
    }

    /// One thing that was looked at: what, how it is, what to do.
    public struct Finding: Sendable, Equatable {
        public var verdict: Verdict
        public var subject: String
        public var sentence: String
    }

    private let options: RunOptions
    private let clock: RunClock
    /// Bytes of disk that are asked for each byte of input: a run and its cache take five on lists of a province.
    private static let diskFactor: UInt64 = 8

    public init(options: RunOptions, clock: RunClock = .system) {
        self.options = options
        self.clock = clock
    }

    /// Every check, in order.
    public func examine() -> [Finding] {
        let (input, bytes) = inputFinding()
        return [libraries(), machine(), time(), pipelineFinding(), input, decisions()]
            + outputFindings(inputBytes: bytes)
    }

    /// The findings for a terminal; no personal data.
    public static func text(_ findings: [Finding]) -> String {
        aligned(findings.map { [$0.verdict.rawValue, $0.subject, $0.sentence] }).joined(separator: "\n")
    }

    /// 0 ready, 1 something to look at, 3 a run would fail.
    public static func status(_ findings: [Finding]) -> ExitStatus {
        if findings.contains(where: { $0.verdict == .broken }) { return .failed }
        return findings.contains { $0.verdict == .doubtful } ? .openQuestions : .complete
    }

    // MARK: The machine

    private func libraries() -> Finding {
        do {
            let version = try SQLiteLibrary.version()
            return Finding(
                verdict: .ready, subject: "libraries", sentence: "SQLite \(version); libxml2 and libzip are loaded")
        } catch {
            return Finding(
                verdict: .broken, subject: "libraries",
                sentence: "SQLite can't make the tables of a run (\(error)); install SQLite 3.37 or newer")
        }
    }

    private func machine() -> Finding {
        let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let memory = sysconf(Int32(_SC_PHYS_PAGES)) / 1024 * sysconf(Int32(_SC_PAGESIZE)) / 1024
        let isSmall = memory < 2048
        return Finding(
            verdict: isSmall ? .doubtful : .ready, subject: "machine",
            sentence: "\(processors) processors, \(memory) MiB of memory"
                + (isSmall ? "; lists of more than a province want 2048" : "")
                + "; language and time zone of the machine play no part")
    }

    private func time() -> Finding {
        let now = RunClock.text(clock.now())
        let isWrong = now < "2025-01-01"
        return Finding(
            verdict: isWrong ? .doubtful : .ready, subject: "time",
            sentence: now + (isWrong ? ", which is past; set the machine's clock" : ""))
    }

    // MARK: What a run reads

    private func pipelineFinding() -> Finding {
        do {
            let knowledge = try PipelineKnowledge(PipelineFolder(options.pipeline), asOf: options.asOf)
            let settings = knowledge.configuration
            let sentence =
                "\(settings.name): \(settings.senders.count) senders, as of \(knowledge.asOf), tables are sound"
            return Finding(verdict: .ready, subject: "pipeline", sentence: sentence)
        } catch {
            return Finding(verdict: .broken, subject: "pipeline", sentence: error.description)
        }
    }

    private func inputFinding() -> (Finding, bytes: UInt64) {
        do {
            let files = try InputFolder(location: options.input).files()
            var bytes: UInt64 = 0
            var unreadable: [String] = []
            for file in files where file.obstacle == nil {
                var status = stat()
                if access(file.location, R_OK) == 0, stat(file.location, &status) == 0 {
                    bytes += UInt64(max(0, status.st_size))
                } else {
                    unreadable.append(file.path)
                }
            }
            if let first = unreadable.first {
                let sentence =
                    "\(unreadable.count) files can't be read, \(printable(first)) first; give the program leave to"
                return (Finding(verdict: .broken, subject: "input", sentence: sentence), bytes)
            }
            let senders = Set(files.map(\.sender)).count
            let sentence = "\(files.count) files of \(senders) senders, \(bytes >> 10) KiB"
            return (Finding(verdict: .ready, subject: "input", sentence: sentence), bytes)
        } catch {
            return (Finding(verdict: .broken, subject: "input", sentence: error.description), 0)
        }
    }

    private func decisions() -> Finding {
        do {
            let count = try InputFolder(location: options.input).decisionFiles().count
            return Finding(verdict: .ready, subject: "decisions", sentence: count == 1 ? "1 file" : "\(count) files")
        } catch {
            return Finding(verdict: .broken, subject: "decisions", sentence: error.description)
        }
    }

    // MARK: What a run writes

    private func outputFindings(inputBytes: UInt64) -> [Finding] {
        let folder = OutputFolder(location: options.output)
        var status = stat()
        guard stat(options.output, &status) == 0 else {
            let parent = options.output.lastIndex(of: "/").map { String(options.output[..<$0]) } ?? "."
            let place = parent.isEmpty ? "/" : parent
            let canMake = access(place, W_OK | X_OK) == 0
            let sentence = canMake ? "will be made" : "\(place): the folder can't be made there (\(systemMessage()))"
            return [
                Finding(verdict: canMake ? .ready : .broken, subject: "output", sentence: sentence),
                disk(place, inputBytes: inputBytes),
            ]
        }
        guard status.st_mode & S_IFMT == S_IFDIR, access(options.output, W_OK | X_OK) == 0 else {
            let sentence = "\(options.output): is no folder that can be written to; name another with --output"
            return [Finding(verdict: .broken, subject: "output", sentence: sentence)]
        }
        let isOpen = status.st_mode & 0o077 != 0
        let mode = String(status.st_mode & 0o777, radix: 8)
        let sentence = isOpen ? "mode \(mode): others can look in; chmod 700 \(options.output)" : "mode \(mode)"
        return [
            Finding(verdict: isOpen ? .doubtful : .ready, subject: "output", sentence: sentence),
            disk(options.output, inputBytes: inputBytes), lock(folder), published(folder),
        ]
    }

    private func disk(_ path: String, inputBytes: UInt64) -> Finding {
        var space = statvfs()
        guard statvfs(path, &space) == 0 else {
            return Finding(
                verdict: .doubtful, subject: "disk", sentence: "\(path): can't be asked (\(systemMessage()))")
        }
        let free = UInt64(space.f_bavail) * UInt64(space.f_frsize)
        let needed = inputBytes * Self.diskFactor + 64 << 20
        return Finding(
            verdict: free < needed ? .broken : .ready, subject: "disk",
            sentence: "\(free >> 20) MiB free, a run of this input takes up to about \(needed >> 20) MiB"
                + (free < needed ? "; make room or lower retention" : ""))
    }

    private func lock(_ folder: OutputFolder) -> Finding {
        let descriptor = open(folder.location + "/.lock", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return Finding(verdict: .ready, subject: "lock", sentence: "free") }
        defer { close(descriptor) }
        let isFree = flock(descriptor, LOCK_EX | LOCK_NB) == 0
        return Finding(
            verdict: isFree ? .ready : .doubtful, subject: "lock",
            sentence: isFree ? "free" : "a run is at work; another would end with status 75")
    }

    private func published(_ folder: OutputFolder) -> Finding {
        guard let current = folder.currentRun else {
            return Finding(verdict: .ready, subject: "published", sentence: "nothing yet; the first run gives the ids")
        }
        do {
            let record = try RunRecord(database: folder.database(of: current))
            return Finding(
                verdict: .ready, subject: "published",
                sentence: "\(current) of \(record.finishedAt), \(folder.runsNewestFirst.count) runs kept")
        } catch {
            return Finding(
                verdict: .doubtful, subject: "published",
                sentence: "\(current): its database can't be read, so that people may get other ids; restore it")
        }
    }
}
