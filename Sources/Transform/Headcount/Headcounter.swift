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
    ///
    /// - Parameter threads: how many work at once.
    public func count(_ consolidation: Consolidation, threads: Int = 1) -> Headcount {
        let facts = Facts(consolidation, rules)
        let order = consolidation.people.inOrderOfRecords
        let parts = pieces(of: order.count, threads).map { order[$0] }
        let tallies = inParallel(parts.count, threads: threads) { tally(of: parts[$0], consolidation, facts) }
        var total = Tally()
        for part in tallies { total.add(part) }
        var result = Headcount()
        result.lines = total.lines.sorted { $0.key < $1.key }.map { key, people in
            HeadcountLine(
                newUnit: key.newUnit.map { consolidation.newUnits[$0].id }, status: key.status, source: key.source,
                block: key.block, category: key.category, level: key.level, people: people)
        }
        result.flows = sorted(total.flows).map { key, flow in
            UnitFlow(
                movement: key.movement, oldUnit: Int32(key.oldUnit),
                newUnit: key.newUnit == Int.max ? nil : consolidation.newUnits[key.newUnit].id, status: key.status,
                people: flow.people, settles: flow.settles)
        }
        return result
    }

    /// Counts some of the people.
    private func tally(of part: ArraySlice<Int32>, _ consolidation: Consolidation, _ facts: Facts) -> Tally {
        let (people, assignments) = (consolidation.people, consolidation.assignments)
        var blocks = TextBlocks(consolidation.register.pool)
        var flows = Flows(rules: rules, consolidation: consolidation)
        var tally = Tally()
        for index in part.lazy.map(Int.init) {
            let values = people.values(of: index)
            let (unit, level) = (values.oldUnit.map(Int.init), people.level(of: index))
            let number = assignments.number(ofPerson: index)
            let block = blocks.ofPosition(values.position, rules) ?? blocks.ofUnit(values.department, rules)
            let key = LineKey(
                facts.destinations[number],
                source: unit.flatMap { facts.units[$0].source } ?? rules.source(ofLevel: level),
                block: block ?? unit.flatMap { facts.units[$0].block } ?? .government, category: values.category,
                level: level)
            tally.lines[key, default: 0] += 1
            if let unit, facts.units[unit].moves { flows.add(index, unit, number, facts.destinations[number].unit) }
        }
        tally.flows = flows.counted
        return tally
    }

    /// What was counted of some of the people.
    private struct Tally: Sendable {
        var lines: [LineKey: Int] = [:]
        var flows: [FlowKey: Flow] = [:]

        /// Adds what was counted of the people behind.
        mutating func add(_ other: Tally) {
            lines.merge(other.lines, uniquingKeysWith: +)
            flows.merge(other.flows) { one, other in
                Flow(
                    people: one.people + other.people, first: min(one.first, other.first),
                    settles: one.first < other.first ? one.settles : other.settles)
            }
        }
    }

    /// What many share is asked for once: an assignment's place, an old unit's facts.
    private struct Facts {
        let units: [OldUnitFacts]
        /// By the number of an assignment.
        let destinations: [LineKey.Destination]

        init(_ consolidation: Consolidation, _ rules: HeadcountRules) {
            units = consolidation.oldUnits.map { unit in
                OldUnitFacts(
                    block: rules.block(ofUnit: unit.name), source: rules.source(ofKind: unit.kind),
                    moves: rules.movements.contains { $0.oldKinds.contains(unit.kind) })
            }
            var newPositions: [String: Int] = [:]
            for (index, unit) in consolidation.newUnits.enumerated() { newPositions[unit.id] = index }
            destinations = consolidation.assignments.kept.map { assignment in
                LineKey.Destination(assignment.newUnit.flatMap { newPositions[$0] }, assignment.status)
            }
        }
    }

    private func sorted(_ flows: [FlowKey: Flow]) -> [(key: FlowKey, value: Flow)] {
        var order: [String: Int] = [:]
        for (index, movement) in rules.movements.enumerated() where order[movement.name] == nil {
            order[movement.name] = index
        }
        return flows.map { (key: $0.key, value: $0.value) }.sorted { left, right in
            func rank(_ key: FlowKey) -> (Int, Int, Int, Int) {
                (order[key.movement] ?? Int.max, key.oldUnit, key.newUnit, key.status.place)
            }
            return rank(left.key) < rank(right.key)
        }
    }

    private struct OldUnitFacts {
        let block: HeadcountBlock?
        let source: HeadcountSource?
        let moves: Bool
    }

    private struct Flow: Sendable {
        var people = 0
        /// The first person's sentence stands for all.
        var first: Int
        var settles: String
    }

    /// The movements that people are in, found out once for an old unit and an assignment.
    private struct Flows {
        private let rules: HeadcountRules
        private let consolidation: Consolidation
        private var flows: [(key: FlowKey, flow: Flow)] = []
        private var positions: [FlowKey: Int] = [:]
        /// For each old unit and assignment the position of the flow; -1 for none.
        private var known: [UInt64: Int] = [:]

        init(rules: HeadcountRules, consolidation: Consolidation) {
            self.rules = rules
            self.consolidation = consolidation
        }

        var counted: [FlowKey: Flow] { Dictionary(flows.map { ($0.key, $0.flow) }, uniquingKeysWith: { $1 }) }

        /// Adds a person of an old unit by the number of the assignment.
        mutating func add(_ person: Int, _ unit: Int, _ number: Int, _ newUnit: Int?) {
            let pair = UInt64(unit) << 32 | UInt64(number)
            let position = known[pair] ?? find(unit, number, newUnit) ?? -1
            known[pair] = position
            if position < 0 { return }
            flows[position].flow.people += 1
            if person < flows[position].flow.first {
                flows[position].flow.first = person
                flows[position].flow.settles = settles(number)
            }
        }

        /// What would settle it; empty for what is settled.
        private func settles(_ number: Int) -> String {
            let assignment = consolidation.assignments.kept[number]
            return assignment.status == .assigned || assignment.status == .leaving ? "" : assignment.basis
        }

        private mutating func find(_ unit: Int, _ number: Int, _ newUnit: Int?) -> Int? {
            let assignment = consolidation.assignments.kept[number]
            let movement = rules.movement(
                oldKind: consolidation.oldUnits[unit].kind, rule: assignment.rule,
                newKind: newUnit.map { consolidation.newUnits[$0].kind })
            guard let movement else { return nil }
            let key = FlowKey(
                movement: movement, oldUnit: unit, newUnit: newUnit ?? Int.max, status: assignment.status)
            if let known = positions[key] { return known }
            positions[key] = flows.count
            flows.append((key, Flow(first: Int.max, settles: "")))
            return flows.count - 1
        }
    }

    private struct FlowKey: Hashable {
        let movement: String
        let oldUnit: Int
        let newUnit: Int
        let status: AssignmentStatus
    }

    /// What people are counted by, in the order of the lines: the place of each value among its type's, packed.
    private struct LineKey: Hashable, Comparable {
        private let packed: UInt64

        /// What an assignment gives of a key.
        struct Destination {
            let unit: Int?
            fileprivate let packed: UInt64

            init(_ unit: Int?, _ status: AssignmentStatus) {
                self.unit = unit
                packed = (unit.map(UInt64.init) ?? LineKey.noUnit) << 32 | UInt64(status.place) << 24
            }
        }

        init(
            _ destination: Destination, source: HeadcountSource, block: HeadcountBlock, category: Category?,
            level: Level?
        ) {
            packed =
                destination.packed | UInt64(source.place) << 16 | UInt64(block.place) << 8
                | (category.map { UInt64($0.place) } ?? Self.none) << 4 | (level.map { UInt64($0.place) } ?? Self.none)
        }

        private static let noUnit: UInt64 = 0xFFFF_FFFF
        private static let none: UInt64 = 15

        var newUnit: Int? { packed >> 32 == Self.noUnit ? nil : Int(packed >> 32) }
        var status: AssignmentStatus { AssignmentStatus.allCases[Int(packed >> 24 & 255)] }
        var source: HeadcountSource { HeadcountSource.allCases[Int(packed >> 16 & 255)] }
        var block: HeadcountBlock { HeadcountBlock.allCases[Int(packed >> 8 & 255)] }
        var category: Category? { packed >> 4 & 15 == Self.none ? nil : Category.allCases[Int(packed >> 4 & 15)] }
        var level: Level? { packed & 15 == Self.none ? nil : Level.allCases[Int(packed & 15)] }

        static func < (left: LineKey, right: LineKey) -> Bool { left.packed < right.packed }
    }

    /// The blocks that texts tell, each text read once.
    private struct TextBlocks {
        private let pool: TextPool
        private var positions: Readings
        private var units: Readings

        /// By the code of a text: nil where it was not read yet.
        private typealias Readings = [HeadcountBlock??]

        init(_ pool: TextPool) {
            self.pool = pool
            positions = Array(repeating: nil, count: pool.count)
            units = positions
        }

        mutating func ofPosition(_ code: TextCode, _ rules: HeadcountRules) -> HeadcountBlock? {
            Self.block(of: code, pool, in: &positions) { rules.block(ofPosition: $0) }
        }

        mutating func ofUnit(_ code: TextCode, _ rules: HeadcountRules) -> HeadcountBlock? {
            Self.block(of: code, pool, in: &units) { rules.block(ofUnit: $0) }
        }

        private static func block(
            of code: TextCode, _ pool: TextPool, in readings: inout Readings, _ read: (String) -> HeadcountBlock?
        ) -> HeadcountBlock? {
            if code.isNone { return nil }
            if let known = readings[Int(code.rawValue)] { return known }
            let block = read(pool[code])
            readings[Int(code.rawValue)] = .some(block)
            return block
        }
    }
}
