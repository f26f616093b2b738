// The choice, field by field, between the rows of one person.

import Personnel

/// Chooses among the values that a person's rows give.
///
/// `values` begins as the row of the newest list that says the unit: its place, context and list date stay. A field that
/// no row has stays empty, its source `Person.noSource`.
struct FieldChoice {
    private let candidates: [PersonRecord]
    /// Positions in `candidates`: newest list first, then the more complete row, then file order.
    private let newestFirst: [Int]
    private let names: NameQualities
    private(set) var values: PersonRecord
    private(set) var sources = FieldSources()

    /// - Parameter candidates: the person's rows in file order, at least one.
    init(candidates: [PersonRecord], names: NameQualities) {
        self.candidates = candidates
        self.names = names
        let completeness = candidates.map { record in Self.fields.count { record.tells($0) } }
        let newestFirst = candidates.indices.sorted { one, other in
            let dates = (candidates[one].listDate?.packed ?? 0, candidates[other].listDate?.packed ?? 0)
            return (dates.1, completeness[other], one) < (dates.0, completeness[one], other)
        }
        self.newestFirst = newestFirst
        let home =
            newestFirst.first { candidates[$0].oldUnit != nil } ?? newestFirst.first { !candidates[$0].unit.isNone }
        values = candidates[home ?? newestFirst[0]]
        values.originals = ValueSpan()
        values.extras = ValueSpan()
        if let home { sources[Int(Field.unit.rawValue)] = UInt16(truncatingIfNeeded: home) }
    }

    /// Made once: `allCases` makes an array every time.
    private static let fields = Field.allCases

    mutating func chooseAll() {
        chooseIdentity()
        chooseSalary()
        takeNewest(.position, \.position)
        takeNewest(.department, \.department)
        takeCategory()
        takeNewest(.positionAllowance, \.positionAllowance)
        takeNewest(.proposedUnit, \.proposedUnit)
        takeNewest(.proposedPosition, \.proposedPosition)
        takeNewest(.policy, \.policy)
        takeNewest(.residence, \.residence)
        takeNewest(.phone, \.phone)
        takeNewest(.note, \.note)
        takeNewest(.insuranceYears, \.insuranceMonths)
        takeBestAttested(.religion, \.religion)
        takeBestAttested(.homeTown, \.homeTown)
        takeBestAttested(.qualification, \.qualification)
        takeBestAttested(.fieldOfStudy, \.fieldOfStudy)
        takeBestAttested(.politicalTheory, \.politicalTheory)
        takeDate(.partyJoined, \.partyJoined)
        takeDate(.recruitedOn, \.recruitedOn)
        takeDate(.insuranceFrom, \.insuranceFrom)
    }

    // MARK: Who the person is

    private mutating func chooseIdentity() {
        let names = names
        take(
            .fullName, \.fullName,
            from: bestAttested(\.fullName.known) { name, _ in
                let quality = names.quality(of: name)
                return Standing(merit: quality.merit, tie: quality.tie)
            })
        values.nameKey = sourceRecord(of: .fullName)?.nameKey ?? values.nameKey
        take(
            .nationalID, \.nationalID,
            from: bestAttested(\.nationalID, dependsOnRow: true) { _, record in
                Standing(merit: record.agreesWithItsNumber ? 1 : 0)
            })
        takeBestAttested(.oldNationalID, \.oldNationalID)
        takeBestAttested(.gender, \.gender)
        takeBestAttested(.ethnicity, \.ethnicity)
        let yearOfNumber = values.nationalID?.birthYear
        take(
            .birthDate, \.birthDate,
            from: bestAttested(\.birthDate) { date, _ in
                Standing(merit: date.knownParts, tie: date.year == yearOfNumber ? 1 : 0)
            })
    }

    // MARK: What the person earns

    /// Rank, step and coefficient belong together: what the newest row that gives any of them leaves out comes from the
    /// newest row that does not contradict it, if there is one.
    private mutating func chooseSalary() {
        let speaking = newestFirst.first {
            let row = candidates[$0]
            return row.salaryStep != nil || row.salaryCoefficient != nil || !row.rank.isNone
        }
        guard let speaking else { return }
        let anchor = candidates[speaking]
        func newest(_ hasValue: (PersonRecord) -> Bool) -> Int? {
            let having = newestFirst.filter { hasValue(candidates[$0]) }
            return having.first { !candidates[$0].contradictsSalary(of: anchor) } ?? having.first
        }
        take(.rank, \.rank, from: newest { !$0.rank.isNone })
        take(.salaryStep, \.salaryStep, from: newest { $0.salaryStep != nil })
        take(.salaryCoefficient, \.salaryCoefficient, from: newest { $0.salaryCoefficient != nil })
        take(.overFrame, \.overFrame, from: newest { $0.overFrame != nil })
    }

    /// The newest list that says it of the person; a list that says it of all its people (a title, its sender) counts
    /// where none does.
    private mutating func takeCategory() {
        let having = newestFirst.filter { candidates[$0].category != nil }
        take(.category, \.category, from: having.first { candidates[$0].saysCategory } ?? having.first)
    }

    // MARK: Ways to choose

    /// How good a value is: by merit before votes, by tie after them.
    private struct Standing {
        var merit = 0
        var tie = 0
    }

    /// The row whose value has most merit, then most votes, then wins the tie, then is newest; nil where no row has one.
    ///
    /// - Parameter dependsOnRow: whether rows of the same value may stand differently. Where they can't and all rows that
    ///   have a value agree, as most do, the newest of them is the answer.
    private func bestAttested<Value: Hashable>(
        _ value: (PersonRecord) -> Value?, dependsOnRow: Bool = false,
        standing: (Value, PersonRecord) -> Standing = { _, _ in Standing() }
    ) -> Int? {
        if !dependsOnRow {
            guard let newest = newestFirst.first(where: { value(candidates[$0]) != nil }) else { return nil }
            let answer = value(candidates[newest])
            let isAgreed = candidates.allSatisfy { candidate in
                let other = value(candidate)
                return other == nil || other == answer
            }
            if isAgreed { return newest }
        }
        var best: (position: Int, merit: Int, votes: Int, tie: Int)?
        for position in newestFirst {
            guard let mine = value(candidates[position]) else { continue }
            let votes = candidates.count { value($0) == mine }
            let standing = standing(mine, candidates[position])
            if let best, (standing.merit, votes, standing.tie) <= (best.merit, best.votes, best.tie) { continue }
            best = (position, standing.merit, votes, standing.tie)
        }
        return best?.position
    }

    private mutating func take<Value>(_ field: Field, _ path: WritableKeyPath<PersonRecord, Value>, from source: Int?) {
        guard let source else { return }
        values[keyPath: path] = candidates[source][keyPath: path]
        sources[Int(field.rawValue)] = UInt16(truncatingIfNeeded: source)
    }

    private func sourceRecord(of field: Field) -> PersonRecord? {
        let source = Int(sources[Int(field.rawValue)])
        return candidates.indices.contains(source) ? candidates[source] : nil
    }

    private mutating func takeNewest(_ field: Field, _ path: WritableKeyPath<PersonRecord, TextCode>) {
        take(field, path, from: newestFirst.first { !candidates[$0][keyPath: path].isNone })
    }

    private mutating func takeNewest<Value>(_ field: Field, _ path: WritableKeyPath<PersonRecord, Value?>) {
        take(field, path, from: newestFirst.first { candidates[$0][keyPath: path] != nil })
    }

    private mutating func takeBestAttested(_ field: Field, _ path: WritableKeyPath<PersonRecord, TextCode>) {
        take(field, path, from: bestAttested { $0[keyPath: path].known })
    }

    private mutating func takeBestAttested<Value: Hashable>(
        _ field: Field, _ path: WritableKeyPath<PersonRecord, Value?>
    ) {
        take(field, path, from: bestAttested { $0[keyPath: path] })
    }

    private mutating func takeDate(_ field: Field, _ path: WritableKeyPath<PersonRecord, PartialDate?>) {
        take(
            field, path,
            from: bestAttested {
                $0[keyPath: path]
            } standing: { date, _ in
                Standing(merit: date.knownParts)
            })
    }
}

extension TextCode {
    /// Nil for the empty text.
    fileprivate var known: TextCode? { isNone ? nil : self }
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

    fileprivate func contradictsSalary(of other: PersonRecord) -> Bool {
        func differ<Value: Equatable>(_ one: Value?, _ two: Value?) -> Bool { one != nil && two != nil && one != two }
        return differ(salaryStep, other.salaryStep) || differ(salaryCoefficient, other.salaryCoefficient)
            || differ(rank.known, other.rank.known)
    }
}
