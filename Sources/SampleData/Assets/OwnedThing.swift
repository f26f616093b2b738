// What the units of invented districts own: things with what they cost and how long they last.

import Personnel

/// A thing that units own.
struct OwnedThing: Sendable {
    /// Who can own it.
    enum Owner: String, Sendable { case any, commune, office, service }

    /// The group that inventories put it in.
    var group: String
    var name: String
    var measure: String
    var owner: Owner
    /// How many a unit has at most.
    var most: Int
    /// What one costs, in million đồng.
    var cost: ClosedRange<Int>
    /// After so many years nothing is left of its value.
    var years: Int

    static func all(in table: ReferenceTable) throws -> [OwnedThing] {
        let columns = try ["group", "name", "measure", "owner", "most", "least_million", "most_million", "years"]
            .map { try table.column($0) }
        return try table.rows.map { row in
            let cells = columns.map { row.cells[$0] }
            guard let owner = Owner(rawValue: cells[3]) else {
                throw table.mistake(in: row, column: "owner", expected: "any, commune, office or service")
            }
            let (least, most) = (try table.number(row, columns[5]), try table.number(row, columns[6]))
            return OwnedThing(
                group: cells[0], name: cells[1], measure: cells[2], owner: owner,
                most: max(1, try table.number(row, columns[4])), cost: least...max(least, most),
                years: max(1, try table.number(row, columns[7])))
        }
    }

    /// Whether a body of a kind can own it.
    func suits(_ kind: BodyKind) -> Bool {
        switch owner {
        case .any: true
        case .commune: kind == .commune
        case .office: kind.isDistrictOffice
        case .service: kind.isService
        }
    }
}
