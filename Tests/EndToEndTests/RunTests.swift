import Foundation
import Testing

@Suite("sapxep run")
struct RunTests {
    /// The counts of a published run.
    private func counts(_ place: Workplace) throws -> [String: Int] {
        let manifest = try JSONSerialization.jsonObject(with: place.data(of: "out/current/manifest.json"))
        let object = try #require(manifest as? [String: Any])
        return try #require(object["counts"] as? [String: Int])
    }

    @Test("publishes a database, reports, a manifest and a log, for their owner only")
    func publishes() throws {
        let place = try Workplace()
        try place.writeInput()
        let outcome = try place.run()
        #expect(outcome.status == 1)
        #expect(outcome.complaint.isEmpty)
        let names = [
            "personnel.sqlite", "index.html", "manifest.json", "log.jsonl", "reports/headcount-by-unit.csv",
            "reports/roster.csv",
            "reports/unit-succession.csv", "reports/unresolved.csv", "reports/duplicates.csv",
            "reports/rejected-rows.csv", "reports/reconciliation.csv", "reports/data-quality.csv",
        ]
        for name in names { #expect(place.exists("out/current/" + name), "\(name)") }
        for name in try place.files(below: "out") {
            let attributes = try FileManager.default.attributesOfItem(atPath: place.path + "/out/" + name)
            guard attributes[.type] as? FileAttributeType != .typeSymbolicLink else { continue }
            let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
            #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(name)")
        }
    }

    @Test("counts every row, makes one person of the rows of one, and finds each a place")
    func accounts() throws {
        let place = try Workplace()
        try place.writeInput()
        _ = try place.run()
        let counts = try counts(place)
        #expect(counts["files.all"] == 6)
        #expect(counts["files.refused"] == 2)
        // Seven readable rows of six people, one row without a name.
        #expect(counts["rows.person"] == 7)
        #expect(counts["rows.rejected"] == 1)
        #expect(counts["rows.total"] == 1)
        #expect(counts["rows.section"] == 2)
        #expect(counts["people"] == 6)
        #expect(counts["assignments.leaving"] == 1)
        #expect(counts["assignments.unresolved"] == 1)
        #expect(counts["assignments.assigned"] == 4)
        #expect(try place.text(of: "out/current/reports/rejected-rows/muong-cha.csv").contains("Xa Na Sang"))
        #expect(try place.text(of: "out/current/reports/reconciliation.csv").contains("Xa Na Sang"))
    }

    @Test("gives the same bytes a second time, and with another number of threads")
    func repeatable() throws {
        let place = try Workplace()
        try place.writeInput()
        func reports() throws -> [String: Data] {
            var reports: [String: Data] = [:]
            for name in try place.files(below: "out/current/reports") where name.hasSuffix(".csv") {
                reports[name] = try place.data(of: "out/current/reports/" + name)
            }
            return reports
        }
        _ = try place.run("--threads", "1")
        let first = try reports()
        _ = try place.run("--threads", "4", "--fresh")
        #expect(try reports() == first)
        #expect(first.count > 8)
    }

    @Test("logs and prints neither names nor identity numbers")
    func keepsPrivate() throws {
        let place = try Workplace()
        try place.writeInput()
        let outcome = try place.run()
        let said = try place.text(of: "out/current/log.jsonl") + outcome.output + outcome.complaint
        for secret in ["Pâng", "PÂNG", "Bằng", "Quàng", "011085000123", "Giàng"] { #expect(!said.contains(secret)) }
    }

    @Test("publishes nothing when only checking")
    func dryRun() throws {
        let place = try Workplace()
        try place.writeInput()
        let outcome = try place.run("--dry-run")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("nothing published"))
        #expect(try place.files(below: "out").filter { $0 != ".lock" }.isEmpty)
    }

    @Test("a decision in a report that came back wins; one that fits nobody is said, and the run is another one")
    func decisions() throws {
        let place = try Workplace()
        try place.writeInput()
        let before = try place.run()
        let report = try place.text(of: "out/current/reports/unresolved.csv")
        // The only line of data ends with the empty cell under `decision`.
        let line = try #require(report.split(separator: "\r\n").first { $0.hasPrefix("1,") })
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        let decided = report.replacing(line, with: line + "Xã Na Sang")
        try place.write(decided, to: "in/decisions/lần 1.csv")
        try place.write(decided.replacing(cells[1], with: "'12345"), to: "in/decisions/cũ.csv")
        let after = try place.run()
        #expect(after.status == 1)
        #expect(try counts(place)["assignments.unresolved"] == 0)
        #expect(try counts(place)["decisions.unfit"] == 1)
        #expect(after.output.contains("unfit    decisions/cũ.csv, dòng"))
        #expect(try place.text(of: "out/current/reports/unresolved.csv").contains("decisions/cũ.csv, dòng"))
        #expect(before.output.prefix(32) != after.output.prefix(32))
        #expect(try !place.text(of: "out/current/log.jsonl").contains("12345"))
    }
}
