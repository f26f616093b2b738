import Foundation
import Testing

@Suite("sapxep inspect")
struct InspectTests {
    private func inspect(_ place: Workplace, _ name: String, _ arguments: String...) throws -> Outcome {
        try Program.call(["inspect", place.path + "/" + name, "--pipeline", Program.pipeline] + arguments)
    }

    @Test("says how a list is read: encoding, dialect, heading, columns, kinds of rows, totals, issues")
    func list() throws {
        let place = try Workplace()
        try place.writeInput()
        let outcome = try inspect(place, "in/muong-cha/cap-xa/Xa Na Sang.csv")
        #expect(outcome.status == 0)
        #expect(outcome.complaint.isEmpty)
        for words in [
            "encoding   utf-8, 100 % sure", "delimiter “;”, quote “\"”, escape none, lines end in LF",
            "list date  2025-05-20", "13: 3 person, 1 rejected, 1 heading, 2 section, 1 total, 4 note, 1 blank",
            "list of people: heading in row 5", "Họ và tên", "full_name", "II. CÔNG CHỨC",
            "row 12: 5 of a sheet", "name.missing", "total.differs", "heading row 5",
        ] {
            #expect(outcome.output.contains(words), "\(words)\n\(outcome.output)")
        }
    }

    @Test("shows a list in a folder of assets as one of assets")
    func assets() throws {
        let place = try Workplace()
        try place.write(
            "Số TT;Tên tài sản;Năm sử dụng;Nguyên giá\n1;Máy in;2020;5.000.000\n", to: "in/muong-cha/tai-san/a.csv")
        let outcome = try inspect(place, "in/muong-cha/tai-san/a.csv")
        #expect(outcome.status == 0)
        for words in ["list of assets: heading in row 1", "original_cost", "2: 1 heading, 1 item"] {
            #expect(outcome.output.contains(words), "\(words)\n\(outcome.output)")
        }
    }

    @Test("says the same as one JSON object with sorted keys")
    func json() throws {
        let place = try Workplace()
        try place.writeInput()
        let outcome = try inspect(place, "in/so-noi-vu/tong hop.txt", "--json")
        #expect(outcome.status == 0)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(object["version"] as? Int == 1)
        #expect((object["encoding"] as? [String: Any])?["name"] as? String == "utf-16le")
        #expect((object["dialect"] as? [String: Any])?["delimiter"] as? String == "\t")
        #expect((object["row_kinds"] as? [String: Int])?["person"] == 1)
        let keys = outcome.output.split(separator: "\n").filter { $0.hasPrefix("  \"") }
        #expect(keys == keys.sorted())
    }

    @Test("writes a table as CSV with CRLF and no byte-order mark, without a pipeline")
    func table() throws {
        let place = try Workplace()
        try place.write("Sales\n\nDay;Sum\n2025-01-02;\"1;5\"\n2025-01-03;2\n", to: "a.csv")
        for arguments in [["--table"], ["--table", "1"]] {
            let outcome = try Program.call(["inspect", place.path + "/a.csv"] + arguments, through: "cd /")
            #expect(outcome.status == 0)
            #expect(outcome.output == "Day,Sum\r\n2025-01-02,1;5\r\n2025-01-03,2\r\n")
        }
        #expect(try Program.call(["inspect", "--table", place.path + "/a.csv"]).status == 0)
    }

    @Test("refuses in one sentence what cannot be read, with status 1")
    func refused() throws {
        let place = try Workplace()
        try place.writeInput()
        for arguments in [[], ["--json"], ["--table"]] {
            let outcome = try Program.call(
                ["inspect", place.path + "/in/muong-cha/quyet dinh.pdf", "--pipeline", Program.pipeline] + arguments)
            #expect(outcome.status == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.complaint.contains("a PDF; send the spreadsheet it was made from"))
            #expect(outcome.complaint.count { $0 == "\n" } == 1)
        }
    }

    @Test(
        "ends with status 2 for what is not there",
        arguments: [
            (["missing.csv"], "there is no such file"), (["."], "is no file"),
            (["a.csv", "--table", "2"], "holds 1 table; there is no table 2"),
            (["a.csv", "--table", "0"], "whole number from 1"), (["a.csv", "--table", "--json"], "don't go together"),
            (["a.csv", "--pipeline", "nowhere"], "no such pipeline"),
        ])
    func mistakes(arguments: [String], words: String) throws {
        let place = try Workplace()
        try place.write("a,b\n1,2\n", to: "a.csv")
        let outcome = try Program.call(
            ["inspect"] + arguments,
            through: "cd '\(place.path)' && mkdir -p Pipelines && ln -s '\(Program.pipeline)' Pipelines/dien-bien")
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
    }
}
