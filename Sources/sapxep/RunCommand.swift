// `sapxep run`: the main job.

import ArgumentParser
import Glibc
import Personnel
import Pipeline

/// Where a run reads and writes; shared by `run` and `check`.
struct RunArguments: ParsableArguments {
    @Argument(help: "A folder under Pipelines/, or a YAML file.")
    var pipeline: String

    @Option(help: ArgumentHelp("The folder with one folder a sender.", valueName: "dir"))
    var input = "Input"

    @Option(help: ArgumentHelp("Where runs are published.", valueName: "dir"))
    var output = "Output"

    @Option(
        help: ArgumentHelp("The day to reckon from, instead of the pipeline's (2025-07-01).", valueName: "date"),
        transform: RunArguments.date)
    var asOf: PartialDate?

    @Option(help: ArgumentHelp("How many files are read at once; as many as there are processors.", valueName: "n"))
    var threads: Int?

    @Flag(help: "Trust nothing that earlier runs left: read every file, and run even where nothing changed.")
    var fresh = false

    func validate() throws {
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads takes a whole number from 1 to 256.")
        }
    }

    func options(dryRun: Bool) -> RunOptions {
        RunOptions(
            pipeline: pipeline, input: input, output: output, asOf: asOf, isDryRun: dryRun, threads: threads,
            isFresh: fresh)
    }

    private static func date(_ text: String) throws -> PartialDate {
        guard let date = PartialDate(iso: text), date.isFull else {
            throw ValidationError("--as-of takes a date such as 2025-07-01, not “\(text)”.")
        }
        return date
    }
}

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Reads every list, publishes the database and its reports.")

    @OptionGroup var arguments: RunArguments

    @Flag(help: "Do everything but publish.")
    var dryRun = false

    func run() async throws {
        try await perform(arguments.options(dryRun: dryRun))
    }
}

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Does all that run does, and publishes nothing.")

    @OptionGroup var arguments: RunArguments

    func run() async throws {
        try await perform(arguments.options(dryRun: true))
    }
}

/// Performs a run, prints its account and ends with its status.
private func perform(_ options: RunOptions) async throws {
    let outcome = try await Run(options: options, isTerminal: isatty(STDERR_FILENO) == 1).perform()
    print(outcome.text)
    throw ExitCode(outcome.status.rawValue)
}
