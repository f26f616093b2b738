// Tables of identities: what the next run must know to give everybody the same id.

import Personnel

extension Filling {
    func fillIdentities() throws {
        let history = consolidation.history
        try fill("retired_person", "person_id, since, successor_id") { insert in
            for identity in history.retired {
                insert.bind(1, identity.id)
                insert.bind(2, identity.since)
                insert.bind(3, identity.successor)
                try insert.insert()
            }
        }
        try fill("retired_row", "person_id, fingerprint, national_id, name_and_birth") { insert in
            for row in history.formerRows {
                insert.bind(1, row.id)
                insert.bind(2, Int64(bitPattern: row.fingerprint))
                insert.bind(3, Int64(bitPattern: row.nationalID))
                insert.bind(4, Int64(bitPattern: row.nameAndBirth))
                try insert.insert()
            }
        }
        try fill("row_correction", "was, became") { insert in
            for correction in history.corrections {
                insert.bind(1, Int64(bitPattern: correction.from))
                insert.bind(2, Int64(bitPattern: correction.to))
                try insert.insert()
            }
        }
    }
}
