// The names of places, found by key and told apart by their accents.

internal import Personnel

/// A name under which a place is known.
struct KnownName: Sendable {
    /// The position of the place in its catalogue.
    let unit: Int
    /// With marks, words parted by blanks.
    let marked: String
    /// The kind that the name goes with (`township` for `thị trấn Mường Lay`); nil for any.
    let kind: UnitKind?
    /// False for former names: those count only where a level word stands before them.
    let isCurrent: Bool
}

/// Names by key.
struct NameIndex: Sendable {
    private var byKey: [String: [KnownName]] = [:]
    /// How many words the longest name has that begins with a word: most words begin none.
    private var longestByFirstWord: [String: Int] = [:]
    /// The key without blanks and the place, of every name: what typing errors are measured against.
    private(set) var compactKeys: [(key: [UInt8], unit: Int)] = []

    mutating func add(_ words: some Collection<UnitWord>, _ unit: Int, kind: UnitKind?, isCurrent: Bool) {
        guard let first = words.first else { return }
        let key = words.map(\.key).joined(separator: " ")
        let marked = words.map(\.marked).joined(separator: " ")
        byKey[key, default: []].append(KnownName(unit: unit, marked: marked, kind: kind, isCurrent: isCurrent))
        longestByFirstWord[first.key] = max(longestByFirstWord[first.key] ?? 1, words.count)
        compactKeys.append((words.flatMap { Array($0.key.utf8) }, unit))
    }

    func names(key: String) -> [KnownName] { byKey[key] ?? [] }

    /// The longest known name that begins at a position and does not run over a break or an end.
    func longest(in words: ArraySlice<UnitWord>) -> (count: Int, names: [KnownName], marked: String)? {
        guard let first = words.first, let longestName = longestByFirstWord[first.key] else { return nil }
        var end = words.startIndex
        while end < words.endIndex, end - words.startIndex < longestName {
            if end > words.startIndex, words[end].followsBreak { break }
            end += 1
        }
        while end > words.startIndex {
            let run = words[words.startIndex..<end]
            let key = run.map(\.key).joined(separator: " ")
            if let names = byKey[key] {
                return (run.count, names, run.map(\.marked).joined(separator: " "))
            }
            end -= 1
        }
        return nil
    }
}

/// The number of letters to change, insert, drop or swap with a neighbour to make one word of the other; `limit` + 1 when
/// it is more than the limit.
func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var twoBack = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = previous
    for (row, letter) in left.enumerated() {
        current[0] = row + 1
        for (column, other) in right.enumerated() {
            var best = min(previous[column + 1], current[column]) + 1
            best = min(best, previous[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                best = min(best, twoBack[column - 1] + 1)
            }
            current[column + 1] = best
        }
        (twoBack, previous, current) = (previous, current, twoBack)
    }
    return min(previous[right.count], limit + 1)
}
