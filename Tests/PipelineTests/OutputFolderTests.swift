import Glibc
import Testing

@testable import Pipeline

@Suite("Output folder")
struct OutputFolderTests {
    private func publish(_ text: String, as run: String, in folder: OutputFolder) throws {
        let building = try folder.beginBuilding(run)
        let file = try #require(fopen(building + "/personnel.sqlite", "w"))
        fputs(text, file)
        fclose(file)
        _ = try folder.publish(building, as: run)
    }

    @Test("publishes a run by pointing `current` at it")
    func publishes() throws {
        let temporary = try TemporaryFolder()
        let folder = OutputFolder(location: temporary.path + "/out")
        try folder.prepare(outside: temporary.path + "/in")
        #expect(folder.currentRun == nil)
        try publish("one", as: "run-1", in: folder)
        #expect(folder.currentRun == "run-1")
        #expect(try temporary.text(of: "out/current/personnel.sqlite") == "one")
        try publish("two", as: "run-2", in: folder)
        #expect(try temporary.text(of: "out/current/personnel.sqlite") == "two")
        #expect(try temporary.text(of: "out/runs/run-1/personnel.sqlite") == "one")
    }

    @Test(
        "is not made in the input folder, by whatever path, nor without a name",
        arguments: ["in", "in/out", "link/out", ""])
    func outside(name: String) throws {
        let temporary = try TemporaryFolder()
        try temporary.makeFolder("in/a")
        #expect(symlink("in/a", temporary.path + "/link") == 0)
        let location = name.isEmpty ? "" : temporary.path + "/" + name
        let failure = #expect(throws: RunFailure.self) {
            try OutputFolder(location: location).prepare(outside: temporary.path + "/in")
        }
        #expect(failure?.status == .usage)
        #expect(!temporary.exists("in/out"))
        try OutputFolder(location: temporary.path + "/in-out").prepare(outside: temporary.path + "/in")
    }

    @Test("replaces a run of the same id")
    func replaces() throws {
        let temporary = try TemporaryFolder()
        let folder = OutputFolder(location: temporary.path)
        try publish("one", as: "run-1", in: folder)
        try publish("again", as: "run-1", in: folder)
        #expect(try temporary.text(of: "current/personnel.sqlite") == "again")
        #expect(!temporary.exists(".building-run-1"))
        #expect(!temporary.exists("runs/run-1"))
        try publish("third", as: "run-1", in: folder)
        #expect(try temporary.text(of: "runs/run-1/personnel.sqlite") == "third")
        #expect(!temporary.exists("runs/run-1-again"))
    }

    @Test("removes what a killed run left, and nothing else")
    func removesAbandoned() throws {
        let temporary = try TemporaryFolder()
        let folder = OutputFolder(location: temporary.path)
        try publish("one", as: "run-1", in: folder)
        _ = try folder.beginBuilding("run-2")
        folder.removeAbandonedBuilds()
        #expect(!temporary.exists(".building-run-2"))
        #expect(try temporary.text(of: "current/personnel.sqlite") == "one")
    }

    @Test("keeps so many runs, the published one always")
    func prunes() throws {
        let temporary = try TemporaryFolder()
        let folder = OutputFolder(location: temporary.path)
        for run in ["a", "b", "c"] { try publish(run, as: run, in: folder) }
        folder.prune(keeping: 1)
        #expect(temporary.exists("runs/c"))
        #expect(!temporary.exists("runs/a"))
        #expect(!temporary.exists("runs/b"))
    }

    @Test("that is a file is a mistake of the command")
    func refusesFile() throws {
        let temporary = try TemporaryFolder()
        try temporary.write("x", to: "out")
        let failure = #expect(throws: RunFailure.self) {
            try OutputFolder(location: temporary.path + "/out").prepare(outside: temporary.path + "/in")
        }
        #expect(failure?.status == .usage)
    }

    @Test("can be locked once at a time")
    func locks() throws {
        let temporary = try TemporaryFolder()
        do {
            let lock = try RunLock(folder: temporary.path)
            let failure = #expect(throws: RunFailure.self) { _ = try RunLock(folder: temporary.path) }
            #expect(failure?.status == .locked)
            _ = consume lock
        }
        _ = try RunLock(folder: temporary.path)
    }
}
