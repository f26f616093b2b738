// The door: what a file is, by its content alone, and what is said of one that is refused.

import Glibc
import Testing

@testable import Tabular

@Suite("Files are told apart by their content")
struct TabularFileTests {
    static let heads: [(String, [UInt8], FileContent)] = [
        ("text", Array("a;b\n1;2\n".utf8), .format(.csv)),
        ("a table that begins with a bracket", Array("<5 năm;10\n".utf8), .format(.csv)),
        ("a cell in bold type", Array("<b>Lò A</b> &amp; em;10\n<b>Vàng B</b>;7\n".utf8), .format(.csv)),
        ("a document in bold type", Array("<b>Lò A &amp; em</b>".utf8), .format(.recordXML)),
        ("a control character or two, as TCVN3 has", Array("a;\u{1}b\nc;d và đó là tất cả\n".utf8), .format(.csv)),
        ("zip", Array("PK\u{3}\u{4}".utf8), .format(.xlsx)),
        ("an empty zip", Array("PK\u{5}\u{6}".utf8), .refused(.archive)),
        ("gzip", [0x1F, 0x8B, 8], .refused(.archive)),
        ("rar", Array("Rar!\u{1A}\u{7}\u{0}".utf8), .refused(.archive)),
        ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .refused(.archive)),
        ("OLE2", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oleContainer),
        ("BIFF without a container", [0x09, 0x08, 0x10, 0x00, 0x00, 0x06], .refused(.binaryExcel)),
        ("PDF", Array("\u{0}%PDF-1.7".utf8), .refused(.pdf)),
        ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .refused(.image)),
        ("JPEG", [0xFF, 0xD8, 0xFF, 0xE0], .refused(.image)),
        ("GIF", Array("GIF89a".utf8), .refused(.image)),
        ("TIFF", [0x49, 0x49, 0x2A, 0x00], .refused(.image)),
        ("BMP", Array("BM".utf8) + [1, 2, 3, 4, 0, 0, 0, 0, 54, 0, 0, 0, 40], .refused(.image)),
        ("WebP", Array("RIFF".utf8) + [1, 0, 0, 0] + Array("WEBPVP8 ".utf8), .refused(.image)),
        ("RTF", Array("{\\rtf1".utf8), .refused(.wordDocument)),
        ("a program", (0..<200).map { UInt8($0 % 7) }, .refused(.binary)),
        ("record XML", Array("<?xml version=\"1.0\"?>\n<DanhSach><CanBo/></DanhSach>".utf8), .format(.recordXML)),
        ("XML without a declaration, after blanks", Array("\u{FEFF} \n<ds>\n<cb/></ds>".utf8), .format(.recordXML)),
        (
            "SpreadsheetML",
            Array(
                "<?xml version=\"1.0\"?><?mso x?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".utf8
            ),
            .format(.spreadsheetML)
        ),
        (
            "SpreadsheetML with a prefix",
            Array("<!-- x --><ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">".utf8),
            .format(.spreadsheetML)
        ),
        ("a DOCTYPE that declares", Array("<!DOCTYPE html [<!ENTITY a 'b'>]><html>".utf8), .format(.recordXML)),
        ("markup that begins badly", Array("<.ds><cb></cb></.ds>".utf8), .format(.recordXML)),
        ("two byte-order marks", Array("\u{FEFF}\u{FEFF}<ds/>".utf8), .format(.recordXML)),
        ("HTML", Array("<!DOCTYPE html>\n<html>".utf8), .format(.html)),
        ("an HTML table", Array("  <TABLE border=1><tr>".utf8), .format(.html)),
        ("XHTML", Array("<?xml version=\"1.0\"?><html xmlns=\"x\">".utf8), .format(.html)),
        (
            "XML in UTF-16", [0xFF, 0xFE] + Array("<?xml version=\"1.0\"?><a>".utf8).flatMap { [$0, 0] },
            .format(.recordXML)
        ),
    ]

    @Test("formats", arguments: heads)
    func formats(example: (name: String, head: [UInt8], content: FileContent)) {
        #expect(ContentSniffer.content(ofHead: example.head) == example.content, "\(example.name)")
    }

    @Test(
        "XML that is not well-formed is refused with its place, however badly it begins",
        arguments: [
            "<!-- a --><![CDATA[x]]><ds/>", "<!-- a -->&#32;<ds/>", "<!-- nothing else -->", "<!-- open", "<?pi open",
            "</ds>", "< ds></ds>", "<12></12>", "<-ds/>", "<&/>", "<>", "<![CDATA[x]]>", "<!ELEMENT ds ANY><ds/>",
            "<!- x -><ds/>", "<![INCLUDE[<ds/>]]>", "\n<?xml version='1.0'?><ds/>", "<?xml?><ds/>", "<ds/>x",
            "<ds/><ds/>",
            "<ds a='1' a='2'/>", "<ds a=1/>", "<ds><a></ds></a>", "<ds>&x;</ds>", "<ds>&#0;</ds>", "<ds>]]></ds>",
            "<ds>\u{1}</ds>", "<d\u{3}s/>", "<a:ds/>", "<ds>1 < 2</ds>", "<ds><!-- a -- b --></ds>",
            "\u{FEFF}\u{FEFF}<ds/>x",
        ], [1, 4_096])
    func malformed(text: String, chunk: Int) throws {
        let refusal = #expect(throws: RefusedFile.self) {
            var file = try TabularFile(bytes: Array(text.utf8), chunk: chunk)
            try file.read { _, _ in }
        }
        #expect(refusal?.reason == .malformedXML || refusal?.reason == .truncated)
        #expect(refusal?.line != nil && refusal?.column != nil)
    }

    @Test(
        "a DOCTYPE is refused with its place",
        arguments: [
            "<!DOCTYPE ds><ds/>", "<?xml version='1.0'?>\n<!doctype ds [<!ENTITY a 'b'>]><ds>&a;</ds>",
            "<!DOCTYPE html [<!ENTITY a 'b'>]><table><tr><td>&a;</td></tr></table>",
        ])
    func doctype(text: String) throws {
        let refusal = #expect(throws: RefusedFile.self) {
            var file = try TabularFile(bytes: Array(text.utf8))
            try file.read { _, _ in }
        }
        #expect([.doctype, .malformedXML].contains(refusal?.reason))
        #expect(refusal?.line != nil)
    }

    @Test(
        "an OLE2 container says what it holds",
        arguments: [
            ("EncryptedPackage", RefusedFile.Reason.encrypted), ("WordDocument", .wordDocument),
            ("Workbook", .binaryExcel),
            ("Anything", .binaryExcel),
        ])
    func containers(name: String, reason: RefusedFile.Reason) {
        let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let bytes = head + [UInt8](repeating: 1, count: 999) + name.utf8.flatMap { [$0, 0] } + [0, 0, 5]
        for chunk in [7, 4_096] {
            #expect(throws: RefusedFile(reason)) { try TabularFile(bytes: bytes, chunk: chunk) }
        }
    }

    @Test("an empty file, a folder and a missing file are told apart")
    func noFiles() throws {
        var template = Array("/tmp/sapxep-XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        defer {
            unlink("\(folder)/empty.csv")
            rmdir(folder)
        }
        close(open("\(folder)/empty.csv", O_CREAT | O_WRONLY, 0o600))
        #expect(throws: RefusedFile(.empty)) { try TabularFile(path: "\(folder)/empty.csv") }
        #expect(throws: RefusedFile(.notAFile)) { try TabularFile(path: folder) }
        #expect(throws: RefusedFile(.unreadable, detail: "No such file or directory")) {
            try TabularFile(path: "\(folder)/missing.csv")
        }
    }

    @Test("every refusal is one sentence that says what to do", arguments: RefusedFile.Reason.allCases)
    func refusals(reason: RefusedFile.Reason) {
        let text = RefusedFile(reason).description
        #expect(text.split(separator: ";").count == 2 && !text.contains("\n") && !text.contains("  "))
    }

    @Test("a refusal says where and how much")
    func places() {
        #expect(
            RefusedFile(.unclosedQuote, line: 22, column: 4).description
                == "a quote is opened and never closed at line 22, column 4; close or remove the quote there, or save the "
                + "list as \"CSV UTF-8\" again")
        #expect(
            RefusedFile(.binaryExcel).description
                == "an old binary Excel workbook; open it in Excel and save it as \"CSV UTF-8\" or \"XML Spreadsheet 2003\""
        )
        #expect(
            RefusedFile(.limitColumns, line: 3, detail: "2000").description
                == "a row has too many cells (at most 2000) at line 3; check that the file is a list, or raise the limit "
                + "in the pipeline")
    }

    @Test("what is written as CSV is read again")
    func writer() throws {
        var writer = CSVWriter(hasByteOrderMark: true)
        writer.append(["a", "b, c", "d\"e", "f\ng", " h", ""])
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == "\u{FEFF}a,\"b, c\",\"d\"\"e\",\"f\ng\",\" h\",\r\n")
        let rows = try CSVText.rows(of: writer.take())
        #expect(rows.map(\.cells) == [["a", "b, c", "d\"e", "f\ng", " h", ""]])
        #expect(writer.bytes.isEmpty)
    }
}
