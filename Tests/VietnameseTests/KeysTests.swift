import Testing
import Vietnamese

@Suite("Keys")
struct KeysTests {
    @Test(
        "the ascii key keeps letters, digits and single spaces",
        arguments: [
            ("Lò Văn Pâng", "lo van pang"), ("ĐIỆN BIÊN", "dien bien"), ("Ðiện Ɖông", "dien dong"),
            ("  Văn phòng - Thống kê  ", "van phong thong ke"),
            ("H'Mông", "hmong"), ("K’Brơi", "kbroi"), ("UBND xã (mới) 2", "ubnd xa moi 2"), ("", ""), ("---", ""),
            ("Ho\u{301}a", "hoa"),
            ("a\u{200B}b\u{A0}c\u{AD}d", "ab cd"), ("Нồ", "ho"), ("１２ ＡＢ", "12 ab"),
            ("Straße œuvre Æ", "strasse oeuvre ae"), ("1.Lò", "1 lo"),
            ("东Lò", "lo"), ("Nguyễn\nThị", "nguyen thi"),
        ])
    func ascii(text: String, key: String) {
        expectSame(asciiKey(text), key)
    }

    @Test(
        "the i/y key folds a final y after a consonant, and quy",
        arguments: [
            ("Lý Thị Mỹ", "li thi mi"), ("Lí Thị Mĩ", "li thi mi"), ("Quý", "qui"), ("Quí", "qui"), ("Quỳnh", "quinh"),
            ("Thúy", "thuy"), ("Ý", "y"),
            ("Tây", "tay"), ("Kỳ Sơn", "ki son"), ("Hymn", "hymn"), ("Nguyễn", "nguyen"), ("", ""), ("tuy", "tuy"),
            ("Sỹ Ly", "si li"),
        ])
    func iy(text: String, key: String) {
        expectSame(iyKey(text), key)
    }
}
