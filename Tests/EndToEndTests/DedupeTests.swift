// `sapxep dedupe` as a user meets it.

import Foundation
import Testing

@Suite("sapxep dedupe") struct DedupeTests {
    /// Forty invented people, every fourth of them twice, the second time with a slip.
    private static let rows: [[String]] = {
        let names = ["Anna", "Bruno", "Carla", "David", "Emma", "Felix", "Greta", "Hugo"]
        let families = ["Abendroth", "Birnbaum", "Cordes", "Dietz", "Eberle"]
        var rows: [[String]] = []
        for number in 0..<40 {
            let born = "19\(50 + number)-0\(1 + number % 9)-\(10 + number % 18)"
            rows.append(["\(number)", names[number % 8], families[number / 8], born, "p\(number)"])
        }
        for number in stride(from: 0, to: 40, by: 4) {
            var copy = rows[number]
            copy[0] = "\(100 + number)"
            if number % 8 == 0 { copy[1] += "e" } else { copy[3] = String(copy[3].dropLast()) + "0" }
            rows.append(copy)
        }
        return rows
    }()

    private static func csv(_ rows: [[String]]) -> String {
        (["rec_id,first_name,surname,dob,person"] + rows.map { $0.joined(separator: ",") }).joined(separator: "\n")
            + "\n"
    }

    private func dedupe(_ place: Workplace, _ arguments: String...) throws -> Outcome {
        try Program.call(
            ["dedupe", place.path + "/people.csv", "--model", Program.root + "/Pipelines/models/people.yaml"]
                + arguments)
    }

    /// The ids of the rows that share a cluster, by cluster id.
    private func clusters(_ csv: String) -> [String: Set<String>] {
        var clusters: [String: Set<String>] = [:]
        for line in csv.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            clusters[cells[cells.count - 1], default: []].insert(cells[0])
        }
        return clusters
    }

    @Test("gives rows of one person one id, which stays when rows change places and threads change")
    func ids() throws {
        let place = try Workplace()
        try place.write(Self.csv(Self.rows), to: "people.csv")
        let first = try dedupe(place, "--threads", "1")
        #expect(first.status == 0)
        let found = clusters(first.output)
        #expect(found.count == 40, "\(first.complaint)")
        #expect(found.values.contains(["8", "108"]))
        try place.write(Self.csv(Self.rows.reversed()), to: "people.csv")
        let second = try dedupe(place, "--threads", "3", "--output", place.path + "/out.csv")
        #expect(second.output.isEmpty)
        #expect(clusters(try place.text(of: "out.csv")) == found)
    }

    @Test("is measured against a column or a file of labels")
    func evaluation() throws {
        let place = try Workplace()
        try place.write(Self.csv(Self.rows), to: "people.csv")
        let column = try dedupe(place, "--evaluate", "person")
        #expect(column.status == 0)
        #expect(column.output.contains("labelled rows: 50 of 50"))
        #expect(column.output.contains("blocking recall: 1.00000"))
        let truth = ["id,person"] + Self.rows.map { $0[0] + "," + $0[4] }
        try place.write(truth.joined(separator: "\n"), to: "truth.csv")
        #expect(try dedupe(place, "--evaluate", place.path + "/truth.csv").output == column.output)
    }

    @Test("explains what each verdict rests on")
    func explanation() throws {
        let place = try Workplace()
        try place.write(Self.csv(Self.rows), to: "people.csv")
        let output = try dedupe(place, "--explain").output
        for words in ["m, u and weight of each level:", ": joined", "surname: equal", "prior", "probability"] {
            #expect(output.contains(words), "\(words)")
        }
    }

    @Test("says what is wrong with a model or a table")
    func mistakes() throws {
        let place = try Workplace()
        try place.write("a,b\n1,2\n3,4\n5,6\n", to: "people.csv")
        let unknown = try dedupe(place)
        #expect(unknown.status == 2)
        #expect(unknown.complaint.contains("none of its columns is one that the model people knows"))
        try place.write("name: x\nfields: {a: {kind: word}}\n", to: "model.yaml")
        let model = try Program.call(["dedupe", place.path + "/people.csv", "--model", place.path + "/model.yaml"])
        #expect(model.status == 2)
        #expect(model.complaint.contains("model.yaml:2"))
    }
}
