// Counts the people of a run once: by new unit, source, block and category, and by old unit in the movements.

public import Personnel

/// What was counted.
public struct Headcount: Sendable {
    /// In order of new unit (the catalogue's), status, source, block, category, level; those without a new unit last.
    public var lines: [HeadcountLine] = []
    /// In order of movement (the table's), old unit, new unit.
    public var flows: [UnitFlow] = []

    public init() {}
}

/// Counts people by the pipeline's tables.
public struct Headcounter: Sendable {
    private let rules: HeadcountRules

    public init(rules: HeadcountRules) { self.rules = rules }

    /// Counts everybody of a consolidation whose assignments are made.
    public func count(_ consolidation: Consolidation) -> Headcount {
        let units = consolidation.oldUnits.map { unit in
            OldUnitFacts(
                block: rules.block(ofUnit: unit.name), source: rules.source(ofKind: unit.kind),
                moves: rules.movements.contains { $0.oldKinds.contains(unit.kind) })
        }
        var newPositions: [String: Int] = [:]
        for (index, unit) in consolidation.newUnits.enumerated() { newPositions[unit.id] = index }
        let pool = consolidation.register.pool
        var positions = Memory()
        var departments = Memory()
        var lines: [LineKey: Int] = [:]
        var flows: [FlowKey: Flow] = [:]
        for index in consolidation.people.indices {
            let assignment = consolidation.assignments[index]
            let (unit, level) = (
                consolidation.people[index].values.oldUnit.map(Int.init), consolidation.people[index].level
            )
            let newUnit = assignment.newUnit.flatMap { newPositions[$0] }
            let position = positions.block(
                of: consolidation.people[index].values.position, in: pool, rules.block(ofPosition:))
            let department = departments.block(
                of: consolidation.people[index].values.department, in: pool, rules.block(ofUnit:))
            let key = LineKey(
                newUnit: newUnit ?? Int.max, status: assignment.status,
                source: unit.flatMap { units[$0].source } ?? rules.source(ofLevel: level),
                block: position ?? department ?? unit.flatMap { units[$0].block } ?? .government,
                category: consolidation.people[index].values.category, level: level)
            lines[key, default: 0] += 1
            guard let unit, units[unit].moves else { continue }
            let movement = rules.movement(
                oldKind: consolidation.oldUnits[unit].kind, rule: assignment.rule,
                newKind: newUnit.map { consolidation.newUnits[$0].kind })
            guard let movement else { continue }
            let flow = FlowKey(
                movement: movement, oldUnit: unit, newUnit: newUnit ?? Int.max, status: assignment.status)
            let settles = assignment.status == .assigned || assignment.status == .leaving ? "" : assignment.basis
            flows[flow, default: Flow(settles: settles)].people += 1
        }
        var result = Headcount()
        result.lines = lines.sorted { $0.key.order < $1.key.order }.map { key, people in
            HeadcountLine(
                newUnit: key.newUnit == Int.max ? nil : consolidation.newUnits[key.newUnit].id, status: key.status,
                source: key.source, block: key.block, category: key.category, level: key.level, people: people)
        }
        result.flows = sorted(flows).map { key, flow in
            UnitFlow(
                movement: key.movement, oldUnit: Int32(key.oldUnit),
                newUnit: key.newUnit == Int.max ? nil : consolidation.newUnits[key.newUnit].id, status: key.status,
                people: flow.people, settles: flow.settles)
        }
        return result
    }

    private func sorted(_ flows: [FlowKey: Flow]) -> [(key: FlowKey, value: Flow)] {
        var order: [String: Int] = [:]
        for (index, movement) in rules.movements.enumerated() where order[movement.name] == nil {
            order[movement.name] = index
        }
        return flows.map { (key: $0.key, value: $0.value) }.sorted { left, right in
            func rank(_ key: FlowKey) -> (Int, Int, Int, Int) {
                (order[key.movement] ?? Int.max, key.oldUnit, key.newUnit, place(key.status))
            }
            return rank(left.key) < rank(right.key)
        }
    }

    private struct OldUnitFacts {
        let block: HeadcountBlock?
        let source: HeadcountSource?
        let moves: Bool
    }

    private struct Flow {
        var people = 0
        let settles: String
    }

    private struct FlowKey: Hashable {
        let movement: String
        let oldUnit: Int
        let newUnit: Int
        let status: AssignmentStatus
    }

    private struct LineKey: Hashable {
        let newUnit: Int
        let status: AssignmentStatus
        let source: HeadcountSource
        let block: HeadcountBlock
        let category: Category?
        let level: Level?

        var order: (Int, Int, Int, Int, Int, Int) {
            (
                newUnit, place(status), place(source), place(block), category.map { place($0) } ?? Int.max,
                level.map { place($0) } ?? Int.max
            )
        }
    }

    /// The blocks of texts that were read before.
    private struct Memory {
        var known: [TextCode: HeadcountBlock?] = [:]

        mutating func block(
            of code: TextCode, in pool: borrowing TextPool, _ read: (String) -> HeadcountBlock?
        ) -> HeadcountBlock? {
            if code.isNone { return nil }
            if let block = known[code] { return block }
            let block = read(pool[code])
            known[code] = .some(block)
            return block
        }
    }
}

/// The place of a case among its type's.
private func place<Value: CaseIterable & Equatable>(_ value: Value) -> Int {
    Array(Value.allCases).firstIndex(of: value) ?? Int.max
}
