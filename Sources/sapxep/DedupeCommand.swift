// `sapxep dedupe`: which rows of any table are one person.

import ArgumentParser
import Foundation
import Pipeline

struct DedupeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dedupe",
        abstract: "Finds the rows of one person in any table.",
        discussion: """
            Reads the first table of a CSV or spreadsheet, weighs pairs of rows by a model (Documentation/matching.md) and \
            writes the table with a column cluster_id: rows of one person have one id. The id is made of what the rows \
            say: it stays when rows change places.

            Without --output the table goes to standard output, unless --explain or --evaluate print there.

            Exit status: 0 done; 1 the file is refused; 2 there is no such file or model, or a mistake in it.
            """)

    @Argument(help: "The file with the table.")
    var file: String

    @Option(help: "The model: a YAML file, or a name under Pipelines/models.")
    var model = "people"

    @Option(help: ArgumentHelp("Where the table with its ids is written.", valueName: "csv"))
    var output: String?

    @Flag(help: "Estimate the model's probabilities from these rows, whatever its file says.")
    var train = false

    @Option(help: "Join pairs from this weight on (base-2 logarithm of the odds) instead of the model's choice.")
    var threshold: Double?

    @Flag(help: "Print the weights of the model and what each verdict rests on.")
    var explain = false

    @Option(
        help: ArgumentHelp(
            "Compare with labels: a file of ids and people, or a column of the table; prints measures by threshold.",
            valueName: "truth"))
    var evaluate: String?

    @Option(help: ArgumentHelp("How many threads; as many as there are processors.", valueName: "n"))
    var threads: Int?

    func validate() throws {
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads takes a whole number from 1 to 256.")
        }
    }

    func run() throws {
        let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        let dedupe = try Dedupe(
            path: file, options: Dedupe.Options(model: model, trains: train, threshold: threshold, threads: threads))
        FileHandle.standardError.write(Data((dedupe.summary + "\n").utf8))
        if explain { print(dedupe.explanation) }
        if let evaluate { print(try dedupe.evaluation(truth: evaluate)) }
        if let output {
            try write(dedupe, to: output)
        } else if !explain, evaluate == nil {
            try dedupe.writeTable { try FileHandle.standardOutput.write(contentsOf: Data($0)) }
        }
    }

    private func write(_ dedupe: Dedupe, to path: String) throws {
        let manager = FileManager.default
        guard manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw RunFailure.failed("\(path): can't be written") }
        do {
            try dedupe.writeTable { try handle.write(contentsOf: Data($0)) }
            try handle.close()
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw RunFailure.failed("\(path): can't be written (\(error.localizedDescription))")
        }
    }
}
