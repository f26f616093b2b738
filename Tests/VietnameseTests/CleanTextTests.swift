import Testing
import Vietnamese

@Suite("cleanText")
struct CleanTextTests {
    @Test(
        "blanks are single and never at the ends",
        arguments: [
            ("  Lò   Văn\tPâng ", "Lò Văn Pâng"), ("a\u{A0}b\u{3000}c\r\nd", "a b c d"), ("a_x000D_\nb", "a b"),
            ("", ""),
            (" ", ""), ("a\u{200B}b\u{FEFF}", "ab"), ("Ðiện Biên", "Điện Biên"), ("Е\u{301}а", "Éa"),
            ("a\u{301}\u{302}", "ấ"), ("e\u{323}\u{302}", "ệ"), ("u\u{31B}\u{303}", "ữ"),
        ])
    func blanks(raw: String, clean: String) {
        #expect(Array(cleanText(raw).utf8) == Array(clean.utf8))
    }
}
