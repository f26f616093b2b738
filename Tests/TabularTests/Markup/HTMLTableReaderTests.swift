import Testing

@testable import Tabular

private func read(_ text: String, chunkBytes: Int = MarkupInput.chunkBytes) throws -> [String] {
    try sheets(
        HTMLTableReader(.bytes(Array(text.utf8)), encoding: nil, limits: ReadingLimits(), chunkBytes: chunkBytes)
    ).first?.lines ?? []
}

@Suite("HTML tables")
struct HTMLTableReaderTests {
    @Test(
        "every tr is a row",
        arguments: [
            ("<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>", ["1: a|b", "2: c"]),
            ("<TABLE BORDER=1><TR><TD>a<TD>b<TR><TD>c</TABLE>", ["1: a|b", "2: c"]),
            ("<table><tr></tr><tr><td></td></tr></table>", ["1: ", "2: "]),
            ("<table><tr><td>a</td></tr></table>x<table><tr><td>b</td></tr></table>", ["1: a", "2: b"]),
            ("<table><td>a</td><tr><td>b</td></tr></table>", ["1: a", "2: b"]),
            ("<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>", ["1: a", "2: b"]),
            ("<table><tr style='display:none'><td>a</td></tr></table>", ["1: a"]),
            ("<table><tr><td colspan=3>a</td><td>b</td></tr></table>", ["1: a|<a|<a|b"]),
            ("<table><tr><td colspan='2' >a</table>", ["1: a|<a"]),
            (
                "<table><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>",
                ["1: a|b", "2: ^a|c", "3: d"]
            ),
            (
                "<table><tr><td>x</td><td rowspan=2 colspan=2>a</td></tr><tr><td>y</td></tr></table>",
                ["1: x|a|<a", "2: y|^a|^a"]
            ),
            // A merge ends with its table, even where it claims more rows.
            ("<table><tr><td rowspan=9>a</td></tr></table><table><tr><td>b</td></tr></table>", ["1: a", "2: b"]),
            ("<table><tr><td rowspan=0>a</td><td>b</td></tr><tr><td></td></tr></table>", ["1: a|b", "2: ^a|"]),
            ("<body><table><tr><td>a</body></html>", ["1: a"]),
        ])
    func rows(text: String, expected: [String]) throws {
        #expect(try read(text) == expected)
    }

    @Test(
        "a cell's text is what is seen",
        arguments: [
            ("Lò<br>Văn<BR/>A", "Lò Văn A"), ("&nbsp;", ""), ("a&nbsp;b", "a b"), ("a\u{A0}b", "a b"),
            ("QuÃ\u{A0}ng", "QuÃ\u{A0}ng"),
            (" \n a \r\n\t b ", "a b"),
            ("<b>a</b><i>b</i>", "ab"), ("a<p>b</p>", "a b"), ("&lt;&amp;&gt;&quot;&apos;", "<&>\"'"),
            ("H&agrave; &ecirc;", "Hà ê"), ("&#272;i&#7879;n Bi&#xEA;n", "Điện Biên"), ("AT&T; x&y", "AT&T; x&y"),
            ("a&nbspb", "a&nbspb"), ("1 < 2", "1 < 2"), ("a<!-- <td>x -->b", "ab"), ("<![if !x]>a<![endif]>", "a"),
            ("<font face=\".VnTime\" color=red>a</font>", "a"), ("<a title=\"x>y\">a</a>", "a"),
            ("<style>td {a: b}</style>a", "a"), ("<script>if (a<b) '</td>'</script>a", "a"), ("&#150;", "–"),
            ("&#0;a", "a"), ("&#xD800;", "\u{FFFD}"), ("\u{A0}a\u{A0}", "a"),
            ("x<table><tr><td>a</td><td>b</td></tr></table>y", "x a b y"),
        ])
    func texts(cell: String, expected: String) throws {
        let html = "<html><table><tr><td>\(cell)</td></tr></table></html>"
        for size in [1, 3, 4_096] { #expect(try read(html, chunkBytes: size) == ["1: \(expected)"]) }
    }

    @Test("a page laid out by tables is read by its inner tables")
    func layout() throws {
        let row = "<tr><td>1</td><td>A</td><td>x</td></tr>"
        let text = "<table><tr><td>Tiêu đề</td></tr><tr><td><table>\(row)\(row)</table></td></tr></table>"
        #expect(try read(text) == ["1: Tiêu đề", "2: ", "3: 1|A|x", "4: 1|A|x"])
    }

    @Test("the encoding is what the mark, the caller, the file says")
    func encodings() throws {
        func texts(_ bytes: [UInt8], _ encoding: String?) throws -> [String] {
            try sheets(HTMLTableReader(.bytes(bytes), encoding: encoding, limits: ReadingLimits())).flatMap(\.lines)
        }
        let table = "<table><tr><td>Mường Ảng</td></tr></table>"
        #expect(try texts([0xEF, 0xBB, 0xBF] + Array(table.utf8), nil) == ["1: Mường Ảng"])
        let units = [0xFEFF] + Array(table.utf16)
        #expect(try texts(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, nil) == ["1: Mường Ảng"])
        #expect(try texts(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, nil) == ["1: Mường Ảng"])
        #expect(try texts(units.dropFirst().flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, nil) == ["1: Mường Ảng"])
        let latin = Array("<table><tr><td>H".utf8) + [0xE0] + Array("</td></tr></table>".utf8)
        let meta = Array("<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">".utf8)
        #expect(try texts(meta + latin, nil) == ["1: Hà"])
        #expect(try texts(latin, "windows-1258") == ["1: Hà"])
        #expect(try texts(latin, nil) == ["1: H\u{FFFD}"])
        let tcvn = Array("<table><tr><td>H".utf8) + [0xB5] + Array("</td></tr></table>".utf8)
        #expect(try texts(tcvn, "tcvn3") == ["1: Hà"])
    }

    @Test(
        "what has no table, or breaks off, is refused",
        arguments: [
            ("<html><body>x</body></html>", RefusedFile.Reason.notATable), ("", .empty),
            ("<table><tr><td>a</td></tr>", .truncated), ("<table><tr><td>a</td></tr><tr><td", .truncated),
            ("<table><tr><td>a</td></tr></tab", .truncated), ("<table><tr><td>a</td></tr><!-- x", .truncated),
            ("<table><tr><td>a</td></tr></table><table><tr>", .truncated),
            ("<html><table><tr><td>a<style>x", .truncated),
        ])
    func refused(text: String, reason: RefusedFile.Reason) {
        #expect(refusal { _ = try read(text) }?.reason == reason)
    }

    @Test("limits hold")
    func limits() {
        let cells = String(repeating: "<td>a", count: 2_001)
        #expect(refusal { _ = try read("<table><tr>\(cells)</table>") }?.reason == .limitColumns)
        let deep = String(repeating: "<table><tr><td>", count: 200)
        #expect(refusal { _ = try read(deep + "</html>") }?.reason == .limitDepth)
        let long = String(repeating: "a", count: 1_100_000)
        #expect(refusal { _ = try read("<table><tr><td>\(long)</table>") }?.reason == .limitCell)
    }
}
