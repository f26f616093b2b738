// The outward forms of cells: what is counted, and what suits a field.

import Personnel
import Testing

@testable import Extract

@Suite("Forms of cells")
struct CellShapeTests {
    @Test(
        "a no-break space is a blank, the second byte of à is not",
        arguments: [("Đoàn", 0), ("Lò\u{A0}Văn", 1), (" Là", 1)])
    func blanks(_ text: String, _ count: Int) { #expect(CellShape(text).blanks == count) }

    @Test(
        "a cell suits its field, contradicts it, or says nothing",
        arguments: [
            ("Tổ dân phố 3", Field.residence, Fit.suits), ("12/03/1985", .residence, .contradicts),
            ("3", .residence, .contradicts),
            ("Kế toán", .position, .suits), ("nt", .position, .suits), ("\"", .position, .says),
            ("3,33", .salaryCoefficient, .suits),
            ("Kế toán", .birthDate, .contradicts), ("1985", .birthDate, .suits), ("", .birthDate, .says),
        ])
    func fit(_ text: String, _ field: Field, _ fit: Fit) { #expect(CellShape(text).fit(field) == fit) }

    @Test(
        "an everyday form says of a cell what the count of its signs says",
        arguments: [
            "05/03/1980", "012345678901", "05-03-1980", "5/3/1980", "05/03/198x", "0123456789012", "01234567890a", "",
            "Nguyễn",
        ])
    func everyday(_ text: String) {
        var text = text
        guard let form = text.withUTF8({ EverydayForm($0) }) else {
            #expect(text != "05/03/1980" && text != "012345678901")
            return
        }
        #expect(CellShape(text).isTelling)
        for field in Field.allCases where form.suits(field) { #expect(CellShape(text).fit(field) == .suits) }
    }
}
