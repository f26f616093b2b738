import Testing

@testable import Tabular

private func read(_ text: String) throws -> [ReadSheet] {
    try sheets(RecordXMLReader(.bytes(Array(text.utf8)), limits: ReadingLimits()))
}

private func table(_ text: String) throws -> [String] {
    let sheet = try read(text).first
    return [sheet?.info.fieldNames?.joined(separator: "|") ?? ""] + (sheet?.rows.map(\.line) ?? [])
}

@Suite("Record XML")
struct RecordXMLReaderTests {
    @Test(
        "records are found whatever they are called and however they nest",
        arguments: [
            (
                "child elements",
                "<ds><r><HoTen>A</HoTen><NS>1</NS></r><r><HoTen>B</HoTen><GhiChu/></r></ds>",
                ["HoTen|NS|GhiChu", "A|1|", "B||"]
            ),
            ("attributes", "<ds><r HoTen='A' NS='1'/><r NS='2' HoTen='B'/></ds>", ["HoTen|NS", "A|1", "B|2"]),
            (
                "both", "<ds><r id='1'><HoTen>A</HoTen></r><r id='2'><HoTen>B</HoTen></r></ds>",
                ["id|HoTen", "1|A", "2|B"]
            ),
            (
                "groups within a record",
                "<ds><r><g><HoTen>A</HoTen></g><h><DonVi>x</DonVi></h></r><r><h><DonVi>y</DonVi></h></r></ds>",
                ["HoTen|DonVi", "A|x", "|y"]
            ),
            (
                "two leaves of one name",
                "<ds><r><Ten>A</Ten><DonVi><Ten>x</Ten></DonVi></r><r><Ten>B</Ten><DonVi><Ten>y</Ten></DonVi></r></ds>",
                ["Ten|DonVi/Ten", "A|x", "B|y"]
            ),
            (
                "a field that occurs twice",
                "<ds><r><HoTen>A</HoTen><DT>1</DT><DT>2</DT></r><r><HoTen>B</HoTen><DT>3</DT></r></ds>",
                ["HoTen|DT", "A|1; 2", "B|3"]
            ),
            (
                "a unit around its people",
                """
                <ds><dv ten='x'><nv><HoTen>A</HoTen><NS>1</NS></nv><nv><HoTen>B</HoTen><NS>2</NS></nv></dv>\
                <dv ten='y'><nv><HoTen>C</HoTen><NS>3</NS></nv></dv></ds>
                """,
                ["ten|HoTen|NS", "x|A|1", "x|B|2", "y|C|3"]
            ),
            (
                "lines of a career within a person",
                """
                <ds><nv><HoTen>A</HoTen><NS>1</NS><DV>x</DV><qt><d><tu>1</tu><den>2</den></d><d><tu>3</tu><den>4</den></d>\
                <d><tu>5</tu></d></qt></nv><nv><HoTen>B</HoTen><NS>2</NS><DV>y</DV><qt><d><tu>6</tu></d></qt></nv></ds>
                """,
                ["HoTen|NS|DV|tu|den", "A|1|x|1; 3; 5|2; 4", "B|2|y|6|"]
            ),
            (
                "one record",
                "<ds ngay='1'><nv><HoTen>A</HoTen><NS>1</NS><DV>x</DV></nv></ds>", ["HoTen|NS|DV", "A|1|x"]
            ),
            (
                "one record with lines",
                "<ds><nv><HoTen>A</HoTen><NS>1</NS><DV>x</DV><d><tu>1</tu></d><d><tu>2</tu></d></nv></ds>",
                ["HoTen|NS|DV|tu", "A|1|x|1; 2"]
            ),
            (
                "records of one name in two places",
                "<ds><huyen><nv><HoTen>A</HoTen></nv><nv><HoTen>B</HoTen></nv></huyen><xa><nv><HoTen>C</HoTen></nv></xa></ds>",
                ["HoTen", "A", "B", "C"]
            ),
            (
                "records of one kind and two names",
                """
                <ds><cb><HoTen>A</HoTen><NS>1</NS><DV>x</DV></cb><cb><HoTen>B</HoTen><NS>2</NS><DV>y</DV></cb>\
                <vc><HoTen>C</HoTen><NS>3</NS><DV>z</DV><GC>g</GC></vc></ds>
                """,
                ["HoTen|NS|DV|GC", "A|1|x|", "B|2|y|", "C|3|z|g"]
            ),
            (
                "fields named by an attribute",
                "<db><row><field name='HoTen'>A</field><field name='NS'>1</field></row><row><field name='NS'>2</field></row></db>",
                ["HoTen|NS", "A|1", "|2"]
            ),
            (
                "references, CDATA, attributes of XML itself",
                "<ds xmlns:xsi='u'><r xml:space='preserve'><T>A &amp; B</T></r><r><T xsi:nil='true'/></r><r><T><![CDATA[<C>]]></T></r></ds>",
                ["T", "A & B", "", "<C>"]
            ),
            (
                "groups within groups",
                """
                <ds><dv ten='x'><dv ten='y'><nv><H>A</H><N>1</N></nv><nv><H>D</H></nv></dv><nv><H>B</H><N>2</N></nv></dv><dv ten='z'>\
                <nv><H>C</H><N>3</N></nv><nv><H>E</H></nv></dv></ds>
                """,
                ["ten|H|N", "y|A|1", "y|D|", "x|B|2", "z|C|3", "z|E|"]
            ),
        ])
    func records(kind: String, text: String, expected: [String]) throws {
        #expect(try table(text) == expected)
    }

    @Test("rows are numbered by record, over all batches")
    func numbers() throws {
        let records = String(repeating: "<r><a>1</a></r>", count: 5_000)
        let sheet = try read("<ds>\(records)</ds>").first
        #expect(sheet?.rows.map(\.number) == Array(1...5_000))
    }

    @Test("what stands outside the records is told in order")
    func properties() throws {
        let text = """
            <export NgayXuat="2024-12-31"><header><version>2.1</version><DonVi>Sở A</DonVi></header>
            <ds><r><HoTen>A</HoTen><NS>1</NS></r><r><HoTen>B</HoTen></r></ds><TongSo>2</TongSo></export>
            """
        let info = try read(text).first?.info
        #expect(info?.properties.map(\.name) == ["NgayXuat", "version", "DonVi", "TongSo"])
        #expect(info?.properties.map(\.value) == ["2024-12-31", "2.1", "Sở A", "2"])
        #expect(info?.fieldNames == ["HoTen", "NS"])
    }

    @Test("records of another kind make a sheet of their own")
    func otherKind() throws {
        let text = """
            <ds><dm><muc ma="1" ten="x"/><muc ma="2" ten="y"/></dm><r><HoTen>A</HoTen><NS>1</NS><DV>x</DV></r>
            <r><HoTen>B</HoTen><NS>1</NS><DV>x</DV></r></ds>
            """
        let sheets = try read(text)
        #expect(sheets.map(\.info.name) == ["", "muc"])
        #expect(sheets.map(\.info.fieldNames) == [["HoTen", "NS", "DV"], ["ma", "ten"]])
        #expect(sheets.last?.lines == ["1: 1|x", "2: 2|y"])
    }

    @Test(
        "what holds no records is refused",
        arguments: [
            ("<a/>", RefusedFile.Reason.notATable), ("<a>x</a>", .notATable),
            ("<w:wordDocument xmlns:w='u'><w:body w:x='1'/></w:wordDocument>", .wordDocument),
            ("<ds><r><a>1</a></r>", .truncated), ("<!DOCTYPE a><a b='1'/>", .doctype), ("", .empty),
        ])
    func refused(text: String, reason: RefusedFile.Reason) {
        #expect(refusal { _ = try read(text) }?.reason == reason)
    }

    @Test("more fields than a row may have are refused")
    func manyFields() {
        let fields = (0..<2_001).map { "<f\($0)/>" }.joined()
        #expect(refusal { _ = try read("<ds><r>\(fields)</r><r/></ds>") }?.reason == .limitColumns)
    }
}
