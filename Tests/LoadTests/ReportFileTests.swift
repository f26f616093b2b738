// A report's file is whole or not there, and its cells come back as they were written.

import Foundation
import Personnel
import Testing

@testable import Load

@Suite struct ReportFileTests {
    private struct Interruption: Error {}

    @Test("a file that could not be finished is not there")
    func halfWritten() throws {
        let place = try Workplace()
        let path = place.folder + "/x.csv"
        #expect(throws: Interruption.self) {
            try ReportFile.write(path) { file in
                for _ in 0..<20_000 { try file.row([.text("Lò Văn Ánh")]) }
                throw Interruption()
            }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("a folder that is not there is named in the error")
    func noFolder() throws {
        let place = try Workplace()
        let path = place.folder + "/none/x.csv"
        let error = #expect(throws: LoadError.self) { try ReportFile.write(path) { try $0.row([.number(1)]) } }
        #expect(error == .file(path: path, errorNumber: ENOENT))
        #expect(error?.description == path + ": No such file or directory")
    }

    static let rows: [[String]] = [
        ["Lò Văn Ánh", "Xã Quài Nưa"],
        ["a, b", "a; b", "nói “thôi” \"rồi\"", " có khoảng trắng "],
        ["hai\ndòng", "", "cuối"],
        Array(repeating: "dài", count: 40_000),
    ]

    @Test("what is written is what a CSV reader reads", arguments: rows.indices)
    func roundTrip(index: Int) throws {
        let place = try Workplace()
        let path = place.folder + "/x.csv"
        try ReportFile.write(path) { try $0.row(Self.rows[index].map { .text($0) }) }
        let text = try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(Language.records(of: text).map(\.cells) == [Self.rows[index]])
    }

    static let keys: [(key: String, name: String)] = [
        ("03253", "03253"), ("văn thư", "văn thư"), ("a/b", "a-b"), ("../x", "_..-x"), ("", "_"), (".ẩn", "_.ẩn"),
    ]

    @Test("a sender or unit never names a file outside its folder", arguments: keys)
    func fileName(key: String, name: String) { #expect(ReportWriter.fileName(key) == name) }

    @Test("JSON in the database keeps quotation marks, line breaks and Vietnamese letters")
    func json() throws {
        let texts = ["nói \"vậy\"", "hai\ndòng\t\\", "Quài Nưa", "\u{1}"]
        let read = try JSONDecoder().decode([String].self, from: Data(jsonArray(texts).utf8))
        #expect(read == texts)
        #expect(jsonArray([]) == "[]")
    }
}
