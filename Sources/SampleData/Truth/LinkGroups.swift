// Which rows of one person the evidence links: a person may rightly stay several where a number or name is wrong.

import Vietnamese

enum LinkGroups {
    /// The group of each row, from 1, in the order of the rows.
    static func groups(of rows: [RowEvidence]) -> [Int] {
        var group = Array(0..<rows.count)
        let torn = rows.indices.filter { isTorn($0, among: rows) }
        for right in rows.indices where !torn.contains(right) {
            for left in 0..<right
            where group[left] != group[right] && !torn.contains(left) && links(rows[left], rows[right]) {
                let (into, from) = (min(group[left], group[right]), max(group[left], group[right]))
                guard !isForbidden(into, from, group, rows) else { continue }
                for place in group.indices where group[place] == from { group[place] = into }
            }
        }
        var numbers: [Int: Int] = [:]
        return group.map { key in
            let number = numbers[key] ?? numbers.count + 1
            numbers[key] = number
            return number
        }
    }

    /// A row without a number is linked to rows with different valid ones: it may rightly join any of them.
    private static func isTorn(_ place: Int, among rows: [RowEvidence]) -> Bool {
        guard rows[place].citizenID == 0 else { return false }
        let numbers = rows.indices.filter { $0 != place && rows[$0].citizenID > 0 && links(rows[$0], rows[place]) }
            .map { rows[$0].citizenID }
        return Set(numbers).count > 1
    }

    /// Different valid numbers stand in the two groups.
    private static func isForbidden(_ left: Int, _ right: Int, _ group: [Int], _ rows: [RowEvidence]) -> Bool {
        func numbers(_ key: Int) -> Set<Int> {
            Set(rows.indices.filter { group[$0] == key && rows[$0].citizenID > 0 }.map { rows[$0].citizenID })
        }
        let (first, second) = (numbers(left), numbers(right))
        return !first.isEmpty && !second.isEmpty && first.union(second).count > 1
    }

    private static func links(_ left: RowEvidence, _ right: RowEvidence) -> Bool {
        let names = asciiKey(left.name) == asciiKey(right.name)
        let dates = left.birth.flatMap { first in right.birth.map { first.agrees(with: $0) } } ?? false
        if left.citizenID > 0, left.citizenID == right.citizenID { return names || dates }
        if left.oldID > 0, left.oldID == right.oldID { return names || dates }
        guard let first = left.birth, let second = right.birth, dates else { return false }
        let isSamePost = left.body == right.body && left.position == right.position
        if names && first.isFull && second.isFull { return true }
        return names && isSamePost && first.month > 0 && second.month > 0
    }
}
