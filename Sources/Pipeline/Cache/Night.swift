// What is new tonight: the inputs' digests, whether anything changed since the run before, and which lists are known.

import Glibc
import Personnel

/// One run beside the one before it.
struct Night: Sendable {
    let digests: InputDigests
    let decisionDigests: InputDigests
    /// The run published last, where tonight's would come to the same.
    let unchangedRun: UnchangedRun?

    private let cache: RunCache
    private let fingerprint: String
    private let inputs: [InputFile]
    private let trusts: Bool
    private let keeps: Bool

    /// Takes the digests of all inputs, of those that may have changed by reading them.
    ///
    /// - Parameter now: seconds since 1970, before anything was read.
    init(
        options: RunOptions, output: OutputFolder, pipeline: PipelineFolder, inputs: [InputFile],
        decisionFiles: [InputFile], threads: Int, now: Double
    ) async throws(RunFailure) {
        let indexPath = output.location + "/.cache/digests"
        let index = options.isFresh ? nil : DigestIndex(path: indexPath)
        digests = try await InputDigests(of: inputs, threads: threads, index: index)
        decisionDigests = try await InputDigests(of: decisionFiles, threads: threads, index: index)
        let program = try FileDigest(of: Self.program, named: "sapxep", index: index)
        cache = RunCache(
            output: output.location, program: program.sha256, configSHA256: pipeline.sha256,
            asOf: options.asOf ?? pipeline.configuration.asOf)
        fingerprint = cache.fingerprint(
            inputs: inputs + decisionFiles, digests: digests.digests + decisionDigests.digests)
        self.inputs = inputs
        trusts = !options.isFresh
        keeps = !options.isDryRun
        let isIdle = trusts && keeps
        unchangedRun = isIdle ? Self.publishedRun(of: output, cache: cache, fingerprint: fingerprint) : nil
        if keeps && unchangedRun == nil {
            cache.prepare()
            DigestIndex(path: indexPath).write(digests.digests + decisionDigests.digests + [program], now: now)
        }
    }

    /// The file of the running program, whatever its name.
    private static let program = "/proc/self/exe"

    private static func publishedRun(of output: OutputFolder, cache: RunCache, fingerprint: String) -> UnchangedRun? {
        guard let run = cache.publishedRun(withFingerprint: fingerprint), run.name == output.currentRun,
            let status = ExitStatus(rawValue: run.status)
        else { return nil }
        let folder = output.location + "/runs/" + run.name
        let isWhole = ["personnel.sqlite", "manifest.json", "index.html", "reports"].allSatisfy {
            access(folder + "/" + $0, R_OK) == 0
        }
        return isWhole ? UnchangedRun(published: folder, account: run.account, status: status) : nil
    }

    /// The list of a file: from the cache, or read and kept there.
    func list(
        of input: InputFile, digest: FileDigest, index: Int32, read: () throws(RunFailure) -> SourceList
    ) throws(RunFailure) -> SourceList {
        if trusts, let known = cache.list(of: input, digest: digest, index: index) { return known }
        let list = try read()
        if keeps { cache.keep(list, of: input, digest: digest) }
        return list
    }

    /// A run is about to be published: from now on the one before is not the last.
    func willPublish() { cache.forgetPublishedRun() }

    /// A run was published: the next night will know it.
    func didPublish(_ summary: RunSummary, as name: String?) {
        guard let name else { return }
        cache.remember(
            publishedRun: name, fingerprint: fingerprint, status: summary.status.rawValue,
            account: summary.account(
                ending: nil))
        cache.prune(keeping: inputs, digests: digests.digests)
    }
}
