// Encodings are found over the whole file, decoded in chunks of any size, and damage is repaired by column.

import Foundation
import Testing
import Vietnamese

@testable import Tabular

@Suite("Text is decoded whatever it was written in")
struct EncodingTests {
    private static let text = "STT,Họ và tên,Đơn vị\n1,Nguyễn Văn Hải,Phòng Nội vụ\n2,Lường Thị Hoa,Sở Tư pháp\n"
    private static let cells = [
        ["STT", "Họ và tên", "Đơn vị"], ["1", "Nguyễn Văn Hải", "Phòng Nội vụ"], ["2", "Lường Thị Hoa", "Sở Tư pháp"],
    ]

    private func read(_ bytes: [UInt8], chunk: Int = .max) throws -> (name: String, rows: [[String]], file: TabularFile)
    {
        var file = try TabularFile(bytes: bytes, chunk: chunk)
        var rows: [[String]] = []
        try file.read { batch, _ in rows += (0..<batch.count).map { batch[$0].texts } }
        return (file.encoding.name, rows, file)
    }

    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    /// The example in TCVN3, VNI and Windows-1258.
    private static let tcvn3: [UInt8] =
        Array("STT,H".utf8) + [0xE4] + Array(" v".utf8) + [0xB5] + Array(" t".utf8) + [0xAA] + Array("n,".utf8) + [0xA7]
        + [0xAC] + Array("n v".utf8) + [0xDE] + Array("\n1,Nguy".utf8) + [0xD4] + Array("n V".utf8) + [0xA8]
        + Array("n H".utf8) + [0xB6] + Array("i,Ph".utf8) + [0xDF] + Array("ng N".utf8) + [0xE9] + Array("i v".utf8)
        + [0xF4] + Array("\n2,L".utf8) + [0xAD, 0xEA] + Array("ng Th".utf8) + [0xDE] + Array(" Hoa,S".utf8) + [0xEB]
        + Array(" T".utf8) + [0xAD] + Array(" ph".utf8) + [0xB8] + Array("p\n".utf8)
    private static let windows1258: [UInt8] =
        Array("STT,Ho".utf8) + [0xF2] + Array(" v".utf8) + [0xE0] + Array(" t".utf8) + [0xEA] + Array("n,".utf8) + [
            0xD0
        ]
        + [0xF5] + Array("n vi".utf8) + [0xF2] + Array("\n1,Nguy".utf8) + [0xEA, 0xDE] + Array("n V".utf8) + [0xE3]
        + Array("n Ha".utf8) + [0xD2] + Array("i,Pho".utf8) + [0xCC] + Array("ng N".utf8) + [0xF4, 0xF2]
        + Array("i vu".utf8) + [0xF2] + Array("\n2,L".utf8) + [0xFD, 0xF5, 0xCC] + Array("ng Thi".utf8) + [0xF2]
        + Array(" Hoa,S".utf8) + [0xF5, 0xD2] + Array(" T".utf8) + [0xFD] + Array(" ph".utf8) + [0xE1]
        + Array("p\n".utf8)

    static let files: [(name: String, bytes: [UInt8])] = [
        ("utf-8", Array(text.utf8)),
        ("utf-8", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
        ("utf-16le", [0xFF, 0xFE] + utf16(text, bigEndian: false)),
        ("utf-16be", [0xFE, 0xFF] + utf16(text, bigEndian: true)),
        ("utf-16le", utf16(text, bigEndian: false)),
        ("utf-16be", utf16(text, bigEndian: true)),
        ("tcvn3", tcvn3),
        ("windows-1258", windows1258),
    ]

    @Test("every encoding gives the same cells, whatever the chunks", arguments: files, [1, 2, 3, 7, 4_096])
    func encodings(file: (name: String, bytes: [UInt8]), chunk: Int) throws {
        let found = try read(file.bytes, chunk: chunk)
        #expect(found.name == file.name)
        #expect(found.rows.map { $0.map { Array($0.utf8) } } == Self.cells.map { $0.map { Array($0.utf8) } })
    }

    @Test("UTF-16 without a mark is known where accents stand apart", arguments: [true, false])
    func partedAccents(bigEndian: Bool) throws {
        let text = "STT\tHo\u{323} va\u{300} te\u{302}n\n1\tLo\u{300} Va\u{306}n Ha\u{300}\n2\tVa\u{300}ng A\n"
        let found = try read(Self.utf16(text, bigEndian: bigEndian))
        #expect(found.name == (bigEndian ? "utf-16be" : "utf-16le"))
        #expect(found.rows == [["STT", "Họ và tên"], ["1", "Lò Văn Hà"], ["2", "Vàng A"]])
    }

    @Test("a cell in Unicode inside a TCVN3 file stays as it is", arguments: [1, 5, 4_096])
    func unicodeCell(chunk: Int) throws {
        let found = try read(Self.tcvn3 + Array("3,Quàng Văn Điệp,Sở Y tế\n".utf8), chunk: chunk)
        #expect(found.name == "tcvn3")
        #expect(found.rows == Self.cells + [["3", "Quàng Văn Điệp", "Sở Y tế"]])
    }

    @Test("VIQR is only seen in pure ASCII")
    func viqr() throws {
        let text = "1,Nguye^~n Va(n Ha?i,Pho`ng No^.i vu.\n2,Lu+o+`ng Thi. Hoa,So+? Tu+ pha'p\n"
        let found = try read(Array(text.utf8))
        #expect(found.name == "viqr")
        #expect(found.rows == Array(Self.cells.dropFirst()))
    }

    @Test(
        "a single name of VIQR is told by marks that end no sentence",
        arguments: [
            ("Lo+`ng Thi. Ky", "viqr"), ("Kha Hu+~u Phong", "viqr"), ("Pha.m A Ti'nh", "viqr"),
            ("NA. THI. THANH", "utf-8"), ("CHU A TU'\nHU` THANH HU`NG", "viqr"),
            ("Nguyen Van A.", "utf-8"), ("Lan? Hoa.", "utf-8"), ("see chapter 5 (a+b)`", "utf-8"),
            ("a~b~c\n1~2~3\n", "utf-8"),
        ])
    func shortVIQR(text: String, name: String) throws {
        #expect(try read(Array(text.utf8)).name == name)
    }

    @Test("a surrogate pair may be cut anywhere; half of one is lost and shows it", arguments: [1, 2, 3])
    func surrogates(chunk: Int) throws {
        let bytes = [0xFF, 0xFE] + Self.utf16("a,😀,b\n", bigEndian: false)
        #expect(try read(bytes, chunk: chunk).rows == [["a", "😀", "b"]])
        let broken: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8, 0x2C, 0, 0x62, 0]
        #expect(try read(broken, chunk: chunk).rows == [["a\u{FFFD}", "b"]])
    }

    @Test("NULs are dropped, spoilt bytes of UTF-8 become U+FFFD")
    func spoilt() throws {
        #expect(
            try read(Array("Lò\u{0} Văn Pâng,Chuyên viên Phòng Nội vụ,\u{0}1\n".utf8)).rows
                == [["Lò Văn Pâng", "Chuyên viên Phòng Nội vụ", "1"]])
        let names = Array(String(repeating: "Nguyễn Thị Hường,Điện Biên\n", count: 10).utf8)
        let found = try read(names + Array("L".utf8) + [0xE1, 0xBB] + Array(",x\n".utf8), chunk: 7)
        #expect(found.name == "utf-8")
        #expect(found.rows.last == ["L\u{FFFD}\u{FFFD}", "x"])
    }

    @Test("letters of no known encoding are refused")
    func unknown() {
        let bytes = (0..<400).flatMap { index -> [UInt8] in
            [0x93 &+ UInt8(index % 9) * 3, 0xFA, 0x2C, 0x8E, 0xF8, 0x0A]
        }
        #expect(throws: RefusedFile(.unknownEncoding)) { try read(bytes) }
    }

    @Test("or read as Western text by whoever only wants a look")
    func western() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/western-\(UInt64.random(in: 0..<(.max)))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = "Müller;Zürich\nNoël;Orléans\nJosé;Málaga\n".unicodeScalars.map { UInt8($0.value) }
        try Data(text).write(to: URL(fileURLWithPath: folder + "/a.csv"))
        #expect(throws: RefusedFile(.unknownEncoding)) { try TabularFile(path: folder + "/a.csv") }
        var file = try TabularFile(path: folder + "/a.csv", unknownLetters: .readAsWestern)
        var rows: [[String]] = []
        try file.read { batch, _ in rows += (0..<batch.count).map { batch[$0].texts } }
        #expect(rows == [["Müller", "Zürich"], ["Noël", "Orléans"], ["José", "Málaga"]])
        #expect(file.encoding == EncodingGuess(.windows1258, confidence: 0))
    }

    @Test(
        "where all of a sheet shows a legacy font, its short cells are read in it, too",
        arguments: [
            ("S§T", "SĐT"), ("Kh«ng", "Không"), ("M«ng", "Mông"), ("Sè CMND/CCCD", "SỐ CMND/CCCD"), ("C/vô", "C/vụ"),
            ("Phó Chñ tÞch H§ND", "Phú Chủ tịch HĐND"), ("Phã Chñ tÞch H§ND", "Phó Chủ tịch HĐND"),
            ("Sở Y tế", "Sở Y tế"), ("2,34", "2,34"),
        ])
    func shortCellsOfALegacyFont(cell: String, reading: String) throws {
        let lines = "NguyÔn V¨n H¶i;Phßng Néi vô\nL\u{AD}êng ThÞ Hoa;Së T\u{AD} ph¸p\nLß ThÞ Ph\u{AD}¬ng;§iÖn Biªn\n"
        #expect(try read(Array((lines + "Tßng V¨n Th¾ng;\(cell)\n").utf8)).rows.last == ["Tòng Văn Thắng", reading])
    }

    @Test("in a column of a legacy font a sound name is read in that font where that is far likelier")
    func soundLookingNames() throws {
        let lines = "Nguyeãn Vaên Hoøa;Phòng Nội vụ\nLoø Thò Hoa;Phòng Y tế\nVi Thò Mai;Thò Mai\nLò Văn Thó;Thái\n"
        let rows = try read(Array(lines.utf8)).rows
        #expect(rows.map(\.first) == ["Nguyễn Văn Hòa", "Lò Thị Hoa", "Vi Thị Mai", "Lò Văn Thó"])
        #expect(rows[2][1] == "Thò Mai")
    }

    @Test("among sound cells a short word that could be a legacy font's stays", arguments: ["Sè", "Vô", "Lý", "Tý"])
    func shortCellsAmongSoundOnes(cell: String) throws {
        let lines = "Nguyễn Văn Hải;Phòng Nội vụ\nLường Thị Hoa;Sở Tư pháp\nLß ThÞ Ph\u{AD}¬ng;Điện Biên\n"
        #expect(try read(Array((lines + "Tòng Văn Thắng;\(cell)\n").utf8)).rows.last == ["Tòng Văn Thắng", cell])
    }

    @Test("a whole file of mojibake is repaired, and its record says so")
    func mojibake() throws {
        let misread = Self.text.utf8.map { byte -> UInt32 in
            let block: [UInt8: UInt32] = [
                0x87: 0x2021, 0x8D: 0x8D, 0x90: 0x90, 0x91: 0x2018, 0x83: 0x192, 0x9F: 0x178, 0x8B: 0x2039, 0x9D: 0x9D,
            ]
            return block[byte] ?? UInt32(byte)
        }
        let text = String(String.UnicodeScalarView(misread.compactMap(Unicode.Scalar.init)))
        let found = try read(Array(text.utf8))
        #expect(found.name == "mojibake")
        #expect(found.rows == Self.cells)
        #expect(found.file.repairs[.mojibake, default: 0] > 5)
    }

    @Test(
        "a file of Unicode that holds the letters of a legacy font has that font's encoding",
        arguments: [
            ("1,NguyÔn V¨n H¶i\n2,Lª ThÞ Lý\n3,TrÇn ThÞ Hµ\n", "tcvn3"),
            ("1,Nguyeãn Vaên Haûi\n2,Leâ Thò Hoàng\n", "vni"),
            ("1,NguyÔn V¨n H¶i\n2,Lê Thị Lý\n3,Trần Thị Hà\n", "utf-8"),
        ])
    func legacyFonts(text: String, name: String) throws {
        #expect(try read(Array(text.utf8)).name == name)
        let wide = try read([0xFF, 0xFE] + Self.utf16(text, bigEndian: false))
        #expect(wide.name == (name == "utf-8" ? "utf-16le" : name))
    }

    @Test("damaged cells are repaired, sound ones beside them stay")
    func damagedCells() throws {
        let text = """
            1,NguyÔn V¨n H¶i,H&#224; N&#7897;i
            2,Trần Thị Hà,Điện Biên
            3,Lª ThÞ Lý,Tuần Giáo
            4,Tý,Đỗ & Em
            """
        let found = try read(Array(text.utf8))
        #expect(
            found.rows == [
                ["1", "Nguyễn Văn Hải", "Hà Nội"], ["2", "Trần Thị Hà", "Điện Biên"], ["3", "Lê Thị Lý", "Tuần Giáo"],
                ["4", "Tý", "Đỗ & Em"],
            ])
        #expect(found.name == "utf-8")
        #expect(found.file.repairs == [.tcvn3: 2, .htmlReferences: 1])
    }
}
