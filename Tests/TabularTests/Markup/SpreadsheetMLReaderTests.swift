import Testing

@testable import Tabular

/// A workbook of one sheet around some rows.
private func workbook(_ rows: String, beforeTable: String = "", afterTable: String = "") -> String {
    """
    <?xml version="1.0"?>
    <?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
     xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
    <Worksheet ss:Name="DS">\(beforeTable)<Table>\(rows)</Table>\(afterTable)</Worksheet>
    </Workbook>
    """
}

private func read(_ text: String, chunkBytes: Int = MarkupInput.chunkBytes) throws -> [ReadSheet] {
    try sheets(
        SpreadsheetMLReader(.bytes(Array(text.utf8)), limits: ReadingLimits(), chunkBytes: chunkBytes))
}

private func cell(_ text: String, _ attributes: String = "") -> String {
    "<Cell \(attributes)><Data ss:Type=\"String\">\(text)</Data></Cell>"
}

@Suite("SpreadsheetML 2003")
struct SpreadsheetMLReaderTests {
    @Test(
        "rows and cells are numbered as Excel counts",
        arguments: [
            ("<Row>\(cell("a"))\(cell("b"))</Row>", ["1: a|b"]),
            ("<Row ss:Index=\"3\">\(cell("a"))</Row><Row>\(cell("b"))</Row>", ["3: a", "4: b"]),
            ("<Row>\(cell("a"))\(cell("d", "ss:Index=\"4\""))\(cell("e"))</Row>", ["1: a|||d|e"]),
            ("<Row/><Row>\(cell("a"))</Row><Row/>", ["1: ", "2: a", "3: "]),
            ("<Row ss:Span=\"2\"/><Row>\(cell("a"))</Row>", ["1: ", "4: a"]),
            ("<Row>\(cell("a", "ss:MergeAcross=\"2\""))\(cell("b"))</Row>", ["1: a|<a|<a|b"]),
            (
                "<Row>\(cell("a", "ss:MergeDown=\"1\""))\(cell("b"))</Row><Row>\(cell("c", "ss:Index=\"2\""))</Row>",
                ["1: a|b", "2: ^a|c"]
            ),
            (
                "<Row>\(cell("x"))\(cell("a", "ss:MergeDown=\"1\" ss:MergeAcross=\"1\""))</Row><Row>\(cell("c"))</Row>"
                    + "<Row>\(cell("d"))</Row>",
                ["1: x|a|<a", "2: c|^a|^a", "3: d"]
            ),
            // Rows that are not in the file are no rows, though a merge runs through them.
            ("<Row>\(cell("a", "ss:MergeDown=\"3\""))</Row><Row ss:Index=\"4\"/><Row/>", ["1: a", "4: ^a", "5: "]),
            // A careless writer left ss:Index out below a merge, or wrote empty cells in its stead.
            (
                "<Row>\(cell("a", "ss:MergeDown=\"1\""))\(cell("b"))</Row><Row>\(cell("c"))</Row>",
                ["1: a|b", "2: ^a|c"]
            ),
            (
                "<Row>\(cell("a", "ss:MergeDown=\"1\""))\(cell("b"))</Row><Row><Cell/>\(cell("c"))</Row>",
                ["1: a|b", "2: ^a|c"]
            ),
            ("<Row>\(cell("a"))<Cell/><Cell ss:StyleID=\"s1\"/></Row>", ["1: a||"]),
        ])
    func numbers(rows: String, expected: [String]) throws {
        #expect(try read(workbook(rows)).first?.lines == expected)
    }

    @Test(
        "a cell's text stands as it is written",
        arguments: [
            ("<Cell><Data ss:Type=\"Number\">4.00</Data></Cell>", "4.00"),
            ("<Cell><Data ss:Type=\"Number\">3.3300000000000001</Data></Cell>", "3.33"),
            ("<Cell><Data ss:Type=\"Number\">1.1085003336E10</Data></Cell>", "11085003336"),
            ("<Cell><Data ss:Type=\"String\">1.5E3</Data></Cell>", "1.5E3"),
            (
                "<Cell><Data ss:Type=\"DateTime\">1984-10-22T00:00:00.000</Data></Cell>", "1984-10-22T00:00:00.000"
            ),
            ("<Cell><Data ss:Type=\"Boolean\">1</Data></Cell>", "1"),
            ("<Cell><Data ss:Type=\"Error\">#N/A</Data></Cell>", "#N/A"),
            (
                "<Cell><Data ss:Type=\"String\">M&#432;&#x1EDD;ng &amp; &lt;A&gt;<![CDATA[ & B]]></Data></Cell>",
                "Mường & <A> & B"
            ),
            ("<Cell><Data ss:Type=\"String\">hai&#10;dòng</Data></Cell>", "hai\ndòng"),
            (
                "<Cell><ss:Data ss:Type=\"String\"><html:B>Lò</html:B> <html:Font html:Color=\"#f00\">Văn<html:BR/>A</html:Font></ss:Data></Cell>",
                "Lò Văn A"
            ),
            (
                "<Cell><Data ss:Type=\"String\">a</Data><Comment ss:Author=\"x\"><ss:Data>ghi chú</ss:Data></Comment>"
                    + "<NamedCell ss:Name=\"Print_Area\"/><x:PhoneticText>b</x:PhoneticText></Cell>", "a"
            ),
        ])
    func texts(cell: String, expected: String) throws {
        #expect(try read(workbook("<Row>\(cell)</Row>")).first?.rows.first?.texts == [expected])
    }

    @Test("sheets come in order, each with its name, the empty ones too")
    func sheetOrder() throws {
        let text = """
            <ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <ss:Worksheet ss:Name="Xã A &amp; B"><ss:Table><ss:Row><ss:Cell ss:Index="2"><ss:Data>a</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet>
            <ss:Worksheet ss:Name="Trống"/>
            <ss:Worksheet ss:Name="C"><ss:Table><ss:Row ss:Index="2"/></ss:Table></ss:Worksheet>
            </ss:Workbook>
            """
        let read = try read(text)
        #expect(read.map(\.info.name) == ["Xã A & B", "Trống", "C"])
        #expect(read.map(\.lines) == [["1: |a"], [], ["2: "]])
    }

    @Test("without a prefix or a namespace it is the same workbook")
    func noNamespace() throws {
        let text =
            "<Workbook><Worksheet Name=\"A\"><Table><Row Index=\"2\"><Cell><Data Type=\"Number\">1E2</Data></Cell></Row></Table></Worksheet></Workbook>"
        let read = try read(text)
        #expect(read.map(\.info.name) == ["A"])
        #expect(read.map(\.lines) == [["2: 100"]])
    }

    @Test(
        "a sheet that its options hide, behind its rows, is hidden",
        arguments: [("SheetHidden", true), ("SheetVeryHidden", true), ("SheetVisible", false)])
    func hidden(word: String, isHidden: Bool) throws {
        let options = "<x:WorksheetOptions><x:Visible>\(word)</x:Visible></x:WorksheetOptions>"
        var reader = try SpreadsheetMLReader(
            .bytes(Array(workbook("<Row>\(cell("a"))</Row>", afterTable: options).utf8)), limits: ReadingLimits())
        var flags: [Bool] = []
        try reader.read { _, info in flags.append(info.isHidden) }
        #expect(flags == [isHidden])
    }

    @Test("the word for hidden in a cell hides nothing")
    func hiddenWord() throws {
        #expect(try read(workbook("<Row>\(cell("SheetHidden"))</Row>")).first?.info.isHidden == false)
    }

    @Test("a workbook may count days from 1904")
    func from1904() throws {
        let text = workbook("<Row/>").replacing(
            "<Worksheet", with: "<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook><Worksheet")
        #expect(try read(text).first?.info.usesDatesFrom1904 == true)
        #expect(try read(workbook("<Row/>")).first?.info.usesDatesFrom1904 == false)
    }

    @Test("a legacy font is told for its column, other fonts are not")
    func fonts() throws {
        let styles = """
            <Styles><Style ss:ID="Default"><Font ss:FontName="Arial"/></Style>
            <Style ss:ID="s1"><Font ss:FontName=".VnTime"/></Style><Style ss:ID="s2"><Font ss:FontName="VNI-Times"/></Style>
            </Styles>
            """
        let rows =
            "<Row>\(cell("a"))\(cell("b", "ss:StyleID=\"s1\""))\(cell("c", "ss:Index=\"4\" ss:StyleID=\"s2\""))</Row>"
        let text = workbook(rows).replacing("<Worksheet", with: styles + "<Worksheet")
        #expect(try read(text).first?.info.fontHints == ["", ".VnTime", "", "VNI-Times"])
        #expect(try read(workbook(rows)).first?.info.fontHints == [])
    }

    @Test("the outcome does not depend on where the chunks end", arguments: [1, 2, 3, 7, 64])
    func chunks(size: Int) throws {
        let row = "<Row>\(cell("Quàng Thị Hạnh &amp; Mào"))\(cell("Tủa Chùa", "ss:MergeAcross=\"1\""))</Row>"
        let text = workbook(
            String(repeating: row, count: 20),
            afterTable: "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>")
        #expect(try read(text, chunkBytes: size) == read(text))
    }

    @Test("many rows come in batches of some thousand")
    func batches() throws {
        let text = workbook(String(repeating: "<Row>\(cell("a"))</Row>", count: 10_000))
        var reader = try SpreadsheetMLReader(.bytes(Array(text.utf8)), limits: ReadingLimits())
        var counts: [Int] = []
        try reader.read { batch, _ in counts.append(batch.count) }
        #expect(counts == [4_096, 4_096, 1_808])
    }

    @Test("what the taker of the rows throws ends the reading")
    func throwing() throws {
        struct Enough: Error {}
        let text = workbook(String(repeating: "<Row>\(cell("a"))</Row>", count: 10_000))
        var reader = try SpreadsheetMLReader(.bytes(Array(text.utf8)), limits: ReadingLimits())
        var count = 0
        #expect(throws: Enough.self) {
            try reader.read { _, _ in
                count += 1
                throw Enough()
            }
        }
        #expect(count == 1)
    }

    @Test(
        "what is no workbook, or crosses a limit, is refused",
        arguments: [
            ("<html/>", RefusedFile.Reason.notATable),
            ("<Workbook/>", .notATable),
            (workbook("<Row>\(cell("a", "ss:Index=\"2001\""))</Row>"), .limitColumns),
            (workbook("<Row>\(cell("a"))"), .malformedXML),
            (String(workbook("<Row>\(cell("a"))</Row>").dropLast(30)), .truncated),
            ("", .empty),
        ])
    func refused(text: String, reason: RefusedFile.Reason) {
        #expect(refusal { _ = try read(text) }?.reason == reason)
    }

    @Test("a cell longer than the limit is refused, with its place")
    func longCell() throws {
        var limits = ReadingLimits()
        limits.cellBytes = 100
        let text = workbook("<Row>\n\(cell(String(repeating: "a", count: 101)))</Row>")
        var reader = try SpreadsheetMLReader(.bytes(Array(text.utf8)), limits: limits)
        let refused = refusal { try reader.read { _, _ in } }
        #expect(refused?.reason == .limitCell)
        #expect(refused?.line == 6)
    }

    @Test("a merge wider than a row may be is cut, not refused")
    func wideMerge() throws {
        let row = try read(workbook("<Row>\(cell("a", "ss:MergeAcross=\"16383\""))</Row>")).first?.rows.first
        #expect(row?.texts.count == 2_000)
    }
}
