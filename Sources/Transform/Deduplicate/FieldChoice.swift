// The choice, field by field, between the rows of one person.

import Personnel

/// Chooses among the values that a person's rows give, one person after the other.
///
/// `values` begins as the row of the newest list that says the unit: its place, context and list date stay. A field
/// that no row has stays empty, its source `Person.noSource`.
struct FieldChoice {
    private let names: NameQualities
    private var candidates: [PersonRecord] = []
    /// The values of each candidate by field, as ``PersonRecord/code(of:)`` gives them: one candidate after the other.
    private var codes: [UInt64] = []
    /// How many fields each candidate tells.
    private var completeness: [Int] = []
    /// Positions in `candidates`: newest list first, then the more complete row, then file order.
    private var newestFirst: [Int] = []
    private(set) var values = PersonRecord(place: RowReference(file: 0), context: 0)
    private(set) var sources = FieldSources()

    init(names: NameQualities) { self.names = names }

    /// Made once: `allCases` makes an array every time.
    private static let fields = Field.allCases
    private static let width = fields.count

    /// Writes where each value stands behind each other.
    func writeSources(to all: UnsafeMutableBufferPointer<UInt16>, from start: Int) {
        for field in 0..<FieldSources.width { all[start + field] = sources[field] }
    }

    /// Chooses every value of a person.
    ///
    /// - Parameter rows: the person's rows in file order, at least one.
    mutating func choose(among rows: some Sequence<PersonRecord>) {
        gather(rows)
        let home =
            newestFirst.first { candidates[$0].oldUnit != nil } ?? newestFirst.first { code(.unit, $0) != 0 }
        values = candidates[home ?? newestFirst[0]]
        values.originals = ValueSpan()
        values.extras = ValueSpan()
        sources = FieldSources()
        if let home { sources[Int(Field.unit.rawValue)] = UInt16(truncatingIfNeeded: home) }
        chooseIdentity()
        chooseSalary()
        takeCategory()
        for field in Self.changing { take(field, from: newest(field)) }
        for field in Self.lasting { take(field, from: bestAttested(field)) }
        for field in Self.dates { takeDate(field) }
    }

    /// What the newest list says.
    private static let changing: [Field] = [
        .position, .department, .positionAllowance, .proposedUnit, .proposedPosition, .policy, .residence, .phone,
        .note, .insuranceYears,
    ]
    /// What most rows say.
    private static let lasting: [Field] = [.religion, .homeTown, .qualification, .fieldOfStudy, .politicalTheory]
    private static let dates: [Field] = [.partyJoined, .recruitedOn, .insuranceFrom]

    private mutating func gather(_ rows: some Sequence<PersonRecord>) {
        candidates.removeAll(keepingCapacity: true)
        codes.removeAll(keepingCapacity: true)
        completeness.removeAll(keepingCapacity: true)
        newestFirst.removeAll(keepingCapacity: true)
        for row in rows {
            newestFirst.append(candidates.count)
            candidates.append(row)
            var told = 0
            for field in Self.fields {
                let code = row.code(of: field)
                codes.append(code)
                if code != 0 || field == .unit && row.oldUnit != nil { told += 1 }
            }
            completeness.append(told)
        }
        let (candidates, completeness) = (candidates, completeness)
        newestFirst.sort { one, other in
            let dates = (candidates[one].listDate?.packed ?? 0, candidates[other].listDate?.packed ?? 0)
            return (dates.1, completeness[other], one) < (dates.0, completeness[one], other)
        }
    }

    private func code(_ field: Field, _ candidate: Int) -> UInt64 {
        codes[candidate * Self.width + Int(field.rawValue)]
    }

    // MARK: Who the person is

    private mutating func chooseIdentity() {
        let names = names
        take(
            .fullName,
            from: bestAttested(.fullName) { candidate in
                let quality = names.quality(of: candidate.fullName)
                return Standing(merit: quality.merit, tie: quality.tie)
            })
        take(
            .nationalID,
            from: bestAttested(.nationalID, dependsOnRow: true) { Standing(merit: $0.agreesWithItsNumber ? 1 : 0) })
        take(.oldNationalID, from: bestAttested(.oldNationalID))
        take(.gender, from: bestAttested(.gender))
        take(.ethnicity, from: bestAttested(.ethnicity))
        let yearOfNumber = values.nationalID?.birthYear
        take(
            .birthDate,
            from: bestAttested(.birthDate) { candidate in
                guard let date = candidate.birthDate else { return Standing() }
                return Standing(merit: date.knownParts, tie: date.year == yearOfNumber ? 1 : 0)
            })
    }

    // MARK: What the person earns

    /// Rank, step and coefficient belong together: what the newest row that gives any of them leaves out comes from the
    /// newest row that does not contradict it, if there is one.
    private mutating func chooseSalary() {
        let salary: [Field] = [.salaryStep, .salaryCoefficient, .rank]
        guard let anchor = newestFirst.first(where: { row in salary.contains { code($0, row) != 0 } }) else { return }
        func contradicts(_ row: Int) -> Bool {
            salary.contains { field in
                let (one, other) = (code(field, row), code(field, anchor))
                return one != 0 && other != 0 && one != other
            }
        }
        for field in [Field.rank, .salaryStep, .salaryCoefficient, .overFrame] {
            take(
                field, from: newestFirst.first { code(field, $0) != 0 && !contradicts($0) } ?? newest(field))
        }
    }

    /// The newest list that says it of the person; a list that says it of all its people (a title, its sender) counts
    /// where none does.
    private mutating func takeCategory() {
        take(
            .category,
            from: newestFirst.first { code(.category, $0) != 0 && candidates[$0].saysCategory } ?? newest(.category))
    }

    // MARK: Ways to choose

    /// How good a value is: by merit before votes, by tie after them.
    private struct Standing {
        var merit = 0
        var tie = 0
    }

    /// The newest row that has a value.
    private func newest(_ field: Field) -> Int? { newestFirst.first { code(field, $0) != 0 } }

    /// The row whose value has most merit, then most votes, then wins the tie, then is newest; nil where no row has
    /// one.
    ///
    /// - Parameter dependsOnRow: whether rows of the same value may stand differently. Where they can't and all rows
    ///   that have a value agree, as most do, the newest of them is the answer.
    private func bestAttested(
        _ field: Field, dependsOnRow: Bool = false, standing: (PersonRecord) -> Standing = { _ in Standing() }
    ) -> Int? {
        if !dependsOnRow {
            guard let newest = newest(field) else { return nil }
            let answer = code(field, newest)
            let isAgreed = candidates.indices.allSatisfy { code(field, $0) == 0 || code(field, $0) == answer }
            if isAgreed { return newest }
        }
        var best: (position: Int, merit: Int, votes: Int, tie: Int)?
        for position in newestFirst {
            let mine = code(field, position)
            if mine == 0 { continue }
            let votes = candidates.indices.count { code(field, $0) == mine }
            let standing = standing(candidates[position])
            if let best, (standing.merit, votes, standing.tie) <= (best.merit, best.votes, best.tie) { continue }
            best = (position, standing.merit, votes, standing.tie)
        }
        return best?.position
    }

    private mutating func take(_ field: Field, from source: Int?) {
        guard let source else { return }
        values.take(field, from: candidates[source])
        sources[Int(field.rawValue)] = UInt16(truncatingIfNeeded: source)
    }

    private mutating func takeDate(_ field: Field) {
        take(
            field,
            from: bestAttested(field) { candidate in
                let date = candidate.code(of: field)
                return Standing(merit: date % 100 != 0 ? 2 : date / 100 % 100 != 0 ? 1 : 0)
            })
    }
}

extension PartialDate {
    fileprivate var knownParts: Int { day != nil ? 2 : month != nil ? 1 : 0 }
}

extension PersonRecord {
    /// Whether the citizen identity number goes with the row's own birth year and gender.
    fileprivate var agreesWithItsNumber: Bool {
        guard let nationalID else { return false }
        return (gender ?? nationalID.gender) == nationalID.gender
            && (birthDate?.year ?? nationalID.birthYear) == nationalID.birthYear
    }
}
