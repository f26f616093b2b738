import Testing

@testable import Personnel

@Suite("Register")
struct RegisterTests {
    private func list(_ index: Int32, name: String, unit: String) -> SourceList {
        var list = SourceList(file: SourceFile(path: "a/\(index).csv", sender: "a"))
        list.contexts = [RowContext(sender: "a", path: "a/\(index).csv")]
        var record = PersonRecord(place: RowReference(file: index, sheet: 0, row: 2), context: 0)
        record.unit = list.pool.code(for: unit)
        record.fullName = list.pool.code(for: name)
        list.append(record, originals: [OriginalValue(field: .fullName, text: list.pool.code(for: name + "  "))])
        list.rows = [
            RowEntry(sheet: 0, number: 1, kind: .heading), RowEntry(sheet: 0, number: 2, kind: .person, record: 0),
        ]
        return list
    }

    @Test("moves codes and positions of each list into its own")
    func joins() {
        var register = Register()
        register.append(list(0, name: "Lò Văn Pâng", unit: "Xã Na Sang"))
        register.append(list(1, name: "Vừ A Bằng", unit: "Xã Na Sang"))
        #expect(register.records.map { register.pool[$0.fullName] } == ["Lò Văn Pâng", "Vừ A Bằng"])
        #expect(register.records[0].unit == register.records[1].unit)
        #expect(register.records.map(\.context) == [0, 1])
        #expect(register.rows[1][1].record == 1)
        #expect(register.pool[register.originals[register.records[1].originals.range][1].text] == "Vừ A Bằng  ")
    }

    @Test("gives a record's values as texts")
    func texts() {
        var pool = TextPool()
        var record = PersonRecord(place: RowReference(file: 0, sheet: 0, row: 1), context: 0)
        record.fullName = pool.code(for: "Lò Văn Pâng")
        record.salaryCoefficient = Hundredths(234)
        record.category = .civilServant
        record.insuranceMonths = 18
        #expect(record.text(of: .fullName, in: pool) == "Lò Văn Pâng")
        #expect(record.text(of: .salaryCoefficient, in: pool) == "2.34")
        #expect(record.text(of: .category, in: pool) == "civil_servant")
        #expect(record.text(of: .insuranceYears, in: pool) == "1.50")
        #expect(record.text(of: .birthDate, in: pool) == nil)
    }
}
