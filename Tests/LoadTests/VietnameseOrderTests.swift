// People are found where a Vietnamese reader looks for them.

import Testing

@testable import Load

@Suite struct VietnameseOrderTests {
    /// Each list is in its right order.
    static let texts: [[String]] = [
        ["a", "ă", "â", "b", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["lo", "lò", "lô", "lồ", "lơ"],
        ["La", "la hán", "Lan"],
        ["an", "án", "anh", "ánh", "ăn", "ân"],
        ["Dung", "Dũng", "Đung"],
        ["Mường Ảng", "Mường Chà", "Mường Nhé"],
    ]

    @Test("letters of the alphabet first, tones after them", arguments: texts)
    func order(of texts: [String]) {
        let keys = texts.map { VietnameseOrder.key(of: $0) }
        for (left, right) in zip(keys, keys.dropFirst()) { #expect(!right.lexicographicallyPrecedes(left)) }
    }

    static let names: [[String]] = [
        ["Lò Văn Ánh", "Cà Thị Ăm", "Vừ A Bằng", "Giàng A Đô", "Quàng Thị Yến"],
        ["Lò Văn Hoa", "Lường Văn Hoa", "Lò Văn Hòa"],
        ["Lò Văn Pâng (A)", "Lò Văn Pâng (B)", "Quàng Văn Pâng (A)"],
        ["Lò Văn Tú 1", "Lò Văn Tú 2"],
        ["Đặng A", "Giàng A Bê"],
    ]

    @Test("the given name decides, then the family name; marks of namesakes last", arguments: names)
    func order(ofNames names: [String]) {
        let keys = names.map { VietnameseOrder.key(ofName: $0) }
        for (left, right) in zip(keys, keys.dropFirst()) { #expect(left.lexicographicallyPrecedes(right)) }
    }

    @Test(
        "case, blanks and composition do not count",
        arguments: [("LÒ VĂN ÁNH", "lò  văn ánh"), ("Lo\u{300} Va\u{306}n A\u{301}nh", "Lò Văn Ánh"), ("Đô", "đô")])
    func same(left: String, right: String) {
        #expect(VietnameseOrder.key(ofName: left) == VietnameseOrder.key(ofName: right))
    }
}
