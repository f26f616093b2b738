// Texts and their codes: each text has one, in order of coming, also where pools are joined, copied or grown.

import Testing

@testable import Personnel

@Suite("Text pool")
struct TextPoolTests {
    @Test("gives each text one code, in order of coming, and the empty text code 0")
    func codesInOrder() {
        var pool = TextPool()
        #expect(pool.code(for: "").isNone)
        #expect(pool.code(for: "Thái").rawValue == 1)
        #expect(pool.code(for: "Mông").rawValue == 2)
        #expect(pool.code(for: "Thái").rawValue == 1)
        #expect(pool[TextCode(rawValue: 2)] == "Mông")
        #expect(pool[.none].isEmpty)
        #expect(pool.count == 3)
    }

    @Test("tells composed and decomposed spellings apart: texts are compared byte by byte")
    func comparesBytes() {
        var pool = TextPool()
        let composed = pool.code(for: "\u{1EBF}")
        let decomposed = pool.code(for: "e\u{302}\u{301}")
        #expect(composed != decomposed)
    }

    @Test("a pool made of another's contents has its codes, and finds and joins texts as that does")
    func contents() throws {
        var pool = TextPool()
        let texts = (0..<100).map { "thôn \($0)" }
        let codes = texts.map { pool.code(for: $0) }
        var copy: TextPool?
        pool.withContents { copy = TextPool(bytes: $0, lengths: $1) }
        var other = try #require(copy)
        #expect(texts.map { other.existingCode(for: $0) } == codes)
        var joined = TextPool()
        _ = joined.code(for: "bản 1")
        #expect(joined.absorb(other).dropFirst().map { joined[$0] } == texts)
        #expect(other.code(for: texts[7]) == codes[7])
        #expect(other.code(for: "bản 1").rawValue == 101)
        #expect(TextPool(bytes: [65], lengths: [2]) == nil)
        #expect(TextPool(bytes: [65], lengths: [1, 0]) == nil)
    }

    @Test("finds texts after its look-ups were ended, too")
    func endsLookups() {
        var pool = TextPool()
        let codes = (0..<100).map { pool.code(for: "\($0)") }
        pool.endLookups()
        #expect(pool.existingCode(for: "42") == codes[42])
        #expect(pool.existingCode(for: "142") == nil)
        #expect(pool.code(for: "42") == codes[42])
        #expect(pool.code(for: "142").rawValue == 101)
    }

    @Test("keeps every text over many growths")
    func survivesGrowth() {
        var pool = TextPool()
        let texts = (0..<20_000).map { "đơn vị số \($0)" }
        let codes = texts.map { pool.code(for: $0) }
        for (text, code) in zip(texts, codes) {
            #expect(pool[code] == text)
            #expect(pool.existingCode(for: text) == code)
        }
        #expect(pool.existingCode(for: "đơn vị khác") == nil)
    }

    @Test("takes over pools of any size with the codes that their texts would be given one by one")
    func absorbsMany() {
        var pool = TextPool()
        var alone = TextPool()
        for (list, size) in [0, 1, 63, 64, 65, 5_000, 5_000].enumerated() {
            var other = TextPool()
            for number in 0..<size { _ = other.code(for: "số \(number * (list % 3 + 1))") }
            let translation = pool.absorb(other)
            #expect(translation.count == other.count)
            for code in (0..<UInt32(other.count)).map(TextCode.init(rawValue:)) {
                #expect(translation[Int(code.rawValue)] == alone.code(for: other[code]))
            }
        }
        #expect(pool.count == alone.count)
    }

    @Test("takes over another pool and tells the new codes")
    func absorbs() {
        var pool = TextPool()
        _ = pool.code(for: "a")
        var other = TextPool()
        let b = other.code(for: "b")
        let a = other.code(for: "a")
        let translation = pool.absorb(other)
        #expect(pool[translation[Int(b.rawValue)]] == "b")
        #expect(translation[Int(a.rawValue)].rawValue == 1)
        #expect(translation[0].isNone)
    }
}
