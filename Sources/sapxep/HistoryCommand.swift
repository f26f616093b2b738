// `sapxep history` and `sapxep diff`: the published runs, and what is different between two.

import ArgumentParser
import Pipeline

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Lists the published runs with their counts, the newest first.",
        discussion: "The current run is marked with a star. No personal data is printed.")

    @Option(help: ArgumentHelp("Where runs are published.", valueName: "dir"))
    var output = "Output"

    func run() throws { print(try PublishedRuns(output: output).history) }
}

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Says what is different between two published runs.",
        discussion: """
            Who is new, gone, back, merged and split; whose unit, place or values changed, from what to what; how many \
            issues came and went. Names are printed in full.
            """)

    @Argument(help: "The older run: current, previous, its id or the beginning of it.")
    var older = "previous"

    @Argument(help: "The newer run.")
    var newer = "current"

    @Flag(help: "Every change; else twenty of a kind.")
    var all = false

    @Option(help: ArgumentHelp("Where runs are published.", valueName: "dir"))
    var output = "Output"

    func run() throws {
        print(try PublishedRuns(output: output).difference(from: older, to: newer, limit: all ? nil : 20))
    }
}
