// Comparing the accents of words that have the same plain letters.

/// Whether a word bears an accent that another of the same plain letters has not.
///
/// `cỡ` does against `cơ`, `bác` against `bậc`. A word with fewer accents (`bac`, `bâc`) does not: they were left out.
/// False where the plain letters differ. Both words are in NFC.
public func bearsOtherAccents(_ word: String, than other: String) -> Bool {
    let left = word.unicodeScalars.map { Letter($0.value) }
    let right = other.unicodeScalars.map { Letter($0.value) }
    guard left.count == right.count, zip(left, right).allSatisfy({ $0.base == $1.base }) else { return false }
    return zip(left, right).contains { own, others in
        own.hasTone && own.tone != others.tone || own.hasShape && own.spelling != others.spelling
    }
}
