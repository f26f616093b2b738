// `sapxep sample`: invents lists to try the program on.

import ArgumentParser
import Foundation
import Pipeline
import SampleData

struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Invents people and writes their lists.",
        discussion: """
            Everybody stands on the list of the commune (CSV and XML Spreadsheet in turn) and once more on the overview \
            of the district. The same seed gives the same files.
            """)

    @Option(help: "How many people.")
    var people = 1_000

    @Option(help: "Where chance begins.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The folder to write into; made if it is missing.", valueName: "dir"))
    var output: String

    @Option(help: "The pipeline whose communes the people work in.")
    var pipeline = "dien-bien"

    func validate() throws {
        guard (1...10_000_000).contains(people) else {
            throw ValidationError("--people takes a whole number from 1 to 10000000.")
        }
    }

    func run() throws {
        let communes = try PipelineFolder(pipeline).oldCommunes().map {
            SampleCommune(name: $0.name, district: $0.district ?? "")
        }
        let province = SampleProvince(
            people: people, seed: seed, communes: communes.sorted { $0.district < $1.district })
        do {
            try province.writeLists { file in
                let url = URL(fileURLWithPath: output).appendingPathComponent(file.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
                try Data(file.bytes).write(to: url)
            }
        } catch {
            throw RunFailure.failed("\(output): can't be written (\(error.localizedDescription))")
        }
    }
}
