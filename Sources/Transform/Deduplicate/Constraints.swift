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
    let years = (left.birth / 10_000, right.birth / 10_000)
    let differsInGender = left.gender != 0 && right.gender != 0 && left.gender != right.gender
    if differsInGender, years.0 != 0, years.1 != 0, years.0 != years.1 { return .forbidden }
    return max(numberCompatibility(left, right), max(tableCompatibility(left, right), suffixCompatibility(left, right)))
}

/// Different numbers that each agree with their own row forbid, save one digit or one swap apart. A number that its own
/// row contradicts forbids nothing.
private func numberCompatibility(_ left: MatchRow, _ right: MatchRow) -> Compatibility {
    guard left.citizenID != 0, right.citizenID != 0, left.citizenID != right.citizenID,
        left.standing != .contradicts, right.standing != .contradicts
    else { return .free }
    guard isOneDigitApart(left.citizenID, right.citizenID) else { return .forbidden }
    return left.standing == right.standing ? .doubtful : .free
}

/// A table counts its rows apart: two are one person only where they are the same entry twice, and may be where one
/// entry says less of the birth date.
private func tableCompatibility(_ left: MatchRow, _ right: MatchRow) -> Compatibility {
    guard left.table == right.table else { return .free }
    if left.citizenID != 0, left.citizenID == right.citizenID { return .free }
    if left.oldCitizenID != 0, left.oldCitizenID == right.oldCitizenID { return .free }
    guard left.nameKey == right.nameKey else { return .forbidden }
    switch compareDates(left.birth, right.birth, isBirth: true) {
    case .equal: return .free
    case .sameMonth, .sameYear: return .doubtful
    default: return .forbidden
    }
}

private func suffixCompatibility(_ left: MatchRow, _ right: MatchRow) -> Compatibility {
    let tellsApart = left.suffix != 0 && right.suffix != 0 && left.suffix != right.suffix
    return tellsApart && (left.citizenID == 0 || left.citizenID != right.citizenID) ? .doubtful : .free
}
