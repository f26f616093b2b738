// The command line: `sapxep <command>`. One file a command; nothing here but arguments and printing.

import ArgumentParser
import Glibc
import Pipeline

/// The program.
@main
struct Sapxep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sapxep",
        abstract: "Consolidates personnel lists for the two-level local government.",
        discussion: """
            Reads the lists that districts and departments send, makes one person of the rows of one person, finds each \
            person's place, and publishes one database with its reports.

            Exit status: 0 published, nothing to do; 1 published, with questions for people; 2 a mistake in the command \
            or the pipeline; 3 the run failed, nothing published; 75 another run is at work.
            """,
        version: Run.toolVersion,
        subcommands: [
            RunCommand.self, CheckCommand.self, InspectCommand.self, DedupeCommand.self, ExplainCommand.self,
            HistoryCommand.self, DiffCommand.self, DoctorCommand.self, UnitsCommand.self, SampleCommand.self,
        ])

    /// Runs the command; a mistake in the arguments ends with status 2, as a mistake in the pipeline does.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as RunFailure {
            complain(printable(failure.description))
            Glibc.exit(failure.status.rawValue)
        } catch {
            let code = exitCode(for: error)
            if code == .success { exit(withError: error) }
            if code == .validationFailure {
                complain(fullMessage(for: error))
                Glibc.exit(ExitStatus.usage.rawValue)
            }
            exit(withError: error)
        }
    }

    /// Writes a sentence to standard error.
    static func complain(_ sentence: String) {
        let line = Array(((sentence.hasPrefix("Error:") ? "" : "sapxep: ") + sentence + "\n").utf8)
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
