import Testing
import Vietnamese

@Suite("Lost letters")
struct LostLettersTests {
    @Test(
        "a question mark inside a word, or U+FFFD, says that letters are lost",
        arguments: [
            ("B?n", true), ("Nguy?n V?n", true), ("?i?n", true), ("Điện Bi\u{FFFD}n", true), ("\u{FFFD}", true),
            ("Lò Văn Pâng", false), ("", false),
            ("Có không?", false), ("12?/03", false), ("?", false), ("Ai? Đâu?", false),
        ])
    func lost(text: String, isLossy: Bool) {
        #expect(hasLostLetters(text) == isLossy)
    }
}
