// Fills the seats of communes and wards with those who are proposed, checks their dossiers, and says what speaks against.

public import Personnel

/// A position that a person is decided to hold: it stands above what lists propose.
public struct DecidedPosition: Sendable {
    public var position: String
    /// Where it was entered, for people.
    public var source: String

    public init(position: String, source: String) {
        self.position = position
        self.source = source
    }
}

/// The positions of a run and people whose proposal leads nowhere.
public struct Appraisal: Sendable {
    /// In order of new unit, seat and person; titles that are no seat for certain after a unit's seats.
    public var positions: [KeyPosition] = []
    /// `position.unplaced`, with the person.
    public var issues: [Issue] = []
}

/// Appraises by the pipeline's tables.
public struct Appraiser: Sendable {
    let seats: Seats
    let titles: TitleReader
    private let standards: Standards
    let texts: FindingTexts
    private let ages: RetirementAges
    private let asOf: PartialDate

    public init(
        seats: Seats, titles: TitleReader, standards: Standards, texts: FindingTexts, ages: RetirementAges,
        asOf: PartialDate
    ) {
        self.seats = seats
        self.titles = titles
        self.standards = standards
        self.texts = texts
        self.ages = ages
        self.asOf = asOf
    }

    /// Appraises a consolidation whose assignments are made.
    ///
    /// - Parameter decided: positions by the person's id.
    /// - Parameter assigner: reads the units that titles name.
    public func appraise(
        _ consolidation: Consolidation, decided: [Int64: DecidedPosition], assigner: Assigner
    ) -> Appraisal {
        var appraisal = Appraisal()
        let proposals = Proposals(consolidation, decided: decided, appraiser: self, assigner: assigner)
        appraisal.issues = proposals.issues
        for unit in consolidation.newUnits {
            let own = seats.seats.filter { $0.unitKinds.contains(unit.kind) }
            guard !own.isEmpty else { continue }
            let candidates = proposals.byUnit[unit.id] ?? []
            for seat in own {
                appraisal.positions += positions(
                    seat, unit, candidates, consolidation, proposals.seatsOfPerson)
            }
            for candidate in candidates where !own.contains(where: { $0.name == candidate.seat?.name }) {
                appraisal.positions.append(
                    position(candidate, unit, consolidation, proposals.seatsOfPerson, beyond: nil))
            }
        }
        return appraisal
    }

    /// One for each candidate of a seat, and one for each that stays vacant.
    private func positions(
        _ seat: Seat, _ unit: NewUnit, _ all: [Candidate], _ consolidation: Consolidation,
        _ seatsOfPerson: [Int: [HeldSeat]]
    ) -> [KeyPosition] {
        let candidates = all.filter { $0.seat?.name == seat.name }
        let tooMany = candidates.count > seat.count && seat.count > 0
        let beyond = tooMany ? texts.finding(.tooMany, "\(candidates.count)", "\(seat.count)") : nil
        let filled = candidates.map { position($0, unit, consolidation, seatsOfPerson, beyond: beyond) }
        let vacant = KeyPosition(
            newUnit: unit.id, seat: seat.name, title: seat.title, person: nil, status: .vacant,
            findings: [texts.finding(.vacant)], remainingMonths: nil)
        return filled + Array(repeating: vacant, count: max(0, seat.count - candidates.count))
    }

    private func position(
        _ candidate: Candidate, _ unit: NewUnit, _ consolidation: Consolidation, _ seatsOfPerson: [Int: [HeldSeat]],
        beyond: DossierFinding?
    ) -> KeyPosition {
        let person = consolidation.people[candidate.person]
        let remaining = remainingMonths(of: person)
        var findings = candidate.findings + (beyond.map { [$0] } ?? [])
        if consolidation.assignments[candidate.person].status == .review { findings.append(texts.finding(.inReview)) }
        var isBelow = false
        if let seat = candidate.seat {
            findings += conflicts(of: candidate, seat, unit, seatsOfPerson[candidate.person] ?? [])
            let dossier = Standards.Dossier(
                values: person.values, remainingMonths: remaining,
                holdsSuchAPosition: holds(seat, person, consolidation.register.pool))
            let checked = standards.findings(dossier, seat: seat.name)
            findings += checked.findings
            isBelow = checked.isBelow
        }
        if let birth = person.values.birthDate, !birth.isFull { findings.append(texts.finding(.yearOnly)) }
        return KeyPosition(
            newUnit: unit.id, seat: candidate.seat?.name, title: candidate.title, person: candidate.person,
            status: isBelow ? .belowStandard : findings.isEmpty ? .ready : .incomplete, findings: findings,
            remainingMonths: remaining)
    }

    /// The person's other seats that can't be held with this one.
    private func conflicts(
        of candidate: Candidate, _ seat: Seat, _ unit: NewUnit, _ held: [HeldSeat]
    ) -> [DossierFinding] {
        held.filter { !($0.seat.name == seat.name && $0.unit == unit.id) }.compactMap { other in
            let basis = seats.incompatibility(seat, other.seat)
            // Nobody holds two of these in two units.
            guard basis != nil || other.unit != unit.id else { return nil }
            return texts.finding(.incompatible, other.seat.title, other.unitName, basis ?? "")
        }
    }

    private func holds(_ seat: Seat, _ person: Person, _ pool: TextPool) -> Bool {
        person.level == .commune && !person.values.position.isNone
            && titles.read(pool[person.values.position]).contains { $0.role == seat.role && $0.body == seat.body }
    }

    private func remainingMonths(of person: Person) -> Int? {
        guard let birth = person.values.birthDate, let gender = person.values.gender else { return nil }
        return ages.pensionStart(born: birth, gender: gender).months(since: CalendarMonth(asOf))
    }
}
