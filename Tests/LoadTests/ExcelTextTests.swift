// No cell becomes a formula, and nothing that is a name becomes a number.

import Testing

@testable import Load

@Suite struct ExcelTextTests {
    static let cells: [(text: String, written: String)] = [
        // Formulas, however they are hidden.
        ("=1+1", "'=1+1"),
        ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
        ("+84912345678", "'+84912345678"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-nhân viên", "'-nhân viên"),
        ("-2+3", "'-2+3"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\nx", "'\nx"),
        ("  =1", "  '=1"),
        ("＝1", "'＝1"),
        ("Lò;=1+1", "Lò;'=1+1"),
        ("Lò\n=1+1", "Lò\n'=1+1"),
        ("Lò; \"=1", "Lò; \"'=1"),
        // Numbers stay numbers.
        ("-5", "-5"),
        ("-0,25", "-0,25"),
        ("0", "0"),
        ("15", "15"),
        ("2,34", "2,34"),
        ("05/03/1980", "05/03/1980"),
        // Names made of digits stay as they are.
        ("011080000123", "'011080000123"),
        ("048359376", "'048359376"),
        ("123456789012", "'123456789012"),
        ("03253", "'03253"),
        ("01.003", "'01.003"),
        ("03/1980", "'03/1980"),
        ("4/9", "'4/9"),
        ("1.108E+10", "'1.108E+10"),
        ("3E5", "'3E5"),
        ("(5)", "'(5)"),
        // Plain text is left alone.
        ("", ""),
        ("Lò Văn Ánh", "Lò Văn Ánh"),
        ("Văn hóa - Xã hội", "Văn hóa - Xã hội"),
        ("V.07.03.29", "V.07.03.29"),
        ("Số 5/QĐ-UBND", "Số 5/QĐ-UBND"),
        ("-", "'-"),
    ]

    @Test("Excel opens the cell as the text that it is", arguments: cells)
    func safe(text: String, written: String) {
        #expect(Array(ExcelText.safe(text).utf8) == Array(written.utf8))
    }
}
