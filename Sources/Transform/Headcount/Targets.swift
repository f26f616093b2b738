// What was announced of headcounts, held against what was counted.

public import Personnel

/// The targets of a pipeline: how many people of which kind are to be where.
public struct Targets: Sendable {
    fileprivate struct Target: Sendable {
        let name: String
        let title: String
        let expected: Int64?
        /// The id of a new unit; `*` for each unit of `newKinds`.
        let newUnit: String
        /// A unit counts with those that it is the parent of; empty for wherever people are, or go.
        let newKinds: Set<UnitKind>
        let sources: Set<HeadcountSource>
        let blocks: Set<HeadcountBlock>
        /// nil in it: people whose category is unknown.
        let categories: Set<Category?>
        let statuses: Set<AssignmentStatus>
    }

    private let targets: [Target]

    /// - Parameter table: `targets.csv`: target, title, expected, new_unit, new_kinds, sources, blocks, categories,
    ///   statuses (lists parted by `;`, an empty one for all), basis.
    /// - Parameter newUnits: which units may have targets.
    public init(_ table: ReferenceTable, newUnits: [NewUnit]) throws(ReferenceError) {
        let (target, title, expected) = (
            try table.column("target"), try table.column("title"), try table.column("expected")
        )
        let (unit, kinds) = (try table.column("new_unit"), try table.column("new_kinds"))
        _ = try table.column("basis")
        let ids = Set(newUnits.map(\.id))
        var targets: [Target] = []
        for row in table.rows {
            let name = row.cells[target]
            guard !name.isEmpty, !targets.contains(where: { $0.name == name }) else {
                throw table.mistake(in: row, column: "target", expected: "a name that no other target has")
            }
            let number = Int64(row.cells[expected])
            guard row.cells[expected].isEmpty || number.map({ $0 >= 0 }) ?? false else {
                throw table.mistake(in: row, column: "expected", expected: "a number of people, or nothing")
            }
            let newUnit = row.cells[unit]
            guard newUnit.isEmpty || newUnit == "*" || ids.contains(newUnit) else {
                throw table.mistake(in: row, column: "new_unit", expected: "the id of a new unit, * or nothing")
            }
            targets.append(
                Target(
                    name: name, title: row.cells[title], expected: number, newUnit: newUnit,
                    newKinds: Set(row.cells[kinds].split(separator: ";").map(String.init)),
                    sources: Set(try Self.list(row, table, "sources")),
                    blocks: Set(try Self.list(row, table, "blocks")),
                    categories: try Self.categories(row, table),
                    statuses: Set(try Self.list(row, table, "statuses"))))
        }
        self.targets = targets
    }

    /// The values of a cell; all where it is empty.
    private static func list<Value: CaseIterable & RawRepresentable<String>>(
        _ row: ReferenceTable.Row, _ table: ReferenceTable, _ column: String
    ) throws(ReferenceError) -> [Value] {
        let texts = row.cells[try table.column(column)].split(separator: ";").map(String.init)
        var values: [Value] = []
        for text in texts {
            guard let value = Value(rawValue: text) else {
                let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
                throw table.mistake(in: row, column: column, expected: "some of \(names), parted by ;")
            }
            values.append(value)
        }
        return values.isEmpty ? Array(Value.allCases) : values
    }

    private static func categories(
        _ row: ReferenceTable.Row, _ table: ReferenceTable
    ) throws(ReferenceError) -> Set<Category?> {
        var texts = row.cells[try table.column("categories")].split(separator: ";").map(String.init)
        let takesUnknown = texts.isEmpty || texts.contains("unknown")
        texts.removeAll { $0 == "unknown" }
        var values: Set<Category?> = takesUnknown ? [nil] : []
        for text in texts {
            guard let value = Category(rawValue: text) else {
                let names = Category.allCases.map(\.rawValue).joined(separator: ", ")
                throw table.mistake(in: row, column: "categories", expected: "some of \(names), unknown, parted by ;")
            }
            values.insert(value)
        }
        if texts.isEmpty { values.formUnion(Category.allCases.map { Optional($0) }) }
        return values
    }

    /// The figure of each target, in the table's order; of units without a target of their own, nothing is expected.
    public func figures(_ lines: [HeadcountLine], newUnits: [NewUnit]) -> [ControlFigure] {
        var byID: [String: NewUnit] = [:]
        for unit in newUnits { byID[unit.id] = unit }
        let own = Set(targets.map(\.newUnit))
        return targets.flatMap { target in
            let counted = lines.filter { target.counts($0) }
            guard target.newUnit == "*" else {
                let sum = counted.reduce(0) { $0 + (target.isWhere($1, byID) ? $1.people : 0) }
                return [figure(target, unit: byID[target.newUnit], counted: sum)]
            }
            var sums: [String: Int] = [:]
            for line in counted { for unit in holders(of: line, byID) { sums[unit, default: 0] += line.people } }
            return newUnits.filter { target.newKinds.contains($0.kind) && !own.contains($0.id) }
                .map { figure(target, unit: $0, counted: sums[$0.id] ?? 0) }
        }
    }

    private func figure(_ target: Target, unit: NewUnit?, counted: Int) -> ControlFigure {
        let isEach = target.newUnit == "*"
        return ControlFigure(
            scope: .target, name: "target | " + target.name + (isEach ? " | " + (unit?.id ?? "") : ""),
            title: isEach ? unit?.name ?? target.title : target.title, newUnit: unit?.id,
            expected: target.expected, counted: Int64(counted))
    }

    /// The unit to which people go, and the one above it.
    private func holders(of line: HeadcountLine, _ units: [String: NewUnit]) -> [String] {
        guard let id = line.newUnit else { return [] }
        return [id] + (units[id]?.parent.map { [$0] } ?? [])
    }
}

extension Targets.Target {
    fileprivate func counts(_ line: HeadcountLine) -> Bool {
        sources.contains(line.source) && blocks.contains(line.block) && categories.contains(line.category)
            && statuses.contains(line.status)
    }

    fileprivate func isWhere(_ line: HeadcountLine, _ units: [String: NewUnit]) -> Bool {
        if newUnit.isEmpty && newKinds.isEmpty { return true }
        guard let id = line.newUnit, let unit = units[id] else { return false }
        let parent = unit.parent.flatMap { units[$0] }
        if !newUnit.isEmpty { return id == newUnit || parent?.id == newUnit }
        return newKinds.contains(unit.kind) || parent.map { newKinds.contains($0.kind) } ?? false
    }
}
