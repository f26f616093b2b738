import Testing

@testable import SampleData

@Suite("Forms of lists")
struct FormTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test(
        "old encodings have these bytes",
        arguments: [
            ("Lò Văn Pâng", [0x4C, 0xDF, 0x20, 0x56, 0xA8, 0x6E, 0x20, 0x50, 0xA9, 0x6E, 0x67] as [UInt8]),
            ("Ánh", [0xB8, 0x6E, 0x68]), ("ĐỖ", [0xA7, 0xE7]),
        ])
    func tcvn3(text: String, expected: [UInt8]) { #expect(LegacyText.tcvn3(bytes(text)) == expected) }

    @Test(
        "VNI writes the mark after the letter",
        arguments: [
            ("Nguyễn", [0x4E, 0x67, 0x75, 0x79, 0x65, 0xE3, 0x6E] as [UInt8]), ("ị", [0xF2]), ("Ị", [0xD2]),
            ("Đường", [0xD1, 0xF6, 0xF4, 0xF8, 0x6E, 0x67]), ("QUÝ", [0x51, 0x55, 0x59, 0xD9]),
        ])
    func vni(text: String, expected: [UInt8]) { #expect(LegacyText.vni(bytes(text)) == expected) }

    @Test(
        "Windows-1258 writes tones as bytes of their own where it has no letter",
        arguments: [("ế", [0xEA, 0xEC] as [UInt8]), ("à", [0xE0]), ("Ị", [0x49, 0xF2]), ("đ", [0xF0])])
    func windows1258(text: String, expected: [UInt8]) { #expect(LegacyText.windows1258(bytes(text)) == expected) }

    @Test("text misread as Windows-1252 grows")
    func mojibake() {
        #expect(String(decoding: LegacyText.mojibake(bytes("Lò Ế")), as: UTF8.self) == "LÃ² áº¾")
    }

    @Test(
        "days have Excel's serial numbers",
        arguments: [(1980, 3, 5, 29_285), (2025, 7, 1, 45_839), (1964, 2, 29, 23_436)])
    func serial(year: Int, month: Int, day: Int, expected: Int) {
        #expect(Day(year: year, month: month, day: day).serial == expected)
    }

    @Test(
        "numbers are written out",
        arguments: [
            (5, "Năm"), (15, "Mười lăm"), (21, "Hai mươi mốt"), (75, "Bảy mươi lăm"), (105, "Một trăm linh năm"),
            (1_020, "Một nghìn không trăm hai mươi"),
        ])
    func words(number: Int, expected: String) { #expect(NumberWords.capitalized(number) == expected) }

    @Test("the checksum of an archive's member is CRC-32")
    func checksum() { #expect(CRC32.of(bytes("123456789")) == 0xCBF4_3926) }

    @Test("a member of a stored gzip file names its length and its complement")
    func gzip() {
        let member = StoredGzip.member(bytes("abc"))
        #expect(Array(member[10..<18]) == [1, 3, 0, 0xFC, 0xFF, 0x61, 0x62, 0x63])
    }
}
