// `sapxep sample`: invents lists to try the program on, and says what is right about them.

import ArgumentParser
import Pipeline
import SampleData

struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Invents people and writes their lists, with what is true of them.",
        discussion: """
            Writes Input/ (the lists, a folder a sender) and truth/ (which row is whom, and what is right) below the \
            folder. Everybody stands on one list or more, in every form and state that lists come in. The same seed \
            gives the same files.
            """)

    @Option(help: "How many people.")
    var people = 6_000

    @Option(help: "Where chance begins.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The folder to write into; made if it is missing.", valueName: "dir"))
    var output: String

    @Option(help: "The pipeline whose units the people work in.")
    var pipeline = "dien-bien"

    @Flag(help: "No errors, one layout, one format.")
    var clean = false

    func validate() throws {
        guard (1...10_000_000).contains(people) else {
            throw ValidationError("--people takes a whole number from 1 to 10000000.")
        }
    }

    func run() async throws {
        let folder = try PipelineFolder(pipeline)
        let (region, tables) = try folder.sample()
        let writer = SampleWriter(region: region, tables: tables, people: people, seed: seed, isClean: clean)
        do {
            let written = try await writer.write(to: output)
            print("\(written.people) people in \(written.rows) rows of \(written.files) files under \(output)")
        } catch let failure as SampleFailure {
            throw RunFailure.failed(failure.description)
        }
    }
}

extension PipelineFolder {
    /// The region of the pipeline's unit tables, and the words to invent its people from.
    /// - Throws: `RunFailure` (usage) for the first mistake in a table.
    fileprivate func sample() throws -> (SampleRegion, SampleTables) {
        do {
            let region = try SampleRegion(
                RegionTables(
                    provinces: try table(named: "provinces"), districts: try table(named: "old_districts"),
                    oldCommunes: try table(named: "old_communes"),
                    newCommunes: try table(named: "new_communes"), succession: try table(named: "commune_succession"),
                    receivingUnits: try table(named: "receiving_units"),
                    citizenCodes: try table(named: "citizen_id_provinces")))
            return (region, try SampleTables { try self.sampleTable($0) })
        } catch let failure as RunFailure {
            throw failure
        } catch {
            throw RunFailure.usage("\(error)")
        }
    }
}
