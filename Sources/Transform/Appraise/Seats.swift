// The seats of communes and wards that go to appraisal, and which of them one person can't hold together.

public import Personnel

/// A position that a commune or ward fills.
struct Seat: Sendable {
    let name: String
    let title: String
    /// The body (`council`, `committee`, a committee of the council) and the role in it, as titles name them.
    let body: String
    let role: String
    /// Seats of one side exclude those of another together.
    let side: String
    let unitKinds: Set<UnitKind>
    /// How many a unit has; 0 for a position that ended with the reorganisation.
    let count: Int
    let basis: String
}

/// The seats of a pipeline in their order.
public struct Seats: Sendable {
    private struct Pair: Sendable {
        let left: String
        let right: String
        let basis: String
    }

    let seats: [Seat]
    private let incompatible: [Pair]

    /// - Parameter seats: `seats.csv`: seat, title, body, role, side, unit_kinds, seats, standing, basis.
    /// - Parameter incompatible: `incompatible-seats.csv`: left, right (seats or sides), basis.
    public init(_ seats: ReferenceTable, incompatible: ReferenceTable) throws(ReferenceError) {
        let list = try Self.read(seats)
        let names = Set(list.map(\.name) + list.map(\.side))
        let (left, right, basis) = (
            try incompatible.column("left"), try incompatible.column("right"), try incompatible.column("basis")
        )
        var pairs: [Pair] = []
        for row in incompatible.rows {
            for (column, index) in [("left", left), ("right", right)] where !names.contains(row.cells[index]) {
                throw incompatible.mistake(in: row, column: column, expected: "a seat or a side of the seats")
            }
            pairs.append(Pair(left: row.cells[left], right: row.cells[right], basis: row.cells[basis]))
        }
        self.seats = list
        self.incompatible = pairs
    }

    private static func read(_ table: ReferenceTable) throws(ReferenceError) -> [Seat] {
        let (name, title) = (try table.column("seat"), try table.column("title"))
        let (body, role, side) = (try table.column("body"), try table.column("role"), try table.column("side"))
        let (kinds, count, basis) = (
            try table.column("unit_kinds"), try table.column("seats"), try table.column("basis")
        )
        var list: [Seat] = []
        for row in table.rows {
            guard !row.cells[name].isEmpty, !list.contains(where: { $0.name == row.cells[name] }) else {
                throw table.mistake(in: row, column: "seat", expected: "a name that no other seat has")
            }
            guard let number = Int(row.cells[count]), (0...99).contains(number) else {
                throw table.mistake(in: row, column: "seats", expected: "a number of seats")
            }
            for (column, index) in [("title", title), ("body", body), ("role", role), ("unit_kinds", kinds)]
            where row.cells[index].isEmpty {
                throw table.mistake(in: row, column: column, expected: "a text")
            }
            list.append(
                Seat(
                    name: row.cells[name], title: row.cells[title], body: row.cells[body], role: row.cells[role],
                    side: row.cells[side], unitKinds: Set(row.cells[kinds].split(separator: ";").map(String.init)),
                    count: number, basis: row.cells[basis]))
        }
        return list
    }

    /// Why one person can't hold both; nil where nothing speaks against it.
    func incompatibility(_ left: Seat, _ right: Seat) -> String? {
        func names(_ seat: Seat, _ name: String) -> Bool { seat.name == name || seat.side == name }
        return incompatible.first {
            names(left, $0.left) && names(right, $0.right) || names(left, $0.right) && names(right, $0.left)
        }?.basis
    }
}
