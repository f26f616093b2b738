import Testing

@testable import Personnel

@Suite("Fields")
struct FieldTests {
    @Test("have one canonical name each, which leads back to them", arguments: Field.allCases)
    func names(_ field: Field) {
        #expect(Field(name: field.name) == field)
    }

    @Test("keep their values apart")
    func values() {
        var values = FieldValues([.fullName: "Lò Văn Pâng", .note: "Biệt phái"])
        #expect(values[.fullName] == "Lò Văn Pâng")
        #expect(values[.birthDate].isEmpty)
        values.removeAll()
        #expect(values == FieldValues())
    }

    @Test("of the number of a person's sources fit the table of sources")
    func sourcesFit() throws {
        let place = RowReference(file: 0, sheet: 0, row: 1)
        let person = Person(id: 1, values: PersonRecord(place: place, context: 0), records: [0])
        #expect(Field.allCases.count <= person.sources.count)
    }
}
