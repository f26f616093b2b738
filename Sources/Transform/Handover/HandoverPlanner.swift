// Each thing and balance to the successor of its unit; what is handed over against what is taken over, to the đồng.

public import Personnel

/// Where everything goes, and what is odd about it.
public struct Handover: Sendable {
    /// In order of file, sheet, row.
    public var items: [HandedItem] = []
    /// By giver and kind: what is handed over, and what has a receiver.
    public var figures: [ControlFigure] = []
    /// `plan.*` of receivers and `unit.unknown` of givers, with their rows.
    public var issues: [Issue] = []

    public init() {}
}

/// Plans the handover of assets and balances.
public struct HandoverPlanner: Sendable {
    private let kinds: AssetKinds
    private let labels: [AssetField: String]

    /// Amounts that are handed over; the others explain them.
    private static let handed: [AssetField] = [.originalCost, .residualValue, .remaining]

    public init(kinds: AssetKinds, labels: [AssetField: String]) {
        self.kinds = kinds
        self.labels = labels
    }

    /// The names of givers, to be read with the units of people: for each record the unit and the place of use.
    public static func mentions(_ register: Register) -> [UnitMention] {
        register.assets.flatMap { record in
            let context = register.contexts[Int(record.context)]
            return [
                UnitMention(text: record.giver, context: context, row: record.place),
                UnitMention(text: record.usedAt, context: context),
            ]
        }
    }

    /// - Parameter mentioned: what `mentions` were read as.
    public func plan(
        _ register: Register, mentioned: ArraySlice<Int?>, readings: UnitReadings, assigner: Assigner,
        unitDecisions: [Int: UnitDecision]
    ) -> Handover {
        var handover = Handover()
        var known: [Giving: Assigner.UnitOutcome] = [:]
        var copies = AssetCopies()
        for (index, record) in register.assets.enumerated() {
            let start = mentioned.startIndex + index * 2
            let unit = giver(record, mentioned[start], mentioned[start + 1], readings)
            if let first = copies.original(of: record, unit: unit) {
                let path = register.contexts[Int(first.context)].path
                handover.issues.append(
                    Issue(
                        .assetDuplicate, value: record.name, detail: "\(path), dòng \(first.place.row)",
                        row: record.place))
                continue
            }
            let giving = Giving(
                unit: unit, receiver: record.receiver, row: record.receiver.isEmpty ? nil : record.place)
            let outcome: Assigner.UnitOutcome
            if let remembered = known[giving] {
                outcome = remembered
            } else {
                let receiver = record.receiver.isEmpty ? nil : receiver(record, register)
                outcome = assigner.successor(
                    of: unit, receiver: receiver, register: register, readings: readings, unitDecisions: unitDecisions)
                known[giving] = outcome
            }
            if let oddity = outcome.oddity {
                handover.issues.append(
                    Issue(
                        oddity.code, value: record.receiver, detail: oddity.detail.isEmpty ? nil : oddity.detail,
                        row: record.place))
            }
            if unit == nil {
                handover.issues.append(Issue(.unitUnknown, value: nil, detail: record.name, row: record.place))
            }
            var assignment = outcome.assignment
            // Things don't retire, whatever a decision on their unit's people says.
            if assignment.status == .leaving { assignment.status = .unresolved }
            handover.items.append(
                HandedItem(record: record, oldUnit: unit.map(Int32.init), assignment: assignment))
        }
        handover.figures = figures(handover.items, readings: readings)
        return handover
    }

    private struct Giving: Hashable {
        let unit: Int?
        let receiver: String
        /// Where a receiver is named, the basis names its row.
        let row: RowReference?
    }

    /// The unit that a row names; the place of use where that is a unit of its own and no room or office.
    private func giver(_ record: AssetRecord, _ named: Int?, _ usedAt: Int?, _ readings: UnitReadings) -> Int? {
        guard !record.usedAt.isEmpty, record.giver.isEmpty, let usedAt else { return named }
        let kind = readings.units[usedAt].kind
        return kind == "unknown" || kind == "district_office" || kind == "province_office" ? named : usedAt
    }

    private func receiver(_ record: AssetRecord, _ register: Register) -> Assigner.NamedReceiver {
        let context = register.contexts[Int(record.context)]
        let sheet = context.sheet.isEmpty ? "" : ", trang \(context.sheet)"
        return Assigner.NamedReceiver(
            column: "Đơn vị tiếp nhận", place: "\(context.path)\(sheet), dòng \(record.place.row)",
            text: record.receiver)
    }

    /// What each unit hands over of each kind, and how much of it has a receiver: equal, or the run says where not.
    private func figures(_ items: [HandedItem], readings: UnitReadings) -> [ControlFigure] {
        struct Key: Hashable {
            let unit: Int32?
            let kind: String
            let field: AssetField
        }
        var sums: [Key: (all: Int64, placed: Int64)] = [:]
        var order: [Key] = []
        for item in items {
            for field in Self.handed {
                guard let amount = item.record.amounts[field] else { continue }
                let key = Key(unit: item.oldUnit, kind: item.record.kind, field: field)
                if sums[key] == nil { order.append(key) }
                sums[key, default: (0, 0)].all += amount
                if item.assignment.status == .assigned { sums[key, default: (0, 0)].placed += amount }
            }
        }
        let places = Dictionary(uniqueKeysWithValues: kinds.kinds.enumerated().map { ($1.key, $0) })
        func rank(_ key: Key) -> (Int32, Int, Int) {
            (
                key.unit ?? Int32.max, places[key.kind] ?? Int.max,
                AssetField.amounts.firstIndex(of: key.field) ?? Int.max
            )
        }
        return order.sorted { rank($0) < rank($1) }.map { key in
            let unit = key.unit.map { readings.units[Int($0)] }
            let label = labels[key.field] ?? key.field.rawValue
            let sum = sums[key] ?? (0, 0)
            return ControlFigure(
                scope: .handover, name: "handover | \(unit?.id ?? "-") | \(key.kind) | \(key.field.rawValue)",
                title: "\(unit?.name ?? "-"): \(kinds.name(of: key.kind)) (\(label))", newUnit: nil, expected: sum.all,
                counted: sum.placed)
        }
    }
}
