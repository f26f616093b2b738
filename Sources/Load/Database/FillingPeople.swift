// Tables of people: the values that stand, every value that some row gave, and the place found.

import Personnel

extension Filling {
    func fillPeople() throws {
        let pool = register.pool
        try fill("person", Self.personColumns) { insert in
            for person in consolidation.people {
                bind(person, in: pool, to: insert)
                try insert.insert()
            }
        }
    }

    private static let personColumns = """
        person_id, full_name, name_key, birth_date, gender, national_id, old_national_id, ethnicity, religion, home_town, \
        residence, category, level, position, unit, department, rank_code, salary_step, salary_coefficient, over_frame, \
        position_allowance, qualification, field_of_study, political_theory, party_joined, recruited_on, insurance_from, \
        insurance_months, proposed_unit, proposed_position, policy, phone, note, old_unit_id
        """

    /// Binds in the order of `personColumns`.
    private func bind(_ person: Person, in pool: borrowing TextPool, to insert: BulkInsert) {
        let values = person.values
        insert.bind(1, person.id)
        pool.withUTF8(of: values.fullName) { insert.bind(2, utf8: $0) }
        pool.withUTF8(of: values.nameKey) { insert.bind(3, utf8: $0) }
        insert.bind(4, values.birthDate)
        insert.bind(5, values.gender?.rawValue)
        insert.bind(6, values.nationalID)
        insert.bind(7, values.oldNationalID)
        insert.bind(8, values.ethnicity, of: pool)
        insert.bind(9, values.religion, of: pool)
        insert.bind(10, values.homeTown, of: pool)
        insert.bind(11, values.residence, of: pool)
        insert.bind(12, values.category?.rawValue)
        insert.bind(13, person.level?.rawValue)
        insert.bind(14, values.position, of: pool)
        insert.bind(15, values.unit, of: pool)
        insert.bind(16, values.department, of: pool)
        insert.bind(17, values.rank, of: pool)
        insert.bind(18, values.salaryStep)
        insert.bind(19, values.salaryCoefficient)
        insert.bind(20, values.overFrame)
        insert.bind(21, values.positionAllowance)
        insert.bind(22, values.qualification?.rawValue)
        insert.bind(23, values.fieldOfStudy, of: pool)
        insert.bind(24, values.politicalTheory?.rawValue)
        insert.bind(25, values.partyJoined)
        insert.bind(26, values.recruitedOn)
        insert.bind(27, values.insuranceFrom)
        insert.bind(28, values.insuranceMonths)
        insert.bind(29, values.proposedUnit, of: pool)
        insert.bind(30, values.proposedPosition, of: pool)
        insert.bind(31, values.policy, of: pool)
        insert.bind(32, values.phone, of: pool)
        insert.bind(33, values.note, of: pool)
        insert.bind(34, values.oldUnit.map { consolidation.oldUnits[Int($0)].id })
    }

    /// In order of person, field, row: the order of the table's key, so that every row is appended.
    func fillPersonValues() throws {
        let pool = register.pool
        try fill("person_value", "person_id, field, row_id, value, original, chosen") { insert in
            var given: [(row: Int64, record: PersonRecord)] = []
            for person in consolidation.people {
                given.removeAll(keepingCapacity: true)
                for record in person.records {
                    let record = register.records[Int(record)]
                    given.append((try id(of: record.place), record))
                }
                insert.bind(1, person.id)
                for stored in StoredField.all {
                    let source = Int(person.sources[Int(stored.field.rawValue)])
                    insert.bind(2, stored.field.name)
                    for (position, (row, record)) in given.enumerated() {
                        let hasValue = stored.bind(4, of: record, in: pool, to: insert)
                        let hasOriginal = stored.bindOriginal(5, of: record, in: pool, to: insert)
                        guard hasValue || hasOriginal else { continue }
                        insert.bind(3, row)
                        insert.bind(6, hasValue && position == source ? 1 : 0)
                        try insert.insert()
                    }
                }
            }
        }
    }

    func fillMergeReasons() throws {
        try fill("merge_reason", "person_id, evidence") { insert in
            for merge in consolidation.merges {
                insert.bind(1, consolidation.people[merge.person].id)
                insert.bind(2, jsonArray(merge.evidence))
                try insert.insert()
            }
        }
    }

    func fillAssignments() throws {
        try fill("assignment", "person_id, status, new_unit_id, rule, basis") { insert in
            for (person, assignment) in zip(consolidation.people, consolidation.assignments) {
                insert.bind(1, person.id)
                insert.bind(2, assignment.status.rawValue)
                insert.bind(3, assignment.newUnit)
                insert.bind(4, assignment.rule)
                insert.bind(5, assignment.basis)
                try insert.insert()
            }
        }
    }

    func fillReviewPairs() throws {
        try fill("review_pair", "left_person_id, right_person_id, probability, evidence") { insert in
            for pair in consolidation.reviewPairs {
                let (left, right) = (consolidation.people[pair.left].id, consolidation.people[pair.right].id)
                insert.bind(1, min(left, right))
                insert.bind(2, max(left, right))
                insert.bind(3, pair.probability)
                insert.bind(4, jsonArray(pair.evidence))
                try insert.insert()
            }
        }
    }

    /// How many person rows of each file have a value of each field, and how many were changed by reading them.
    func fillFieldCounts() throws {
        let fields = StoredField.all.map(\.field)
        let width = Field.allCases.count
        var filled = [Int](repeating: 0, count: register.files.count * width)
        var changed = filled
        for record in register.records {
            let base = Int(record.place.file) * width
            for field in fields where record.hasValue(of: field) { filled[base + Int(field.rawValue)] += 1 }
            var seen: Set<Field> = []
            for original in record.originals {
                let field = StoredField.stored(as: original.field)
                if seen.insert(field).inserted { changed[base + Int(field.rawValue)] += 1 }
            }
        }
        try fill("field_count", "file_id, field, filled, changed") { insert in
            for file in register.files.indices {
                insert.bind(1, file + 1)
                for field in fields {
                    let index = file * width + Int(field.rawValue)
                    guard filled[index] > 0 || changed[index] > 0 else { continue }
                    insert.bind(2, field.name)
                    insert.bind(3, filled[index])
                    insert.bind(4, changed[index])
                    try insert.insert()
                }
            }
        }
    }
}

extension PersonRecord {
    /// Whether the record has a value of a field, without making its text.
    func hasValue(of field: Field) -> Bool {
        switch field {
        case .fullName: !fullName.isNone
        case .birthDate: birthDate != nil
        case .gender: gender != nil
        case .nationalID: nationalID != nil
        case .oldNationalID: oldNationalID != nil
        case .ethnicity: !ethnicity.isNone
        case .religion: !religion.isNone
        case .homeTown: !homeTown.isNone
        case .residence: !residence.isNone
        case .position: !position.isNone
        case .unit: !unit.isNone
        case .department: !department.isNone
        case .category: category != nil
        case .rank: !rank.isNone
        case .salaryStep: salaryStep != nil
        case .salaryCoefficient: salaryCoefficient != nil
        case .overFrame: overFrame != nil
        case .positionAllowance: positionAllowance != nil
        case .qualification: qualification != nil
        case .fieldOfStudy: !fieldOfStudy.isNone
        case .politicalTheory: politicalTheory != nil
        case .partyJoined: partyJoined != nil
        case .recruitedOn: recruitedOn != nil
        case .insuranceFrom: insuranceFrom != nil
        case .insuranceYears: insuranceMonths != nil
        case .proposedUnit: !proposedUnit.isNone
        case .proposedPosition: !proposedPosition.isNone
        case .policy: !policy.isNone
        case .phone: !phone.isNone
        case .note: !note.isNone
        case .ordinal, .familyName, .givenName, .birthDateMale, .birthDateFemale, .level: false
        }
    }
}
