// The values that may stand for a person, best first, from what the rows give.

/// Chooses values by the rules of survivorship: a post's are the newest list's, the rest the best attested.
enum PersonTruth {
    /// The acceptable values of each field, joined as the truth's tables have them; `*` where nothing can be said.
    static func fields(of person: InventedPerson, body: Body, values: [Observation]) -> [TruthField: String] {
        var byField: [TruthField: [Observation]] = [:]
        for value in values { byField[value.field, default: []].append(value) }
        var fields: [TruthField: String] = [:]
        for field in TruthField.allCases {
            let seen = byField[field] ?? []
            switch field {
            case .position, .rankCode, .salaryStep, .salaryCoefficient, .positionAllowance, .oldUnit:
                fields[field] = newest(seen)
            case .category:
                let said = seen.sorted { $0.quality < $1.quality }.map(\.value)
                let isKnown = seen.contains { $0.quality == .whole }
                // Without the column of any list, a vague rank leaves it open.
                fields[field] =
                    seen.isEmpty || (!isKnown && said.contains("*"))
                    ? "*" : distinct(said.filter { $0 != "*" }).joined(separator: "|")
            default: fields[field] = bestAttested(seen, right: right(field, of: person))
            }
        }
        if byField[.salaryStep] == nil { fields[.salaryStep] = "*" }
        if byField[.salaryCoefficient] == nil, byField[.salaryStep] != nil { fields[.salaryCoefficient] = "*" }
        if body.kind != .commune { fields[.oldUnit] = "*" }
        return fields
    }

    private static func right(_ field: TruthField, of person: InventedPerson) -> String {
        switch field {
        case .fullName: person.name.full
        case .birthDate: person.birth.iso
        case .gender: person.isFemale ? "female" : "male"
        case .nationalID: IdentityRules.twelve(person.citizenID)
        case .oldNationalID: IdentityRules.nine(person.oldID)
        case .ethnicity: person.ethnicity
        case .qualification: person.qualification
        case .politicalTheory: person.politicalTheory
        case .partyJoined: person.partyJoined?.iso ?? ""
        case .recruitedOn: person.recruited.iso
        default: ""
        }
    }

    /// The values of the newest list that gives one; those of lists without a date are acceptable too.
    private static func newest(_ seen: [Observation]) -> String {
        let last = seen.map(\.date).max() ?? 0
        return distinct(seen.filter { $0.date == last }.map(\.value) + seen.filter { $0.date == 0 }.map(\.value))
            .joined(separator: "|")
    }

    /// The most complete values; of several the one that most rows give, of equally many all, the right one first.
    private static func bestAttested(_ seen: [Observation], right: String) -> String {
        var candidates = seen.filter { $0.quality != .incomplete }
        if candidates.isEmpty { candidates = seen }
        var votes: [String: Int] = [:]
        for value in candidates { votes[value.value, default: 0] += 1 }
        let most = votes.values.max() ?? 0
        var best = distinct(candidates.map(\.value)).filter { votes[$0] == most }
        if let place = best.firstIndex(of: right) {
            best.remove(at: place)
            best.insert(right, at: 0)
        } else if candidates.allSatisfy({ $0.quality == .incomplete }), best.count < votes.count {
            best = distinct(candidates.map(\.value))
        }
        return best.joined(separator: "|")
    }

    private static func distinct(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}
