// Tables of people: the values that stand, every value that some row gave, and the place found.

import Personnel

extension Filling {
    func packPeople(_ packer: Packer) throws {
        let people = consolidation.people
        try pack(packer, "person", Self.personColumns, rows: people.count) { insert in
            try register.pool.lend { texts in
                try people.forEachValues(of: people.indices) { _, person, values in
                    insert.bind(1, people.id(of: person))
                    bind(values, level: people.level(of: person), texts, to: insert)
                    insert.bind(35, consolidation.history.since(ofPerson: person))
                    try insert.insert()
                }
            }
        }
    }

    private static let personColumns = """
        person_id, full_name, name_key, birth_date, gender, national_id, old_national_id, ethnicity, religion, home_town, \
        residence, category, level, position, unit, department, rank_code, salary_step, salary_coefficient, over_frame, \
        position_allowance, qualification, field_of_study, political_theory, party_joined, recruited_on, insurance_from, \
        insurance_months, proposed_unit, proposed_position, policy, phone, note, old_unit_id, since
        """

    /// Binds in the order of `personColumns` what stands between the id and the generation.
    private func bind(_ values: PersonRecord, level: Level?, _ texts: TextPool.Loan, to insert: PackedInsert) {
        insert.bind(2, utf8: texts[values.fullName])
        insert.bind(3, utf8: texts[values.nameKey])
        insert.bind(4, values.birthDate)
        insert.bind(5, values.gender?.rawValue)
        insert.bind(6, values.nationalID)
        insert.bind(7, values.oldNationalID)
        insert.bind(8, values.ethnicity, of: texts)
        insert.bind(9, values.religion, of: texts)
        insert.bind(10, values.homeTown, of: texts)
        insert.bind(11, values.residence, of: texts)
        insert.bind(12, values.category?.rawValue)
        insert.bind(13, level?.rawValue)
        insert.bind(14, values.position, of: texts)
        insert.bind(15, values.unit, of: texts)
        insert.bind(16, values.department, of: texts)
        insert.bind(17, values.rank, of: texts)
        insert.bind(18, values.salaryStep)
        insert.bind(19, values.salaryCoefficient)
        insert.bind(20, values.overFrame)
        insert.bind(21, values.positionAllowance)
        insert.bind(22, values.qualification?.rawValue)
        insert.bind(23, values.fieldOfStudy, of: texts)
        insert.bind(24, values.politicalTheory?.rawValue)
        insert.bind(25, values.partyJoined)
        insert.bind(26, values.recruitedOn)
        insert.bind(27, values.insuranceFrom)
        insert.bind(28, values.insuranceMonths)
        insert.bind(29, values.proposedUnit, of: texts)
        insert.bind(30, values.proposedPosition, of: texts)
        insert.bind(31, values.policy, of: texts)
        insert.bind(32, values.phone, of: texts)
        insert.bind(33, values.note, of: texts)
        insert.bind(34, values.oldUnit.map { consolidation.oldUnits[Int($0)].id })
    }

    /// The same few combinations of levels stand over most merges: each is written once.
    func fillMergeEvidence() throws {
        var numbers = EvidenceNumbers()
        var evidence: [[String]] = []
        evidenceOfMerge = consolidation.merges.map { merge in
            let number = numbers.number(of: merge.evidence)
            if number > evidence.count { evidence.append(merge.evidence) }
            return number
        }
        try fill("merge_evidence", "evidence_id, evidence") { insert in
            for (position, lines) in evidence.enumerated() {
                insert.bind(1, position + 1)
                insert.bind(2, jsonArray(lines))
                try insert.insert()
            }
        }
    }

    func packMergedPeople(_ packer: Packer) throws {
        let (merges, people) = (consolidation.merges, consolidation.people)
        try pack(packer, "merged_person", "person_id, evidence_id", rows: merges.count) { insert in
            for index in merges.indices {
                insert.bind(1, people.id(of: merges[index].person))
                insert.bind(2, evidenceOfMerge[index])
                try insert.insert()
            }
        }
    }

    func packAssignments(_ packer: Packer) throws {
        let columns = "person_id, status, new_unit_id, rule, basis"
        let (assignments, people) = (consolidation.assignments, consolidation.people)
        try pack(packer, "assignment", columns, rows: people.count) { insert in
            try assignments.kept.withUnsafeBufferPointer { kept in
                for position in people.indices {
                    let number = assignments.number(ofPerson: position)
                    insert.bind(1, people.id(of: position))
                    insert.bind(2, kept[number].status.rawValue)
                    insert.bind(3, kept[number].newUnit)
                    insert.bind(4, kept[number].rule)
                    insert.bind(5, kept[number].basis)
                    try insert.insert()
                }
            }
        }
    }

    func fillReviewPairs() throws {
        try fill("review_pair", "left_person_id, right_person_id, probability, evidence") { insert in
            for pair in consolidation.reviewPairs {
                let (left, right) = (consolidation.people.id(of: pair.left), consolidation.people.id(of: pair.right))
                insert.bind(1, min(left, right))
                insert.bind(2, max(left, right))
                insert.bind(3, pair.probability)
                insert.bind(4, jsonArray(pair.evidence))
                try insert.insert()
            }
        }
    }
}
