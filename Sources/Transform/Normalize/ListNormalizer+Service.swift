// The fields of the service: rank, salary, training, category, dates of events.
import Personnel
import Vietnamese

/// What an allowance cell says.
enum AllowanceReading: Equatable, Sendable {
    case missing
    case allowance(Hundredths)
    case unreadable
}

/// What a cell of qualification or political theory says.
enum TrainingReading<Level: Sendable>: Sendable {
    case missing
    case level(Level)
    case unknown
}

extension ListNormalizer {
    mutating func readRank(into draft: inout RowDraft, pool: inout TextPool) -> KnownRank? {
        let text = draft.values[.rank]
        if text.isEmpty { return nil }
        let knowledge = normalizer.knowledge
        let reading = ranks.reading(of: text, in: &pool) { text -> (value: String, KnownRank?) in
            if knowledge.missingWords.isMissing(text, in: .rank) { return ("", nil) }
            let known = knowledge.ranks.read(text)
            return (known?.code ?? cleanText(text), known)
        }
        draft.record.rank = reading.code
        if !reading.original.isNone { draft.originals.append(OriginalValue(field: .rank, text: reading.original)) }
        if reading.finding == nil && !reading.code.isNone { draft.raise(.rankUnknown, .rank) }
        return reading.finding
    }

    // MARK: Salary

    mutating func readSalary(into draft: inout RowDraft, rank: KnownRank?, pool: inout TextPool) {
        let step = Self.read(.salaryStep, memo: &salarySteps, normalizer, into: &draft, pool: &pool)
        let coefficient = Self.read(
            .salaryCoefficient, memo: &salaryCoefficients, normalizer, into: &draft, pool: &pool)
        let overFrame = Self.read(.overFrame, memo: &overFrames, normalizer, into: &draft, pool: &pool)

        draft.record.salaryStep = step.step ?? coefficient.step
        draft.record.overFrame = overFrame.overFrame ?? coefficient.overFrame ?? step.overFrame
        // A coefficient may stand in the column of steps: `4/3,33`.
        let (field, cell) =
            coefficient.coefficient != nil ? (Field.salaryCoefficient, coefficient) : (.salaryStep, step)
        if let value = cell.coefficient {
            draft.record.salaryCoefficient = value
            if cell.hasLostDecimal { draft.raise(.salaryDecimalLost, field, detail: value.description) }
            // Without a rank whose scale is known there is no scale to be off.
            if let rank, let steps = rank.coefficients, !steps.contains(value.value) {
                draft.raise(.salaryOffScale, field, detail: rank.code)
            }
        }
        readAllowance(into: &draft, pool: &pool)
    }

    /// Static, so that the memo is changed in place and not copied with the rest of the normaliser.
    private static func read(
        _ field: Field, memo: inout Memo<SalaryCell>, _ normalizer: Normalizer, into draft: inout RowDraft,
        pool: inout TextPool
    ) -> SalaryCell {
        let text = draft.values[field]
        if text.isEmpty { return SalaryCell() }
        let cell = memo.reading(of: text) { text in
            let isMissing = normalizer.knowledge.missingWords.isMissing(text, in: field)
            let cell = isMissing ? SalaryCell() : normalizer.salaries.read(text, in: field)
            return cell.comparing(with: text, in: field)
        }
        if cell.isUnreadable { draft.raise(.salaryUnreadable, field) }
        if !cell.isAsWritten { draft.keepOriginal(of: field, text, in: &pool) }
        return cell
    }

    private mutating func readAllowance(into draft: inout RowDraft, pool: inout TextPool) {
        let text = draft.values[.positionAllowance]
        if text.isEmpty { return }
        let words = normalizer.knowledge.missingWords
        let reading = allowances.reading(of: text) { text in
            if words.isMissing(text, in: .positionAllowance) { return .missing }
            // No position's allowance reaches 2 (Decree 204/2004/NĐ-CP, article 6): beyond, the cell holds something
            // else.
            guard let number = DecimalNumber(labelled: withoutBrackets(text)), (0..<200).contains(number.hundredths)
            else {
                return .unreadable
            }
            return number.hundredths == 0 ? .missing : .allowance(Hundredths(Int32(number.hundredths)))
        }
        if case .allowance(let value) = reading { draft.record.positionAllowance = value }
        if reading == .unreadable { draft.raise(.salaryUnreadable, .positionAllowance) }
        let normalised = draft.record.positionAllowance?.description ?? ""
        draft.keepOriginal(of: .positionAllowance, text, normalised: normalised, in: &pool)
    }

    // MARK: Training

    mutating func readTraining(into draft: inout RowDraft, pool: inout TextPool) {
        let knowledge = normalizer.knowledge
        if let reading = Self.training(
            .qualification, in: draft, memo: &qualifications, reader: knowledge.qualifications, knowledge)
        {
            if case .level(let level) = reading { draft.record.qualification = level }
            if case .unknown = reading { draft.raise(.qualificationUnknown, .qualification) }
            let normalised = draft.record.qualification?.rawValue ?? ""
            draft.keepOriginal(
                of: .qualification, draft.values[.qualification], normalised: normalised, in: &pool)
        }
        if let reading = Self.training(
            .politicalTheory, in: draft, memo: &politicalTheory, reader: knowledge.politicalTheory, knowledge)
        {
            if case .level(let level) = reading { draft.record.politicalTheory = level }
            if case .unknown = reading { draft.raise(.politicalTheoryUnknown, .politicalTheory) }
            let normalised = draft.record.politicalTheory?.rawValue ?? ""
            draft.keepOriginal(
                of: .politicalTheory, draft.values[.politicalTheory], normalised: normalised, in: &pool)
        }
    }

    /// Nil where the cell is empty. A mark stands for the level that its heading names: `x` under `Trình độ / Đại học`.
    private static func training<Level: Sendable>(
        _ field: Field, in draft: RowDraft, memo: inout Memo<TrainingReading<Level>>, reader: TrainingReader<Level>,
        _ knowledge: NormalizationKnowledge
    ) -> TrainingReading<Level>? {
        let written = draft.values[field]
        if written.isEmpty { return nil }
        let isMark = written.count <= 2 && ["x", "1"].contains(asciiKey(String(decoding: written, as: UTF8.self)))
        func read(_ text: String) -> TrainingReading<Level> {
            guard let levels = reader.read(text) else {
                return isMark || knowledge.missingWords.isMissing(text, in: field) ? .missing : .unknown
            }
            // A heading that names several levels explains no mark.
            guard let level = levels.first, !isMark || levels.count == 1 else { return .missing }
            return .level(level)
        }
        // Not remembered beside the cells: over a mark a text is read otherwise than in a cell.
        if isMark, let heading = draft.headings[field] { return read(heading) }
        return memo.reading(of: written, read)
    }

    // MARK: Category

    mutating func readCategory(
        into draft: inout RowDraft, rank: KnownRank?, context: RowContext, contextIndex: Int, pool: inout TextPool
    ) {
        let text = draft.values[.category]
        let knowledge = normalizer.knowledge
        var stated: Category?
        if !text.isEmpty {
            stated = categories.reading(of: text) { text in
                knowledge.missingWords.isMissing(text, in: .category) ? nil : knowledge.categories.read(text)
            }
            draft.keepOriginal(of: .category, text, normalised: stated?.rawValue ?? "", in: &pool)
        }
        if let stated, let rank, knowledge.categories.contradicts(stated, rank: rank) {
            draft.raise(.categoryConflict, .category, detail: rank.code)
        }
        draft.record.saysCategory = stated != nil
        draft.record.category =
            stated ?? rank?.category ?? contextCategory(context, index: contextIndex)
            ?? positionCategory(draft.values[.position])
    }

    /// What the position itself says, where nothing else says anything.
    private mutating func positionCategory(_ text: UnsafeBufferPointer<UInt8>) -> Category? {
        if text.isEmpty { return nil }
        let knowledge = normalizer.knowledge
        return positionCategories.reading(of: text) { text in
            knowledge.categories.category(ofPosition: knowledge.positions.read(text))
        }
    }

    /// What stands around a row, or who sent it, says of its category.
    private mutating func contextCategory(_ context: RowContext, index: Int) -> Category? {
        if let last = lastContextCategory, last.context == index { return last.category }
        let category =
            contextCategories[index]
            ?? normalizer.knowledge.categories.category(of: context, memo: &contextTexts)
            ?? normalizer.senderDefaults[context.sender]
        contextCategories[index] = .some(category)
        lastContextCategory = (index, category)
        return category
    }

    // MARK: Events

    mutating func readEvents(into draft: inout RowDraft, from1904: Bool, pool: inout TextPool) {
        draft.record.partyJoined = readEvent(.partyJoined, into: &draft, from1904: from1904, pool: &pool)
        draft.record.recruitedOn = readEvent(.recruitedOn, into: &draft, from1904: from1904, pool: &pool)
        draft.record.insuranceFrom = readEvent(.insuranceFrom, into: &draft, from1904: from1904, pool: &pool)
        let text = draft.values[.insuranceYears]
        if text.isEmpty { return }
        let normalizer = normalizer
        let reading = insurance.reading(of: text) { text in
            let isMissing = normalizer.knowledge.missingWords.isMissing(text, in: .insuranceYears)
            return isMissing ? nil : normalizer.insurance.read(text)
        }
        switch reading {
        case nil: return
        case .months(let months):
            draft.record.insuranceMonths = months
            draft.keepOriginal(of: .insuranceYears, text, normalised: String(months), in: &pool)
        case .since(let date):
            draft.record.insuranceFrom = draft.record.insuranceFrom ?? date
            draft.keepOriginal(of: .insuranceYears, text, normalised: date, in: &pool)
        case .unreadable:
            draft.raise(.dateUnreadable, .insuranceYears)
            draft.keepOriginal(of: .insuranceYears, text, normalised: "", in: &pool)
        }
    }

    private mutating func readEvent(
        _ field: Field, into draft: inout RowDraft, from1904: Bool, pool: inout TextPool
    ) -> PartialDate? {
        let text = draft.values[field]
        if text.isEmpty { return nil }
        switch readDate(text, as: .event, in: field, from1904: from1904) {
        case nil, .missing: return nil
        case .unreadable(let issue):
            draft.raise(issue, field)
            draft.keepOriginal(of: field, text, normalised: "", in: &pool)
            return nil
        case .date(let date, let issue):
            if let issue { draft.raise(issue, field) }
            draft.keepOriginal(of: field, text, normalised: date, in: &pool)
            return date
        }
    }
}
