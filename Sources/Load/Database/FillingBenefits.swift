// The table of benefits: what those who leave are owed, with everything that it was reckoned from.

import Personnel

extension Filling {
    func fillBenefits() throws {
        try fill("benefit", "person_id, regime, months, amount_vnd, basis, inputs, title") { insert in
            for benefit in consolidation.benefits {
                insert.bind(1, consolidation.people.id(of: benefit.person))
                insert.bind(2, benefit.regime)
                insert.bind(3, benefit.months)
                insert.bind(4, benefit.amount)
                insert.bind(5, benefit.basis)
                insert.bind(6, json(benefit))
                insert.bind(7, benefit.title)
                try insert.insert()
            }
        }
    }

    private func json(_ benefit: Benefit) -> String {
        var members = benefit.inputs.map { input in
            let value =
                switch input.value {
                case .number(let number): String(number)
                case .text(let text): jsonText(text)
                }
            return jsonText(input.name) + ":" + value
        }
        let parts = benefit.parts.map { part in
            "{\"name\":\(jsonText(part.name)),\"factor\":\(fraction(part.factor, 1000)),"
                + "\"measure\":\(fraction(part.measure, 100)),\"amount\":\(part.amount)}"
        }
        members.append("\"parts\":[" + parts.joined(separator: ",") + "]")
        members.append("\"missing\":" + jsonArray(benefit.missing))
        return "{" + members.joined(separator: ",") + "}"
    }

    /// A number of so many parts as JSON writes it: `2.5`.
    private func fraction(_ number: Int64, _ parts: Int64) -> String {
        let (whole, rest) = number.quotientAndRemainder(dividingBy: parts)
        return rest == 0 ? String(whole) : "\(whole).\(String(rest + parts).dropFirst())"
    }
}
