import Testing
import Vietnamese

@Suite("cleanText")
struct CleanTextTests {
    @Test(
        "blanks are single and never at the ends",
        arguments: [
            ("  Lò   Văn\tPâng ", "Lò Văn Pâng"), ("a\u{A0}b\u{3000}c\r\nd\u{2028}e\u{202F}f", "a b c d e f"),
            ("a_x000D_\nb_x0009_", "a b"),
            ("_x0007_a_x00_b_x0041_", "a_x00_b_x0041_"), ("", ""), (" \u{A0}\n", ""), ("a", "a"), ("a b", "a b"),
            ("\u{85}a\u{B}b", "a b"),
        ])
    func blanks(raw: String, clean: String) {
        expectSame(cleanText(raw), clean)
    }

    @Test(
        "characters that nobody sees are gone",
        arguments: [
            "a\u{200B}b", "\u{FEFF}ab", "a\u{AD}b", "a\u{202E}b\u{202C}", "a\u{0}b\u{1F}\u{7F}", "a\u{9D}b",
            "a\u{2060}b\u{FE0F}",
            "a\u{34F}b\u{61C}", "\u{200E}ab\u{200F}",
        ])
    func invisible(raw: String) {
        expectSame(cleanText(raw), "ab")
    }

    @Test(
        "look-alikes become Latin",
        arguments: [
            ("Ðiện Ɖông ð", "Điện Đông đ"), ("Нồ Тhị Мai", "Hồ Thị Mai"), ("Ѕùng А Dơ", "Sùng A Dơ"),
            ("Ｖàng　Ａ", "Vàng A"), ("１２／０３", "12/03"),
            ("Αnh Νguyễn ο", "Anh Nguyễn o"), ("Vǎn", "Văn"), ("а\u{301}", "á"), ("Lı", "Li"), ("a\u{2011}b", "a-b"),
        ])
    func confusables(raw: String, clean: String) {
        expectSame(cleanText(raw), clean)
    }

    @Test(
        "clean text stays as it is",
        arguments: [
            "Lò Văn Pâng", "Ủy ban nhân dân xã Mường Mươn – “Điện Biên”…", "5.000 ₫", "東京", "😀 a", "x_x000Z_y",
            "H'Hen Niê", "señor Ünal",
        ])
    func unchanged(text: String) {
        expectSame(cleanText(text), text)
    }

    private static let bases = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯYdDbzñç".unicodeScalars.map { $0 }
    private static let marks = "\u{300}\u{301}\u{303}\u{309}\u{323}\u{302}\u{306}\u{31B}".unicodeScalars.map { $0 }

    @Test("one mark on a letter composes as the standard library says")
    func oneMark() {
        for base in Self.bases {
            for mark in Self.marks { expectNormalForm(of: "\(base)\(mark)") }
        }
    }

    @Test("shape and tone compose in both orders")
    func twoMarks() {
        let rows = [
            ("a", "\u{302}", "ầấẫẩậ"), ("a", "\u{306}", "ằắẵẳặ"), ("e", "\u{302}", "ềếễểệ"), ("o", "\u{302}", "ồốỗổộ"),
            ("o", "\u{31B}", "ờớỡởợ"), ("u", "\u{31B}", "ừứữửự"),
        ]
        for (base, shape, row) in rows {
            for (composed, tone) in zip(row, Self.marks) {
                expectSame(cleanText("x\(base)\(shape)\(tone)y"), "x\(composed)y")
                expectSame(cleanText("x\(base)\(tone)\(shape)y"), "x\(composed)y")
                expectNormalForm(of: "\(base)\(shape)\(tone)")
                expectSame(cleanText("\(base.uppercased())\(shape)\(tone)"), composed.uppercased())
            }
        }
    }

    /// The text is canonically equivalent after cleaning, and in NFC by the standard library's own check.
    private func expectNormalForm(of text: String) {
        var clean = cleanText(text)
        #expect(clean == text)
        clean.makeContiguousUTF8()
        var span = clean.utf8Span
        let isNormal = span.checkForNFC(quickCheck: false)
        // Pairs that make a letter of no Vietnamese or Latin-1 alphabet stay apart.
        let isOutside = clean.unicodeScalars.count == text.unicodeScalars.count && clean.unicodeScalars.count > 1
        #expect(isNormal || isOutside, "\(text)")
    }
}
