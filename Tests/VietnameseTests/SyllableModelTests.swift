import Testing
@testable import Vietnamese

@Suite("Syllables")
struct SyllableModelTests {
    private let model = SyllableModel()

    @Test(
        "legal syllables",
        arguments: [
            "lò", "VĂN", "Pâng", "nguyễn", "quý", "gì", "giếng", "già", "khuỷu", "ngoằng", "nghiêng", "thuở", "yêu",
            "ý", "a", "moong", "xoong",
            "voòng", "Đỗ", "quạch", "huỳnh", "ưởng", "inh",
        ])
    func legal(word: String) {
        #expect(model.isSyllable(word.utf8))
    }

    @Test(
        "what is none: wrong onsets, rimes, tones on stops, two tones",
        arguments: [
            "", "vna", "nguyènn", "cafe", "văf", "bác1", "hoàá", "mat", "màt", "mảch", "zăng", "l", "straße", "nguyêng",
            "ngu?n", "lò văn",
            "NguyÔn",
        ])
    func illegal(word: String) {
        #expect(!model.isSyllable(word.utf8))
    }

    private func score(_ text: String) -> SyllableScore {
        Array(text.utf8).withUnsafeBufferPointer { model.score($0) }
    }

    @Test("words, legal words and words with marks are counted")
    func counts() {
        let score = score("1. Lò Văn Pâng, strak – Thái (2)")
        #expect(score.words == 5 && score.legal == 4 && score.toned == 4 && score.legalToned == 4)
        #expect(self.score("V¨n").legal == 0 && self.score("NguyễN").legal == 0)
        #expect(self.score("12/03").words == 0 && self.score("").perWord == -.infinity)
    }

    @Test("the score of a text that stands several times is that of the text repeated")
    func sums() {
        var sum = score("UBND xã Nà Tấu")
        sum.add(score("Phó CT HĐND, kế toán strak"), times: 3)
        #expect(sum == score("UBND xã Nà Tấu" + String(repeating: ", Phó CT HĐND, kế toán strak", count: 3)))
        #expect(sum.abbreviations == 3)
    }

    @Test(
        "the likelier the reading, the higher the score",
        arguments: [
            ("Lò Văn Hòa", "Lß V¨n Hßa"), ("Nguyễn Thị Thu", "Nguyeãn Thò Thu"), ("Quàng Thị", "Quàng Thũ"),
            ("Vừ A Chớ", "Võ A Chí ¨"),
        ])
    func order(better: String, worse: String) {
        #expect(score(better).logLikelihood > score(worse).logLikelihood)
    }
}
