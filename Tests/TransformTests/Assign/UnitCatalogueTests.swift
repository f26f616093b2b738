// Mistakes in the pipeline's tables: where they are and what was expected there.

import Personnel
import Testing

@testable import Transform

@Suite("Mistakes in unit tables")
struct UnitCatalogueTests {
    private func error(_ change: (inout UnitTables) -> Void) throws -> ReferenceError? {
        var tables = try DienBien.tables()
        change(&tables)
        do throws(ReferenceError) {
            _ = try UnitCatalogue(tables)
            return nil
        } catch {
            return error
        }
    }

    @Test("an old commune in a district that is not there")
    func unknownDistrict() throws {
        let error = try error { $0.oldCommunes.rows[0].cells[4] = "muong-nhee" }
        #expect(
            error?.description.contains("units/old-communes.csv:2: district: expected a key of the old districts")
                == true)
    }

    @Test("a succession into a unit that is not there, or of a share that is no word of it")
    func succession() throws {
        #expect(try error { $0.succession.rows[3].cells[3] = "99999" }?.column == "new_code")
        #expect(try error { $0.succession.rows[3].cells[0] = "99999" }?.line == 5)
        #expect(try error { $0.succession.rows[3].cells[5] = "all" }?.expected == "whole or part")
    }

    @Test("a code twice, a missing column, a kind without a level word, an alias of nothing")
    func others() throws {
        #expect(try error { $0.oldCommunes.rows[1].cells[0] = $0.oldCommunes.rows[0].cells[0] }?.line == 3)
        #expect(try error { $0.districts.columns[1] = "key" }?.expected == "a column named district")
        #expect(try error { $0.oldCommunes.rows[0].cells[1] = "village" }?.column == "kind")
        #expect(try error { $0.aliases.rows[0].cells[1] = "00000" }?.column == "code")
        #expect(try error { $0.receivingAliases.rows[0].cells[0] = "so-khac" }?.column == "unit_id")
        #expect(try error { $0.levelWords.rows[0].cells[1] = "place?" }?.column == "role")
        #expect(try error { $0.confusables.rows[0].cells[0] = "Hà Nội" }?.column == "names")
    }

    @Test(
        "a mistake in the table of rules",
        arguments: [
            (1, 5, "go", "outcome"), (5, 6, "so-khac", "target"), (6, 6, "centre", "target"), (0, 0, "one", "order"),
        ])
    func rules(row: Int, cell: Int, text: String, column: String) throws {
        var rules = try DienBien.table("reorganisation/rules")
        rules.rows[row].cells[cell] = text
        let catalogue = try DienBien.catalogue()
        do throws(ReferenceError) {
            _ = try AssignmentRules(rules, catalogue: catalogue)
            Testing.Issue.record("accepted")
        } catch {
            #expect((error.line, error.column) == (row + 2, column))
        }
    }

    @Test("rules that leave somebody without one")
    func lastRule() throws {
        var rules = try DienBien.table("reorganisation/rules")
        rules.rows.removeLast()
        let catalogue = try DienBien.catalogue()
        #expect(throws: ReferenceError.self) { try AssignmentRules(rules, catalogue: catalogue) }
    }
}
