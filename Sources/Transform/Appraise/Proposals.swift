// Who is proposed for which seat of which unit: read from plans and decisions, held against where the person goes.

import Personnel

/// A person proposed for a seat of a unit, or for a title that is no seat for certain.
struct Candidate {
    /// Position in the consolidation's people.
    let person: Int
    let seat: Seat?
    let title: String
    /// What is odd about the proposal itself.
    let findings: [DossierFinding]
}

/// A seat of a unit that a person is proposed for.
struct HeldSeat {
    let seat: Seat
    let unit: String
    let unitName: String
}

/// The proposals of a run.
struct Proposals {
    /// By the id of the new unit, in order of person.
    private(set) var byUnit: [String: [Candidate]] = [:]
    private(set) var seatsOfPerson: [Int: [HeldSeat]] = [:]
    private(set) var issues: [Issue] = []

    private let appraiser: Appraiser
    private let assigner: Assigner
    private let units: [String: NewUnit]

    init(
        _ consolidation: Consolidation, decided: [Int64: DecidedPosition], appraiser: Appraiser, assigner: Assigner
    ) {
        self.appraiser = appraiser
        self.assigner = assigner
        units = Dictionary(consolidation.newUnits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var read: [TextCode: [NamedTitle]] = [:]
        for index in consolidation.people.indices {
            let code = consolidation.people.values(of: index).proposedPosition
            let titles: [NamedTitle]
            if let decision = decided.isEmpty ? nil : decided[consolidation.people.id(of: index)] {
                titles = appraiser.titles.read(decision.position)
            } else if code.isNone {
                continue
            } else if let known = read[code] {
                titles = known
            } else {
                titles = appraiser.titles.read(consolidation.register.pool[code])
                read[code] = titles
            }
            for title in titles { add(title, of: index, consolidation) }
        }
    }

    private mutating func add(_ title: NamedTitle, of person: Int, _ consolidation: Consolidation) {
        let assignment = consolidation.assignments[person]
        let named = title.place.isEmpty ? nil : assigner.destination(of: title.place)
        var unit = assignment.newUnit.flatMap { units[$0] }
        var findings: [DossierFinding] = []
        if assignment.status == .leaving {
            return issues.append(unplaced(title, person, appraiser.texts.text(.unplacedLeaving)))
        }
        if case .unit(let position)? = named {
            let other = consolidation.newUnits[position]
            if unit == nil {
                unit = other
                findings.append(
                    appraiser.texts.finding(.otherUnit, other.name, appraiser.texts.text(.unplacedNowhere)))
            } else if let assigned = unit, assigned.id != other.id {
                findings.append(
                    appraiser.texts.finding(
                        .otherUnit, other.name, appraiser.texts.text(.unplacedElsewhere, assigned.name)))
            }
        }
        guard let unit else {
            return issues.append(unplaced(title, person, appraiser.texts.text(.unplacedNowhere)))
        }
        let kindHasSeats = appraiser.seats.seats.contains { $0.unitKinds.contains(unit.kind) }
        guard kindHasSeats else {
            let place = appraiser.texts.text(.unplacedElsewhere, unit.name)
            // A title without its body is anybody's in a unit that has no such seats.
            return title.body == nil ? () : issues.append(unplaced(title, person, place))
        }
        if let kind = title.unitKind, kind != unit.kind {
            findings.append(appraiser.texts.finding(.wrongKind, assigner.kindName(kind), unit.name))
        }
        add(title, of: person, in: unit, findings)
    }

    private mutating func add(
        _ title: NamedTitle, of person: Int, in unit: NewUnit, _ oddities: [DossierFinding]
    ) {
        var findings = oddities
        let seat = appraiser.seats.seats.first {
            $0.role == title.role && $0.body == title.body && $0.unitKinds.contains(unit.kind)
        }
        if let seat, seat.count == 0 { findings.append(appraiser.texts.finding(.seatEnded, seat.basis)) }
        let roles = appraiser.seats.seats.filter { $0.role == title.role }
        if seat == nil {
            // A body that has no such role in this kind of unit, or none at all.
            findings.append(appraiser.texts.finding(.unclear, titleText(title, roles)))
        }
        if let seat {
            let held = HeldSeat(seat: seat, unit: unit.id, unitName: unit.name)
            if seatsOfPerson[person]?.contains(where: { $0.seat.name == seat.name && $0.unit == unit.id }) == true {
                return
            }
            seatsOfPerson[person, default: []].append(held)
        }
        byUnit[unit.id, default: []].append(
            Candidate(
                person: person, seat: seat, title: seat?.title ?? titleText(title, roles), findings: findings))
    }

    /// A title in words: the seat's, or what all seats of its role begin with.
    private func titleText(_ title: NamedTitle, _ roles: [Seat]) -> String {
        if let seat = roles.first(where: { $0.body == title.body }) { return seat.title }
        guard var common = roles.first?.title.split(separator: " ") else { return title.role }
        for seat in roles.dropFirst() {
            let words = seat.title.split(separator: " ")
            common = Array(zip(common, words).prefix { $0 == $1 }.map(\.0))
        }
        return common.joined(separator: " ")
    }

    private func unplaced(_ title: NamedTitle, _ person: Int, _ why: String) -> Issue {
        let roles = appraiser.seats.seats.filter { $0.role == title.role }
        let detail = appraiser.texts.text(.unplaced, titleText(title, roles), why)
        return Issue(.positionUnplaced, field: .proposedPosition, detail: detail, person: person)
    }
}
