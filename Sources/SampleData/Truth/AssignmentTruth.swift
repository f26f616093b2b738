// Where the rules of the reorganisation put a person, from what the lists show.

/// The right assignment of a person.
struct AssignmentTruth: Sendable, Equatable {
    var status: String
    /// The code or key of the new unit; empty for none, `*` where it is not judged.
    var unit: String
    var rule: String

    /// The first rule that decides, in the order of `reorganisation.md`.
    static func of(
        _ person: InventedPerson, body: Body, district: OldDistrict, region: SampleRegion, sawPlan: Bool,
        sawLeaving: Bool, sawCommune: Bool
    ) -> AssignmentTruth {
        if sawLeaving { return AssignmentTruth(status: "leaving", unit: "", rule: "leaving") }
        if sawPlan {
            switch person.plan {
            case .commune(let code): return AssignmentTruth(status: "assigned", unit: code, rule: "plan")
            case .serviceCentre(let code):
                return AssignmentTruth(status: "assigned", unit: "ttdvth-" + code, rule: "plan")
            case .department(let key, _): return AssignmentTruth(status: "assigned", unit: key, rule: "plan")
            case .none, .unknown, .ambiguous: break
            }
        }
        return byBody(person, body: body, district: district, region: region, sawCommune: sawCommune)
    }

    private static func byBody(
        _ person: InventedPerson, body: Body, district: OldDistrict, region: SampleRegion, sawCommune: Bool
    ) -> AssignmentTruth {
        func area(_ kind: String, _ rule: String) -> AssignmentTruth {
            let unit = region.receiver(kind: kind, of: district)
            return AssignmentTruth(status: unit == nil ? "unresolved" : "assigned", unit: unit ?? "", rule: rule)
        }
        let successors = body.commune.map { district.communes[$0].successors } ?? []
        let status = successors.count > 1 ? "review" : "assigned"
        let successor = body.commune.map { district.communes[$0].mainSuccessor } ?? ""
        switch body.kind {
        case .commune: return AssignmentTruth(status: status, unit: successor, rule: "commune")
        case .kindergarten, .primary, .secondary:
            // An island district is one unit: no list has to name it.
            guard sawCommune || district.communes.count == 1 else {
                return AssignmentTruth(status: "unresolved", unit: "", rule: "school")
            }
            return AssignmentTruth(status: status, unit: successor, rule: "school")
        case .upper:
            let unit = region.receiver(kind: "education_department", of: district) ?? "so-gddt"
            return AssignmentTruth(status: "assigned", unit: unit, rule: "upper-secondary")
        case .vocational: return area("regional_vocational_centre", "vocational")
        case .projects, .land: return area("area_project_land_board", "projects-land")
        case .agriculture, .economic: return area("area_agriculture_centre", "agriculture")
        case .culture where person.now.rank.hasPrefix("V.11"):
            return area("newspaper_radio_television", "communication")
        case .culture: return AssignmentTruth(status: "unresolved", unit: "", rule: "culture-sports")
        case .urban: return AssignmentTruth(status: "unresolved", unit: "", rule: "urban-order")
        case .outside: return AssignmentTruth(status: "unresolved", unit: "", rule: "none")
        case .leaders, .office, .division, .inspectorate, .partyoffice, .party, .front:
            return AssignmentTruth(status: "unresolved", unit: "", rule: "district-office")
        }
    }
}
