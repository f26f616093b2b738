// Whatever is odd in a file, a row or a person, as data: a stable code, a place and the original value.

/// How bad an issue is: `error` loses something (a row, a number, a file), `warning` wants a look, `note` explains.
public enum Severity: String, Sendable, CaseIterable { case error, warning, note }

/// The stable code of an issue (conventions.md, outputs.md).
public enum IssueCode: String, Sendable, CaseIterable {
    case textLossy = "text.lossy"
    case textRepaired = "text.repaired"
    case textTwoTones = "text.two_tones"
    case nameMissing = "name.missing"
    case nameInvalid = "name.invalid"
    case rowMisaligned = "row.misaligned"
    case valueFilledDown = "value.filled_down"
    case dateMonthFirst = "date.month_first"
    case dateImpossible = "date.impossible"
    case dateLunar = "date.lunar"
    case dateUnreadable = "date.unreadable"
    case birthDateImplausible = "birth_date.implausible"
    case nationalIDInvalid = "national_id.invalid"
    case nationalIDMismatch = "national_id.mismatch"
    case nationalIDYearOffByOne = "national_id.year_off_by_one"
    case nationalIDZeroRestored = "national_id.zero_restored"
    case nationalIDTruncated = "national_id.truncated"
    case genderUnreadable = "gender.unreadable"
    case salaryDecimalLost = "salary.decimal_lost"
    case salaryOffScale = "salary.off_scale"
    case salaryUnreadable = "salary.unreadable"
    case rankUnknown = "rank.unknown"
    case ethnicityUnknown = "ethnicity.unknown"
    case qualificationUnknown = "qualification.unknown"
    case politicalTheoryUnknown = "political_theory.unknown"
    case categoryConflict = "category.conflict"
    case unitUnknown = "unit.unknown"
    case unitAmbiguous = "unit.ambiguous"
    case planUnknownUnit = "plan.unknown_unit"
    case planAmbiguousUnit = "plan.ambiguous_unit"
    case planConflict = "plan.conflict"
    case totalDiffers = "total.differs"
    case columnUnknown = "column.unknown"
    case sheetHidden = "sheet.hidden"
    case listNotFound = "list.not_found"
    case listBeside = "list.beside"
    case senderUnknown = "sender.unknown"
    case fileRefused = "file.refused"
    case fileDuplicate = "file.duplicate"
    case decisionUnfit = "decision.unfit"
    case positionUnplaced = "position.unplaced"
    case assetNameMissing = "asset.name_missing"
    case amountUnreadable = "amount.unreadable"
    case amountRounded = "amount.rounded"
    case balanceDiffers = "balance.differs"
    case assetDuplicate = "asset.duplicate"

    public var severity: Severity {
        switch self {
        case .nameMissing, .nameInvalid, .rowMisaligned, .fileRefused, .nationalIDInvalid, .nationalIDTruncated,
            .dateUnreadable, .textLossy, .salaryUnreadable, .listBeside, .assetNameMissing, .amountUnreadable:
            .error
        case .textRepaired, .valueFilledDown, .nationalIDZeroRestored, .sheetHidden, .columnUnknown, .fileDuplicate,
            .dateMonthFirst, .amountRounded:
            .note
        default: .warning
        }
    }
}

/// An oddity and where it is.
public struct Issue: Sendable, Equatable {
    public var code: IssueCode
    /// The field it is about; nil when it is about the whole row, file or person.
    public var field: Field?
    /// The original value, as read.
    public var value: String?
    /// What the message adds to the value: what was expected, the other value of a contradiction, a count.
    public var detail: String?
    /// Where it is; nil when it belongs to a person rather than a row (an assignment, say).
    public var row: RowReference?
    /// Position in `Consolidation.people`; set once people are known, for issues that have no row.
    public var person: Int?

    public init(
        _ code: IssueCode, field: Field? = nil, value: String? = nil, detail: String? = nil, row: RowReference? = nil,
        person: Int? = nil
    ) {
        self.code = code
        self.field = field
        self.value = value
        self.detail = detail
        self.row = row
        self.person = person
    }
}
