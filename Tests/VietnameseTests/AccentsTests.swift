// Tests of comparing the accents of words.

import Testing
import Vietnamese

@Suite("Accents of words with the same letters")
struct AccentsTests {
    @Test(
        "a word bears other accents, or merely fewer",
        arguments: [
            ("cỡ", "cơ", true), ("quần", "quan", true), ("bác", "bậc", true), ("sở", "số", true),
            ("bac", "bậc", false), ("bâc", "bậc", false), ("bậc", "bậc", false), ("dan", "đan", false),
            ("đan", "dan", true), ("tên", "tuổi", false),
        ])
    func compares(word: String, other: String, isOther: Bool) {
        #expect(bearsOtherAccents(word, than: other) == isOther)
    }
}
