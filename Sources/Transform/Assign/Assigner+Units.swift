// Where units go as such: what a decision's text names, and the successor of a unit's assets and balances.

public import Personnel

extension Assigner {
    /// What the text of a decision says.
    public enum Destination: Sendable, Equatable {
        /// A new unit, by its position in the catalogue.
        case unit(Int)
        case leaving
    }

    /// Reads the text of a decision; nil where it names neither exactly one new unit nor a leaving.
    ///
    /// - Parameter province: the new province of whom it decides, which tells units of one name apart.
    public func destination(of text: String, province: Int? = nil) -> Destination? {
        if leaving.read(text, isPolicy: true) == .leaves { return .leaving }
        if case .unit(let unit) = plans.read(text, province: province) { return .unit(unit) }
        return nil
    }

    /// The word for a kind of unit (`Phường`); the kind itself where the level words have none.
    func kindName(_ kind: UnitKind) -> String { catalogue.levelWords.titles[kind] ?? kind }

    /// A cell that names the receiver of something.
    public struct NamedReceiver: Sendable, Equatable {
        /// The column's heading as written.
        public var column: String
        /// File, sheet and row, for people.
        public var place: String
        public var text: String

        public init(column: String, place: String, text: String) {
            self.column = column
            self.place = place
            self.text = text
        }
    }

    /// Where what a unit owns goes, and what is odd about the receiver that its list names.
    public struct UnitOutcome: Sendable {
        public var assignment: Assignment
        /// `plan.unknown_unit` or `plan.ambiguous_unit`, with the detail; nil where the receiver is sound or unnamed.
        public var oddity: (code: IssueCode, detail: String)?
    }

    /// The successor of a unit by the same rules as its people's: a decision on the unit, the receiver that its list
    /// names, then the rules for its kind. Rules for certain positions don't apply to what is no person.
    ///
    /// - Parameter unit: its position in the readings; nil where no unit is named.
    public func successor(
        of unit: Int?, receiver: NamedReceiver?, register: Register, readings: UnitReadings,
        unitDecisions: [Int: UnitDecision] = [:]
    ) -> UnitOutcome {
        var plan: PlannedUnit?
        var oddity: (code: IssueCode, detail: String)?
        if let receiver {
            switch plans.read(receiver.text, province: unit.flatMap { newProvince(of: $0, readings) }) {
            case .none: break
            case .unit(let unit):
                let statement = Statement(column: receiver.column, place: receiver.place, text: receiver.text)
                plan = PlannedUnit(unit: unit, statement: statement)
            case .unknown(let detail): oddity = (.planUnknownUnit, detail)
            case .ambiguous(let detail): oddity = (.planAmbiguousUnit, detail)
            }
        }
        // Nobody: what a rule asks of a person, this one has not.
        let nobody = Person(id: 0, values: PersonRecord(place: RowReference(file: -1), context: 0), records: [])
        let subject = Subject(
            person: nobody, unit: unit, leaving: nil, plan: plan, unitDecision: unit.flatMap { unitDecisions[$0] })
        var issues: [Issue] = []
        let assignment = decide(subject, position: 0, register: register, readings: readings, &issues)
        return UnitOutcome(assignment: assignment, oddity: oddity)
    }
}
