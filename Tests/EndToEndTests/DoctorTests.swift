// Whether a machine is ready: each finding with what to do.

import Foundation
import Testing

@Suite("sapxep doctor")
struct DoctorTests {
    private func examine(_ place: Workplace, pipeline: String = Program.pipeline) throws -> Outcome {
        try Program.call(["doctor", pipeline, "--input", place.path + "/in", "--output", place.path + "/out"])
    }

    @Test("a machine on which a run works is ready, before and after the first run, and nothing is written")
    func ready() throws {
        let place = try Workplace()
        try place.writeInput()
        let before = try examine(place)
        #expect(before.status == 0, "\(before.output)")
        #expect(before.output.contains("will be made") && !place.exists("out"))
        _ = try place.run()
        let after = try examine(place)
        #expect(after.status == 0, "\(after.output)")
        for words in ["SQLite 3.", "dien-bien: 14 senders", "6 files of 2 senders", "mode 700", "1 runs kept"] {
            #expect(after.output.contains(words), "\(words)\n\(after.output)")
        }
    }

    @Test("an output folder that others can look into, a run at work and a damaged database want a look")
    func doubtful() throws {
        let place = try Workplace()
        try place.writeInput()
        _ = try place.run()
        try place.write("no database", to: "out/current/personnel.sqlite")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path + "/out")
        let descriptor = open(place.path + "/out/.lock", O_RDWR)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        let outcome = try examine(place)
        #expect(outcome.status == 1, "\(outcome.output)")
        for words in ["chmod 700", "a run is at work", "can't be read, so that people may get other ids"] {
            #expect(outcome.output.contains(words), "\(words)\n\(outcome.output)")
        }
    }

    @Test("a missing input, a broken pipeline and a file for an output folder would make a run fail")
    func broken() throws {
        let place = try Workplace()
        try place.write("x", to: "out")
        let outcome = try examine(place, pipeline: "nowhere")
        #expect(outcome.status == 3)
        #expect(outcome.output.split(separator: "\n").count { $0.hasPrefix("  FAIL") } == 3, "\(outcome.output)")
    }
}
