// `sapxep doctor`: is this machine ready for a run.

import ArgumentParser
import Pipeline

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Says whether a run would work on this machine, and what to do where not.",
        discussion: """
            Looks at the libraries, the machine, its clock, the pipeline's tables, the input, the decisions, the output \
            folder with its mode, disk, lock and last run. Reads no list and writes nothing.

            Exit status: 0 ready; 1 something to look at; 3 a run would fail.
            """)

    @OptionGroup var arguments: RunArguments

    func run() throws {
        let findings = Doctor(options: arguments.options(dryRun: true)).examine()
        print(Doctor.text(findings))
        throw ExitCode(Doctor.status(findings).rawValue)
    }
}
