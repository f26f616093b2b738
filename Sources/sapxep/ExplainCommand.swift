// `sapxep explain`: all that a published run knows of one person, and why.

import ArgumentParser
import Pipeline

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says why a person is one person, has these values and goes to this place.",
        discussion: """
            Takes a person's id, identity number or name, or a row as FILE:ROW (FILE:SHEET:ROW where the file has several \
            sheets); the end of the file's path is enough. Prints the rows, which value stands and whence, the weight of \
            each comparison, who else it may be, the rule that decided and those that did not, and the issues: with names \
            and numbers in full, so keep it off shared screens.

            Exit status: 0 explained; 2 nobody, or several, of that name; 3 the run can't be read.
            """)

    @Argument(help: ArgumentHelp("Whom: an id, a number, a name, or FILE:ROW.", valueName: "person"))
    var person: String

    @Option(help: ArgumentHelp("Where runs are published.", valueName: "dir"))
    var output = "Output"

    @Option(name: .customLong("run"), help: "Which run: current, previous, or its id.")
    var runName = "current"

    func run() throws { print(try Explainer(output: output, run: runName).explain(person)) }
}
