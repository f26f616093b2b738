import Testing
import Vietnamese

@Suite("Legacy encodings")
struct LegacyDecoderTests {
    static func decode(_ bytes: [UInt8], _ encoding: LegacyEncoding, chunk: Int = .max) -> String {
        var decoder = LegacyDecoder(encoding)
        var output: [UInt8] = []
        var start = 0
        while start < bytes.count {
            let end = chunk == .max ? bytes.count : min(start + chunk, bytes.count)
            bytes[start..<end].withUnsafeBufferPointer { decoder.decode($0, into: &output) }
            start = end
        }
        decoder.finish(into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    @Test("every letter of TCVN3 has its byte")
    func tcvn3Letters() {
        for (letter, byte) in LegacyWriters.tcvn3Table {
            expectSame(Self.decode([0x74, byte], .tcvn3), "t\(letter)")
        }
        #expect(LegacyWriters.tcvn3Table.count == 74)
    }

    @Test("every letter of VNI has its bytes")
    func vniLetters() {
        for (letter, bytes) in LegacyWriters.vniPairs { expectSame(Self.decode(bytes, .vni), "\(letter)") }
        #expect(LegacyWriters.vniPairs.count == 134)
    }

    @Test("every letter of VIQR has its signs")
    func viqrLetters() {
        for (letter, signs) in LegacyWriters.viqrPairs { expectSame(Self.decode(Array(signs.utf8), .viqr), letter) }
        #expect(LegacyWriters.viqrPairs.count == 134)
    }

    @Test(
        "VNI marks of the other case, and marks after i and y, are taken too",
        arguments: [
            ("A\u{F8}", "À"), ("a\u{D8}", "à"), ("E\u{E1}", "Ế"), ("i\u{F9}", "í"), ("Y\u{EF}", "Ỵ"),
            ("\u{D6}\u{F8}", "Ừ"),
        ])
    func vniTolerance(shown: String, text: String) {
        expectSame(Self.decode(shown.unicodeScalars.map { UInt8($0.value) }, .vni), text)
    }

    @Test(
        "VIQR reads the star as horn, a backslash as escape, and leaves signs after consonants",
        arguments: [
            ("Tru*o*`ng", "Trường"), ("Ddinh ddo^.i", "Đinh đội"), ("Lan. Hoa\\.", "Lan. Hoa."), ("a\\\\b", "a\\b"),
            ("ho?i", "hỏi"),
            ("a.?", "ạ?"),
        ])
    func viqrWords(typed: String, text: String) {
        expectSame(Self.decode(Array(typed.utf8), .viqr), text)
    }

    @Test(
        "TCVN3 words of capitals get their toned letters raised",
        arguments: [
            ("NGUYỄN THỊ HÒA", "NGUYỄN THỊ HÒA"), ("ĐỖ VĂN ÚN", "ĐỖ VĂN ÚN"), ("LÒ VĂN Ý", "LÒ VĂN Ý"),
            ("Lò Văn Hà", "Lò Văn Hà"),
            ("HÀ NỘI", "HÀ NỘI"), ("Hà Nội", "Hà Nội"), ("UBND xã Hừa Ngài", "UBND xã Hừa Ngài"),
            ("ĐỘC LẬP,Tự do", "ĐỘC LẬP,Tự do"),
            ("ỦY BAN", "ỦY BAN"), ("Lò", "Lò"), ("VỪ A DƠ", "VỪ A DƠ"), ("Ly A Chớ", "Ly A Chớ"),
            ("ĐÀO ĐỨC", "ĐÀO ĐỨC"),
        ])
    func tcvn3Capitals(written: String, read: String) {
        expectSame(Self.decode(LegacyWriters.tcvn3(written), .tcvn3), read)
    }

    @Test("Windows-1258 composes marks, however the letter was written", arguments: [true, false])
    func windows1258(precomposed: Bool) {
        let text = "Cộng hòa xã hội chủ nghĩa ĐIỀU ẨN ắ ẵ Ờ ự ỵ 5.000 ₫, ñ ç ü"
        let bytes =
            LegacyWriters.windows1258(text.replacing("ñ ç ü", with: ""), precomposed: precomposed) + [
                0xF1, 0x20, 0xE7, 0x20, 0xFC,
            ]
        expectSame(Self.decode(bytes, .windows1258), text)
    }

    @Test("text comes out the same however the bytes are cut", arguments: [1, 2, 3, 7])
    func chunks(size: Int) {
        let text = "STT;HỌ VÀ TÊN;Quê quán\r\n1;LÒ VĂN PÂNG;Xã Mường Mươn\r\n2;Vừ A Dơ;Đứa Mòn, Điện Biên"
        for (encoding, bytes) in [
            (LegacyEncoding.tcvn3, LegacyWriters.tcvn3(text)), (.vni, LegacyWriters.vni(text)),
            (.windows1258, LegacyWriters.windows1258(text, precomposed: false)),
            (.viqr, Array("Nguye^~n Va(n A\\.".utf8)),
        ] {
            expectSame(Self.decode(bytes, encoding, chunk: size), Self.decode(bytes, encoding))
        }
        expectSame(Self.decode(LegacyWriters.tcvn3(text), .tcvn3, chunk: size), text)
        expectSame(Self.decode(LegacyWriters.vni(text), .vni, chunk: size), text)
    }

    @Test(
        "bytes without a meaning become U+FFFD",
        arguments: [
            ([0x41, 0x81], LegacyEncoding.windows1258), ([0x41, 0xC0], .tcvn3), ([0x41, 0x90], .tcvn3),
            ([0x62, 0xF8], .vni),
            ([0x41, 0xFE], .vni), ([0x41, 0xC3], .viqr),
        ])
    func undefined(bytes: [UInt8], encoding: LegacyEncoding) {
        expectSame(Self.decode(bytes, encoding), "\(Character(Unicode.Scalar(bytes[0])))\u{FFFD}")
    }

    @Test("quotes and dashes of the fonts are kept")
    func typography() {
        for encoding in [LegacyEncoding.tcvn3, .vni, .windows1258] {
            expectSame(Self.decode([0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x85], encoding), "“A” – …")
        }
    }

    @Test("a backslash of VIQR before a byte that is no ASCII leaves well-formed text")
    func escapedHighByte() {
        var decoder = LegacyDecoder(.viqr)
        var text: [UInt8] = []
        [UInt8(ascii: "C"), UInt8(ascii: "\\"), 0x91, UInt8(ascii: "a")].withUnsafeBufferPointer {
            decoder.decode($0, into: &text)
        }
        decoder.finish(into: &text)
        #expect(String(validating: text, as: UTF8.self) == "C\u{FFFD}a")
    }
}

/// Texts must agree byte by byte; Swift's `==` takes decomposed and composed letters for equal.
func expectSame(_ actual: String?, _ expected: String?, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
        actual.map { Array($0.utf8) } == expected.map { Array($0.utf8) }, "\(actual ?? "nil") != \(expected ?? "nil")",
        sourceLocation: sourceLocation)
}
