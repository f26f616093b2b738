// Names of people as each people of Vietnam gives them, drawn by weight.

import Personnel

/// A name in its three parts; the middle one may be empty.
struct InventedName: Sendable, Equatable {
    var family: String
    var middle: String
    var given: String

    var full: String { middle.isEmpty ? family + " " + given : family + " " + middle + " " + given }

    /// All but the given name, as lists with two columns have it.
    var familyAndMiddle: String { middle.isEmpty ? family : family + " " + middle }
}

/// The names of each people: family names, middle names and given names by gender.
struct NameBook: Sendable {
    private struct Names: Sendable {
        var family = Weighted<String>()
        var middle = [Weighted<String>(), Weighted<String>()]
        var given = [Weighted<String>(), Weighted<String>()]
    }

    private var peoples: [String: Names] = [:]
    /// The people whose names stand in where a people's own are not known.
    private static let fallback = "Kinh"

    /// Reads `part,text,people,gender,weight`: part is `family`, `middle` or `given`, gender `M`, `F` or empty for both.
    init(_ table: ReferenceTable) throws {
        let columns = try ["part", "text", "people", "gender", "weight"].map { try table.column($0) }
        for row in table.rows {
            let cells = columns.map { row.cells[$0] }
            let weight = try table.number(row, columns[4])
            let genders: [Int]
            switch cells[3] {
            case "": genders = [0, 1]
            case "M": genders = [0]
            case "F": genders = [1]
            default: throw table.mistake(in: row, column: "gender", expected: "M, F or nothing")
            }
            var names = peoples[cells[2], default: Names()]
            switch cells[0] {
            case "family": names.family.add(cells[1], weight: weight)
            case "middle": for gender in genders { names.middle[gender].add(cells[1], weight: weight) }
            case "given": for gender in genders { names.given[gender].add(cells[1], weight: weight) }
            default: throw table.mistake(in: row, column: "part", expected: "family, middle or given")
            }
            peoples[cells[2]] = names
        }
        guard peoples[Self.fallback] != nil else {
            throw ReferenceError(
                path: table.path, line: 1, column: "people", expected: "names of the people Kinh", found: "")
        }
    }

    func draw(people: String, isFemale: Bool, _ chance: inout Chance) -> InventedName {
        let own = peoples[people] ?? Names()
        let common = peoples[Self.fallback] ?? Names()
        let gender = isFemale ? 1 : 0
        func part(_ path: (Names) -> Weighted<String>) -> String {
            let names = path(own).isEmpty ? path(common) : path(own)
            return names.draw(&chance) ?? ""
        }
        return InventedName(
            family: part(\.family), middle: part { $0.middle[gender] }, given: part { $0.given[gender] })
    }
}
