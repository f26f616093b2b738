// What a person's rows say about leaving and about a planned unit, on whichever row it stands; the newest counts.

internal import Personnel

/// A cell that decides something, for the sentence that a clerk checks.
struct Statement: Sendable, Equatable {
    /// The column's heading as written.
    let column: String
    /// File, sheet and row.
    let place: String
    let text: String
}

/// The new unit that a plan names.
struct PlannedUnit: Sendable {
    let unit: Int
    let statement: Statement
}

/// Reads the statements of people's rows; equal texts are read once.
struct StatementReader {
    private let register: Register
    private let leaving: LeavingWords
    private let plans: PlanReader
    private var planReadings: [PlanKey: PlanReading] = [:]
    private var leavingReadings: [LeavingKey: LeavingStatement?] = [:]

    private struct LeavingKey: Hashable {
        let text: TextCode
        let isPolicy: Bool
        let context: Int32
    }

    private struct PlanKey: Hashable {
        let text: TextCode
        let province: Int?
    }

    init(register: Register, leaving: LeavingWords, plans: PlanReader) {
        self.register = register
        self.leaving = leaving
        self.plans = plans
    }

    // MARK: - Leaving

    /// The note or policy by which a person leaves; nil for who does not, or has taken it back on a newer list.
    mutating func leaving(of person: Person) -> Statement? {
        var newest: (date: PartialDate?, leaves: Bool, record: Int, field: Field)?
        for index in person.records {
            let record = register.records[Int(index)]
            for (field, text) in [(Field.policy, record.policy), (.note, record.note)] where !text.isNone {
                guard let statement = readLeaving(text, field, record.context) else { continue }
                let leaves = statement == .leaves
                if let known = newest, !isNewer(record.listDate, than: known.date) {
                    // On lists of one date an application outweighs a denial.
                    let isOlder = isNewer(known.date, than: record.listDate)
                    if isOlder || known.leaves || !leaves { continue }
                }
                newest = (record.listDate, leaves, Int(index), field)
            }
        }
        guard let newest, newest.leaves else { return nil }
        return statement(newest.record, newest.field)
    }

    private mutating func readLeaving(_ text: TextCode, _ field: Field, _ context: Int32) -> LeavingStatement? {
        let isPolicy = field == .policy
        let key = LeavingKey(text: text, isPolicy: isPolicy, context: isPolicy ? context : -1)
        if let known = leavingReadings[key] { return known }
        let heading = isPolicy ? register.contexts[Int(context)].headings[.policy] ?? "" : ""
        let reading = leaving.read(register.pool[text], isPolicy: isPolicy, heading: heading)
        leavingReadings[key] = .some(reading)
        return reading
    }

    // MARK: - Plans

    /// The unit that the newest of a person's plans names.
    ///
    /// A plan that names no unit, or several, is an issue of its row and decides nothing; lists that name different units
    /// are an issue of the person, and where they are equally new nothing is decided.
    /// - Parameter province: the new province of the person's unit, which tells units of one name apart.
    mutating func plan(
        of person: Person, position: Int, province: Int?, catalogue: UnitCatalogue, issues: inout [Issue]
    ) -> PlannedUnit? {
        var named: [(date: PartialDate?, unit: Int, record: Int)] = []
        for index in person.records {
            let record = register.records[Int(index)]
            let code = record.proposedUnit
            if code.isNone { continue }
            switch readPlan(code, province) {
            case .none: continue
            case .unit(let unit): named.append((record.listDate, unit, Int(index)))
            case .unknown(let detail):
                issues.append(issue(.planUnknownUnit, record, detail, position))
            case .ambiguous(let detail):
                issues.append(issue(.planAmbiguousUnit, record, detail, position))
            }
        }
        guard var newest = named.first else { return nil }
        for plan in named.dropFirst() where isNewer(plan.date, than: newest.date) { newest = plan }
        let rivals = named.filter { $0.unit != newest.unit }
        if !rivals.isEmpty {
            let names = ([newest] + rivals).map { catalogue.newUnits[$0.unit].name }
            var conflict = issue(.planConflict, register.records[newest.record], "", position)
            conflict.detail = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
                .joined(separator: "; ")
            issues.append(conflict)
        }
        if rivals.contains(where: { !isNewer(newest.date, than: $0.date) }) { return nil }
        return PlannedUnit(unit: newest.unit, statement: statement(newest.record, .proposedUnit))
    }

    private mutating func readPlan(_ code: TextCode, _ province: Int?) -> PlanReading {
        let key = PlanKey(text: code, province: province)
        if let known = planReadings[key] { return known }
        let reading = plans.read(register.pool[code], province: province)
        planReadings[key] = reading
        return reading
    }

    private func issue(_ code: IssueCode, _ record: PersonRecord, _ detail: String, _ position: Int) -> Issue {
        Issue(
            code, field: .proposedUnit, value: register.pool[record.proposedUnit],
            detail: detail.isEmpty ? nil : detail,
            row: record.place, person: position)
    }

    // MARK: - Places

    private func statement(_ index: Int, _ field: Field) -> Statement {
        let record = register.records[index]
        let context = register.contexts[Int(record.context)]
        let labels: [Field: String] = [
            .policy: "chế độ, chính sách", .note: "ghi chú", .proposedUnit: "đơn vị dự kiến bố trí",
        ]
        let heading = context.headings[field] ?? labels[field] ?? field.name
        let sheet = context.sheet.isEmpty ? "" : ", trang \(context.sheet)"
        let code = field == .policy ? record.policy : field == .note ? record.note : record.proposedUnit
        return Statement(
            column: "Cột “\(heading)”", place: "\(context.path)\(sheet), dòng \(record.place.row)",
            text: register.pool[code])
    }
}
