// Which rows are worth comparing: those that share a block, a combination of values that rows of one person share often
// and rows of two people seldom.

/// A combination of values by which rows are brought together.
enum BlockingKey: UInt64, CaseIterable {
    case nationalID, oldNationalID, phone
    case nameAndBirth, nameAndBirthMonth, nameAndBirthDay, nameAndBirthDayOfYear, nameAndSwappedBirth, nameAndBirthYear
    case nameAndUnit
    case birthAndGivenName, birthFamilyNameAndUnit

    /// The block of a row; 0 where the row lacks one of the values.
    func block(of row: MatchRow) -> UInt64 {
        let (year, month, day) = (row.birth / 10_000, row.birth / 100 % 100, row.birth % 100)
        let name = UInt64(row.nameKey)
        switch self {
        case .nationalID: return row.citizenID == 0 ? 0 : hash(row.citizenID, 0)
        case .oldNationalID: return row.oldCitizenID == 0 ? 0 : hash(UInt64(row.oldCitizenID), 0)
        case .phone: return row.phone == 0 ? 0 : hash(UInt64(row.phone), 0)
        case .nameAndBirth: return day == 0 ? 0 : hash(name, UInt64(row.birth))
        case .nameAndBirthMonth: return month == 0 ? 0 : hash(name, UInt64(year * 100 + month))
        case .nameAndBirthDay: return day == 0 ? 0 : hash(name, UInt64(year * 100 + day))
        case .nameAndBirthDayOfYear: return day == 0 ? 0 : hash(name, UInt64(month * 100 + day))
        case .nameAndSwappedBirth:
            return day == 0 ? 0 : hash(name, UInt64(year * 10_000 + min(month, day) * 100 + max(month, day)))
        case .nameAndBirthYear: return year == 0 ? 0 : hash(name, UInt64(year))
        case .nameAndUnit: return row.unit == 0 ? 0 : hash(name, UInt64(UInt32(bitPattern: row.unit)))
        case .birthAndGivenName: return day == 0 ? 0 : hash(UInt64(row.given), UInt64(row.birth))
        case .birthFamilyNameAndUnit:
            guard day != 0, row.unit != 0 else { return 0 }
            return hash(UInt64(row.family) << 32 | UInt64(row.birth), UInt64(UInt32(bitPattern: row.unit)))
        }
    }

    /// Whether two rows of a block are worth a comparison; blocks of the year alone are for those that know no more.
    func isWorthComparing(_ left: MatchRow, _ right: MatchRow) -> Bool {
        self != .nameAndBirthYear || isYearOnly(left.birth) || isYearOnly(right.birth)
    }

    private func hash(_ left: UInt64, _ right: UInt64) -> UInt64 { mixed(mixed(left, right), rawValue) }
}

private func isYearOnly(_ date: UInt32) -> Bool { date % 10_000 == 0 || date % 10_000 == 101 }

/// Calls `body` with the two rows of each candidate pair, the earlier first; a pair that shares several blocks comes
/// several times.
///
/// In a block of more than `limit` rows each row meets the `limit` rows after it, in order of unit and birth date, so
/// that the work stays linear.
func forEachCandidatePair(in rows: [MatchRow], limit: Int = 64, _ body: (Int32, Int32) -> Void) {
    var entries: [(block: UInt64, row: Int32)] = []
    for key in BlockingKey.allCases {
        entries.removeAll(keepingCapacity: true)
        for (index, row) in rows.enumerated() {
            let block = key.block(of: row)
            if block != 0 { entries.append((block, Int32(index))) }
        }
        entries.sort { ($0.block, $0.row) < ($1.block, $1.row) }
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].block == entries[start].block { end += 1 }
            if end - start > limit {
                entries[start..<end].sort { one, other in
                    let (left, right) = (rows[Int(one.row)], rows[Int(other.row)])
                    return (left.unitHash, left.birth, one.row) < (right.unitHash, right.birth, other.row)
                }
            }
            for first in start..<end {
                for second in first + 1..<max(first + 1, min(end, first + 1 + limit)) {
                    let (left, right) = (entries[first].row, entries[second].row)
                    guard key.isWorthComparing(rows[Int(left)], rows[Int(right)]) else { continue }
                    body(min(left, right), max(left, right))
                }
            }
            start = end
        }
    }
}
