// `sapxep units`: how names of units are read.

import ArgumentParser
import Pipeline

struct UnitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: "Shows how names of units are read, one a line.",
        discussion: """
            Reads names from standard input and writes, for each, a line of cells parted by tabs: what it was taken for, \
            the old commune, its district, the new unit. For trying out the tables of units after a change.
            """)

    @Argument(help: "A folder under Pipelines/, or a YAML file.")
    var pipeline: String

    @Option(help: "The sender's folder, whose district settles what a name leaves open.")
    var sender = ""

    @Flag(help: "Read the names as plans are read: in the new catalogue.")
    var new = false

    func run() throws {
        let names = try UnitNames(pipeline: pipeline, sender: sender)
        let lines = AnyIterator { readLine() }
        var output: [UInt8] = []
        func take(_ cells: [String]) {
            for (index, cell) in cells.enumerated() {
                if index > 0 { output.append(UInt8(ascii: "\t")) }
                output += cell.utf8
            }
            output.append(UInt8(ascii: "\n"))
            if output.count > 1 << 16 { flush() }
        }
        func flush() {
            print(String(decoding: output, as: UTF8.self), terminator: "")
            output.removeAll(keepingCapacity: true)
        }
        take(UnitNames.headings)
        if new { names.readNew(lines, take) } else { names.readOld(lines, take) }
        flush()
    }
}
