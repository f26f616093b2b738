// Small files that would take hours or all memory if a bound were missing: a test that never ends is one that fails.

import Testing

@testable import Tabular

/// The usual limits, with less to repeat: tests run unoptimised.
private let hostileLimits: ReadingLimits = {
    var limits = ReadingLimits()
    limits.repeatedBytes = 1 << 20
    return limits
}()

/// What reading a file ends with: how many rows it has, and the refusal.
private func outcome(_ bytes: [UInt8], _ limits: ReadingLimits = hostileLimits) -> (rows: Int, refusal: RefusedFile?) {
    var rows = 0
    let refused = refusal {
        var file = try TabularFile(bytes: bytes, limits: limits)
        try file.read { batch, _ in rows += batch.count }
    }
    return (rows, refused)
}

private func outcome(_ text: String, _ limits: ReadingLimits = hostileLimits) -> (rows: Int, refusal: RefusedFile?) {
    outcome(Array(text.utf8), limits)
}

private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

/// Names that differ, each with something behind it.
private func attributes(_ count: Int, _ rest: String) -> String {
    var text = ""
    for number in 0..<count { text += "a\(number)\(rest)" }
    return text
}

private func spreadsheetML(_ rows: String, before: String = "") -> String {
    """
    <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\(before)<Worksheet ss:Name="a"><Table>\(rows)</Table>
    </Worksheet></Workbook>
    """
}

private func data(_ text: String, _ attributes: String = "") -> String {
    "<Cell \(attributes)><Data ss:Type=\"String\">\(text)</Data></Cell>"
}

private func xlsx(_ rows: String, strings: String? = nil, styles: String? = nil, after: String = "") throws -> [UInt8] {
    try zipped(workbook([("name=\"A\"", rows)], strings: strings, styles: styles, afterRows: after))
}

@Suite("Hostile files end soon, in little memory")
struct HostileFileTests {
    // Where no row would be short enough, a comma is no delimiter.
    static let delimitedTexts: [(String, Int, RefusedFile.Reason?)] = [
        (times(300_000, "\""), 1, nil), (times(300_000, ","), 1, nil),
        (times(300_000, "\n"), 300_000, nil), (times(1_100_000, "a"), 0, .limitCell),
        (times(150_000, "a,") + "\n", 1, nil), (times(100_000, "\"a\" b "), 1, nil),
        ("a,b\n\"" + times(1_100_000, "a\n"), 1, .unclosedQuote), (times(100_000, "',"), 1, nil),
        (times(5, "a,b\n") + times(100_000, ","), 0, .limitColumns),
    ]

    @Test("delimited text", arguments: delimitedTexts.indices)
    func delimited(index: Int) {
        let (text, rows, reason) = Self.delimitedTexts[index]
        let outcome = outcome(text)
        #expect(outcome.refusal?.reason == reason)
        if reason == nil { #expect(outcome.rows == rows) }
    }

    static let pages: [(String, RefusedFile.Reason?)] = [
        ("<table>" + times(100_000, "<tr>") + "</table>", nil),
        ("<table><tr><td colspan=999999999 rowspan=999999999>a<tr></table>", nil),
        // Empty cells beyond the last column, each behind two thousand merges.
        ("<table><tr>" + times(2_000, "<td rowspan=0>") + "<tr>" + times(100_000, "<td>") + "</table>", nil),
        // A long text in each of two thousand columns and sixty thousand rows.
        (
            "<table><tr><td colspan=2000 rowspan=0>" + times(9_000, "a") + times(60_000, "<tr>") + "</table>",
            .limitRepetition
        ),
        ("<table><tr><td colspan=2000 rowspan=0>" + times(65_000, "<tr>") + "</table>", .limitRepetition),
        (times(100_000, "<div>") + "<table><tr><td>a</table>", nil),
        ("<table><tr><td>" + times(100, "<table>"), .truncated),
        ("<table><tr><td>" + times(100, "<table>") + "</html>", .limitDepth),
        ("<table><tr><td " + times(50_000, "a=b ") + ">a</table>", nil),
        ("<table><tr><td>a</table><!-- " + times(50_000, "<!-- "), .truncated),
        ("<table><tr><td>" + times(50_000, "< & &# ") + "</table>", nil),
    ]

    @Test("HTML", arguments: pages.indices)
    func html(index: Int) {
        let (text, reason) = Self.pages[index]
        #expect(outcome(text).refusal?.reason == reason)
    }

    static let sheets: [(String, RefusedFile.Reason?)] = [
        (
            "<Row>" + data("a", "ss:MergeAcross=\"2147483647\" ss:MergeDown=\"2147483647\"") + "</Row><Row/>",
            nil
        ),
        ("<Row ss:Index=\"2147483647\">" + data("a") + "</Row>", nil),
        // Row numbers beyond 32 bits would begin anew.
        (times(3, "<Row ss:Span=\"2147483647\"/>"), .malformedXML),
        ("<Row>" + data("a", "ss:Index=\"2147483647\"") + "</Row>", .limitColumns),
        ("<Row><Cell ss:Index=\"2147483647\"/></Row>", nil),
        (
            "<Row>" + data(times(2_000, "a"), "ss:MergeAcross=\"1999\" ss:MergeDown=\"99999\"") + "</Row>"
                + times(90_000, "<Row/>"), .limitRepetition
        ),
        // Merges that begin where others, empty ones, still reach.
        (times(2_000, "<Row>" + data("a", "ss:Index=\"1\" ss:MergeDown=\"99999\"") + "</Row>"), nil),
        (times(100_000, "<Row>"), .limitDepth),
    ]

    @Test("SpreadsheetML", arguments: sheets.indices)
    func spreadsheet(index: Int) {
        let (rows, reason) = Self.sheets[index]
        #expect(outcome(spreadsheetML(rows)).refusal?.reason == reason)
    }

    @Test("a legacy font in a column that does not exist takes no memory")
    func fontFarRight() {
        let styles = "<Styles><Style ss:ID=\"v\"><Font ss:FontName=\".VnTime\"/></Style></Styles>"
        let column = "<Column ss:Index=\"2147483647\" ss:Span=\"2147483647\" ss:StyleID=\"v\"/>"
        let cell = data("a", "ss:Index=\"2147483647\" ss:StyleID=\"v\"")
        #expect(
            outcome(spreadsheetML("\(column)<Row>\(cell)</Row>", before: styles)).refusal?.reason == .limitColumns)
    }

    static let documents: [(String, RefusedFile.Reason?)] = [
        // libxml2 compares each attribute of a tag with all others.
        ("<r><a \(attributes(200_000, "='' "))/></r>", .limitColumns),
        ("<r><a b=\">\" \(attributes(5_000, "='<' "))/></r>", .malformedXML),
        ("<r><a b=\">\" \(attributes(5_000, "='>' "))/></r>", .limitColumns),
        (times(100_000, "<a>"), .limitDepth), ("<" + times(200_000, "a") + "/>", .limitName),
        ("<r><\(attributes(30_000, "/><"))b/></r>", .limitColumns),
        ("<r><a>" + times(1_100_000, "a") + "</a></r>", .limitCell),
    ]

    @Test("XML of any kind", arguments: documents.indices)
    func xml(index: Int) {
        let (text, reason) = Self.documents[index]
        #expect(outcome("<?xml version=\"1.0\"?>" + text).refusal?.reason == reason)
    }

    @Test("many long tags and much text are no flood of attributes")
    func longRuns() throws {
        let tags = times(30, "<a x=\"\(times(9_000, "= "))\">\(times(9_000, "=\" "))</a>")
        #expect(outcome("<r>\(tags)</r>").refusal == nil)
        let many = attributes(3_000, "='=' ")
        var limits = ReadingLimits()
        limits.columns = 5_000
        for chunk in [997, 20_000, 1 << 20] {
            var file = try TabularFile(
                bytes: Array("<r><a \(many)/><a/></r>".utf8), chunk: chunk, limits: limits)
            var rows = 0
            try file.read { batch, _ in rows += batch.count }
            #expect(rows == 2)
        }
    }

    @Test("worksheets of xlsx")
    func worksheets() throws {
        let high = "<row r=\"1000000000\"><c r=\"A1000000000\"><v>1</v></c></row>"
        #expect(try outcome(xlsx(high)).rows == 1)
        #expect(try outcome(xlsx("<row><c r=\"XFD1\"><v>1</v></c></row>")).refusal?.reason == .limitColumns)
        // A row of many cells with many merges; a merge over the whole sheet; merge tags that never end.
        let many = "<mergeCells>\(times(20_000, "<mergeCell ref=\"A1:A2\"/>"))</mergeCells>"
        #expect(try outcome(xlsx("<row>\(times(20_000, "<c/>"))</row>", after: many)).refusal == nil)
        let whole = "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"
        let rows = "<row><c><v>1</v></c></row>" + times(60_000, "<row/>")
        #expect(try outcome(xlsx(rows, after: whole)).refusal?.reason == .limitRepetition)
        #expect(try outcome(xlsx("", after: times(20_000, "<mergeCell "))).refusal?.reason == .malformedXML)
    }

    @Test("merges of a worksheet in UTF-16")
    func wideMerges() throws {
        let merges = (1...20_000).map { "<mergeCell ref=\"A\($0):B\($0)\"/>" }.joined()
        let handler = XLSXMergeHandler()
        let text = Array("<worksheet><mergeCells>\(merges)</mergeCells></worksheet>".utf8)
        try SAXParser(handler: handler, limits: ReadingLimits()).parse(.bytes(text))
        #expect(handler.merges.extent(row: 20_000, column: 0) == (1, 0))
    }

    @Test("texts and formats that cells of xlsx share")
    func shared() throws {
        let cells = "<row>\(times(100, "<c t=\"s\"><v>0</v></c>"))</row>"
        #expect(
            try outcome(xlsx(cells, strings: "<si><t>\(times(1_000_000, "a"))</t></si>")).refusal?.reason
                == .limitRepetition)
        var limits = ReadingLimits()
        limits.cellBytes = 1_000
        let long = "<si>\(times(9, "<r><t>\(times(130, "a"))</t></r>"))</si>"
        #expect(try outcome(xlsx("", strings: long), limits).refusal?.reason == .limitCell)
        let format = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"\(times(200_000, "0"))\"/></numFmts>"
        let styles = "\(format)<cellXfs>\(times(20_000, "<xf numFmtId=\"170\"/>"))</cellXfs>"
        let padded = "<row>\(times(1_000, "<c s=\"1\"><v>1</v></c>"))</row>"
        var longest = 0
        var file = try TabularFile(bytes: xlsx(padded, styles: styles))
        try file.read { batch, _ in longest = max(longest, batch.byteCount) }
        #expect(longest == 1_000)
    }

    @Test("a part that is named as many sheets, and parts that share their bytes, are refused")
    func archives() throws {
        let entries = workbook([("name=\"A\"", ""), ("name=\"B\"", "")]).map { entry in
            (entry.name, entry.text.split(separator: "s1.xml").joined(separator: "s0.xml"))
        }
        #expect(
            try outcome(zipped(entries.filter { $0.0 != "xl/worksheets/s1.xml" })).refusal?.reason == .damagedArchive)
        var limits = ReadingLimits()
        limits.zipRatio = 20
        let padding = (0..<40).map { ("xl/\($0).xml", times(50_000, "<a/>")) }
        let many = try zipped(workbook([("name=\"A\"", "")]).map { ($0.name, $0.text) } + padding)
        #expect(outcome(many, limits).refusal?.reason == .limitRatio)
    }

    @Test(
        "a DOCTYPE is refused wherever it stands",
        arguments: [
            "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/s0.xml",
            "xl/sharedStrings.xml", "xl/styles.xml",
        ])
    func doctypeInParts(part: String) throws {
        let entries = workbook([("name=\"A\"", "")], strings: "", styles: "").map { entry in
            (entry.name, (entry.name == part ? "<!DOCTYPE a [<!ENTITY b 'c'>]>" : "") + entry.text)
        }
        #expect(try outcome(zipped(entries)).refusal?.reason == .doctype)
    }

    @Test("a DOCTYPE is refused in SpreadsheetML and record XML")
    func doctypeInXML() {
        let bomb = "<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
        #expect(outcome("<?xml version=\"1.0\"?>\(bomb)<r><a>&b;</a></r>").refusal?.reason == .doctype)
        let text = spreadsheetML("<Row/>").split(separator: "?>", maxSplits: 1).joined(separator: "?>\(bomb)")
        #expect(outcome(text).refusal?.reason == .doctype)
    }

    @Test("each limit has a message of its own, with its number")
    func messages() {
        var limits = ReadingLimits()
        limits.columns = 7
        limits.cellBytes = 11
        limits.depth = 13
        limits.nameBytes = 17
        let files: [(String, RefusedFile.Reason, String)] = [
            ("a,b\n1,2,3,4,5,6,7,8\n", .limitColumns, "7"), ("a,b\n123456789012,2\n", .limitCell, "11"),
            ("<r>" + times(20, "<a>"), .limitDepth, "13"), ("<r><\(times(18, "a"))/></r>", .limitName, "17"),
        ]
        var texts: Set<String> = []
        for (text, reason, number) in files {
            let refused = outcome(text, limits).refusal
            #expect(refused?.reason == reason)
            #expect(refused?.description.contains(number) == true)
            texts.insert(RefusedFile(reason).description)
        }
        let others: [RefusedFile.Reason] = [.limitRepetition, .limitEntries, .limitEntrySize, .limitRatio]
        for reason in others { texts.insert(RefusedFile(reason).description) }
        #expect(texts.count == files.count + others.count)
    }
}
