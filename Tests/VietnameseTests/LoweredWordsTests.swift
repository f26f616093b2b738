// The short way to the words of a line gives what the long way gives, or leaves the text to it.

import Testing
import Vietnamese

@Suite("Words in small letters")
struct LoweredWordsTests {
    @Test(
        "a line is parted at all that is no letter and no digit",
        arguments: [
            ("I. PHÒNG NỘI VỤ", ["i", "phòng", "nội", "vụ"], ["i", "phong", "noi", "vu"]),
            ("Trường THCS số 2 (cũ)", ["trường", "thcs", "số", "2", "cũ"], ["truong", "thcs", "so", "2", "cu"]),
            ("HOÀ - Thuý", ["hòa", "thúy"], ["hoa", "thuy"]), ("A1b2", ["a1b2"], ["a1b2"]),
            ("  H'Mông_x  ", ["h", "mông", "x"], ["h", "mong", "x"]), ("", [], []), (" -/. ", [], []),
        ])
    func parted(text: String, words: [String], keys: [String]) throws {
        if text.contains("_x") {
            #expect(loweredWords(of: text) == nil, "it may be a control character as Excel writes it")
            return
        }
        let found = try #require(loweredWords(of: text))
        #expect(found.words.count == words.count)
        for (left, right) in zip(found.words, words) { expectSame(left, right) }
        #expect(found.keys == keys)
    }

    @Test("every letter that it takes is made small and keyed as the long way does it")
    func letters() {
        for value in (0x20...0x24F).map(UInt32.init) + (0x1E00...0x1EFF).map(UInt32.init) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "b\(scalar)c n\(scalar)"
            guard let found = loweredWords(of: text) else { continue }
            let small = normalizeTones(cleanText(text).lowercased()).text
            let pieces = small.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            #expect(found.words.count == pieces.count, "\(text)")
            for (left, right) in zip(found.words, pieces) { expectSame(left, right) }
            #expect(found.keys == pieces.map(asciiKey), "\(text)")
        }
    }

    @Test(
        "what takes more than a look is left to the long way",
        arguments: ["Ho\u{301}a", "a\u{A0}b", "Ðiện", "dòng\nhai", "số №", "“nt”", "Lò\u{FFFD}"])
    func left(text: String) {
        #expect(loweredWords(of: text) == nil)
    }
}
