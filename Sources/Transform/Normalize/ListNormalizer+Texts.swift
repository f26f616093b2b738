// The fields that stay texts: cleaned, spelt by one convention, known by a code.
import Personnel
import Vietnamese

/// The oddities of a text, in the order found: never more than two.
struct TextIssues: Sendable {
    private(set) var first: IssueCode?
    private(set) var second: IssueCode?

    mutating func append(_ issue: IssueCode) {
        if first == nil { first = issue } else { second = issue }
    }
}

extension ListNormalizer {
    private static let textFields: [Field] = [
        .ethnicity, .religion, .homeTown, .residence, .position, .unit, .department, .fieldOfStudy, .proposedUnit,
        .proposedPosition, .policy, .phone, .note,
    ]

    mutating func readTexts(into draft: inout RowDraft, pool: inout TextPool) {
        let knowledge = normalizer.knowledge
        for field in Self.textFields {
            let text = draft.values[field]
            if text.isEmpty { continue }
            let reading = texts[Int(field.rawValue)].reading(of: text, in: &pool) { text in
                var issues = TextIssues()
                return (Self.value(of: text, field, knowledge: knowledge, issues: &issues), issues)
            }
            draft.record.setText(reading.code, of: field)
            if !reading.original.isNone {
                draft.originals.append(OriginalValue(field: field, text: reading.original))
            }
            if let issue = reading.finding.first { draft.raise(issue, field) }
            if let issue = reading.finding.second { draft.raise(issue, field) }
        }
    }

    /// The normalised text; empty where the cell says nothing.
    private static func value(
        of text: String, _ field: Field, knowledge: NormalizationKnowledge, issues: inout TextIssues
    ) -> String {
        // Under a heading that asks, a tick is an answer.
        if field == .policy, GenderReader.isTick(text, key: asciiKey(text)) { return "x" }
        if knowledge.missingWords.isMissing(text, in: field) { return "" }
        if isExcelError(text) {
            issues.append(.textLossy)
            return ""
        }
        let tones = normalizeTones(cleanText(text))
        if hasLostLetters(tones.text) {
            issues.append(.textLossy)
            return tones.text
        }
        if tones.hasTwoTones { issues.append(.textTwoTones) }
        switch field {
        case .ethnicity:
            // In a column of who belongs to a minority `Có` is yes, not the Co.
            if isSameText(tones.text, "Có") || isSameText(tones.text, "có") { return "" }
            for text in [tones.text, withoutBrackets(tones.text)] {
                if let name = knowledge.ethnicities.meaning(of: text, introducedBy: introductions) { return name }
            }
            // One word may be legal as an old font shows it (`Coáng`): here a table says what can be meant.
            for damage in [TextDamage.vni, .tcvn3] {
                if let mended = TextRepair().repair(text, damage), let name = knowledge.ethnicities.meaning(of: mended)
                {
                    return name
                }
            }
            issues.append(.ethnicityUnknown)
        case .religion:
            if let name = knowledge.religions.meaning(of: tones.text, introducedBy: introductions) { return name }
        case .position, .proposedPosition: return knowledge.positions.read(tones.text)
        default: break
        }
        return tones.text
    }

    /// `Dân tộc Thái`, `người Mông`, `theo đạo Tin lành`.
    static let introductions: Set<String> = ["dan", "toc", "dt", "nguoi", "theo", "dao"]

    /// Cells of columns that no field claims, and the level, which a record has no place for.
    func keepExtras(of row: SourceRow, in draft: inout RowDraft, pool: inout TextPool) {
        for extra in row.extras where !extra.text.isEmpty {
            draft.extras.append(
                ExtraCode(heading: pool.code(for: extra.heading), text: pool.code(for: extra.text)))
        }
        let level = draft.values.text(.level)
        if level.isEmpty { return }
        let heading = draft.headings[.level] ?? Field.level.name
        draft.extras.append(ExtraCode(heading: pool.code(for: heading), text: pool.code(for: level)))
    }
}

extension PersonRecord {
    /// Sets a field that a record keeps as a text as it is read.
    fileprivate mutating func setText(_ code: TextCode, of field: Field) {
        switch field {
        case .ethnicity: ethnicity = code
        case .religion: religion = code
        case .homeTown: homeTown = code
        case .residence: residence = code
        case .position: position = code
        case .unit: unit = code
        case .department: department = code
        case .fieldOfStudy: fieldOfStudy = code
        case .proposedUnit: proposedUnit = code
        case .proposedPosition: proposedPosition = code
        case .policy: policy = code
        case .phone: phone = code
        case .note: note = code
        default: break
        }
    }
}
