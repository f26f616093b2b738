import Testing

@testable import Tabular

private func read(_ entries: [(name: String, text: String)]) throws -> [ReadSheet] {
    try sheets(XLSXReader(.bytes(zipped(entries)), limits: ReadingLimits()))
}

private func lines(_ rows: String, merges: [String] = []) throws -> [String] {
    let list = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return try read(workbook([("name=\"A\"", rows)], afterRows: "<mergeCells>\(list)</mergeCells>")).first?.lines ?? []
}

private func cell(_ place: String, _ text: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
}

/// The text of one cell whose number is shown by a format.
private func text(number: String, format: String, settings: String = "") throws -> String? {
    let styles = """
        <numFmts><numFmt numFmtId="164" formatCode="\(format)"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="\(format.count < 3 ? format : "164")"/></cellXfs>
        """
    let rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(number)</v></c></row>"
    return try read(workbook([("name=\"A\"", rows)], styles: styles, settings: settings)).first?.rows.first?.texts.first
}

@Suite("xlsx")
struct XLSXReaderTests {
    @Test(
        "rows and cells stand where they say",
        arguments: [
            ("<row r=\"1\">\(cell("A1", "a"))\(cell("C1", "c"))</row>", [], ["1: a||c"]),
            ("<row r=\"3\">\(cell("B3", "b"))</row><row>\(cell("A4", "a"))</row>", [], ["3: |b", "4: a"]),
            ("<row><c><v>1</v></c><c><v>2</v></c></row><row/>", [], ["1: 1|2", "2: "]),
            ("<row r=\"1\">\(cell("A1", "a"))</row>", ["A1:C1"], ["1: a|<a|<a"]),
            (
                "<row r=\"1\">\(cell("A1", "a"))<c r=\"B1\" s=\"1\"/>\(cell("C1", "c"))</row><row r=\"2\"><c r=\"A2\"/>\(cell("C2", "d"))</row>",
                ["A1:B2"], ["1: a|<a|c", "2: ^a|^a|d"]
            ),
            // A value that a merge hides is not what a reader of the sheet sees.
            ("<row r=\"1\">\(cell("A1", "a"))\(cell("B1", "hidden"))</row>", ["A1:B1"], ["1: a|<a"]),
            ("<row r=\"1\"><c r=\"A1\"/>\(cell("B1", "b"))</row>", ["A1:B1"], ["1: |b"]),
        ] as [(String, [String], [String])])
    func places(rows: String, merges: [String], expected: [String]) throws {
        #expect(try lines(rows, merges: merges) == expected)
    }

    @Test(
        "a cell's value is read by its type",
        arguments: [
            ("<c t=\"s\"><v>0</v></c>", "Lò Văn A"), ("<c t=\"s\"><v>1</v></c>", "Lò Văn"), ("<c t=\"s\"/>", ""),
            ("<c t=\"s\"><v>2</v></c>", "a\rb"), ("<c t=\"s\"><v>3</v></c>", "東京"),
            (
                "<c t=\"inlineStr\"><is><r><t>Lò</t></r><r><rPr/><t xml:space=\"preserve\"> Văn</t></r></is></c>",
                "Lò Văn"
            ),
            ("<c t=\"str\"><f>A1&amp;B1</f><v>a_x0041_b</v></c>", "aAb"), ("<c t=\"b\"><v>1</v></c>", "1"),
            ("<c t=\"e\"><v>#N/A</v></c>", "#N/A"), ("<c t=\"d\"><v>1984-10-22</v></c>", "1984-10-22"),
            ("<c t=\"n\"><v>3.3300000000000001</v></c>", "3.33"), ("<c><v>1.1085003336E10</v></c>", "11085003336"),
            ("<c><v>11085003336</v></c>", "11085003336"), ("<c><v>4.0</v></c>", "4"), ("<c><f>1+1</f></c>", ""),
        ])
    func types(cell: String, expected: String) throws {
        let strings = """
            <si><t>Lò Văn A</t></si><si><r><t>Lò</t></r><r><t xml:space="preserve"> Văn</t></r></si>\
            <si><t>a_x000D_b</t></si><si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si>
            """
        let entries = workbook([("name=\"A\"", "<row r=\"1\">\(cell)</row>")], strings: strings)
        #expect(try read(entries).first?.rows.first?.texts == [expected])
    }

    @Test(
        "numbers are shown as their format says",
        arguments: [
            ("31549", "14", "1986-05-17"), ("31549", "dd/mm/yyyy", "1986-05-17"), ("31549", "22", "1986-05-17"),
            ("31549.5", "22", "1986-05-17T12:00:00"), ("0.25", "20", "06:00:00"), ("60", "14", "1900-02-29"),
            ("59", "14", "1900-02-28"), ("61", "14", "1900-03-01"), ("1", "14", "1900-01-01"),
            ("31549", "[$-42A]d mmmm yyyy;@", "1986-05-17"), ("31549", "0", "31549"),
            ("31549", "#,##0&quot; ngày&quot;", "31549"),
            ("31549", "#,##0\\d", "31549"), ("31549", "[Red]0", "31549"), ("31549", "General", "31549"),
            ("45000.999999", "14", "2023-03-16"), ("-5", "14", "-5"), ("2958466", "14", "2958466"),
            ("36526", "50", "2000-01-01"),
            ("11085003336", "000000000000", "011085003336"), ("2.34", "0.00", "2.34"), ("36585", "14", "2000-02-29"),
        ])
    func formats(number: String, format: String, expected: String) throws {
        #expect(try text(number: number, format: format) == expected)
    }

    @Test("days may count from 1904")
    func from1904() throws {
        let settings = "<workbookPr date1904=\"1\"/>"
        #expect(try text(number: "30087", format: "14", settings: settings) == "1986-05-17")
        #expect(try text(number: "0", format: "14", settings: settings) == "1904-01-01")
    }

    @Test("sheets come in the workbook's order, hidden ones too")
    func sheetOrder() throws {
        let sheets = try read(
            workbook([
                ("name=\"Xã A &amp; B\"", ""), ("name=\"B\" state=\"hidden\"", "<row r=\"1\">\(cell("A1", "b"))</row>"),
                ("name=\"C\" state=\"veryHidden\"", "<row/>"),
            ]))
        #expect(sheets.map(\.info.name) == ["Xã A & B", "B", "C"])
        #expect(sheets.map(\.info.isHidden) == [false, true, true])
        #expect(sheets.map(\.lines) == [[], ["1: b"], ["1: "]])
    }

    @Test("many rows come in batches, merges found wherever they stand")
    func long() throws {
        let rows = (1...20_000).map { "<row r=\"\($0)\">\(cell("A\($0)", "Mường Tùng \($0)"))</row>" }.joined()
        let merges = (1...2_000).map { "<mergeCell ref=\"A\($0 * 10):B\($0 * 10)\"/>" }.joined()
        let sheets = try read(workbook([("name=\"A\"", rows)], afterRows: "<mergeCells>\(merges)</mergeCells>"))
        #expect(sheets.first?.rows.count == 20_000)
        #expect(sheets.first?.rows.filter { $0.texts.count == 2 }.count == 2_000)
    }

    @Test("a legacy font is told for its column")
    func fonts() throws {
        let styles = """
            <fonts><font><name val="Arial"/></font><font><sz val="12"/><name val=".VnTime"/></font></fonts>\
            <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>
            """
        let rows = "<row><c><v>1</v></c><c s=\"1\"><v>2</v></c></row>"
        #expect(try read(workbook([("name=\"A\"", rows)], styles: styles)).first?.info.fontHints == ["", ".VnTime"])
    }

    @Test(
        "a zip that is no workbook is refused for what it is",
        arguments: [
            (["word/document.xml"], RefusedFile.Reason.wordDocument), (["a.csv"], .archive),
            (["mimetype", "content.xml"], .archive), (["xl/workbook.bin"], .binaryExcel),
            (["ppt/presentation.xml"], .archive), (["xl/workbook.xml"], .notATable),
        ])
    func otherPackages(names: [String], reason: RefusedFile.Reason) throws {
        let bytes = try zipped(names.map { ($0, "<a/>") })
        #expect(refusal { _ = try sheets(XLSXReader(.bytes(bytes), limits: ReadingLimits())) }?.reason == reason)
    }

    @Test("a damaged or encrypted workbook is refused")
    func damaged() throws {
        func reason(_ bytes: [UInt8], _ limits: ReadingLimits = ReadingLimits()) -> RefusedFile.Reason? {
            refusal { _ = try sheets(XLSXReader(.bytes(bytes), limits: limits)) }?.reason
        }
        let rows = (1...500).map { "<row r=\"\($0)\">\(cell("A\($0)", "\($0 * 7919)"))</row>" }.joined()
        let entries = workbook([("name=\"A\"", rows)])
        let whole = try zipped(entries)
        #expect(reason(whole) == nil)
        #expect(reason(Array(whole.prefix(whole.count / 2))) == .damagedArchive)
        #expect(reason(Array(whole.prefix(10))) == .damagedArchive)
        #expect(reason(Array("không phải zip".utf8)) == .damagedArchive)
        var flipped = whole
        for index in 1_000..<1_040 { flipped[index] ^= 0x5A }
        #expect(reason(flipped) != nil)
        #expect(try reason(zipped(entries, password: "x")) == .encrypted)
        #expect(try reason(zipped(entries.filter { !$0.name.contains("worksheets") })) == .damagedArchive)
        let lost = workbook([("name=\"A\"", "<row><c t=\"s\"><v>7</v></c></row>")])
        #expect(try reason(zipped(lost)) == .damagedArchive)
        let broken = workbook([("name=\"A\"", "<row><c></row>")])
        #expect(try reason(zipped(broken)) == .malformedXML)
        let doctype = workbook([("name=\"A\"", "")]).map { entry in
            (entry.name, entry.name.contains("s0.xml") ? "<!DOCTYPE a [<!ENTITY b 'c'>]>" + entry.text : entry.text)
        }
        #expect(try reason(zipped(doctype)) == .doctype)
    }

    @Test("limits of the archive hold, each with its reason")
    func limits() throws {
        let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 200_000)
        let bytes = try zipped(workbook([("name=\"A\"", rows)]))
        func reason(_ change: (inout ReadingLimits) -> Void) -> RefusedFile.Reason? {
            var limits = ReadingLimits()
            change(&limits)
            return refusal { _ = try sheets(XLSXReader(.bytes(bytes), limits: limits)) }?.reason
        }
        #expect(reason { $0.zipEntries = 3 } == .limitEntries)
        #expect(reason { $0.zipEntryBytes = 1 << 20 } == .limitEntrySize)
        #expect(reason { $0.zipRatio = 50 } == .limitRatio)
    }

    @Test(
        "a reference is a row and a column",
        arguments: [
            ("A1", 1, 0), ("XFD1048576", 1_048_576, 16_383), ("AA10", 10, 26), ("$B$3", 3, 1), ("b2", 2, 1),
        ])
    func references(text: String, row: Int, column: Int) {
        Array(text.utf8).withUnsafeBufferPointer { text in
            #expect(XLSXReference(text)?.row == row)
            #expect(XLSXReference(text)?.column == column)
        }
    }

    @Test(
        "what is no reference is none", arguments: ["", "A", "1", "A-1", "ZZZZZZZZZZZZZZZZ1", "A99999999999999999999"])
    func badReferences(text: String) {
        Array(text.utf8).withUnsafeBufferPointer { #expect(XLSXReference($0) == nil) }
    }
}
