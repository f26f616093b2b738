// Files that other tools misread, from the bytes on: what a clerk reads in them is what must come out.

import Foundation
import Personnel
import Tabular
import Testing

@testable import Extract

/// Reads a fixture as one list.
private func readOdd(_ name: String, sender: String) throws -> ReadList {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/odd/\(name)").path
    var file = try TabularFile(path: path)
    let extractor = Extractor(
        vocabulary: try Vocabulary.headings(), words: try Vocabulary.words(),
        asOf: try #require(PartialDate(iso: "2025-07-01")))
    var result = ReadList()
    result.list = try extractor.extract(
        fileIndex: 0, path: "\(sender)/\(name)", sender: sender, emit: { row, _ in result.rows.append(row) },
        from: { take in try file.read(take) })
    return result
}

@Suite("Files that other tools misread")
struct OddFileTests {
    @Test("jumped-over cells and rows, a school merged over three people, a sheet that goes on")
    func mergedAndJumping() throws {
        let read = try readOdd("merged-and-jumping.xls", sender: "muong-nhe")
        #expect(
            read.values(.fullName) == [
                "Lò Văn Pâng", "Cà Thị Én", "Giàng A Tủa", "Lò Thị Mai", "Lò Văn Sơn", "Lò Thị Hoa", "Lò Thị Hoan",
            ])
        #expect(read.people.map(\.place.row) == [4, 5, 6, 9, 1, 2, 3])
        let schools = ["Trường PTDTBT TH Nậm Kè", "Trường MN Nậm Kè", "Trường MN Nậm Vì"]
        #expect(read.values(.unit) == [0, 0, 0, 1, 2, 2, 2].map { schools[$0] })
        #expect(read.values(.birthDateMale).map { !$0.isEmpty } == [true, false, true, false, true, false, false])
        #expect(read.values(.birthDateFemale).map { !$0.isEmpty } == [false, true, false, true, false, true, true])
        #expect(read.values(.rank).allSatisfy { $0.hasPrefix("V.07.") })
        #expect(read.list.totals.map { [$0.expected, $0.counted] } == [[4, 4]])
    }

    @Test("a separator line, two fields in one cell, totals in words")
    func separatorLine() throws {
        let read = try readOdd("separator-line.csv", sender: "nam-po")
        #expect(read.values(.fullName) == ["Giàng A Tủa", "Lò Thị Hoa", "Vàng A Dơ", "Cà Thị Én"])
        #expect(read.values(.birthDate) == ["12/3/1985", "1990", "1979", "5/6/1991"])
        #expect(read.values(.ethnicity) == ["Mông", "Thái", "Thái", "Thái"])
        #expect(read.values(.salaryCoefficient).prefix(3) == ["3,33", "2,67", "3,66"])
        #expect(read.people.map(\.place.row) == [5, 6, 9, 11])
        #expect(read.sections[3] == ["B CHÍNH QUYỀN", "II Công chức"])
        #expect(read.list.totals.map { [$0.expected, $0.counted] } == [[2, 2], [4, 4]])
        #expect(read.list.listDate == PartialDate(iso: "2025-02-05"))
    }

    @Test("capitals of an old font")
    func oldFontCapitals() throws {
        let read = try readOdd("old-font-capitals.csv", sender: "dien-bien")
        #expect(
            read.values(.fullName).map { $0.lowercased() } == [
                "lường văn đức", "nguyễn thị thuỷ", "quàng thị hặc", "vừ a bằng", "đỗ thị ửng",
            ])
        #expect(read.values(.position).last == "Tư pháp - Hộ tịch")
        #expect(read.values(.unit).allSatisfy { $0.lowercased() == "ubnd xã mường nhà" })
        #expect(read.codes.isEmpty)
    }

    @Test("a page of HTML with cells that are never closed")
    func webPage() throws {
        let read = try readOdd("web-page.xls", sender: "tua-chua")
        #expect(read.values(.fullName) == ["Lò Văn Pâng", "Cà Thị Én", "Sùng A Sài"])
        #expect(read.values(.birthDateMale) == ["1985", "", "1990"])
        #expect(read.values(.birthDateFemale) == ["", "01/02/1990", ""])
        #expect(read.values(.ethnicity) == ["Thái", "Thái", "H'Mông"])
        #expect(read.sections == [["I CÁN BỘ"], ["I CÁN BỘ"], ["II CÔNG CHỨC"]])
        #expect(read.list.totals.map { [$0.expected, $0.counted] } == [[3, 3]])
    }

    @Test("two tables with other columns in UTF-16 without a mark")
    func twoTables() throws {
        let read = try readOdd("two-tables.txt", sender: "tuan-giao")
        #expect(
            read.kinds == [
                .note, .heading, .person, .note, .person, .total, .blank, .note, .heading, .person, .person, .total,
                .note,
                .note,
            ])
        #expect(read.values(.birthDate) == ["12/03/1985", "00/00/1990", "1988", "1990"])
        #expect(read.values(.nationalID) == ["", "", "011088001234", "1.1190001234E+10"])
        let titles = read.people.map { read.list.contexts[$0.context].titles.joined() }
        #expect(titles.map { $0.contains("GDNN") } == [false, false, true, true])
        #expect(read.list.totals.map { [$0.expected, $0.counted] } == [[2, 2], [2, 2]])
    }
}
