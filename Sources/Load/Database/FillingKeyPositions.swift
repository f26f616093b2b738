// The table of key positions: who is proposed for each seat and what the dossier lacks.

import Personnel

extension Filling {
    func fillKeyPositions() throws {
        let columns = "new_unit_id, title, person_id, status, findings, seat, remaining_months, position"
        try fill("key_position", columns) { insert in
            for (index, position) in consolidation.keyPositions.enumerated() {
                let findings = position.findings.map { finding in
                    "{\"code\":" + jsonText(finding.code) + ",\"message\":" + jsonText(finding.message) + "}"
                }
                insert.bind(1, position.newUnit)
                insert.bind(2, position.title)
                insert.bind(3, position.person.map { consolidation.people.id(of: $0) })
                insert.bind(4, position.status.rawValue)
                insert.bind(5, "[" + findings.joined(separator: ",") + "]")
                insert.bind(6, position.seat)
                insert.bind(7, position.remainingMonths)
                insert.bind(8, index + 1)
                try insert.insert()
            }
        }
    }
}
