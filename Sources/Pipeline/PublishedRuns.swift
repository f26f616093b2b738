// The runs that lie in an output folder: what `explain`, `history` and `diff` read.

import Foundation
import Glibc
import Load

/// The published runs of an output folder.
public struct PublishedRuns: Sendable {
    let folder: OutputFolder

    /// - Throws: `RunFailure` (usage) when there is no such folder, or nothing was published in it.
    public init(output: String) throws(RunFailure) {
        folder = OutputFolder(location: output)
        var status = stat()
        guard stat(output, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw .usage("\(output): there is no such output folder; name one with --output")
        }
        guard folder.currentRun != nil else {
            throw .usage("\(output): holds no published run; run the pipeline first")
        }
    }

    /// The folder names of the runs, the last published first.
    var names: [String] { folder.runsNewestFirst }

    /// The database of a run.
    ///
    /// - Parameter run: `current`, `previous` (the one before the current), a run's id or folder, or the beginning of one
    ///   that no other has.
    /// - Throws: `RunFailure` (usage) for a run that is not there.
    public func database(of run: String) throws(RunFailure) -> String {
        folder.database(of: try name(of: run))
    }

    func name(of run: String) throws(RunFailure) -> String {
        let current = folder.currentRun ?? ""
        if run == "current" { return current }
        if run == "previous" {
            let record = try Self.reading(current) { try RunRecord(database: folder.database(of: current)) }
            guard let predecessor = record.predecessor else {
                throw .usage("\(current): is the first run, there is none before it")
            }
            return try name(of: predecessor)
        }
        if names.contains(run) { return run }
        let found = names.filter { $0.hasPrefix(run) }
        guard found.count == 1 else {
            let known = names.joined(separator: ", ")
            throw .usage("\(run): \(found.isEmpty ? "no run" : "several runs") of that name; there are \(known)")
        }
        return found[0]
    }

    /// Reads something of a run's folder.
    /// - Throws: `RunFailure` (failed) in place of whatever `body` throws.
    static func reading<Result>(_ run: String, _ body: () throws -> Result) throws(RunFailure) -> Result {
        do {
            return try body()
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw .failed("\(run): can't be read (\(error))")
        }
    }
}
