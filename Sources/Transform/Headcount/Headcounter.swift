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
        let people = consolidation.people
        // Where the many go who share an assignment.
        let destinations = consolidation.assignments.kept.map { $0.newUnit.flatMap { newPositions[$0] } }
        var blocks = TextBlocks(consolidation.register.pool)
        var lines: [LineKey: Int] = [:]
        var flows: [FlowKey: Flow] = [:]
        for index in people.indices {
            let values = people.values(of: index)
            let (unit, level) = (values.oldUnit.map(Int.init), people.level(of: index))
            let number = consolidation.assignments.number(ofPerson: index)
            let newUnit = destinations[number]
            let position = blocks.ofPositions(values.position, rules)
            let department = position == nil ? blocks.ofUnits(values.department, rules) : nil
            let key = LineKey(
                newUnit: newUnit, status: consolidation.assignments.kept[number].status,
                source: unit.flatMap { units[$0].source } ?? rules.source(ofLevel: level),
                block: position ?? department ?? unit.flatMap { units[$0].block } ?? .government,
                category: values.category, level: level)
            lines[key, default: 0] += 1
            guard let unit, units[unit].moves else { continue }
            let assignment = consolidation.assignments.kept[number]
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
        result.lines = lines.sorted { $0.key < $1.key }.map { key, people in
            HeadcountLine(
                newUnit: key.newUnit.map { consolidation.newUnits[$0].id }, status: key.status, source: key.source,
                block: key.block, category: key.category, level: key.level, people: people)
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

    /// What people are counted by, in the order of the lines: the place of each value among its type's, packed.
    private struct LineKey: Hashable, Comparable {
        private let packed: UInt64

        init(
            newUnit: Int?, status: AssignmentStatus, source: HeadcountSource, block: HeadcountBlock,
            category: Category?, level: Level?
        ) {
            var packed = newUnit.map(UInt64.init) ?? Self.noUnit
            packed = packed << 8 | Self.place(status)
            packed = packed << 8 | Self.place(source)
            packed = packed << 8 | Self.place(block)
            packed = packed << 4 | (category.map(Self.place) ?? Self.none)
            self.packed = packed << 4 | (level.map(Self.place) ?? Self.none)
        }

        private static let noUnit: UInt64 = 0xFFFF_FFFF
        private static let none: UInt64 = 15

        private static func place<Value: CaseIterable & Equatable>(_ value: Value) -> UInt64 {
            var place: UInt64 = 0
            for other in Value.allCases {
                if other == value { break }
                place += 1
            }
            return place
        }

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
        private enum Reading: UInt8 { case unread, none, known }

        private let pool: TextPool
        private var positions: [(reading: Reading, block: HeadcountBlock)]
        private var units: [(reading: Reading, block: HeadcountBlock)]

        init(_ pool: TextPool) {
            self.pool = pool
            positions = Array(repeating: (.unread, .government), count: pool.count)
            units = positions
        }

        mutating func ofPositions(_ code: TextCode, _ rules: HeadcountRules) -> HeadcountBlock? {
            Self.block(of: code, in: pool, &positions, rules.block(ofPosition:))
        }

        mutating func ofUnits(_ code: TextCode, _ rules: HeadcountRules) -> HeadcountBlock? {
            Self.block(of: code, in: pool, &units, rules.block(ofUnit:))
        }

        private static func block(
            of code: TextCode, in pool: borrowing TextPool, _ known: inout [(reading: Reading, block: HeadcountBlock)],
            _ read: (String) -> HeadcountBlock?
        ) -> HeadcountBlock? {
            if code.isNone { return nil }
            let index = Int(code.rawValue)
            if known[index].reading == .unread {
                known[index] = read(pool[code]).map { (.known, $0) } ?? (.none, .government)
            }
            return known[index].reading == .known ? known[index].block : nil
        }
    }
}

/// The place of a case among its type's.
private func place<Value: CaseIterable & Equatable>(_ value: Value) -> Int {
    Array(Value.allCases).firstIndex(of: value) ?? Int.max
}
