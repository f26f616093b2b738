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
        // Ragged rows.
        ("a;b;c\n1;2\n1;2;3;4\n1;2;3\n1;2;3\n", ";"),
        ("\"a;b\",\"c;d\"\n\"e;f\",\"g;h\"\n", ","),
        ("'a,b';'c,d'\n'e';'f,g'\n", ";"),
    ]

    @Test("the delimiter", arguments: delimiters)
    func delimiter(example: (text: String, delimiter: Character?)) {
        #expect(detect(example.text).dialect.delimiter == example.delimiter?.asciiValue)
    }

    static let quotes: [(String, Dialect)] = [
        ("\"a\",\"b\"\n\"c, d\",\"e\"\n", Dialect()),
        ("'a, b','c'\n'd','e, f'\n", Dialect(quote: UInt8(ascii: "'"))),
        ("H'Mông;1\nK'Ho;2\n", Dialect(delimiter: UInt8(ascii: ";"))),
        ("\"a \\\"b\\\", c\",1\n\"d\",2\n", Dialect(escape: UInt8(ascii: "\\"))),
        ("\"a\", \"b, c\"\n\"d\", \"e\"\n", Dialect(skipsBlanksBeforeQuote: true)),
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

    @Test("most rows' width is known")
    func columns() {
        #expect(detect("Tiêu đề\na;b;c\n1;2;3\n4;5;6\n").columns == 3)
    }
}
