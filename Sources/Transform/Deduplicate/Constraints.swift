// What forbids two rows to be one person, whatever else speaks for it.

/// Whether two rows may stand in one cluster.
enum Compatibility: Comparable {
    case free
    /// Only a person may decide: the two go to review.
    case doubtful
    case forbidden
}

/// The constraints of conventions.md, "One person", on two rows.
func rowCompatibility(_ left: MatchRow, _ right: MatchRow) -> Compatibility {
    var outcome = Compatibility.free
    let sameID = left.citizenID != 0 && left.citizenID == right.citizenID
    if left.citizenID != 0, right.citizenID != 0, !sameID, left.standing == .agrees, right.standing == .agrees {
        guard isOneDigitApart(left.citizenID, right.citizenID) else { return .forbidden }
        outcome = .doubtful
    }
    let years = (left.birth / 10_000, right.birth / 10_000)
    let differsInGender = left.gender != 0 && right.gender != 0 && left.gender != right.gender
    if differsInGender, years.0 != 0, years.1 != 0, years.0 != years.1 { return .forbidden }
    if left.table == right.table, !isListedTwice(left, right) { return .forbidden }
    if left.suffix != 0, right.suffix != 0, left.suffix != right.suffix, !sameID { outcome = .doubtful }
    return outcome
}

/// Whether two rows of one table, which the table counts as two, are nevertheless the same entry twice.
private func isListedTwice(_ left: MatchRow, _ right: MatchRow) -> Bool {
    if left.citizenID != 0, left.citizenID == right.citizenID { return true }
    if left.oldCitizenID != 0, left.oldCitizenID == right.oldCitizenID { return true }
    return left.nameKey == right.nameKey && left.birth == right.birth && left.birth % 100 != 0
        && left.birth % 10_000 != 101
}
