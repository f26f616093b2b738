// The dialect of a text is found by its content, over preambles, decimal commas and ragged rows.

import Testing

@testable import Tabular

@Suite("Dialects are found")
struct DialectDetectorTests {
    private func detect(_ text: String) -> DetectedDialect {
        DialectDetector().detect(in: Array(text.utf8), isWhole: true)
    }

    static let delimiters: [(String, Character?)] = [
        ("a,b,c\n1,2,3\n", ","),
        ("STT;Họ và tên;HSL\n1;Lò Văn A;3,99\n2;Vàng A B;4,65\n", ";"),
        ("1,2;3,4;5,6\n1,5;2,25;7,0\n", ";"),
        ("x\ty, z\t1\nx, y\tz\t2\n", "\t"),
        ("a|b,c|d\ne|f|g\n", "|"),
        ("2020-01-01 12:30:00,5.0,ok\n2020-01-02 12:31:00,6.5,ok\n", ","),
        ("id:name:home\n1:root:/root\n2:mail:/var/mail\n", ":"),
        ("10 20.5 30\n11 21.5 31\n12 22.5 32\n", " "),
        ("a~b~c\n1~2~3\n", "~"),
        ("a\u{1F}b\u{1F}c\n1\u{1F}2\u{1F}3\n", "\u{1F}"),
        // One row.
        ("Nguyễn Văn A;Lò Thị B;12/03/1985", ";"),
        ("Họ và tên,Ngày sinh,Đơn vị\n", ","),
        // A single column: neither blanks nor the odd comma are delimiters.
        ("Lò Văn Pâng\nVàng A Dế\nNguyễn Thị Hoa\nTrần Hải\n", nil),
        // A preamble with commas, not padded.
        (
            """
            ỦY BAN NHÂN DÂN HUYỆN
            DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC
            (Kèm theo Công văn số 5/UBND-NV, ngày 20/5/2025)
            STT;Họ và tên;Ngày sinh;Chức vụ
            1;Lò Văn Pâng;12/03/1985;Phó Chủ tịch HĐND, UBND
            2;Vàng A Dế;01/02/1979;Chuyên viên
            3;Quàng Thị Hạnh;16/11/1983;Chuyên viên
            Tổng cộng: 3 người, trong đó 1 nữ
            """, ";"
        ),
        // Signs inside times, dates, addresses and amounts delimit nothing.
        ("10:30:00\n10:31:05\n10:32:10\n", nil),
        ("2020-01-01\n2020-01-02\n2020-01-03\n", nil),
        ("a.b@x.org\nc.d@y.org\ne.f@z.com\n", nil),
        ("http://a.com/x/y\nhttp://b.com/z/w\n", nil),
        ("lan#_%pass\n", nil),
        ("b(1),20:53:06,2019-09-01T19:28:21\nb(2),19:33:15,2005-02-15T19:10:31\n", ","),
        ("19:56#b.c@x.org#123 Trần Phú, Mường Thanh#5\n14:47#d.e@x.org#9 Lê Lợi, Him Lam#1\n", "#"),
        // Blanks that line things up, and blanks that delimit.
        ("    1 # 'số 5, ngõ 2' # 'xã A'\n   12 # 'số 7' # 'xã B'\n", "#"),
        ("1 \"Lò Văn\" \"Pa Ham\" x y\n2 \"Vàng A\" \"Na Sang\" z\n3 \"Lò Thị\" \"Sa Lông\" x\n", " "),
        // Ragged rows.
        ("a;b;c\n1;2\n1;2;3;4\n1;2;3\n1;2;3\n", ";"),
        ("\"a;b\",\"c;d\"\n\"e;f\",\"g;h\"\n", ","),
        ("'a,b';'c,d'\n'e';'f,g'\n", ";"),
    ]

    @Test("the delimiter", arguments: delimiters)
    func delimiter(example: (text: String, delimiter: Character?)) {
        #expect(detect(example.text).dialect.delimiter == example.delimiter?.asciiValue)
    }

    private static func wide(_ delimiter: Character, _ wideDelimiter: WideDelimiter) -> Dialect {
        var dialect = Dialect(delimiter: delimiter.asciiValue)
        dialect.wideDelimiter = wideDelimiter
        return dialect
    }

    static let quotes: [(String, Dialect)] = [
        ("\"a\",\"b\"\n\"c, d\",\"e\"\n", Dialect()),
        ("'a, b','c'\n'd','e, f'\n", Dialect(quote: UInt8(ascii: "'"))),
        ("H'Mông;1\nK'Ho;2\n", Dialect(delimiter: UInt8(ascii: ";"))),
        ("\"a \\\"b\\\", c\",1\n\"d\",2\n", Dialect(escape: UInt8(ascii: "\\"))),
        ("\"a\", \"b, c\"\n\"d\", \"e\"\n", Dialect(skipsBlanksBeforeQuote: true)),
        ("a;;b;;c\n1;;2;;3\n", wide(";", .doubled(UInt8(ascii: ";")))),
        ("a,,b,,c\nd,,,,\ne,,,,\nf,,,,\ng,,,,\n1,2,3,4,5\n6,7,8,9,0\n", Dialect()),
        ("a, b\n1, 2\n3, 4\n", wide(",", .withBlank(UInt8(ascii: ","), isCutInside: true))),
        ("a,b\r\nc,d\r\n", Dialect(lineEnding: .crlf)),
        ("a,b\rc,d\r", Dialect(lineEnding: .cr)),
    ]

    @Test("quotes, escapes and line ends", arguments: quotes)
    func quote(example: (text: String, dialect: Dialect)) {
        #expect(detect(example.text).dialect == example.dialect)
    }

    @Test(
        "a sep= line is obeyed and is no row",
        arguments: ["sep=;\r\n", "SEP=;\n", "\"sep=;\"\r\n", "sep=;;;\n"])
    func separatorLine(line: String) throws {
        let detected = detect(line + "a,b;c\n")
        #expect(detected.dialect.delimiter == UInt8(ascii: ";"))
        #expect(detected.dialect.hasSeparatorLine)
        for mark in ["", "\u{FEFF}"] {
            var file = try TabularFile(bytes: Array((mark + line + "a,b;c\nd,e;f\n").utf8), chunk: 3)
            var rows: [[String]] = []
            try file.read { batch, _ in
                rows += (0..<batch.count).map { batch[$0].texts }
                #expect(batch[0].number == 1)
            }
            #expect(rows == [["a,b", "c"], ["d,e", "f"]])
        }
    }

    @Test("delimiters of two characters leave no blanks and no empty cells", arguments: [1, 4_096])
    func wideDelimiters(chunk: Int) throws {
        for text in [
            "a, \"b, c\", d\n1, 2, 3\n4, 5, 6\n", "a;;b, c;;d\n1;;2;;3\n4;;5;;6\n",
            "a\t\tb, c\t\td\n1\t\t2\t\t3\n4\t\t5\t\t6\n",
        ] {
            var file = try TabularFile(bytes: Array(text.utf8), chunk: chunk)
            var rows: [[String]] = []
            try file.read { batch, _ in rows += (0..<batch.count).map { batch[$0].texts } }
            #expect(rows == [["a", "b, c", "d"], ["1", "2", "3"], ["4", "5", "6"]], "\(text.debugDescription)")
        }
    }

    @Test("most rows' width is known")
    func columns() {
        #expect(detect("Tiêu đề\na;b;c\n1;2;3\n4;5;6\n").columns == 3)
    }
}
