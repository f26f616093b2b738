// Night after night: what did not change is not done again, and comes out the same.

import Foundation
import Testing

@Suite("sapxep run, night after night")
struct NightTests {
    private func reports(_ place: Workplace) throws -> [String: Data] {
        var reports: [String: Data] = [:]
        for name in try place.files(below: "out/current/reports") where name.hasSuffix(".csv") {
            reports[name] = try place.data(of: "out/current/reports/" + name)
        }
        return reports
    }

    private func publishedRun(_ place: Workplace) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: place.path + "/out/current")
    }

    @Test("a night on which nothing changed says so, keeps the run and its exit status")
    func unchanged() throws {
        let place = try Workplace()
        try place.writeInput()
        let first = try place.run()
        let run = try publishedRun(place)
        let time = try place.text(of: "out/current/manifest.json")
        let second = try place.run()
        #expect(second.status == first.status)
        #expect(second.output.contains("unchanged: inputs, decisions and pipeline are those of"))
        #expect(second.output.hasPrefix(first.output.components(separatedBy: "\npublished")[0]))
        #expect(try publishedRun(place) == run)
        #expect(try place.text(of: "out/current/manifest.json") == time)
    }

    @Test("another as-of date, a fresh run, a lost report folder are no unchanged night")
    func changed() throws {
        let place = try Workplace()
        try place.writeInput()
        _ = try place.run()
        #expect(try place.run("--fresh").output.contains("\npublished"))
        #expect(try place.run("--as-of", "2025-08-01").output.contains("\npublished"))
        #expect(try place.run().output.contains("\npublished"))
        try FileManager.default.removeItem(atPath: place.path + "/out/" + publishedRun(place) + "/reports")
        #expect(try place.run().output.contains("\npublished"))
    }

    @Test("a changed list is read again, the others come from the cache, to the same bytes as a run without one")
    func partly() throws {
        let place = try Workplace()
        try place.writeInput()
        _ = try place.run()
        let name = try #require(
            try place.files(below: "in").first { $0.hasSuffix(".csv") && !$0.hasPrefix("decisions") })
        try place.write(place.data(of: "in/" + name) + Data("\n".utf8), to: "in/" + name)
        let (out, before) = (place.path + "/out", place.path + "/before")
        try FileManager.default.copyItem(atPath: out, toPath: before)
        #expect(try place.run().output.contains("\npublished"))
        let fromCache = try reports(place)
        try FileManager.default.removeItem(atPath: out)
        try FileManager.default.moveItem(atPath: before, toPath: out)
        try FileManager.default.removeItem(atPath: out + "/.cache")
        #expect(try place.run().output.contains("\npublished"))
        #expect(try reports(place) == fromCache)
    }

    @Test("damaged entries of the cache are ignored")
    func damaged() throws {
        let place = try Workplace()
        try place.writeInput()
        _ = try place.run()
        let before = try reports(place)
        let entries = try place.files(below: "out/.cache/lists")
        #expect(!entries.isEmpty)
        for entry in entries { try place.write("sapxep list 1\nnot at all", to: "out/.cache/lists/" + entry) }
        try place.write("no fingerprint", to: "out/.cache/published")
        _ = try place.run()
        #expect(try reports(place) == before)
    }

    @Test("the cache holds a file for each list of the last run, for its owner only")
    func tidy() throws {
        let place = try Workplace()
        try place.writeInput()
        _ = try place.run()
        let first = try place.files(below: "out/.cache/lists")
        let name = try #require(
            try place.files(below: "in").first { $0.hasSuffix(".csv") && !$0.hasPrefix("decisions") })
        try place.write(place.data(of: "in/" + name) + Data("\n".utf8), to: "in/" + name)
        _ = try place.run()
        let second = try place.files(below: "out/.cache/lists")
        #expect(second.count == first.count && Set(second) != Set(first))
        for entry in second {
            let path = place.path + "/out/.cache/lists/" + entry
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }
}
