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
}
