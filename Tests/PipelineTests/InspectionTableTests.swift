import Foundation
import Tabular
import Testing

@testable import Pipeline

/// A file as careless people and programs write it, and the table that a careful reader sees in it.
struct PollutedFile: Sendable, CustomTestStringConvertible {
    var what: String
    var bytes: [UInt8]
    var table = 1
    /// Heading first; the heading is the first row all the same where there is none.
    var expected: [[String]]

    var testDescription: String { what }

    init(_ what: String, _ text: String, table: Int = 1, _ expected: [[String]]) {
        self.init(what, bytes: Array(text.utf8), table: table, expected)
    }

    init(_ what: String, bytes: [UInt8], table: Int = 1, _ expected: [[String]]) {
        (self.what, self.bytes, self.table, self.expected) = (what, bytes, table, expected)
    }
}

@Suite("inspect --table")
struct InspectionTableTests {
    /// The table as `--table` writes it, read back.
    private func table(_ number: Int, of bytes: [UInt8], named name: String = "list.csv") throws -> [[String]] {
        let folder = try TemporaryFolder()
        try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
        var written: [UInt8] = []
        try InspectedFile(path: folder.path + "/" + name).writeTable(number) { written += $0 }
        return try CSVText.rows(of: written).map(\.cells)
    }

    @Test("reads a shop's sales as a careful reader would", arguments: PollutedFile.sales)
    func sales(file: PollutedFile) throws {
        #expect(try table(file.table, of: file.bytes) == file.expected)
    }

    @Test("reads a list of gauges as a careful reader would", arguments: PollutedFile.gauges)
    func gauges(file: PollutedFile) throws {
        #expect(try table(file.table, of: file.bytes) == file.expected)
    }

    @Test("names each sheet's table, repeats merged values down and not across")
    func sheets() throws {
        let text = """
            <?xml version="1.0"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
             xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="A"><Table>
            <Row><Cell ss:MergeAcross="3"><Data ss:Type="String">Gauges of the north</Data></Cell></Row>
            <Row><Cell ss:MergeDown="1"><Data ss:Type="String">River</Data></Cell>
            <Cell ss:MergeDown="1"><Data ss:Type="String">Place</Data></Cell>
            <Cell ss:MergeAcross="1"><Data ss:Type="String">Level</Data></Cell></Row>
            <Row><Cell ss:Index="3"><Data ss:Type="String">low</Data></Cell>
            <Cell><Data ss:Type="String">high</Data></Cell></Row>
            <Row><Cell ss:MergeDown="1"><Data ss:Type="String">Đà</Data></Cell>
            <Cell><Data ss:Type="String">Upper</Data></Cell><Cell><Data ss:Type="Number">1</Data></Cell>
            <Cell><Data ss:Type="Number">5</Data></Cell></Row>
            <Row><Cell ss:Index="2"><Data ss:Type="String">Lower</Data></Cell>
            <Cell><Data ss:Type="Number">2</Data></Cell></Row>
            </Table></Worksheet>
            <Worksheet ss:Name="B"><Table>
            <Row><Cell><Data ss:Type="String">Year</Data></Cell><Cell><Data ss:Type="String">Rain</Data></Cell></Row>
            <Row><Cell><Data ss:Type="Number">2024</Data></Cell><Cell><Data ss:Type="Number">1800</Data></Cell></Row>
            </Table></Worksheet></Workbook>
            """
        #expect(
            try table(1, of: Array(text.utf8), named: "a.xls") == [
                ["River", "Place", "Level low", "Level high"], ["Đà", "Upper", "1", "5"], ["Đà", "Lower", "2", ""],
            ])
        #expect(try table(2, of: Array(text.utf8), named: "a.xls") == [["Year", "Rain"], ["2024", "1800"]])
    }

    @Test("says how many tables there are when asked for another")
    func missingTable() throws {
        let failure = #expect(throws: RunFailure.self) { try table(3, of: Array("a,b\n1,2\n".utf8)) }
        #expect(failure?.status == .usage)
        #expect(failure?.description.contains("holds 1 table; there is no table 3") == true)
    }
}
