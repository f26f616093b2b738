// Sums of the amounts of a sheet, held against the totals that it states.

internal import Personnel

/// The open sums of one sheet.
struct AmountLedger {
    private struct Group {
        let depth: Int
        let place: RowReference
        let title: String
        let stated: [AssetField: Int64]
        var sums: [AssetField: Int64] = [:]
    }

    /// A total that a sheet states, and what was added up.
    struct Stated {
        let place: RowReference
        let title: String
        let field: AssetField
        let expected: Int64
        let counted: Int64
    }

    private var sums: [AssetField: Int64] = [:]
    private var groups: [Group] = []
    private(set) var stated: [Stated] = []

    mutating func add(_ amounts: [AssetField: Int64]) {
        for (field, amount) in amounts {
            sums[field, default: 0] += amount
            for index in groups.indices { groups[index].sums[field, default: 0] += amount }
        }
    }

    /// Opens a section that closes those as deep; its own amounts are the totals of what follows.
    mutating func open(depth: Int, at place: RowReference, title: String, stated: [AssetField: Int64]) {
        while let last = groups.last, last.depth >= depth { close() }
        groups.append(Group(depth: depth, place: place, title: title, stated: stated))
    }

    /// A line of totals: of the innermost section, or of the sheet.
    mutating func total(isGrand: Bool, at place: RowReference, title: String, stated: [AssetField: Int64]) {
        let group = isGrand ? nil : groups.last
        compare(stated, with: group?.sums ?? sums, at: place, title: title)
    }

    mutating func finish() {
        while !groups.isEmpty { close() }
    }

    private mutating func close() {
        guard let group = groups.popLast() else { return }
        compare(group.stated, with: group.sums, at: group.place, title: group.title)
    }

    private mutating func compare(
        _ expected: [AssetField: Int64], with sums: [AssetField: Int64], at place: RowReference, title: String
    ) {
        for field in AssetField.amounts {
            guard let amount = expected[field] else { continue }
            stated.append(
                Stated(place: place, title: title, field: field, expected: amount, counted: sums[field] ?? 0))
        }
    }
}
