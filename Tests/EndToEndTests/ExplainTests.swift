// What the published run says when it is asked why.

import Foundation
import Testing

@Suite("sapxep explain, history, diff")
struct ExplainTests {
    private func published() throws -> Workplace {
        let place = try Workplace()
        try place.writeInput()
        #expect(try place.run().status == 1)
        return place
    }

    private func explain(_ person: String, _ place: Workplace) throws -> Outcome {
        try Program.call(["explain", person, "--output", place.path + "/out"])
    }

    @Test(
        "a person is found by name, identity number, and the file and row of any list",
        arguments: [
            "Lò Văn Pâng", "lo van pang", "011085000123", "Xa Na Sang - Copy.csv:7", "so-noi-vu/tong hop.txt:2",
        ])
    func finds(person: String) throws {
        let outcome = try explain(person, published())
        #expect(outcome.status == 0, "\(outcome.complaint)")
        #expect(outcome.output.prefix { $0 != "\n" }.hasSuffix("  Lò Văn Pâng"))
    }

    @Test("says the rows, the values and whence, each weight, the rule and those before it")
    func says() throws {
        let place = try published()
        let text = try explain("011085000123", place).output
        for words in [
            "muong-cha/cap-xa/Xa Na Sang - Copy.csv", "so-noi-vu/tong hop.txt, 2", "full_name", "written “LÒ VĂN PÂNG”",
            "any two rows", "national_id", "joined from +", "weight", "assigned: ", "rules asked before", "leaving",
            "no row asks to retire or resign",
        ] {
            #expect(text.contains(words), "\(words)\n\(text)")
        }
        // The pieces add up to the weight.
        let sums = text.split(separator: "\n").compactMap { line in
            line.contains("= ") ? line.split(separator: " ").last.flatMap { Double($0) } : nil
        }
        #expect(sums.count > 3 && sums[sums.count - 1] == sums[sums.count - 2], "\(sums)")
        #expect(try explain("Giàng A Lử", place).output.contains("plan"))
    }

    @Test("a row that is nobody's says what it is")
    func row() throws {
        let place = try published()
        let outcome = try explain("Xa Na Sang - Copy.csv:11", place)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("no person's row: rejected"))
        #expect(outcome.output.contains("Dòng có số liệu nhưng không có họ và tên"))
        #expect(try explain("quyet dinh.pdf:3", place).output.contains("the file is refused"))
    }

    @Test("who is not there, and a folder without a run, end with status 2")
    func mistakes() throws {
        let place = try published()
        for person in ["Người Không Có", "999", "Xa Pa Ham.xml:999", ""] {
            let outcome = try explain(person, place)
            #expect(outcome.status == 2, "\(person)")
            #expect(outcome.output.isEmpty && !outcome.complaint.isEmpty)
        }
        for command in ["explain x", "history", "diff"] {
            let arguments = command.split(separator: " ").map(String.init)
            #expect(try Program.call(arguments + ["--output", place.path + "/in"]).status == 2)
        }
        #expect(try Program.call(["diff", "--output", place.path + "/out"]).complaint.contains("is the first run"))
    }

    @Test("history and diff compare what was published, and name runs by the beginning of their id")
    func compares() throws {
        let place = try published()
        let list = try place.text(of: "in/muong-cha/cap-huyen/DS.csv")
        try place.write(list.replacing("Trưởng phòng", with: "Phó trưởng phòng"), to: "in/muong-cha/cap-huyen/DS.csv")
        #expect(try place.run().status == 1)
        let out = place.path + "/out"
        let history = try Program.call(["history", "--output", out])
        #expect(history.status == 0)
        #expect(history.output.split(separator: "\n").count == 3)
        #expect(!history.output.contains("Giàng"))
        let runs = try FileManager.default.contentsOfDirectory(atPath: out + "/runs")
        for arguments in [[], ["previous", "current"]] {
            let diff = try Program.call(["diff"] + arguments + ["--output", out])
            #expect(diff.status == 0)
            #expect(diff.output.contains("Trưởng phòng -> Phó trưởng phòng"), "\(diff.output)")
        }
        let back = try Program.call(["diff", "current", "previous", "--output", out])
        #expect(back.output.contains("Phó trưởng phòng -> Trưởng phòng"))
        #expect(try Program.call(["diff", "2025", "current", "--output", out]).complaint.contains("several runs"))
        #expect(try Program.call(["diff", runs[0], runs[1], "--output", out]).status == 0)
    }
}
