// Which row each value of a person comes from, and the person's id.

import Personnel
import Testing
import Vietnamese

@testable import Transform

@Suite("Survivorship") struct SurvivorshipTests {
    /// The people of lists whose rows are all one person.
    private func person(of lists: [InventedList]) throws -> (person: Person, pool: TextPool) {
        let register = register(lists)
        var clustering = Clustering()
        clustering.clusters = [Array(register.records.indices.map(Int32.init))]
        let people = Survivorship().people(from: clustering, register: register).people
        return (try #require(people.first), register.pool)
    }

    @Test("position and unit are the newest list's, whatever more lists say")
    func newest() throws {
        let (person, pool) = try person(of: [
            InventedList("a.csv", date: "2023-12-31", [InventedRow("Lò A", unit: "Xã Nà Sáy", position: "Công chức")]),
            InventedList("b.csv", date: "2025-05-20", [InventedRow("Lò A", unit: "Xã Nà Tòng", position: "Chủ tịch")]),
            InventedList("c.csv", date: "2024-12-31", [InventedRow("Lò A", unit: "Xã Nà Sáy", position: "Công chức")]),
            InventedList("d.csv", [InventedRow("Lò A", unit: "Xã Nà Sáy", position: "Công chức")]),
        ])
        #expect(pool[person.values.position] == "Chủ tịch")
        #expect(pool[person.values.unit] == "Xã Nà Tòng")
        #expect(person.sources[Int(Field.position.rawValue)] == 1)
        #expect(person.sources[Int(Field.unit.rawValue)] == 1)
        #expect(person.sources[Int(Field.ethnicity.rawValue)] == Person.noSource)
    }

    @Test("a category of the row's own stands before one that a newer list says of all its people")
    func category() throws {
        var register = register([
            InventedList("a.csv", date: "2024-12-31", [InventedRow("Lò A")]),
            InventedList("b.csv", date: "2025-05-20", [InventedRow("Lò A")]),
        ])
        (register.records[0].category, register.records[0].saysCategory) = (.contract, true)
        register.records[1].category = .publicEmployee
        var clustering = Clustering()
        clustering.clusters = [[0, 1]]
        let people = Survivorship().people(from: clustering, register: register).people
        #expect(people.first?.values.category == .contract)
        register.records[1].saysCategory = true
        #expect(
            Survivorship().people(from: clustering, register: register).people.first?.values.category
                == .publicEmployee)
    }

    @Test("what the newest list leaves out comes from the next newest")
    func fallback() throws {
        let (person, pool) = try person(of: [
            InventedList("a.csv", date: "2023-12-31", [InventedRow("Lò A", position: "Công chức")]),
            InventedList("b.csv", date: "2024-12-31", [InventedRow("Lò A", position: "Chủ tịch")]),
            InventedList("c.csv", date: "2025-05-20", [InventedRow("Lò A")]),
        ])
        #expect(pool[person.values.position] == "Chủ tịch")
        #expect(person.sources[Int(Field.position.rawValue)] == 1)
    }

    static let names: [([String], String)] = [
        (["Lo Van Pang", "Lo Van Pang", "Lò Văn Pâng"], "Lò Văn Pâng"),
        (["Lò Văn Pâng", "Lò Văn Pàng", "Lò Văn Pâng"], "Lò Văn Pâng"),
        (["Lò V?n Pâng", "Lo Van Pang"], "Lo Van Pang"),
        (["Lê Tùng", "Lê Minh Tùng"], "Lê Minh Tùng"),
        (["Vã Ng Thá Ly", "Vàng Thị Ly"], "Vàng Thị Ly"),
    ]

    @Test("a name with accents beats one without, then the most frequent, then the fuller", arguments: names)
    func name(written: [String], chosen: String) throws {
        let (person, pool) = try person(of: [InventedList("a.csv", written.map { InventedRow($0) })])
        #expect(pool[person.values.fullName] == chosen)
        #expect(pool[person.values.nameKey] == asciiKey(chosen))
    }

    static let births: [([String], String)] = [
        (["1985", "1985", "1985-03-12"], "1985-03-12"),
        (["1985-03", "1985"], "1985-03"),
        (["1985-03-12", "1985-12-03", "1985-12-03"], "1985-12-03"),
    ]

    @Test("a full birth date beats a partial one, then the most frequent stands", arguments: births)
    func birth(written: [String], chosen: String) throws {
        let (person, _) = try person(of: [InventedList("a.csv", written.map { InventedRow("Lò A", $0) })])
        #expect(person.values.birthDate?.description == chosen)
    }

    @Test("of two birth dates the one that the identity number bears out stands")
    func birthByNumber() throws {
        let (person, _) = try person(of: [
            InventedList("a.csv", date: "2025-05-20", [InventedRow("Lò A", "1984-03-12")]),
            InventedList("b.csv", date: "2023-12-31", [InventedRow("Lò A", "1985-03-12", id: 11_085_000_123)]),
        ])
        #expect(person.values.birthDate?.description == "1985-03-12")
    }

    @Test("step and coefficient come from rows that go together")
    func salary() throws {
        let (person, _) = try person(of: [
            InventedList(
                "a.csv", date: "2025-05-20", [InventedRow("Lò A") { row, _ in row.salaryCoefficient = Hundredths(465) }]
            ),
            InventedList(
                "b.csv", date: "2024-12-31",
                [
                    InventedRow("Lò A") { row, _ in
                        row.salaryCoefficient = Hundredths(432)
                        row.salaryStep = 7
                    }
                ]),
            InventedList(
                "c.csv", date: "2024-06-30",
                [
                    InventedRow("Lò A") { row, _ in
                        row.salaryCoefficient = Hundredths(465)
                        row.salaryStep = 8
                    }
                ]),
        ])
        #expect(person.values.salaryCoefficient == Hundredths(465))
        #expect(person.values.salaryStep == 8)
    }

    private static let lists = [
        InventedList(
            "a/1.csv", date: "2025-05-20",
            [
                InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_123, unit: "UBND xã Nà Sáy"),
                InventedRow("Quàng Thị Inh", "1989-08-25", oldID: 41_452_553, unit: "UBND xã Nà Tòng"),
                InventedRow("Lò Thị Hạnh", "1984-02-10", unit: "UBND xã Nà Sáy", position: "Kế toán"),
                InventedRow("Lò Thị Hạnh", "1984", unit: "UBND xã Nà Sáy", position: "Chủ tịch"),
            ]),
        InventedList(
            "b/2.csv", date: "2023-12-31",
            [
                InventedRow("Quang Thi Inh", "1989", oldID: 41_452_553),
                InventedRow("Lo Van Pang", "1985-03-12", unit: "UBND xã Nà Sáy"),
                InventedRow("Lò Thị Hạnh", "1984-10-02", unit: "UBND xã Nà Sáy", position: "Kế toán"),
            ]),
        InventedList(
            "c/3.csv",
            [
                InventedRow("Lò Văn Pâng", "1985-03-12", id: 11_085_000_213),
                InventedRow("Lò Thị Hạnh", "1984", unit: "UBND xã Nà Tòng"),
            ]),
    ]

    /// The people as sets of rows by list and row number, with ids, and the review pairs by id.
    private func outcome(of lists: [InventedList]) -> (people: [Int64: Set<String>], reviews: Set<[Int64]>) {
        let register = register(lists)
        let clustering = Deduplicator(model: .invented).cluster(register)
        let survivors = Survivorship().people(from: clustering, register: register)
        let (people, merges, reviews) = (survivors.people, survivors.merges, survivors.reviewPairs)
        #expect(people.map(\.id) == people.map(\.id).sorted())
        #expect(Set(people.map(\.id)).count == people.count)
        #expect(Set(merges.map(\.person)) == Set(people.indices.filter { people[$0].records.count > 1 }))
        let rows = people.map { person in
            (
                person.id,
                Set(
                    person.records.map { record in
                        let place = register.records[Int(record)].place
                        return "\(register.files[Int(place.file)].path):\(place.row)"
                    })
            )
        }
        return (
            Dictionary(uniqueKeysWithValues: rows), Set(reviews.map { [people[$0.left].id, people[$0.right].id] })
        )
    }

    @Test("people, ids and review pairs are the same in whatever order the lists come")
    func order() {
        let expected = outcome(of: Self.lists)
        #expect(expected.people.values.contains(["a/1.csv:2", "b/2.csv:3"]))
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let other = outcome(of: order.map { Self.lists[$0] })
            #expect(other.people == expected.people)
            #expect(other.reviews == expected.reviews)
        }
    }

    @Test("a person keeps the id when a file is renamed, a list is added or another field is corrected")
    func stableIDs() throws {
        let before = outcome(of: [Self.lists[0]]).people
        var renamed = Self.lists[0]
        renamed.path = "z/other name.csv"
        #expect(Set(outcome(of: [renamed]).people.keys) == Set(before.keys))
        #expect(Set(before.keys).isSubset(of: Set(outcome(of: Array(Self.lists[0...1])).people.keys)))
        var corrected = Self.lists[0]
        corrected.rows[0].position = "Chủ tịch"
        #expect(Set(outcome(of: [corrected]).people.keys) == Set(before.keys))
    }
}
