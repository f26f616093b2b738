// Writes Vietnamese in the encodings before Unicode: the inverse of what is tested, from tables of its own.

enum LegacyWriters {
    private static let tcvn3Letters = Array(
        """
        ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ
        """.unicodeScalars)
    private static let tcvn3Bytes: [UInt8] = [
        0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xB5, 0xB6, 0xB7, 0xB8,
        0xB9,
        0xBB, 0xBC, 0xBD, 0xBE, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4,
        0xD5,
        0xD6, 0xD7, 0xD8, 0xDC, 0xDD, 0xDE, 0xDF, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB,
        0xEC,
        0xED, 0xEE, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE,
    ]
    static let tcvn3Table = Dictionary(uniqueKeysWithValues: zip(tcvn3Letters, tcvn3Bytes))

    /// Each letter followed by what Windows-1252 shows of its bytes.
    static let vniPairs = """
        áaù àaø ảaû ãaõ ạaï ăaê ắaé ằaè ẳaú ẵaü ặaë âaâ ấaá ầaà ẩaå ẫaã ậaä éeù èeø ẻeû ẽeõ ẹeï êeâ ếeá ềeà \
        ểeå ễeã ệeä íí ìì ỉæ ĩó ịò óoù òoø ỏoû õoõ ọoï ôoâ ốoá ồoà ổoå ỗoã ộoä ơô ớôù ờôø ởôû ỡôõ ợôï úuù \
        ùuø ủuû ũuõ ụuï ưö ứöù ừöø ửöû ữöõ ựöï ýyù ỳyø ỷyû ỹyõ ỵî đñ ÁAÙ ÀAØ ẢAÛ ÃAÕ ẠAÏ ĂAÊ ẮAÉ ẰAÈ ẲAÚ ẴAÜ \
        ẶAË ÂAÂ ẤAÁ ẦAÀ ẨAÅ ẪAÃ ẬAÄ ÉEÙ ÈEØ ẺEÛ ẼEÕ ẸEÏ ÊEÂ ẾEÁ ỀEÀ ỂEÅ ỄEÃ ỆEÄ ÍÍ ÌÌ ỈÆ ĨÓ ỊÒ ÓOÙ ÒOØ ỎOÛ \
        ÕOÕ ỌOÏ ÔOÂ ỐOÁ ỒOÀ ỔOÅ ỖOÃ ỘOÄ ƠÔ ỚÔÙ ỜÔØ ỞÔÛ ỠÔÕ ỢÔÏ ÚUÙ ÙUØ ỦUÛ ŨUÕ ỤUÏ ƯÖ ỨÖÙ ỪÖØ ỬÖÛ ỮÖÕ ỰÖÏ \
        ÝYÙ ỲYØ ỶYÛ ỸYÕ ỴÎ ĐÑ
        """.split(separator: " ").map {
            ($0.unicodeScalars.first ?? " ", $0.unicodeScalars.dropFirst().map { UInt8($0.value) })
        }

    private static let vniTable = Dictionary(uniqueKeysWithValues: vniPairs)

    /// Each letter followed by its VIQR.
    static let viqrPairs = """
        áa' àa` ảa? ãa~ ạa. ăa( ắa(' ằa(` ẳa(? ẵa(~ ặa(. âa^ ấa^' ầa^` ẩa^? ẫa^~ ậa^. ée' èe` ẻe? ẽe~ ẹe. \
        êe^ ếe^' ềe^` ểe^? ễe^~ ệe^. íi' ìi` ỉi? ĩi~ ịi. óo' òo` ỏo? õo~ ọo. ôo^ ốo^' ồo^` ổo^? ỗo^~ ộo^. \
        ơo+ ớo+' ờo+` ởo+? ỡo+~ ợo+. úu' ùu` ủu? ũu~ ụu. ưu+ ứu+' ừu+` ửu+? ữu+~ ựu+. ýy' ỳy` ỷy? ỹy~ ỵy. \
        đdd ÁA' ÀA` ẢA? ÃA~ ẠA. ĂA( ẮA(' ẰA(` ẲA(? ẴA(~ ẶA(. ÂA^ ẤA^' ẦA^` ẨA^? ẪA^~ ẬA^. ÉE' ÈE` ẺE? ẼE~ \
        ẸE. ÊE^ ẾE^' ỀE^` ỂE^? ỄE^~ ỆE^. ÍI' ÌI` ỈI? ĨI~ ỊI. ÓO' ÒO` ỎO? ÕO~ ỌO. ÔO^ ỐO^' ỒO^` ỔO^? ỖO^~ \
        ỘO^. ƠO+ ỚO+' ỜO+` ỞO+? ỠO+~ ỢO+. ÚU' ÙU` ỦU? ŨU~ ỤU. ƯU+ ỨU+' ỪU+` ỬU+? ỮU+~ ỰU+. ÝY' ỲY` ỶY? ỸY~ \
        ỴY. ĐDD
        """.split(separator: " ").map { (String($0.prefix(1)), String($0.dropFirst())) }

    /// TCVN3, where a toned capital has no byte and is written as the small letter.
    static func tcvn3(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            if scalar.isASCII { return UInt8(scalar.value) }
            if let byte = tcvn3Table[scalar] { return byte }
            return scalar.properties.lowercaseMapping.unicodeScalars.first.flatMap { tcvn3Table[$0] } ?? 0x3F
        }
    }

    static func vni(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { $0.isASCII ? [UInt8($0.value)] : vniTable[$0] ?? [0x3F] }
    }

    /// Windows-1258 with a letter and a tone mark, or with the code page's own toned letters where it has them.
    static func windows1258(_ text: String, precomposed: Bool) -> [UInt8] {
        let letters: [Unicode.Scalar: UInt8] = [
            "Ă": 0xC3, "ă": 0xE3, "Đ": 0xD0, "đ": 0xF0, "Ơ": 0xD5, "ơ": 0xF5, "Ư": 0xDD, "ư": 0xFD, "₫": 0xFE,
        ]
        let tones: [Unicode.Scalar: UInt8] = [
            "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC, "\u{323}": 0xF2,
        ]
        let shared = Set("ÀÁÂÈÉÊÍÓÔÙÚàáâèéêíóôùú".unicodeScalars)
        let order = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
        let rows = Array((order + order.uppercased()).unicodeScalars)
        let marks: [Unicode.Scalar?] = [nil, "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
        return text.unicodeScalars.flatMap { scalar -> [UInt8] in
            if scalar.isASCII { return [UInt8(scalar.value)] }
            if let byte = letters[scalar] { return [byte] }
            if shared.contains(scalar), precomposed || "ÂÊÔâêô".unicodeScalars.contains(scalar) {
                return [UInt8(scalar.value)]
            }
            guard let index = rows.firstIndex(of: scalar), let mark = marks[index % 6], let byte = tones[mark] else {
                return [0x3F]
            }
            let base = rows[index - index % 6]
            return [letters[base] ?? UInt8(base.value), byte]
        }
    }
}
