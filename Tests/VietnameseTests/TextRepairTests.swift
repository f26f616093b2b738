// Damaged texts: what is wrong with each, what repairs it, and which sound ones stay as they are. All are invented.

import Testing
import Vietnamese

@Suite("TextRepair")
struct TextRepairTests {
    private let repair = TextRepair()

    /// What Windows-1252 shows of bytes; the five that it leaves undefined are C1 controls.
    static func shown(_ bytes: [UInt8]) -> String {
        let block = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(byte & 0xE0 == 0x80 ? block[Int(byte) - 0x80] : Unicode.Scalar(byte)) }
        return String(text)
    }

    static func mojibake(_ text: String) -> String { shown(Array(text.utf8)) }

    @Test("mojibake of every name, once and twice, is undone")
    func mojibake() {
        for name in NameSamples.names(120) + ["ĐIỆN BIÊN", "Ờ Ọ Ỏ Ố Í Á Ý", "Lò – “Thái”"]
        where name.utf8.contains(where: { $0 >= 0x80 }) {
            let once = Self.mojibake(name)
            #expect(repair.diagnose(once) == .mojibake, "\(name)")
            expectSame(repair.repair(once, .mojibake), name)
            let twice = Self.mojibake(once)
            #expect(repair.diagnose(twice) == .doubleMojibake, "\(name)")
            expectSame(repair.repair(twice, .doubleMojibake), name)
        }
    }

    @Test(
        "one word of a legacy font is known by what it is when undone",
        arguments: [
            ("M«ng", TextDamage.tcvn3, "Mông"), ("HM«ng", .tcvn3, "HMông"), ("Hmoâng", .vni, "Hmông"),
            ("HMoâng", .vni, "HMông"), ("C«ng chøc", .tcvn3, "Công chức"), ("Nguyễn «Hải» Bằng", nil, ""),
            ("«Mông»", nil, ""), ("HMông", nil, ""), ("Hmông", nil, ""), ("PCT HĐND", nil, ""), ("HÐND", nil, ""),
            ("PCT H§ND", .tcvn3, "PCT HĐND"), ("Phã Chñ tÞch H§ND", .tcvn3, "Phó Chủ tịch HĐND"),
            ("Phoù Chuû tòch HÑND", .vni, "Phó Chủ tịch HĐND"), ("§ 5", nil, ""),
        ] as [(String, TextDamage?, String)])
    func oneWord(shown: String, damage: TextDamage?, text: String) {
        #expect(repair.diagnose(shown) == damage)
        if let damage { expectSame(repair.repair(shown, damage), text) }
    }

    @Test(
        "mojibake of Windows-1258, and with the NBSP turned into a space or gone",
        arguments: [
            ("Nguyá»…n VÄƒn HĂ²a", "Nguyễn Văn Hòa"), ("GiÃ ng VÄƒn", "Giàng Văn"), ("HÃ VÄƒn", "Hà Văn"),
            ("TÃ i chÃ­nh", "Tài chính"),
            ("LÃª Thá»‹ HÃ", "Lê Thị Hà"), ("HÃ  VÄƒn", "Hà Văn"), ("THÆ M LÃ’", "THƠM LÒ"),
        ])
    func mendedMojibake(damaged: String, text: String) {
        #expect(repair.diagnose(damaged) == .mojibake)
        expectSame(repair.repair(damaged, .mojibake), text)
    }

    @Test("in a column of mojibake a lone letter without its NBSP is restored too")
    func loneLetter() {
        #expect(repair.diagnose("HÃ") == nil)
        expectSame(repair.repair("HÃ", .mojibake), "Hà")
        expectSame(repair.repair("MÃ NGẠCH", .mojibake), nil)
        expectSame(repair.repair("Lò", .mojibake), nil)
    }

    @Test("legacy text shown as Latin letters is found in nearly every name and undone in all")
    func legacy() {
        var found = 0
        let names = NameSamples.names(150).filter { name in name.utf8.contains { $0 >= 0x80 } }
        for name in names {
            for (damage, bytes) in [(TextDamage.tcvn3, LegacyWriters.tcvn3(name)), (.vni, LegacyWriters.vni(name))] {
                let damaged = Self.shown(bytes)
                if repair.diagnose(damaged) == damage { found += 1 }
                // A toned capital at the beginning of a word has no byte in TCVN3 and stays small.
                expectSame(repair.repair(damaged, damage)?.lowercased(), name.lowercased())
            }
        }
        #expect(Double(found) >= 0.97 * Double(2 * names.count), "\(found) of \(2 * names.count)")
    }

    @Test(
        "single words and phrases",
        arguments: [
            ("NguyÔn V¨n", TextDamage.tcvn3, "Nguyễn Văn"), ("Nguyeãn Vaên", .vni, "Nguyễn Văn"),
            ("§iÖn Biªn", .tcvn3, "Điện Biên"),
            ("Lß", .tcvn3, "Lò"), ("Nguy&#7877;n V&acirc;n", .htmlReferences, "Nguyễn Vân"),
            ("&#x1EE6;y ban", .htmlReferences, "Ủy ban"),
            ("Nguy&amp;#7877;n", .htmlReferences, "Nguyễn"),
            ("T&agrave;i ch&iacute;nh &amp; &ETH;&ecirc;", .htmlReferences, "Tài chính & Đê"),
            ("Nguye^~n Va(n A", .viqr, "Nguyễn Văn A"), ("Tr­êng", .tcvn3, "Trường"), ("UÛy ban", .vni, "Ủy ban"),
            ("Ñôn vò", .vni, "Đơn vị"), ("Chöùc vuï", .vni, "Chức vụ"),
        ])
    func words(damaged: String, damage: TextDamage, text: String) {
        #expect(repair.diagnose(damaged) == damage)
        expectSame(repair.repair(damaged, damage), text)
    }

    @Test(
        "sound text is never repaired",
        arguments: [
            "Hà", "Vì", "Tý", "Lý", "Hà Thị Thúy", "XÃ", "MÃ NGẠCH", "UBND XÃ NÀ HỲ", "Nguyễn Văn A", "Nguyen Van A.",
            "café", "", "12/03/1985",
            "AT&T; R&D", "Lò Văn Pâng (A)", "Đào", "ĐÀO THỊ CÚC", "Vàng A Páo", "Là À Ơi", "H'Mông", "a+b=c",
            "Có/không?", "5.000 ₫", "Xã Na Ư", "18° C",
            "Bí thư Đảng ủy – Chủ tịch HĐND", "Trình độ “Đại học”", "3(a) b)", "PGS.TS. Tô", "CĐ", "SĐT", "CÐ", "SÐT",
            "HÐND", "Ðinh Văn Ðức", "QÐ số 5",
        ])
    func sound(text: String) {
        #expect(repair.diagnose(text) == nil)
    }

    @Test("no text of sound names is taken for damaged")
    func soundNames() {
        for name in NameSamples.names(300) {
            #expect(repair.diagnose(name) == nil, "\(name)")
            #expect(repair.diagnose(name.uppercased()) == nil, "\(name)")
        }
    }

    @Test("cells of Unicode in a legacy column stay", arguments: ["Hà", "Vì", "Lò", "Vàng A Páo", "Tòng Thị Thủy"])
    func soundCellsOfDamagedColumn(text: String) {
        #expect(repair.repair(text, .tcvn3) == nil)
        #expect(repair.repair(text, .vni) == nil)
    }

    @Test("a cell of one old font in a column of another is plain where only one reading is Vietnamese")
    func sureness() {
        #expect(repair.isSure(of: .vni, against: .tcvn3, in: "Nguyeãn Vaên An"))
        #expect(repair.isSure(of: .tcvn3, against: .vni, in: "NguyÔn V¨n An"))
        #expect(!repair.isSure(of: .tcvn3, against: .vni, in: "Nguyeãn Vaên An"))
        #expect(!repair.isSure(of: .vni, against: .vni, in: "Nguyeãn Vaên An"))
    }

    @Test("text without a trace of the damage cannot be repaired", arguments: TextDamage.allCases)
    func inapplicable(damage: TextDamage) {
        #expect(repair.repair("Nguyễn Thị Ửng", damage) == nil)
        if damage != .viqr { #expect(repair.repair("Lo Van A", damage) == nil) }
    }

    @Test("mojibake of Windows-1258")
    func mojibake1258() {
        for name in NameSamples.names(60) + ["Đỗ Hòa", "ĐÀO"] where name.utf8.contains(where: { $0 >= 0x80 }) {
            let damaged = Self.mojibake(name).replacing("\u{C3}", with: "\u{102}")
            #expect(repair.diagnose(damaged) == .mojibake, "\(name)")
            expectSame(repair.repair(damaged, .mojibake), name)
        }
    }
}
