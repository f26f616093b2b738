// `sapxep inspect`: how one file is read, or one of its tables as clean CSV.

import ArgumentParser
import Glibc
import Pipeline

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Shows how a file is read, or writes one of its tables as clean CSV.",
        discussion: """
            Says the encoding, the dialect, the sheets, where the heading is, what each column was taken for and how \
            surely, what each kind of row counts, and shows the first rows as read, names and numbers in full: keep it \
            off shared screens.

            --table takes any CSV or spreadsheet, whatever it is about, and needs no pipeline.

            Exit status: 0 read; 1 the file is refused; 2 there is no such file, table or pipeline.
            """)

    @Argument(help: "The file to look at.")
    var file: String

    @Option(help: "The pipeline that knows the headings.")
    var pipeline = "dien-bien"

    @Flag(help: "Everything as one JSON object.")
    var json = false

    @Option(
        defaultAsFlag: 1, parsing: .next,
        help: ArgumentHelp("Write a table as CSV (RFC 4180, UTF-8): the first, or table N.", valueName: "n"))
    var table: Int?

    func validate() throws {
        if json && table != nil { throw ValidationError("--json and --table don't go together.") }
        if let table, table < 1 { throw ValidationError("--table takes a whole number from 1.") }
    }

    func run() throws {
        if let table {
            try InspectedFile(path: file).writeTable(table, to: write)
        } else {
            let inspection = try Inspector(pipeline: pipeline).inspect(file)
            try write(json ? inspection.json() : Array((inspection.text + "\n").utf8))
        }
    }

    /// Writes all bytes to standard output.
    private func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(
                    STDOUT_FILENO, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else {
                    throw RunFailure.failed("the table can't be written: \(String(cString: strerror(errno)))")
                }
                written += count
            }
        }
    }
}
