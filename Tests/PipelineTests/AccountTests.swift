import Personnel
import Testing

@testable import Pipeline

@Suite("The account of a run")
struct AccountTests {
    /// One file with one person row, one rejected row, one heading.
    private func consolidation() -> Consolidation {
        var list = SourceList(file: SourceFile(path: "a/1.csv", sender: "a"))
        list.contexts = [RowContext(sender: "a")]
        list.records = [PersonRecord(place: RowReference(file: 0, sheet: 0, row: 2), context: 0)]
        list.rows = [
            RowEntry(sheet: 0, number: 1, kind: .heading), RowEntry(sheet: 0, number: 2, kind: .person, record: 0),
            RowEntry(sheet: 0, number: 3, kind: .rejected),
        ]
        list.rejected = [RejectedRow(place: RowReference(file: 0, sheet: 0, row: 3), headings: [], cells: [])]
        var register = Register()
        register.append(list)
        var whole = Consolidation(register: register)
        whole.people = [Person(id: 1, values: register.records[0], records: [0])]
        whole.assignments = [Assignment(status: .assigned, newUnit: "03172", rule: "commune", basis: "")]
        return whole
    }

    @Test("closes when every row is somewhere and every person has one place")
    func closes() {
        let whole = consolidation()
        #expect(Account.discrepancies(in: whole).isEmpty)
        let account = Account(whole)
        #expect(account.allRows == 3)
        #expect(account.people == 1)
        #expect(account.hasOpenQuestions)
    }

    @Test("finds a person row that belongs to nobody")
    func lostRow() {
        var whole = consolidation()
        whole.people = []
        whole.assignments = []
        #expect(Account.discrepancies(in: whole) == ["1 rows belong to nobody"])
    }

    @Test("finds a row that belongs to two people")
    func sharedRow() {
        var whole = consolidation()
        whole.people.append(Person(id: 2, values: whole.register.records[0], records: [0]))
        whole.assignments.append(whole.assignments[0])
        #expect(Account.discrepancies(in: whole) == ["1 rows belong to several people"])
    }

    @Test("finds a person without an assignment")
    func noAssignment() {
        var whole = consolidation()
        whole.assignments = []
        #expect(Account.discrepancies(in: whole) == ["1 people, 0 assignments"])
    }

    @Test("finds a rejected row whose cells were not kept")
    func lostCells() {
        var whole = consolidation()
        whole.register.rejected = []
        #expect(Account.discrepancies(in: whole) == ["1 rows are rejected, 0 are kept for their senders"])
    }

    @Test("finds a row entry that lost its record")
    func lostRecord() {
        var whole = consolidation()
        whole.register.rows[0][1].record = nil
        #expect(Account.discrepancies(in: whole).count == 2)
    }

    @Test("of a run with nothing open says so")
    func nothingOpen() {
        var whole = consolidation()
        whole.register.rows[0].removeLast()
        whole.register.rejected = []
        #expect(!Account(whole).hasOpenQuestions)
    }
}
