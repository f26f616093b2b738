import Foundation
import Testing

@Suite("What bad input gets")
struct FailureTests {
    /// The mistake, the status, and words of the one sentence on standard error.
    private func expect(_ outcome: Outcome, status: Int32, words: String) {
        #expect(outcome.status == status)
        #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
        #expect(outcome.output.isEmpty)
    }

    /// A pipeline of its own to break.
    private func copyPipeline(to place: Workplace, changing line: String, to other: String) throws -> String {
        try FileManager.default.copyItem(atPath: Program.pipeline, toPath: place.path + "/pipeline")
        let settings = try place.text(of: "pipeline/pipeline.yaml")
        try #require(settings.contains(line))
        try place.write(settings.replacing(line, with: other), to: "pipeline/pipeline.yaml")
        return place.path + "/pipeline"
    }

    @Test("a missing input folder")
    func missingInput() throws {
        let place = try Workplace()
        expect(try place.run(), status: 2, words: "no such input folder")
        #expect(!place.exists("out/current"))
    }

    @Test("an input folder with nothing in it")
    func emptyInput() throws {
        let place = try Workplace()
        try FileManager.default.createDirectory(atPath: place.path + "/in/muong-cha", withIntermediateDirectories: true)
        expect(try place.run(), status: 3, words: "holds no file to read")
    }

    @Test("a file where the input folder or the output folder should be")
    func fileForFolder() throws {
        let place = try Workplace()
        try place.write("x", to: "in")
        expect(try place.run(), status: 2, words: "is a file")
        let other = try Workplace()
        try other.writeInput()
        try other.write("x", to: "out")
        expect(try other.run(), status: 2, words: "is a file, not an output folder")
    }

    @Test("a pipeline that is not there")
    func missingPipeline() throws {
        let place = try Workplace()
        try place.writeInput()
        expect(try place.run(pipeline: "nowhere"), status: 2, words: "there is no such pipeline")
    }

    @Test("a misspelt key in the pipeline, with file and line")
    func misspeltKey() throws {
        let place = try Workplace()
        try place.writeInput()
        let pipeline = try copyPipeline(to: place, changing: "retention: 14", to: "retenshun: 14")
        let lines = try place.text(of: "pipeline/pipeline.yaml").split(
            separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.hasPrefix("retenshun") }) + 1
        let outcome = try place.run(pipeline: pipeline)
        expect(outcome, status: 2, words: "pipeline.yaml:\(line): expected one of the keys")
        #expect(outcome.complaint.contains("retenshun"))
    }

    @Test("a mistake in a table of the pipeline, with file, line and what was expected")
    func mistakeInTable() throws {
        let place = try Workplace()
        try place.writeInput()
        let pipeline = try copyPipeline(to: place, changing: "retention: 14", to: "retention: 15")
        let table = try place.text(of: "pipeline/vocabulary/headings.csv")
        try place.write(table + "\nful_name+,Họ,,\n", to: "pipeline/vocabulary/headings.csv")
        let line = table.split(separator: "\n", omittingEmptySubsequences: false).count
        let outcome = try place.run(pipeline: pipeline)
        expect(outcome, status: 2, words: "headings.csv:\(line + 1)")
    }

    @Test("a flag that does not exist, and a date that is none")
    func wrongFlags() throws {
        let place = try Workplace()
        try place.writeInput()
        expect(try place.run("--outptu", "x"), status: 2, words: "outptu")
        expect(try place.run("--as-of", "2025-02-30"), status: 2, words: "--as-of takes a date")
        expect(try Program.call(["run"]), status: 2, words: "Missing expected argument")
    }

    @Test("another run at work in the same output folder")
    func locked() throws {
        let place = try Workplace()
        try place.writeInput()
        try FileManager.default.createDirectory(atPath: place.path + "/out", withIntermediateDirectories: true)
        let descriptor = open(place.path + "/out/.lock", O_RDWR | O_CREAT, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        expect(try place.run(), status: 75, words: "another run is at work")
    }

    @Test("a disk without room leaves the last good run as it was")
    func noRoom() throws {
        let place = try Workplace()
        try place.writeInput()
        _ = try place.run()
        let published = try place.data(of: "out/current/personnel.sqlite")
        // No file may grow beyond 64 KiB: what a full disk looks like to a program.
        let outcome = try Program.call(
            ["run", Program.pipeline, "--input", place.path + "/in", "--output", place.path + "/out", "--fresh"],
            through: "trap '' XFSZ; ulimit -f 64")
        expect(outcome, status: 3, words: "nothing was published")
        #expect(try place.data(of: "out/current/personnel.sqlite") == published)
        #expect(try place.files(below: "out").filter { $0.hasPrefix(".building") }.isEmpty)
    }

    @Test("what a killed run left behind is cleared away by the next")
    func killedRun() throws {
        let place = try Workplace()
        try place.writeInput()
        try place.write("half a database", to: "out/.building-2025-07-01-000000000000/personnel.sqlite")
        #expect(try place.run().status == 1)
        #expect(!place.exists("out/.building-2025-07-01-000000000000"))
    }

    @Test("an output folder inside the input folder")
    func outputInInput() throws {
        let place = try Workplace()
        try place.writeInput()
        expect(try place.run("--output", place.path + "/in/out"), status: 2, words: "lies in the input folder")
        #expect(!place.exists("in/out"))
    }

    @Test("invented lists that can't be written end with the status of a failure, not of a published run")
    func sample() throws {
        let outcome = try Program.call([
            "sample", "--people", "10", "--output", "/proc/nowhere", "--pipeline", Program.pipeline,
        ])
        expect(outcome, status: 3, words: "can't be written (No such file or directory)")
    }
}
