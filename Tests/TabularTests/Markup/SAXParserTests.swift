import Testing

@testable import Tabular

/// Writes down what it is told; can throw at an element.
private final class Recorder: SAXHandler {
    var events: [String] = []
    var text = ""
    var throwsAt: String?

    struct Thrown: Error {}

    func startElement(_ element: borrowing XMLElement, depth: Int) throws {
        if element.nameText == throwsAt { throw Thrown() }
        flush()
        var event = "\(depth)<\(element.nameText)"
        for index in 0..<element.attributeCount {
            event += " \(element.attributeName(index))=\(element.attributeValue(index))"
        }
        events.append(event)
    }

    func endElement(depth: Int) {
        flush()
        events.append("\(depth)>")
    }

    func characters(_ bytes: UnsafeBufferPointer<UInt8>) { text += String(decoding: bytes, as: UTF8.self) }

    private func flush() {
        if !text.isEmpty { events.append(text) }
        text = ""
    }
}

@discardableResult
private func parse(
    _ bytes: [UInt8], limits: ReadingLimits = ReadingLimits(), chunkBytes: Int = MarkupInput.chunkBytes,
    throwsAt: String? = nil
) throws -> [String] {
    let recorder = Recorder()
    recorder.throwsAt = throwsAt
    try SAXParser(handler: recorder, limits: limits).parse(.bytes(bytes), chunkBytes: chunkBytes)
    return recorder.events
}

@discardableResult
private func parse(_ text: String) throws -> [String] { try parse(Array(text.utf8)) }

private func utf16(_ text: String, isBigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
        isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
}

@Suite("SAX parser")
struct SAXParserTests {
    @Test(
        "a document is handed on in its order",
        arguments: [
            ("<a/>", ["1<a", "1>"]),
            ("<a><b>x</b>y</a>", ["1<a", "2<b", "x", "2>", "y", "1>"]),
            ("<a b='1' c=\"2\"/>", ["1<a b=1 c=2", "1>"]),
            ("<p:a xmlns:p='u' p:b='1'/>", ["1<a b=1", "1>"]),
            ("<a b='&lt;&amp;&#38;&quot;&#432;'/>", ["1<a b=<&&\"ư", "1>"]),
            ("<a b='&amp;#38;'/>", ["1<a b=&#38;", "1>"]),
            ("<a>&lt;&amp;amp;&#x1EDD;</a>", ["1<a", "<&amp;ờ", "1>"]),
            ("<a>x<![CDATA[<&]]>y</a>", ["1<a", "x<&y", "1>"]),
            ("<!-- c --><?p i?><a>x<!-- c -->y<?p i?></a><!-- c -->\n", ["1<a", "xy", "1>"]),
            ("\u{FEFF}<?xml version='1.0' encoding='UTF-8'?><a>đ</a>", ["1<a", "đ", "1>"]),
            ("<?xml version='1.0' standalone='yes'?><a> </a>", ["1<a", " ", "1>"]),
            ("<a>x\r\ny</a>", ["1<a", "x\ny", "1>"]),
        ])
    func events(text: String, expected: [String]) throws {
        #expect(try parse(text) == expected)
    }

    @Test("the text of a document in another encoding comes in UTF-8", arguments: [1, 5, 4_096])
    func encodings(chunkBytes: Int) throws {
        let name = String(repeating: "Lò Văn Tựa ", count: 500)
        let expected = ["1<a", name, "1>"]
        let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>\(name)</a>"
        #expect(try parse(utf16(text), chunkBytes: chunkBytes) == expected)
        #expect(try parse(utf16(text, isBigEndian: true), chunkBytes: chunkBytes) == expected)
        let latin =
            Array("<?xml version=\"1.0\" encoding=\"windows-1258\"?><a>L".utf8) + [0x6F, 0xCC] + Array("</a>".utf8)
        #expect(try parse(latin, chunkBytes: chunkBytes) == ["1<a", "Lò", "1>"])
        let long =
            Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>".utf8)
            + [UInt8](repeating: 0xE0, count: 20_000) + Array("</a>".utf8)
        #expect(try parse(long, chunkBytes: chunkBytes) == ["1<a", String(repeating: "à", count: 20_000), "1>"])
    }

    @Test("the outcome does not depend on where the chunks end", arguments: [1, 2, 3, 5, 17])
    func chunks(size: Int) throws {
        let text = "<?xml version='1.0'?><g a='Quàng'><n b='&amp;'>Mường Nhé &lt;3</n><![CDATA[Ẳng]]></g>"
        #expect(try parse(Array(text.utf8), chunkBytes: size) == parse(text))
    }

    @Test(
        "malformed documents are refused, with line and column and without a word of their content",
        arguments: [
            "<a><b></a></b>", "<a></b>", "<a>&nbsp;</a>", "<a>&Lò;</a>", "<a>&</a>", "<a>& b</a>", "<a>&lt</a>",
            "<a>&#0;</a>", "<a>&#xFFFF;</a>", "<a>&#x110000;</a>", "<a>&#zz;</a>", "<a>&#;</a>", "<a>]]></a>",
            "<a>\u{1}</a>", "<a>\u{0}</a>", "<a b></a>", "<a b=c></a>", "<a b='1' b='2'/>", "<a b='<'/>",
            "<a b='1'c='2'/>", "<a b=\"1/>x</a>", "<1/>", "< a/>", "<a/ >", "<a><Nguyễn Văn A></a>", "<a/><b/>",
            "<a/>x",
            "x<a/>", "x", "<a><!-- -- --></a>", "<a><?xml version='1.0'?></a>", " <?xml version='1.0'?><a/>",
            "<?xml version='1.0' encoding=''?><a/>", "<?xml?><a/>", "<?xml version='1.0' standalone='maybe'?><a/>",
            "<p:a/>", "<a p:b='1'/>", "<a xmlns:p='u' p:b='1' p:b='2'/>",
            "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>",
            "<a xmlns:xmlns='u'/>", "<a xmlns:xml='u'/>", "<a xmlns:p=''/>", "<a:b:c xmlns:a='u'/>", "<:a/>",
            "<a></a", "<a>x</ a>", "<a><![cdata[x]]></a>", "<a><?1?></a>",
            "<a><b><!ENTITY x 'y'></b></a>",
        ])
    func malformed(text: String) {
        for size in [1, 4_096] {
            let refused = refusal { try parse(Array(text.utf8), chunkBytes: size) }
            #expect(refused?.reason == .malformedXML || refused?.reason == .truncated)
            #expect(refused?.line == 1)
            #expect(refused?.column != nil)
            for word in ["Lò", "Nguyễn", "Văn", "nbsp"] { #expect(refused?.detail?.contains(word) != true) }
        }
    }

    @Test("bytes that are no text in the document's encoding are refused")
    func invalidBytes() {
        let bytes = Array("<a>".utf8) + [0xC3, 0x28, 0xFF] + Array("</a>".utf8)
        #expect(refusal { try parse(bytes) }?.reason == .malformedXML)
        #expect(refusal { try parse([0xFF, 0xFE, 0x3C, 0x00, 0x61]) } != nil)
        #expect(refusal { try parse(Array("<a>\u{0}".utf8) + [0, 0, 0]) } != nil)
    }

    @Test("what the bytes tell beats what the document says", arguments: [1, 4_096])
    func encodingOverride(chunkBytes: Int) throws {
        // "Lò Vừ" in TCVN3, in a document that calls itself UTF-8.
        let bytes =
            Array("<?xml version='1.0' encoding='UTF-8'?><a>L".utf8) + [0xDF, 0x20, 0x56, 0xF5] + Array("</a>".utf8)
        let recorder = Recorder()
        try SAXParser(handler: recorder, limits: ReadingLimits(), encoding: "tcvn3")
            .parse(.bytes(bytes), chunkBytes: chunkBytes)
        #expect(recorder.events == ["1<a", "Lò Vừ", "1>"])
        #expect(refusal { try parse(bytes) }?.reason == .malformedXML)
    }

    @Test("an encoding that nobody knows is refused")
    func unknownEncoding() {
        let text = "<?xml version='1.0' encoding='x-vn-abc'?><a/>"
        #expect(refusal { try parse(text) }?.reason == .unknownEncoding)
    }

    @Test(
        "a document that breaks off is refused as truncated",
        arguments: [
            "<a>", "<a>x", "<a><b>", "<a><b", "<a><b c", "<a><b c=", "<a><b c='x", "<a><b/></", "<a><b/></a",
            "<a>&am", "<a><!-- x", "<a><![CDATA[x", "<a><?p", "<a>x<", "<?xml version='1.0'?><a><b>x</b>",
        ])
    func truncated(text: String) {
        for size in [1, 4_096] {
            #expect(refusal { try parse(Array(text.utf8), chunkBytes: size) }?.reason == .truncated)
        }
    }

    @Test("a place is told as line and column")
    func place() {
        let refused = refusal { try parse("<a>\n  <b>\n    x</c>\n</a>") }
        #expect(refused?.line == 3)
        #expect((refused?.column ?? 0) > 1)
    }

    @Test(
        "every document type is refused, whatever it declares",
        arguments: [
            "<!DOCTYPE a><a/>", "<!DOCTYPE html><html/>", "<!DOCTYPE a SYSTEM 'http://127.0.0.1/x.dtd'><a/>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a/>",
            "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;&l;&l;&l;&l;&l;'>"
                + "<!ENTITY n '&m;&m;&m;&m;&m;&m;&m;&m;&m;&m;'>]><a>&n;</a>",
            "<?xml version='1.0'?><!-- c -->\n<!DOCTYPE a [<!ATTLIST a b CDATA 'x'>]><a/>",
        ])
    func doctype(text: String) {
        for size in [1, 4_096] {
            let refused = refusal { try parse(Array(text.utf8), chunkBytes: size) }
            #expect(refused?.reason == .doctype)
            #expect(refused?.line != nil)
        }
    }

    @Test("limits hold")
    func limits() {
        var limits = ReadingLimits()
        limits.depth = 10
        limits.nameBytes = 20
        let deep = String(repeating: "<a>", count: 11) + String(repeating: "</a>", count: 11)
        #expect(refusal { try parse(Array(deep.utf8), limits: limits) }?.reason == .limitDepth)
        let long = "<a\(String(repeating: "b", count: 20))/>"
        #expect(refusal { try parse(Array(long.utf8), limits: limits) }?.reason == .limitName)
        let attribute = "<a \(String(repeating: "b", count: 21))='1'/>"
        #expect(refusal { try parse(Array(attribute.utf8), limits: limits) }?.reason == .limitName)
        let bomb = String(repeating: "<a>", count: 100_000)
        #expect(refusal { try parse(Array(bomb.utf8)) }?.reason == .limitDepth)
        let name = "<a\(String(repeating: "b", count: 100_000))/>"
        #expect(refusal { try parse(Array(name.utf8)) }?.reason == .limitName)
        let comment = "<a><!-- " + String(repeating: "x", count: 11_000_000)
        #expect(refusal { try parse(Array(comment.utf8)) } != nil)
    }

    @Test("what a handler throws ends the parse and comes out")
    func throwing() {
        #expect(throws: Recorder.Thrown.self) {
            try parse(Array("<a><b/><c/></a>".utf8), throwsAt: "c")
        }
    }
}
