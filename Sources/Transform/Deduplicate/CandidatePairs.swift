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

    /// Whether two rows of a block are worth a comparison: not those that an earlier, stronger block compares, and, in
    /// blocks of the year alone, only those that know no more.
    func isWorthComparing(_ left: MatchRow, _ right: MatchRow) -> Bool {
        if let stronger = Self.strongestBlock(of: left, right), stronger != self { return false }
        if self == .nameAndBirthYear, !isYearOnly(left.birth), !isYearOnly(right.birth) { return false }
        return block(of: left) == block(of: right)
    }

    private static func strongestBlock(of left: MatchRow, _ right: MatchRow) -> BlockingKey? {
        if left.citizenID != 0, left.citizenID == right.citizenID { return .nationalID }
        if left.oldCitizenID != 0, left.oldCitizenID == right.oldCitizenID { return .oldNationalID }
        let sharesBirth = left.birth == right.birth && left.birth % 100 != 0 && !isYearOnly(left.birth)
        return sharesBirth && left.nameKey == right.nameKey ? .nameAndBirth : nil
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
    rows.withUnsafeBufferPointer { rows in
        var sorter = BlockSorter(capacity: rows.count)
        for key in BlockingKey.allCases {
            sorter.removeAll()
            for index in rows.indices {
                let block = key.block(of: rows[index])
                if block != 0 { sorter.add(Int32(index), block: block) }
            }
            sorter.forEachBlock { members in
                if members.count > limit {
                    members.sort { one, other in
                        let (left, right) = (rows[Int(one)], rows[Int(other)])
                        return (left.unitHash, left.birth, one) < (right.unitHash, right.birth, other)
                    }
                }
                for first in members.indices.dropLast() {
                    for second in first + 1...min(members.count - 1, first + limit) {
                        let (left, right) = (members[first], members[second])
                        guard key.isWorthComparing(rows[Int(left)], rows[Int(right)]) else { continue }
                        body(min(left, right), max(left, right))
                    }
                }
            }
        }
    }
}
