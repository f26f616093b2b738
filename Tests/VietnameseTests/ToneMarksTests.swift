import Testing
import Vietnamese

@Suite("Tone marks")
struct ToneMarksTests {
    /// Every rime of Vietnamese with its tone in the old placement; then those after `gi` and `qu`.
    private static let rimes = """
        á ác ách ái ám án áng ánh áo áp át áu áy é éc ém én éng éo ép ét í ía ích ím ín ính íp ít íu iếc iếm iến iếng \
        iếp iết iếu ó óa oác oách oái oám oán oáng oánh oáo oáp oát oáy óc óe oém oén oéo oét ói óm ón óng oóc oóng óp ót oắc oắm \
        oắn oắng oắt ú úa úc úi úm ún úng úp út úy uých uýn uýnh uýp uýt uýu uyến uyết uấc uấn uấng uất uấy uế uếch uến uếnh \
        uết uếu uốc uối uốm uốn uống uốt uớ uớn ý yếm yến yết yếu ấc ấm ấn ấng ấp ất ấu ấy ế ếch ếm ến ếnh ếp ết ếu ố ốc ối ốm \
        ốn ống ốp ốt ắc ắm ắn ắng ắp ắt ớ ới ớm ớn ớp ớt ứ ứa ức ứi ứng ứt ứu ước ưới ướm ướn ướng ướp ướt ướu \
        giá giác giáp giáo giữa giường giếng giếc giúp giỏi giới quá quách quán quả quý quí quỳnh quyến quyết quốc quế quẩy quặng
        """.split(separator: " ").map(String.init)

    private static let vowels = "aăâeêioôơuưy"
    private static let toned = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
        "yỳỷỹýỵ",
    ].map(Array.init)

    /// The word with its tone on each of its vowels in turn.
    private static func misplaced(_ word: String) -> [String] {
        var plain: [Character] = []
        var tone = 0
        for letter in word {
            guard let row = toned.first(where: { $0.contains(letter) }) else {
                plain.append(letter)
                continue
            }
            tone = max(tone, row.firstIndex(of: letter) ?? 0)
            plain.append(row[0])
        }
        return plain.indices.compactMap { index in
            guard let row = toned.first(where: { $0[0] == plain[index] }) else { return nil }
            var moved = plain
            moved[index] = row[tone]
            return String(moved)
        }
    }

    @Test("wherever the tone of a rime stands, it moves to the old placement")
    func everyRime() {
        for rime in Self.rimes {
            let word = rime.hasPrefix("gi") || rime.hasPrefix("qu") ? rime : "t" + rime
            for variant in Self.misplaced(word) { expectSame(normalizeTones(variant).text, word) }
        }
    }

    @Test(
        "names and words",
        arguments: [
            ("Hoà", "Hòa"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("uỷ ban", "ủy ban"), ("qúy", "quý"), ("Quí", "Quí"),
            ("gìa", "già"), ("hoàng", "hoàng"),
            ("thuở", "thuở"), ("hùynh", "huỳnh"), ("HOÀ BÌNH", "HÒA BÌNH"), ("Thuỷ", "Thủy"), ("nghiã", "nghĩa"),
            ("mừơng", "mường"), ("gì", "gì"),
            ("giừơng", "giường"), ("Xoọng", "Xoọng"), ("ọanh", "oạnh"), ("Lý", "Lý"), ("Lò Văn Pâng", "Lò Văn Pâng"),
            ("", ""), ("Hoà-Thuý", "Hòa-Thúy"),
            ("toàn", "toàn"), ("tòan", "toàn"), ("khuỷu", "khuỷu"), ("qủa", "quả"),
        ])
    func words(written: String, normal: String) {
        let result = normalizeTones(written)
        expectSame(result.text, normal)
        #expect(result.isChanged == (written != normal) && !result.hasTwoTones)
    }

    @Test(
        "what is no legal syllable, or bears two tones, stays",
        arguments: [
            ("hoát", false), ("José", false), ("càfe", false), ("hoáà", true), ("Nguyễnh Vầã", true), ("mòác", true),
            ("rioùs", false),
        ])
    func unchanged(word: String, hasTwoTones: Bool) {
        let result = normalizeTones(word)
        expectSame(result.text, word)
        #expect(!result.isChanged && result.hasTwoTones == hasTwoTones)
    }
}
