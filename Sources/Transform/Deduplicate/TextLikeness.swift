// How alike two keys are, byte by byte: keys hold lower-case letters without marks, digits and single spaces.

typealias KeyBytes = UnsafeBufferPointer<UInt8>

/// Whether one insertion, deletion, replacement or swap of neighbours makes one text the other; equal texts do too.
func isOneEditApart(_ left: KeyBytes, _ right: KeyBytes) -> Bool {
    guard abs(left.count - right.count) <= 1 else { return false }
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    var (leftEnd, rightEnd) = (left.count, right.count)
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
        leftEnd -= 1
        rightEnd -= 1
    }
    let (leftRest, rightRest) = (leftEnd - start, rightEnd - start)
    if leftRest <= 1 && rightRest <= 1 { return true }
    return leftRest == 2 && rightRest == 2 && left[start] == right[start + 1] && left[start + 1] == right[start]
}

/// Whether at most `limit` insertions, deletions, replacements and swaps of neighbours make one text the other (optimal
/// string alignment: no letter is touched twice).
func isWithinEdits(_ limit: Int, _ left: KeyBytes, _ right: KeyBytes) -> Bool {
    if limit == 1 { return isOneEditApart(left, right) }
    guard abs(left.count - right.count) <= limit else { return false }
    let width = right.count + 1
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * width) { memory in
        guard let base = memory.baseAddress else { return false }
        var (older, old, new) = (base, base + width, base + 2 * width)
        for column in 0..<width { old[column] = Int32(column) }
        for row in 1..<(left.count + 1) {
            new[0] = Int32(row)
            var least = Int32(row)
            for column in 1..<width {
                let isSame = left[row - 1] == right[column - 1]
                var best = min(old[column] + 1, new[column - 1] + 1, old[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, older[column - 2] + 1)
                }
                new[column] = best
                least = min(least, best)
            }
            if least > Int32(limit) { return false }
            (older, old, new) = (old, new, older)
        }
        return old[width - 1] <= Int32(limit)
    }
}

/// The Jaro-Winkler similarity, 0 to 1 (Winkler 1990): a shared beginning of up to four letters counts a tenth each.
func jaroWinkler(_ left: KeyBytes, _ right: KeyBytes) -> Double {
    if left.isEmpty || right.isEmpty { return left.count == right.count ? 1 : 0 }
    let reach = max(0, max(left.count, right.count) / 2 - 1)
    return withUnsafeTemporaryAllocation(of: Bool.self, capacity: left.count + right.count) { marks in
        marks.initialize(repeating: false)
        var matches = 0
        for index in left.indices {
            let (low, high) = (max(0, index - reach), min(right.count, index + reach + 1))
            var other = low
            while other < high {
                if !marks[left.count + other], left[index] == right[other] {
                    marks[index] = true
                    marks[left.count + other] = true
                    matches += 1
                    break
                }
                other += 1
            }
        }
        if matches == 0 { return 0 }
        var (transposed, other) = (0, 0)
        for index in left.indices where marks[index] {
            while !marks[left.count + other] { other += 1 }
            if left[index] != right[other] { transposed += 1 }
            other += 1
        }
        let (count, swaps) = (Double(matches), Double(transposed / 2))
        let jaro = (count / Double(left.count) + count / Double(right.count) + (count - swaps) / count) / 3
        var prefix = 0
        while prefix < min(4, left.count, right.count), left[prefix] == right[prefix] { prefix += 1 }
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }
}

/// The hashes of a key's words, in order.
func wordHashes(of key: KeyBytes) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    for byte in key {
        if byte == 0x20 {
            words.append(hash)
            hash = 0
        } else {
            hash = mixed(hash, UInt64(byte) + 1)
        }
    }
    words.append(hash)
    return words
}

/// Whether two keys hold the same words, in whatever order.
func haveSameWords(_ left: KeyBytes, _ right: KeyBytes) -> Bool {
    guard left.count == right.count else { return false }
    return wordHashes(of: left).sorted().elementsEqual(wordHashes(of: right).sorted())
}

/// Whether every word of the shorter key is a word of the longer one.
func containsWords(_ left: KeyBytes, _ right: KeyBytes) -> Bool {
    let (one, other) = (wordHashes(of: left), wordHashes(of: right))
    let (longer, shorter) = one.count > other.count ? (one, other) : (other, one)
    return shorter.allSatisfy(longer.contains)
}

/// Whether one key is the other with one word left out, two words at least remaining.
func lacksWord(_ left: KeyBytes, _ right: KeyBytes) -> Bool {
    let (one, other) = (wordHashes(of: left), wordHashes(of: right))
    let (longer, shorter) = one.count > other.count ? (one, other) : (other, one)
    guard longer.count == shorter.count + 1, shorter.count >= 2 else { return false }
    var skipped = 0
    for (index, word) in shorter.enumerated() {
        if longer[index + skipped] == word { continue }
        guard skipped == 0, longer[index + 1] == word else { return false }
        skipped = 1
    }
    return true
}

/// Whether one key begins with the other, which has at least `least` letters.
func sharesBeginning(_ left: KeyBytes, _ right: KeyBytes, least: Int) -> Bool {
    let count = min(left.count, right.count)
    guard count >= least else { return false }
    for index in 0..<count where left[index] != right[index] { return false }
    return true
}

/// The American Soundex code of a key's letters, its first letter and three digits as one number; 0 for no letters.
func soundex(_ key: KeyBytes) -> UInt32 {
    var code: UInt32 = 0
    var (length, last) = (0, UInt8(0))
    for byte in key where byte &- 0x61 < 26 {
        let digit = soundexDigits[Int(byte - 0x61)]
        if length == 0 {
            code = UInt32(byte)
            length = 1
        } else if digit > 0, digit < 9, digit != last {
            code = code << 8 | UInt32(digit)
            length += 1
        }
        // `h` and `w` do not part equal sounds, vowels do.
        if digit != 9 { last = digit }
        if length == 4 { return code }
    }
    return length == 0 ? 0 : code << UInt32(8 * (4 - length))
}

/// For `a` to `z`; 0 vowels, 9 `h` and `w`.
private let soundexDigits: InlineArray<26, UInt8> = [
    0, 1, 2, 3, 0, 1, 2, 9, 0, 2, 2, 4, 5, 5, 0, 1, 2, 6, 2, 3, 0, 1, 9, 2, 0, 2,
]
