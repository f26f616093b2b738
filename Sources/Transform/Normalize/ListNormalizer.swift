// Rows of lists to records: field after field, remembering what was read before.
public import Personnel
import Vietnamese

/// Normalises the rows of lists, one list after the other. Texts that repeat from row to row and from list to list are
/// read once; what was read before changes no result.
///
/// All rows of a list must be given the same pool.
public struct ListNormalizer: Sendable {
    let normalizer: Normalizer
    var texts: [TextMemo<TextIssues>] = Array(repeating: TextMemo(), count: Field.allCases.count)
    /// Dates that are not in one of the plain forms, by the raw value of the field.
    var dates: [Memo<DateReading?>] = Array(repeating: Memo(), count: Field.allCases.count)
    /// Whether `dates` were read in a workbook that counts days from 1904.
    var datesAreFrom1904 = false
    var genders = Memo<GenderReading>()
    /// The heading under which `genders` were read, and the context that it is of.
    var genderHeading = ""
    var genderContext: Int?
    var ranks = TextMemo<KnownRank?>()
    var salarySteps = Memo<SalaryCell>()
    var salaryCoefficients = Memo<SalaryCell>()
    var overFrames = Memo<SalaryCell>()
    var allowances = Memo<AllowanceReading>()
    var qualifications = Memo<TrainingReading<Qualification>>()
    var politicalTheory = Memo<TrainingReading<PoliticalTheory>>()
    var categories = Memo<Category?>()
    /// By position.
    var positionCategories = Memo<Category?>()
    var insurance = Memo<InsuranceReading?>()
    /// What the row before took for its originals and extras: memory for the next.
    private var spare: (originals: [OriginalValue], extras: [ExtraCode]) = ([], [])
    /// By a line that stands over rows.
    var contextTexts = Memo<Category?>()
    /// By the position of the context in its file.
    var contextCategories: [Int: Category?] = [:]
    /// The one asked for last: most rows stand in the context of the row above.
    var lastContextCategory: (context: Int, category: Category?)?

    public init(_ normalizer: Normalizer) { self.normalizer = normalizer }

    /// Begins the next list: its contexts and its pool are others than those before.
    public mutating func beginList() {
        for index in texts.indices { texts[index].beginList() }
        ranks.beginList()
        genderContext = nil
        contextCategories.removeAll()
        lastContextCategory = nil
    }

    /// Adds the record of a person's row to its list, and its issues.
    ///
    /// False, and no record, where the row is rejected because it has no readable name (`name.missing`,
    /// `name.invalid`), and for rows that are no person's.
    public mutating func normalize(_ row: SourceRow, context: RowContext, into list: inout SourceList) -> Bool {
        guard row.kind == .person else { return false }
        return row.values.withTexts { values in
            var draft = RowDraft(row, values: values, context: context)
            draft.exchangeMemory(with: &spare)
            let isRead = read(row, into: &draft, context: context, pool: &list.pool)
            if isRead { list.append(draft.record, originals: draft.originals, extras: draft.extras) }
            if !draft.issues.isEmpty { list.issues += draft.issues }
            draft.exchangeMemory(with: &spare)
            return isRead
        }
    }

    /// False where the row has no readable name.
    private mutating func read(
        _ row: SourceRow, into draft: inout RowDraft, context: RowContext, pool: inout TextPool
    ) -> Bool {
        guard readName(into: &draft, pool: &pool) else { return false }
        let facts = readBirth(into: &draft, from1904: context.usesDatesFrom1904, pool: &pool)
        readIdentityNumbers(into: &draft, facts: facts, pool: &pool)
        readTexts(into: &draft, pool: &pool)
        let rank = readRank(into: &draft, pool: &pool)
        readSalary(into: &draft, rank: rank, pool: &pool)
        readTraining(into: &draft, pool: &pool)
        readCategory(into: &draft, rank: rank, context: context, contextIndex: row.context, pool: &pool)
        readEvents(into: &draft, from1904: context.usesDatesFrom1904, pool: &pool)
        keepExtras(of: row, in: &draft, pool: &pool)
        return true
    }

    func isMissing(_ text: String, in field: Field) -> Bool {
        normalizer.knowledge.missingWords.isMissing(text, in: field)
    }

    // MARK: Name

    /// False where the row has no readable name and is rejected.
    private func readName(into draft: inout RowDraft, pool: inout TextPool) -> Bool {
        if readPlainName(into: &draft, pool: &pool) { return true }
        var text = Self.writtenName(draft.values)
        let words = normalizer.knowledge.missingWords
        guard let name = PersonName(thorough: text), !words.isMissing(key: name.key, in: .fullName) else {
            let isMissing = words.isMissing(text, in: .fullName)
            draft.raise(isMissing ? .nameMissing : .nameInvalid, .fullName, value: text)
            return false
        }
        draft.record.fullName = pool.code(for: name.text)
        draft.record.nameKey = pool.code(for: name.key)
        text.withUTF8 { draft.keepOriginal(of: .fullName, $0, normalised: name.text, in: &pool) }
        if name.flags.contains(.lossy) { draft.raise(.textLossy, .fullName, value: text) }
        if name.flags.contains(.twoTones) { draft.raise(.textTwoTones, .fullName, value: text) }
        return true
    }

    /// Reads a name of letters and blanks; false, and nothing done, where it takes more to read it.
    private func readPlainName(into draft: inout RowDraft, pool: inout TextPool) -> Bool {
        let (whole, family, given) = (draft.values[.fullName], draft.values[.familyName], draft.values[.givenName])
        if family.isEmpty, given.isEmpty { return readPlainName(whole, into: &draft, pool: &pool) }
        guard whole.isEmpty else { return false }
        // Of two columns: the parts that there are, with a blank between them.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: family.count + given.count + 1) { memory in
            var count = 0
            for part in [family, given] where !part.isEmpty {
                if count > 0 {
                    memory[count] = 0x20
                    count += 1
                }
                _ = memory[count...].update(fromContentsOf: part)
                count += part.count
            }
            return readPlainName(UnsafeBufferPointer(rebasing: memory[..<count]), into: &draft, pool: &pool)
        }
    }

    private func readPlainName(
        _ text: UnsafeBufferPointer<UInt8>, into draft: inout RowDraft, pool: inout TextPool
    ) -> Bool {
        var isRead = false
        withPlainName(text) { name in
            if normalizer.knowledge.missingWords.isMissing(key: name.key, in: .fullName) { return }
            draft.record.fullName = pool.code(forUTF8: name.text)
            draft.record.nameKey = pool.code(forUTF8: name.key)
            if name.isChanged { draft.keepOriginal(of: .fullName, text, in: &pool) }
            if name.hasTwoTones {
                draft.raise(.textTwoTones, .fullName, value: String(decoding: text, as: UTF8.self))
            }
            isRead = true
        }
        return isRead
    }

    /// The name in one piece: of two columns where the list has two.
    private static func writtenName(_ values: FieldTexts) -> String {
        if values[.givenName].isEmpty && values[.familyName].isEmpty { return values.text(.fullName) }
        var parts = [values.text(.fullName), values.text(.familyName), values.text(.givenName)]
        // A column of whole names beside one of given names, unless it holds the given name as well.
        if !parts[0].isEmpty {
            parts[1] = ""
            if parts[0].hasSuffix(parts[2]) { parts[2] = "" }
        }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    // MARK: Birth and gender

    /// Birth date and gender, from the row alone: what identity numbers are compared with.
    private mutating func readBirth(into draft: inout RowDraft, from1904: Bool, pool: inout TextPool) -> BirthFacts {
        var columnGenders: [Gender] = []
        for (field, gender) in Self.birthFields {
            let text = draft.values[field]
            if text.isEmpty { continue }
            // A mark in the place of a date says the gender all the same.
            let isMark = gender != nil && text.count <= 3 && asciiKey(String(decoding: text, as: UTF8.self)) == "x"
            if !isMark {
                guard let reading = readDate(text, as: .birth, in: .birthDate, from1904: from1904) else { continue }
                takeBirthDate(reading, text: text, into: &draft, pool: &pool)
            }
            if let gender { columnGenders.append(gender) }
        }
        draft.record.gender = readGender(into: &draft) ?? (columnGenders.count == 1 ? columnGenders[0] : nil)
        if columnGenders.count > 1 && draft.record.gender == nil {
            draft.raise(.genderUnreadable, .gender, value: draft.values.text(.birthDateMale))
        }
        if let gender = draft.record.gender, !draft.values[.gender].isEmpty {
            draft.keepOriginal(of: .gender, draft.values[.gender], normalised: gender.rawValue, in: &pool)
        }
        return BirthFacts(birthYear: draft.record.birthDate?.year, gender: draft.record.gender)
    }

    private static let birthFields: [(Field, Gender?)] = [
        (.birthDate, nil), (.birthDateMale, .male), (.birthDateFemale, .female),
    ]

    private func takeBirthDate(
        _ reading: DateReading, text: UnsafeBufferPointer<UInt8>, into draft: inout RowDraft, pool: inout TextPool
    ) {
        var written: String { String(decoding: text, as: UTF8.self) }
        switch reading {
        case .missing: break
        case .unreadable(let issue):
            draft.raise(issue, .birthDate, value: written)
            draft.keepOriginal(of: .birthDate, text, normalised: "", in: &pool)
        case .date(let date, let issue):
            guard draft.record.birthDate == nil else { return }
            draft.record.birthDate = date
            draft.keepOriginal(of: .birthDate, text, normalised: date, in: &pool)
            if let issue { draft.raise(issue, .birthDate, value: written) }
            if normalizer.dates.isImplausibleBirth(date) {
                draft.raise(.birthDateImplausible, .birthDate, value: written)
            }
        }
    }

    private mutating func readGender(into draft: inout RowDraft) -> Gender? {
        let text = draft.values[.gender]
        if text.isEmpty { return nil }
        if genderContext != draft.contextIndex {
            genderContext = draft.contextIndex
            let heading = draft.headings[.gender] ?? ""
            if heading != genderHeading { genders = Memo() }
            genderHeading = heading
        }
        let (heading, knowledge) = (genderHeading, normalizer.knowledge)
        let reading = genders.reading(of: text) { text in
            let reading = knowledge.genders.read(text, heading: heading)
            // An `x` that no heading explains is no missing value: somebody meant something by it.
            let saysNothing = asciiKey(text) != "x" && knowledge.missingWords.isMissing(text, in: .gender)
            return reading == .unreadable && saysNothing ? .missing : reading
        }
        switch reading {
        case .missing: return nil
        case .gender(let gender): return gender
        case .unreadable:
            draft.raise(.genderUnreadable, .gender, detail: heading.isEmpty ? nil : heading)
            return nil
        }
    }

    /// The date of a cell; nil where it says nothing.
    mutating func readDate(
        _ text: UnsafeBufferPointer<UInt8>, as use: DateUse, in field: Field, from1904: Bool
    ) -> DateReading? {
        if let date = DateReader.plainDate(text) { return .date(date, nil) }
        if from1904 != datesAreFrom1904 {
            for index in dates.indices { dates[index] = Memo() }
            datesAreFrom1904 = from1904
        }
        let normalizer = normalizer
        return dates[Int(field.rawValue)].reading(of: text) { text in
            if normalizer.knowledge.missingWords.isMissing(text, in: field) { return nil }
            let reading = normalizer.dates.read(text, as: use, from1904: from1904)
            if use == .event, case .unreadable(.dateUnreadable) = reading {
                return normalizer.dates.readFirst(of: text) ?? reading
            }
            return reading == .missing ? nil : reading
        }
    }

    // MARK: Identity numbers

    private func readIdentityNumbers(into draft: inout RowDraft, facts: BirthFacts, pool: inout TextPool) {
        for field in [Field.nationalID, .oldNationalID] {
            let text = draft.values[field]
            if text.isEmpty { continue }
            let isNumber = text.count >= 8 && text[0] < 0x3A && text[0] != 0x2D
            if !isNumber && isMissing(String(decoding: text, as: UTF8.self), in: field) { continue }
            let reading = normalizer.identityNumbers.read(text, facts: facts)
            if let number = reading.citizenID, draft.record.nationalID == nil { draft.record.nationalID = number }
            // A column of its own says better what the old number is than the column of the new one.
            if let number = reading.oldID, draft.record.oldNationalID == nil || field == .oldNationalID {
                draft.record.oldNationalID = number
            }
            for issue in reading.issues { draft.raise(issue.code, field, detail: issue.detail) }
            if reading.isAsWritten && field == .nationalID { continue }
            let number = field == .nationalID ? reading.citizenID?.description : reading.oldID?.description
            draft.keepOriginal(of: field, text, normalised: number ?? reading.oldID?.description ?? "", in: &pool)
        }
        if draft.record.gender == nil { draft.record.gender = draft.record.nationalID?.gender }
    }
}
